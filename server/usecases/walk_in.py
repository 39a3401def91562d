"""A customer walks up to a desk without a number."""

from dataclasses import dataclass

from server.domain.policy import Choice, Head
from server.domain.ticket import Ticket
from server.store.session import Session
from server.store.store import Clock
from server.usecases.call_next import free_desk
from server.usecases.stored_next import call_to
from server.usecases.take_number import TakeNumber, new_ticket


@dataclass(frozen=True, slots=True, kw_only=True)
class WalkIn:
    """The number to take; `finish` first finishes the ticket that the desk still serves."""

    take: TakeNumber
    finish: bool = False


def walk_in(session: Session, clock: Clock, command: WalkIn) -> Ticket:
    """Return a new ticket, called to the acting desk at once; raise as `take_number` and `call_next` do."""
    desk = free_desk(session, clock, finish=command.finish)
    ticket = new_ticket(session, clock, command.take)
    head = Head(ticket.queue, ticket.position, ticket.id)
    return call_to(session, clock, desk, Choice(head), chosen=True)
