"""A desk is lent a queue until the business day ends."""

from typing import Any

import pytest

from server.store.check import check
from server.store.store import MAIN_BRANCH
from server.usecases.setup import AddQueue, CloseDay, RemoveQueue, SetDesk
from tests.server.in_time import BranchInTime, Device
from tests.server.terminal import Terminal
from tests.serving import Device as OnWire
from tests.serving import RunningServer


@pytest.fixture
def manager(branch: BranchInTime) -> Device:
    """A manager's program, where desk 3 serves parking alone."""
    branch.do(SetDesk(number=3, queues=("parking",)))
    return branch.device("manager")


def served(device: Device) -> dict[str, Any]:
    """Return what desk 3 is told to serve."""
    desk = device.get("/desks/3").json
    return {name: desk[name] for name in ("queues", "lent")}


OWN = {"queues": ["parking"], "lent": []}


def test_a_desk_serves_what_it_was_lent_until_that_is_taken_back(
    branch: BranchInTime, manager: Device
) -> None:
    kiosk, desk = branch.device("kiosk"), branch.console()
    passport = kiosk.take("passports")
    assert desk.post("/desks/3/call-next").status_code == 204
    lent = manager.post("/desks/3/lend", {"queue": "passports"}).json
    assert (lent["queues"], lent["lent"]) == (["parking", "passports"], ["passports"])
    parking = kiosk.take()
    assert desk.call_next()["id"] == passport["id"], "who came first, of all it serves"
    assert desk.call_next(finish=True)["id"] == parking["id"]
    assert manager.post("/desks/3/take-back", {"queue": "passports"}).status_code == 200
    kiosk.take("passports")
    assert desk.post("/desks/3/call-next", {"finish": True}).status_code == 204
    with branch.store.reading(MAIN_BRANCH) as view:
        assert check(view, branch.store.tokens).differences == []


def test_whoever_waits_only_for_a_lent_queue_is_stranded_no_longer(
    branch: BranchInTime, manager: Device
) -> None:
    branch.do(AddQueue(slug="permits", names={"en": "Permits"}))
    ticket = branch.device("kiosk").take("permits")
    assert manager.get("/branch").json["stranded"] == [ticket["id"]]
    manager.post("/desks/3/lend", {"queue": "permits"})
    assert manager.get("/branch").json["stranded"] == []
    assert branch.console().call_next()["id"] == ticket["id"]


def test_a_desk_that_stands_ready_gets_who_waits_there_at_once(
    branch: BranchInTime, manager: Device
) -> None:
    desk = branch.console()
    ticket = branch.device("kiosk").take("passports")
    desk.post("/desks/3/call-next", {"store": True})
    manager.post("/desks/3/lend", {"queue": "passports"})
    assert desk.state(ticket) == "called"


@pytest.mark.parametrize("ended", ["by hand", "by the clock"])
def test_the_day_ends_a_loan(branch: BranchInTime, manager: Device, ended: str) -> None:
    manager.post("/desks/3/lend", {"queue": "passports"})
    if ended == "by hand":
        branch.do(CloseDay())
    else:
        branch.clock.forward(hours=19)
        branch.look_after()
    assert served(manager) == OWN
    with branch.store.reading(MAIN_BRANCH) as view:
        assert check(view, branch.store.tokens).differences == []


def test_a_loan_outlasts_sittings_undoing_and_other_settings(
    branch: BranchInTime, manager: Device
) -> None:
    desk = branch.console()
    desk.post("/desks/3/pause")
    manager.post("/desks/3/lend", {"queue": "passports"})
    assert desk.post("/desks/3/undo").json["lent"] == ["passports"]
    desk.post("/desks/3/sign-out")
    branch.do(SetDesk(number=3, names={"en": "Laboratory"}))
    assert served(manager)["lent"] == ["passports"]


def test_a_queue_that_is_removed_is_lent_no_longer(
    branch: BranchInTime, manager: Device
) -> None:
    manager.post("/desks/3/lend", {"queue": "passports"})
    branch.do(RemoveQueue(slug="passports"))
    assert served(manager) == OWN


@pytest.mark.parametrize(
    ("path", "queue", "status", "type"),
    [
        ("/desks/3/lend", "parking", 422, "invalid"),
        ("/desks/3/lend", "nowhere", 404, "unknown-queue"),
        ("/desks/99/lend", "passports", 404, "unknown-desk"),
        ("/desks/3/take-back", "parking", 422, "invalid"),
        ("/desks/99/take-back", "parking", 404, "unknown-desk"),
    ],
)
def test_what_cannot_be_lent_is_refused(
    manager: Device, path: str, queue: str, status: int, type: str
) -> None:
    refused = manager.post(path, {"queue": queue})
    assert (refused.status_code, refused.json["type"]) == (status, type)


@pytest.mark.parametrize("lent_by", ["itself", "a manager"])
def test_whoever_sits_at_a_desk_takes_a_queue_on_and_gives_it_back(
    branch: BranchInTime, manager: Device, lent_by: str
) -> None:
    desk = branch.console()
    passport = branch.device("kiosk").take("passports")
    by = desk if lent_by == "itself" else manager
    assert by.post("/desks/3/lend", {"queue": "passports"}).status_code == 200
    assert served(desk)["lent"] == ["passports"]
    assert desk.call_next()["id"] == passport["id"]
    back = desk.post("/desks/3/take-back", {"queue": "passports"})
    assert (back.json["lent"], served(desk)) == ([], OWN)
    assert manager.get("/changes").json["changes"][0]["by"] == "Maria"
    assert desk.post("/desks/3/undo").json["lent"] == [], "the call is undone"
    assert desk.state(passport) == "waiting"


def test_nobody_at_another_desk_decides_what_a_desk_serves(
    branch: BranchInTime, manager: Device
) -> None:
    stranger, other = branch.device("console"), branch.console(4, "José")
    for act in ("lend", "take-back"):
        for device in (stranger, other):
            refused = device.post(f"/desks/3/{act}", {"queue": "passports"})
            assert refused.json["type"] == "not-signed-in"
        kiosk = branch.device("kiosk").post(f"/desks/3/{act}", {"queue": "passports"})
        assert kiosk.status_code == 403
        manager.post("/desks/3/lend", {"queue": "passports"})
    assert served(manager)["lent"] == ["passports"]


def test_console_and_board_hear_at_once_which_queues_a_desk_serves(
    server: RunningServer, desk: OnWire, display: OnWire
) -> None:
    server.do(SetDesk(number=3, queues=("parking",)))
    followers = [desk.follower(), display.follower()]
    server.device("manager").post("/desks/3/lend", {"queue": "passports"})
    for follower in followers:
        follower.until("configured", 2)
        assert follower.known.branch.desks[0].lent == ["passports"]


def test_the_command_line_lends_and_takes_back(terminal: Terminal) -> None:
    terminal.run("desk", "set", "3", "--queue", "parking")
    said, how = terminal.run("desk", "lend", "3", "passports").splitlines()
    assert said.endswith(
        "serves parking; calls oldest; until the day ends also passports"
    )
    assert terminal.json("desk", "list")[0]["lent"] == ["passports"]
    terminal.run(*how.partition("takeanumber ")[2].split())
    assert terminal.json("desk", "list")[0]["lent"] == []
    assert "passports" in terminal.type("desk", "take-back", "3", "passports").output
