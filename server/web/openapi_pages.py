"""What of the OpenAPI document is for people on the web and for whoever operates the server: pages, forms and streams.

They answer in HTML and take forms; a program that does not accept HTML gets problem+json where something is refused.
"""

import inspect
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from server.domain.moves import Move
from server.web.manager.pages import Page as ManagerPage
from shared.wire import routes

_HTML = "text/html"
_STREAM = "text/event-stream"
_TEXT = {"type": "string"}
_NUMBER = {"type": "string", "pattern": "^[0-9]+$"}

_FORMS = "People on the web"
_OPERATING = "Operating"
_MANAGING = "Managers on the web"

_ALWAYS = {
    400: "The request, its host or its body, makes no sense",
    500: "It went wrong in here, or the database is damaged there",
    503: "Busy: try again as `Retry-After` says",
}
_WRITING = {
    403: "Another site asked for it",
    408: "The body did not arrive in time",
    413: "The body is too long",
    507: "The disk is full",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page, a form, or a stream; `gives` names the content of what is no refusal, None for a redirect or for nothing."""

    method: str = "GET"
    path: str
    summary: str
    tag: str = _FORMS
    gives: Mapping[int, str | None] = field(default_factory=lambda: {200: _HTML})
    refuses: Mapping[int, str] = field(default_factory=dict)
    form: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    required: tuple[str, ...] = ()
    query: Mapping[str, str] = field(default_factory=dict)
    json_body: Mapping[str, Any] | None = None
    roles: tuple[str, ...] = ()

    def operation(self) -> dict[str, Any]:
        """Return it as an OpenAPI operation."""
        refuses = {**_ALWAYS, **self.refuses}
        if self.method != "GET":
            refuses |= _WRITING
        made: dict[str, Any] = {
            "tags": [self.tag],
            "summary": self.summary,
            # Told apart from the operations of the API: both have a board.
            "operationId": f"{self.method.lower()}_page{re.sub(r'[^a-z0-9]+', '_', self.path)}",
            "security": [{"manager": []}] if self.roles else [],
            "parameters": [
                *(
                    _parameter(name, "path")
                    for name in re.findall(r"{(\w+)}", self.path)
                ),
                *(_parameter(name, "query", why) for name, why in self.query.items()),
            ],
            "responses": {
                **{str(status): _answer(kind) for status, kind in self.gives.items()},
                **{str(status): _refusal(why) for status, why in refuses.items()},
            },
        }
        if self.roles:
            made["x-roles"] = list(self.roles)
        if self.form:
            schema = {
                "type": "object",
                "properties": self.form,
                "required": list(self.required),
            }
            made["requestBody"] = {
                "required": bool(self.required),
                "content": {"application/x-www-form-urlencoded": {"schema": schema}},
            }
        if self.json_body is not None:
            made["requestBody"] = {
                "required": "required" in self.json_body,
                "content": {"application/json": {"schema": self.json_body}},
            }
        return made


def _parameter(name: str, place: str, description: str = "") -> dict[str, Any]:
    return {
        "name": name,
        "in": place,
        "required": place == "path",
        "description": description,
        "schema": _TEXT,
    }


def _answer(kind: str | None) -> dict[str, Any]:
    if kind is None:
        return {"description": "Nothing to show here"}
    return {"description": "As asked", "content": {kind: {}}}


def _refusal(why: str) -> dict[str, Any]:
    schema = {"$ref": "#/components/schemas/Problem"}
    return {
        "description": why,
        "content": {"application/problem+json": {"schema": schema}, _HTML: {}},
    }


_NO_TICKET = {404: "No such ticket"}
_MOVED: dict[int, str | None] = {303: None}
_REFUSED_MOVE = {
    **_NO_TICKET,
    409: "Not possible now; the page says why",
    422: "Not valid",
    429: "Too many moves",
}
_SUBSCRIPTION = {
    "type": "object",
    "properties": {
        "endpoint": _TEXT,
        "keys": {
            "type": "object",
            "properties": {"p256dh": _TEXT, "auth": _TEXT},
            "required": ["p256dh", "auth"],
        },
        "ahead": {"type": "integer", "minimum": 0, "maximum": 9},
    },
    "required": ["endpoint"],
}


def _move(
    move: Move, summary: str, form: Mapping[str, Mapping[str, Any]] | None = None
) -> Page:
    return Page(
        method="POST",
        path=f"/t/{{token}}/{move}",
        summary=summary,
        gives=_MOVED,
        refuses=_REFUSED_MOVE,
        form=form or {},
    )


def _push(method: str, summary: str, below: str = "") -> Page:
    return Page(
        method=method,
        path=f"/t/{{token}}/push{below}",
        summary=summary,
        gives={204: None},
        refuses={
            404: "No such ticket, or this server does not push",
            409: "The ticket is at its end",
            422: "No push subscription",
            429: "Too many moves",
        },
        json_body=_SUBSCRIPTION,
    )


_OF_FORMS: dict[int, str] = {
    404: "There is no such thing",
    409: "Not possible now; the page says why",
    422: "Not valid; the page says what",
    423: "Locked for a while",
    429: "Too often",
}


def of_manager(declared: ManagerPage) -> Page:
    """Return how the document has one of the manager's pages."""
    path = "/manager" + re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", declared.path)
    gives: dict[int, str | None] = {200: declared.gives, 204: None, 303: None}
    refuses = {401: "Not signed in", 403: "Not for this role, from elsewhere, or not over HTTPS"}  # fmt: skip
    seal = {"csrf": {"type": "string"}} if declared.method == "POST" else {}
    return Page(
        method=declared.method,
        path=path,
        summary=inspect.getdoc(declared.view) or "",
        tag=_MANAGING,
        gives=gives,
        refuses={**refuses, **_OF_FORMS},
        form={**seal, **declared.form},
        required=tuple(seal),
        query=declared.query,
        roles=tuple(sorted(role.value for role in declared.who)),
    )


PAGES = [
    Page(
        path="/",
        summary="Every queue, and how many wait.",
        query={"code": "What the QR code on site says."},
    ),
    Page(
        path="/q/{slug}",
        summary="One queue; looking takes no number.",
        query={"code": "What the QR code on site says."},
        refuses={404: "No such queue"},
    ),
    Page(
        method="POST",
        path="/q/{slug}",
        summary="Take a number with this browser.",
        gives=_MOVED,
        refuses={
            403: "At the kiosk, or on site only; or another site asked for it",
            404: "No such queue",
            409: "Closed, or full",
            429: "Too many numbers",
        },
        form={"form": _TEXT, "entry": _TEXT, "after": _TEXT},
    ),
    Page(
        path="/q/{slug}/poster",
        summary="A poster to print.",
        refuses={404: "No such queue"},
    ),
    Page(
        path="/logo/{name}",
        summary="The branch's logo, as `GET /branch` names it.",
        gives={200: "image/png"},
        refuses={404: "No such picture"},
    ),
    Page(
        path="/accent/{name}.css",
        summary="The style sheet of the branch's colour.",
        gives={200: "text/css"},
        refuses={404: "No colour"},
    ),
    Page(path="/back", summary="Where a number that was lost is found again."),
    Page(
        method="POST",
        path="/back",
        summary="Find it, by its label and the two words of its page.",
        gives=_MOVED,
        refuses={404: "There is none such", 429: "Too many tries"},
        form={"label": _TEXT, "words": _TEXT},
        required=("label", "words"),
    ),
    Page(path="/t/{token}", summary="Where the ticket stands.", refuses=_NO_TICKET),
    Page(
        path="/t/{token}/events",
        summary="The same as a stream of `ticket` events.",
        gives={200: _STREAM},
        refuses={**_NO_TICKET, 429: "Too many streams"},
    ),
    _move(Move.LEAVE, "Give the place up."),
    _move(Move.RETURN, "Take it again, a moment later."),
    _move(Move.REJOIN, "Wait again after a missed call."),
    _move(Move.ON_MY_WAY, "Tell the desk that one is coming."),
    _move(
        Move.POSTPONE,
        "Let 1, 3 or 5 others go first.",
        {"behind": _NUMBER, "seen": _NUMBER},
    ),
    _move(Move.RATE, "Say how it was: 1 bad, 2 fair, 3 good.", {"score": _NUMBER}),
    _push("POST", "Push this ticket's calls to a browser."),
    _push("POST", "Push a word to this browser, to try it out.", "/test"),
    _push("DELETE", "Push no more."),
    Page(
        path="/board",
        summary="The board, for a television's browser: paired by a code like any display.",
        query={
            "language": "Instead of the branch's first.",
            "theme": "`dark`, `light` or `contrast`.",
            "columns": "A column for each queue.",
            "diagonal": "The screen's, in inches.",
            "distance": "How many metres away the last chair is.",
            "sound": "`off`: nothing is heard, and nobody is asked for it.",
            "speech": "`off`: a chime only.",
        },
    ),
    Page(
        method="POST",
        path="/board/session",
        summary="Let this browser be the display whose token comes as a bearer's: it gets a cookie for `/board`.",
        gives={204: None},
        refuses={
            401: "No token that counts",
            403: "Another device's token, or another site asked for it",
        },
    ),
    Page(
        path="/board/events",
        summary="What `GET /api/v1/events` tells a display, by that cookie.",
        gives={200: _STREAM},
        refuses={
            401: "No such cookie, or its display was removed",
            403: "Another site asked for it",
            422: "The last event's id is no number",
            429: "Too many streams",
        },
    ),
    Page(
        path="/board/device",
        summary="What `GET /api/v1/device` tells a display, by that cookie.",
        gives={200: "application/json"},
        refuses={
            401: "No such cookie, or its display was removed",
            403: "Another device's token, or another site asked for it",
        },
    ),
    Page(
        method="POST",
        path="/board/report",
        summary="What `POST /api/v1/device/report` takes of a display, by that cookie.",
        gives={204: None},
        refuses={401: "No such cookie, or its display was removed", 422: "Not valid"},
        json_body={
            "type": "object",
            "properties": {"version": _TEXT, "screen": _TEXT},
        },
    ),
    Page(
        path="/board/code.svg",
        summary="The address at which a manager approves a screen, as a code to scan.",
        gives={200: "image/svg+xml"},
        refuses={403: "Another site asked for it"},
        query={"code": "The eight characters that the screen shows."},
    ),
    Page(
        path="/manifest.webmanifest",
        summary="How the page looks on a home screen.",
        gives={200: "application/manifest+json"},
    ),
    Page(
        path="/healthz",
        summary="The process answers.",
        tag=_OPERATING,
        gives={200: "text/plain"},
    ),
    Page(
        path="/readyz",
        summary="Every part works, and a row goes all the way to the disk.",
        tag=_OPERATING,
        gives={200: "text/plain"},
        refuses={503: "Not ready: `detail` says what does not work"},
    ),
    Page(
        path=routes.OPENAPI,
        summary="This document.",
        tag=_OPERATING,
        gives={200: "application/json"},
    ),
]
