"""The devices on a page: screens are let in by comparing eight characters, looked after, and revoked on a page of its own."""

from typing import Any

import pytest

from server.store.pairings import Asking
from server.usecases.setup import SetBranch
from tests.server.forms import form_in
from tests.server.in_time import BranchInTime
from tests.server.managers import Manager
from tests.server.test_live_page import words_of

PAGE = "/devices"


@pytest.fixture
def manager(branch: BranchInTime) -> Manager:
    """Somebody who may everything."""
    return Manager(branch)


def ask(branch: BranchInTime, role: str = "kiosk", name: str = "Entrance") -> dict[str, Any]:  # fmt: skip
    """Let a screen ask to be let in, and return what it was told."""
    asking = {"role": role, "name": name, "version": "1.4.2"}
    answer = branch.http.post("/api/v1/pairings", json=asking)
    assert answer.status_code == 201, answer.text
    return dict(answer.json or {})


def status(branch: BranchInTime, asked: dict[str, Any]) -> dict[str, Any]:
    headers = {"Authorization": f"Bearer {asked['secret']}"}
    path = f"/api/v1/pairings/{asked['id']}"
    return dict(branch.http.get(path, headers=headers).json or {})  # fmt: skip


def id_of(branch: BranchInTime, name: str) -> int:
    with branch.store.reading(1) as view:
        return next(device.id for device in view.devices() if device.name == name)


def shown(manager: Manager, path: str = PAGE) -> str:
    return words_of(manager.get(path).text)


def test_a_screen_that_waits_is_shown_with_its_code_and_let_in_by_a_name(
    branch: BranchInTime, manager: Manager
) -> None:
    asked = ask(branch)
    page = shown(manager)
    assert "1 screen waits for you. No screen is paired yet." in page
    assert f"{asked['code'][:4]} {asked['code'][4:]}" in page
    form = {"code": asked["code"], "name": "Side door"}
    assert manager.post("/devices/approve", form, page=PAGE).location == "/manager/devices?done=approved"  # fmt: skip
    told = status(branch, asked)
    assert (told["status"], told["name"]) == ("approved", "Side door")
    assert "Side door Kiosk" in shown(manager)
    assert "waits for you" not in shown(manager)


def test_a_console_is_let_in_for_one_desk(
    branch: BranchInTime, manager: Manager
) -> None:
    asked = ask(branch, "console", "Left")
    form = {"code": asked["code"], "name": "Left", "desk": "3"}
    manager.post("/devices/approve", form, page=PAGE)
    assert status(branch, asked)["desk"] == 3
    assert "Left Console · Desk 3 only" in shown(manager)


def test_a_screen_is_refused(branch: BranchInTime, manager: Manager) -> None:
    asked = ask(branch)
    manager.post("/devices/refuse", {"code": asked["code"]}, page=PAGE)
    assert status(branch, asked)["status"] == "refused"


@pytest.mark.parametrize("what", ["approve", "refuse"])
def test_a_code_that_nobody_shows_is_said(
    manager: Manager, branch: BranchInTime, what: str
) -> None:
    ask(branch)
    answer = manager.post(f"/devices/{what}", {"code": "22222222"}, page=PAGE)
    assert answer.status_code == 422
    assert "No screen shows this code any more." in answer.text


def test_the_screen_whose_code_was_scanned_comes_first(
    branch: BranchInTime, manager: Manager
) -> None:
    first, second = ask(branch, name="One"), ask(branch, name="Two")
    for asked, other in ((first, second), (second, first)):
        page = manager.get(f"{PAGE}?code={asked['code']}").text
        assert page.index(f'data-key="{asked["code"]}"') < page.index(f'data-key="{other["code"]}"')  # fmt: skip


def crowd(branch: BranchInTime, many: int) -> list[str]:
    """Let so many screens of one network ask; return the codes that they show, the earliest first."""
    askings = (Asking(role="kiosk", name=f"No. {n}", version="1.4.2", address="10.0.4.37", network="10.0.4.37") for n in range(many))  # fmt: skip
    return [
        branch.store.pairings.ask(1, asking, is_near=True)[0].code for asking in askings
    ]


def test_of_a_crowd_it_is_said_how_many_more_wait_and_each_is_found_by_its_code(
    branch: BranchInTime, manager: Manager
) -> None:
    codes = crowd(branch, 23)
    assert "3 more screens wait." in words_of(manager.get("/set-up/5").text)
    page = manager.get(PAGE).text
    assert "23 screens wait for you." in words_of(page)
    assert "3 more screens wait." in words_of(page)
    latest = codes[-1]
    assert f'data-key="{latest}"' not in page
    typed = f"{latest[:4].lower()} {latest[4:].lower()}"
    found = manager.get(f"{PAGE}?code={typed}").text
    assert found.index(f'data-key="{latest}"') < found.index('data-key="more"')
    # What changes by itself goes on to show it.
    assert f'data-query="&amp;code={latest}"' in found
    part = manager.get(f"{PAGE}/parts/pending?seq=0&code={latest}").text
    assert f'data-key="{latest}"' in part


def test_of_a_few_nothing_is_said_of_more(
    branch: BranchInTime, manager: Manager
) -> None:
    crowd(branch, 20)
    page = manager.get(PAGE).text
    assert 'data-key="more"' not in page
    assert "No screen shows this code" not in page


def test_a_scanned_code_that_nobody_shows_any_more_is_said(manager: Manager) -> None:
    page = manager.get(f"{PAGE}?code=22222222").text
    assert "No screen shows this code any more. Let it show a new one." in page


def test_a_name_that_another_screen_has_is_kept_and_said_at_the_screen_that_waits(
    branch: BranchInTime, manager: Manager
) -> None:
    first, second = ask(branch, name="Entrance"), ask(branch, "console", "Left")
    manager.post("/devices/approve", {"code": first["code"], "name": "Entrance"}, page=PAGE)  # fmt: skip
    code = second["code"]
    form = {"code": code, "name": "Entrance", "desk": "3"}
    answer = manager.post("/devices/approve", form, page=PAGE)
    assert answer.status_code == 422
    assert f'href="#name-{code}"' in answer.text
    assert f'id="name-{code}-error"' in answer.text
    kept = form_in(answer.text, "/manager/devices/approve")
    assert (kept["name"], kept["desk"]) == (["Entrance"], ["3"])
    form["name"], form["desk"] = "Right", "9"
    answer = manager.post("/devices/approve", form, page=PAGE)
    assert f'href="#desk-{code}"' in answer.text
    assert form_in(answer.text, "/manager/devices/approve")["name"] == ["Right"]


def test_a_device_gets_another_name_and_a_console_its_desk(
    branch: BranchInTime, manager: Manager
) -> None:
    ask_for = ask(branch, "console", "Left")
    manager.post("/devices/approve", {"code": ask_for["code"], "name": "Left"}, page=PAGE)  # fmt: skip
    path = f"/devices/{id_of(branch, 'Left')}"
    manager.post(path, {"name": "Window side", "desk": "4"}, page=path)
    assert "Window side Console · Desk 4 only" in shown(manager)
    answer = manager.post(path, {"name": "", "desk": "3"}, page=path)
    assert answer.status_code == 422
    assert "A name has 1 to 60 characters." in answer.text
    assert "Window side Console · Desk 4 only" in shown(manager)


def test_a_screen_that_has_gone_is_heard_of_no_more(
    branch: BranchInTime, manager: Manager
) -> None:
    branch.device("kiosk").get("/branch")
    assert "Works now" in shown(manager)
    branch.clock.forward(seconds=12)
    assert "Works 12 s ago" in shown(manager)
    branch.clock.forward(seconds=40)
    assert "Silent 52 s ago" in shown(manager)


def test_a_kiosk_tells_of_its_paper_and_is_closed_for_now(
    branch: BranchInTime, manager: Manager
) -> None:
    kiosk = branch.device("kiosk")
    report = {"version": "1.4.2", "paper": "out", "screen": "1080×1920"}
    assert kiosk.post("/device/report", report).status_code == 204
    page = shown(manager)
    assert "1 needs attention." in page
    assert "No paper now 1.4.2" in page
    with branch.store.reading(1) as view:
        [device] = view.devices()
    path = f"/devices/{device.id}"
    manager.post(f"{path}/close", page=PAGE)
    assert kiosk.post("/tickets", {"queue": "parking"}).status_code == 409
    manager.post(f"{path}/open", page=PAGE)
    kiosk.take()
    for task in ("beep", "test-print"):
        asked = manager.post(f"{path}/ask", {"task": task}, page=PAGE)
        assert asked.location == f"/manager/devices?done={task}"


def test_a_kiosk_without_a_printer_is_asked_for_no_test_print(
    branch: BranchInTime, manager: Manager
) -> None:
    kiosk = branch.device("kiosk")
    assert "Print a test" in shown(manager), "it may have one"
    kiosk.post("/device/report", {"version": "1.4.2", "screen": "1080×1920"})
    page = shown(manager)
    assert "It has no printer" in page
    assert "Print a test" not in page
    with branch.store.reading(1) as view:
        [device] = view.devices()
    asked = manager.post(f"/devices/{device.id}/ask", {"task": "test-print"}, page=PAGE)
    assert asked.location == "/manager/devices?done=no-printer"
    assert "This kiosk has no printer" in shown(manager, "/devices?done=no-printer")


@pytest.mark.parametrize("page", [PAGE, "/set-up/5"])
def test_a_screen_without_a_name_is_called_in_the_branchs_language(
    branch: BranchInTime, manager: Manager, page: str
) -> None:
    branch.do(SetBranch(settings={"languages": ["fr", "en"]}))
    path = "/devices/approve" if page == PAGE else page
    for _ in range(2):
        asked = ask(branch, "display", "")
        manager.post(path, {"code": asked["code"]}, page=page)
    with branch.store.reading(1) as view:
        assert [each.name for each in view.devices()] == ["Affichage", "Affichage 2"]


def test_a_screen_that_was_just_let_in_is_no_trouble(
    branch: BranchInTime, manager: Manager
) -> None:
    asked = ask(branch, "display", "Hall")
    manager.post("/devices/approve", {"code": asked["code"]}, page=PAGE)
    page = shown(manager)
    assert "1 has not been heard of yet." in page
    assert "attention" not in page


def test_a_board_in_a_browser_says_so_in_words(
    branch: BranchInTime, manager: Manager
) -> None:
    report = {"version": "browser", "screen": "1920×1080"}
    assert branch.device("display").post("/device/report", report).status_code == 204
    manager.browser.set_cookie("language", "fr")
    assert "Navigateur" in shown(manager)


def test_a_display_that_is_not_heard_says_so_and_since_when(
    branch: BranchInTime, manager: Manager
) -> None:
    display = branch.device("display")
    for _again in range(2):
        # It says the same every few minutes, and it is no news.
        assert display.post("/device/report", {"sound": "mute"}).status_code == 204
        branch.clock.forward(minutes=3)
        display.get("/board")
    page = shown(manager)
    assert "1 needs attention." in page
    assert "Not heard: check its loudspeaker now" in page
    live = words_of(manager.get("/live").text)
    assert "is not heard For 6 min ." in live
    assert "press OK on its remote control once." in live
    display.post("/device/report", {"sound": "no-voice"})
    branch.clock.forward(seconds=2)
    page = shown(manager)
    assert "needs attention" not in page
    assert "Works, chimes without words" in page
    assert "is not heard" not in words_of(manager.get("/live").text)


def test_revoking_is_asked_on_its_own_page_with_a_milder_way(
    branch: BranchInTime, manager: Manager
) -> None:
    kiosk = branch.device("kiosk")
    with branch.store.reading(1) as view:
        [device] = view.devices()
    page = f"/devices/{device.id}/revoke"
    assert "It stops giving numbers at once." in shown(manager, page)
    assert f'action="/manager/devices/{device.id}/close"' in manager.get(page).text
    assert kiosk.get("/branch").status_code == 200
    manager.post(page, page=page)
    assert kiosk.get("/branch").status_code == 401
    assert manager.get(page).status_code == 404


def test_a_viewer_sees_devices_and_has_nothing_to_press(branch: BranchInTime) -> None:
    branch.device("kiosk")
    ask(branch)
    viewer = Manager(branch, "viewer", "vera")
    assert "<form" not in viewer.get(PAGE).text


def test_a_part_is_what_the_page_has_in_its_place(
    branch: BranchInTime, manager: Manager
) -> None:
    branch.device("display")
    page = manager.get(PAGE).text
    for name in ("heading", "pending", "devices"):
        part = manager.get(f"{PAGE}/parts/{name}").text.strip()
        head = part.splitlines()[0]
        assert head in page
    assert manager.get(f"{PAGE}/parts/x").status_code == 404


def test_of_a_device_that_is_gone_nobody_is_told_to_revoke_it(
    branch: BranchInTime, manager: Manager
) -> None:
    branch.device("kiosk")
    with branch.store.reading(1) as view:
        [device] = view.devices()
    there = "revoke it, or pair it anew"
    assert shown(manager, "/changes").count(there) == 1
    manager.post(f"/devices/{device.id}/revoke", page=PAGE)
    page = shown(manager, "/changes")
    assert page.count(there) == 1
    assert "is not kept: pair it anew." in page


def test_a_television_is_told_where_its_board_is(manager: Manager) -> None:
    assert "Or in the browser of a television:" in shown(manager, "/set-up/5")
    assert "/board" in shown(manager, "/set-up/5")
