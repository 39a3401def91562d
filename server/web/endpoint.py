"""Endpoints of the API, declared: who may call, what comes in, what goes out, how it may be refused.

The declarations are the role table, the checks and the OpenAPI document at once.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

import msgspec
from flask import Blueprint, Response, current_app, request
from werkzeug.exceptions import NotFound
from werkzeug.sansio.utils import get_current_url

from server.domain.events import Actor
from server.live.audience import audience_of, seen_by
from server.store.credentials import Device
from server.store.once import Answer, Key
from server.store.session import Session
from server.store.store import Store
from server.store.view import View
from server.web.problems import BadBody, NotAllowed, NotAuthenticated
from shared.wire import codec, routes
from shared.wire.messages import Role, Ticket

MOST_KEY_LENGTH = 200
MOST_NUMBER = 2**63 - 1
"""The largest number that the tables can be asked for."""

ANY_DEVICE = frozenset(Role)


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One operation of the API."""

    method: str
    path: str
    roles: frozenset[Role]
    takes: type[msgspec.Struct] | None
    gives: dict[int, Any]
    refuses: tuple[type[Exception], ...]
    view: Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Call:
    """One authenticated request: who asks, with what body, and the store to answer from."""

    device: Device
    store: Store
    clock: Callable[[], datetime]
    body: Any
    endpoint: Endpoint

    @contextmanager
    def reading(self) -> Iterator[View]:
        """Give a view on the device's branch."""
        with self.store.reading(self.device.branch_id) as view:
            yield view

    def write(self, work: Callable[[Session], Answer]) -> Answer:
        """Do the work in one unit, once per idempotency key, and return its answer."""
        actor = Actor(device=self.device.id)
        return self.store.write(self.device.branch_id, actor, work, self._key())

    def note(self, work: Callable[[Session], None]) -> None:
        """Do work that is no answer: it counts even when the request itself is refused."""
        self.store.write(self.device.branch_id, Actor(device=self.device.id), work)

    def _key(self) -> Key | None:
        given = request.headers.get("Idempotency-Key")
        if given is None:
            return None
        if not 1 <= len(given) <= MOST_KEY_LENGTH:
            raise BadBody(
                "An Idempotency-Key has 1 to 200 characters.", "Idempotency-Key"
            )
        fingerprint = self.store.tokens.fingerprint(
            request.path.encode(), request.get_data()
        )
        kind = next(
            (kind for kind in self.endpoint.gives.values() if kind is not None), None
        )
        scope = f"device:{self.device.id}"
        return Key(scope, given, fingerprint, kind, self.clock())


class Api:
    """A blueprint whose endpoints are declared rather than only routed."""

    def __init__(self) -> None:
        self.blueprint = Blueprint("api", __name__, url_prefix=routes.API)
        self.endpoints: list[Endpoint] = []

    def get(
        self, path: str, **declared: Any
    ) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
        """Declare a read; it never changes anything."""
        return self._declare("GET", path, **declared)

    def post(
        self, path: str, **declared: Any
    ) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
        """Declare a write; it takes an `Idempotency-Key`."""
        return self._declare("POST", path, **declared)

    def _declare(
        self,
        method: str,
        path: str,
        *,
        roles: Iterable[Role],
        gives: dict[int, Any],
        takes: type[msgspec.Struct] | None = None,
        refuses: Iterable[type[Exception]] = (),
    ) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
        def declare(view: Callable[..., Any]) -> Callable[..., Any]:
            endpoint = Endpoint(
                method, path, frozenset(roles), takes, gives, tuple(refuses), view
            )
            self.endpoints.append(endpoint)

            def serve(**path_arguments: Any) -> Response:
                device = authenticate(endpoint.roles)
                if any(number > MOST_NUMBER for number in path_arguments.values()):
                    raise NotFound
                body = None if takes is None else decode_body(takes)
                call = Call(
                    device,
                    current_app.extensions["store"],
                    current_app.extensions["clock"],
                    body,
                    endpoint,
                )
                answer = view(call, **path_arguments)
                return answer if isinstance(answer, Response) else encode(call, answer)

            self.blueprint.add_url_rule(
                path, endpoint=f"{method} {path}", view_func=serve, methods=[method]
            )
            return view

        return declare


def authenticate(roles: frozenset[Role]) -> Device:
    """Return the device that calls; raise `NotAuthenticated`, or `NotAllowed` for another role."""
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise NotAuthenticated
    store: Store = current_app.extensions["store"]
    device = store.device_of(token)
    if device is None:
        raise NotAuthenticated
    if device.role not in roles:
        raise NotAllowed(device.role)
    return device


def decode_body(kind: type[msgspec.Struct]) -> Any:
    """Return the request's body as this message, an empty one as `{}`; raise `BadBody` naming the field."""
    try:
        return codec.decode(request.get_data() or b"{}", kind)
    except codec.BadMessage as error:
        message, _, path = str(error).partition(" - at `$")
        named = path.strip("`.") or message.partition("field `")[2].partition("`")[0]
        raise BadBody(message, named or "body") from error
    except codec.BadJson as error:
        raise BadBody(f"The body is not JSON: {error}", "body") from error


def encode(call: Call, answer: Answer) -> Response:
    """Return the answer as the device may see it; whoever may hand a ticket out gets its URL."""
    message = seen_by(audience_of(call.device.role), answer.message)
    if message is None:
        return Response(status=answer.status)
    if isinstance(message, Ticket) and call.device.role != Role.DISPLAY:
        message = msgspec.structs.replace(message, url=ticket_url(call, message))
    response = Response(
        codec.encode(message), answer.status, content_type="application/json"
    )
    if answer.version is not None:
        response.headers["Cache-Control"] = "no-cache"
        response.set_etag(answer.version)
        response.make_conditional(request)
    return response


def ticket_url(call: Call, ticket: Ticket) -> str:
    """Return the address of the ticket's page, as phones reach it."""
    token = call.store.tokens.of(call.device.branch_id, ticket.id, ticket.taken_at)
    return public_base() + routes.ticket_page(token)


def public_base() -> str:
    """Return the address under which phones reach this server: what is set, else what the client used."""
    return current_app.config["PUBLIC_URL"] or _base(
        request.scheme, request.environ.get("HTTP_HOST", "")
    )


@lru_cache(maxsize=64)
def _base(scheme: str, host: str) -> str:
    """Return the address under which the client reaches the server."""
    return get_current_url(scheme, host).rstrip("/")
