"""A customer who missed the call says: I am here."""

from server.domain import events
from server.domain.branch import Desk
from server.domain.events import Actor
from server.domain.ticket import Ticket
from server.store.session import Session
from server.usecases.steps.acting import signed_in_desk
from server.usecases.steps.calling import give_to_ready_desk
from server.usecases.steps.rejoining import place_to_rejoin


def rejoin(session: Session, ticket_id: int) -> Ticket:
    """Return the ticket, waiting near the front, as many places behind it as the branch sets; or raise `TooLate`."""
    return _rejoin(session, session.actor, ticket_id)


def rejoin_at_desk(session: Session, ticket_id: int) -> Ticket:
    """Do the same for a customer who says so at a desk; raise `NotSignedIn` as well."""
    return _rejoin(session, signed_in_desk(session), ticket_id)


def _rejoin(session: Session, who: Desk | Actor, ticket_id: int) -> Ticket:
    ticket = session.ticket(ticket_id)
    position = place_to_rejoin(session, ticket)
    with session.acting(who):
        rejoined = session.record(events.Rejoined(position=position), ticket)
    return give_to_ready_desk(session, rejoined)
