"""The page on a phone's home screen: called after the branch, with an icon of its own, and leading back to where it was put there."""

import io
from typing import Any

import pytest
import requests
from PIL import Image
from playwright.sync_api import Page

from tests.serving import Device, RunningServer

pytestmark = pytest.mark.browser


def manifest_of(page: Page) -> dict[str, Any]:
    """Return what the browser makes of the page's manifest."""
    found = page.context.new_cdp_session(page).send("Page.getAppManifest")
    assert found["errors"] == []
    return dict(found["manifest"])


def test_the_home_screen_leads_back_to_the_ticket(page: Page, kiosk: Device) -> None:
    url = kiosk.take()["url"]
    page.goto(url)
    manifest = manifest_of(page)
    assert manifest["startUrl"] == url
    assert manifest["name"] == "Take A Number"
    assert manifest["display"] == "kStandalone"


def test_from_the_page_of_all_queues_it_leads_there(
    page: Page, server: RunningServer
) -> None:
    page.goto(f"{server.url}/")
    manifest = manifest_of(page)
    assert manifest["startUrl"] == f"{server.url}/"
    assert manifest["scope"] == f"{server.url}/"


def test_every_icon_is_there_in_the_size_it_says(
    page: Page, server: RunningServer
) -> None:
    page.goto(f"{server.url}/")
    said = {
        icon["src"]: icon["sizes"]
        for icon in requests.get(
            f"{server.url}/manifest.webmanifest", timeout=10
        ).json()["icons"]
    }
    touch = page.locator("link[rel=apple-touch-icon]").get_attribute("href")
    assert touch is not None
    for address, sizes in {**said, touch: "180x180"}.items():
        answer = requests.get(f"{server.url}{address}", timeout=10)
        assert answer.headers["Content-Type"] == "image/png"
        with Image.open(io.BytesIO(answer.content)) as icon:
            assert f"{icon.width}x{icon.height}" == sizes
            # Phones put their own colour behind what is transparent.
            assert icon.convert("RGBA").getchannel("A").getextrema() == (255, 255)
