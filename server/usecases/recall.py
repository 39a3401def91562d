"""A desk asks its customer again."""

import math
from datetime import timedelta

from server.domain import events
from server.domain.refusals import RecalledTooSoon
from server.domain.ticket import Move, Ticket
from server.store.session import Session
from server.store.store import Clock
from server.usecases.console import ticket_at_this_desk

PAUSE = timedelta(seconds=5)
"""Between two calls of the same ticket."""


def recall(session: Session, clock: Clock, ticket_id: int) -> Ticket:
    """Return the ticket, called once more; raise `RecalledTooSoon` within `PAUSE` of the last call."""
    ticket = ticket_at_this_desk(session, ticket_id, Move.RECALL)
    now = clock()
    assert ticket.last_called_at is not None
    since = now - ticket.last_called_at
    # A clock that was set back makes `since` negative; that must not silence the desk for an hour.
    if timedelta(0) <= since < PAUSE:
        raise RecalledTooSoon(math.ceil((PAUSE - since).total_seconds()))
    return session.record(events.Recalled(), ticket, at=now)
