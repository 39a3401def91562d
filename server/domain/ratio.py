"""Customers with priority and without, called in turn by a fixed ratio: pure functions over a line."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

Turns = tuple[int, int]
"""How many were called in the present round with priority, and without."""

NONE_YET: Turns = (0, 0)
MOST_SHARE = 20

_WRITTEN = re.compile(r"(\d{1,2}):(\d{1,2})")


@dataclass(frozen=True, slots=True)
class Ratio:
    """So many with priority go before so many without; where only one kind waits, it is called all the same."""

    priority: int
    others: int

    @property
    def shares(self) -> Turns:
        """What a whole round has of either kind."""
        return self.priority, self.others

    def after_call(self, turns: Turns, *, has_priority: bool) -> Turns:
        """Return the round after one of this kind was called; whoever has no turn left in it begins the next."""
        mine = 0 if has_priority else 1
        if turns[mine] >= self.shares[mine]:
            turns = NONE_YET
        after = (turns[0] + has_priority, turns[1] + (not has_priority))
        return NONE_YET if after == self.shares else after

    def place(self, turns: Turns, line: Sequence[bool], *, has_priority: bool) -> int:
        """Return behind how many of the line somebody who comes now has their turn.

        `line` says of each who waits, first of all first, whether they have priority. Nobody goes before somebody of the same kind, and
        nobody waits for longer than a round's share of the other kind.
        """
        alike = [place for place, each in enumerate(line) if each == has_priority]
        first = alike[-1] + 1 if alike else 0
        for each in line[:first]:
            turns = self.after_call(turns, has_priority=each)
        for place in range(first, len(line)):
            if (turns[0] < self.priority) == has_priority:
                return place
            turns = self.after_call(turns, has_priority=not has_priority)
        return len(line)


@cache
def ratio_of(text: str) -> Ratio | None:
    """Return the ratio that a setting such as `2:1` writes, None for no ratio; raise `ValueError`."""
    if not text:
        return None
    written = _WRITTEN.fullmatch(text)
    if written is None:
        raise ValueError(text)
    ratio = Ratio(*map(int, written.groups()))
    if not all(1 <= share <= MOST_SHARE for share in ratio.shares):
        raise ValueError(text)
    return ratio
