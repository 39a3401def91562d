"""A customer who was served here today takes another number, from where they stand."""

from dataclasses import dataclass

from server.domain.refusals import KioskOnly
from server.domain.ticket import Ticket, TicketState
from server.store.session import Session
from server.usecases.steps.calling import give_to_ready_desk
from server.usecases.steps.day import keep_day
from server.usecases.steps.giving import TakeNumber, give_number


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeAnother:
    """Which queue, and the ticket with which the customer was served."""

    queue: str
    after: int


def take_another(session: Session, command: TakeAnother) -> Ticket:
    """Return a new ticket in the language of the old one.

    Raises `KioskOnly` unless that one is done, and today's; `UnknownQueue` or `QueueFull` as at the kiosk.
    """
    keep_day(session)
    served = session.ticket(command.after)
    if served.state is not TicketState.DONE or served.day != session.state.day:
        raise KioskOnly
    wanted = TakeNumber(queue=command.queue, language=served.language)
    return give_to_ready_desk(session, give_number(session, wanted))
