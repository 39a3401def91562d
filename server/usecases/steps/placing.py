"""Where in the line somebody stands: behind who came before, but for their priority."""

from datetime import datetime, timedelta

from server.domain import numbering
from server.domain.branch import BranchSettings
from server.domain.ratio import ratio_of
from server.domain.refusals import NotValid, PriorityNotAllowed
from server.domain.state import BranchState
from server.domain.ticket import Ticket
from shared.wire.messages import Role


def check_priority(branch: BranchSettings, priority: str | None, role: str) -> None:
    """Raise `NotValid` for a class that there is not, `PriorityNotAllowed` where such a device may give none; a manager always may."""
    if priority is not None and priority not in branch.priorities:
        raise NotValid("priority", f"There is no priority “{priority}”.")
    if priority is not None and role not in (*branch.priority_roles, Role.MANAGER):
        raise PriorityNotAllowed


def placed(
    state: BranchState, queue: str, priority: str | None, moment: datetime
) -> str:
    """Return the position of a ticket that the next row brings into the queue.

    Its class has a head start; where the branch calls by a ratio, the ticket goes where its turn will be.
    """
    seq = state.seq + 1
    ratio = ratio_of(state.settings.priority_ratio)
    if ratio is None:
        return numbering.position(moment - _head_start(state, priority), seq)
    line = state.room.line_of(queue)
    place = ratio.place(
        state.counter(queue).turns,
        [each.priority is not None for each in line],
        has_priority=priority is not None,
    )
    return numbering.placed([each.position for each in line], place, moment, seq)


def moved_by_priority(
    state: BranchState, ticket: Ticket, priority: str | None, moment: datetime
) -> str:
    """Return the position of a waiting ticket that the next row gives this class, or none."""
    if ratio_of(state.settings.priority_ratio) is None:
        earlier = _head_start(state, priority) - _head_start(state, ticket.priority)
        return numbering.shifted(ticket.position, -earlier)
    if priority is None:
        # It never loses the place that it would have without.
        return numbering.position(ticket.taken_at + ticket.corrected, state.seq + 1)
    if ticket.priority is not None:
        return ticket.position
    forward = placed(state, ticket.queue, priority, moment)
    return min(forward, ticket.position)


def _head_start(state: BranchState, priority: str | None) -> timedelta:
    minutes = 0 if priority is None else state.settings.priorities.get(priority, 0)
    return timedelta(minutes=minutes)
