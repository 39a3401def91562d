"""The live page in a real browser: a call is on it at once, nothing that somebody is in the middle of is taken away."""

import json
import re
from collections.abc import Iterator
from itertools import count
from statistics import median
from time import time

import psutil
import pytest
import requests
from playwright.sync_api import Browser, Page, Route, ViewportSize, expect

from server.domain.account import AccountRole
from server.usecases.setup import AddAccount
from tests.serving import Device, RunningServer
from tests.web.patience import until

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PASSWORD = "seven green kettles"
SEEN_WITHIN_S = 1
LAPTOP: ViewportSize = {"width": 1280, "height": 800}


def signed_in(page: Page, server: RunningServer) -> Page:
    """Sign in, and return the page when it is live."""
    page.goto(f"{server.url}/manager/sign-in?next=/manager/live")
    page.get_by_label("User name").fill("ingrid")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/manager/live")
    return page


def asks_to_be_let_in(server: RunningServer, name: str) -> str:
    """Let a kiosk ask to be paired, and return the code that it shows."""
    asking = {"role": "kiosk", "name": name}
    answer = requests.post(f"{server.url}/api/v1/pairings", json=asking, timeout=30)
    return str(answer.json()["code"])


@pytest.fixture
def served(server: RunningServer) -> RunningServer:
    """A server with an account."""
    role = AccountRole.MANAGER
    server.do(AddAccount(name="ingrid", shown="Ingrid", role=role, password=PASSWORD))
    return server


@pytest.fixture
def live(browser: Browser, served: RunningServer) -> Iterator[Page]:
    """The live page, and nothing to complain of in its console."""
    context = browser.new_context(viewport=LAPTOP, locale="en", reduced_motion="reduce")
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "console",
        lambda said: (
            complaints.append(said.text) if "Content Security" in said.text else None
        ),
    )
    signed_in(page, served)
    expect(page.locator(".link")).to_have_text("Live")
    yield page
    assert complaints == []
    context.close()


def test_a_call_is_on_the_page_by_itself(
    live: Page, kiosk: Device, desk: Device
) -> None:
    kiosk.take()
    expect(live.locator("h1")).to_contain_text("1 waiting.")
    expect(live).to_have_title(re.compile(r"^1 waiting\."))
    desk.post("/desks/3/call-next")
    expect(live.locator("[data-key='3'] .called")).to_have_text("Called A001")
    expect(live.locator("h1")).to_have_text("Nobody is waiting.")


CALLED = """(label) => {
  const board = document.querySelector("[data-part=desks]");
  window.seen = new Promise((told) => {
    const look = () => board.querySelector(".called")?.textContent.endsWith(label) && told(Date.now() / 1000);
    new MutationObserver(look).observe(board, { childList: true, subtree: true, characterData: true });
  });
}"""
"""Notes when a desk on the page has called this number."""


@pytest.mark.busy_machine("measures a second of real time")
def test_calls_are_on_the_page_within_a_second(
    live: Page, kiosk: Device, desk: Device
) -> None:
    took = []
    for number in range(1, 6):
        kiosk.take()
        expect(live.locator("h1")).to_contain_text("1 waiting.")
        live.evaluate(CALLED, f"A{number:03}")
        began = time()
        desk.post("/desks/3/call-next", {"finish": number > 1})
        took.append(live.evaluate("window.seen") - began)
    # One that had to share the machine with other tests tells nothing.
    assert median(took) <= SEEN_WITHIN_S, took


def test_a_server_that_only_falls_silent_is_said_after_ten_seconds_and_comes_back(
    live: Page, served: RunningServer
) -> None:
    live.clock.install()
    live.reload()
    expect(live.locator(".link")).to_have_text("Live")
    (worker,) = psutil.Process(served.pid).children()
    worker.suspend()
    try:
        live.clock.run_for(11_000)
        said = live.locator(".link").inner_text()
    finally:
        worker.resume()
    assert said.startswith("Not live since")
    expect(live.locator(".link")).to_have_text("Live")


def test_a_server_that_is_away_is_said_and_comes_back(
    live: Page, served: RunningServer, kiosk: Device
) -> None:
    kiosk.take()
    expect(live.locator("h1")).to_contain_text("1 waiting.")
    served.stop()
    expect(live.locator(".link")).to_contain_text("Not live since")
    expect(live.locator("h1")).to_contain_text(re.compile(r"^At \d+:\d\d: +1 waiting"))
    expect(live.get_by_role("button", name="Close").first).to_be_disabled()
    served.start()
    expect(live.locator(".link")).to_have_text("Live")
    expect(live.locator("h1")).to_have_text(re.compile(r"^1 waiting"))
    expect(live.get_by_role("button", name="Close").first).to_be_enabled()


def a_hundred_changes(page: Page) -> None:
    """Let the page hear of a change a hundred times, and fetch a line of which each is another one."""
    numbers, part = count(1), page.request.get(f"{page.url}/parts/line")
    notes = 'notes">'
    assert notes in part.text()
    word = {"parts": ["line"], "seq": 0, "now": "2026-11-24T10:42:00Z"}
    page.route(
        "**/manager/events",
        lambda route: route.fulfill(
            body=f"retry: 5\n\nevent: changed\ndata: {json.dumps(word)}\n\n",
            content_type="text/event-stream",
        ),
    )

    def answer(route: Route) -> None:
        body = part.text().replace(notes, f"{notes}Change {next(numbers)}")
        seal = {"X-CSRF-Token": part.headers["x-csrf-token"]}
        route.fulfill(body=body, headers=seal, content_type="text/html")

    page.route("**/parts/**", answer)
    page.reload()
    expect(page.locator(".link")).to_have_text("Live")


def test_an_open_menu_and_what_has_focus_survive_a_hundred_changes(
    live: Page, kiosk: Device, served: RunningServer
) -> None:
    kiosk.take()
    live.goto(f"{served.url}/manager/live/parking")
    a_hundred_changes(live)
    live.locator("tbody summary").first.click()
    live.get_by_role("button", name="Cancel A001").focus()
    live.evaluate("window.kept = document.activeElement")
    until(
        live,
        "+document.querySelector('tbody').textContent.match(/Change (\\d+)/)?.[1] >= 100",
    )
    assert live.evaluate("document.activeElement === window.kept")
    assert live.evaluate("window.kept.closest('details').open")
    assert live.evaluate("window.kept.form.csrf.value")
    live.keyboard.press("Escape")
    assert live.evaluate("document.activeElement.matches('summary')")
    assert not live.evaluate("window.kept.closest('details').open")


def test_a_row_with_an_open_menu_stays_until_it_is_closed(
    live: Page, kiosk: Device, desk: Device, served: RunningServer
) -> None:
    kiosk.take()
    kiosk.take()
    live.goto(f"{served.url}/manager/live/parking")
    live.locator("tbody summary").first.click()
    desk.post("/desks/3/call-next")
    expect(live.locator("h1")).to_contain_text("1 waits for")
    expect(live.locator("tbody tr")).to_have_count(2)
    live.keyboard.press("Escape")
    live.locator("h1").click()
    kiosk.take()
    expect(live.locator("tbody th")).to_have_text(["A002", "A003"])


def test_a_closed_queue_gives_no_number_and_is_opened_by_undo(
    live: Page, kiosk: Device
) -> None:
    row = live.locator("[data-part=queues] tr", has_text="Parking permits")
    row.get_by_role("button", name="Close").click()
    expect(live.locator(".toast")).to_contain_text("gives no numbers now")
    assert kiosk.post("/tickets", {"queue": "parking"}).status_code == 409
    live.locator(".toast").get_by_role("button", name="Undo").click()
    expect(live.locator(".toast")).to_contain_text("gives numbers again")
    kiosk.take()


def test_who_is_cancelled_comes_back_to_the_same_place_or_it_is_too_late(
    live: Page, kiosk: Device, served: RunningServer
) -> None:
    for _ in range(3):
        kiosk.take()
    live.goto(f"{served.url}/manager/live/parking")
    live.locator("tbody tr", has_text="A002").locator("summary").click()
    live.get_by_role("button", name="Cancel A002").click()
    expect(live.locator(".toast")).to_contain_text("A002 was cancelled.")
    expect(live.locator("tbody th")).to_have_text(["A001", "A003"])
    live.locator(".toast").get_by_role("button", name="Undo").click()
    expect(live.locator("tbody th")).to_have_text(["A001", "A002", "A003"])
    live.locator("tbody tr", has_text="A003").locator("summary").click()
    live.get_by_role("button", name="Cancel A003").click()
    expect(live.locator(".toast")).to_contain_text("A003 was cancelled.")
    # As on a page without scripts, where the offer stays.
    live.evaluate(
        "document.querySelector('main').append(document.querySelector('.toast form').cloneNode(true))"
    )
    # After ten seconds the offer goes by itself.
    expect(live.locator(".toast")).to_have_count(0)
    until(live, "performance.now() > 10_000")
    live.locator("main > form").get_by_role("button", name="Undo").click()
    expect(live.locator(".toast")).to_contain_text("It is too late to take that back")
    expect(live.locator("tbody th")).to_have_text(["A001", "A002"])


def test_a_screen_that_waits_to_be_let_in_appears_by_itself(
    live: Page, served: RunningServer
) -> None:
    live.goto(f"{served.url}/manager/devices")
    expect(live.locator(".link")).to_have_text("Live")
    code = asks_to_be_let_in(served, "Entrance")
    expect(live.locator(f"[data-key='{code}']")).to_be_visible(timeout=20_000)
    expect(live.locator("h1")).to_contain_text("1 screen waits for you.")


def test_a_name_that_was_refused_stays_as_it_was_typed_while_the_page_goes_on(
    live: Page, served: RunningServer
) -> None:
    names = ("Entrance", "Left")
    entrance, left = (asks_to_be_let_in(served, name) for name in names)
    live.goto(f"{served.url}/manager/devices")
    live.locator(f"[data-key='{entrance}']").get_by_role(
        "button", name="Approve"
    ).click()
    waits = live.locator(f"[data-key='{left}']")
    waits.get_by_label("Name").fill("Entrance")
    waits.get_by_role("button", name="Approve").click()
    expect(waits.locator(".error")).to_contain_text("Another device has this name.")
    # The page goes on: another one asks.
    later = asks_to_be_let_in(served, "Right")
    expect(live.locator(f"[data-key='{later}']")).to_be_visible(timeout=20_000)
    expect(waits.locator(".error")).to_contain_text("Another device has this name.")
    expect(waits.get_by_label("Name")).to_have_value("Entrance")


def test_without_scripts_the_page_asks_for_itself_again(
    browser: Browser, served: RunningServer, kiosk: Device
) -> None:
    kiosk.take()
    context = browser.new_context(java_script_enabled=False, locale="en")
    page = signed_in(context.new_page(), served)
    refresh = page.locator("meta[http-equiv=refresh]")
    assert refresh.get_attribute("content") == "15"
    expect(page.locator("h1")).to_contain_text("1 waiting.")
    page.get_by_role("link", name="Parking permits").click()
    page.locator("tbody summary").first.click()
    page.get_by_role("button", name="Cancel A001").click()
    expect(page.locator(".toast")).to_contain_text("A001 was cancelled.")
    context.close()
