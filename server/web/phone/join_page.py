"""The queues for people on the web: who waits where, and a number on the phone where the queue allows it."""

from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from flask import Blueprint, Response, current_app, request

from server.domain import limits
from server.domain.branch import BranchSettings, JoinMode, Queue
from server.domain.limits import Demand
from server.domain.next_calls import is_newcomer_next
from server.domain.refusals import (
    Fullness,
    QueueClosed,
    QueueFull,
)
from server.domain.ticket import OPEN_STATES, Ticket
from server.forecast.outlook import Outlook
from server.present.estimates import minutes
from server.present.ticket_view import Around
from server.store import accounts, halls
from server.store.store import MAIN_BRANCH, Store
from server.store.view import View
from server.web import pages
from server.web.languages import Language
from server.web.phone import words
from server.web.phone.on_site import OnSite
from server.web.phone.visitor import Form, Visitor, last_ticket

_FULL = {
    Fullness.WAITING: "full",
    Fullness.TODAY: "full-today",
    Fullness.CLOSING: "full-closing",
}


def declare(blueprint: Blueprint) -> None:
    """Declare the list of queues, and the page of each."""

    @blueprint.get("/")
    def queues_page() -> Response:
        """Show every queue and how many wait in it; before the first start, go where that is made."""
        store: Store = current_app.extensions["store"]
        if _is_untouched(store):
            return Response(status=303, headers={"Location": "/manager"})
        return show(None)

    @blueprint.get("/q/<slug:slug>", strict_slashes=False)
    def queue_page(slug: str) -> Response:
        """Show one queue and how many wait in it; looking takes no number."""
        return show(slug)


def _is_untouched(store: Store) -> bool:
    """Return whether there is no queue yet, nor anybody who could make one."""
    with store.reading(MAIN_BRANCH) as view:
        if view.queues():
            return False
    with store.connecting() as connection:
        return not accounts.is_any(connection, MAIN_BRANCH)


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueOffer:
    """One queue on the page: its `name`, how many wait, and `how` a number is had.

    `how` is `button`, `scan` (the code at the kiosk), `kiosk`, `closed` (until `opens`, if ever),
    `full`, or for today `full-today` or `full-closing`; `minutes` from and to which whoever came now would wait, where that is known; `at_once` says that they would be next at once.
    """

    slug: str
    letter: str
    colour: int
    name: str
    waiting: int
    how: str
    opens: str = ""
    desks: int = 1
    reason: str = ""
    minutes: tuple[int, int] | None = None
    at_once: bool = False


def show(slug: str | None) -> Response:
    """Answer with the page of this queue, or of all queues."""
    store: Store = current_app.extensions["store"]
    now: datetime = current_app.extensions["clock"]()
    visitor = Visitor.of_request()
    code = request.args.get("code")
    on_site = OnSite(store.tokens)
    scanned = code is not None and on_site.is_fresh(code, MAIN_BRANCH, now)
    if scanned:
        visitor = replace(visitor, entry=on_site.new_pass(MAIN_BRANCH, now))
    let_in = on_site.lets_in(visitor.entry, MAIN_BRANCH, now)
    with store.reading(MAIN_BRANCH) as view:
        branch, queues = view.branch.settings, view.queues()
        desks, busy = view.desks(), halls.at_desks(view)
        demands = view.demands(queues, desks)
        waiting = {slug: demand.waiting for slug, demand in demands.items()}
        shown = queues if slug is None else [view.queue(slug)]
        outlook = store.outlook(MAIN_BRANCH)
        around = Around(
            settings=branch,
            desks={},
            message=view.branch.message,
            now=now,
            outlook=outlook,
        )
        language = pages.language_for(otherwise=branch.languages[0])
        offers = [
            replace(
                _offer(
                    queue,
                    number,
                    branch,
                    demands[queue.slug],
                    outlook,
                    let_in,
                    language,
                    now,
                ),
                minutes=minutes(
                    outlook.shown_of(queue.slug, demands[queue.slug].waiting)
                ),
                at_once=is_newcomer_next(queue.slug, desks, waiting, busy),
            )
            for number, queue in enumerate(queues)
            if queue in shown
        ]
        live = _live_ticket(store, view, visitor)
    response = page(
        branch,
        offers,
        language,
        alone=slug is not None,
        live="" if live is None else live.label,
        token=visitor.token,
        form=Form.shown_to(visitor),
        entry=visitor.entry if let_in else "",
        message=words.in_language(around.texts or {}, language),
        stale=code is not None and not scanned and not let_in,
    )
    if any(queue.settings.join is not JoinMode.OFF for queue in shown):
        visitor.remember(response)
    return response


def page(
    branch: BranchSettings,
    offers: list[QueueOffer],
    language: Language,
    *,
    alone: bool,
    live: str = "",
    token: str = "",
    form: str = "",
    entry: str = "",
    stale: bool = False,
    message: str = "",
) -> Response:
    """Answer with the page; `message` is what everybody is told, `live` is the label of the browser's own ticket, `stale` that its code was too old."""
    return pages.respond(
        "join.html",
        language,
        branch=branch,
        offers=offers,
        alone=alone,
        live=live,
        token=token,
        form=form,
        entry=entry,
        stale=stale,
        message=message,
        words={"label": live},
    )


def _offer(
    queue: Queue,
    number: int,
    branch: BranchSettings,
    demand: Demand,
    outlook: Outlook,
    let_in: bool,
    language: Language,
    now: datetime,
) -> QueueOffer:
    opens = reason = ""
    match queue.settings.join:
        case JoinMode.OPEN:
            how = "button"
        case JoinMode.ONSITE:
            how = "button" if let_in else "scan"
        case _:
            how = "kiosk"
    try:
        limits.check_open(branch, queue, demand, now)
        foreseen = outlook.of_newcomer(queue.slug, demand.waiting)
        limits.check_not_full(branch, queue, demand, now, foreseen)
    except QueueClosed as closed:
        how = "closed"
        reason = _reason(queue, branch, language, now)
        if closed.opens_at is not None:
            zone = ZoneInfo(branch.time_zone)
            opens = language.day_and_time(closed.opens_at, zone)
    except QueueFull as full:
        how = _FULL[full.why]
    return QueueOffer(
        slug=queue.slug,
        letter=queue.letter,
        colour=number % 5 + 1,
        name=words.name_of(queue, language),
        waiting=demand.waiting,
        how=how,
        opens=opens,
        desks=demand.desks,
        reason=reason,
    )


def _reason(
    queue: Queue, branch: BranchSettings, language: Language, now: datetime
) -> str:
    """Return why the hours of today differ, where that was written down."""
    hours = queue.settings.hours or branch.hours
    today = now.astimezone(ZoneInfo(branch.time_zone)).date()
    return words.in_language(hours.reasons.get(today, {}), language)


def _live_ticket(store: Store, view: View, visitor: Visitor) -> Ticket | None:
    last = last_ticket(store, visitor)
    ticket = None if last is None else view.ticket(last)
    return ticket if ticket is not None and ticket.state in OPEN_STATES else None
