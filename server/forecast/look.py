"""What one look at a branch has found."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from server.domain.promise import Promise
from server.forecast.guess import Guess, in_seconds
from server.forecast.outlook import Outlook
from server.forecast.ranges import LEVELS, Group
from server.forecast.samples import Values

PROMISED = LEVELS.index(0.8)
"""How many of the waits are to be within what people are told: 8 in 10."""


@dataclass(frozen=True, slots=True)
class Look:
    """Guesses of all who wait and can be called, and of a newcomer to each queue, at one moment (seconds since 1970).

    `tickets` and `newcomers` are rows in the arrays: `ends` are logarithms, `seconds` waits; the middle first, then below and
    above for each level. `features` has for each the array and the row in it. `further` is as an outlook's. Of those too far behind to be played, who are
    last, there are only `ends` and `seconds`.
    """

    seq: int
    at: float
    tickets: Mapping[int, int]
    newcomers: Mapping[str, int]
    groups: tuple[Group, ...]
    ahead: tuple[int, ...]
    features: tuple[tuple[Values, int], ...]
    usual: Values
    ends: Values
    seconds: Values
    further: Mapping[str, Sequence[Promise]]

    def guess(self, ticket: int) -> Guess:
        """Return what is thought of the ticket, which was played; raise `LookupError` where nobody can say."""
        row = self.tickets[ticket]
        features, at = self.features[row]
        half, *ends = self.seconds[row].tolist()
        ranges = {
            level: (ends[2 * place], ends[2 * place + 1])
            for place, level in enumerate(LEVELS)
        }
        return Guess(
            self.at, self.groups[row], self.ahead[row], features[at].copy(),
            float(self.ends[row, 0]), float(self.usual[row]), half, ranges,
        )  # fmt: skip

    def not_after(self, other: "Look") -> "Look":
        """Return this look, no wait in it longer than in the other."""
        ends = self.ends.copy()
        rows = [(row, other.tickets.get(id)) for id, row in self.tickets.items()] + [
            (row, other.newcomers.get(slug)) for slug, row in self.newcomers.items()
        ]
        for row, before in rows:
            if before is not None:
                ends[row] = np.minimum(ends[row], other.ends[before])
        return replace(self, ends=ends, seconds=in_seconds(ends))

    def outlook(self) -> Outlook:
        """Return it as people are told it."""
        below, above = 1 + 2 * PROMISED, 2 + 2 * PROMISED
        lows = np.floor(self.seconds[:, below]).astype(int).tolist()
        middles = np.rint(self.seconds[:, 0]).astype(int).tolist()
        highs = np.ceil(self.seconds[:, above]).astype(int).tolist()
        promises = [Promise(*each) for each in zip(lows, middles, highs, strict=True)]
        return Outlook(
            seq=self.seq,
            tickets={id: promises[row] for id, row in self.tickets.items()},
            newcomers={slug: promises[row] for slug, row in self.newcomers.items()},
            further=self.further,
        )
