"""What a period amounted to, for the manager's pages."""

from collections.abc import Container
from datetime import date, datetime
from zoneinfo import ZoneInfo

from server.domain.figures import by_clock, everybody, occupancy
from server.domain.figures.answer import Analytics
from server.domain.figures.period import Against, Period, compared
from server.domain.refusals import UnknownQueue
from server.store.figures import Spans
from server.store.view import View
from server.usecases.steps.counted_days import counted_days, together


def analytics(
    view: View,
    period: Period,
    *,
    queue: str | None = None,
    against: Against | None = Against.BEFORE,
    now: datetime | None = None,
    left_out: Container[date] = (),
) -> Analytics:
    """Return all figures of the period, of one queue or of all, beside those of what it is compared `against`.

    Days that are not kept yet are counted meanwhile, which takes a tenth of a second each, or `left_out`: `keep_figures` first,
    and call both aside. `now` is until when the open day has gone, the last thing done where it is not said. Raises `UnknownQueue` where
    there never was that queue.
    """
    if queue is not None and all(each.slug != queue for each in view.every_queue()):
        raise UnknownQueue(queue)
    open_day = view.branch.day
    period, whole = period.until(open_day), period
    spans = Spans(view)
    found = counted_days(view, spans, period.first, period.last, now, left_out=left_out)
    days = together(view, found.days, queue)
    before = then = None
    if against is not None:
        before = compared(whole, against, open_day)
        earlier = counted_days(
            view, spans, before.first, before.last, now, left_out=left_out
        )
        then = together(view, earlier.days, queue)
    levels = by_clock.by_day(days)
    return Analytics(
        period=period,
        before=before,
        queue=queue,
        is_running=period.first <= open_day <= period.last,
        begins=days.begins,
        first_day=view.first_day(),
        full_days=sum(day.asked > 0 and day.day != open_day for day in found.days),
        target_s=days.target_s,
        headline=everybody.headline(days),
        headline_before=None if then is None else everybody.headline(then),
        weekdays=by_clock.by_business_day(levels),
        weekdays_before={}
        if then is None
        else by_clock.by_business_day(by_clock.by_day(then)),
        hours=by_clock.by_hour(days, then),
        cells=by_clock.by_weekday(days),
        loads=by_clock.loads(days, None if now is None else _running(view, now)),
        days=levels,
        desks=occupancy.by_desk(days),
        people=occupancy.by_person(days),
        gone=everybody.gone(days),
        promises=everybody.promises(days),
        queues=everybody.by_queue(days),
        not_adding_up=tuple(
            day.day for day in found.days if day.day != open_day and not day.adds_up
        ),
        unreadable=tuple(found.unreadable),
    )


def _running(view: View, now: datetime) -> tuple[date, int]:
    """Return the open day, and which of its hours is going on."""
    zone = ZoneInfo(view.branch.settings.time_zone)
    return view.branch.day, now.astimezone(zone).hour
