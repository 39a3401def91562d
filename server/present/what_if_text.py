"""A day that was played again, in words for a terminal."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from math import ceil
from zoneinfo import ZoneInfo

from server.forecast.what_if import (
    OneMoreDesk,
    OtherPolicy,
    OtherQueues,
    Waits,
    What,
)
from server.usecases.what_if import PlayedAgain

_HEADINGS = ("", "came", "half under", "9 in 10 under", "in time", "left")


def what_if_text(
    played: PlayedAgain,
    begins: datetime,
    zone: ZoneInfo,
    names: Mapping[str, str],
    place: str,
) -> str:
    """Return what would have been, as lines; seconds of the change are from `begins` on."""
    change = _change(played.what, begins, zone, names, place)
    before, after = played.concerned.before, played.concerned.after
    was = played.concerned.really
    lines = [f"{played.day}. {change}, {_effect(before, after)}", ""]
    table = [_HEADINGS]
    table += [
        (
            "all" if row.queue is None else names.get(row.queue, row.queue),
            str(row.after.came),
            _both(minutes(row.before.half_s), minutes(row.after.half_s)),
            _both(minutes(row.before.most_s), minutes(row.after.most_s)),
            _both(of_100(row.before), of_100(row.after)),
            _both(row.before.left, row.after.left),
        )
        for row in played.rows
    ]
    width = 2 + max(len(cells[0]) for cells in table)
    lines += [
        f"{cells[0]:<{width}}" + "".join(f"{cell:>15}" for cell in cells[1:])
        for cells in table
    ]
    target = played.target // timedelta(minutes=1)
    again = f"half under {minutes(before.half_s)} min and 9 in 10 under {minutes(before.most_s)}"
    lines += [
        "",
        f"In time: of 100, called within {target} min. Left of an arrow, the day played again as it was.",
        f"So played it comes to {again}; really it was {minutes(was.half_s)} and {minutes(was.most_s)}.",
        "The same people come, and each takes as long as then. Who left waits as long as then; nobody is picked by hand.",
        f"Each {place} is open when it was, and calls as soon as then.",
    ]
    return "\n".join(lines)


def minutes(seconds: float | None) -> int | None:
    """Return the whole minutes that it was under, None for no wait at all."""
    return None if seconds is None else max(1, ceil(seconds / 60))


def of_100(waits: Waits) -> int | None:
    """Return how many of 100 were called in time."""
    share = waits.share_in_time
    return None if share is None else round(share * 100)


def _effect(before: Waits, after: Waits) -> str:
    if before.half_s is None or after.half_s is None:
        return "nobody would have been called."
    half = _instead(minutes(before.half_s), minutes(after.half_s))
    most = _instead(minutes(before.most_s), minutes(after.most_s))
    return f"half would have waited under {half}, 9 in 10 under {most}."


def _instead(before: int | None, after: int | None) -> str:
    return (
        f"{after} min as before"
        if before == after
        else f"{after} min instead of {before}"
    )


def _change(
    what: What, begins: datetime, zone: ZoneInfo, names: Mapping[str, str], place: str
) -> str:
    match what:
        case OneMoreDesk(queues=queues, since_s=since, until_s=until):
            times = (
                f"{(begins + timedelta(seconds=each)).astimezone(zone):%H:%M}"
                for each in (since, until)
            )
            return f"With one more {place} on {_listed(queues, names)} from {' to '.join(times)}"
        case OtherPolicy(policy=policy, desk=desk, weights=weights):
            where = f"every {place}" if desk is None else f"{place} {desk}"
            how = ":".join(map(str, weights)) or policy.value
            return f"With the policy {how} at {where}"
        case OtherQueues(desk=desk, queues=queues):
            return f"With {place} {desk} on {_listed(queues, names)}"


def _listed(queues: tuple[str, ...], names: Mapping[str, str]) -> str:
    return ", ".join(names.get(slug, slug) for slug in queues)


def _both(before: int | None, after: int | None) -> str:
    was, then = ("-" if each is None else str(each) for each in (before, after))
    return then if was == then else f"{was} → {then}"
