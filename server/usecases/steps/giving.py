"""Giving a number."""

from dataclasses import dataclass, replace

from server.domain import events, limits, numbering
from server.domain.promise import Promise
from server.domain.refusals import KioskClosed
from server.domain.ticket import PrintState, Ticket
from server.store.session import Session
from server.usecases.steps.day import keep_day
from server.usecases.steps.placing import check_priority, placed
from shared.wire.messages import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeNumber:
    """Which queue, in which language the customer is spoken to, and an optional priority class.

    `role` is that of the device it is taken at; `will_print` says that it has a printer's paper to expect, `at_once`
    that they are called as they come.
    """

    queue: str
    role: str = "phone"
    language: str | None = None
    priority: str | None = None
    will_print: bool = False
    at_once: bool = False


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
    if wanted.role == Role.KIOSK and state.today.is_test_awaited(
        session.actor.device, now
    ):
        return give_test_number(session, wanted)
    check_priority(state.settings, wanted.priority, wanted.role)
    demand = state.demand(queue.slug)
    limits.check_open(state.settings, queue, demand, now)
    foreseen = session.outlook.of_newcomer(queue.slug, demand.waiting)
    limits.check_not_full(state.settings, queue, demand, now, foreseen)
    number = state.next_number(queue)
    label = numbering.label(queue.letter, number, queue.settings.digits)
    return _taken(session, wanted, number, label)


def give_test_number(session: Session, wanted: TakeNumber) -> Ticket:
    """Return a new ticket that counts in no figure, at the end of the queue, open or not; raise `UnknownQueue`."""
    session.state.queue(wanted.queue)
    number = session.state.next_test_number()
    plain = replace(wanted, priority=None)
    return _taken(session, plain, number, numbering.test_label(number))


def _taken(session: Session, wanted: TakeNumber, number: int, label: str) -> Ticket:
    state = session.state
    moment = state.row_moment(session.now)
    position = placed(state, wanted.queue, wanted.priority, moment)
    return session.record(
        events.Taken(
            queue=wanted.queue,
            day=state.day,
            number=number,
            label=label,
            position=position,
            language=wanted.language,
            priority=wanted.priority,
            print=PrintState.PENDING if wanted.will_print else None,
            promise=None
            if wanted.at_once
            else _promise(session, wanted.queue, position),
        )
    )


def _promise(session: Session, queue: str, position: str) -> Promise | None:
    """Return how long somebody is told to wait who comes to this place in the line; nothing where a desk stands ready for them."""
    state = session.state
    if any(desk.stored_since and queue in desk.serves for desk in state.desks()):
        return None
    ahead = state.room.before(queue, (position, state.seq + 1))
    return session.outlook.shown_of(queue, ahead)
