"""The ticket page's alerts: a browser says where it is reached, and what it is told."""

from collections.abc import Iterable

import msgspec
from flask import Blueprint, Response, abort, current_app, request

from server.domain.branch import Desk, PlaceWord
from server.domain.events import SYSTEM
from server.domain.refusals import NotValid
from server.domain.ticket import Ticket
from server.push.sender import Call, Near, Push, PushSender, Test, Words
from server.store.pushes import Subscription
from server.store.store import Store
from server.usecases.alert import drop_alert, keep_alert
from server.web import pages
from server.web.languages import Language, Languages
from server.web.phone.ticket_page import count_move
from server.web.phone.words import in_language
from shared.wire import codec

_LONGEST_KEY = 100
_MOST_AHEAD = 9


class _BrowserKeys(msgspec.Struct, frozen=True):
    p256dh: str
    auth: str


class _PushSubscription(msgspec.Struct, frozen=True):
    """What browsers make of a `PushSubscription` in JSON; it is pushed too when only so many are `ahead`."""

    endpoint: str
    keys: _BrowserKeys | None = None
    ahead: int = 0


class _Notice(msgspec.Struct, frozen=True):
    """What the service worker shows."""

    title: str
    body: str
    url: str
    lang: str
    dir: str
    soft: bool = False


def declare(blueprint: Blueprint) -> None:
    """Declare how a browser asks for pushes, and how it asks for no more."""

    @blueprint.post("/t/<token>/push")
    def ask_for_push(token: str) -> Response:
        """Push this ticket's calls to the browser."""
        store: Store = current_app.extensions["store"]
        sender = _sender()
        branch_id, ticket_id = store.ticket_of(token)
        count_move(branch_id, ticket_id)
        asked = _asked()
        sender.services.check(asked.endpoint)
        with store.reading(branch_id) as view:
            wanted, first = (
                view.ticket(ticket_id).language,
                view.branch.settings.languages[0],
            )
        browser = _subscription(asked, pages.language_for(wanted, otherwise=first).tag)
        store.write(
            branch_id,
            SYSTEM,
            lambda session: keep_alert(session, ticket_id, browser),
        )
        return Response(status=204)

    @blueprint.post("/t/<token>/push/test")
    def test_push(token: str) -> Response:
        """Push a word to this browser, to hear whether it arrives."""
        store: Store = current_app.extensions["store"]
        sender = _sender()
        branch_id, ticket_id = store.ticket_of(token)
        count_move(branch_id, ticket_id)
        with store.reading(branch_id) as view:
            ticket = view.ticket(ticket_id)
        sender.try_out(branch_id, ticket, _asked().endpoint)
        return Response(status=204)

    @blueprint.delete("/t/<token>/push")
    def ask_for_no_push(token: str) -> Response:
        """Push nothing to the browser any more."""
        store: Store = current_app.extensions["store"]
        _sender()
        branch_id, ticket_id = store.ticket_of(token)
        count_move(branch_id, ticket_id)
        endpoint = _asked().endpoint
        store.write(
            branch_id,
            SYSTEM,
            lambda session: drop_alert(session, ticket_id, endpoint),
        )
        return Response(status=204)


def words_of(store: Store, languages: Languages) -> Words:
    """Return the function that puts what is pushed into words for the service worker."""

    def words(branch_id: int, ticket: Ticket, tag: str, push: Push) -> bytes:
        language = languages.choose([tag])
        token = store.tokens.of(branch_id, ticket.id, ticket.taken_at)
        with store.reading(branch_id) as view:
            place, desks = view.branch.settings.place, view.desks()
            next_ones = view.next_calls() if push == Near(0) else frozenset()
        if isinstance(push, Near):
            body = near_in(language, push.ahead, is_next=ticket.id in next_ones)
        elif isinstance(push, Test):
            body = language.gettext("This is how we tell you at your turn.")
        else:
            body = go_to(language, place, ticket.desk, desks)
        return codec.encode(
            _Notice(
                title=ticket.label,
                body=body,
                url=f"/t/{token}",
                lang=language.tag,
                dir=language.direction,
                soft=not isinstance(push, Call),
            )
        )

    return words


def near_in(language: Language, ahead: int, *, is_next: bool) -> str:
    """Return how many are ahead, and what to do now; a desk may call others first though nobody is ahead in the queue."""
    if is_next:
        return language.gettext("You’re next. Stay close.")
    if not ahead:
        return language.gettext("You are first in line. Stay close.")
    words = language.ngettext(
        "Only {ahead} ahead of you. Come closer.",
        "Only {ahead} ahead of you. Come closer.",
        ahead,
    )
    return words.replace("{ahead}", str(ahead))


def go_to(
    language: Language, place: PlaceWord, number: int | None, desks: Iterable[Desk]
) -> str:
    """Return where to go, by what the place is called here."""
    go = {
        PlaceWord.DESK: language.gettext("Go to desk {desk}"),
        PlaceWord.ROOM: language.gettext("Go to room {desk}"),
        PlaceWord.WINDOW: language.gettext("Go to window {desk}"),
        PlaceWord.COUNTER: language.gettext("Go to counter {desk}"),
    }[place].replace("{desk}", str(number))
    names = next((desk.names for desk in desks if desk.number == number), {})
    name = in_language(names, language)
    return f"{go} · {name}" if name else go


def _sender() -> PushSender:
    sender: PushSender | None = current_app.extensions.get("push")
    if sender is None:
        abort(404, "This server does not push.")
    return sender


def _asked() -> _PushSubscription:
    try:
        return codec.decode(request.get_data(), _PushSubscription)
    except codec.BadJson as error:
        raise NotValid("endpoint", "A push subscription in JSON is needed.") from error


def _subscription(asked: _PushSubscription, language: str) -> Subscription:
    keys = asked.keys
    if keys is None or max(len(keys.p256dh), len(keys.auth)) > _LONGEST_KEY:
        raise NotValid("keys", "The browser's keys are needed.")
    if not 0 <= asked.ahead <= _MOST_AHEAD:
        raise NotValid("ahead", f"Nearly there is from 0 to {_MOST_AHEAD} ahead.")
    return Subscription(
        endpoint=asked.endpoint,
        p256dh=keys.p256dh,
        auth=keys.auth,
        language=language,
        ahead=asked.ahead,
    )
