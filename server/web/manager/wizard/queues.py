"""Step 2: what people come for; a letter is given to each."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from flask import Response
from werkzeug.datastructures import MultiDict

from server.domain.branch import Queue, QueueSettings
from server.domain.settings import settings_of
from server.store.session import Session
from server.store.view import View
from server.usecases.setup.queues import AddQueue, SetQueue, add_queue, set_queue
from server.web.languages import Language
from server.web.manager.meanwhile import check_unchanged, typed_meanwhile
from server.web.manager.pages import MANAGERS, Asked, Pages
from server.web.manager.queues import free_letters, slug_of
from server.web.manager.typed import Typed
from server.web.manager.wizard.frame import path_of, step_page
from server.web.pages import language_named
from server.web.phone.words import name_of

_MINUTES = settings_of(QueueSettings)["expected_minutes"]
_FIRST_EMPTY = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A queue's fields, `name-KEY` and `minutes-KEY`; `queue` is None for one that is to come, with the letter it would get."""

    key: str
    letter: str
    ordinal: int
    queue: Queue | None = None


def declare(pages: Pages) -> None:
    """Declare the second step."""

    @pages.get("/set-up/2", who=MANAGERS)
    def wizard_queues(asked: Asked) -> Response:
        """Ask what people come for."""
        with asked.reading() as view:
            return _page(asked, view)

    @pages.post("/set-up/2", who=MANAGERS)
    def save_wizard_queues(asked: Asked) -> Response:
        """Save what people come for."""
        with asked.reading() as view:
            queues = view.queues()
            was = _form_of(_there(queues), _own(view))
            typed = typed_meanwhile(asked.form, was, asked.language)
            if "more" in asked.form:
                return _page(asked, view, typed, more=True)
            work = _read(typed, view)

        def save(session: Session) -> None:
            check_unchanged(queues, session.state.queues(), typed.language)
            for each in work:
                each(session)

        typed.saving(lambda: asked.write(save), at={"names": "name-0", "letter": ""})
        if typed.problems:
            with asked.reading() as view:
                return _page(asked, view, typed)
        return asked.go(path_of(3))


def _page(
    asked: Asked, view: View, typed: Typed | None = None, *, more: bool = False
) -> Response:
    rows = _rows(view, asked.form, more=more)
    own = _own(view)
    form = _form_of(rows, own)
    if typed is not None:
        form = MultiDict({**form.to_dict(), **typed.form.to_dict()})
    was = _form_of(_there(view.queues()), own)
    return step_page(asked, 2, "queues", typed, was, rows=rows, form=form)


def _own(view: View) -> Language:
    return language_named(view.branch.settings.languages[0])


def _there(queues: list[Queue]) -> list[Row]:
    """Return a row for each queue that there is; it is known by its slug, whoever adds or removes others meanwhile."""
    return [
        Row(key=f"of-{each.slug}", letter=each.letter, ordinal=each.ordinal, queue=each)
        for each in queues
    ]


def _rows(view: View, form: MultiDict[str, str], *, more: bool = False) -> list[Row]:
    """Return a row for each queue, and as many for those that are to come as the form had, or one `more`."""
    queues = view.queues()
    had = sum(f"name-{number}" in form for number in range(len(form)))
    empty = max(had + more, 1 if queues else _FIRST_EMPTY)
    letters = free_letters(queues)[:empty]
    last = max((queue.ordinal for queue in queues), default=0)
    return _there(queues) + [
        Row(key=str(number), letter=letter, ordinal=last + 1 + number)
        for number, letter in enumerate(letters)
    ]


def _form_of(rows: list[Row], own: Language) -> MultiDict[str, str]:
    form: MultiDict[str, str] = MultiDict()
    for row in rows:
        minutes = _MINUTES.default if row.queue is None else row.queue.settings.expected_minutes  # fmt: skip
        form[f"minutes-{row.key}"] = f"{minutes:.15g}"
        if row.queue is not None:
            form[f"name-{row.key}"] = name_of(row.queue, own)
    return form


def _read(typed: Typed, view: View) -> list[Callable[[Session], Any]]:
    """Return what is to be saved: of each queue that there is what was changed, and each new one."""
    _, own = typed.language.gettext, view.branch.settings.languages[0]
    taken = [queue.slug for queue in view.queues()]
    work: list[Callable[[Session], Any]] = []
    for row in _rows(view, typed.form):
        name = typed.text(f"name-{row.key}")
        if row.queue is None and not name:
            continue
        minutes = typed.value(_MINUTES, f"minutes-{row.key}")
        if not name:
            typed.wrong(f"name-{row.key}", _("Give it a name. A queue is removed on the page of queues."))  # fmt: skip
        settings = {"expected_minutes": minutes}
        if row.queue is None:
            slug = slug_of(name, row.letter, taken)
            taken.append(slug)
            add = AddQueue(slug=slug, names={own: name}, letter=row.letter, settings=settings)  # fmt: skip
            work.append(partial(add_queue, command=add))
        else:
            # What is shown may be its name in another language, where it has none in the branch's own.
            is_same = name == name_of(row.queue, language_named(own))
            names = {} if is_same else {own: name}
            change = SetQueue(slug=row.queue.slug, names=names, settings=settings)
            work.append(partial(set_queue, command=change))
    if not work:
        typed.wrong("name-0", _("One queue at least is needed. What do people come for?"))  # fmt: skip
    return work
