"""Endpoints of the API, declared: who may call, what comes in, what goes out, how it may be refused.

The declarations are the role table, the checks and the OpenAPI document at once.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Concatenate, Literal, ParamSpec, TypeVar

import flask
import msgspec
from flask import Blueprint, Response, current_app
from werkzeug.exceptions import NotFound

from server.forecast.outlook import Outlook
from server.present.audience import audience_of, seen_by
from server.present.set_up import DeviceToken
from server.store.idempotency import Key
from server.store.session import Session
from server.store.store import Store
from server.store.view import View
from server.web.answers import Answer, pack, unpack
from server.web.aside import read_aside
from server.web.asker import Asker, by_bearer
from server.web.outside import stays_here
from server.web.problems import BadBody, NotAuthenticated
from shared.wire import codec, routes
from shared.wire.messages import Role, Ticket

P = ParamSpec("P")
T = TypeVar("T")

MOST_KEY_LENGTH = 200
MOST_NUMBER = 2**63 - 1
"""The largest number that the tables can be asked for."""

ANY_DEVICE = frozenset(Role)
ANYBODY: frozenset[Role] = frozenset()
"""Also who has no token."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a request may say beside its path and its body: in its `query` or in a `header`."""

    name: str
    place: Literal["query", "header"]
    schema: Mapping[str, Any]
    description: str


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One operation of the API; `also` is another type of content that its answer may have."""

    method: str
    path: str
    roles: frozenset[Role]
    takes: type[msgspec.Struct] | None
    gives: dict[int, Any]
    also: str | None
    refuses: tuple[type[Exception], ...]
    parameters: tuple[Parameter, ...]
    view: Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Request:
    """One authenticated request: who asks, at which instant, with what body, and the store to answer from."""

    asker: Asker
    store: Store
    now: datetime
    body: Any
    endpoint: Endpoint

    @contextmanager
    def reading(self) -> Iterator[View]:
        """Give a view on the asker's branch."""
        with self.store.reading(self.asker.branch_id) as view:
            yield view

    def read_aside(
        self, work: Callable[Concatenate[View, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Return what work that takes long makes of a view on the branch; raise `TooManyLookBack`."""
        return read_aside(self.store, self.asker.branch_id, work, *args, **kwargs)

    @property
    def outlook(self) -> Outlook:
        """What is known of the waits in the asker's branch."""
        return self.store.outlook(self.asker.branch_id)

    def write(self, work: Callable[[Session], Answer]) -> Answer:
        """Do the work in one unit, once per idempotency key, and return its answer."""
        return self._write(work, self._key())

    def once_more(self, work: Callable[[Session], Answer]) -> Answer:
        """Do work that comes to the same however often it is done, and return its answer."""
        return self._write(work, None)

    def note(self, work: Callable[[Session], None]) -> None:
        """Do work that is no answer: it counts even when the request itself is refused."""
        self._write(work, None)

    def forestall(self, path: str) -> Answer:
        """Return what a request to this path with the same key and body came to; where it has not come, nothing ever will.

        Raises `BadBody` without a key.
        """
        key = self._key(path)
        if key is None:
            raise BadBody("It takes the Idempotency-Key.", "Idempotency-Key")
        return self._write(lambda session: Answer(204), key)

    def _write(self, work: Callable[[Session], T], key: Key | None) -> T:
        asker = self.asker

        def checked(session: Session) -> T:
            # It may have been revoked since the request was let in.
            if asker.actor.device not in session.state.devices:
                raise NotAuthenticated
            return work(session)

        return self.store.write(asker.branch_id, asker.actor, checked, key)

    def _key(self, path: str | None = None) -> Key | None:
        given = flask.request.headers.get("Idempotency-Key")
        if given is None:
            return None
        if not 1 <= len(given) <= MOST_KEY_LENGTH:
            raise BadBody(
                "An Idempotency-Key has 1 to 200 characters.", "Idempotency-Key"
            )
        fingerprint = self.store.tokens.fingerprint(
            (path or flask.request.path).encode(), flask.request.get_data()
        )
        gives = self.endpoint.gives.values()
        kind = next((kind for kind in gives if kind is not None), None)
        return Key(
            self.asker.scope, given, fingerprint, pack, lambda kept: unpack(kept, kind)
        )


@dataclass(frozen=True, slots=True)
class Passer:
    """A request by somebody who has no token: at which instant, with what body, and the store to answer from."""

    store: Store
    now: datetime
    body: Any


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
        also: str | None = None,
        refuses: Iterable[type[Exception]] = (),
        parameters: Iterable[Parameter] = (),
    ) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
        def declare(view: Callable[..., Any]) -> Callable[..., Any]:
            endpoint = Endpoint(
                method,
                path,
                frozenset(roles),
                takes,
                gives,
                also,
                tuple(refuses),
                tuple(parameters),
                view,
            )
            self.endpoints.append(endpoint)

            def serve(**path_arguments: Any) -> Response:
                store = current_app.extensions["store"]
                now = current_app.extensions["clock"]()
                if not endpoint.roles:
                    body = None if takes is None else decode_body(takes)
                    told = view(Passer(store, now, body), **path_arguments)
                    return _in_json(told, kept=False)
                asker = by_bearer(endpoint.roles)
                if any(map(_is_beyond_tables, path_arguments.values())):
                    raise NotFound
                body = None if takes is None else decode_body(takes)
                asked = Request(asker, store, now, body, endpoint)
                answer = view(asked, **path_arguments)
                return answer if isinstance(answer, Response) else encode(asked, answer)

            self.blueprint.add_url_rule(
                path, endpoint=f"{method} {path}", view_func=serve, methods=[method]
            )
            return view

        return declare


def _is_beyond_tables(argument: int | str) -> bool:
    return isinstance(argument, int) and argument > MOST_NUMBER


def decode_body(kind: type[msgspec.Struct]) -> Any:
    """Return the request's body as this message, an empty one as `{}`; raise `BadBody` naming the field."""
    try:
        return codec.decode(flask.request.get_data() or b"{}", kind)
    except codec.BadMessage as error:
        message, _, path = str(error).partition(" - at `$")
        innermost = path.strip("`.").rpartition(".")[2].partition("[")[0]
        named = message.partition("field `")[2].partition("`")[0] or innermost
        raise BadBody(message, named or "body") from error
    except codec.BadJson as error:
        raise BadBody(f"The body is not JSON: {error}", "body") from error


def encode(asked: Request, answer: Answer) -> Response:
    """Return the answer as the device may see it; whoever may hand a ticket out gets its URL."""
    message = seen_by(audience_of(asked.asker.role), answer.message)
    if message is None:
        return Response(status=answer.status)
    if isinstance(message, Ticket) and asked.asker.role != Role.DISPLAY:
        message = msgspec.structs.replace(message, url=ticket_url(asked, message))
    if isinstance(message, DeviceToken):
        token = asked.store.tokens.of_device(message.token)
        message = msgspec.structs.replace(message, token=token)
    response = _in_json(Answer(answer.status, message))
    if answer.version is not None:
        response.headers["Cache-Control"] = "no-cache"
        response.set_etag(answer.version)
        response.make_conditional(flask.request)
    return response


def _in_json(answer: Answer, *, kept: bool = True) -> Response:
    response = Response(
        codec.encode(answer.message), answer.status, content_type="application/json"
    )
    if not kept:
        response.headers["Cache-Control"] = "no-store"
    return response


def ticket_url(asked: Request, ticket: Ticket) -> str:
    """Return the address of the ticket's page, as phones reach it."""
    stamped_at = ticket.stamped_at or ticket.taken_at
    token = asked.store.tokens.of(asked.asker.branch_id, ticket.id, stamped_at)
    return public_base() + routes.ticket_page(token)


def public_base() -> str:
    """Return the address under which phones reach this server: what is set, else what the client used.

    What a client on the server's own machine used reaches nothing from a phone; then it is the machine's in its network.
    """
    if public := current_app.config["PUBLIC_URL"]:
        return str(public)
    host = flask.request.environ.get("HTTP_HOST") or flask.request.host
    said = f"{flask.request.scheme}://{host}"
    if not stays_here(said):
        return said
    store: Store = current_app.extensions["store"]
    network = store.address()
    return said if not network or stays_here(network) else network
