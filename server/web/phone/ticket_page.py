"""The ticket page: one customer's place, and what may be done about it."""

from flask import Blueprint, current_app, redirect, render_template, url_for

from werkzeug.wrappers import Response

from server.domain.events import NOBODY
from server.live.handoff import StreamResponse
from server.live.watcher import TicketWatcher
from server.store.store import Store
from server.usecases.leave import leave


def declare(blueprint: Blueprint) -> None:
    """Declare the page, its stream and its moves."""

    @blueprint.get("/t/<token>")
    def ticket_page(token: str) -> str:
        """Show where the ticket stands."""
        store: Store = current_app.extensions["store"]
        branch_id, ticket_id = store.ticket_of(token)
        with store.reading(branch_id) as view:
            ticket = view.ticket(ticket_id)
            return render_template(
                "ticket.html",
                token=token,
                ticket=ticket,
                ahead=view.ahead(ticket),
                behind=view.behind(ticket),
                queue=view.queue(ticket.queue),
                branch=view.ledger.settings,
            )

    @blueprint.get("/t/<token>/events")
    def ticket_events(token: str) -> Response:
        """Stream where the ticket stands."""
        store: Store = current_app.extensions["store"]
        return StreamResponse(
            current_app.extensions["hub"], TicketWatcher(*store.ticket_of(token))
        )

    @blueprint.post("/t/<token>/leave")
    def leave_queue(token: str) -> Response:
        """Give the place up."""
        store: Store = current_app.extensions["store"]
        branch_id, ticket_id = store.ticket_of(token)
        clock = current_app.extensions["clock"]
        store.write(branch_id, NOBODY, lambda session: leave(session, clock, ticket_id))
        return redirect(url_for(".ticket_page", token=token), 303)
