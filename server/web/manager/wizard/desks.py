"""Step 3: which desk serves what, as a grid."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from flask import Response
from werkzeug.datastructures import MultiDict

from server.domain.branch import Desk, Policy
from server.store.session import Session
from server.store.view import View
from server.usecases.setup.desks import (
    MOST_DESKS,
    AddDesk,
    SetDesk,
    add_desk,
    set_desk,
)
from server.web.manager import headings
from server.web.manager.desks import unserved
from server.web.manager.meanwhile import check_unchanged, typed_meanwhile
from server.web.manager.pages import MANAGERS, Asked, Pages
from server.web.manager.typed import Typed
from server.web.manager.wizard.frame import path_of, step_page
from server.web.phone.words import name_of

_FIRST_EMPTY = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A desk's fields: `number-KEY`, and `serves-KEY` once for each queue that it serves; `desk` is None for one that is to come."""

    key: str
    desk: Desk | None = None


def declare(pages: Pages) -> None:
    """Declare the third step."""

    @pages.get("/set-up/3", who=MANAGERS)
    def wizard_desks(asked: Asked) -> Response:
        """Ask which desk serves what."""
        with asked.reading() as view:
            return _page(asked, view)

    @pages.post("/set-up/3", who=MANAGERS)
    def save_wizard_desks(asked: Asked) -> Response:
        """Save which desk serves what; where a queue is left with none, stay and say so."""
        with asked.reading() as view:
            desks = view.desks()
            was = _form_of(_there(desks), view)
            typed = typed_meanwhile(asked.form, was, asked.language)
            if "more" in asked.form:
                return _page(asked, view, typed, more=True)
            work = _read(typed, view)

        def save(session: Session) -> None:
            served = _served(session.state.desks())
            check_unchanged(_served(desks), served, typed.language)
            for each in work:
                each(session)

        typed.saving(lambda: asked.write(save), at={"number": "number-0", "queues": "number-0"})  # fmt: skip
        with asked.reading() as view:
            if typed.problems:
                return _page(asked, view, typed)
            is_whole = not unserved(view.queues(), view.desks(), asked.language)
        return asked.go(path_of(4 if is_whole else 3))


def _page(
    asked: Asked, view: View, typed: Typed | None = None, *, more: bool = False
) -> Response:
    language, desks, queues = asked.language, view.desks(), view.queues()
    rows = _rows(desks, asked.form, more=more)
    without = unserved(queues, desks, language)
    return step_page(
        asked,
        3,
        "desks",
        typed,
        _form_of(_there(desks), view),
        rows=rows,
        queues=[(queue, name_of(queue, language)) for queue in queues],
        form=_form_of(rows, view) if typed is None else typed.form,
        unserved=headings.of_unserved(language, without) if desks and without else "",
    )


def _rows(
    desks: list[Desk], form: MultiDict[str, str], *, more: bool = False
) -> list[Row]:
    """Return a row for each desk, and as many for those that are to come as the form had, or one `more`."""
    had = sum(f"number-{number}" in form for number in range(len(form)))
    empty = max(had + more, 1 if desks else _FIRST_EMPTY)
    return _there(desks) + [Row(key=str(number)) for number in range(empty)]


def _there(desks: list[Desk]) -> list[Row]:
    """Return a row for each desk that there is; it is known by its number, whoever adds or removes others meanwhile."""
    return [Row(key=f"of-{desk.number}", desk=desk) for desk in desks]


def _served(
    desks: list[Desk],
) -> list[tuple[int, tuple[str, ...], Policy, tuple[int, ...]]]:
    """Return what of desks is set here, whoever sits at them."""
    return [(each.number, each.queues, each.policy, each.weights) for each in desks]


def _form_of(rows: list[Row], view: View) -> MultiDict[str, str]:
    form: MultiDict[str, str] = MultiDict()
    everything = [queue.slug for queue in view.queues()]
    for row in rows:
        if row.desk is not None:
            form[f"number-{row.key}"] = str(row.desk.number)
            form.setlist(f"serves-{row.key}", list(row.desk.queues))
        elif row is rows[0]:
            # The first one is offered as what it mostly is.
            form["number-0"] = "1"
            form.setlist("serves-0", everything)
    return form


def _read(typed: Typed, view: View) -> list[Callable[[Session], Any]]:
    """Return what is to be saved: of each desk what it serves, and each new one."""
    _, desks = typed.language.gettext, view.desks()
    there = [queue.slug for queue in view.queues()]
    taken = {desk.number for desk in desks}
    work: list[Callable[[Session], Any]] = []
    for row in _rows(desks, typed.form):
        field = f"number-{row.key}"
        ticked = [slug for slug in there if slug in typed.form.getlist(f"serves-{row.key}")]  # fmt: skip
        if row.desk is None and not typed.text(field):
            continue
        number = row.desk.number if row.desk else typed.whole(field, 1, MOST_DESKS)
        if not ticked:
            typed.wrong(field, _("Tick what the desk serves: one queue at least."))
        if row.desk is not None:
            work.append(partial(set_desk, command=_change(row.desk, ticked)))
            continue
        if number in taken:
            typed.wrong(field, _("There is a desk {number} already."), number=str(number))  # fmt: skip
        taken.add(number or 0)
        work.append(partial(add_desk, command=AddDesk(number=number or 0, queues=tuple(ticked))))  # fmt: skip
    if not work:
        typed.wrong("number-0", _("One desk at least is needed. Where are people served?"))  # fmt: skip
    return work


def _change(desk: Desk, ticked: list[str]) -> SetDesk:
    """Return the desk's queues in the order that it prefers, new ones last; its shares go with them."""
    kept = [slug for slug in desk.queues if slug in ticked]
    queues = (*kept, *(slug for slug in ticked if slug not in kept))
    shares = dict(zip(desk.queues, desk.weights, strict=False))
    weights = tuple(shares.get(slug, 1) for slug in queues)
    return SetDesk(
        number=desk.number,
        queues=queues,
        weights=weights if desk.policy is Policy.RATIO else None,
    )
