"""The OpenAPI document is valid, tells all there is, and is true."""

import re
from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest
from openapi_schema_validator import OAS31Validator
from openapi_spec_validator import validate

from server.web import api
from server.web.endpoint import Endpoint
from shared.wire.messages import Happened, Role
from tests.server.in_time import BranchInTime, Device

PROMISED = """
GET /branch
GET /queues
POST /tickets
POST /tickets/withdraw
POST /tickets/{id}/print
GET /board
GET /events
POST /desks/{desk}/sign-in
POST /desks/{desk}/sign-out
POST /desks/{desk}/call-next
POST /tickets/{id}/call
POST /tickets/{id}/recall
POST /tickets/{id}/start
POST /tickets/{id}/finish
POST /tickets/{id}/no-show
POST /tickets/{id}/hold
POST /tickets/{id}/resume
POST /tickets/{id}/transfer
POST /tickets/{id}/cancel
POST /tickets/{id}/note
POST /desks/{desk}/undo
POST /desks/{desk}/pause
POST /desks/{desk}/open
POST /desks/{desk}/help
GET /desks/{desk}
GET /reports/day
POST /pairings
GET /pairings/{id}
"""

ENDPOINTS = api.make().endpoints
WRITES = [endpoint for endpoint in ENDPOINTS if endpoint.takes is not None]


def name_of(endpoint: Endpoint) -> str:
    return f"{endpoint.method} {endpoint.path}"


@pytest.fixture
def document(branch: BranchInTime) -> dict[str, Any]:
    """The document as the server gives it out."""
    answer = branch.http.get("/api/v1/openapi.json")
    assert answer.status_code == 200
    return dict(answer.get_json())


@pytest.mark.slow
def test_the_document_is_valid_openapi(document: dict[str, Any]) -> None:
    validate(document)
    assert document["openapi"] == "3.1.0"


def test_the_document_has_every_promised_operation(document: dict[str, Any]) -> None:
    declared = {
        f"{method.upper()} {path.removeprefix('/api/v1')}"
        for path, operations in document["paths"].items()
        for method in operations
    }
    assert {*PROMISED.split("\n")} - {""} <= declared


def test_every_operation_says_who_may_and_how_it_may_fail(
    document: dict[str, Any],
) -> None:
    for operations in document["paths"].values():
        for method, operation in operations.items():
            assert operation["summary"]
            assert {"400", "500", "503"} <= operation["responses"].keys()
            if operation["tags"] != ["Devices"]:
                continue
            assert operation["x-roles"]
            assert {"401", "403"} <= operation["responses"].keys()
            if method == "post":
                assert {"408", "413", "422", "507"} <= operation["responses"].keys()


def test_the_document_has_every_address_there_is(
    branch: BranchInTime, document: dict[str, Any]
) -> None:
    there = {
        (method, re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule))
        for rule in branch.http.application.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }
    files = {("GET", "/static/{name}"), ("GET", "/sw.js")}
    assert there - files == {
        (method.upper(), path)
        for path, operations in document["paths"].items()
        for method in operations
    }


def test_whoever_makes_a_client_of_it_gets_plain_names_and_knows_when_to_send_a_body(
    document: dict[str, Any],
) -> None:
    schemas = document["components"]["schemas"]
    assert [name for name in schemas if not name.isidentifier()] == []
    for operations in document["paths"].values():
        for operation in operations.values():
            for content in operation.get("requestBody", {}).get("content", {}).values():
                schema = content["schema"]
                schema = schemas.get(schema.get("$ref", "").rpartition("/")[2], schema)
                needs = bool(schema.get("required"))
                assert operation["requestBody"]["required"] is needs, operation


def test_each_post_says_whether_it_is_done_once_per_key(
    branch: BranchInTime, document: dict[str, Any]
) -> None:
    def takes_a_key(operation: dict[str, Any]) -> bool:
        return any(
            each["name"] == "Idempotency-Key" for each in operation["parameters"]
        )

    without = {
        path
        for path, operations in document["paths"].items()
        if path.startswith("/api/") and "post" in operations
        if not takes_a_key(operations["post"])
    }
    assert without == {"/api/v1/pairings"}, "whose answer is a secret"
    secrets = {
        branch.http.post(
            "/api/v1/pairings",
            json={"role": "kiosk"},
            headers={"Idempotency-Key": "1"},
        ).get_json()["secret"]
        for _ in range(2)
    }
    assert len(secrets) == 2, "nobody gets somebody else's"


def test_the_stream_says_what_the_data_of_each_event_is(
    document: dict[str, Any],
) -> None:
    told = document["paths"]["/api/v1/events"]["get"]["responses"]["200"]["x-events"]
    assert {*map(str, Happened), "snapshot", "branch", "reset"} <= told.keys()
    assert {"device-asked", "device-changed", "device", "devices"} <= told.keys()
    schemas = document["components"]["schemas"]
    for name in re.findall(r"#/components/schemas/(\w+)", str(told)):
        assert name in schemas, name


def wrong_bodies(endpoint: Endpoint) -> list[tuple[bytes, str | None]]:
    """Return bodies that are not this message, each with the field that is to be named."""
    assert endpoint.takes is not None
    bodies: list[tuple[bytes, str | None]] = [
        (b'{"', "body"),
        (b"[]", "body"),
        (b"\xff", "body"),
        (b'{"surprise": 1}', "surprise"),
    ]
    right = {
        each.name: {int: 3, bool: True}.get(each.type, "x")
        for each in msgspec.structs.fields(endpoint.takes)
        if each.required
    }
    if "outcome" in right:
        right["outcome"] = "printed"
    if "role" in right:
        right["role"] = "kiosk"
    for each in msgspec.structs.fields(endpoint.takes):
        body = {**right, each.name: [["neither text nor number"]]}
        bodies.append((msgspec.json.encode(body), each.name))
        if each.required:
            missing = {
                name: value for name, value in right.items() if name != each.name
            }
            first = next(name for name in [*right] if name not in missing)
            bodies.append((msgspec.json.encode(missing), first))
    return bodies


@pytest.mark.parametrize("endpoint", WRITES, ids=name_of)
def test_a_malformed_body_is_422_and_names_the_field(
    branch: BranchInTime, endpoint: Endpoint
) -> None:
    device = branch.device(min(endpoint.roles or Role))
    path = somewhere(endpoint)
    before = branch.rows()
    for body, field in wrong_bodies(endpoint):
        answer = branch.http.post(f"/api/v1{path}", data=body, headers=device.headers)
        problem = answer.get_json(force=True)
        assert (answer.status_code, problem["type"]) == (422, "invalid"), body
        assert problem["field"] == field, body
    assert branch.rows() == before


def test_only_screens_that_ask_to_be_paired_need_no_token() -> None:
    open_to_anybody = {name_of(each) for each in ENDPOINTS if not each.roles}
    assert open_to_anybody == {"POST /pairings", "GET /pairings/<id>"}


@pytest.mark.parametrize(
    "endpoint", [each for each in ENDPOINTS if each.roles], ids=name_of
)
def test_only_the_declared_roles_come_in(
    branch: BranchInTime, endpoint: Endpoint
) -> None:
    path = "/api/v1" + somewhere(endpoint)
    for role in Role:
        headers = branch.device(role).headers
        if endpoint.path == "/events" and role in endpoint.roles:
            continue
        answer = branch.http.open(path, method=endpoint.method, headers=headers)
        assert (answer.status_code == 403) == (role not in endpoint.roles), role
    assert branch.http.open(path, method=endpoint.method).status_code == 401


SET_UP: list[tuple[str, dict[str, Any]]] = [
    ("set-branch", {"settings": {"target_minutes": 7}}),
    ("set-branch", {"settings": {"target_minutes": 0}}),
    ("add-queue", {"slug": "permits", "names": {"en": "Permits"}}),
    ("add-queue", {"slug": "permits", "names": {"en": "Permits"}}),
    ("set-queue", {"slug": "permits", "letter": "P"}),
    ("move-queue", {"slug": "permits", "up": True}),
    ("move-queue", {"slug": "nowhere", "up": True}),
    ("remove-queue", {"slug": "permits"}),
    ("remove-queue", {"slug": "permits"}),
    ("add-desk", {"number": 7}),
    ("set-desk", {"number": 7, "names": {"en": "Laboratory"}}),
    ("remove-desk", {"number": 7}),
    ("add-servicer", {"name": "Chen", "pin": "482913"}),
    ("set-servicer", {"name": "Chen", "pin": "1234"}),
    ("remove-servicer", {"name": "Chen"}),
    ("remove-servicer", {"name": "Chen"}),
    ("add-device", {"role": "kiosk", "name": "Second entrance"}),
    ("remove-device", {"name": "Second entrance"}),
    ("remove-device", {"name": "Second entrance"}),
    ("close-day", {}),
]


def somewhere(endpoint: Endpoint) -> str:
    """Return a path of the endpoint."""
    return re.sub(r"<\w+>", "parking", re.sub(r"<int:\w+>", "3", endpoint.path))


def template_of(document: dict[str, Any], path: str) -> str:
    """Return the path of the document that means this one; one without a gap before others."""
    templates: list[str] = [each.removeprefix("/api/v1") for each in document["paths"]]
    for template in sorted(templates, key=lambda each: each.count("{")):
        if re.fullmatch(re.sub(r"{\w+}", "[^/]+", template), path):
            return template
    raise AssertionError(f"{path} is not in the document")


@pytest.mark.slow
def test_every_answer_is_what_the_document_says(
    branch: BranchInTime, document: dict[str, Any]
) -> None:
    """A day at the desk: each answer is held against the schema of its operation and status."""
    validators: dict[str, OAS31Validator] = {}
    seen: set[tuple[str, str]] = set()

    def check(method: str, path: str, answer: Any) -> Any:
        template = template_of(document, path.partition("?")[0])
        operation = document["paths"][f"/api/v1{template}"][method]
        declared = operation["responses"].get(str(answer.status_code))
        assert declared is not None, (template, answer.status_code, answer.text)
        seen.add((method, template))
        contents = declared.get("content", {})
        for content in [contents[answer.headers["Content-Type"]]] if contents else []:
            schema = {**content["schema"], "components": document["components"]}
            key = str(content["schema"])
            validator = validators.setdefault(key, OAS31Validator(schema))
            validator.validate(answer.json)
        return answer.json

    def get(device: Device, path: str) -> Any:
        return check("get", path, device.get(path))

    def post(device: Device, path: str, body: Any = None) -> Any:
        return check("post", path, device.post(path, body))

    kiosk, console = branch.device("kiosk"), branch.device("console")
    maria = {"servicer": "Maria", "pin": "482913"}
    post(console, "/desks/3/sign-in", {**maria, "pin": "0000"})
    post(console, "/desks/99/sign-in", maria)
    post(console, "/desks/3/call-next")
    post(console, "/desks/3/sign-in", maria)
    ids = [post(kiosk, "/tickets", {"queue": "parking"})["id"] for _ in range(4)]
    post(kiosk, "/tickets", {"queue": "nowhere"})
    post(kiosk, "/tickets/withdraw", {"queue": "passports"})
    post(kiosk, f"/tickets/{ids[0]}/print", {"outcome": "failed"})
    post(console, "/desks/3/call-next")
    post(console, "/desks/3/call-next")
    post(console, f"/tickets/{ids[0]}/recall")
    for move, body in (
        ("start", None),
        ("note", {"text": "needs a chair"}),
        ("hold", {"reason": "photo"}),
        ("resume", None),
        ("resume", None),
        ("priority", {"priority": "elderly"}),
        ("call", None),
        ("no-show", None),
        ("rejoin", None),
        ("transfer", {"desk": 3}),
        ("transfer", {}),
        ("cancel", None),
    ):
        post(console, f"/tickets/{ids[0]}/{move}", body)
    post(console, "/desks/3/undo")
    post(console, "/desks/3/undo")
    post(console, "/desks/3/call-next", {"finish": True})
    get(console, "/desks/3")
    get(kiosk, "/desks/99")
    post(console, f"/tickets/{ids[0]}/finish")
    post(console, f"/tickets/{ids[0]}/priority", {"priority": "nobility"})
    for action in ("pause", "call-next", "open", "help", "sign-out"):
        post(console, f"/desks/3/{action}")
    for path in ("/branch", "/queues", "/board", "/join-code"):
        get(kiosk, path)
    help_call = post(kiosk, "/help")
    for answer in ("coming", "done", "done"):
        post(console, f"/help/{help_call['device']}/{answer}")
    post(console, "/message", {"texts": {"en": "We are late."}})
    post(console, "/message")
    get(console, "/tickets?label=a001")
    manager = branch.device("manager")
    for switch in ("close", "open", "as-hours-say"):
        post(manager, f"/queues/parking/{switch}")
    post(manager, "/queues/nowhere/close")
    post(manager, "/queues/parking/close", {"until": "2020-01-01T00:00:00Z"})
    for switch in ("close", "open", "close"):
        post(manager, f"/devices/{help_call['device']}/{switch}")
    post(kiosk, "/tickets", {"queue": "passports"})
    post(manager, f"/devices/{help_call['device']}/open")
    taken = post(kiosk, "/tickets", {"queue": "passports"})
    post(manager, f"/tickets/{taken['id']}/cancel")
    post(manager, f"/tickets/{taken['id']}/undo")
    post(manager, f"/tickets/{taken['id']}/undo")
    post(console, "/desks/3/sign-in", maria)
    post(console, "/desks/3/help")
    for answer in ("coming", "done", "done"):
        post(manager, f"/desks/3/help/{answer}")
    post(manager, "/desks/3/lend", {"queue": "parking"})
    post(manager, "/desks/3/take-back", {"queue": "parking"})
    post(manager, "/desks/3/not-now", {"queue": "parking"})
    post(manager, "/staff-call", {"reason": "At the entrance"})
    for _ in range(2):
        post(manager, "/staff-call/done")
    get(console, "/device")
    post(kiosk, "/device/report", {"version": "1.2", "paper": "low"})
    post(console, "/device/report", {"paper": "low"})
    there = {each["role"]: each["id"] for each in get(manager, "/devices")}
    for change, body in (
        ("rename", {"name": "Door"}),
        ("rename", {"name": ""}),
        ("bind", {"desk": 3}),
        ("bind", {"desk": 99}),
        ("ask", {"task": "beep"}),
        ("ask", {"task": "test-print"}),
        ("remove", None),
        ("remove", None),
    ):
        post(manager, f"/devices/{there['console']}/{change}", body)
    post(manager, "/test-tickets/next", {"device": 9999})
    post(manager, "/test-tickets/next")
    test = post(manager, "/test-tickets", {"queue": "parking"})
    for _ in range(2):
        post(manager, f"/test-tickets/{test['id']}/end")
    post(manager, f"/test-tickets/{ids[0]}/end")
    for name, body in SET_UP:
        post(manager, f"/set-up/{name}", body)
    get(manager, "/set-up")
    changed = get(manager, "/changes")["changes"][0]["change"]
    get(manager, "/changes?before=soon")
    for number in (changed, changed, 9999):
        post(manager, f"/changes/{number}/put-back")
    get(manager, "/reports/day")
    get(manager, "/reports/day?date=yesterday")
    ask = {"role": "display", "name": "Hall"}
    for answer in ("approve", "refuse"):
        branch.http.post("/api/v1/pairings", json=ask)
        (screen,) = get(manager, "/pairings")
        post(manager, f"/pairings/{screen['code']}/{answer}")
        post(manager, f"/pairings/{screen['code']}/{answer}")
    assert seen == {
        (method, path.removeprefix("/api/v1"))
        for path, operations in document["paths"].items()
        for method, operation in operations.items()
        if operation["tags"] == ["Devices"]
    } - {("get", "/events")}


@pytest.mark.parametrize("path", ["/tickets/99999999999999999999/finish"])
def test_a_number_that_no_table_can_hold_is_404(
    branch: BranchInTime, path: str
) -> None:
    desk = branch.console()
    assert desk.post(path).status_code == 404
    assert desk.get("/desks/99999999999999999999").status_code == 404


@pytest.mark.parametrize("until", ["0001-01-01T00:00:00Z", "2026-11-23T09:30:00"])
def test_a_break_ends_at_a_moment_that_can_be_meant(
    branch: BranchInTime, until: str
) -> None:
    refused = branch.console().post("/desks/3/pause", {"until": until})
    assert (refused.status_code, refused.json["field"]) == (422, "until")


def test_a_long_text_is_refused_by_name(branch: BranchInTime) -> None:
    desk = branch.console()
    ticket = desk.take()
    refused = desk.move(ticket, "note", {"text": "x" * 501})
    assert (refused.status_code, refused.json["field"]) == (422, "text")
    assert desk.move(ticket, "note", {"text": "x" * 500}).status_code == 200
    assert desk.move(ticket, "note", {"text": ""}).json["note"] is None


def test_times_are_in_utc(branch: BranchInTime) -> None:
    ticket = branch.device("kiosk").take()
    taken = datetime.fromisoformat(ticket["taken_at"])
    assert taken == datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
    assert ticket["taken_at"].endswith("Z")
