"""Closing and opening a queue from the live page, and the way back."""

from urllib.parse import urlencode

from flask import Response, request

from server.domain.today import ByHand
from server.present.hall import QueueRow, Standing, queue_rows
from server.store.session import Session
from server.usecases.switch_queue import (
    CloseQueue,
    LetHoursSay,
    OpenQueue,
    close_queue,
    let_hours_say,
    open_queue,
)
from server.web.languages import Language
from server.web.manager.notices import Toast
from server.web.manager.pages import HOME, MANAGERS, Asked, Pages
from server.web.phone.words import in_language

_FORM = {"queue": {"type": "string"}, "line": {"type": "string"}}

SWITCHED = "switched"
"""In the address: the queue that was just closed or opened."""


def declare(pages: Pages) -> None:
    """Declare what the buttons do."""

    @pages.post("/live/close", who=MANAGERS, form=_FORM)
    def close_queue_now(asked: Asked) -> Response:
        """Let a queue give no numbers until the day ends."""
        slug = asked.form.get("queue", "")
        asked.write(lambda session: _close(session, slug))
        return _back(asked, slug)

    @pages.post("/live/open", who=MANAGERS, form=_FORM)
    def open_queue_now(asked: Asked) -> Response:
        """Let a queue give numbers, as its hours say or by hand."""
        slug = asked.form.get("queue", "")
        asked.write(lambda session: _open(session, slug))
        return _back(asked, slug)


def _back(asked: Asked, slug: str) -> Response:
    """Go back to where it was pressed: the live page, or the queue's own."""
    page = f"{HOME}/{slug}" if "line" in asked.form else HOME
    return asked.go(f"{page}?{urlencode({SWITCHED: slug})}")


def _close(session: Session, slug: str) -> None:
    switch = session.state.today.queues.get(slug)
    if switch is not None and switch.to is ByHand.OPEN:
        return let_hours_say(session, LetHoursSay(slug=slug))
    close_queue(session, CloseQueue(slug=slug))
    return None


def _open(session: Session, slug: str) -> None:
    switch = session.state.today.queues.get(slug)
    if switch is not None and switch.to is ByHand.CLOSED:
        return let_hours_say(session, LetHoursSay(slug=slug))
    open_queue(session, OpenQueue(slug=slug))
    return None


def toast_of(standing: Standing, language: Language) -> Toast | None:
    """Return what was just closed or opened, as the address says, and as far as it is so."""
    slug = request.args.get(SWITCHED)
    row = next((row for row in queue_rows(standing) if row.queue.slug == slug), None)
    return None if row is None else _said(row, language)


def _said(row: QueueRow, language: Language) -> Toast:
    name = in_language(row.queue.names, language)
    fields = {"queue": row.queue.slug}
    if row.opening.is_open:
        said = language.gettext("{queue} gives numbers again.")
        path = "/manager/live/close"
    else:
        said = language.gettext(
            "{queue} gives no numbers now. Whoever waits is served."
        )
        path = "/manager/live/open"
    undo = language.gettext("Undo")
    return Toast(text=said.format(queue=name), path=path, label=undo, fields=fields)
