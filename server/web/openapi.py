"""The OpenAPI 3.1 document, made from the declared endpoints and the very message types they use."""

import inspect
import re
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.metadata import version
from typing import Any

import msgspec
from flask import Blueprint, Response

from server.domain.refusals import KeyReused
from server.store.digests import Damaged
from server.store.writer import Busy, StorageFailed
from server.web import openapi_pages
from server.web.endpoint import Endpoint
from server.web.manager.pages import Page
from server.web.problems import KINDS, BadBody, NotAllowed, NotAuthenticated
from shared.wire import codec, messages, pairing, routes

_TEXT = {"type": "string"}
_REF = "#/components/schemas/{name}"

_HTTP = {
    400: "bad-request",
    404: "not-found",
    408: "request-timeout",
    413: "request-entity-too-large",
    500: "internal",
}
"""What may be wrong with a request, or with us, before anybody asks what it is about."""


def make(endpoints: Sequence[Endpoint], pages: Sequence[Page] = ()) -> Blueprint:
    """Return the page that serves the document of these endpoints and of these manager's pages."""
    blueprint = Blueprint("openapi", __name__)

    @cache
    def encoded() -> bytes:
        return codec.encode(document(endpoints, pages))

    @blueprint.get(routes.OPENAPI)
    def openapi() -> Response:
        """Serve the document."""
        return Response(encoded(), content_type="application/json")

    return blueprint


def document(
    endpoints: Sequence[Endpoint], pages: Sequence[Page] = ()
) -> dict[str, Any]:
    """Return the OpenAPI document as plain values."""
    types: list[Any] = [messages.Problem, messages.Event, messages.Snapshot]
    types.append(pairing.DeviceAsked)
    for endpoint in endpoints:
        types += [endpoint.takes] if endpoint.takes else []
        types += [kind for kind in endpoint.gives.values() if _is_message(kind)]
    _, components = msgspec.json.schema_components(types, ref_template=_REF)
    paths: dict[str, dict[str, Any]] = {}
    for page in (*openapi_pages.PAGES, *map(openapi_pages.of_manager, pages)):
        paths.setdefault(page.path, {})[page.method.lower()] = page.operation()
    for endpoint in endpoints:
        path = routes.API + re.sub(r"<(?:int:)?(\w+)>", r"{\1}", endpoint.path)
        paths.setdefault(path, {})[endpoint.method.lower()] = _operation(endpoint)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Take A Number", "version": version("take-a-number")},
        "paths": paths,
        "components": {
            "schemas": components,
            "securitySchemes": {
                "device": {
                    "type": "http",
                    "scheme": "bearer",
                    "description": "A device's token, or that of a manager's program.",
                },
                "manager": {
                    "type": "apiKey",
                    "in": "cookie",
                    "name": "manager",
                    "description": "A manager's session; `__Host-manager` over HTTPS.",
                },
                "pairing": {
                    "type": "http",
                    "scheme": "bearer",
                    "description": "The secret that came with the code.",
                },
            },
        },
    }


def _operation(endpoint: Endpoint) -> dict[str, Any]:
    refuses: list[type[Exception]] = [Busy, Damaged, *endpoint.refuses]
    security: list[dict[str, list[str]]] = [{"device": []}]
    if endpoint.roles:
        refuses += [NotAuthenticated, NotAllowed]
        refuses += [KeyReused] if endpoint.method == "POST" else []
    else:
        # Whoever has no token may have the secret of what was asked without one.
        is_known = NotAuthenticated in endpoint.refuses
        security = [{"pairing": []}] if is_known else []
    http = {400, 500}
    if endpoint.method == "POST":
        refuses += [BadBody, StorageFailed]
        http |= {408, 413}
    if "<" in endpoint.path:
        http.add(404)
    operation: dict[str, Any] = {
        "tags": ["Devices" if endpoint.roles else "Pairing"],
        "summary": inspect.getdoc(endpoint.view),
        "operationId": f"{endpoint.method.lower()}{re.sub(r'[^a-z]+', '_', endpoint.path)}",
        "security": security,
        "x-roles": sorted(endpoint.roles),
        "parameters": _parameters(endpoint),
        "responses": {
            **{
                str(status): _answer(kind, endpoint.also)
                for status, kind in endpoint.gives.items()
            },
            **_problems(refuses, http),
        },
    }
    if endpoint.takes is not None:
        schema = {"$ref": _REF.format(name=endpoint.takes.__name__)}
        operation["requestBody"] = {
            "required": any(
                each.required for each in msgspec.structs.fields(endpoint.takes)
            ),
            "content": {"application/json": {"schema": schema}},
        }
    return operation


def _parameters(endpoint: Endpoint) -> list[dict[str, Any]]:
    parameters: list[dict[str, Any]] = [
        {
            "name": name,
            "in": "path",
            "required": True,
            "schema": {"type": "integer", "minimum": 0} if kind else _TEXT,
        }
        for kind, name in re.findall(r"<(int:)?(\w+)>", endpoint.path)
    ]
    parameters += [
        {
            "name": each.name,
            "in": each.place,
            "description": each.description,
            "schema": each.schema,
        }
        for each in endpoint.parameters
    ]
    # Whoever has no token yet would be answered with the secret of somebody who took the same key.
    if endpoint.method == "POST" and endpoint.roles:
        parameters.append(
            {
                "name": "Idempotency-Key",
                "in": "header",
                "schema": {"type": "string", "minLength": 1, "maxLength": 200},
            }
        )
    return parameters


def _answer(kind: Any, also: str | None) -> dict[str, Any]:
    if kind is None:
        return {"description": "Nothing to tell"}
    if isinstance(kind, str):
        return {"description": "A stream", "content": {kind: {}}, "x-events": _events()}
    if not isinstance(kind, type):
        (item,) = kind.__args__
        schema: dict[str, Any] = {
            "type": "array",
            "items": {"$ref": _REF.format(name=item.__name__)},
        }
        return {
            "description": f"{item.__name__} list",
            "content": {"application/json": {"schema": schema}},
        }
    schema = {"$ref": _REF.format(name=kind.__name__)}
    content: dict[str, Any] = {"application/json": {"schema": schema}}
    if also is not None:
        content[also] = {"schema": {"type": "string"}}
    return {"description": kind.__name__, "content": content}


def _events() -> dict[str, Any]:
    """Return what the data of each event is, by its name."""
    told = {
        **dict.fromkeys(map(str, messages.Happened), messages.Event),
        "snapshot": messages.Snapshot,
        "branch": messages.Event,
        pairing.DEVICE_ASKED: pairing.DeviceAsked,
        pairing.DEVICE_CHANGED: pairing.OwnDevice,
        pairing.DEVICE: pairing.DeviceState,
    }
    refs = {
        name: {"$ref": _REF.format(name=kind.__name__)} for name, kind in told.items()
    }
    return {
        **refs,
        pairing.DEVICES: {"type": "array", "items": refs[pairing.DEVICE]},
        "reset": {"type": "object", "properties": {"seq": {"type": "integer"}}},
    }


def _problems(
    refuses: Sequence[type[Exception]], http: Iterable[int]
) -> dict[str, Any]:
    by_status = {status: {_HTTP[status]} for status in http}
    for refusal in refuses:
        kind = KINDS[refusal]
        by_status.setdefault(kind.status, set()).add(kind.type)
    schema = {"$ref": _REF.format(name="Problem")}
    return {
        str(status): {
            "description": "type: " + " | ".join(sorted(types)),
            "content": {"application/problem+json": {"schema": schema}},
        }
        for status, types in sorted(by_status.items())
    }


def _is_message(kind: Any) -> bool:
    return kind is not None and not isinstance(kind, str)
