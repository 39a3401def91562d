"""A customer who was served here today takes another number, from where they stand."""

from dataclasses import dataclass

from server.domain.refusals import KioskOnly
from server.domain.ticket import Ticket, TicketState
from server.store.session import Session
from server.store.store import Clock
from server.usecases.close_day import close_day
from server.usecases.take_number import TakeNumber, take_number


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeAnother:
    """Which queue, and the ticket with which the customer was served."""

    queue: str
    after: int


def take_another(session: Session, clock: Clock, command: TakeAnother) -> Ticket:
    """Return a new ticket in the language of the old one.

    Raises `KioskOnly` unless that one is done, and today's; `UnknownQueue` or `QueueFull` as at the kiosk.
    """
    close_day(session, clock)
    served = session.ticket(command.after)
    if served.state is not TicketState.DONE or served.day != session.ledger.day:
        raise KioskOnly
    return take_number(
        session, clock, TakeNumber(queue=command.queue, language=served.language)
    )
