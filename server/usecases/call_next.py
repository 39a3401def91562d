"""A desk calls whoever is next, or one particular ticket."""

from dataclasses import dataclass

from server.domain import events
from server.domain.moves import Move, check_move
from server.domain.policy import Choice, Head, choose
from server.domain.ticket import Ticket, TicketState
from server.store.session import Session
from server.usecases.steps.calling import call_to, free_desk
from server.usecases.steps.day import keep_day
from server.usecases.steps.rejoining import check_in_time


@dataclass(frozen=True, slots=True, kw_only=True)
class CallNext:
    """`finish` first finishes the ticket that the desk still serves.

    Where nobody waits, `store` true asks for the next arrival and false withdraws that; None leaves it as it is.
    """

    finish: bool = False
    store: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CallTicket:
    """A particular ticket; `finish` first finishes the one that the desk still serves."""

    ticket: int
    finish: bool = False


def call_next(session: Session, command: CallNext) -> Ticket | None:
    """Return the ticket now called to the desk, or None when nobody waits for it.

    Raises `NotSignedIn`, `DeskPaused`, and `StillServing` when the desk has a ticket and was not told to finish it.
    """
    keep_day(session)
    desk = free_desk(session, finish=command.finish)
    choice = choose(desk, session.state.room.heads(desk))
    if choice is not None:
        return call_to(session, desk, choice)
    stored = desk.stored_since is not None
    if command.store is not None and command.store != stored:
        with session.acting(desk):
            session.record(events.NextStored(desk=desk.number, wanted=command.store))
    return None


def call_ticket(session: Session, command: CallTicket) -> Ticket:
    """Return this very ticket, called to the desk, also one that was missed a moment ago.

    Raises as `call_next` does, or `WrongState`, `UnknownTicket`, and `TooLate` for one that was missed too long ago.
    """
    keep_day(session)
    ticket = session.ticket(command.ticket)
    check_move(ticket, Move.CALL)
    if ticket.state is TicketState.MISSED:
        check_in_time(session, ticket)
    desk = free_desk(session, finish=command.finish)
    head = Head(ticket.queue, ticket.position, ticket.id)
    return call_to(session, desk, Choice(head), chosen=True)
