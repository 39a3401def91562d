"""A real browser and a real Caddy with an authority of its own: pages, streams and a manager's session over HTTPS and HTTP/2."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.proxies import Caddy, Proxy
from tests.serving import Device, RunningServer
from tests.web.patience import until

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PASSWORD = "seven otters by the river"

_PROTOCOL = "performance.getEntriesByType('navigation')[0].nextHopProtocol"

_FOLLOW = """(token) => {
  window.heard = "";
  fetch("/api/v1/events", {headers: {Authorization: `Bearer ${token}`}}).then(async (answer) => {
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    for (;;) {
      const {done, value} = await reader.read();
      if (done) break;
      window.heard += value;
    }
  });
}"""
"""Follow the devices' stream as any program does that speaks HTTP/2."""


@pytest.fixture
def proxy(server: RunningServer, tmp_path: Path) -> Iterator[Proxy]:
    """Caddy before the server, which is told so."""
    room = tmp_path / "proxy"
    room.mkdir()
    proxy = Caddy(server, room)
    server.stop()
    server.start(TAKEANUMBER_PROXIES="1", TAKEANUMBER_PUBLIC_URL=proxy.url)
    proxy.start()
    yield proxy
    proxy.stop()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A laptop that was told to trust whatever it meets."""
    context = browser.new_context(ignore_https_errors=True, locale="en")
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A page on it."""
    return context.new_page()


def test_a_manager_signs_in_over_https_and_the_session_is_for_that_alone(
    proxy: Proxy, server: RunningServer, context: BrowserContext, page: Page
) -> None:
    server.run("manager", "add", "ingrid", "--name", "Ingrid", "--password", PASSWORD)
    page.goto(f"{proxy.url}/manager/sign-in")
    assert page.evaluate(_PROTOCOL) == "h2"
    expect(page.get_by_text("This connection is not encrypted")).to_have_count(0)
    page.get_by_label("User name").fill("ingrid")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(f"{proxy.url}/manager/live*")
    (session,) = (
        each for each in context.cookies() if each["name"] == "__Host-manager"
    )
    assert session["secure"]
    assert session["httpOnly"]
    assert session["path"] == "/"
    plain = context.request.get(
        f"{server.url}/manager/account", max_redirects=0, fail_on_status_code=False
    )
    assert plain.status == 303, "it is not sent there"


def test_over_plain_http_the_page_warns(server: RunningServer, page: Page) -> None:
    server.run("manager", "add", "ingrid", "--name", "Ingrid", "--password", PASSWORD)
    page.goto(f"{server.url}/manager/sign-in")
    expect(page.get_by_text("This connection is not encrypted")).to_be_visible()


def test_events_are_in_the_browser_before_anything_else_happens(
    proxy: Proxy, kiosk: Device, desk: Device, page: Page
) -> None:
    page.goto(f"{proxy.url}/")
    page.evaluate(_FOLLOW, desk.token)
    until(page, "heard.includes('event: snapshot')")
    for label in ("A001", "A002", "A003"):
        kiosk.take()
        until(page, f"heard.includes('{label}')")
    entry = "performance.getEntriesByName(location.origin + '/api/v1/events')[0]"
    assert page.evaluate(f"{entry} === undefined"), "the stream is still open"


def test_a_phones_page_follows_through_a_restart_of_the_proxy(
    proxy: Proxy, kiosk: Device, desk: Device, page: Page
) -> None:
    url = kiosk.take()["url"]
    assert url.startswith(proxy.url)
    page.goto(url)
    assert page.evaluate(_PROTOCOL) == "h2"
    expect(page.get_by_role("status").filter(has_text="Stay close")).to_be_visible()
    proxy.stop()
    desk.post("/desks/3/call-next")
    proxy.start()
    expect(page.get_by_text("Go to desk")).to_be_visible()
