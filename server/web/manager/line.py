"""A queue's line: who waits, in order, and what a manager may do for each of them."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from flask import Response, request
from werkzeug.exceptions import NotFound

from server.domain.refusals import NothingToUndo, UnknownTicket, WrongState
from server.domain.ticket import Ticket, TicketState
from server.live.parts import Part
from server.present import hall
from server.store.session import Session
from server.usecases.cancel import cancel
from server.usecases.steps.undoing import WITHIN
from server.usecases.take_back import TakeBack, take_back
from server.usecases.transfer import Transfer, transfer
from server.web.languages import Language
from server.web.manager import switches
from server.web.manager.looks import Look, Looks
from server.web.manager.notices import Toast
from server.web.manager.pages import HOME, MANAGERS, READERS, Asked, Pages
from server.web.phone.words import in_language

DONE, TICKET = "done", "ticket"
"""In the address: what was just done, and with which ticket."""

_OWN = (Part.HEADING, Part.LINE)
_FORM = {"ticket": {"type": "integer"}}


def declare(pages: Pages, looks: Looks) -> None:
    """Declare the page, its parts, and what its buttons do."""
    _declare_moves(pages)

    @pages.get(
        "/live/<slug:slug>",
        who=READERS,
        query={DONE: "What was just done.", TICKET: "With which ticket."},
    )
    def queue_line(asked: Asked, slug: str) -> Response:
        """Show who waits in the queue, in order."""
        look = looks.look(asked)
        row = _row(look, slug)
        language = look.language
        return asked.page(
            "manager/line.html",
            branch=look.standing.settings,
            standing=look.standing,
            now=look.standing.now,
            row=row,
            part=looks.draw(asked, look, language, _OWN, row),
            toast=_toast(asked, language) or switches.toast_of(look.standing, language),
        )

    @pages.get(
        "/live/<slug:slug>/parts/<names>",
        who=READERS,
        part=True,
        query={"seq": "The journal row that they have to show at least."},
    )
    def queue_line_parts(asked: Asked, slug: str, names: str) -> Response:
        """Give parts of the page by their names, with commas between: `heading,line`."""
        wanted = names.split(",")
        if not {part.value for part in _OWN}.issuperset(wanted):
            raise NotFound
        look = looks.look(asked, request.args.get("seq", type=int))
        parts = [part for part in _OWN if part.value in wanted]
        return looks.answer(asked, look, parts, _row(look, slug))


def _declare_moves(pages: Pages) -> None:
    @pages.post("/live/<slug:slug>/cancel", who=MANAGERS, form=_FORM)
    def cancel_ticket(asked: Asked, slug: str) -> Response:
        """Take somebody out of the line."""
        id = _ticket_of(asked)
        return _move(asked, slug, "cancelled", lambda session: cancel(session, id))

    @pages.post(
        "/live/<slug:slug>/transfer",
        who=MANAGERS,
        form={**_FORM, "queue": {"type": "string"}, "desk": {"type": "integer"}},
    )
    def transfer_ticket(asked: Asked, slug: str) -> Response:
        """Send somebody to another queue, or to one desk."""
        command = Transfer(
            ticket=_ticket_of(asked),
            queue=asked.form.get("queue"),
            desk=asked.form.get("desk", type=int),
        )
        return _move(asked, slug, "sent", lambda session: transfer(session, command))

    @pages.post("/live/<slug:slug>/undo", who=MANAGERS, form=_FORM)
    def take_ticket_back(asked: Asked, slug: str) -> Response:
        """Take back what was done to somebody a moment ago."""
        command = TakeBack(ticket=_ticket_of(asked))
        return _move(asked, slug, "back", lambda session: take_back(session, command))


def _ticket_of(asked: Asked) -> int:
    return asked.form.get("ticket", 0, int)


def _move(
    asked: Asked, slug: str, done: str, make: Callable[[Session], Any]
) -> Response:
    """Make the move and go back to the line, which says what was done, or why it could not be."""
    try:
        asked.write(make)
    except WrongState:
        done = "moved"
    except NothingToUndo:
        done = "late"
    said = {DONE: done, TICKET: _ticket_of(asked)}
    return asked.go(f"{HOME}/{slug}?{urlencode(said)}")


def _row(look: Look, slug: str) -> hall.QueueRow:
    rows = hall.queue_rows(look.standing)
    row = next((row for row in rows if row.queue.slug == slug), None)
    if row is None:
        raise NotFound
    return row


# --- what was just done ---------------------------------------------------------------------------


def _toast(asked: Asked, language: Language) -> Toast | None:
    """Return what was just done with a ticket, as the address says, and as far as it is so."""
    done, id = request.args.get(DONE), request.args.get(TICKET, type=int)
    if done is None or id is None:
        return None
    with asked.reading() as view:
        try:
            ticket = view.ticket(id)
        except UnknownTicket:
            return None
        last = [row.at for row in view.story(id) if row.seq == ticket.touched]
        names = {queue.slug: queue.names for queue in view.every_queue()}
    words = {
        "number": ticket.label,
        "queue": in_language(names[ticket.queue], language),
    }
    text = _said(done, ticket, language).format(**words)
    left = _seconds_left(last, asked.now)
    if done not in ("cancelled", "sent") or not left:
        return Toast(text=text) if text else None
    return Toast(
        text=text,
        path=request.path + "/undo",
        label=language.gettext("Undo"),
        fields={"ticket": str(id)},
        seconds=left,
    )


def _said(done: str, ticket: Ticket, language: Language) -> str:
    """Return the phrase for what was done, nothing where it is not so."""
    _ = language.gettext
    waits = ticket.state is TicketState.WAITING
    phrases = {
        "cancelled": _("{number} was cancelled.") if ticket.state is TicketState.LEFT else "",
        "sent": _("{number} waits for {queue} now.") if waits else "",
        "back": _("{number} waits again, at its old place.") if waits else "",
        "late": _("It is too late to take that back: {number} has gone on, or ten seconds are over."),
        "moved": _("Nothing was changed: {number} has gone on meanwhile."),
    }  # fmt: skip
    return phrases.get(done, "")


def _seconds_left(last: list[datetime], now: datetime) -> int:
    """Return for how many seconds what was done can be taken back."""
    left = max((at + WITHIN - now for at in last), default=timedelta(0))
    return max(0, min(int(left.total_seconds()), int(WITHIN.total_seconds())))
