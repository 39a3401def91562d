"""A ticket's story: how long it waited, who overtook it and why, and all that happened to it."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from babel.dates import format_date
from flask import Response, request

from server.domain.refusals import UnknownTicket
from server.domain.story import Story
from server.store.view import View
from server.usecases.replay import find_ticket, story_of
from server.web.languages import SOURCE, Language
from server.web.manager.pages import PREFIX, READERS, Asked, Pages
from server.web.manager.story_words import StoryWords

TOLD_FOR = timedelta(days=30)
"""For so long a ticket's whole story is told on a page; after that how long it waited and was served."""

_PAGE = f"{PREFIX}/tickets"
_NOT_FOUND = 404


def declare(pages: Pages) -> None:
    """Declare the page of a ticket, and the one on which it is looked for."""

    @pages.get("/tickets", who=READERS, query={"day": "Its business day.", "number": "Its number, as on its paper."})  # fmt: skip
    def find_ticket_page(asked: Asked) -> Response:
        """Ask for a ticket's day and number, and go to its story."""
        typed, day = request.args.get("number", "").strip(), _day(request.args.get("day", ""))  # fmt: skip
        if typed and day is not None:
            with asked.reading() as view:
                try:
                    return asked.go(path_of(day, find_ticket(view, typed, day).label))
                except UnknownTicket:
                    pass
        return _not_found(asked, day, typed)

    @pages.get("/tickets/<day>/<label>", who=READERS)
    def ticket_story_page(asked: Asked, day: str, label: str) -> Response:
        """Tell how long a ticket waited, who overtook it and why, and what happened to it."""
        wanted = _day(day)
        if wanted is None:
            return _not_found(asked, None, label)
        try:
            story = asked.read_aside(_story, label, wanted, asked.now)
        except UnknownTicket:
            return _not_found(asked, wanted, label)
        with asked.reading() as view:
            branch, language = view.branch.settings, asked.language
            managers = {each.name: each.shown for each in view.every_account()}
            queues = view.every_queue()
        words = StoryWords(language, queues, branch, managers)
        told_until = asked.now.astimezone(ZoneInfo(branch.time_zone)).date() - TOLD_FOR
        return asked.page(
            "manager/story.html",
            branch=branch,
            heading=words.heading(story.ticket, asked.now),
            queue=next(each for each in queues if each.slug == story.ticket.queue),
            day=in_full(wanted, language),
            promised=words.promised(story.ticket),
            overtaken=words.overtaken(story),
            earlier=words.earlier(story),
            overtook=words.overtook(story),
            missing=words.missing(story),
            steps=words.steps(story),
            totals=None if wanted >= told_until else words.totals(story.ticket, asked.now),
        )  # fmt: skip


def _story(view: View, label: str, day: date, now: datetime) -> Story:
    return story_of(view, find_ticket(view, label, day).id, now)


def path_of(day: date, label: str) -> str:
    """Return the address of a ticket's story."""
    return f"{_PAGE}/{day.isoformat()}/{label}"


def in_full(day: date, language: Language) -> str:
    """Return the day with its weekday and year."""
    # Day before month, as with the times of day that are counted to 24.
    locale = "en_GB" if language.tag == SOURCE else language.locale
    return format_date(day, "full", locale=locale)


def _day(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return None


def _not_found(asked: Asked, day: date | None, number: str) -> Response:
    """Ask for a ticket, and say that there is none where one was asked for."""
    with asked.reading() as view:
        branch, today = view.branch.settings, view.branch.day
    return asked.page(
        "manager/ticket.html",
        _NOT_FOUND if number else 200,
        branch=branch,
        number=number,
        day=day or today,
        day_in_full=in_full(day or today, asked.language),
    )
