"""A desk calls whoever is next, or one particular ticket."""

from dataclasses import dataclass

from server.domain import events
from server.domain.branch import Desk, DeskState
from server.domain.life import check_move
from server.domain.policy import Choice, Head, choose
from server.domain.refusals import DeskPaused, StillServing
from server.domain.ticket import Move, Ticket
from server.store.session import Session
from server.store.store import Clock
from server.usecases.close_day import close_day
from server.usecases.console import signed_in_desk
from server.usecases.stored_next import call_to


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


def call_next(session: Session, clock: Clock, command: CallNext) -> Ticket | None:
    """Return the ticket now called to the desk, or None when nobody waits for it.

    Raises `NotSignedIn`, `DeskPaused`, and `StillServing` when the desk has a ticket and was not told to finish it.
    """
    close_day(session, clock)
    desk = free_desk(session, clock, finish=command.finish)
    choice = choose(desk, session.heads(desk))
    if choice is not None:
        return call_to(session, clock, desk, choice)
    stored = desk.stored_since is not None
    if command.store is not None and command.store != stored:
        asked = events.NextStored(desk=desk.number, wanted=command.store)
        session.record_desk(asked, desk, at=clock())
    return None


def call_ticket(session: Session, clock: Clock, command: CallTicket) -> Ticket:
    """Return this very ticket, called to the desk; raise as `call_next` does, or `WrongState`, `UnknownTicket`."""
    close_day(session, clock)
    ticket = session.ticket(command.ticket)
    check_move(ticket, Move.CALL)
    desk = free_desk(session, clock, finish=command.finish)
    head = Head(ticket.queue, ticket.position, ticket.id)
    return call_to(session, clock, desk, Choice(head), chosen=True)


def free_desk(session: Session, clock: Clock, *, finish: bool) -> Desk:
    """Return the acting desk with nobody at it any more; raise as `call_next` does."""
    desk = signed_in_desk(session)
    if desk.state is DeskState.PAUSED:
        raise DeskPaused(desk.number)
    present = session.serving(desk.number)
    if present is not None:
        if not finish:
            raise StillServing(present)
        session.record(events.Finished(), present, at=clock())
    return desk
