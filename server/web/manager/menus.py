"""The menus behind the tabs of a phone: what is set up, and the rest, each with its page's answer."""

from datetime import datetime
from importlib.metadata import version

from flask import Response

from server.domain.branch import JoinMode
from server.store.view import View
from server.web.languages import Language
from server.web.manager import changes, devices, headings, hours
from server.web.manager.desks import unserved
from server.web.manager.moments import called
from server.web.manager.pages import READERS, Asked, Pages


def declare(pages: Pages) -> None:
    """Declare the menus."""

    @pages.get("/set-up", who=READERS)
    def set_up_menu(asked: Asked) -> Response:
        """List what is set up."""
        language = asked.language
        with asked.reading() as view:
            answers = _of_set_up(view, asked.now, language)
            lacking = _lacking(view, language)
        return asked.page(
            "manager/set_up.html",
            answers=answers,
            lacking=lacking,
            **devices.values(asked),
        )

    @pages.get("/more", who=READERS)
    def more_menu(asked: Asked) -> Response:
        """List the other pages."""
        language = asked.language
        with asked.reading() as view:
            answers = {"/manager/changes": changes.answer(view, asked.now, language)}
        return asked.page(
            "manager/more.html", answers=answers, version=version("take-a-number")
        )


def _lacking(view: View, language: Language) -> str:
    """Return what keeps customers from being served, nothing where nothing does."""
    queues, desks = view.queues(), view.desks()
    return headings.of_set_up(
        language,
        queues=len(queues),
        desks=len(desks),
        unserved=unserved(queues, desks, language),
    )


def _of_set_up(view: View, now: datetime, language: Language) -> dict[str, str]:
    """Return what each page of the set-up has at its head, by its path."""
    branch, queues, desks = view.branch.settings, view.queues(), view.desks()
    people, at_desks = view.servicers(), {desk.servicer for desk in desks}
    are_open = sum(view.opening(queue, now).is_open for queue in queues)
    posters = sum(queue.settings.join is JoinMode.OPEN for queue in queues)
    return {
        "/manager/queues": headings.of_queues(language, queues=len(queues), are_open=are_open),
        "/manager/desks": headings.of_desks(language, desks=len(desks), unserved=unserved(queues, desks, language)),
        "/manager/people": headings.of_people(language, people=len(people), at_desks=sum(name in at_desks for name in people)),
        "/manager/hours": hours.answer(branch.hours, now, branch.time_zone, language),
        "/manager/branch": headings.of_branch(language, name=called(branch, language), languages=len(branch.languages)),
        "/manager/posters": headings.of_posters(language, posters=posters),
    }  # fmt: skip
