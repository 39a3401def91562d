"""A day's report as words and a table for a terminal."""

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


def report_text(report: DayReport) -> str:
    """Return the report as lines of text; durations are minutes and seconds."""
    lines = [
        (
            f"{_days(report)}: {report.taken} taken, {report.served} served, "
            f"{report.missed} missed, {report.left} left, {report.expired} expired"
            f"{f', {report.here} still here' if report.here else ''}."
        ),
        _level(report),
        "",
        _line(_HEADINGS),
        _row(report.all),
    ]
    for title, rows in (
        ("queue", report.queues),
        ("desk", report.desks),
        ("servicer", report.servicers),
        ("hour", report.hours),
    ):
        lines += [_row(row, title) for row in rows]
    return "\n".join([*lines, *_ratings(report)])


def _ratings(report: DayReport) -> list[str]:
    """Return what customers said, by whatever it may be told; nothing where nobody said anything."""
    rows = [("all", report.all)]
    rows += [(f"queue {row.name}", row) for row in report.queues]
    rows += [(f"desk {row.name}", row) for row in report.desks]
    rows += [(f"servicer {row.name}", row) for row in report.servicers]
    said = [
        _line(
            [title, str(row.ratings.good), str(row.ratings.fair), str(row.ratings.bad)]
        )
        for title, row in rows
        if row.ratings is not None and row.ratings != Ratings()
    ]
    return ["", _line(("how it was", "good", "fair", "bad")), *said] if said else []


def _days(report: DayReport) -> str:
    return (
        str(report.day) if report.day == report.to else f"{report.day} to {report.to}"
    )


def _level(report: DayReport) -> str:
    if report.service_level is None:
        return "Nobody was served."
    return f"{report.service_level:.0%} of them waited {report.target_minutes} min or less."


def _row(row: ReportRow, title: str = "") -> str:
    cells = [f"{title} {row.name}".strip(), str(row.count)]
    for spread in (row.wait, row.service, row.total):
        cells += _durations(spread)
    return _line(cells)


def _durations(spread: Spread) -> list[str]:
    return [_minutes(value) for value in (spread.mean_s, spread.median_s, spread.p90_s)]


def _minutes(seconds: float | None) -> str:
    if seconds is None:
        return "-"
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02d}"


def _line(cells: tuple[str, ...] | list[str]) -> str:
    return f"{cells[0]:<24}" + "".join(f"{cell:>9}" for cell in cells[1:])
