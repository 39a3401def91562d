"""What must be true of the figures of every day that was ever played, whatever was done in it."""

from datetime import date
from itertools import chain

from server.domain.figures import everybody
from server.domain.figures.days import Days
from server.domain.figures.kept import DayFigures
from server.domain.ticket import TicketState
from server.store.figures import Spans, count
from server.store.view import View


def prove_figures(view: View) -> None:
    """Fail unless each closed day keeps Little's law, everybody is counted once, and no desk had more time than there was."""
    spans = Spans(view)
    days = [count(view, day, spans) for day in spans.between(date.min, date.max)]
    for day in days:
        assert day.adds_up or day.day == view.branch.day
        for seat in day.presence:
            serving = seat.handled(None)
            assert 0 <= serving <= seat.open_us - seat.break_us
            assert sum(seat.there_us.values()) == seat.open_us - seat.break_us
    _prove_counts(view, days)


def _prove_counts(view: View, days: list[DayFigures]) -> None:
    told = everybody.headline(Days(days, None, target_s=900, begins=0))
    tickets = [ticket for ticket in view.all_tickets() if not ticket.is_test]
    rows = chain.from_iterable(view.story(ticket.id) for ticket in tickets)
    undone = sum(getattr(row.event, "undone", False) for row in rows)
    assert told.asked == len(tickets) - undone
    assert told.asked == (
        told.served + told.missed + told.left + told.expired + told.here
    )
    done = [ticket for ticket in tickets if ticket.state is TicketState.DONE]
    assert told.served == len(done)
    service = sum(ticket.served.total_seconds() for ticket in done)
    assert abs((told.service.mean or 0) * len(done) - service) < 0.001
