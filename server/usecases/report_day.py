"""What one business day amounted to."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from server.domain.spread import spread
from server.domain.ticket import Ticket, TicketState
from server.store.view import View
from shared.wire import messages


def report_day(view: View, day: date) -> messages.DayReport:
    """Return the day's counts, and waits, services and totals of those who were served."""
    tickets = view.tickets_of(day)
    states = Counter(ticket.state for ticket in tickets)
    served = [ticket for ticket in tickets if ticket.state is TicketState.DONE]
    settings = view.ledger.settings
    zone = ZoneInfo(settings.time_zone)
    target = timedelta(minutes=settings.target_minutes)
    in_time = sum(ticket.waited <= target for ticket in served)
    return messages.DayReport(
        day=day,
        taken=len(tickets),
        served=len(served),
        missed=states[TicketState.MISSED],
        left=states[TicketState.LEFT],
        expired=states[TicketState.EXPIRED],
        all=_row("all", served),
        queues=_rows(served, lambda ticket: ticket.queue),
        desks=_rows(served, lambda ticket: str(ticket.desk)),
        servicers=_rows(served, lambda ticket: str(ticket.servicer)),
        hours=_rows(served, lambda ticket: f"{ticket.taken_at.astimezone(zone):%H}"),
        target_minutes=settings.target_minutes,
        service_level=in_time / len(served) if served else None,
    )


def _rows(
    served: Sequence[Ticket], name_of: Callable[[Ticket], str]
) -> list[messages.ReportRow]:
    names = sorted(
        {name_of(ticket) for ticket in served}, key=lambda name: (len(name), name)
    )
    return [_row(name, [t for t in served if name_of(t) == name]) for name in names]


def _row(name: str, served: Sequence[Ticket]) -> messages.ReportRow:
    return messages.ReportRow(
        name=name,
        count=len(served),
        wait=_spread([ticket.waited for ticket in served]),
        service=_spread([ticket.served for ticket in served]),
        total=_spread([ticket.waited + ticket.served for ticket in served]),
    )


def _spread(durations: Sequence[timedelta]) -> messages.Spread:
    found = spread(durations)
    return messages.Spread(mean_s=found.mean, median_s=found.median, p90_s=found.p90)
