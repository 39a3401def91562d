"""What the chain of changes tells: the rows that somebody made, and what each altered."""

from collections.abc import Iterator

import sqlalchemy as sa

from server.domain import events
from server.domain.alterations import Altered, SetUpSoFar
from server.domain.events import SYSTEM, Recorded
from server.store import audit

_BY_THE_CLOCK = (events.DayClosed, events.QueueLent)


def told(
    connection: sa.Connection, branch_id: int
) -> Iterator[tuple[Recorded, tuple[Altered, ...]]]:
    """Yield the rows that somebody made, and what each altered; what the day's end did, and desks beside it, is no part of a change."""
    so_far = SetUpSoFar()
    for row in audit.read(connection, branch_id):
        altered = so_far.follow(row)
        by_itself = row.actor == SYSTEM and isinstance(row.event, _BY_THE_CLOCK)
        at_desk = row.ticket is not None and row.actor.desk is not None
        is_told = altered or row.ticket or isinstance(row.event, events.ChangePutBack)
        if is_told and not by_itself and not at_desk:
            yield row, altered
