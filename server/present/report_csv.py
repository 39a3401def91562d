"""Reports as CSV, one row per queue, desk, servicer and hour, for spreadsheets."""

import csv
from io import StringIO

from shared.wire.messages import DayReport, EstimatesReport, ReportRow

_SPREADS = ("wait", "service", "total")
_FIGURES = ("mean_s", "median_s", "p90_s")
_SCORES = ("good", "fair", "bad")
_OF_ALL = ("taken", "missed", "left", "expired", "here", "target_minutes", "service_level", "service_level_of")  # fmt: skip
COLUMNS = [
    "day",
    "to",
    "per",
    "name",
    "count",
    *(f"{spread}_{figure}" for spread in _SPREADS for figure in _FIGURES),
    *_SCORES,
    *_OF_ALL,
]


def report_csv(report: DayReport) -> str:
    """Return the report as RFC 4180 text with a header; durations are seconds, empty where there are none.

    `count` is how many were served; what became of the others, and the service level, is told for all together.
    """
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for per, rows in (
        ("all", [report.all]),
        ("queue", report.queues),
        ("desk", report.desks),
        ("servicer", report.servicers),
        ("hour", report.hours),
    ):
        for row in rows:
            of_all = [
                _rounded(getattr(report, each)) if per == "all" else None
                for each in _OF_ALL
            ]
            head = [report.day, report.to, per, _safe(row.name), row.count]
            writer.writerow([*head, *_cells(row), *of_all])
    return text.getvalue()


ESTIMATES_COLUMNS = [
    "day",
    "to",
    "per",
    "name",
    *(_TOLD := ("people", "kept", "error_s", "width_s")),
    *(_ALIKE := ("low_s", "mid_s", "high_s", "p10_s", "p50_s", "p90_s")),
]


def estimates_csv(report: EstimatesReport) -> str:
    """Return how right estimates were as RFC 4180 text with a header; durations are seconds, empty where there are none.

    A row per `told` is of those who were told about alike at the door: from `low_s` to `high_s`, on average.
    """
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(ESTIMATES_COLUMNS)
    for per, rows in (
        ("all", [report.all]),
        ("queue", report.queues),
        ("while waiting", [report.while_waiting]),
        ("told", report.alike),
    ):
        for row in rows:
            cells = [_rounded(getattr(row, each, None)) for each in (*_TOLD, *_ALIKE)]
            name = _safe(getattr(row, "name", ""))
            writer.writerow([report.day, report.to, per, name, *cells])
    return text.getvalue()


def _cells(row: ReportRow) -> list[float | None]:
    spreads = [
        _rounded(getattr(getattr(row, spread), figure))
        for spread in _SPREADS
        for figure in _FIGURES
    ]
    return [*spreads, *(getattr(row.ratings, score, None) for score in _SCORES)]


def _rounded(seconds: float | None) -> float | None:
    return None if seconds is None else round(seconds, 3)


def _safe(name: str) -> str:
    """Return the name so that no spreadsheet takes it for a formula (OWASP, CSV injection)."""
    return f"'{name}" if name.startswith(("=", "+", "-", "@")) else name
