"""The ticket page: one customer's place, and what may be done about it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import TypeVar
from zoneinfo import ZoneInfo

from babel.dates import format_date
from flask import Blueprint, Response, current_app, redirect, request, url_for
from werkzeug.wrappers import Response as Redirect

from server.domain.branch import BranchSettings, Queue
from server.domain.events import SYSTEM
from server.domain.moves import Move
from server.domain.refusals import (
    NobodyBehind,
    NotValid,
    Refusal,
    TooLate,
    TooManyMoves,
    TooManyPostponements,
    UnknownQueue,
    WrongState,
)
from server.domain.ticket import Ticket, TicketState
from server.live.watcher import TicketWatcher
from server.present.ticket_view import Around, ticket_view
from server.store.session import Session
from server.store.store import Store
from server.store.tokens import TicketTokens
from server.store.view import View
from server.usecases.leave import leave
from server.usecases.on_my_way import on_my_way
from server.usecases.postpone import Postpone, postpone
from server.usecases.rate import Rate, rate
from server.usecases.rejoin import rejoin
from server.usecases.return_to_queue import WITHIN, return_to_queue, was_cancelled
from server.web import pages
from server.web.handoff import StreamResponse
from server.web.outside import network_of
from server.web.phone import words
from server.web.phone.flood import (
    MOVES_FROM_ADDRESS,
    MOVES_OF_TICKET,
    Gates,
)
from server.web.phone.two_words import words_of
from shared.wire.messages import TicketView

Make = Callable[[Session, int], Ticket]
"""A move: the session, and the ticket's id."""

Page = TypeVar("Page", bound=Callable[[str], Response | Redirect])


def declare(blueprint: Blueprint) -> None:
    """Declare the page, its stream and its moves."""
    _declare_page(blueprint)
    _declare_moves(blueprint)


def _declare_page(blueprint: Blueprint) -> None:

    @blueprint.get("/t/<token>")
    def ticket_page(token: str) -> Response:
        """Show where the ticket stands."""
        return show(token)

    @blueprint.get("/t/<token>/events")
    def ticket_events(token: str) -> Response:
        """Stream where the ticket stands."""
        store: Store = current_app.extensions["store"]
        return StreamResponse(TicketWatcher(*store.ticket_of(token)))


def _post(blueprint: Blueprint, made: Move) -> Callable[[Page], Page]:
    return blueprint.post(f"/t/<token>/{made}")


def _declare_moves(blueprint: Blueprint) -> None:
    post = partial(_post, blueprint)

    @post(Move.LEAVE)
    def leave_queue(token: str) -> Response | Redirect:
        """Give the place up."""
        return move(token, leave, TicketState.LEFT)

    @post(Move.RETURN)
    def come_back(token: str) -> Response | Redirect:
        """Take the place again that was given up a moment ago."""
        return move(token, return_to_queue, TicketState.WAITING)

    @post(Move.REJOIN)
    def rejoin_queue(token: str) -> Response | Redirect:
        """Wait again, near the front, after a missed call."""
        return move(token, rejoin, TicketState.WAITING)

    @post(Move.ON_MY_WAY)
    def say_on_my_way(token: str) -> Response | Redirect:
        """Tell the desk that one is coming."""
        return move(token, on_my_way, TicketState.CALLED)

    @post(Move.POSTPONE)
    def let_others_go_first(token: str) -> Response | Redirect:
        """Let 1, 3 or 5 others go first, once for each page that asks."""
        behind = request.form.get("behind", 0, int)
        seen = request.form.get("seen", type=int)

        def make(session: Session, ticket_id: int) -> Ticket:
            ticket = session.ticket(ticket_id)
            if seen is not None and seen != ticket.postponed:
                # The same form once more: it has happened already.
                return ticket
            return postpone(session, Postpone(ticket=ticket_id, behind=behind))

        return move(token, make)

    @post(Move.RATE)
    def say_how_it_was(token: str) -> Response | Redirect:
        """Say how it was: 1 bad, 2 fair, 3 good; the last word counts."""
        score = request.form.get("score", 0, int)

        def make(session: Session, ticket_id: int) -> Ticket:
            return rate(session, Rate(ticket=ticket_id, score=score))

        return move(token, make)


def move(
    token: str, make: Make, wished: TicketState | None = None
) -> Response | Redirect:
    """Make a move and go back to the page; a move that is refused is answered by the page with a reason.

    A form that is sent twice does no harm: a ticket that stands as `wished` already is left alone.
    """
    store: Store = current_app.extensions["store"]
    branch_id, ticket_id = store.ticket_of(token)
    try:
        count_move(branch_id, ticket_id)
        store.write(branch_id, SYSTEM, lambda session: make(session, ticket_id))
    except WrongState as refusal:
        if refusal.ticket.state is not wished:
            return show(token, refused=refusal, status=409)
    except (TooLate, NobodyBehind, TooManyPostponements) as refusal:
        return show(token, refused=refusal, status=409)
    except NotValid as refusal:
        return show(token, refused=refusal, status=422)
    except TooManyMoves as refusal:
        response = show(token, refused=refusal, status=429)
        response.headers["Retry-After"] = str(refusal.seconds)
        return response
    return redirect(url_for(".ticket_page", token=token), 303)


def count_move(branch_id: int, ticket_id: int) -> None:
    """Count a request that may move the ticket, or keep something for it; raise `TooManyMoves`."""
    gates: Gates = current_app.extensions["gates"]
    now: datetime = current_app.extensions["clock"]()
    gates.moves.count(f"ticket {branch_id}/{ticket_id}", MOVES_OF_TICKET, now)
    gates.moves.count(network_of(request.remote_addr), MOVES_FROM_ADDRESS, now)


def show(token: str, *, refused: Refusal | None = None, status: int = 200) -> Response:
    """Answer with the page as the ticket stands now, and with what was refused, if anything was."""
    store: Store = current_app.extensions["store"]
    branch_id, ticket_id = store.ticket_of(token)
    with store.reading(branch_id) as view:
        ticket = view.ticket(ticket_id)
        if ticket.is_test:
            current_app.extensions["opened_tests"].note(ticket_id)
        ahead, behind = view.place_of(ticket)
        now: datetime = current_app.extensions["clock"]()
        around = Around(
            settings=view.branch.settings,
            desks={desk.number: desk for desk in view.desks()},
            message=view.branch.message,
            now=now,
            next=() if ahead is None else view.next_calls(),
            outlook=store.outlook(branch_id),
        )
        seen = ticket_view(ticket, around, ahead=ahead, behind=behind)
        branch, today = view.branch.settings, view.branch.day
        queue = _queue_of(view, ticket)
        cancelled = was_cancelled(view, ticket)
    is_today = ticket.day == today
    return page(
        seen,
        queue,
        branch,
        tokens=store.tokens,
        token=token,
        now=now,
        day=ticket.day,
        language=ticket.language,
        may=May(
            take_another=queue is not None and is_today,
            postpone=ticket.postponed < branch.most_postponements,
            come_back=is_today,
            return_for_s=0
            if cancelled or queue is None or not is_today
            else _returns_for(ticket, now),
            rejoin=seen.kept_until is not None and is_today and now <= seen.kept_until,
            say_coming=ticket.on_my_way_at is None,
            rate=ticket.rating is None,
        ),
        postponed=ticket.postponed,
        cancelled=cancelled,
        refused=refused,
        status=status,
    )


def _returns_for(ticket: Ticket, now: datetime) -> float:
    """Return for how many seconds still whoever left may take the place again."""
    if ticket.state is not TicketState.LEFT or ticket.ended_at is None:
        return 0
    return max(0.0, (ticket.ended_at + WITHIN - now).total_seconds())


@dataclass(frozen=True, slots=True, kw_only=True)
class May:
    """Which moves the page offers, beside what the ticket's state says; the place that was given up for so many seconds still."""

    take_another: bool = True
    postpone: bool = True
    come_back: bool = True
    return_for_s: float = 0
    rejoin: bool = True
    say_coming: bool = True
    rate: bool = True


def page(
    view: TicketView,
    queue: Queue | None,
    branch: BranchSettings,
    *,
    tokens: TicketTokens,
    token: str,
    now: datetime,
    day: date,
    language: str | None = None,
    may: May = May(),
    postponed: int = 0,
    cancelled: bool = False,
    refused: Refusal | None = None,
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
        words={
            **said.words,
            "day": format_date(day, "full", locale=spoken.locale),
            "two_words": words_of(tokens, token, spoken.tag),
        },
        queue_name="" if queue is None else words.name_of(queue, spoken),
        branch=branch,
        may=may,
        now=now,
        postponed=postponed,
        cancelled=cancelled,
        refused=type(refused).__name__,
        refused_state=refused.ticket.state.value
        if isinstance(refused, WrongState)
        else "",
    )


def _queue_of(view: View, ticket: Ticket) -> Queue | None:
    try:
        return view.queue(ticket.queue)
    except UnknownQueue:
        # Removed since; whoever was served in it still has their page.
        return None
