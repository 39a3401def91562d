"""A desk calls whoever is next."""

from dataclasses import dataclass

from server.domain import events
from server.domain.policy import oldest_first
from server.domain.refusals import StillServing
from server.domain.ticket import Ticket
from server.store.session import Session
from server.store.store import Clock
from server.usecases.close_day import close_day
from server.usecases.console import signed_in_desk


@dataclass(frozen=True, slots=True, kw_only=True)
class CallNext:
    """`finish` first finishes the ticket that the desk still serves."""

    finish: bool = False


def call_next(session: Session, clock: Clock, command: CallNext) -> Ticket | None:
    """Return the ticket now called to the desk, or None when nobody waits for it.

    Raises `NotSignedIn`, and `StillServing` when the desk has a ticket and was not told to finish it.
    """
    close_day(session, clock)
    desk = signed_in_desk(session)
    assert desk.servicer is not None
    present = session.serving(desk.number)
    if present is not None:
        if not command.finish:
            raise StillServing(present)
        session.record(events.Finished(), present, at=clock())
    head = oldest_first(session.heads(desk.queues))
    if head is None:
        return None
    called = events.Called(desk=desk.number, servicer=desk.servicer)
    return session.record(called, session.ticket(head.ticket), at=clock())
