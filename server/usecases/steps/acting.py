"""Who acts: a desk move is made by the desk that is signed in at the console it comes from."""

from dataclasses import replace

from server.domain.branch import Desk, Helper
from server.domain.events import Actor
from server.domain.moves import Move, check_move
from server.domain.refusals import NotSignedIn, OtherDesk
from server.domain.ticket import AT_DESK, Ticket
from server.store.session import Session


def signed_in_desk(session: Session) -> Desk:
    """Return the desk that is signed in at the asking console; raise `NotSignedIn`."""
    desk = session.state.desk_of_device(session.actor.device)
    if desk is None:
        raise NotSignedIn
    return desk


def this_desk(session: Session, number: int) -> Desk:
    """Return the desk of this number, signed in at the asking console; raise `UnknownDesk` or `NotSignedIn`."""
    session.state.desk(number)
    desk = signed_in_desk(session)
    if desk.number != number:
        raise NotSignedIn
    return desk


def staff_for(session: Session, ticket: Ticket) -> Desk | Actor:
    """Return who acts on the ticket: the asking manager, or the desk signed in here.

    Raises `NotSignedIn`, or `OtherDesk` when the ticket is at another desk than this one.
    """
    if session.actor.manager is not None:
        return session.actor
    here = signed_in_desk(session)
    if ticket.state in AT_DESK and ticket.desk != here.number:
        raise OtherDesk(ticket)
    return here


def staff_of(session: Session, number: int) -> Actor:
    """Return who decides what the desk serves today: the asking manager, or whoever sits there, at the asking console; raise as `this_desk` does."""
    if session.actor.manager is not None:
        return session.actor
    return replace(session.actor, servicer=this_desk(session, number).servicer)


def who_helps(session: Session) -> Helper:
    """Return who comes to help: the asking manager, or whoever is signed in at the asking console; raise `NotSignedIn`."""
    if session.actor.manager is not None:
        return Helper(name=session.actor.manager)
    desk = signed_in_desk(session)
    assert desk.servicer is not None
    return Helper(name=desk.servicer, desk=desk.number)


def desk_with(session: Session, ticket_id: int, move: Move) -> tuple[Desk, Ticket]:
    """Return the desk signed in here and its ticket, which may make the move; raise `WrongState` or `OtherDesk`."""
    desk = signed_in_desk(session)
    ticket = session.ticket(ticket_id)
    check_move(ticket, move)
    if ticket.desk != desk.number:
        raise OtherDesk(ticket)
    return desk, ticket
