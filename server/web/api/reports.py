"""Reports."""

from datetime import date

from flask import Response, request

from server.domain.refusals import NotValid
from server.present.report_csv import report_csv
from server.usecases.report import report
from server.web.answers import Answer
from server.web.endpoint import Api, Parameter, Request
from shared.wire import messages
from shared.wire.messages import Role

_DATE = {"type": "string", "format": "date"}


def declare(api: Api) -> None:
    """Declare the endpoint."""

    @api.get(
        "/reports/day",
        roles={Role.MANAGER},
        gives={200: messages.DayReport},
        also="text/csv",
        refuses=[NotValid],
        parameters=[
            Parameter("date", "query", _DATE, "The business day, or the first one."),
            Parameter("to", "query", _DATE, "The last one."),
            Parameter(
                "format",
                "query",
                {"enum": ["json", "csv"]},
                "As what; else `Accept` decides.",
            ),
        ],
    )
    def day(asked: Request) -> Answer | Response:
        """Counts, waits, services and totals of one business day, today unless `date` says otherwise; with `to`, of all days up to that one."""
        first, last = _date("date"), _date("to")
        wants_csv = _wants_csv()
        with asked.reading() as view:
            first = first or view.branch.day
        last = last or first
        if last < first:
            raise NotValid("to", f"{last} is before {first}.")
        found = asked.read_aside(report, first, last)
        if wants_csv:
            return Response(report_csv(found), content_type="text/csv; charset=utf-8")
        return Answer(200, found)


def _date(name: str) -> date | None:
    given = request.args.get(name)
    try:
        return None if given is None else date.fromisoformat(given)
    except ValueError as error:
        raise NotValid(name, f"“{given}” is not a date like 2026-01-31.") from error


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
