"""Who acts at a console: every desk move starts by finding the desk that is signed in there."""

from dataclasses import replace

from server.domain.branch import Desk
from server.domain.life import check_move
from server.domain.refusals import NotSignedIn, OtherDesk
from server.domain.ticket import AT_DESK, Move, Ticket
from server.store.session import Session


def signed_in_desk(session: Session) -> Desk:
    """Return the desk signed in at the acting console, and record as it from here on; raise `NotSignedIn`."""
    desk = session.desk_of_device(session.actor.device)
    if desk is None:
        raise NotSignedIn
    session.actor = replace(session.actor, desk=desk.number, servicer=desk.servicer)
    return desk


def check_staff(session: Session, ticket: Ticket, *, manager: bool) -> None:
    """Raise `NotSignedIn`, or `OtherDesk` when the ticket is at another desk; a manager needs no desk."""
    if manager:
        return
    here = signed_in_desk(session)
    if ticket.state in AT_DESK and ticket.desk != here.number:
        raise OtherDesk(ticket)


def ticket_at_this_desk(session: Session, ticket_id: int, move: Move) -> Ticket:
    """Return the ticket, once it may make the move and is this desk's; raise `WrongState` or `OtherDesk`."""
    desk = signed_in_desk(session)
    ticket = session.ticket(ticket_id)
    check_move(ticket, move)
    if ticket.desk != desk.number:
        raise OtherDesk(ticket)
    return ticket


def this_desk(session: Session, number: int) -> Desk:
    """Return the desk of this number, at which the acting console is signed in.

    Raises `UnknownDesk` or `NotSignedIn`.
    """
    session.desk(number)
    desk = signed_in_desk(session)
    if desk.number != number:
        raise NotSignedIn
    return desk
