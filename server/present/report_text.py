"""A day's report as words and a table for a terminal."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from server.present.analytics import of_100
from shared.wire.messages import DayReport, Ratings, ReportRow, Spread

_HEADINGS = (
    "",
    "served",
    "wait",
    "median",
    "p90",
    "service",
    "median",
    "p90",
    "total",
    "median",
    "p90",
)


def report_text(report: DayReport, place: str, names: Mapping[int, str]) -> str:
    """Return the report as lines of text; durations are minutes and seconds.

    `place` is what desks are called here, `names` what each is called beside its number.
    """
    desks = [
        replace(row, name=f"{row.name} · {names[int(row.name)]}")
        if row.name.isdigit() and int(row.name) in names
        else row
        for row in report.desks
    ]
    kinds = (
        ("queue", report.queues),
        (place, desks),
        ("servicer", report.servicers),
        ("hour", report.hours),
    )
    table = [_HEADINGS, _row(report.all)]
    table += [_row(row, title) for title, rows in kinds for row in rows]
    rated = [("all", report.all)]
    rated += [(f"{title} {row.name}", row) for title, rows in kinds for row in rows]
    said = _ratings(rated)
    width = 2 + max(len(cells[0]) for cells in (*table, *said))
    lines = [
        (
            f"{_days(report)}: {report.taken} taken, {report.served} served, "
            f"{report.missed} missed, {report.left} left, {report.expired} expired"
            f"{f', {report.here} still here' if report.here else ''}."
        ),
        _level(report),
        "",
        *(_line(cells, width) for cells in table),
    ]
    if said:
        lines += ["", *(_line(cells, width) for cells in said)]
    return "\n".join(lines)


def _ratings(rows: Iterable[tuple[str, ReportRow]]) -> list[Sequence[str]]:
    """Return what customers said, by whatever it may be told, below its headings; nothing where nobody said anything."""
    said = [
        (title, str(row.ratings.good), str(row.ratings.fair), str(row.ratings.bad))
        for title, row in rows
        if row.ratings is not None and row.ratings != Ratings()
    ]
    return [("how it was", "good", "fair", "bad"), *said] if said else []


def _days(report: DayReport) -> str:
    return (
        str(report.day) if report.day == report.to else f"{report.day} to {report.to}"
    )


def _level(report: DayReport) -> str:
    if report.service_level is None:
        return "Nobody was served."
    return (
        f"{of_100(report.service_level)}% of {report.service_level_of} were called within {report.target_minutes} min and served; "
        "whoever left within that time, or is still here, is not among them."
    )


def _row(row: ReportRow, title: str = "") -> Sequence[str]:
    cells = [f"{title} {row.name}".strip(), str(row.count)]
    for spread in (row.wait, row.service, row.total):
        cells += _durations(spread)
    return cells


def _durations(spread: Spread) -> list[str]:
    return [_minutes(value) for value in (spread.mean_s, spread.median_s, spread.p90_s)]


def _minutes(seconds: float | None) -> str:
    if seconds is None:
        return "-"
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02d}"


def _line(cells: Sequence[str], width: int) -> str:
    return f"{cells[0]:<{width}}" + "".join(f"{cell:>9}" for cell in cells[1:])
