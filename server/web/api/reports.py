"""Reports."""

from datetime import date

from flask import Response, request

from server.domain.refusals import NotValid
from server.report_csv import report_csv
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
    def day(call: Call) -> Answer | Response:
        """Counts, waits, services and totals of one business day, today unless `date` says otherwise."""
        given = request.args.get("date")
        try:
            asked = None if given is None else date.fromisoformat(given)
        except ValueError as error:
            raise NotValid(
                "date", f"“{given}” is not a date like 2026-01-31."
            ) from error
        with call.reading() as view:
            report = report_day(view, asked or view.ledger.day)
        if _wants_csv():
            return Response(report_csv(report), content_type="text/csv; charset=utf-8")
        return Answer(200, report)


def _wants_csv() -> bool:
    """Return whether the client asks for CSV, by `?format=csv` or by `Accept`; raise `NotValid`."""
    given = request.args.get("format")
    if given not in (None, "json", "csv"):
        raise NotValid(
            "format", f"There is no format “{given}”; there are json and csv."
        )
    if given is not None:
        return given == "csv"
    best = request.accept_mimetypes.best_match(["application/json", "text/csv"])
    return best == "text/csv"
