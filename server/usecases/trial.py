"""A manager tries the whole way of a ticket out: with a number that counts nowhere."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from server.domain import events
from server.domain.refusals import NotValid, UnknownDevice
from server.domain.ticket import AT_DESK, OPEN_STATES, Ticket
from server.domain.today import TestAwaited
from server.store.session import Session
from server.usecases.steps.calling import give_to_ready_desk
from server.usecases.steps.day import keep_day
from server.usecases.steps.giving import TakeNumber, give_test_number
from shared.wire.messages import Role

AWAITED_FOR = timedelta(minutes=10)


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeTestNumber:
    """In which queue, and in which language it is spoken of."""

    queue: str
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AwaitTestNumber:
    """At which kiosk, by its device's id, the next number is to be a test; at whichever gives one first where none is said."""

    device: int | None = None


def take_test_number(session: Session, command: TakeTestNumber) -> Ticket:
    """Return a ticket that waits, is called and spoken as any other, also while the queue is closed or full; raise `UnknownQueue`."""
    keep_day(session)
    wanted = TakeNumber(queue=command.queue, language=command.language)
    return give_to_ready_desk(session, give_test_number(session, wanted))


def await_test_number(session: Session, command: AwaitTestNumber) -> datetime:
    """Let the next number that the kiosk gives be a test, paper and all; return until when it is awaited.

    Raises `UnknownDevice`, or `NotValid` for what is no kiosk.
    """
    keep_day(session)
    device = session.state.devices.get(command.device or 0)
    if command.device is not None and device is None:
        raise UnknownDevice(str(command.device))
    if device is not None and device.role != Role.KIOSK:
        raise NotValid("device", f"“{device.name}” is no kiosk but a {device.role}.")
    until = session.now + AWAITED_FOR
    awaited = TestAwaited(until=until, device=command.device)
    session.record(events.TestNumberAwaited(awaited=awaited))
    return until


def end_test(session: Session, ticket_id: int | None = None) -> None:
    """Await no test number any more, and let this one be gone from everywhere, wherever it stands.

    Raises `UnknownTicket`, or `NotValid` for a customer's ticket.
    """
    if session.state.today.test is not None:
        session.record(events.TestNumberAwaited(awaited=None))
    if ticket_id is None:
        return
    ticket = session.ticket(ticket_id)
    if not ticket.is_test:
        raise NotValid("ticket", f"{ticket.label} is a customer's ticket, no test.")
    if ticket.state in AT_DESK:
        session.record(events.Finished(), ticket)
    elif ticket.state in OPEN_STATES:
        session.record(events.Cancelled(), ticket)
