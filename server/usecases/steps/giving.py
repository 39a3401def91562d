"""Giving a number."""

from dataclasses import dataclass
from datetime import timedelta

from server.domain import events, limits, numbering
from server.domain.branch import BranchSettings
from server.domain.refusals import NotValid, PriorityNotAllowed
from server.domain.ticket import PrintState, Ticket
from server.store.session import Session
from server.usecases.steps.day import keep_day


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeNumber:
    """Which queue, in which language the customer is spoken to, and an optional priority class.

    `role` is that of the device it is taken at; `will_print` says that it has a printer's paper to expect.
    """

    queue: str
    role: str = "phone"
    language: str | None = None
    priority: str | None = None
    will_print: bool = False


def give_number(session: Session, wanted: TakeNumber) -> Ticket:
    """Return a new ticket that waits at the end of the queue, or as far in front of it as its priority gives.

    Raises `UnknownQueue`, `QueueClosed`, `QueueFull`, `NotValid` for an unknown priority, `PriorityNotAllowed`.
    """
    keep_day(session)
    state, now = session.state, session.now
    queue = state.queue(wanted.queue)
    head_start = _head_start(state.settings, wanted)
    limits.check_open(state.settings, queue, now)
    limits.check_not_full(state.settings, queue, state.demand(queue.slug), now)
    number = state.next_number(queue)
    moment = state.row_moment(now) - head_start
    return session.record(
        events.Taken(
            queue=queue.slug,
            day=state.day,
            number=number,
            label=numbering.label(queue.letter, number, queue.settings.digits),
            position=numbering.position(moment, state.seq + 1),
            language=wanted.language,
            priority=wanted.priority,
            print=PrintState.PENDING if wanted.will_print else None,
        )
    )


def _head_start(branch: BranchSettings, wanted: TakeNumber) -> timedelta:
    if wanted.priority is None:
        return timedelta(0)
    if wanted.priority not in branch.priorities:
        raise NotValid("priority", f"There is no priority “{wanted.priority}”.")
    if wanted.role not in branch.priority_roles:
        raise PriorityNotAllowed
    return timedelta(minutes=branch.priorities[wanted.priority])
