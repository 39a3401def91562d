"""A report as CSV, one row per queue, desk, servicer and hour, for spreadsheets."""

import csv
from io import StringIO

from shared.wire.messages import DayReport, ReportRow

_SPREADS = ("wait", "service", "total")
_FIGURES = ("mean_s", "median_s", "p90_s")
_SCORES = ("good", "fair", "bad")
_COUNTS = ("taken", "missed", "left", "expired", "here")
COLUMNS = [
    "day",
    "per",
    "name",
    "count",
    *(f"{spread}_{figure}" for spread in _SPREADS for figure in _FIGURES),
    *_SCORES,
    *_COUNTS,
]


def report_csv(report: DayReport) -> str:
    """Return the report as RFC 4180 text with a header; durations are seconds, empty where there are none.

    `count` is how many were served; what became of the others is told for all together.
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
            others = [
                getattr(report, each) if per == "all" else None for each in _COUNTS
            ]
            cells = [*_cells(row), *others]
            writer.writerow([report.day, per, _safe(row.name), row.count, *cells])
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
