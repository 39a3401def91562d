"""How long still, on a phone and on the board: foreseen by the server that runs, and followed."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.server.test_waits import until_known
from tests.serving import Device, RunningServer
from tests.web.test_board import WALL, opened
from tests.web.test_ticket_page import is_live

pytestmark = pytest.mark.slow

RANGE = re.compile(r"^About \d+ to \d+ minutes$")


def test_a_phone_hears_how_long_still_and_that_nobody_serves_any_more(
    page: Page, server: RunningServer, kiosk: Device, desk: Device
) -> None:
    until_known(kiosk)
    for _ in range(8):
        kiosk.take()
    page.goto(server.url)
    expect(page.locator(".queues .waiting").first).to_have_text(
        re.compile(r"8 waiting · about \d+–\d+ min")
    )
    page.goto(kiosk.take()["url"])
    is_live(page)
    line = page.locator(".estimate-range")
    expect(line).to_have_text(RANGE)
    at_first = line.inner_text()
    for _ in range(6):
        desk.post("/desks/3/call-next", {"finish": True})
    expect(line).not_to_have_text(at_first)
    expect(line).to_have_text(RANGE)
    desk.post("/desks/3/pause")
    expect(page.get_by_text("Nobody is serving just now")).to_be_visible()
    expect(page.locator(".estimate p:visible")).to_have_count(0)


def test_a_board_on_which_nobody_is_called_says_how_long_newcomers_wait(
    browser: Browser, server: RunningServer, kiosk: Device, desk: Device
) -> None:
    context = browser.new_context(viewport=WALL, locale="en")
    board = opened(context, server)
    for _ in range(3):
        kiosk.take()
    expect(board.get_by_text(re.compile(r"^\d+–\d+ min$")).first).to_be_visible()
    desk.post("/desks/3/pause")
    expect(board.get_by_text(re.compile(r"\d+ min"))).to_have_count(0)
    context.close()
