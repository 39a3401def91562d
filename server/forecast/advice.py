"""What whoever looks after a hall is advised: one more desk here, or enough of it there."""

from dataclasses import dataclass, replace
from enum import StrEnum

from server.domain.promise import Promise

WORTH = 0.8
"""What is advised makes of a wait so much of what it was, or less."""


class How(StrEnum):
    """What has to be done so that one more desk serves a queue: let an open one serve it too, or open one that does."""

    LEND = "lend"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Slower:
    """What one more desk costs: newcomers of this queue wait longer for it."""

    queue: str
    before: Promise
    after: Promise


@dataclass(frozen=True, slots=True, kw_only=True)
class OneMore:
    """One more desk is wanted: what newcomers of the queue wait without and with it, how many of those in it would wait too long, and which other queue gets slower by it most."""

    queue: str
    desk: int
    how: How
    before: Promise
    after: Promise
    late_before: int
    late_after: int
    slower: Slower | None = None

    @property
    def has_fewer_late(self) -> bool:
        """Return whether so many fewer wait too long with it that this is a reason, too."""
        return self.late_before > 0 and self.late_after <= WORTH * self.late_before


@dataclass(frozen=True, slots=True, kw_only=True)
class Declined:
    """“Not now”: this desk is not to be the one more that the queue wants, or none is; until it is wanted anew."""

    queue: str
    desk: int | None = None

    def is_about(self, queue: str, desk: int) -> bool:
        """Return whether that desk on that queue is not wanted."""
        return self.queue == queue and self.desk in (None, desk)


@dataclass(frozen=True, slots=True, kw_only=True)
class Enough:
    """The desk need not serve the queue any longer that it was lent, or for which it was opened: so long wait newcomers now.

    Where it is wanted back by its `own` queue, they are that one's.
    """

    queue: str
    desk: int
    how: How
    newcomers: Promise
    own: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TooLong:
    """Newcomers of the queue wait longer than anybody should, whether or not a desk could help."""

    queue: str
    newcomers: Promise


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """What whoever looks after the hall is advised, and where newcomers wait too long."""

    more: tuple[OneMore, ...] = ()
    enough: tuple[Enough, ...] = ()
    too_long: tuple[TooLong, ...] = ()

    def without(self, declined: Declined) -> "Advice":
        """Return it without what is not wanted now."""
        more = (
            each for each in self.more if not declined.is_about(each.queue, each.desk)
        )
        return replace(self, more=tuple(more))


NO_ADVICE = Advice()
"""Things may stay as they are."""
