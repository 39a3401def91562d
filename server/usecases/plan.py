"""How many desks each hour of a week needs."""

from collections.abc import Container
from datetime import date, timedelta

from server.forecast import plan as forecast
from server.forecast.past import past_of
from server.store.figures import Spans
from server.store.view import View
from server.usecases.steps.counted_days import counted_days

LOOKED_BACK = timedelta(weeks=forecast.LOOKED_BACK_WEEKS)


def plan(
    view: View, first: date, today: date, left_out: Container[date] = ()
) -> forecast.Plan:
    """Return what the week needs that begins with Monday `first`, from the closed days before `today`.

    Days that are not kept yet are counted meanwhile, or `left_out`: call it aside.
    """
    settings = view.branch.settings
    last = min(today, view.branch.day) - timedelta(days=1)
    since = today - LOOKED_BACK
    known = counted_days(view, Spans(view), since, last, left_out=left_out)
    past = past_of(known.days, begins=settings.rollover_hour)
    return forecast.plan(settings, view.queues(), view.desks(), past, first, today)


def monday_after(today: date) -> date:
    """Return the Monday of the week after this day's."""
    return today + timedelta(days=7 - today.weekday())
