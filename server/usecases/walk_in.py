"""A customer walks up to a desk without a number."""

from dataclasses import dataclass, replace

from server.domain.policy import Choice, Head
from server.domain.ticket import Ticket
from server.store.session import Session
from server.usecases.steps.calling import call_to, free_desk
from server.usecases.steps.giving import TakeNumber, give_number


@dataclass(frozen=True, slots=True, kw_only=True)
class WalkIn:
    """The number to take; `finish` first finishes the ticket that the desk still serves."""

    take: TakeNumber
    finish: bool = False


def walk_in(session: Session, command: WalkIn) -> Ticket:
    """Return a new ticket, called to the asking desk at once; raise as `take_number` and `call_next` do."""
    desk = free_desk(session, finish=command.finish)
    with session.acting(desk):
        ticket = give_number(session, replace(command.take, at_once=True))
    head = Head(ticket.queue, ticket.position, ticket.id)
    return call_to(session, desk, Choice(head), chosen=True)
