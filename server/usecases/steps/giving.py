"""Giving a number."""

from dataclasses import dataclass

from server.domain import events, limits, numbering
from server.domain.refusals import KioskClosed
from server.domain.ticket import PrintState, Ticket
from server.store.session import Session
from server.usecases.steps.day import keep_day
from server.usecases.steps.placing import check_priority, placed


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
    """Return a new ticket that waits at the end of the queue, or as far in front as its priority gives.

    Raises `UnknownQueue`, `QueueClosed`, `QueueFull`, `NotValid` for an unknown priority, `PriorityNotAllowed`,
    `KioskClosed`.
    """
    keep_day(session)
    state, now = session.state, session.now
    queue = state.queue(wanted.queue)
    if state.today.kiosk(session.actor.device, now) is not None:
        raise KioskClosed
    check_priority(state.settings, wanted.priority, wanted.role)
    demand = state.demand(queue.slug)
    limits.check_open(state.settings, queue, demand, now)
    limits.check_not_full(state.settings, queue, demand, now)
    number = state.next_number(queue)
    moment = state.row_moment(now)
    return session.record(
        events.Taken(
            queue=queue.slug,
            day=state.day,
            number=number,
            label=numbering.label(queue.letter, number, queue.settings.digits),
            position=placed(state, queue.slug, wanted.priority, moment),
            language=wanted.language,
            priority=wanted.priority,
            print=PrintState.PENDING if wanted.will_print else None,
        )
    )
