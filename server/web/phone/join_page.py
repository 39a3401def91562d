"""The queues for people on the web: who waits where, and another number for whoever was served here today."""

from flask import Blueprint, Response, current_app, redirect, request, url_for
from werkzeug.wrappers import Response as Redirect

from server.domain.events import NOBODY
from server.domain.refusals import KioskOnly, UnknownTicket
from server.live import present
from server.store.once import Answer, Key
from server.store.session import Session
from server.store.store import MAIN_BRANCH, Store
from server.usecases.take_another import TakeAnother, take_another
from server.web import pages
from server.web.phone import words
from shared.wire import messages

_SCOPE = "ticket"


def declare(blueprint: Blueprint) -> None:
    """Declare the list of queues, the page of each, and taking another number."""

    @blueprint.get("/")
    def queues_page() -> Response:
        """Show every queue and how many wait in it."""
        return show(None)

    @blueprint.get("/q/<slug>")
    def queue_page(slug: str) -> Response:
        """Show one queue and how many wait in it; looking takes no number."""
        return show(slug)

    @blueprint.post("/q/<slug>")
    def take(slug: str) -> Redirect:
        """Give another number for the ticket in `after`; each such ticket gives one, however often it is sent."""
        store: Store = current_app.extensions["store"]
        clock = current_app.extensions["clock"]
        branch_id, served = _served_ticket(store, request.form.get("after", ""))
        key = Key(
            _SCOPE,
            f"{branch_id}/{served}/another",
            store.tokens.fingerprint(b"another"),
            messages.Ticket,
            clock(),
        )

        def work(session: Session) -> Answer:
            ticket = take_another(session, clock, TakeAnother(queue=slug, after=served))
            return Answer(303, present.ticket(ticket))

        answer = store.write(branch_id, NOBODY, work, key)
        ticket = answer.message
        assert isinstance(ticket, messages.Ticket)
        token = store.tokens.of(branch_id, ticket.id, ticket.taken_at)
        return redirect(url_for(".ticket_page", token=token), 303)


def show(slug: str | None) -> Response:
    """Answer with the page of this queue, or of all queues."""
    store: Store = current_app.extensions["store"]
    with store.reading(MAIN_BRANCH) as view:
        queues = view.queues()
        shown = queues if slug is None else [view.queue(slug)]
        waiting, branch = view.waiting(), view.ledger.settings
    language = pages.language_for(otherwise=branch.languages[0])
    colours = {queue.slug: number % 5 + 1 for number, queue in enumerate(queues)}
    return pages.respond(
        "join.html",
        language,
        branch=branch,
        alone=slug is not None,
        rows=[
            (
                queue,
                words.name_of(queue, language),
                waiting.get(queue.slug, 0),
                colours[queue.slug],
            )
            for queue in shown
        ],
    )


def _served_ticket(store: Store, token: str) -> tuple[int, int]:
    try:
        return store.ticket_of(token)
    except UnknownTicket as error:
        # Whoever holds no ticket of ours is a stranger, whatever else is wrong with what they sent.
        raise KioskOnly from error
