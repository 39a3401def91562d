"""The one table of rights, walked: every endpoint and every page, by everybody, and nothing is changed by whoever may not.

The declarations of `Api` and `Pages` are the table. Whoever adds an endpoint or a page is walked with the next run.
"""

import re
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from server.domain.account import AccountRole
from server.usecases.setup import RemoveDevice
from server.web import api, manager
from server.web.endpoint import Endpoint
from server.web.manager.pages import Page
from shared.wire.messages import Role
from tests.database import opened
from tests.server.in_time import BranchInTime
from tests.server.managers import HERE, Manager

ENDPOINTS = api.make().endpoints
PAGES = manager.make().declared
STREAM = "text/event-stream"

UNCHANGING = frozenset(
    {"account_session", "account_try", "seen", "pulse", "clock", "idempotency", "sign_in", "day_figures"}
)  # fmt: skip
"""Tables of what is no change: who was here, what was tried, and what a day amounted to, which is counted when it is first asked for."""

OWN = ("/account", "/again", "/own-password", "/sign-out")
"""What a viewer may change: their own account, and whether they are signed in."""


@pytest.fixture(scope="module")
def walked(branch_of_the_file: BranchInTime) -> BranchInTime:
    """One branch for the whole walk, where somebody waits."""
    branch_of_the_file.device("kiosk").take()
    return branch_of_the_file


def whole(branch: BranchInTime) -> dict[str, list[Any]]:
    """Return all that the branch is, by table."""
    with opened(branch.directory / "queue.db") as database:
        names = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        tables = [name for (name,) in names if name not in UNCHANGING]
        return {
            name: database.execute(f'SELECT * FROM "{name}"').fetchall()
            for name in tables
        }


def path_of(declared: Endpoint | Page, prefix: str) -> str:
    """Return an address that the declaration is for."""
    filled = re.sub(r"<int:\w+>", "3", declared.path)
    filled = re.sub(r"<slug:\w+>|<slug>", "parking", filled)
    filled = re.sub(r"<name>", "ingrid", filled)
    return prefix + re.sub(r"<[^>]+>", "x", filled)


def named(declared: Endpoint | Page) -> str:
    return f"{declared.method} {declared.path}"


def ask(branch: BranchInTime, endpoint: Endpoint, token: str | None) -> int:
    """Ask an endpoint with a body of nothing; of a stream for its head alone."""
    headers = {} if token is None else {"Authorization": f"Bearer {token}"}
    streams = STREAM in endpoint.gives.values()
    answer = branch.http.open(
        path_of(endpoint, "/api/v1"),
        method="HEAD" if streams else endpoint.method,
        headers=headers,
        json=None if endpoint.method == "GET" else {},
    )
    return answer.status_code


def token_of(branch: BranchInTime, role: str) -> str:
    return branch.device(role).headers["Authorization"].removeprefix("Bearer ")


def open_page(
    browser: FlaskClient, page: Page, form: dict[str, str], headers: dict[str, str]
) -> TestResponse:
    return browser.open(
        path_of(page, "/manager"),
        method="HEAD" if page.gives == STREAM else page.method,
        data=form if page.method == "POST" else None,
        headers=headers,
    )


# --- the API ------------------------------------------------------------------------------------


def test_every_endpoint_and_every_page_is_declared(walked: BranchInTime) -> None:
    """What is answered and not in the table would be walked by nobody."""
    known = {(f"/api/v1{each.path}", each.method) for each in ENDPOINTS}
    known |= {(f"/manager{each.path}", each.method) for each in PAGES}
    known.add(("/api/v1/openapi.json", "GET"))
    answered = {
        (rule.rule, method)
        for rule in walked.http.application.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
        if rule.rule.startswith(("/api/", "/manager"))
    }
    assert answered == known


@pytest.mark.parametrize("token", [None, "revoked", "made up"])
def test_without_a_token_that_counts_every_endpoint_says_so(
    walked: BranchInTime, token: str | None
) -> None:
    if token == "revoked":
        token = token_of(walked, "manager")
        with walked.store.reading(1) as view:
            last = view.devices()[-1]
        walked.do(RemoveDevice(name=last.name))
    before = whole(walked)
    said = {named(each): ask(walked, each, token) for each in ENDPOINTS if each.roles}
    assert set(said.values()) == {401}, said
    assert whole(walked) == before


@pytest.mark.parametrize("role", list(Role))
def test_every_endpoint_lets_in_whom_it_declares_and_nobody_else(
    walked: BranchInTime, role: Role
) -> None:
    token = token_of(walked, role)
    before = whole(walked)
    others = [each for each in ENDPOINTS if each.roles and role not in each.roles]
    refused = {named(each): ask(walked, each, token) for each in others}
    assert set(refused.values()) <= {403}, refused
    assert whole(walked) == before
    own = [each for each in ENDPOINTS if role in each.roles]
    let_in = {named(each): ask(walked, each, token) for each in own}
    assert not set(let_in.values()) & {401, 403, 405, 500}, let_in


# --- the pages ----------------------------------------------------------------------------------

CLOSED = [page for page in PAGES if page.who]


def test_a_viewer_changes_nothing_but_their_own(walked: BranchInTime) -> None:
    theirs = [
        page.path
        for page in PAGES
        if page.method == "POST" and AccountRole.VIEWER in page.who
    ]
    assert [path for path in theirs if not path.startswith(OWN)] == []
    open_to_all = [page.path for page in PAGES if not page.who]
    assert [p for p in open_to_all if not p.startswith(("/start", "/sign-in"))] == []


@pytest.mark.parametrize("cookie", [None, "x" * 43])
def test_without_a_session_every_page_leads_to_signing_in(
    walked: BranchInTime, cookie: str | None
) -> None:
    Manager(walked)
    before, wrong = whole(walked), {}
    for page in CLOSED:
        browser = walked.http.application.test_client()
        if cookie is not None:
            browser.set_cookie("manager", cookie)
        answer = open_page(browser, page, {}, HERE)
        if page.part:
            is_right = answer.status_code == 401
        else:
            is_right = answer.status_code == 303 and answer.location.startswith("/manager/sign-in?next=")  # fmt: skip
        if not is_right:
            wrong[named(page)] = answer.status
    assert wrong == {}
    assert whole(walked) == before


def test_a_viewer_is_refused_what_is_not_for_them(walked: BranchInTime) -> None:
    Manager(walked)
    viewer = Manager(walked, "viewer", "vera")
    before, said = whole(walked), {}
    seal = {"csrf": viewer.seal()}
    for page in CLOSED:
        if AccountRole.VIEWER not in page.who:
            said[named(page)] = open_page(viewer.browser, page, seal, HERE).status_code
    assert said
    assert set(said.values()) == {403}, said
    assert whole(walked) == before


def test_with_a_password_of_somebody_else_one_chooses_ones_own_before_anything_else(
    walked: BranchInTime,
) -> None:
    theo = Manager(walked, name="theo", is_given=True)
    seal = {"csrf": theo.seal("/own-password")}
    before, wrong = whole(walked), {}
    for page in CLOSED:
        if page.early:
            continue
        answer = open_page(theo.browser, page, seal, HERE)
        if page.part:
            is_right = answer.status_code == 401
        else:
            is_right = answer.status_code == 303 and answer.location.startswith("/manager/own-password?next=")  # fmt: skip
        if not is_right:
            wrong[named(page)] = answer.status
    assert wrong == {}
    assert whole(walked) == before
    early = {page.path for page in CLOSED if page.early}
    assert early == {"/own-password", "/again", "/sign-out"}


@pytest.mark.slow
@pytest.mark.parametrize("role", list(AccountRole))
def test_everybody_opens_what_is_for_them(
    walked: BranchInTime, role: AccountRole
) -> None:
    somebody = Manager(walked, role, f"{role}1")
    before, said = whole(walked), {}
    for page in CLOSED:
        if role in page.who and page.method == "GET":
            said[named(page)] = open_page(somebody.browser, page, {}, {}).status_code
    assert set(said.values()) <= {200, 303, 404}, said
    assert whole(walked) == before, "looking changes nothing"


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Sec-Fetch-Site": "cross-site", **HERE},
        {"Sec-Fetch-Site": "same-site"},
        {"Referer": "http://localhost:9/manager/queues"},
    ],
)
def test_no_form_of_another_site_does_anything(
    walked: BranchInTime, headers: dict[str, str]
) -> None:
    ingrid = Manager(walked)
    seal = {"csrf": ingrid.seal()}
    before, said = whole(walked), {}
    for page in PAGES:
        if page.method == "POST":
            answer = open_page(ingrid.browser, page, seal, headers)
            said[named(page)] = answer.status_code
    assert set(said.values()) == {403}, said
    assert whole(walked) == before


@pytest.mark.parametrize("seal", ["", "0" * 80])
def test_no_form_without_its_seal_does_anything(
    walked: BranchInTime, seal: str
) -> None:
    ingrid = Manager(walked)
    before, said = whole(walked), {}
    for page in PAGES:
        if page.method == "POST":
            answer = open_page(ingrid.browser, page, {"csrf": seal}, HERE)
            said[named(page)] = answer.status_code
    assert set(said.values()) == {403}, said
    assert whole(walked) == before


def test_what_is_grave_asks_for_the_password_again(walked: BranchInTime) -> None:
    ingrid = Manager(walked)
    walked.clock.forward(minutes=6)
    seal = {"csrf": ingrid.seal()}
    before, said = whole(walked), {}
    for page in PAGES:
        if page.grave:
            said[named(page)] = open_page(ingrid.browser, page, seal, HERE).location
    assert said
    assert [path for path in said.values() if not (path or "").startswith("/manager/again?next=")] == []  # fmt: skip
    assert whole(walked) == before
    ways = {page.path.split("/")[1] for page in PAGES if page.grave}
    assert {"account", "accounts", "new-account"} <= ways


def test_over_plain_http_every_page_is_for_near_by_alone(walked: BranchInTime) -> None:
    ingrid = Manager(walked)
    seal = {"csrf": ingrid.seal()}
    before, said = whole(walked), {}
    ingrid.browser.environ_base["REMOTE_ADDR"] = "203.0.113.7"
    for page in PAGES:
        answer = open_page(ingrid.browser, page, seal, HERE)
        said[named(page)] = answer.status_code
    assert set(said.values()) == {403}, said
    assert whole(walked) == before


def test_the_document_shows_who_may_open_each_page(walked: BranchInTime) -> None:
    document = walked.http.get("/api/v1/openapi.json").get_json()
    for page in PAGES:
        path = re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", f"/manager{page.path}")
        shown = document["paths"][path][page.method.lower()]
        assert shown.get("x-roles", []) == sorted(page.who)
        assert shown["summary"]
