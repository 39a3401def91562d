"""Taking a number on a phone: once for each tap, and for nobody whom another site sent."""

from dataclasses import replace
from datetime import timedelta

from flask import Blueprint, current_app, redirect, request, url_for
from werkzeug.wrappers import Response as Redirect

from server.domain.events import SYSTEM
from server.domain.refusals import KioskOnly, UnknownTicket
from server.present import messages as present
from server.store.clocks import Clock
from server.store.idempotency import Key
from server.store.session import Session
from server.store.store import MAIN_BRANCH, Store
from server.usecases.join import Join, join
from server.usecases.take_another import TakeAnother, take_another
from server.web import pages
from server.web.answers import Answer, pack, unpack
from server.web.hung_up import has_hung_up
from server.web.outside import CameFrom, came_from, network_of
from server.web.phone.flood import Gates
from server.web.phone.on_site import OnSite
from server.web.phone.visitor import Form, Visitor, last_ticket
from server.web.problems import FromElsewhere
from shared.wire import messages

SENT_TWICE = timedelta(minutes=1)
"""Within this time, the same form from the same hands is the same tap, though they have no cookie."""


def declare(blueprint: Blueprint) -> None:
    """Declare taking a number."""

    @blueprint.post("/q/<slug:slug>", strict_slashes=False)
    def take(slug: str) -> Redirect:
        """Give this browser a number; with `after`, another one for the ticket that was served."""
        if has_hung_up():
            # A number for nobody would be called to an empty hall; asked for again, it is given.
            return redirect(url_for(".queue_page", slug=slug), 303)
        after = request.form.get("after", "")
        return _take_another(slug, after) if after else _join(slug)


def _join(slug: str) -> Redirect:
    store: Store = current_app.extensions["store"]
    clock: Clock = current_app.extensions["clock"]
    gates: Gates = current_app.extensions["gates"]
    visitor, form = Visitor.of_request(), Form.of_request()
    if visitor.known and (form is None or form.name != visitor.name):
        return _once_more(slug)
    last = last_ticket(store, visitor)
    entries = (visitor.entry, request.form.get("entry", ""))
    on_site = any(
        OnSite(store.tokens).lets_in(entry, MAIN_BRANCH, clock()) for entry in entries
    )
    with store.reading(MAIN_BRANCH) as view:
        branch = view.branch.settings
    language = pages.language_for(otherwise=branch.languages[0]).tag
    network = network_of(request.remote_addr)

    def work(session: Session) -> Answer:
        command = Join(queue=slug, last=last, on_site=on_site, language=language)
        ticket = join(session, command)
        if ticket.id != last:
            most = session.state.settings.joins_per_minute
            gates.joins.count(network, most, session.now)
        return Answer(303, present.ticket(ticket))

    key = _key_of(store, visitor, form, last)
    answer = store.write(MAIN_BRANCH, SYSTEM, work, key)
    if not visitor.known and clock() - _ticket(answer).taken_at > SENT_TWICE:
        # Not the same tap twice, but the same page once more, perhaps in another hand.
        answer = store.write(MAIN_BRANCH, SYSTEM, work)
    return _go_to(store, answer, visitor, is_own=visitor.known)


def _key_of(
    store: Store, visitor: Visitor, form: Form | None, last: int | None
) -> Key | None:
    """Return what makes two requests the same tap, None where nothing does."""
    if visitor.known:
        # The same browser after the same last ticket: one ticket, in however many tabs it is asked for.
        name = f"{MAIN_BRANCH}/{visitor.name}/{last or 0}"
        return _key(store, "browser", name, b"join")
    if form is None:
        return None
    return _key(store, "form", f"{MAIN_BRANCH}/{form.number}/{_hands(store)}", b"join")


def _once_more(slug: str) -> Redirect:
    """Show the page anew to a browser of ours that sent a form of no use; raise `FromElsewhere` where it may be anybody's."""
    if _came_from() is not CameFrom.HERE:
        raise FromElsewhere
    return redirect(url_for(".queue_page", slug=slug), 303)


def _came_from() -> CameFrom:
    return came_from(request, current_app.config["PUBLIC_URL"])


def _hands(store: Store) -> str:
    """Return what tells those apart who have no cookies: their network and what their browser is."""
    network = network_of(request.remote_addr)
    browser = request.headers.get("User-Agent", "")
    return store.tokens.fingerprint(network.encode(), browser.encode()).hex()


def _key(store: Store, scope: str, name: str, what: bytes) -> Key:
    return Key(scope, name, store.tokens.fingerprint(what), pack, _unpack)


def _take_another(slug: str, after: str) -> Redirect:
    store: Store = current_app.extensions["store"]
    try:
        branch_id, served = store.ticket_of(after)
    except UnknownTicket as error:
        # Whoever holds no ticket of ours is a stranger, whatever else is wrong with what they sent.
        raise KioskOnly from error
    key = _key(store, "ticket", f"{branch_id}/{served}/another", b"another")

    def work(session: Session) -> Answer:
        ticket = take_another(session, TakeAnother(queue=slug, after=served))
        return Answer(303, present.ticket(ticket))

    answer, visitor = store.write(branch_id, SYSTEM, work, key), Visitor.of_request()
    return _go_to(store, answer, visitor, is_own=visitor.token == after)


def _go_to(store: Store, answer: Answer, visitor: Visitor, *, is_own: bool) -> Redirect:
    """Go to the ticket's page; the browser remembers it only where it is sure that it asked by itself."""
    ticket = _ticket(answer)
    stamped_at = ticket.stamped_at or ticket.taken_at
    token = store.tokens.of(MAIN_BRANCH, ticket.id, stamped_at)
    response = redirect(url_for(".ticket_page", token=token), 303)
    if is_own or _came_from() is CameFrom.HERE:
        replace(visitor, token=token).remember(response)
    return response


def _ticket(answer: Answer) -> messages.Ticket:
    assert isinstance(answer.message, messages.Ticket)
    return answer.message


def _unpack(kept: bytes) -> Answer:
    return unpack(kept, messages.Ticket)
