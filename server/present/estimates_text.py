"""How right estimates were, as words and a table for a terminal."""

from server.present.analytics import of_100
from shared.wire.messages import Estimates, EstimatesReport

_HEADINGS = ("", "told", "right", "of 100", "off by", "width")
_ALIKE = ("told", "people", "right", "of 100", "1 in 10", "half", "9 in 10")


def estimates_text(report: EstimatesReport) -> str:
    """Return the report as lines of text; durations are minutes and seconds."""
    days = (
        str(report.day) if report.day == report.to else f"{report.day} to {report.to}"
    )
    if not report.all.people:
        return f"{days}: nobody who was called had been told how long they would wait."
    rows = [report.all, *report.queues, report.while_waiting]
    table = [_HEADINGS, *map(_row, rows)]
    alike = [
        (
            f"{_minutes(each.low_s)} to {_minutes(each.high_s)}",
            str(each.people),
            str(each.kept),
            _of_100(each.kept, each.people),
            *(_minutes(value) for value in (each.p10_s, each.p50_s, each.p90_s)),
        )
        for each in report.alike
    ]
    return "\n".join(
        [
            f"{days}: {report.all.kept} of {report.all.people} were called within what they were told at the door; 8 in 10 is the aim.",
            "",
            *map(_line, table),
            "",
            "What they were told at the door, and within how long they were called:",
            *map(_line, [_ALIKE, *alike]),
        ]
    )


def _row(row: Estimates) -> tuple[str, ...]:
    return (
        row.name,
        str(row.people),
        str(row.kept),
        _of_100(row.kept, row.people),
        _minutes(row.error_s),
        _minutes(row.width_s),
    )


def _of_100(kept: int, people: int) -> str:
    return str(of_100(kept / people)) if people else "-"


def _minutes(seconds: float | None) -> str:
    if seconds is None:
        return "-"
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02d}"


def _line(cells: tuple[str, ...]) -> str:
    return f"{cells[0]:<20}" + "".join(f"{cell:>9}" for cell in cells[1:])
