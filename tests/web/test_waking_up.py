"""A phone that was away asks at once: what it shows as live is true, however long it slept and whatever its clock says."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.serving import Device, RunningServer
from tests.web.patience import until
from tests.web.tunnel import Tunnel

pytestmark = pytest.mark.browser

AT_ONCE_MS = 10_000
"""Two seconds, and more for a busy machine; by itself a page finds out after twenty-five."""

SILENT_MS = 26_000

WATCHED = """
(() => {
  let hidden = false;
  Object.defineProperty(document, "hidden", { get: () => hidden });
  window.lookAway = (away) => {
    hidden = away;
    document.dispatchEvent(new Event("visibilitychange"));
  };
  window.back = () => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
  window.links = [];
  window.told = 0;
  addEventListener("DOMContentLoaded", () => {
    const main = document.querySelector("main.ticket");
    new MutationObserver(() => links.push(main.dataset.link)).observe(main, { attributeFilter: ["data-link"] });
    main.addEventListener("ticket", () => told += 1);
  });
})();
"""


@pytest.fixture
def tunnel(server: RunningServer) -> Iterator[Tunnel]:
    """The road between the phone and the server."""
    tunnel = Tunnel(server.port)
    yield tunnel
    tunnel.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A phone that can be looked away from."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="en")
    context.add_init_script(WATCHED)
    yield context.new_page()
    context.close()


@pytest.fixture
def waiting(page: Page, tunnel: Tunnel, kiosk: Device) -> Page:
    """A customer is second in line and looks at the page."""
    kiosk.take()
    token = kiosk.take()["url"].rpartition("/")[2]
    page.goto(f"{tunnel.url}/t/{token}")
    link_is(page, "live")
    return page


def link_is(page: Page, state: str) -> None:
    expect(page.locator("main.ticket")).to_have_attribute("data-link", state)


def is_next(page: Page) -> None:
    """Expect that the page shows what is true by now."""
    main = page.locator("main.ticket")
    expect(main).to_have_attribute("data-state", "next", timeout=AT_ONCE_MS)
    expect(main).to_have_attribute("data-link", "live")


def look_away(page: Page) -> None:
    page.evaluate("lookAway(true)")


def look_again(page: Page) -> None:
    page.evaluate("lookAway(false)")


def stay(page: Page) -> None:
    """Do nothing."""


def come_back(page: Page) -> None:
    page.evaluate("back()")


def thaw(page: Page) -> None:
    page.evaluate("document.dispatchEvent(new Event('resume'))")


def find_network(page: Page) -> None:
    page.evaluate("dispatchEvent(new Event('online'))")


@pytest.mark.parametrize(
    ("goes", "comes"),
    [
        (look_away, look_again),
        (stay, thaw),
        (stay, come_back),
        (stay, find_network),
    ],
    ids=["unlocked", "thawed", "back from another page", "back on the network"],
)
def test_a_phone_that_wakes_up_shows_the_truth_though_its_stream_looks_open(
    waiting: Page,
    tunnel: Tunnel,
    desk: Device,
    goes: Callable[[Page], None],
    comes: Callable[[Page], None],
) -> None:
    goes(waiting)
    tunnel.forget()
    desk.post("/desks/3/call-next")
    comes(waiting)
    is_next(waiting)


def test_a_phone_that_wakes_up_without_a_network_does_not_claim_to_be_live(
    waiting: Page, tunnel: Tunnel, desk: Device
) -> None:
    look_away(waiting)
    tunnel.forget()
    tunnel.hold()
    look_again(waiting)
    link_is(waiting, "lost")
    desk.post("/desks/3/call-next")
    tunnel.release()
    is_next(waiting)


def test_all_that_happens_at_waking_up_is_one_question(waiting: Page) -> None:
    asked: list[str] = []
    waiting.on("request", lambda request: asked.append(request.url))
    waiting.clock.install()
    waiting.clock.run_for(2_000)
    waiting.evaluate(
        """for (let turn = 0; turn < 5; turn++) {
          lookAway(true); lookAway(false); back();
          dispatchEvent(new Event("online"));
          document.dispatchEvent(new Event("resume"));
        }"""
    )
    link_is(waiting, "live")
    assert [url.rpartition("/")[2] for url in asked] == ["events"]


def set_clock(page: Page, by_s: int) -> None:
    """Set the phone's wall clock, as a network does; nothing else moves."""
    page.evaluate(
        "(by) => { const now = Date.now.bind(Date); Date.now = () => now() + by * 1000; }",
        by_s,
    )


@pytest.mark.parametrize("by_s", [3600, -3600])
def test_a_clock_that_is_set_claims_no_lost_link(
    page: Page, kiosk: Device, by_s: int
) -> None:
    page.clock.install()
    page.goto(kiosk.take()["url"])
    link_is(page, "live")
    told = page.evaluate("told")
    set_clock(page, by_s)
    page.clock.run_for(1_000)
    until(page, f"told > {told}")
    page.clock.run_for(12_000)
    link_is(page, "live")
    assert "lost" not in page.evaluate("links")


@pytest.mark.parametrize("by_s", [0, -3600])
def test_a_clock_that_is_set_hides_no_lost_link(
    page: Page, tunnel: Tunnel, kiosk: Device, desk: Device, by_s: int
) -> None:
    kiosk.take()
    token = kiosk.take()["url"].rpartition("/")[2]
    page.clock.install()
    page.goto(f"{tunnel.url}/t/{token}")
    link_is(page, "live")
    set_clock(page, by_s)
    page.clock.run_for(5_000)
    link_is(page, "live")
    tunnel.forget()
    desk.post("/desks/3/call-next")
    page.clock.run_for(SILENT_MS)
    is_next(page)
