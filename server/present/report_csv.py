"""A report as CSV, one row per queue, desk, servicer and hour, for spreadsheets."""

import csv
from io import StringIO

from shared.wire.messages import DayReport, ReportRow

_SPREADS = ("wait", "service", "total")
_FIGURES = ("mean_s", "median_s", "p90_s")
_SCORES = ("good", "fair", "bad")
COLUMNS = [
    "day",
    "per",
    "name",
    "count",
    *(f"{spread}_{figure}" for spread in _SPREADS for figure in _FIGURES),
    *_SCORES,
]


def report_csv(report: DayReport) -> str:
    """Return the report as RFC 4180 text with a header; durations are seconds, empty where there are none."""
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
            writer.writerow([report.day, per, _safe(row.name), row.count, *_cells(row)])
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
