"""What happened since, told again from the journal alone."""

from server.domain import events, life
from server.domain.ticket import Ticket
from server.store import journal
from server.store.session import Told
from server.store.view import View

MOST_RETOLD = 20_000
"""Rows; whoever missed more starts from a snapshot."""


class TooLongAgo(Exception):
    """The gap spans the end of a day, or is too wide to replay."""


def retell(view: View, after: int) -> list[Told]:
    """Return every row after `after` with what it changed; raise `TooLongAgo`."""
    if view.ledger.seq - after > MOST_RETOLD:
        raise TooLongAgo
    tickets: dict[int, Ticket] = {}
    told: list[Told] = []
    for row in journal.about_tickets_touched_since(
        view.connection, view.ledger.id, after
    ):
        if row.seq > after and isinstance(row.event, events.DayClosed):
            raise TooLongAgo
        before = None if row.ticket is None else tickets.get(row.ticket)
        now = None
        if row.ticket is not None:
            now = life.take(row) if before is None else life.evolve(before, row)
            tickets[row.ticket] = now
        if row.seq > after:
            told.append(
                Told(branch_id=view.ledger.id, row=row, before=before, after=now)
            )
    return told
