"""A customer takes a number."""

from server.domain.ticket import Ticket
from server.store.session import Session
from server.usecases.steps.calling import give_to_ready_desk
from server.usecases.steps.giving import TakeNumber, give_number

__all__ = ["TakeNumber", "take_number"]


def take_number(session: Session, command: TakeNumber) -> Ticket:
    """Return a new ticket, called already if a free desk stood ready for it; raise as `give_number` does."""
    return give_to_ready_desk(session, give_number(session, command))
