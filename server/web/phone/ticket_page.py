"""The ticket page: one customer's place, and what may be done about it."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from babel.dates import format_date
from flask import Blueprint, Response, current_app, redirect, url_for
from werkzeug.wrappers import Response as Redirect

from server.domain.branch import BranchSettings, Queue
from server.domain.events import NOBODY
from server.domain.refusals import UnknownQueue, WrongState
from server.domain.ticket import Ticket, TicketState
from server.live import present
from server.live.handoff import StreamResponse
from server.live.watcher import TicketWatcher
from server.store.store import Store
from server.store.view import View
from server.usecases.leave import leave
from server.web import pages
from server.web.phone import words
from shared.wire.messages import TicketView


def declare(blueprint: Blueprint) -> None:
    """Declare the page, its stream and its moves."""

    @blueprint.get("/t/<token>")
    def ticket_page(token: str) -> Response:
        """Show where the ticket stands."""
        return show(token)

    @blueprint.get("/t/<token>/events")
    def ticket_events(token: str) -> Response:
        """Stream where the ticket stands."""
        store: Store = current_app.extensions["store"]
        return StreamResponse(
            current_app.extensions["hub"], TicketWatcher(*store.ticket_of(token))
        )

    @blueprint.post("/t/<token>/leave")
    def leave_queue(token: str) -> Response | Redirect:
        """Give the place up; sent twice, it is given up once."""
        store: Store = current_app.extensions["store"]
        branch_id, ticket_id = store.ticket_of(token)
        clock = current_app.extensions["clock"]
        try:
            store.write(
                branch_id, NOBODY, lambda session: leave(session, clock, ticket_id)
            )
        except WrongState as refusal:
            if refusal.ticket.state is not TicketState.LEFT:
                return show(token, refused=refusal, status=409)
        return redirect(url_for(".ticket_page", token=token), 303)


def show(
    token: str, *, refused: WrongState | None = None, status: int = 200
) -> Response:
    """Answer with the page as the ticket stands now, and with what was refused, if anything was."""
    store: Store = current_app.extensions["store"]
    branch_id, ticket_id = store.ticket_of(token)
    with store.reading(branch_id) as view:
        ticket = view.ticket(ticket_id)
        seen = present.ticket_view(
            ticket, ahead=view.ahead(ticket), behind=view.behind(ticket)
        )
        branch, today = view.ledger.settings, view.ledger.day
        queue = _queue_of(view, ticket)
    return page(
        seen,
        queue,
        branch,
        token=token,
        now=current_app.extensions["clock"](),
        day=ticket.day,
        language=ticket.language,
        may_take_another=queue is not None and ticket.day == today,
        refused=None if refused is None else refused.ticket.state,
        status=status,
    )


def page(
    view: TicketView,
    queue: Queue | None,
    branch: BranchSettings,
    *,
    token: str,
    now: datetime,
    day: date,
    language: str | None = None,
    may_take_another: bool = True,
    refused: TicketState | None = None,
    status: int = 200,
) -> Response:
    """Answer with the page of this view of a ticket; `queue` is None when it is no longer there."""
    spoken = pages.language_for(language, otherwise=branch.languages[0])
    said = words.say(view, now, spoken, ZoneInfo(branch.time_zone))
    return pages.respond(
        "ticket.html",
        spoken,
        status,
        token=token,
        view=view,
        said=said,
        words={**said.words, "day": format_date(day, "full", locale=spoken.locale)},
        queue_name="" if queue is None else words.name_of(queue, spoken),
        branch=branch,
        may_take_another=may_take_another,
        refused=refused,
    )


def _queue_of(view: View, ticket: Ticket) -> Queue | None:
    try:
        return view.queue(ticket.queue)
    except UnknownQueue:
        # Removed since; whoever was served in it still has their page.
        return None
