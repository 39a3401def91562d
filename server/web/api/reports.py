"""Reports."""

from datetime import date

from flask import request

from server.domain.refusals import NotValid
from server.store.once import Answer
from server.usecases.report_day import report_day
from server.web.endpoint import Api, Call
from shared.wire import messages
from shared.wire.messages import Role


def declare(api: Api) -> None:
    """Declare the endpoint."""

    @api.get(
        "/reports/day",
        roles={Role.MANAGER},
        gives={200: messages.DayReport},
        refuses=[NotValid],
    )
    def day(call: Call) -> Answer:
        """Counts, waits, services and totals of one business day, today unless `date` says otherwise."""
        given = request.args.get("date")
        try:
            asked = None if given is None else date.fromisoformat(given)
        except ValueError as error:
            raise NotValid(
                "date", f"“{given}” is not a date like 2026-01-31."
            ) from error
        with call.reading() as view:
            return Answer(200, report_day(view, asked or view.ledger.day))
