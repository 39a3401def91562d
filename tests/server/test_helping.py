"""Help comes to a desk and to a kiosk, from another desk or from a manager; and a manager calls everybody."""

import pytest

from server.store.check import check
from server.store.store import MAIN_BRANCH
from server.usecases.setup import CloseDay
from tests.server.in_time import BranchInTime, Device
from tests.server.managers import Manager
from tests.server.terminal import Terminal
from tests.serving import Device as OnWire
from tests.serving import RunningServer

pytestmark = pytest.mark.slow


@pytest.fixture
def manager(branch: BranchInTime) -> Device:
    """A manager's program."""
    return branch.device("manager")


def name_of(branch: BranchInTime, role: str) -> str:
    """Return the name of the device of this role."""
    with branch.store.reading(MAIN_BRANCH) as view:
        (name,) = [each.name for each in view.devices() if each.role == role]
    return name


def test_a_desk_that_calls_for_help_reads_who_comes(
    branch: BranchInTime, manager: Device
) -> None:
    desk, other = branch.console(), branch.console(4, "José")
    desk.post("/desks/3/help")
    told = other.post("/desks/3/help/coming").json
    assert told["helper"] == {"name": "José", "desk": 4}
    manager.post("/desks/3/help/coming")
    name = name_of(branch, "manager")
    assert desk.get("/desks/3").json["helper"] == {"name": name, "desk": None}
    assert branch.device("display").get("/desks/3").json["helper"] is None
    done = other.post("/desks/3/help/done").json
    assert (done["help_since"], done["helper"]) == (None, None)
    gone = manager.post("/desks/3/help/done")
    assert (gone.status_code, gone.json["type"]) == (404, "no-help-call")
    with branch.store.reading(MAIN_BRANCH) as view:
        assert check(view, branch.store.tokens).differences == []


def test_saying_it_twice_changes_nothing(branch: BranchInTime, manager: Device) -> None:
    branch.console().post("/desks/3/help")
    for _ in range(2):
        manager.post("/desks/3/help/coming")
    assert branch.rows("helper_coming") == 1


def test_a_desk_takes_back_its_own_acts_and_not_the_help_that_comes(
    branch: BranchInTime, manager: Device
) -> None:
    desk, other = branch.console(), branch.console(4, "José")
    desk.post("/desks/3/help")
    desk.post("/desks/3/pause")
    other.post("/desks/4/pause")
    other.post("/desks/3/help/coming")
    assert desk.post("/desks/3/undo").json["helper"]["name"] == "José"
    assert other.post("/desks/4/undo").json["state"] == "open", "its own break"
    desk.post("/desks/3/pause")
    manager.post("/desks/3/help/done")
    assert desk.post("/desks/3/undo").json["help_since"] is None


def test_only_who_is_signed_in_comes(branch: BranchInTime) -> None:
    branch.console().post("/desks/3/help")
    console = branch.device("console")
    for answer in ("coming", "done"):
        refused = console.post(f"/desks/3/help/{answer}")
        assert refused.json["type"] == "not-signed-in"


def test_a_kiosk_reads_that_a_manager_comes_and_not_who(
    branch: BranchInTime, manager: Device
) -> None:
    kiosk = branch.device("kiosk")
    device = kiosk.post("/help").json["device"]
    told = manager.post(f"/help/{device}/coming").json
    assert (told["desk"], told["manager"]) == (None, name_of(branch, "manager"))
    (seen,) = kiosk.get("/branch").json["help"]
    assert (seen["desk"], seen["manager"]) == (None, "")
    branch.console().post(f"/help/{device}/coming")
    (seen,) = kiosk.get("/branch").json["help"]
    assert (seen["desk"], seen["manager"]) == (3, None)
    manager.post(f"/help/{device}/coming")
    anew = kiosk.post("/help").json
    assert (anew["desk"], anew["manager"]) == (None, None), "somebody else asks"
    assert manager.post(f"/help/{device}/done").status_code == 204


def test_a_manager_calls_everybody_at_the_desks(
    branch: BranchInTime, manager: Device
) -> None:
    desk, kiosk = branch.console(), branch.device("kiosk")
    called = manager.post("/staff-call", {"reason": " At the entrance, please "}).json
    assert called["reason"] == "At the entrance, please"
    assert manager.post("/staff-call", {"reason": called["reason"]}).json == called
    assert desk.get("/branch").json["staff_call"] == called
    assert kiosk.get("/branch").json["staff_call"] is None
    with branch.store.reading(MAIN_BRANCH) as view:
        assert check(view, branch.store.tokens).differences == []
    assert desk.post("/staff-call/done").status_code == 204
    assert desk.get("/branch").json["staff_call"] is None
    assert desk.post("/staff-call/done").json["type"] == "no-help-call"
    manager.post("/staff-call")
    branch.do(CloseDay())
    assert desk.get("/branch").json["staff_call"] is None


def test_consoles_hear_of_it_at_once_and_nobody_else_does(
    server: RunningServer, desk: OnWire, kiosk: OnWire
) -> None:
    at_desk, at_kiosk = desk.follower(), kiosk.follower()
    server.device("manager").post("/staff-call", {"reason": "A fire drill"})
    at_desk.until("help")
    assert at_desk.known.branch.staff_call is not None
    assert at_desk.known.branch.staff_call.reason == "A fire drill"
    at_kiosk.until("help")
    assert at_kiosk.known.branch.staff_call is None
    desk.post("/desks/3/help")
    at_desk.until("help")
    other = server.device("console")
    other.sign_in(4, "Servicer 4")
    other.post("/desks/3/help/coming")
    at_desk.until("help")
    helper = at_desk.known.branch.desks[0].helper
    assert helper is not None
    assert (helper.name, helper.desk) == ("Servicer 4", 4)


def test_the_command_line_calls_and_comes(branch: BranchInTime) -> None:
    branch.console().post("/desks/3/help")
    with branch.stopped():
        terminal = Terminal(branch.directory)
        assert "a manager is coming" in terminal.run("desk", "help", "3")
        assert "no longer" in terminal.run("desk", "help", "3", "--done")
        assert terminal.type("desk", "help", "3").exit_code
        assert "is called" in terminal.run("call-staff", "At the entrance")
        assert terminal.type("call-staff", "Here", "--done").exit_code
        terminal.run("call-staff", "--done")
        assert terminal.type("call-staff", "--done").exit_code


def test_a_manager_who_signs_in_is_read_by_name_and_not_by_user_name(
    branch: BranchInTime,
) -> None:
    ingrid, desk, kiosk = Manager(branch), branch.console(), branch.device("kiosk")
    follower = branch.console(4, "José")
    desk.post("/desks/3/help")
    kiosk.post("/help")
    (asked,) = desk.get("/branch").json["help"]
    for path in ("/help", "/help/desks/3", f"/help/kiosks/{asked['device']}"):
        ingrid.post(path)
    seen = follower.get("/branch").json
    assert seen["staff_call"]["by"] == "Ingrid"
    assert seen["help"][0]["manager"] == "Ingrid"
    of_desk = {"name": "Ingrid", "desk": None}
    assert [each["helper"] for each in seen["desks"] if each["number"] == 3] == [
        of_desk
    ]
    assert desk.get("/desks/3").json["helper"] == of_desk
