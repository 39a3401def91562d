"""Managers see how each device is, change its name and its desk, and ask it to be found; only it hears that."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from server.domain import events
from server.domain.branch import DeviceTask
from server.domain.events import Actor
from server.domain.refusals import AlreadyThere, NotValid, UnknownDesk, UnknownDevice
from server.store import journal
from server.store.store import MAIN_BRANCH
from server.usecases.setup import (
    AddDesk,
    AskDevice,
    BindDevice,
    RemoveDesk,
    RenameDevice,
)
from tests.server.in_time import BranchInTime, Device
from tests.server.test_journal import checked
from tests.serving import Device as RunningDevice
from tests.serving import Events, RunningServer

pytestmark = pytest.mark.slow

MARIA = {"servicer": "Maria", "pin": "482913"}
SAID = {"version": "1.2", "paper": "low", "screen": "1920×1080"}


def own(device: Device) -> dict[str, Any]:
    answer = device.get("/device")
    assert answer.status_code == 200
    return dict(answer.json)


def id_of(device: Device) -> int:
    return int(own(device)["id"])


def rename(branch: BranchInTime, device: Device, name: str) -> None:
    branch.do(RenameDevice(device=id_of(device), name=name))


def bind(branch: BranchInTime, device: Device, desk: int | None) -> None:
    branch.do(BindDevice(device=id_of(device), desk=desk))


def state_of(manager: Device, device: Device) -> dict[str, Any]:
    listed = manager.get("/devices").json
    (found,) = (each for each in listed if each["id"] == id_of(device))
    return dict(found)


# --- reports ------------------------------------------------------------------------------------


def test_what_a_device_says_of_itself_is_seen_and_outlives_a_restart(
    branch: BranchInTime,
) -> None:
    kiosk, manager = branch.device("kiosk"), branch.device("manager")
    assert state_of(manager, kiosk)["version"] == ""
    assert kiosk.post("/device/report", SAID).status_code == 204
    with branch.stopped():
        pass
    state = state_of(manager, kiosk)
    assert {name: state[name] for name in SAID} == SAID
    assert state["here"] is False


def test_a_display_says_that_nobody_hears_it(
    branch: BranchInTime,
) -> None:
    display, manager = branch.device("display"), branch.device("manager")
    assert display.post("/device/report", {"sound": "mute"}).status_code == 204
    assert state_of(manager, display)["sound"] == "mute"
    assert display.post("/device/report", {"sound": "there"}).status_code == 204
    assert state_of(manager, display)["sound"] == "there"


def test_the_latest_word_counts(branch: BranchInTime) -> None:
    kiosk, manager = branch.device("kiosk"), branch.device("manager")
    kiosk.post("/device/report", SAID)
    kiosk.post("/device/report", {**SAID, "paper": "out"})
    assert state_of(manager, kiosk)["paper"] == "out"


@pytest.mark.parametrize(
    ("role", "said", "field"),
    [
        ("kiosk", {"version": "1\n2"}, "version"),
        ("kiosk", {"screen": "\N{RIGHT-TO-LEFT OVERRIDE}"}, "screen"),
        ("kiosk", {"version": "x" * 41}, "version"),
        ("kiosk", {"paper": "burning"}, "paper"),
        ("display", {"paper": "there"}, "paper"),
        ("display", {"sound": "loud"}, "sound"),
        ("kiosk", {"sound": "there"}, "sound"),
        ("console", {"sound": "mute"}, "sound"),
        ("kiosk", {"mood": "good"}, "mood"),
    ],
)
def test_no_device_says_what_it_cannot(
    branch: BranchInTime, role: str, said: dict[str, str], field: str
) -> None:
    refused = branch.device(role).post("/device/report", said)
    assert (refused.status_code, refused.json["field"]) == (422, field)


# --- names and desks ----------------------------------------------------------------------------


def test_a_device_gets_another_name_and_keeps_its_token(branch: BranchInTime) -> None:
    kiosk = branch.device("kiosk")
    rename(branch, kiosk, "Entrance")
    assert own(kiosk)["name"] == "Entrance"
    with branch.stopped():
        pass
    assert own(kiosk)["name"] == "Entrance"
    assert checked(branch).differences == []


def test_no_two_devices_have_one_name(branch: BranchInTime) -> None:
    one, other = branch.device("kiosk"), branch.device("kiosk")
    rename(branch, one, "Entrance")
    rename(branch, one, "Entrance")
    with pytest.raises(AlreadyThere):
        rename(branch, other, "Entrance")
    with pytest.raises(NotValid):
        rename(branch, other, "\x1b[2J")
    with pytest.raises(UnknownDevice):
        branch.do(RenameDevice(device=999, name="Ghost"))
    assert branch.rows("device_configured") == 1


def test_a_bound_console_signs_in_at_its_desk_only(branch: BranchInTime) -> None:
    console = branch.device("console")
    bind(branch, console, 3)
    assert own(console)["desk"] == 3
    refused = console.post("/desks/4/sign-in", MARIA)
    assert (refused.status_code, refused.json["type"]) == (409, "bound-elsewhere")
    assert refused.json["detail"] == "This console is for desk 3 only."
    assert console.post("/desks/3/sign-in", MARIA).status_code == 200


def test_who_sits_elsewhere_stays_until_they_sign_out(branch: BranchInTime) -> None:
    console = branch.console(4)
    bind(branch, console, 3)
    assert console.post("/desks/4/call-next").status_code == 204
    console.post("/desks/4/sign-out")
    assert console.post("/desks/4/sign-in", MARIA).status_code == 409


def test_a_console_is_free_again_by_hand_or_when_its_desk_is_gone(
    branch: BranchInTime,
) -> None:
    by_hand, gone = branch.device("console"), branch.device("console")
    bind(branch, by_hand, 3)
    bind(branch, by_hand, None)
    branch.do(AddDesk(number=9, queues=("parking",)))
    bind(branch, gone, 9)
    branch.do(RemoveDesk(number=9))
    assert by_hand.post("/desks/4/sign-in", MARIA).status_code == 200
    by_hand.post("/desks/4/sign-out")
    assert gone.post("/desks/4/sign-in", MARIA).status_code == 200


def test_only_consoles_are_bound_and_only_to_desks_there_are(
    branch: BranchInTime,
) -> None:
    with pytest.raises(NotValid, match="no console"):
        bind(branch, branch.device("display"), 3)
    with pytest.raises(UnknownDesk):
        bind(branch, branch.device("console"), 99)


@pytest.mark.parametrize("role", ["kiosk", "display", "console"])
def test_only_managers_see_and_change_devices(branch: BranchInTime, role: str) -> None:
    device, other = branch.device(role), branch.device("console")
    id = id_of(other)
    assert device.get("/devices").status_code == 403
    for change, body in (
        ("rename", {"name": "Mine"}),
        ("bind", {"desk": 3}),
        ("ask", {"task": "beep"}),
        ("remove", None),
    ):
        assert device.post(f"/devices/{id}/{change}", body).status_code == 403
    assert branch.rows("device_configured") == 0


# --- asking -------------------------------------------------------------------------------------


def test_what_a_device_was_asked_is_in_the_journal_with_the_manager(
    branch: BranchInTime,
) -> None:
    kiosk, manager = branch.device("kiosk"), branch.device("manager")
    id = id_of(kiosk)
    asked = manager.post(f"/devices/{id}/ask", {"task": "test-print"})
    assert asked.status_code == 204
    with branch.store.reading(MAIN_BRANCH) as view:
        *_, last = journal.read(view.connection, MAIN_BRANCH)
    assert last.event == events.DeviceAsked(device=id, task=DeviceTask.TEST_PRINT)
    assert isinstance(last.actor, Actor)
    assert last.actor.manager is not None


@pytest.mark.parametrize(
    ("role", "task"),
    [("display", "test-print"), ("console", "test-print"), ("manager", "beep")],
)
def test_no_device_is_asked_what_it_cannot_do(
    branch: BranchInTime, role: str, task: str
) -> None:
    with pytest.raises(NotValid, match="cannot do that"):
        branch.do(AskDevice(device=id_of(branch.device(role)), task=DeviceTask(task)))


# --- streams ------------------------------------------------------------------------------------


def id_at(device: RunningDevice) -> int:
    return int(device.get("/device").json()["id"])


def name_of(device: RunningDevice) -> str:
    return str(device.get("/device").json()["name"])


def all_told(stream: Events) -> list[dict[str, Any]]:
    """Return how all devices are, as the stream tells next."""
    told: Any = stream.until("devices")
    return list(told)


def names_until(stream: Events, wanted: str) -> list[str]:
    """Return the names of the events that come up to and with this one."""
    names = []
    for name, _ in stream:
        names.append(name)
        if name == wanted:
            break
    return names


def test_only_the_asked_device_hears_it_and_only_once(server: RunningServer) -> None:
    kiosk, other = server.device("kiosk"), server.device("kiosk")
    manager = server.device("manager")
    asked, bystander = kiosk.events(), other.events()
    for stream in (asked, bystander):
        stream.until("snapshot")
    id = id_at(kiosk)
    manager.post(f"/devices/{id}/ask", {"task": "beep"})
    assert asked.until("device-asked") == {"device": id, "task": "beep"}
    kiosk.take()
    assert "device-asked" not in names_until(bystander, "taken")
    again = kiosk.events(after=0)
    assert "device-asked" not in names_until(again, "branch")


def test_a_device_hears_of_its_new_name_and_desk(server: RunningServer) -> None:
    console, manager = server.device("console"), server.device("manager")
    stream = console.events()
    stream.until("snapshot")
    id = id_at(console)
    manager.post(f"/devices/{id}/rename", {"name": "Left"})
    assert stream.until("device-changed")["name"] == "Left"
    manager.post(f"/devices/{id}/bind", {"desk": 3})
    assert stream.until("device-changed")["desk"] == 3


def test_a_managers_stream_tells_how_devices_are(server: RunningServer) -> None:
    kiosk, manager = server.device("kiosk"), server.device("manager")
    watched = manager.events()
    id = id_at(kiosk)
    states = {each["id"]: each for each in all_told(watched)}
    assert (states[id]["here"], states[id]["version"]) == (False, "")

    def until(**wanted: Any) -> dict[str, Any]:
        while not wanted.items() <= (told := watched.until("device")).items():
            pass
        return dict(told)

    kiosk.post("/device/report", SAID)
    until(id=id, here=False, **SAID)
    stream = kiosk.events()
    until(id=id, here=True)
    before = datetime.now(UTC)
    stream.close()
    left = until(id=id, here=False)
    # Not since it last asked for something, but until its stream ended.
    for told in (left, state_at(manager, id)):
        assert datetime.fromisoformat(told["last_heard"]) >= before
    display = server.device("display")
    assert id_at(display) in [each["id"] for each in all_told(watched)]


def state_at(manager: RunningDevice, id: int) -> dict[str, Any]:
    (found,) = (each for each in manager.get("/devices").json() if each["id"] == id)
    return dict(found)


def test_no_other_stream_tells_how_devices_are(server: RunningServer) -> None:
    kiosk = server.device("kiosk")
    streams = [server.device(role).events() for role in ("kiosk", "display", "console")]
    for stream in streams:
        stream.until("snapshot")
    kiosk.post("/device/report", SAID)
    kiosk.take()
    for stream in streams:
        assert not {"device", "devices"} & {*names_until(stream, "taken")}


def test_a_device_that_is_removed_is_cut_off_at_once(server: RunningServer) -> None:
    kiosk, manager = server.device("kiosk"), server.device("manager")
    stream, watched = kiosk.events(), manager.events()
    stream.until("snapshot")
    all_told(watched)
    id = id_at(kiosk)
    assert manager.post(f"/devices/{id}/remove").status_code == 204
    assert "snapshot" not in [name for name, _ in stream], "it ends"
    assert kiosk.get("/branch").status_code == 401
    server.log.wait_for("event=revoked role=kiosk")
    assert id not in [each["id"] for each in all_told(watched)]


def test_the_command_line_does_it_all(server: RunningServer) -> None:
    console = server.device("console")
    console.post("/device/report", {"version": "1.2", "screen": "1366×768"})
    server.run("device", "rename", name_of(console), "Left")
    assert server.run("device", "bind", "Left", "3") == "“Left” is for desk 3 only."
    assert server.run("device", "ask", "Left", "beep").startswith("Asked.")
    headings, line = server.run("device", "list").splitlines()
    assert headings.split() == [
        "Role",
        "Name",
        "Desk",
        "Last",
        "heard",
        "Version",
        "Paper",
        "Sound",
        "Screen",
    ]
    assert line.split()[:4] == ["console", "Left", "3", "here"]
    assert line.split()[-2:] == ["1.2", "1366×768"]
    server.device("display").post("/device/report", {"sound": "mute"})
    assert server.run("device", "list").splitlines()[-1].split()[-1] == "mute"
    listed = json.loads(server.run("device", "list", "--json"))
    assert [each["sound"] for each in listed] == [None, "mute"]
    assert server.run("device", "bind", "Left", "any") == "“Left” is for any desk."
