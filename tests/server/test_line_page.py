"""A queue's line on a page: who waits in which order, and what is done to somebody is taken back to the same place."""

import re
from typing import Any

import pytest

from tests.server.in_time import BranchInTime, Device
from tests.server.managers import Manager
from tests.server.test_live_page import words_of

pytestmark = pytest.mark.slow

PAGE = "/live/parking"


@pytest.fixture
def manager(branch: BranchInTime) -> Manager:
    """Somebody who may everything."""
    return Manager(branch)


@pytest.fixture
def kiosk(branch: BranchInTime) -> Device:
    """Where numbers are taken."""
    return branch.device("kiosk")


def line(manager: Manager) -> list[str]:
    """Return the numbers in the line, in order."""
    part = manager.get(f"{PAGE}/parts/line").text
    return re.findall(r'<th scope="row">.*?<span class="code" dir="ltr">([^<]+)', part)


def press(manager: Manager, what: str, ticket: dict[str, Any], **more: str) -> str:
    """Press a button for a ticket, and return the page that comes next."""
    answer = manager.post(f"{PAGE}/{what}", {"ticket": ticket["id"], **more}, page=PAGE)
    assert answer.status_code == 303
    return manager.get(answer.location.removeprefix("/manager")).text


def toast(page: str) -> str:
    found = re.search(r'<div class="toast".*?</div>', page, re.DOTALL)
    return "" if found is None else words_of(found[0])


def test_the_line_is_in_order_with_waits_and_notes(
    branch: BranchInTime, manager: Manager, kiosk: Device
) -> None:
    first, second = kiosk.take(), kiosk.take()
    kiosk.customer(first, "postpone", 1)
    console = branch.console()
    console.post(f"/tickets/{first['id']}/note", {"text": "Brings papers"})
    branch.clock.forward(minutes=18)
    page = manager.get(PAGE).text
    assert line(manager) == [second["label"], first["label"]]
    assert "<title>2 wait for Parking permits. Longest 18 min." in page
    said = words_of(page)
    assert "A002 18 min Is called next" in said
    assert "A001 18 min Let others go first once · Brings papers" in said


def test_nobody_waits(manager: Manager) -> None:
    assert "Nobody waits for Parking permits." in manager.get(PAGE).text


def test_only_the_first_fifty_are_listed(
    branch: BranchInTime, manager: Manager, kiosk: Device
) -> None:
    for _ in range(52):
        kiosk.take()
    assert len(line(manager)) == 50
    assert "And 2 more." in manager.get(PAGE).text


def test_who_is_cancelled_comes_back_to_the_same_place(
    branch: BranchInTime, manager: Manager, kiosk: Device
) -> None:
    _, second, _ = kiosk.take(), kiosk.take(), kiosk.take()
    page = press(manager, "cancel", second)
    assert toast(page) == "A002 was cancelled. Undo · 10 s"
    assert line(manager) == ["A001", "A003"]
    branch.clock.forward(seconds=9)
    assert (
        toast(press(manager, "undo", second)) == "A002 waits again, at its old place."
    )
    assert line(manager) == ["A001", "A002", "A003"]


def test_after_ten_seconds_it_is_too_late(
    branch: BranchInTime, manager: Manager, kiosk: Device
) -> None:
    ticket = kiosk.take()
    press(manager, "cancel", ticket)
    branch.clock.forward(seconds=11)
    said = toast(press(manager, "undo", ticket))
    assert said.startswith("It is too late to take that back: A001")
    assert line(manager) == []


def test_the_offer_to_undo_ends_with_its_seconds(
    branch: BranchInTime, manager: Manager, kiosk: Device
) -> None:
    ticket = kiosk.take()
    press(manager, "cancel", ticket)
    branch.clock.forward(seconds=11)
    page = manager.get(f"{PAGE}?done=cancelled&ticket={ticket['id']}").text
    assert toast(page) == "A001 was cancelled."


def test_who_is_sent_elsewhere_comes_back_too(manager: Manager, kiosk: Device) -> None:
    ticket = kiosk.take()
    page = press(manager, "transfer", ticket, queue="passports")
    assert toast(page) == "A001 waits for Passports now. Undo · 10 s"
    assert line(manager) == []
    press(manager, "undo", ticket)
    assert line(manager) == ["A001"]


def test_who_has_gone_on_meanwhile_is_left_alone(
    branch: BranchInTime, manager: Manager, kiosk: Device
) -> None:
    ticket, console = kiosk.take(), branch.console()
    console.call_next()
    console.move(ticket, "start")
    said = toast(press(manager, "cancel", ticket))
    assert said == "Nothing was changed: A001 has gone on meanwhile."
    assert kiosk.state(ticket) == "serving"


@pytest.mark.parametrize("address", ["done=cancelled", "done=back&ticket=99", "done=x&ticket=1", "ticket=1"])  # fmt: skip
def test_an_address_says_nothing_that_is_not_so(
    manager: Manager, kiosk: Device, address: str
) -> None:
    kiosk.take()
    assert toast(manager.get(f"{PAGE}?{address}").text) == ""


def test_there_is_no_line_of_a_queue_that_is_not_there(manager: Manager) -> None:
    assert manager.get("/live/nothing").status_code == 404
    assert manager.get("/live/nothing/parts/line").status_code == 404
    assert manager.get(f"{PAGE}/parts/desks").status_code == 404


def test_a_viewer_has_nothing_to_press(branch: BranchInTime, kiosk: Device) -> None:
    ticket = kiosk.take()
    viewer = Manager(branch, "viewer", "vera")
    assert "<form" not in viewer.get(PAGE).text
    answer = viewer.post(f"{PAGE}/cancel", {"ticket": ticket["id"]})
    assert answer.status_code == 403
    assert kiosk.state(ticket) == "waiting"
