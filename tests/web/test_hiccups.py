"""What goes wrong with phones: two tabs, the back button, impatient thumbs, a tunnel. The place is kept, nothing is taken twice."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
import requests
from playwright.sync_api import Browser, Page, expect

from tests.serving import Device, RunningServer
from tests.web.tunnel import Tunnel

pytestmark = pytest.mark.browser

GONE_FOR_MS = 20_000
MORNING = datetime(2026, 3, 17, 10, 42, tzinfo=UTC)


@pytest.fixture
def other_tab(page: Page) -> Page:
    """A second tab of the same browser."""
    return page.context.new_page()


@pytest.fixture
def slow_hand(browser: Browser) -> Iterator[Page]:
    """A phone whose clock the test moves on, in the branch's time zone."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, locale="en", timezone_id="UTC"
    )
    page = context.new_page()
    page.clock.install(time=MORNING)
    yield page
    context.close()


@pytest.fixture
def tunnel(server: RunningServer) -> Iterator[Tunnel]:
    """The road between the phone and the server."""
    tunnel = Tunnel(server.port)
    yield tunnel
    tunnel.close()


def enter(tunnel: Tunnel, page: Page) -> None:
    """Break the page's connections; its browser knows that it is offline."""
    page.context.set_offline(True)
    tunnel.enter()


def come_out(tunnel: Tunnel, page: Page) -> None:
    """Let the page's connections through again; its browser knows."""
    tunnel.leave()
    page.context.set_offline(False)


def through(tunnel: Tunnel, url: str) -> str:
    """Return the address of a ticket page behind the tunnel."""
    return f"{tunnel.url}/t/{url.rpartition('/')[2]}"


def is_in(page: Page, state: str) -> None:
    expect(page.locator("main.ticket")).to_have_attribute("data-state", state)


def link_is(page: Page, state: str) -> None:
    expect(page.locator("main.ticket")).to_have_attribute("data-link", state)


def leave(page: Page) -> None:
    page.get_by_text("Leave the queue", exact=True).click()
    page.get_by_role("button", name="Yes, leave the queue").click()


def postpone(page: Page, behind: str) -> None:
    page.get_by_text("Let others go first").click()
    page.get_by_role("button", name=behind, exact=True).click()


def waiting(desk: Device) -> int:
    """Return how many wait for parking."""
    return int(desk.get("/board").json()["waiting"]["parking"])


def test_two_tabs_show_the_same(
    page: Page, other_tab: Page, kiosk: Device, desk: Device
) -> None:
    mine = kiosk.take()
    for tab in (page, other_tab):
        tab.goto(mine["url"])
        link_is(tab, "live")
    leave(page)
    is_in(other_tab, "left")
    other_tab.get_by_role("button", name="Take my place again").click()
    is_in(page, "next")
    desk.post("/desks/3/call-next")
    for tab in (page, other_tab):
        is_in(tab, "called")


def test_two_tabs_that_let_others_go_first_do_it_once(
    page: Page, other_tab: Page, kiosk: Device
) -> None:
    mine = kiosk.take()
    for _ in range(4):
        kiosk.take()
    for tab in (page, other_tab):
        tab.goto(mine["url"])
        link_is(tab, "live")
    postpone(page, "1")
    expect(page.get_by_text("You are 2nd")).to_be_visible()
    postpone(other_tab, "1")
    expect(other_tab.get_by_text("You are 2nd")).to_be_visible()


def test_a_tab_that_slept_is_refused_kindly_and_shows_the_truth(
    browser: Browser, kiosk: Device, desk: Device
) -> None:
    mine = kiosk.take()
    # Without its script a tab goes on showing what was.
    context = browser.new_context(java_script_enabled=False, locale="en")
    page = context.new_page()
    page.goto(mine["url"])
    desk.post("/desks/3/call-next")
    desk.post(f"/tickets/{mine['id']}/start")
    leave(page)
    expect(page.get_by_role("alert")).to_contain_text("You are being served")
    is_in(page, "serving")
    context.close()


def test_going_back_shows_the_present_and_not_the_past(
    page: Page, kiosk: Device, desk: Device, server: RunningServer
) -> None:
    kiosk.take()
    page.goto(kiosk.take()["url"])
    link_is(page, "live")
    page.goto(f"{server.url}/")
    desk.post("/desks/3/call-next")
    page.go_back()
    is_in(page, "next")
    link_is(page, "live")


def test_going_back_after_a_move_does_not_make_it_again(
    page: Page, kiosk: Device, desk: Device
) -> None:
    page.goto(kiosk.take()["url"])
    leave(page)
    is_in(page, "left")
    page.get_by_role("button", name="Take my place again").click()
    is_in(page, "next")
    page.go_back()
    page.reload()
    is_in(page, "next")
    assert waiting(desk) == 1


def test_a_reload_takes_and_moves_nothing(
    page: Page, kiosk: Device, desk: Device
) -> None:
    kiosk.take()
    page.goto(kiosk.take()["url"])
    for _ in range(3):
        page.reload()
        expect(page.get_by_text("You are 2nd")).to_be_visible()
    leave(page)
    is_in(page, "left")
    page.reload()
    is_in(page, "left")
    assert waiting(desk) == 1


def test_reloading_a_refusal_does_not_send_the_form_again(
    page: Page, kiosk: Device, desk: Device
) -> None:
    page.goto(kiosk.take()["url"])
    is_in(page, "next")
    page.evaluate("document.querySelector('.postpone button').click()")
    expect(page.get_by_role("alert")).to_be_visible()
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.method))
    page.reload()
    is_in(page, "next")
    expect(page.get_by_role("alert")).to_have_count(0)
    assert "POST" not in sent


def test_an_impatient_thumb_takes_one_number(
    page: Page, kiosk: Device, desk: Device
) -> None:
    mine = kiosk.take()
    page.goto(mine["url"])
    desk.post("/desks/3/call-next")
    desk.post(f"/tickets/{mine['id']}/finish")
    is_in(page, "done")
    page.get_by_role("button", name="Take another number").dblclick()
    expect(page.locator("h1")).to_have_text("A002")
    assert waiting(desk) == 1
    assert kiosk.take()["label"] == "A003"


def test_a_form_sent_by_four_hands_at_once_counts_once(
    kiosk: Device, desk: Device, server: RunningServer
) -> None:
    mine = kiosk.take()
    desk.post("/desks/3/call-next")
    desk.post(f"/tickets/{mine['id']}/finish")
    form = {"after": mine["url"].rpartition("/")[2]}

    def send(_: int) -> str:
        return requests.post(
            f"{server.url}/q/parking", form, allow_redirects=False, timeout=10
        ).headers["Location"]

    with ThreadPoolExecutor(4) as hands:
        assert len(set(hands.map(send, range(4)))) == 1
    assert waiting(desk) == 1


def test_twenty_seconds_in_a_tunnel_keep_the_last_truth_with_its_time(
    slow_hand: Page, tunnel: Tunnel, kiosk: Device, desk: Device
) -> None:
    page = slow_hand
    kiosk.take()
    page.goto(through(tunnel, kiosk.take()["url"]))
    link_is(page, "live")
    enter(tunnel, page)
    link_is(page, "lost")
    desk.post("/desks/3/call-next")
    desk.post("/desks/3/call-next", {"finish": True})
    page.clock.fast_forward(GONE_FOR_MS)
    link_is(page, "lost")
    expect(page.get_by_text("Reconnecting… as of 10:42")).to_be_visible()
    expect(page.locator("h1")).to_have_text("A002")
    expect(page.get_by_text("You are 2nd")).to_be_visible()
    come_out(tunnel, page)
    is_in(page, "called")
    link_is(page, "live")
    expect(page.locator(".desk")).to_have_text("3")


def test_a_line_that_breaks_unnoticed_by_the_phone_is_said_and_mended(
    page: Page, tunnel: Tunnel, kiosk: Device, desk: Device
) -> None:
    kiosk.take()
    page.goto(through(tunnel, kiosk.take()["url"]))
    link_is(page, "live")
    tunnel.enter()
    link_is(page, "lost")
    expect(page.get_by_text("You are 2nd")).to_be_visible()
    desk.post("/desks/3/call-next")
    tunnel.leave()
    expect(page.locator("main.ticket")).to_have_attribute(
        "data-state", "next", timeout=20_000
    )


def test_a_form_sent_in_a_tunnel_leaves_the_place_as_it_was(
    page: Page, tunnel: Tunnel, kiosk: Device, desk: Device
) -> None:
    address = through(tunnel, kiosk.take()["url"])
    page.goto(address)
    link_is(page, "live")
    enter(tunnel, page)
    leave(page)
    come_out(tunnel, page)
    page.goto(address)
    is_in(page, "next")
    assert waiting(desk) == 1


def test_a_restart_in_the_middle_of_a_wait_moves_nobody(
    page: Page, kiosk: Device, desk: Device, server: RunningServer
) -> None:
    kiosk.take()
    page.goto(kiosk.take()["url"])
    link_is(page, "live")
    server.kill()
    link_is(page, "lost")
    expect(page.get_by_text("You are 2nd")).to_be_visible()
    server.start()
    desk.post("/desks/3/call-next")
    expect(page.locator("main.ticket")).to_have_attribute(
        "data-state", "next", timeout=20_000
    )
