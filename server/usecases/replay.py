"""The branch as it stood, and a ticket's story: both from the journal alone."""

from collections.abc import Iterable
from datetime import date, datetime
from functools import cache

from server.domain import life
from server.domain.events import Recorded
from server.domain.refusals import UnknownTicket
from server.domain.state import BranchState
from server.domain.story import Story, Telling
from server.domain.ticket import Ticket, TicketState
from server.store.load import forward
from server.store.past import as_of, last_by
from server.store.view import View
from shared.labels import labels_meant


def branch_at(view: View, moment: datetime) -> BranchState:
    """Return the branch as it stood at a moment: after the last row that is no younger."""
    return as_of(view, last_by(view, moment))


def find_ticket(view: View, label: str, day: date) -> Ticket:
    """Return the day's ticket that somebody means by this label; raise `UnknownTicket`."""
    named = view.tickets_labelled(labels_meant(label), day)
    if not named:
        raise UnknownTicket
    return named[-1]


def story_of(view: View, ticket: int, now: datetime) -> Story:
    """Return the story of the ticket until now.

    Of what happened to others only the rows are read between which it waited, so that it takes no longer in an old branch.
    """
    past = cache(view.story)
    telling = Telling(ticket, past)
    mine: Ticket | None = None
    told = 0
    for row in past(ticket):
        mine = life.evolve(mine, row)
        if row.seq <= told:
            continue
        if mine.state is not TicketState.WAITING:
            telling.hear_alone(row, mine)
            continue
        state = as_of(view, row.seq - 1)
        for change in forward(view, state, _end_of_waiting(mine, past(ticket))):
            telling.hear(state, change)
        told = state.seq
    return telling.story(now)


def _end_of_waiting(waiting: Ticket, rows: Iterable[Recorded]) -> int | None:
    """Return the row with which the ticket no longer waits, None where it waits still."""
    seq, ticket = waiting.touched, waiting
    for row in rows:
        if row.seq > seq:
            ticket = life.evolve(ticket, row)
            if ticket.state is not TicketState.WAITING:
                return row.seq
    return None
