"""A desk asks its customer again."""

import math
from datetime import timedelta

from server.domain import events
from server.domain.moves import Move
from server.domain.refusals import RecalledTooSoon
from server.domain.ticket import Ticket
from server.store.session import Session
from server.usecases.steps.acting import desk_with

PAUSE = timedelta(seconds=5)
"""Between two calls of the same ticket."""


def recall(session: Session, ticket_id: int) -> Ticket:
    """Return the ticket, called once more; raise `RecalledTooSoon` within `PAUSE` of the last call."""
    desk, ticket = desk_with(session, ticket_id, Move.RECALL)
    assert ticket.last_called_at is not None
    since = session.now - ticket.last_called_at
    # A clock that was set back makes `since` negative; that must not silence the desk for an hour.
    if timedelta(0) <= since < PAUSE:
        raise RecalledTooSoon(math.ceil((PAUSE - since).total_seconds()))
    with session.acting(desk):
        return session.record(events.Recalled(), ticket)
