"""The queues: what people come for."""

import re
import unicodedata
from dataclasses import dataclass
from functools import partial
from itertools import chain, count

from flask import Response
from werkzeug.datastructures import MultiDict

from server.domain.branch import BranchSettings, JoinMode, Queue, QueueSettings
from server.domain.settings import settings_of
from server.store.session import Session
from server.store.view import View
from server.usecases.setup.order import MoveQueue, move_queue
from server.usecases.setup.queues import (
    LETTERS,
    AddQueue,
    RemoveQueue,
    SetQueue,
    add_queue,
    remove_queue,
    set_queue,
)
from server.web import pages as web_pages
from server.web.languages import Language
from server.web.manager import headings, notices
from server.web.manager.meanwhile import (
    check_unchanged,
    typed_meanwhile,
    written_down,
)
from server.web.manager.pages import MANAGERS, READERS, Asked, Pages
from server.web.manager.typed import NOT_SAVED, Typed, shown
from server.web.phone.words import name_of

_LIST = "/manager/queues"
_NAMED_APART = ("hours",)
"""Settings that the form has fields of its own for."""

_NOT_PLAIN = re.compile(r"[^a-z0-9]+")
_MOST_OF_SLUG = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A queue in the list: the desks that serve it, whether it is open, how many wait."""

    queue: Queue
    name: str
    desks: tuple[int, ...]
    is_open: bool
    waiting: int


def declare(pages: Pages) -> None:
    """Declare the pages of queues."""

    @pages.get("/queues", who=READERS, query=notices.QUERY)
    def queues_page(asked: Asked) -> Response:
        """Show the queues in the order of screens."""
        return _list(asked)

    @pages.get("/queues/add", who=MANAGERS)
    def add_queue_page(asked: Asked) -> Response:
        """Show the form for another queue."""
        with asked.reading() as view:
            form = _form_of(_new_queue(view))
            return _form_page(asked, view, form, None)

    @pages.post("/queues/add", who=MANAGERS)
    def add_queue_now(asked: Asked) -> Response:
        """Add a queue."""
        return _add(asked)

    @pages.get("/queues/<slug:slug>/change", who=MANAGERS)
    def queue_page(asked: Asked, slug: str) -> Response:
        """Show what is set for a queue."""
        with asked.reading() as view:
            queue = view.queue(slug)
            form = _form_of(queue)
            return _form_page(asked, view, form, queue, was=written_down(form))

    @pages.post("/queues/<slug:slug>/change", who=MANAGERS)
    def change_queue(asked: Asked, slug: str) -> Response:
        """Change what is set for a queue."""
        return _change(asked, slug)

    @pages.post("/queues/<slug:slug>/move", who=MANAGERS, form={"up": {"type": "string"}})  # fmt: skip
    def move_queue_page(asked: Asked, slug: str) -> Response:
        """Let a queue stand one place further up or down."""
        return _done(asked, partial(move_queue, command=MoveQueue(slug=slug, up="up" in asked.form)), "moved")  # fmt: skip

    @pages.post("/queues/<slug:slug>/remove", who=MANAGERS)
    def remove_queue_now(asked: Asked, slug: str) -> Response:
        """Remove a queue in which nobody waits."""
        return _done(asked, partial(remove_queue, command=RemoveQueue(slug=slug)), "removed")  # fmt: skip


# --- the list -------------------------------------------------------------------------------------


def _list(asked: Asked, problems: dict[str, str] | None = None) -> Response:
    with asked.reading() as view:
        branch = view.branch.settings
        language = web_pages.language_for(otherwise=branch.languages[0])
        rows = _rows(view, language, asked)
    return asked.page(
        "manager/queues.html",
        NOT_SAVED if problems else 200,
        branch=branch,
        rows=rows,
        heading=headings.of_queues(
            language, queues=len(rows), are_open=sum(row.is_open for row in rows)
        ),
        problems=problems or {},
        toast=notices.toast(asked),
    )


def _rows(view: View, language: Language, asked: Asked) -> list[Row]:
    desks, waiting = view.desks(), view.waiting()
    return [
        Row(
            queue=queue,
            name=name_of(queue, language),
            desks=tuple(desk.number for desk in desks if queue.slug in desk.queues),
            is_open=view.opening(queue, asked.now).is_open,
            waiting=waiting.get(queue.slug, 0),
        )
        for queue in view.queues()
    ]


def _done(asked: Asked, work: partial[None], done: str) -> Response:
    typed = Typed(MultiDict(), asked.language)
    gone = notices.saved(
        asked,
        typed,
        work,
        path=_LIST,
        done=done,
        at={"slug": ""},
        instead={
            "slug": typed.language.gettext(
                "People wait in this queue. Close it; when they are served you can remove it."
            )
        },
    )
    return gone or _list(asked, typed.problems)


# --- the form -------------------------------------------------------------------------------------


def _new_queue(view: View) -> Queue:
    free = free_letters(view.queues())
    return Queue(slug="", letter=free[0] if free else "", names={}, ordinal=len(view.queues()) + 1)  # fmt: skip


def free_letters(queues: list[Queue], but: str = "") -> list[str]:
    """Return which of the usual letters no queue bears, but for this one."""
    taken = {queue.letter for queue in queues if queue.slug != but}
    return [letter for letter in LETTERS if letter not in taken]


def _form_of(queue: Queue) -> MultiDict[str, str]:
    form = MultiDict({"letter": queue.letter, "slug": queue.slug})
    for tag, name in queue.names.items():
        form[f"name-{tag}"] = name
    for setting in settings_of(QueueSettings).values():
        words = shown(setting, getattr(queue.settings, setting.name))
        if setting.name not in _NAMED_APART and words is not None:
            form[setting.name] = words
    form["hours"] = "branch" if queue.settings.hours is None else "own"
    return form


def _form_page(
    asked: Asked,
    view: View,
    form: MultiDict[str, str],
    queue: Queue | None,
    problems: dict[str, str] | None = None,
    was: str = "",
) -> Response:
    return asked.page(
        "manager/queue.html",
        NOT_SAVED if problems else 200,
        branch=view.branch.settings,
        form=form,
        was=was,
        problems=problems or {},
        queue=queue,
        shown_as=queue or _new_queue(view),
        name=None if queue is None else name_of(queue, asked.language),
        free=free_letters(view.queues()),
        waiting=0 if queue is None else view.waiting().get(queue.slug, 0),
        joins=JoinMode,
    )


def _read(typed: Typed, view: View, queue: Queue | None) -> SetQueue:
    branch = view.branch.settings
    names = typed.by_language("name", branch.languages)
    others = {} if queue is None else queue.names
    if not any(names.values()) and not set(others) - set(names):
        typed.wrong(f"name-{branch.languages[0]}", typed.language.gettext("Give it a name."))  # fmt: skip
    letter = typed.text("letter").upper()
    _check_letter(typed, view, letter, queue)
    settings = {
        setting.name: typed.value(setting)
        for setting in settings_of(QueueSettings).values()
        if setting.name not in _NAMED_APART
    }
    settings["hours"] = _hours(typed, branch, queue)
    return SetQueue(
        slug="" if queue is None else queue.slug,
        names=names,
        letter=letter,
        settings=settings,
    )


def _hours(typed: Typed, branch: BranchSettings, queue: Queue | None) -> object:
    """Return the queue's own hours, which begin as those of the branch, or None for those of the branch."""
    if typed.text("hours") != "own":
        return None
    own = None if queue is None else queue.settings.hours
    return own or branch.hours


def _check_letter(typed: Typed, view: View, letter: str, queue: Queue | None) -> None:
    _, queues = typed.language.gettext, view.queues()
    but = "" if queue is None else queue.slug
    if not re.fullmatch("[A-Z]{1,2}", letter):
        typed.wrong("letter", _("Give one or two letters from A to Z."))
    for other in queues:
        if other.letter == letter and other.slug != but:
            typed.wrong(
                "letter",
                _("Letter {letter} is taken by {queue}. Free: {free}."),
                letter=letter,
                queue=name_of(other, typed.language),
                free=typed.language.listed(free_letters(queues, but)),
            )


def _add(asked: Asked) -> Response:
    typed = Typed(asked.form, asked.language)
    with asked.reading() as view:
        read = _read(typed, view, None)
        slug = typed.text("slug") or slug_of(
            next(filter(None, read.names.values()), ""),
            read.letter or "",
            [queue.slug for queue in view.queues()],
        )
    command = AddQueue(slug=slug, names=read.names, letter=read.letter, settings=read.settings)  # fmt: skip
    gone = notices.saved(asked, typed, lambda session: add_queue(session, command), path=_LIST, done="added", at=_at(asked), instead=_instead(typed))  # fmt: skip
    if gone is not None:
        return gone
    with asked.reading() as view:
        return _form_page(asked, view, asked.form, None, typed.problems)


def _change(asked: Asked, slug: str) -> Response:
    with asked.reading() as view:
        queue = view.queue(slug)
        typed = typed_meanwhile(asked.form, _form_of(queue), asked.language)
        command = _read(typed, view, queue)

    def work(session: Session) -> None:
        check_unchanged(queue, session.state.queue(slug), typed.language)
        set_queue(session, command)

    gone = notices.saved(asked, typed, work, path=_LIST, done="saved", at=_at(asked), instead=_instead(typed))  # fmt: skip
    if gone is not None:
        return gone
    with asked.reading() as view:
        return _form_page(asked, view, typed.form, queue, typed.problems, typed.was)


def _instead(typed: Typed) -> dict[str, str]:
    """Return what is said of what only the rules know to be wrong."""
    _ = typed.language.gettext
    return {
        "names": _("Take letters that every screen can show."),
        "letter": _("Numbers of another queue bear this letter today; it is free tomorrow."),
        "slug": _("Take small letters, digits and inner hyphens, 40 at most."),
    }  # fmt: skip


def _at(asked: Asked) -> dict[str, str]:
    with asked.reading() as view:
        return {"names": f"name-{view.branch.settings.languages[0]}"}


def slug_of(name: str, letter: str, taken: list[str]) -> str:
    """Return by what the queue is found in addresses: its name as far as addresses can say it, else its letter."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    slug = _NOT_PLAIN.sub("-", plain.lower()).strip("-") or f"queue-{letter.lower()}"
    slug = slug[: _MOST_OF_SLUG - 3].strip("-")
    others = (f"{slug}-{number}" for number in count(2))
    return next(each for each in chain([slug], others) if each not in taken)
