"""A display and a kiosk are told what a board shows and no more; a kiosk has the pages of its own tickets alone."""

import json
import re
from typing import Any

import pytest

from server.present.audience import id_by_label
from server.web import api
from tests.serving import Device, RunningServer

pytestmark = pytest.mark.slow

PUBLIC = ["kiosk", "display"]
ON_A_BOARD = {"id", "label", "number", "queue", "state", "taken_at", "called_at"} | {
    "desk",
    "language",
}
"""What may be said of somebody else's ticket."""


def plain(ticket: dict[str, Any]) -> set[str]:
    """Return which fields of a ticket say anything."""
    return {name for name, value in ticket.items() if value not in (None, "", 0, [])}


def ids_in(told: Any) -> set[int]:
    """Return every number under `id` or `ticket` in what was told."""
    found = set()
    if isinstance(told, dict):
        for name, value in told.items():
            if name in ("id", "ticket") and isinstance(value, int):
                found.add(value)
            found |= ids_in(value)
    elif isinstance(told, list):
        for each in told:
            found |= ids_in(each)
    return found


@pytest.fixture
def day(server: RunningServer, desk: Device) -> list[dict[str, Any]]:
    """Six tickets of a busy day: done, missed, held, called, left, and one that waits; with their URLs."""
    kiosk = server.device("kiosk")
    body = {"queue": "parking", "language": "de"}
    tickets = [kiosk.post("/tickets", body).json() for _ in range(6)]
    for move in ("finish", "no-show", "hold"):
        ticket = desk.post("/desks/3/call-next").json()
        desk.post(f"/tickets/{ticket['id']}/note", {"text": "speaks German"})
        desk.post(f"/tickets/{ticket['id']}/{move}")
    desk.post("/desks/3/call-next")
    desk.post(f"/tickets/{tickets[4]['id']}/cancel")
    return tickets


def everything_told(device: Device) -> list[Any]:
    """Return all that the device can ask for, and its stream from the first row on and from now."""
    reads = [each for each in api.make().endpoints if each.method == "GET"]
    paths = [each.path.replace("<int:desk>", "3") for each in reads]
    told = [device.get(path).json() for path in paths if path != "/events"]
    told.append(device.events().until("snapshot"))
    # The last thing told to whoever resumes.
    for name, event in device.events(after=0):
        told.append(event)
        if name == "branch":
            break
    return told


@pytest.mark.parametrize("role", PUBLIC)
def test_nothing_that_is_told_names_people_or_who_waits(
    server: RunningServer, day: list[dict[str, Any]], role: str
) -> None:
    told = everything_told(server.device(role))
    text = json.dumps(told)
    assert "Maria" not in text
    assert "Servicer 4" not in text
    assert "speaks German" not in text
    # Neither the one that waits nor the one that left while waiting.
    assert [label in text for label in ("A001", "A004", "A005", "A006")] == [
        True,
        True,
        False,
        False,
    ]
    assert not ids_in(told) & {ticket["id"] for ticket in day}
    assert id_by_label("A001") in ids_in(told)
    for ticket in day:
        assert ticket["url"].rpartition("/")[2] not in text


@pytest.mark.parametrize("role", PUBLIC)
def test_of_tickets_that_were_called_only_what_a_board_shows_is_told(
    server: RunningServer, day: list[dict[str, Any]], role: str
) -> None:
    events = [each for each in everything_told(server.device(role)) if "event" in each]
    tickets = [event["ticket"] for event in events if event["ticket"]]
    assert {ticket["label"] for ticket in tickets} == {"A001", "A002", "A003", "A004"}
    for ticket in tickets:
        assert plain(ticket) <= ON_A_BOARD
        assert ticket["taken_at"] == ticket["called_at"]
    assert all(event["was"] is None for event in events)


def test_who_is_taken_off_the_board_is_known_no_more(
    server: RunningServer, kiosk: Device, desk: Device, display: Device
) -> None:
    """A call that was undone leaves the board; what the customer does then is their own business."""
    ticket = kiosk.take()
    desk.post("/desks/3/call-next")
    stream = display.events()
    desk.post("/desks/3/undo")
    undone = stream.until("undone")
    assert (undone["ticket"]["label"], undone["ticket"]["desk"]) == ("A001", None)
    desk.post(f"/tickets/{ticket['id']}/cancel")
    left = stream.until("cancelled")
    assert left["ticket"] is None
    assert left["waiting"] == {"parking": 0}


@pytest.mark.parametrize("role", ["console", "manager"])
def test_staff_are_told_everything(
    server: RunningServer, day: list[dict[str, Any]], role: str
) -> None:
    device = server.device(role)
    board = device.get("/board").json()
    assert {call["ticket"] for call in board["recent_calls"]} == {
        ticket["id"] for ticket in day[:4]
    }
    assert {call["servicer"] for call in board["recent_calls"]} == {"Maria"}
    snapshot = device.events().until("snapshot")
    assert "A006" in {ticket["label"] for ticket in snapshot["tickets"]}
    taken = device.events(after=0).until("taken")
    assert taken["ticket"]["position"]


def test_a_kiosk_tells_of_the_paper_of_its_own_tickets_only(
    server: RunningServer, kiosk: Device, desk: Device
) -> None:
    mine = kiosk.take()
    other = server.device("kiosk")
    path, body = f"/tickets/{mine['id']}/print", {"outcome": "failed"}
    for id in (mine["id"], 10**9):
        refused = other.post(f"/tickets/{id}/print", body)
        assert (refused.status_code, refused.json()["type"]) == (404, "unknown-ticket")
        assert "/t/" not in refused.text
    assert kiosk.post(path, body).json()["url"] == mine["url"]
    # At a desk staff print for whoever stands there.
    assert desk.post(path, body).json()["url"] == mine["url"]
    at_desk = desk.take()
    assert kiosk.post(f"/tickets/{at_desk['id']}/print", body).status_code == 404


def test_no_kiosk_and_no_display_gets_a_page_by_any_number(
    server: RunningServer, day: list[dict[str, Any]]
) -> None:
    """Every operation, with the ids of others' tickets."""
    devices = [server.device(role) for role in PUBLIC]
    for endpoint in api.make().endpoints:
        if endpoint.path in ("/events", "/tickets"):
            continue
        for ticket in day:
            path = re.sub(r"<int:id>", str(ticket["id"]), endpoint.path)
            path = re.sub(r"<int:desk>", "3", path)
            for device in devices:
                body = {"outcome": "printed"} if path.endswith("/print") else {}
                reads = endpoint.method == "GET"
                answer = device.get(path) if reads else device.post(path, body)
                assert "/t/" not in answer.text, path
