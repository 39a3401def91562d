"""A day that was played again, in words for a terminal."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from server.forecast.what_if import (
    OneMoreDesk,
    OtherPolicy,
    OtherQueues,
    What,
)
from server.present.analytics import of_100, under
from server.usecases.what_if import Compared, PlayedAgain

_HEADINGS = ("", "came", "half under", "9 in 10 under", "in time", "left", "not served")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure without the change and with it, in whole numbers: the same where they are much the same; None where nobody was served."""

    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What is shown of a row: under how many minutes half and 9 in 10 waited, how many of 100 were called in time, how many left, and were never called."""

    came: int
    half: Shown
    most: Shown
    in_time: Shown
    left: Shown
    unserved: Shown


def figures_of(row: Compared) -> Figures:
    """Return the row's figures, rounded as reports round them."""
    return Figures(
        came=round(row.after.came),
        half=_shown(row, "half_s", under),
        most=_shown(row, "most_s", under),
        in_time=_shown(row, "share_in_time", of_100),
        left=_shown(row, "left", round),
        unserved=_shown(row, "unserved", round),
    )


def _shown(row: Compared, name: str, rounded: Callable[[float], int]) -> Shown:
    return Shown(*(None if each is None else rounded(each) for each in row.pair(name)))


def what_if_text(
    played: PlayedAgain,
    begins: datetime,
    zone: ZoneInfo,
    names: Mapping[str, str],
    place: str,
) -> str:
    """Return what would have been, as lines; seconds of the change are from `begins` on."""
    change = _change(played.what, begins, zone, names, place)
    answer = played.answer
    effect = _effect(answer, names)
    lines = [f"{played.day}. {change}, {effect}", ""]
    table = [_HEADINGS, *(_cells(row, names) for row in played.rows)]
    width = 2 + max(len(cells[0]) for cells in table)
    lines += [
        f"{cells[0]:<{width}}" + "".join(f"{cell:>15}" for cell in cells[1:])
        for cells in table
    ]
    target = played.target // timedelta(minutes=1)
    lines += [
        "",
        f"In time: called within {target} min and served, of 100 who did not leave sooner than that. Not served: never called, and still there at the end.",
        "Left of an arrow, the day played again as it was; without an arrow, much the same.",
        _near(played, names),
        "The same people come at the same moments, and take as long as people of their queue did about then. Nobody is picked by hand.",
        f"Each {place} is open when it was, and about as soon to call. Waits are of those who were served, by what they came for.",
    ]
    return "\n".join(lines)


def _cells(row: Compared, names: Mapping[str, str]) -> tuple[str, ...]:
    found = figures_of(row)
    pairs = (found.half, found.most, found.in_time, found.left, found.unserved)
    name = "all" if row.queue is None else names.get(row.queue, row.queue)
    return name, str(found.came), *(_both(each) for each in pairs)


def _near(played: PlayedAgain, names: Mapping[str, str]) -> str:
    was, before = played.everybody.really, played.everybody.before
    if was.half_s is None or was.most_s is None:
        return "Really nobody was served on that day."
    if before.half_s is None or before.most_s is None:
        said = f"Really half were under {under(was.half_s)} min and 9 in 10 under {under(was.most_s)}."
    else:
        said = (
            f"Played as it was, half of all are under {under(before.half_s)} min and 9 in 10 under {under(before.most_s)}, {of_100(before.share_in_time or 0)} of 100 in time and served;"
            f" really it was {under(was.half_s)} and {under(was.most_s)}, {of_100(was.share_in_time or 0)} in time and served."
        )
    nobody = played.never_called
    return f"{said} Really nobody was called for {_listed(nobody, names)}." if nobody else said  # fmt: skip


def _effect(answer: Compared, names: Mapping[str, str]) -> str:
    whom = "all" if answer.queue is None else f"those for {names.get(answer.queue, answer.queue)}"  # fmt: skip
    found = figures_of(answer)
    if answer.after.half_s is None:
        said = f"nobody of {whom} would have been served."
    elif found.half.before == found.half.after and found.most.before == found.most.after:  # fmt: skip
        said = f"waits would have been much the same: half of {whom} under {found.half.after} min, 9 in 10 under {found.most.after} min."
    else:
        said = f"half of {whom} would have waited under {_instead(found.half)}, 9 in 10 under {_instead(found.most)}."
    return said if answer.really.called else f"{said} Really nobody of them was called."


def _instead(shown: Shown) -> str:
    if shown.before is None:
        return f"{shown.after} min"
    return (
        f"{shown.after} min as before"
        if shown.before == shown.after
        else f"{shown.after} min instead of {shown.before}"
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


def _listed(queues: Sequence[str], names: Mapping[str, str]) -> str:
    return ", ".join(names.get(slug, slug) for slug in queues)


def _both(shown: Shown) -> str:
    was, then = ("-" if each is None else str(each) for each in (shown.before, shown.after))  # fmt: skip
    return then if was == then else f"{was} → {then}"
