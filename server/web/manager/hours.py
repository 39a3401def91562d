"""Opening hours: a week, and other days; of the branch, and of queues that have their own."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from babel.dates import format_date
from flask import Response, request
from werkzeug.datastructures import MultiDict

from server.domain import hours as rules
from server.domain.branch import Hours, Queue
from server.store.session import Session
from server.store.view import View
from server.usecases.setup.branch import SetBranch, set_branch
from server.usecases.setup.queues import SetQueue, set_queue
from server.web.languages import Language
from server.web.manager import headings, notices
from server.web.manager.meanwhile import (
    check_unchanged,
    typed_as_shown,
    typed_meanwhile,
    was_filled_in,
    written_down,
)
from server.web.manager.other_days import other_days
from server.web.manager.pages import MANAGERS, READERS, Asked, Pages
from server.web.manager.typed import NOT_SAVED, Typed
from server.web.manager.week import (
    fields_of,
    fill_in,
    read_day,
    read_week,
    week_form,
    weekdays,
)
from server.web.phone.words import clock_time, name_of

_PAGE = "/manager/hours"
_WORKING_DAYS = range(1, 5)
_LONGEST = timedelta(days=366)
_TOLD_AHEAD = timedelta(days=60)
_OTHER = "other"


def declare(pages: Pages) -> None:
    """Declare the pages of opening hours."""

    @pages.get("/hours", who=READERS, query={**notices.QUERY, "day": "Which other day to change."})  # fmt: skip
    def hours_page(asked: Asked) -> Response:
        """Show when the branch is open."""
        return _page(asked, None)

    @pages.get("/hours/<slug:slug>", who=READERS, query={**notices.QUERY, "day": "Which other day to change."})  # fmt: skip
    def hours_of_queue_page(asked: Asked, slug: str) -> Response:
        """Show when a queue is open."""
        return _page(asked, slug)

    @pages.post("/hours/week", who=MANAGERS)
    def set_week(asked: Asked) -> Response:
        """Set the branch's week."""
        return _set_week(asked, None)

    @pages.post("/hours/<slug:slug>/week", who=MANAGERS)
    def set_week_of_queue(asked: Asked, slug: str) -> Response:
        """Set a queue's week."""
        return _set_week(asked, slug)

    @pages.post("/hours/day", who=MANAGERS)
    def set_day(asked: Asked) -> Response:
        """Let days differ from their weekdays."""
        return _set_day(asked, None)

    @pages.post("/hours/<slug:slug>/day", who=MANAGERS)
    def set_day_of_queue(asked: Asked, slug: str) -> Response:
        """Let days of a queue differ from their weekdays."""
        return _set_day(asked, slug)

    @pages.post("/hours/usual", who=MANAGERS)
    def usual_day(asked: Asked) -> Response:
        """Let days be as usual again."""
        return _set_usual(asked, None)

    @pages.post("/hours/<slug:slug>/usual", who=MANAGERS)
    def usual_day_of_queue(asked: Asked, slug: str) -> Response:
        """Let days of a queue be as usual again."""
        return _set_usual(asked, slug)


# --- the page -------------------------------------------------------------------------------------


def answer(hours: Hours, now: datetime, zone: str, language: Language) -> str:
    """Return whether these hours are open, until or from when, and which of the next days they are closed."""
    today = now.astimezone(ZoneInfo(zone)).date()
    days = other_days(hours, today, language)
    return headings.of_hours(
        language,
        is_open=rules.is_open(hours, now, zone),
        closes=_clock(rules.closing(hours, now, zone), language, zone),
        opens=_moment(rules.next_opening(hours, now, zone), language, zone),
        closed_on=[each.words for each in days if not each.spans and each.first <= today + _TOLD_AHEAD],
    )  # fmt: skip


def _page(
    asked: Asked,
    slug: str | None,
    typed: Typed | None = None,
    *,
    is_copied: bool = False,
) -> Response:
    language = asked.language
    with asked.reading() as view:
        branch = view.branch.settings
        queue, hours = _hours(view, slug)
        own = [each for each in view.queues() if each.settings.hours is not None]
    today = asked.now.astimezone(ZoneInfo(branch.time_zone)).date()
    form = week_form(hours.week)
    is_day = typed is not None and "first" in typed.form
    was = typed.was if typed and not is_day else written_down(form)
    day = _day_form(hours, request.args.get("day", ""))
    day_was = typed.was if typed and is_day else written_down(day)
    form.update(day)
    if typed is not None:
        # The two forms of the page are sent apart; the other one stands as it is.
        form = _other_form_kept(form, typed.form)
    days = other_days(hours, today, language)
    problems = typed.problems if typed else {}
    return asked.page(
        "manager/hours.html",
        NOT_SAVED if problems else 200,
        branch=branch,
        queue=queue,
        queue_name=None if queue is None else name_of(queue, language),
        is_own=queue is None or queue.settings.hours is not None,
        others=[(each.slug, name_of(each, language)) for each in own],
        heading=answer(hours, asked.now, branch.time_zone, language),
        form=form,
        was=was,
        day_was=day_was,
        weekdays=weekdays(form, language, problems),
        days=days,
        problems=problems,
        is_copied=is_copied,
        toast=notices.toast(asked),
    )  # fmt: skip


def _hours(view: View, slug: str | None) -> tuple[Queue | None, Hours]:
    """Return the queue, None for the branch, and its hours, which begin as the branch's."""
    branch = view.branch.settings
    if slug is None:
        return None, branch.hours
    queue = view.queue(slug)
    return queue, queue.settings.hours or branch.hours


def _clock(at: datetime | None, language: Language, time_zone: str) -> str | None:
    return None if at is None else clock_time(at, language, ZoneInfo(time_zone))


def _moment(
    at: datetime | None, language: Language, time_zone: str
) -> tuple[str, str] | None:
    """Return day and time of day of an instant, in words."""
    if at is None:
        return None
    local = at.astimezone(ZoneInfo(time_zone))
    return format_date(local.date(), "EEEE", locale=language.locale), clock_time(local, language, ZoneInfo(time_zone))  # fmt: skip


# --- saving ----------------------------------------------------------------------------------------


def _set_week(asked: Asked, slug: str | None) -> Response:
    with asked.reading() as view:
        was = _hours(view, slug)[1].week
    typed = typed_meanwhile(asked.form, week_form(was), asked.language)
    if "copy" in asked.form:
        return _page(asked, slug, _with_mondays_hours(typed), is_copied=True)
    week = read_week(typed)

    def change(hours: Hours) -> Hours:
        check_unchanged(was, hours.week, typed.language)
        return replace(hours, week=week)

    return _save(asked, slug, typed, change)


def _save(
    asked: Asked, slug: str | None, typed: Typed, change: Callable[[Hours], Hours]
) -> Response:
    """Change the hours as they are when it is saved; those of a queue begin as the branch's."""

    def work(session: Session) -> None:
        branch = session.state.settings
        if slug is None:
            settings = {"hours": change(branch.hours)}
            set_branch(session, SetBranch(settings=settings))
        else:
            present = session.state.queue(slug).settings.hours or branch.hours
            settings = {"hours": change(present)}
            set_queue(session, SetQueue(slug=slug, settings=settings))

    path = _PAGE if slug is None else f"{_PAGE}/{slug}"
    gone = notices.saved(asked, typed, work, path=path, done="saved")
    return gone or _page(asked, slug, typed)


def _with_mondays_hours(typed: Typed) -> Typed:
    form = MultiDict(typed.form)
    for day in _WORKING_DAYS:
        for field in fields_of(form, "day0"):
            form[field.replace("day0", f"day{day}")] = form.get(field, "")
    copied = Typed(form, typed.language)
    copied.was = typed.was
    return copied


# --- other days -----------------------------------------------------------------------------------


def _day_form(hours: Hours, asked_for: str) -> MultiDict[str, str]:
    """Return the form in which the day that is asked for is changed; empty where that is as usual."""
    form: MultiDict[str, str] = MultiDict()
    wanted = _date(asked_for)
    if wanted is not None and wanted in hours.exceptions:
        form["first"] = form["last"] = wanted.isoformat()
        fill_in(form, _OTHER, hours.exceptions[wanted])
        for tag, said in hours.reasons.get(wanted, {}).items():
            form[f"reason-{tag}"] = said
    return form


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _set_day(asked: Asked, slug: str | None) -> Response:
    shown = was_filled_in(asked.form).get("first", "")
    with asked.reading() as view:
        was = _day_form(_hours(view, slug)[1], shown)
        languages = view.branch.settings.languages
    typed = typed_as_shown(asked.form, was, asked.language)
    _ = typed.language.gettext
    first = _read_date(typed, "first")
    last = first if not typed.text("last") else _read_date(typed, "last")
    if first and last and not timedelta() <= last - first <= _LONGEST:
        typed.wrong("last", _("The last day is not before the first, and within a year of it."))  # fmt: skip
    spans = read_day(typed, _OTHER, _("That day"))
    if typed.is_ticked("closed"):
        spans = ()
    elif not spans and not typed.problems:
        typed.wrong(f"{_OTHER}-from1", _("Give the times, or tick that it is closed."))
    days = _days(first, last) if first and last and not typed.problems else []
    why = typed.by_language("reason", languages)
    said = {tag: text for tag, text in why.items() if text}

    def change(hours: Hours) -> Hours:
        check_unchanged(was, _day_form(hours, shown), typed.language)
        return replace(
            hours,
            exceptions={**hours.exceptions, **dict.fromkeys(days, spans)},
            reasons=_others(hours, days) | (dict.fromkeys(days, said) if said else {}),
        )

    return _save(asked, slug, typed, change)


def _others(hours: Hours, days: Iterable[date]) -> dict[date, dict[str, str]]:
    """Return the reasons of all other days."""
    return {day: said for day, said in hours.reasons.items() if day not in days}


def _set_usual(asked: Asked, slug: str | None) -> Response:
    typed = Typed(asked.form, asked.language)
    first, last = _read_date(typed, "first"), _read_date(typed, "last")
    gone = set(_days(first, last)) if first and last and last - first < _LONGEST else set()  # fmt: skip
    return _save(
        asked,
        slug,
        typed,
        lambda hours: replace(
            hours,
            exceptions={day: spans for day, spans in hours.exceptions.items() if day not in gone},
            reasons=_others(hours, gone),
        ),
    )  # fmt: skip


def _read_date(typed: Typed, field: str) -> date | None:
    day = _date(typed.text(field))
    if day is None:
        typed.wrong(field, typed.language.gettext("Give a day such as 2026-12-24."))
    return day


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=each) for each in range((last - first).days + 1)]


def _other_form_kept(
    saved: MultiDict[str, str], typed: MultiDict[str, str]
) -> MultiDict[str, str]:
    """Return what was typed in one of the page's two forms, with the other one as it is saved."""
    is_day = "first" in typed
    kept = {name: value for name, value in saved.items() if _is_of_day(name) != is_day}
    return MultiDict({**kept, **typed.to_dict()})


def _is_of_day(name: str) -> bool:
    return name.startswith((_OTHER, "reason-")) or name in ("first", "last", "closed")
