"""What every program knows of its branch, folded from a snapshot and the events after it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import msgspec

from shared.wire.messages import Branch, Desk, Event, Snapshot, Ticket, TicketState, Was


@dataclass(frozen=True, slots=True)
class Picture:
    """The branch as it stands, and how many wait in each queue, by slug."""

    branch: Branch
    waiting: Mapping[str, int]

    @classmethod
    def of(cls, snapshot: Snapshot) -> "Picture":
        """Begin from a snapshot."""
        return cls(branch=snapshot.branch, waiting=dict(snapshot.board.waiting))

    @classmethod
    def of_branch(cls, branch: Branch) -> "Picture":
        """Begin from the branch as it stands."""
        return cls(branch, {queue.slug: queue.waiting for queue in branch.queues})

    def after(self, event: Event) -> "Picture":
        """Return the picture one event later."""
        if event.branch is not None:
            return Picture.of_branch(event.branch)
        if event.desk is not None:
            return replace(self, branch=with_desk(self.branch, event.desk))
        if event.ticket is not None:
            return replace(self, waiting=moved(self.waiting, event.was, event.ticket))
        return self


def with_desk(branch: Branch, desk: Desk) -> Branch:
    """Return the branch with this desk in the place of the one of its number."""
    desks = [desk if known.number == desk.number else known for known in branch.desks]
    return msgspec.structs.replace(branch, desks=desks)


def moved(
    waiting: Mapping[str, int], was: Was | None, now: Ticket
) -> Mapping[str, int]:
    """Return how many wait where after a ticket moved; `was` is None for a new one."""
    counts = dict(waiting)
    if was is not None and was.state is TicketState.WAITING:
        counts[was.queue] = max(0, counts.get(was.queue, 0) - 1)
    if now.state is TicketState.WAITING:
        counts[now.queue] = counts.get(now.queue, 0) + 1
    return counts
