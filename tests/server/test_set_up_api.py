"""The whole set-up with a manager's token: one operation for each command, refused by the field's name."""

from typing import Any

import pytest

from server.usecases.setup import COMMANDS
from server.web.api.set_up import OPERATIONS
from tests.server.in_time import BranchInTime, Device

ELSEWHERE = {
    "AskDevice",
    "BindDevice",
    "RenameDevice",
    "ListPairings",
    "ApprovePairing",
    "RefusePairing",
    "SayToAll",
    "PutBack",
    "TellAddress",
    "TellHeard",
    "AddAccount",
    "SetAccount",
    "ResetAccount",
    "RemoveAccount",
    "NewStartCode",
}
"""Commands that have an operation of their own, or are none of a program's business."""


@pytest.fixture
def manager(branch: BranchInTime) -> Device:
    """A manager's program."""
    return branch.device("manager")


def do(manager: Device, name: str, body: Any = None) -> Any:
    """Run a command that is right."""
    answer = manager.post(f"/set-up/{name}", body)
    assert answer.status_code in (200, 204), answer.text
    return answer.json


def whole(manager: Device) -> dict[str, Any]:
    """Return the whole set-up."""
    return dict(manager.get("/set-up").json)


def test_every_command_has_an_operation() -> None:
    assert {each.command.__name__ for each in OPERATIONS} == set(COMMANDS) - ELSEWHERE


@pytest.mark.parametrize(
    ("command", "rest"), [("set-branch", {}), ("set-queue", {"slug": "parking"})]
)
def test_a_night_goes_into_no_opening_of_the_next_day(
    manager: Device, command: str, rest: dict[str, Any]
) -> None:
    week = {"0": [["20:00:00", "03:00:00"]], "1": [["02:00:00", "05:00:00"]]}
    body = {**rest, "settings": {"hours": {"week": week}}}
    refused = manager.post(f"/set-up/{command}", body)
    assert refused.status_code == 422
    said = "Tuesday: these times overlap with the night before."
    assert said in refused.json["detail"]


def test_a_branch_is_set_up_from_nothing_to_the_first_number(
    branch: BranchInTime, manager: Device
) -> None:
    hours = {"week": {"0": [["08:00:00", "17:00:00"]]}}
    told = do(
        manager,
        "set-branch",
        {
            "settings": {
                "languages": ["en", "de"],
                "hours": hours,
                "target_minutes": 7,
            },
            "words": {"names": {"de": "Rathaus"}},
        },
    )["settings"]
    assert (told["target_minutes"], told["names"]) == (7, {"de": "Rathaus"})
    permits = do(
        manager,
        "add-queue",
        {
            "slug": "permits",
            "names": {"en": "Permits"},
            "settings": {"max_waiting": 5, "join": "open"},
        },
    )
    assert (permits["settings"]["max_waiting"], permits["settings"]["join"]) == (
        5,
        "open",
    )
    changed = do(manager, "set-queue", {"slug": "permits", "letter": "P", "ordinal": 0})
    assert changed["settings"] == permits["settings"], "what is not said stays"
    desk = {
        "number": 7,
        "queues": ["permits", "parking"],
        "policy": "ratio",
        "weights": [2, 1],
    }
    assert do(manager, "add-desk", desk)["queues"] == ["permits", "parking"]
    do(manager, "set-desk", {"number": 7, "names": {"en": "Laboratory"}})
    do(manager, "add-servicer", {"name": "Chen", "pin": "482913"})
    do(manager, "set-servicer", {"name": "Chen", "pin": "1234"})
    token = do(manager, "add-device", {"role": "kiosk", "name": "Entrance"})["token"]
    kiosk = Device(branch, token)
    assert kiosk.take("permits")["label"] == "P001"
    console = branch.device("console")
    signed_in = console.post("/desks/7/sign-in", {"servicer": "Chen", "pin": "1234"})
    assert signed_in.status_code == 200
    found = whole(manager)
    assert found["branch"]["target_minutes"] == 7
    assert found["queues"][0]["slug"] == "permits"
    assert {"name": "Chen", "desk": 7} in found["people"]
    (laboratory,) = [desk for desk in found["desks"] if desk["number"] == 7]
    assert (laboratory["names"], laboratory["servicer"]) == (
        {"en": "Laboratory"},
        "Chen",
    )
    assert "Entrance" in [device["name"] for device in found["devices"]]
    assert "1234" not in str(found)
    made = manager.get("/changes").json["changes"]
    assert any(change["by"].startswith("manager ") for change in made)


def test_what_was_set_up_is_taken_away(branch: BranchInTime, manager: Device) -> None:
    do(manager, "remove-queue", {"slug": "passports"})
    do(manager, "remove-desk", {"number": 4})
    do(manager, "remove-servicer", {"name": "José"})
    do(manager, "add-device", {"role": "kiosk", "name": "Entrance"})
    do(manager, "remove-device", {"name": "Entrance"})
    found = whole(manager)
    assert [queue["slug"] for queue in found["queues"]] == ["parking"]
    assert [desk["number"] for desk in found["desks"]] == [3]
    assert found["people"] == [{"name": "Maria", "desk": None}]
    assert do(manager, "close-day") == {"closed": "2026-11-23"}
    assert do(manager, "close-day") == {"closed": None}


def test_a_queue_changes_places_with_its_neighbour_on_screens(
    branch: BranchInTime, manager: Device
) -> None:
    do(manager, "add-queue", {"slug": "permits", "names": {"en": "Permits"}})
    kiosk = branch.device("kiosk")

    def order() -> list[str]:
        on_kiosk = [each["slug"] for each in kiosk.get("/branch").json["queues"]]
        assert [each["slug"] for each in whole(manager)["queues"]] == on_kiosk
        return on_kiosk

    assert order() == ["parking", "passports", "permits"]
    do(manager, "move-queue", {"slug": "permits", "up": True})
    assert order() == ["parking", "permits", "passports"]
    do(manager, "move-queue", {"slug": "parking", "up": False})
    assert order() == ["permits", "parking", "passports"]
    change = manager.get("/changes").json["changes"][0]
    assert {each["setting"] for each in change["altered"]} == {"ordinal"}
    manager.post(f"/changes/{change['change']}/put-back")
    assert order() == ["parking", "permits", "passports"]


@pytest.mark.parametrize(
    ("name", "body", "status", "field"),
    [
        ("move-queue", {"slug": "parking", "up": True}, 422, "slug"),
        ("move-queue", {"slug": "passports", "up": False}, 422, "slug"),
        ("move-queue", {"slug": "parking"}, 422, "up"),
        ("move-queue", {"slug": "nowhere", "up": True}, 404, None),
        ("set-branch", {"settings": {"time_zone": "Mars"}}, 422, "time_zone"),
        ("set-branch", {"settings": {"target_minutes": 0}}, 422, "target_minutes"),
        ("set-branch", {"settings": {"target_minutes": "x"}}, 422, "target_minutes"),
        ("set-branch", {"settings": {"colour": "red"}}, 422, "colour"),
        ("set-branch", {"words": {"anything": {"en": "x"}}}, 422, "words"),
        ("set-branch", {"words": {"names": {"xx": "x"}}}, 422, "names"),
        ("set-branch", {"priority_words": {"x": {"en": "x"}}}, 422, "priority_names"),
        ("set-branch", {"logo": "bm90IGEgcGljdHVyZQ=="}, 422, "logo"),
        ("set-branch", {"settings": {"logo": "nobodys.png"}}, 422, "logo"),
        ("set-branch", {"settings": {"names": {"xx": "x"}}}, 422, "names"),
        ("set-branch", {"settings": {"names": {"de": "a\0"}}}, 422, "names"),
        ("set-branch", {"settings": {"footer": {"de": "\u202ea"}}}, 422, "footer"),
        (
            "set-branch",
            {"settings": {"priority_names": {"vip": {"de": "\u3164"}}}},
            422,
            "priority_names",
        ),
        ("add-queue", {"slug": "No Slug", "names": {"en": "x"}}, 422, "slug"),
        ("add-queue", {"slug": "parking", "names": {"en": "x"}}, 409, None),
        ("add-queue", {"slug": "new", "names": {"xx": "x"}}, 422, "names"),
        ("set-queue", {"slug": "parking", "letter": "7"}, 422, "letter"),
        ("set-queue", {"slug": "nowhere"}, 404, None),
        ("add-desk", {"number": 0}, 422, "number"),
        ("set-desk", {"number": 3, "queues": ["nowhere"]}, 422, "queues"),
        ("set-desk", {"number": 99}, 404, None),
        ("add-servicer", {"name": "Chen", "pin": "12"}, 422, "pin"),
        ("set-servicer", {"name": "Nobody", "pin": "1234"}, 422, "name"),
        ("remove-servicer", {"name": "Nobody"}, 422, "name"),
        ("add-device", {"role": "toaster", "name": "Kitchen"}, 422, "role"),
        ("remove-device", {"name": "Nothing"}, 404, None),
    ],
)
def test_what_is_wrong_is_said_by_its_field_and_nothing_is_changed(
    branch: BranchInTime,
    manager: Device,
    name: str,
    body: dict[str, Any],
    status: int,
    field: str | None,
) -> None:
    rows = branch.rows()
    refused = manager.post(f"/set-up/{name}", body)
    assert (refused.status_code, refused.json["field"]) == (status, field), refused.text
    assert branch.rows() == rows


def test_the_same_key_sets_up_once(branch: BranchInTime, manager: Device) -> None:
    body = {"role": "kiosk", "name": "Entrance"}
    tokens = [
        manager.post("/set-up/add-device", body, key="once").json["token"]
        for _ in range(2)
    ]
    assert tokens[0] == tokens[1]
    told = branch.http.get(
        "/api/v1/device", headers={"Authorization": f"Bearer {tokens[0]}"}
    )
    assert told.get_json()["name"] == "Entrance"


def test_a_token_is_in_no_file_though_its_answer_is_kept(
    branch: BranchInTime, manager: Device
) -> None:
    body = {"role": "kiosk", "name": "Entrance"}
    token = manager.post("/set-up/add-device", body, key="once").json["token"]
    files = [each for each in branch.directory.rglob("*") if each.is_file()]
    assert any(b"once" in each.read_bytes() for each in files), "the answer is kept"
    assert not [each for each in files if token.encode() in each.read_bytes()]
