"""A free desk that asked for the next arrival gets it, in the very transaction that brings it."""

from dataclasses import replace

from server.domain import events, life
from server.domain.branch import Desk, DeskState
from server.domain.policy import Choice, choose
from server.domain.ticket import Ticket, TicketState
from server.store.session import Session
from server.store.store import Clock


def serve_stored(session: Session, clock: Clock, arrived: Ticket) -> Ticket:
    """Return the ticket that has just begun to wait, called already if a free desk stood ready for it."""
    if arrived.state is not TicketState.WAITING:
        return arrived
    ready = [
        desk
        for desk in session.desks()
        if desk.stored_since and desk.state is DeskState.OPEN
    ]
    for desk in sorted(ready, key=lambda desk: (desk.stored_since, desk.number)):
        choice = choose(desk, session.heads(desk))
        if choice is not None:
            actor = session.actor
            session.actor = replace(actor, desk=desk.number, servicer=desk.servicer)
            called = call_to(session, clock, desk, choice)
            session.actor = actor
            return called if called.id == arrived.id else arrived
    return arrived


def call_to(
    session: Session, clock: Clock, desk: Desk, choice: Choice, *, chosen: bool = False
) -> Ticket:
    """Return the ticket, called to the desk; `chosen` when the desk picked it itself."""
    assert desk.servicer is not None
    called = events.Called(
        desk=desk.number, servicer=desk.servicer, chosen=chosen, turns=choice.turns
    )
    ticket = session.record(called, session.ticket(choice.head.ticket), at=clock())
    after = life.after_call(desk, called)
    if after != desk:
        session.keep_desk(after)
    return ticket
