"""What a ticket was before somebody's act, and whether it can be that again."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from server.domain import events, life
from server.domain.events import Recorded
from server.domain.phrases import phrase
from server.domain.refusals import NothingToUndo
from server.domain.ticket import AT_DESK, OPEN_STATES, Ticket, TicketState
from server.store.session import Session
from server.store.view import View

WITHIN = timedelta(seconds=10)


def check_untouched(ticket: Ticket, act: Sequence[Recorded]) -> None:
    """Raise `NothingToUndo` where somebody has moved the ticket since the act, or written its note anew."""
    if ticket.touched > act[-1].seq or _is_rewritten(ticket, act):
        raise NothingToUndo(phrase("{label} has moved on since.", label=ticket.label))


def check_place(session: Session, restored: Ticket) -> None:
    """Raise `NothingToUndo` where the ticket would be open in a queue that was removed since, or at or for such a desk."""
    state = session.state
    if restored.state not in OPEN_STATES:
        return
    if not state.has_queue(restored.queue):
        raise NothingToUndo(
            phrase("The queue of {label} was removed since.", label=restored.label)
        )
    desks = (restored.for_desk, restored.desk)
    if any(n is not None and state.all_desks[n].removed for n in desks):
        raise NothingToUndo(
            phrase("The desk of {label} was removed since.", label=restored.label)
        )


def ticket_before(
    tables: View, ticket: Ticket, act: Sequence[Recorded], *, at_desk: bool = True
) -> Ticket:
    """Return the ticket as it was before the act; what was not the doing of whoever acts stays as it is now.

    Not `at_desk`, it is as it was before it came to the desk at which it was then.
    """
    past = [row for row in tables.story(ticket.id) if row.seq < act[0].seq]
    then = life.told(past)
    while not at_desk and then.state in AT_DESK:
        past.pop()
        then = life.told(past)
    if then.corrected != ticket.corrected:
        raise NothingToUndo(phrase("The clock was set since."))
    noted = any(isinstance(row.event, events.Noted) for row in act)
    # Whoever was called before the act may have said so during it; a call that is taken back takes that along.
    coming = then.on_my_way_at
    if then.state is TicketState.CALLED:
        coming = ticket.on_my_way_at or coming
    return replace(
        then,
        on_my_way_at=coming,
        note=then.note if noted else ticket.note,
        print=ticket.print,
        rating=ticket.rating,
    )


def _is_rewritten(ticket: Ticket, act: Sequence[Recorded]) -> bool:
    """Return whether the act noted something about the ticket that somebody has written anew since."""
    notes = [row.event.text for row in act if isinstance(row.event, events.Noted)]
    return bool(notes) and ticket.note != (notes[-1] or None)
