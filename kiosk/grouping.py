"""More queues than fit one screen: in groups of neighbours, or page by page where letters are larger or controls lower; pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from shared.wire.wording import side_by_side

MOST_AT_ONCE = 9
MOST_LARGE_AT_ONCE = 3
MOST_LOW_AT_ONCE = 6
MOST_LARGE_AND_LOW_AT_ONCE = 2
"""So many queues stand on one screen; more are shown in groups or pages."""


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A few queues behind one button: their letters and names."""

    group: int
    letters: str
    names: str


def members(count: int, group: int) -> range:
    """Return the places of the queues in a group, when so many are shared out evenly."""
    groups = group_count(count, MOST_AT_ONCE)
    size, rest = divmod(count, groups)
    first = group * size + min(group, rest)
    return range(first, first + size + (1 if group < rest else 0))


def group_count(count: int, most: int) -> int:
    """Return into how many groups or pages so many of them go; one means that none are needed."""
    return max(1, -(-count // most))


def page_of(count: int, page: int, most: int) -> range:
    """Return the places of those on a page, each page full but the last."""
    return range(page * most, min(count, (page + 1) * most))


def group_rows(letters: Sequence[str], names: Sequence[str]) -> tuple[GroupRow, ...]:
    """Return a row for each group; none where all queues fit."""
    groups = group_count(len(names), MOST_AT_ONCE)
    if groups == 1:
        return ()
    shared = [members(len(names), group) for group in range(groups)]
    return tuple(
        GroupRow(
            group,
            " ".join(letters[place] for place in places),
            side_by_side(names[place] for place in places),
        )
        for group, places in enumerate(shared)
    )
