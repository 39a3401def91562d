"""“Alert me” where the page is on a secure address: the browser asks its push service, the server pushes, the phone shows it."""

import json
from collections.abc import Iterator
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.push_service import Browser as Subscriber
from tests.push_service import PushService, kept, service, start
from tests.server.conftest import free_port
from tests.serving import Device, RunningServer
from tests.web.patience import PATIENCE_S, until

__all__ = ["service"]
pytestmark = pytest.mark.browser

SUBSCRIBING = """
(() => {
  // The maker's push service is far away; everything else is the browser's own.
  const given = SUBSCRIPTION;
  const keep = (key) => localStorage.setItem("maker", JSON.stringify(Array.from(new Uint8Array(key))));
  PushManager.prototype.subscribe = async ({ applicationServerKey }) => (keep(applicationServerKey), given);
  PushManager.prototype.getSubscription = async () => localStorage.getItem("maker") && given;
})();
"""


@pytest.fixture
def server(tmp_path: Path, service: PushService) -> Iterator[RunningServer]:
    """A running server that pushes."""
    server = RunningServer(tmp_path / "data", free_port())
    server.set_up()
    start(server, service)
    yield server
    server.stop()


@pytest.fixture
def subscriber(service: PushService) -> Subscriber:
    """What the phone's browser gets when it subscribes."""
    return service.browser()


@pytest.fixture
def phone(browser: Browser, subscriber: Subscriber) -> Iterator[BrowserContext]:
    """A phone whose owner allows notifications."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844},
        locale="en",
        permissions=["notifications"],
    )
    given = json.dumps(subscriber.subscription)
    context.add_init_script(SUBSCRIBING.replace("SUBSCRIPTION", given))
    yield context
    context.close()


def press(page: Page) -> None:
    with page.expect_response("**/push") as answer:
        page.get_by_role("button", name="Alert me when it’s my turn").click()
    assert answer.value.status == 204


def test_pressed_it_pushes_the_call_even_when_the_page_is_closed(
    phone: BrowserContext,
    subscriber: Subscriber,
    service: PushService,
    kiosk: Device,
    desk: Device,
) -> None:
    page = phone.new_page()
    page.goto(kiosk.take()["url"])
    press(page)
    maker = page.evaluate("JSON.parse(localStorage.getItem('maker'))")
    assert len(maker) == 65
    page.close()
    desk.post("/desks/3/call-next")
    assert subscriber.read(service.next()[2])["body"] == "Go to desk 3"


def test_pressed_again_it_does_not(
    phone: BrowserContext, server: RunningServer, kiosk: Device
) -> None:
    page = phone.new_page()
    page.goto(kiosk.take()["url"])
    press(page)
    assert kept(server) == 1
    with page.expect_response("**/push") as answer:
        page.get_by_role("button", name="Switch off").click()
    assert answer.value.status == 204
    assert kept(server) == 0


def test_a_push_can_be_tried_out_and_comes_when_the_customer_is_nearly_there(
    phone: BrowserContext,
    subscriber: Subscriber,
    service: PushService,
    kiosk: Device,
    desk: Device,
) -> None:
    for _ in range(3):
        kiosk.take()
    page = phone.new_page()
    page.goto(kiosk.take()["url"])
    press(page)
    expect(page.get_by_text("You may close this page")).to_be_visible()
    page.get_by_role("button", name="Test message").click()
    said = subscriber.read(service.next()[2])
    assert said["body"] == "This is how we tell you at your turn."
    with page.expect_response("**/push"):
        page.get_by_label("1", exact=True).check(force=True)
    page.close()
    for _ in range(3):
        desk.post("/desks/3/call-next", {"finish": True})
    said = subscriber.read(service.next()[2])
    assert said["body"] == "Only 1 ahead of you. Come closer."
    desk.post("/desks/3/call-next", {"finish": True})
    assert subscriber.read(service.next()[2])["body"] == "Go to desk 3"


def test_nobody_is_asked_before_the_button_is_pressed(
    phone: BrowserContext, kiosk: Device
) -> None:
    page = phone.new_page()
    page.add_init_script(
        "window.asked = 0; Notification.requestPermission = async () => { asked += 1; return 'denied'; };"
    )
    page.goto(kiosk.take()["url"])
    expect(page.locator("main.ticket")).to_have_attribute("data-link", "live")
    assert page.evaluate("asked") == 0
    page.get_by_role("button", name="Alert me when it’s my turn").click()
    until(page, "asked === 1")


def test_a_push_is_shown_and_leads_back_to_the_ticket(
    phone: BrowserContext, server: RunningServer, kiosk: Device
) -> None:
    url = kiosk.take()["url"]
    page = phone.new_page()
    page.goto(url)
    press(page)
    deliver(page, server, {
        "title": "A001", "body": "Go to desk 3", "url": url.removeprefix(server.url), "lang": "en", "dir": "ltr",
    })  # fmt: skip
    shown = page.evaluate(
        """async () => {
          const registration = await navigator.serviceWorker.ready;
          return (await registration.getNotifications()).map(({ title, body, data }) => [title, body, data]);
        }"""
    )
    assert shown == [["A001", "Go to desk 3", url.removeprefix(server.url)]]


def deliver(page: Page, server: RunningServer, message: dict[str, Any]) -> None:
    """Give the page's service worker a push, as the browser does when one arrives, and wait until it has shown it.

    Who asks for what is shown while it is about to be makes Chromium forget it.
    """
    tools = page.context.new_cdp_session(page)
    workers: list[str] = []
    happened: list[str] = []
    tools.on(
        "ServiceWorker.workerRegistrationUpdated",
        lambda news: workers.extend(r["registrationId"] for r in news["registrations"]),
    )
    tools.send("ServiceWorker.enable")
    page.evaluate("navigator.serviceWorker.ready.then(() => null)")
    assert workers
    tools.on(
        "BackgroundService.backgroundServiceEventReceived",
        lambda news: happened.append(news["backgroundServiceEvent"]["eventName"]),
    )
    tools.send("BackgroundService.startObserving", {"service": "pushMessaging"})
    tools.send(
        "BackgroundService.setRecording",
        {"shouldRecord": True, "service": "pushMessaging"},
    )
    tools.send(
        "ServiceWorker.deliverPushMessage",
        {
            "origin": server.url,
            "registrationId": workers[0],
            "data": json.dumps(message),
        },
    )
    end = monotonic() + PATIENCE_S
    while "Push event completed" not in happened:
        assert monotonic() < end, happened
        page.wait_for_timeout(50)
