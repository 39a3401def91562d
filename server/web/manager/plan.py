"""How many desks each hour of a week needs: a sentence, a table in shades, every number, CSV at the same address."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from babel.dates import format_date, format_interval, format_skeleton
from babel.numbers import format_decimal
from flask import Response, request

from server.domain.branch import Queue
from server.domain.phrases import filled
from server.domain.refusals import NotValid
from server.forecast.plan import GOAL, Need, Plan, PoolPlan, Stretch, worst
from server.forecast.pooling import Pool
from server.present.analytics import of_100
from server.present.plan_csv import plan_csv
from server.store.store import MAIN_BRANCH
from server.usecases.plan import (
    LOOKED_BACK,
    monday_after,
    monday_of,
    plan,
    week_of,
    weeks_of,
)
from server.usecases.steps.day import date_at
from server.web.figures import StillCounting, keep_soon
from server.web.languages import Language
from server.web.manager.pages import READERS, Asked, Pages
from server.web.manager.typed import NOT_SAVED
from server.web.phone.words import name_of

_A_DAY = timedelta(days=1)
_A_WEEK = timedelta(weeks=1)
_SHADES = 5
_MANY = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class DayShown:
    """A day of the week in words, short and long."""

    day: date
    short: str
    long: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """An hour of a day: what it needs, in which of five shades."""

    day: DayShown
    need: Need | None
    shade: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PoolShown:
    """A pool as it is shown: its queues, its hours with a cell for each day, and what is to be said of days."""

    queues: list[Queue]
    plan: PoolPlan
    days: list[DayShown]
    rows: list[tuple[int, list[Cell]]]
    notes: list[str]


def declare(pages: Pages) -> None:
    """Declare the page."""

    @pages.get(
        "/analytics/plan",
        who=READERS,
        query={
            "week": "The week, such as 2026-W49; next week if not given.",
            "format": "“csv” for a spreadsheet.",
        },
    )
    def plan_page(asked: Asked) -> Response:
        """Show how many desks each hour of a week needs."""
        language = asked.language
        with asked.reading() as view:
            today = date_at(view.branch.settings, asked.now)
            next_week, weeks = monday_after(today), weeks_of(today)
            first, wrong = _first(request.args.get("week"), today, language)
        since = today - LOOKED_BACK
        counting = keep_soon(asked.store, MAIN_BRANCH, since, today - _A_DAY)
        found = asked.read_aside(plan, first, today, left_out=counting)
        with asked.reading() as view:
            queues = {queue.slug: queue for queue in view.queues()}
        if request.args.get("format") == "csv" and not wrong:
            if counting:
                raise StillCounting
            return _as_csv(found)
        return asked.page(
            "manager/plan.html",
            NOT_SAVED if wrong else 200,
            wrong=wrong,
            counting=len(counting),
            heading=_heading(found, queues, next_week, language),
            week=_week_in_words(first, language),
            earlier=week_of(first - _A_WEEK) if first > weeks[0] else None,
            later=week_of(first + _A_WEEK) if first < weeks[1] else None,
            this=week_of(first),
            goal=of_100(GOAL),
            of_100=of_100,
            lacking=sum(need.lacks > 0 for pool in found.pools for need in pool.needs),
            pools=[_shown(pool, queues, found, language) for pool in found.pools],
        )  # fmt: skip


def _as_csv(found: Plan) -> Response:
    response = Response(plan_csv(found), content_type="text/csv; charset=utf-8")
    name = f"plan-{week_of(found.first)}.csv"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _first(week: str | None, today: date, language: Language) -> tuple[date, str]:
    """Return the Monday of the week that is asked for; next week's where it is none that can be planned, and why it is none."""
    if not week:
        return monday_after(today), ""
    try:
        return monday_of(week, today), ""
    except NotValid as error:
        return monday_after(today), language.told(error.said)


# --- in words -------------------------------------------------------------------------------------


def _heading(
    found: Plan, queues: Mapping[str, Queue], next_week: date, language: Language
) -> str:
    """Return the answer: when most desks lack, that none do, or that nothing is known."""
    _ = language.gettext
    if not any(pool.needs for pool in found.pools):
        return _("Nothing is known yet from which a week could be planned.")
    lacking = worst(found)
    if lacking is None:
        return (
            _("Next week the desks that are usually open are enough.")
            if found.first == next_week
            else _("That week the desks that are usually open are enough.")
        )
    said = _said_of(lacking, found.first == next_week, language)
    if sum(bool(pool.needs) for pool in found.pools) == 1:
        return said
    return f"{_named(lacking.pool, queues, language)}: {said}"


def _named(pool: Pool, queues: Mapping[str, Queue], language: Language) -> str:
    """Return what the pool is called: by its queues while they are few."""
    first, *others = [name_of(queues[slug], language) for slug in pool.queues]
    if len(others) < _MANY:
        return language.listed([first, *others])
    more = language.ngettext("{queue} and {n} more", "{queue} and {n} more", len(others))  # fmt: skip
    return filled(more, {"queue": first, "n": _number(len(others), language)})


def _said_of(lacking: Stretch, is_next: bool, language: Language) -> str:
    needs = language.ngettext(
        "{day} from {from} to {until} needs {n} desk; {usually}.",
        "{day} from {from} to {until} needs {n} desks; {usually}.",
        lacking.desks,
    )
    day = _day(lacking.day, language)
    if is_next:
        weekday = format_date(lacking.day, "EEEE", locale=language.days)
        day = filled(language.gettext("Next week {day}"), {"day": weekday})
    return filled(
        needs,
        {
            "day": day,
            "from": _number(lacking.hour, language),
            "until": _number(lacking.until, language),
            "n": _number(lacking.desks, language),
            "usually": _usually(lacking.usually, language),
        },
    )


def _usually(count: int, language: Language) -> str:
    if count == 0:
        return language.gettext("usually none is open")
    some = language.ngettext("usually {n} is open", "usually {n} are open", count)
    return filled(some, {"n": _number(count, language)})


def _week_in_words(first: date, language: Language) -> str:
    last = first + timedelta(days=6)
    return format_interval(first, last, "yMMMd", locale=language.days)


def _day(day: date, language: Language) -> str:
    return format_skeleton("MMMEd", day, locale=language.days)


def _number(count: int, language: Language) -> str:
    return format_decimal(count, locale=language.locale, numbering_system="default")


# --- a pool ---------------------------------------------------------------------------------------


def _shown(
    pool: PoolPlan, queues: Mapping[str, Queue], found: Plan, language: Language
) -> PoolShown:
    days = [
        DayShown(
            day=day,
            short=format_date(day, "EEE", locale=language.days),
            long=_day(day, language),
        )
        for day in sorted({need.day for need in pool.needs})
    ]
    most = max((need.desks for each in found.pools for need in each.needs), default=0)
    return PoolShown(
        queues=[queues[slug] for slug in pool.pool.queues],
        plan=pool,
        days=days,
        rows=[
            (hour, [_cell(pool, day, hour, most) for day in days])
            for hour in pool.hours
        ],
        notes=_notes(pool, language),
    )


def _cell(pool: PoolPlan, day: DayShown, hour: int, most: int) -> Cell:
    need = pool.need(day.day, hour)
    shade = 0 if need is None else -(-_SHADES * need.desks // max(most, _SHADES))
    return Cell(day=day, need=need, shade=shade)


def _notes(pool: PoolPlan, language: Language) -> list[str]:
    """Return what is to be said of days: that nothing is known of them, or little, or that their hours are not the usual ones."""
    _ = language.gettext
    days = [_day(day, language) for day in pool.different]
    notes = [filled(_("{day} has other hours than usual; how many come then is anybody’s guess."), {"day": day}) for day in days]  # fmt: skip
    if pool.unknown and pool.needs:
        names = language.listed(_day(day, language) for day in pool.unknown)
        notes.append(filled(_("Nobody has come on such a day so far: {days}."), {"days": names}))  # fmt: skip
    for count in sorted(set(pool.thin.values())):
        names = language.listed(_day(day, language) for day in pool.thin if pool.thin[day] == count)  # fmt: skip
        phrase = language.ngettext(
            "Known from {n} such weekday only: {days}.",
            "Known from {n} such weekdays only: {days}.",
            count,
        )
        notes.append(filled(phrase, {"n": _number(count, language), "days": names}))
    return notes
