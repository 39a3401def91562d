"""A ticket's story: how long it waited, who overtook it and why, and all that happened to it."""

from datetime import date, datetime, timedelta

from babel.dates import format_date, parse_date
from flask import Response, request

from server.domain.refusals import UnknownTicket
from server.domain.story import Story
from server.store.view import View
from server.usecases.replay import find_ticket, story_of
from server.usecases.steps.day import date_at
from server.web.languages import Language
from server.web.manager.pages import PREFIX, READERS, Asked, Pages
from server.web.manager.story_steps import StorySteps
from server.web.manager.story_words import StoryWords
from shared.labels import labels_meant

TOLD_FOR = timedelta(days=30)
"""For so long a ticket's whole story is told on a page; after that how long it waited and was served."""

_PAGE = f"{PREFIX}/tickets"
_NOT_FOUND = 404
_MOST_SIGNS = 12


def declare(pages: Pages) -> None:
    """Declare the page of a ticket, and the one on which it is looked for."""

    @pages.get("/tickets", who=READERS, query={"day": "Its business day.", "number": "Its number, as on its paper."})  # fmt: skip
    def find_ticket_page(asked: Asked) -> Response:
        """Ask for a ticket's day and number, and go to its story."""
        number, day = (request.args.get(name, "").strip() for name in ("number", "day"))
        with asked.reading() as view:
            wanted = _typed_day(day, asked.language) if day else _today(view, asked.now)  # fmt: skip
            if number and wanted is not None:
                try:
                    return asked.go(path_of(wanted, find_ticket(view, number, wanted).label))  # fmt: skip
                except UnknownTicket:
                    pass
        return _not_found(asked, wanted, number, day)

    @pages.get("/tickets/<day>/<label>", who=READERS)
    def ticket_story_page(asked: Asked, day: str, label: str) -> Response:
        """Tell how long a ticket waited, who overtook it and why, and what happened to it."""
        wanted = _day(day)
        if wanted is None:
            return _not_found(asked, None, label, day)
        try:
            story = asked.read_aside(_story, label, wanted, asked.now)
        except UnknownTicket:
            return _not_found(asked, wanted, label)
        with asked.reading() as view:
            branch, language = view.branch.settings, asked.language
            told_until = date_at(branch, asked.now) - TOLD_FOR
            managers = {each.name: each.shown for each in view.every_account()}
            queues = view.every_queue()
        words = StoryWords(language, queues, branch)
        return asked.page(
            "manager/story.html",
            branch=branch,
            heading=words.heading(story.ticket, asked.now),
            queue=next(each for each in queues if each.slug == story.ticket.queue),
            day=in_full(wanted, language),
            promised=words.promised(story.ticket),
            overtaken=words.overtaken(story),
            earlier=words.earlier(story),
            others_first=words.others_first(story),
            overtook=words.overtook(story),
            missing=words.missing(story),
            steps=StorySteps(words, story, managers).told(),
            totals=None if wanted >= told_until else words.totals(story.ticket, asked.now),
        )  # fmt: skip


def _story(view: View, label: str, day: date, now: datetime) -> Story:
    return story_of(view, find_ticket(view, label, day).id, now)


def path_of(day: date, label: str) -> str:
    """Return the address of a ticket's story."""
    return f"{_PAGE}/{day.isoformat()}/{label}"


def in_full(day: date, language: Language) -> str:
    """Return the day with its weekday and year."""
    return format_date(day, "full", locale=language.days)


def _day(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return None


def _today(view: View, now: datetime) -> date:
    """Return the day that people mean by today; where that was closed early, the branch is a day ahead of it."""
    return min(date_at(view.branch.settings, now), view.branch.day)


def _typed_day(typed: str, language: Language) -> date | None:
    """Return the day as a browser sends it, or as somebody types it whose browser has no field for days; None where it is none."""
    day = _day(typed)
    if day is not None:
        return day
    try:
        # In English, too, the day comes before the month.
        return parse_date(typed, locale=language.days)
    except (ValueError, IndexError):
        return None


def _not_found(
    asked: Asked, day: date | None, number: str, typed_day: str = ""
) -> Response:
    """Ask for a ticket, and say that there is none where one was asked for, or that there is no such day or number."""
    with asked.reading() as view:
        branch, today = view.branch.settings, _today(view, asked.now)
    faults, _ = {}, asked.language.gettext
    if number and not labels_meant(number):
        faults["number"] = _("This is no number as it stands on a ticket, such as A007.")  # fmt: skip
    if day is None:
        faults["day"] = _("This is no day.")
    return asked.page(
        "manager/ticket.html",
        _NOT_FOUND if number else 200,
        branch=branch,
        faults=faults,
        number=number[:_MOST_SIGNS],
        day=typed_day if day is None else day,
        day_in_full=in_full(day or today, asked.language),
    )
