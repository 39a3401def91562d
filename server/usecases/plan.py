"""How many desks each hour of a week needs."""

import re
from collections.abc import Container
from datetime import date, timedelta

from server.domain.phrases import phrase
from server.domain.refusals import NotValid
from server.forecast import plan as forecast
from server.forecast.past import past_of
from server.store.figures import Spans
from server.store.view import View
from server.usecases.steps.counted_days import counted_days

LOOKED_BACK = timedelta(weeks=forecast.LOOKED_BACK_WEEKS)

_A_WEEK = timedelta(weeks=1)
_MOST_WEEKS_AHEAD = 8


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
    past = past_of(known.days)
    return forecast.plan(settings, view.queues(), view.desks(), past, first, today)


def monday_after(today: date) -> date:
    """Return the Monday of the week after this day's."""
    return today + timedelta(days=7 - today.weekday())


def monday_of(week: str, today: date) -> date:
    """Return the Monday of a week that is written as 2026-W49; raise `NotValid` where it is none, or nobody plans so far ahead."""
    first = _monday(week)
    if first is None:
        said = phrase("“{typed}” is not a week like {example}.", typed=week, example=week_of(monday_after(today)))  # fmt: skip
        raise NotValid("week", said)
    earliest, latest = weeks_of(today)
    if not earliest <= first <= latest:
        said = phrase("Weeks are planned from {first} to {last}.", first=week_of(earliest), last=week_of(latest))  # fmt: skip
        raise NotValid("week", said)
    return first


def weeks_of(today: date) -> tuple[date, date]:
    """Return the Mondays of the first and the last week that can be planned: this one, and eight after the next."""
    following = monday_after(today)
    return following - _A_WEEK, following + _MOST_WEEKS_AHEAD * _A_WEEK


def week_of(first: date) -> str:
    """Return how the week is written that begins with this Monday: `2026-W49`."""
    year, number, _ = first.isocalendar()
    return f"{year}-W{number:02}"


def _monday(week: str) -> date | None:
    found = re.fullmatch(r"(\d{4})-W(\d{2})", week, re.ASCII)
    try:
        return date.fromisocalendar(int(found[1]), int(found[2]), 1) if found else None
    except ValueError:
        return None
