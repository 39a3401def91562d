"""A test number goes the whole way of a ticket, and counts in no figure."""

import json
from typing import Any

import pytest
import requests

from server.store.check import check
from server.store.load import load
from server.store.store import MAIN_BRANCH
from server.usecases.setup import CloseDay, SetBranch, SetQueue
from tests.server.in_time import BranchInTime, Device
from tests.server.terminal import Terminal
from tests.serving import Device as OnWire
from tests.serving import RunningServer, lines_of


@pytest.fixture
def manager(branch: BranchInTime) -> Device:
    """A manager's program."""
    return branch.device("manager")


def trial_number(manager: Device, queue: str = "parking") -> dict[str, Any]:
    """Take a test number."""
    answer = manager.post("/test-tickets", {"queue": queue})
    assert answer.status_code == 201, answer.text
    return dict(answer.json)


def is_sound(branch: BranchInTime) -> bool:
    """Return whether the journal tells the same branch as the tables."""
    with branch.store.reading(MAIN_BRANCH) as view:
        return check(view, branch.store.tokens).differences == []


def test_it_goes_the_whole_way_and_no_figure_knows_it(
    branch: BranchInTime, manager: Device
) -> None:
    kiosk, desk = branch.device("kiosk"), branch.console()
    before = manager.get("/reports/day").json
    test = trial_number(manager)
    assert (test["label"], test["test"], test["ahead"]) == ("TEST1", True, 0)
    page = branch.http.get(test["url"].removeprefix("http://localhost"))
    assert "TEST1" in page.text
    first = kiosk.take()
    assert (first["label"], first["ahead"]) == ("A001", 0), "a test is before nobody"
    assert manager.get("/board").json["waiting"]["parking"] == 1
    assert kiosk.get("/queues").json[0]["waiting"] == 1
    called = desk.call_next()
    assert called["label"] == "TEST1"
    assert [c["label"] for c in kiosk.get("/board").json["recent_calls"]] == ["TEST1"]
    assert is_sound(branch)
    branch.clock.forward(minutes=5)
    desk.move(test, "finish")
    assert kiosk.get("/board").json["recent_calls"] == []
    desk.move(first, "cancel")
    after = manager.get("/reports/day").json
    assert (after["taken"], after["served"], after["left"]) == (1, 0, 1)
    assert after["all"] == before["all"]
    assert is_sound(branch)


def test_numbers_of_customers_and_caps_do_not_count_it(
    branch: BranchInTime, manager: Device
) -> None:
    branch.do(SetQueue(slug="parking", settings={"daily_cap": 1, "max_waiting": 1}))
    kiosk = branch.device("kiosk")
    tests = [trial_number(manager)["label"] for _ in range(2)]
    assert tests == ["TEST1", "TEST2"]
    assert kiosk.take()["label"] == "A001"
    full = kiosk.post("/tickets", {"queue": "parking"})
    assert full.json["type"] == "queue-full"
    assert trial_number(manager, "passports")["label"] == "TEST3", "full or not"
    branch.do(SetBranch(settings={"hours": {"week": {}}}))
    assert trial_number(manager)["label"] == "TEST4", "open or not"
    branch.do(CloseDay())
    assert trial_number(manager)["label"] == "TEST1", "a day begins anew"
    assert is_sound(branch)


def test_places_in_line_do_not_count_it(branch: BranchInTime, manager: Device) -> None:
    kiosk = branch.device("kiosk")
    first, test = kiosk.take(), trial_number(manager)
    second = kiosk.take()
    with branch.store.reading(MAIN_BRANCH) as view:
        state = load(view)
        for ticket, ahead, behind in ((first, 0, 1), (test, 1, 1), (second, 1, 0)):
            found = view.ticket(ticket["id"])
            assert view.place_of(found) == (ahead, behind)
            assert (state.room.ahead(found), state.room.behind(found)) == (
                ahead,
                behind,
            )
        assert state.waiting() == view.waiting() == {"parking": 2, "passports": 0}


def test_the_next_number_of_a_kiosk_is_a_test_once(
    branch: BranchInTime, manager: Device
) -> None:
    kiosk, other, console = (branch.device(r) for r in ("kiosk", "kiosk", "console"))
    device = kiosk.post("/help").json["device"]
    assert manager.post("/test-tickets/next", {"device": device}).status_code == 204
    assert console.take()["label"] == "A001"
    assert other.take()["label"] == "A002"
    test = kiosk.take(will_print=True)
    assert (test["label"], test["print"]) == ("TEST1", "pending")
    assert kiosk.take()["label"] == "A003"
    manager.post("/test-tickets/next")
    branch.clock.forward(minutes=10)
    assert kiosk.take()["label"] == "A004", "nobody came to try"
    manager.post("/test-tickets/next")
    assert other.take()["label"] == "TEST2"
    assert is_sound(branch)


@pytest.mark.parametrize("moves", [[], ["hold"], ["no-show"], ["start"]])
def test_it_is_gone_at_the_end_wherever_it_stands(
    branch: BranchInTime, manager: Device, moves: list[str]
) -> None:
    desk = branch.console()
    test = trial_number(manager)
    desk.call_next()
    for move in moves:
        desk.move(test, move)
    assert manager.post(f"/test-tickets/{test['id']}/end").status_code == 204
    with branch.store.reading(MAIN_BRANCH) as view:
        state = load(view)
    assert (state.room.tickets(), state.missed, state.recent_calls()) == ([], {}, [])
    assert is_sound(branch)


def test_a_customers_ticket_is_not_ended_so(
    branch: BranchInTime, manager: Device
) -> None:
    ticket = branch.device("kiosk").take()
    refused = manager.post(f"/test-tickets/{ticket['id']}/end")
    assert (refused.status_code, refused.json["field"]) == (422, "ticket")
    assert manager.post("/test-tickets/99999/end").status_code == 404
    console = branch.device("console")
    with branch.store.reading(MAIN_BRANCH) as view:
        (id,) = [d.id for d in view.devices() if d.role == "console"]
    assert console
    for device, status in ((id, 422), (99999, 404)):
        answer = manager.post("/test-tickets/next", {"device": device})
        assert answer.status_code == status


def test_a_clock_that_is_set_takes_it_along(
    branch: BranchInTime, manager: Device
) -> None:
    kiosk = branch.device("kiosk")
    kiosk.take()
    trial_number(manager)
    branch.clock.jump(days=40)
    branch.look_after()
    assert is_sound(branch)
    assert kiosk.take()["label"] == "A002"
    assert trial_number(manager)["label"] == "TEST2"


def test_programs_follow_it_as_a_fresh_snapshot_tells(
    server: RunningServer, desk: OnWire, display: OnWire, kiosk: OnWire
) -> None:
    manager = server.device("manager")
    followers = [desk.follower(), display.follower()]
    kiosk.take()
    test = manager.post("/test-tickets", {"queue": "parking"}).json()
    desk.post(f"/tickets/{test['id']}/call")
    desk.post(f"/tickets/{test['id']}/no-show")
    for device, follower in zip((desk, display), followers, strict=True):
        follower.until("missed")
        fresh = device.follower().known
        assert follower.known.waiting == fresh.waiting == {"parking": 1, "passports": 0}
        assert follower.known.calls == fresh.calls == ()
        assert follower.known.missed == fresh.missed == {}


def test_the_command_line_tries(terminal: Terminal) -> None:
    taken = terminal.run("try", "take", "parking")
    assert taken.startswith("TEST1 waits in parking.")
    assert terminal.json("queue", "list")[0]["waiting"] == 0
    assert terminal.run("try", "end", "test 1") == "test 1 is gone."
    terminal.run("device", "add", "kiosk", "Entrance")
    assert "“Entrance” gives is a test" in terminal.run("try", "tap", "Entrance")
    assert "any kiosk" in terminal.run("try", "tap")
    assert terminal.run("try", "end") == "No test number is awaited."
    for wrong in (("take", "nowhere"), ("tap", "Nothing"), ("end", "TEST9")):
        assert terminal.type("try", *wrong).exit_code, wrong


def test_phones_are_told_places_without_it(
    server: RunningServer, kiosk: OnWire
) -> None:
    manager = server.device("manager")
    for _ in range(2):
        assert manager.post("/test-tickets", {"queue": "parking"}).status_code == 201
    ticket = kiosk.take()
    answer = requests.get(ticket["url"] + "/events", stream=True, timeout=20)
    with answer:
        views = (line[6:] for line in lines_of(answer) if line.startswith("data: "))
        view = json.loads(next(views))
    assert (view["ahead"], view["behind"]) == (0, 0)
