"""Managers who watch the live page cost little, however many they are, and watch for as long as they are signed in."""

import gzip
import re
from typing import Any

import flask
import pytest
import requests

from server.domain.account import AccountRole
from server.live.places import MOST_OF_ONE
from server.usecases.setup import AddAccount
from tests.server.in_time import BranchInTime
from tests.server.managers import PASSWORD, Manager
from tests.serving import ANSWER_WITHIN_S, Device, Events, RunningServer

pytestmark = pytest.mark.slow

PARTS = "heading,needs,queues,desks,devices"


class Browser:
    """A browser in which ingrid is signed in to the manager's pages of a real server."""

    def __init__(self, server: RunningServer) -> None:
        self._url = f"{server.url}/manager"
        self._http = requests.Session()
        form = {"name": "ingrid", "password": PASSWORD}
        assert self.post("/sign-in", form, page="/sign-in") == 303

    def get(self, path: str, **options: Any) -> requests.Response:
        """Open a page, or fetch a part of one."""
        return self._http.get(f"{self._url}{path}", timeout=ANSWER_WITHIN_S, **options)

    def post(self, path: str, form: dict[str, str], *, page: str) -> int:
        """Send a form of a page to this path, and return the answer's status."""
        seal = re.search(r'name="csrf" value="([^"]+)"', self.get(page).text)
        assert seal is not None
        return self._http.post(
            f"{self._url}{path}",
            {"csrf": seal[1], **form},
            allow_redirects=False,
            timeout=ANSWER_WITHIN_S,
        ).status_code

    def watch(self) -> Events:
        """Follow the live page's stream."""
        return Events(self.get("/events", stream=True))


@pytest.fixture
def watched(server: RunningServer) -> RunningServer:
    """A server with an account."""
    role = AccountRole.MANAGER
    server.do(AddAccount(name="ingrid", shown="Ingrid", role=role, password=PASSWORD))
    return server


def test_twenty_who_look_cost_one_drawing(branch: BranchInTime) -> None:
    branch.device("kiosk").take()
    managers = [Manager(branch, name=f"manager{number}") for number in range(20)]
    drawn: list[str] = []

    def note(_app: flask.Flask, template: Any, **_values: Any) -> None:
        drawn.append(template.name)

    with flask.template_rendered.connected_to(note):
        answers = [manager.get(f"/live/parts/{PARTS}?seq=0") for manager in managers]
    assert sorted(drawn) == sorted(f"manager/live/{part}.html" for part in PARTS.split(","))  # fmt: skip
    assert len({answer.data for answer in answers}) == 1, "all get the very same"
    assert len({answer.headers["X-CSRF-Token"] for answer in answers}) == 20


def test_what_was_fetched_is_sealed_by_what_came_beside_it(
    branch: BranchInTime,
) -> None:
    manager, other = Manager(branch), Manager(branch, name="otto")
    part = manager.get("/live/parts/queues")
    assert set(re.findall(r'name="csrf" value="(.*?)"', part.text)) == {""}

    def close(manager: Manager, seal: str) -> int:
        form = {"queue": "parking", "csrf": seal}
        return manager.browser.post("/manager/live/close", data=form).status_code

    assert close(manager, "") == 403
    assert close(other, part.headers["X-CSRF-Token"]) == 403
    assert close(manager, part.headers["X-CSRF-Token"]) == 303


def test_a_part_is_the_same_packed_or_not(branch: BranchInTime) -> None:
    manager = Manager(branch)
    plain = manager.get(f"/live/parts/{PARTS}")
    packed = manager.get(f"/live/parts/{PARTS}", headers={"Accept-Encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain.headers
    assert gzip.decompress(packed.data) == plain.data
    assert packed.headers["Vary"] == plain.headers["Vary"] == "Accept-Encoding"


def test_only_what_changed_is_to_be_fetched(
    watched: RunningServer, kiosk: Device, desk: Device
) -> None:
    stream = Browser(watched).watch()
    assert set(stream.until("changed")["parts"]) == {*PARTS.split(","), "line"}
    kiosk.take()
    assert stream.until("changed")["parts"] == ["heading", "needs", "queues", "line"]
    desk.post("/desks/3/call-next")
    assert stream.until("changed")["parts"] == ["heading", "needs", "queues", "desks", "line"]  # fmt: skip


def test_the_stream_of_who_is_signed_out_elsewhere_ends_and_others_go_on(
    watched: RunningServer, kiosk: Device
) -> None:
    lent, mine = Browser(watched), Browser(watched)
    gone, stays = lent.watch(), mine.watch()
    gone.until("changed")
    stays.until("changed")
    assert mine.post("/account/sessions/end", {}, page="/account") == 303
    assert {name for name, _ in gone} <= {"beat"}
    assert lent.get("/live/parts/heading").status_code == 401
    kiosk.take()
    stays.until("changed")


def test_the_streams_of_an_account_that_is_removed_end(watched: RunningServer) -> None:
    stream = Browser(watched).watch()
    stream.until("changed")
    watched.run("manager", "add", "otto", "--name", "Otto", "--password", PASSWORD)
    watched.run("manager", "remove", "ingrid", "--yes")
    assert {name for name, _ in stream} <= {"beat", "changed"}


def test_one_browser_takes_no_more_than_its_share_of_the_streams(
    watched: RunningServer,
) -> None:
    browser = Browser(watched)
    streams = [browser.watch() for _ in range(MOST_OF_ONE)]
    assert browser.get("/events").status_code == 429
    Browser(watched).watch().until("changed")
    for stream in streams:
        stream.until("changed")
