"""A manager sets a branch up in a real browser: by keyboard alone, and without scripts."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.server.conftest import free_port
from tests.serving import RunningServer

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PASSWORD = "seven green umbrellas"
MOST_TABS = 80
FOCUSED = """() => {
  const on = document.activeElement;
  const label = on.labels?.[0]?.innerText ?? "";
  return [on.getAttribute("aria-label") ?? "", label, on.innerText ?? ""].map((each) => each.trim());
}"""


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[RunningServer]:
    """A server on which nothing was set up yet."""
    server = RunningServer(tmp_path / "data", free_port()).start()
    yield server
    server.leave()


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def laptop(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A manager's laptop, in Lisbon, with scripts on and off."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 800},
        locale="en",
        timezone_id="Europe/Lisbon",
        java_script_enabled=request.param,
    )
    yield context.new_page()
    context.close()


class Keys:
    """Somebody who uses a page by keyboard alone."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def reach(self, name: str) -> None:
        """Press Tab until what is called like this has the focus."""
        for _ in range(MOST_TABS):
            self.page.keyboard.press("Tab")
            if any(each.startswith(name) for each in self.page.evaluate(FOCUSED)):
                return
        pytest.fail(f"“{name}” is not reached by Tab on {self.page.url}")

    def type(self, name: str, text: str) -> None:
        """Type this into the field of that name, instead of what stands there."""
        self.reach(name)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)

    def press(self, name: str, key: str = "Enter") -> None:
        """Press what is called like this, or tick it with the space bar."""
        self.reach(name)
        self.page.keyboard.press(key)


def start_code(server: RunningServer) -> str:
    """Return a code for the first account, as whoever has the server's terminal gets it."""
    code = re.search(r"\b[0-9A-Z]{4}[- ][0-9A-Z]{4}\b", server.run("setup"))
    assert code
    return code[0]


def start(server: RunningServer, page: Page) -> None:
    """Make the first account."""
    page.goto(f"{server.url}/manager/start")
    page.locator("[name=code]").fill(start_code(server))
    page.locator("main button.primary").click()
    page.locator("[name=shown]").fill("Ingrid")
    page.locator("[name=name]").fill("ingrid")
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("main button.primary").click()
    page.wait_for_url("**/manager/set-up/1")


def test_a_fresh_server_comes_to_a_test_number_by_keyboard(
    fresh: RunningServer, browser: Browser
) -> None:
    context = browser.new_context(locale="en", timezone_id="Europe/Lisbon")
    page = context.new_page()
    keys = Keys(page)
    page.goto(fresh.url)
    keys.type("Set-up code", start_code(fresh))
    page.keyboard.press("Enter")
    expect(page).to_have_title(re.compile("Make your account"))
    keys.type("Your name", "Ingrid")
    keys.type("User name", "ingrid")
    keys.type("Password", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/manager/set-up/1")
    expect(page.get_by_label("Time zone")).to_have_value("Europe/Lisbon")
    keys.type("Name of the branch", "City Hall")
    expect(page.locator('[data-shows-typed="branch"]')).to_have_text("City Hall")
    keys.press("Next: queues")
    page.wait_for_url("**/set-up/2")
    keys.type("Name of queue A", "Parking permits")
    keys.type("Name of queue R", "Passports")
    keys.press("Next: desks")
    page.wait_for_url("**/set-up/3")
    keys.press("Next: people")
    page.wait_for_url("**/set-up/4")
    keys.type("Name", "Maria")
    keys.press("Next")
    expect(page.locator(".slips li")).to_have_count(1)
    keys.press("Next: devices")
    page.wait_for_url("**/set-up/5")
    with_desk = fresh.run("desk", "list")
    assert "parking-permits, passports" in with_desk
    keys.press("Next: try it")
    page.wait_for_url("**/set-up/try")
    keys.press("Give it from here")
    expect(page.locator(".stub .code")).to_have_text("TEST1")
    page.goto(page.locator(".stub a").get_attribute("href") or "")
    page.go_back()
    expect(page.locator(".checks .is")).to_have_count(2)
    keys.press("Finish")
    page.wait_for_url("**/manager/live")
    context.close()


def test_the_set_up_works_with_scripts_and_without(
    fresh: RunningServer, laptop: Page
) -> None:
    start(fresh, laptop)
    laptop.locator("[name=name]").fill("City Hall")
    laptop.locator("[name=time_zone]").fill("Europe/Lisbon")
    laptop.get_by_role("button", name="Next: queues").click()
    laptop.locator("[name=name-0]").fill("Parking permits")
    laptop.get_by_role("button", name="Another queue").click()
    expect(laptop.locator("[name=name-0]")).to_have_value("Parking permits")
    laptop.locator("[name=name-3]").fill("Weddings")
    laptop.get_by_role("button", name="Next: desks").click()
    laptop.get_by_label("Desk 1 serves Weddings").uncheck(force=True)
    laptop.get_by_role("button", name="Next: people").click()
    expect(laptop.locator("h1")).to_have_text("Nobody serves Weddings.")
    laptop.get_by_label("Desk 1 serves Weddings").check(force=True)
    laptop.get_by_role("button", name="Next: people").click()
    laptop.locator("[name=name-0]").fill("Maria")
    laptop.get_by_role("button", name="Next").click()
    expect(laptop.locator("h1")).to_have_text("Hand out these PINs")


def test_what_is_wrong_is_focused_and_leads_to_its_field(
    fresh: RunningServer, browser: Browser
) -> None:
    context = browser.new_context(locale="en")
    page = context.new_page()
    start(fresh, page)
    page.goto(f"{fresh.url}/manager/queues/add")
    page.get_by_role("button", name="Add the queue").click()
    expect(page.locator("#errors")).to_be_focused()
    expect(page).to_have_title(re.compile("^Error: "))
    page.locator("#errors a").click()
    expect(page.locator("#name-en")).to_be_focused()
    page.keyboard.type("Permits")
    page.locator("#letter").fill("7")
    page.locator("#expected_minutes").fill("soon")
    page.keyboard.press("Enter")
    expect(page.locator("#errors")).to_be_focused()
    expect(page.locator("#errors a")).to_have_count(2)
    for field, typed in (("name-en", "Permits"), ("letter", "7"), ("expected_minutes", "soon")):  # fmt: skip
        expect(page.locator(f"#{field}")).to_have_value(typed)
    assert "Permits" not in fresh.run("queue", "list")
    page.locator("#expected_minutes").fill("5")
    page.locator("#letter").fill("P")
    page.keyboard.press("Enter")
    # What the address says of it goes once it is shown.
    page.wait_for_url(re.compile("/manager/queues([?]|$)"))
    expect(page.locator("h1")).to_have_text("1 queue. Open now.")
    context.close()
