"""The ticket page's alerts: a browser says where it is reached, and what it is told."""

from collections.abc import Callable

import msgspec
from flask import Blueprint, Response, abort, current_app, request

from server.domain.events import SYSTEM
from server.domain.refusals import NotValid
from server.domain.ticket import Ticket
from server.push.sender import PushSender
from server.store.pushes import Subscription
from server.store.store import Store
from server.usecases.alert import drop_alert, keep_alert
from server.web import pages
from server.web.languages import Languages
from server.web.phone.ticket_page import count_move
from shared.wire import codec

_LONGEST_KEY = 100


class _BrowserKeys(msgspec.Struct, frozen=True):
    p256dh: str
    auth: str


class _PushSubscription(msgspec.Struct, frozen=True):
    """What browsers make of a `PushSubscription` in JSON."""

    endpoint: str
    keys: _BrowserKeys | None = None


class _Notice(msgspec.Struct, frozen=True):
    """What the service worker shows."""

    title: str
    body: str
    url: str
    lang: str
    dir: str


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


def words_of(store: Store, languages: Languages) -> Callable[[int, Ticket, str], bytes]:
    """Return the function that puts a call into words for the service worker."""

    def words(branch_id: int, ticket: Ticket, tag: str) -> bytes:
        language = languages.choose([tag])
        token = store.tokens.of(branch_id, ticket.id, ticket.taken_at)
        go = language.gettext("Go to desk {desk}")
        return codec.encode(
            _Notice(
                title=ticket.label,
                body=go.replace("{desk}", str(ticket.desk)),
                url=f"/t/{token}",
                lang=language.tag,
                dir=language.direction,
            )
        )

    return words


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
    return Subscription(
        endpoint=asked.endpoint, p256dh=keys.p256dh, auth=keys.auth, language=language
    )
