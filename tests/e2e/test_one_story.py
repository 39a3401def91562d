"""One ticket's whole way: five processes, a phone's browser, nothing faked."""

import json
import math
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, expect

from server.demo.programs import Window
from tests.server.conftest import free_port
from tests.serving import RunningServer

pytestmark = [pytest.mark.browser, pytest.mark.slow]

AMBER = (255, 198, 26)
expect.set_options(timeout=30_000)
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RunningServer]:
    """A running server with two queues and desks 3 and 4."""
    server = RunningServer(tmp_path / "data", free_port())
    server.set_up(desks=2)
    server.start()
    yield server
    server.stop()


def window(
    server: RunningServer, program: str, role: str, size: str, folder: Path
) -> Window:
    """Start one of the three programs, with its own token and state."""
    state = folder / f"{program}-{role}-{len(list(folder.iterdir()))}"
    state.mkdir()
    return Window(
        program,
        [
            program,
            "--server",
            server.url,
            "--windowed",
            size,
            "--state-dir",
            str(state),
        ],
        {**OFFSCREEN, "TAKEANUMBER_TOKEN": server.device(role).token},
        state / "log",
    )


def sign_in(console: Window, desk: int, servicer: str) -> None:
    """Sit down at a desk."""
    console.press(f"desk-{desk}").press(f"servicer-{servicer}").press("pin")
    console.type("482913").press("signIn").see("primary")


def has_amber(picture: Path) -> bool:
    """Return whether a good part of the picture is amber."""
    with Image.open(picture) as image:
        small = image.convert("RGB").resize((64, 64))
    pixels = zip(*[iter(small.tobytes())] * 3, strict=True)
    near = sum(math.dist(pixel, AMBER) < 20 for pixel in pixels)
    return near > 200


def test_a_tap_becomes_a_number_a_call_and_a_report(
    server: RunningServer, browser: Browser, tmp_path: Path
) -> None:
    with ExitStack() as stack:

        def start(program: str, role: str, size: str) -> Window:
            started = window(server, program, role, size, tmp_path)
            stack.callback(started.end)
            return started

        kiosk = start("kiosk", "kiosk", "1080x1920")
        display = start("display", "display", "1920x1080")
        maria = start("servicer", "console", "1100x720")
        other = start("servicer", "console", "1100x720")
        sign_in(maria, 3, "Maria")
        sign_in(other, 4, "Servicer 4")

        kiosk.press("queue-parking").see("issuedLabel").see("qr")
        kiosk.picture(tmp_path / "kiosk.png")
        with Image.open(tmp_path / "kiosk.png") as image:
            (code,) = zxingcpp.read_barcodes(image)
        assert code.text.startswith(f"{server.url}/t/")

        page = browser.new_page(viewport={"width": 390, "height": 844})
        stack.callback(page.close)
        page.goto(code.text)
        expect(page.locator("main")).to_have_attribute("data-link", "live")
        expect(page.locator("h1")).to_have_text("A001")

        maria.press("primary")
        display.see("call-A001").picture(tmp_path / "display.png")
        assert has_amber(tmp_path / "display.png")
        expect(page.locator("main")).to_have_attribute("data-state", "called")
        expect(page.locator(".desk")).to_have_text("3")
        expect(page.get_by_text("Maria is expecting you")).to_be_visible()
        page.screenshot(path=tmp_path / "phone.png")
        assert has_amber(tmp_path / "phone.png")

        maria.press("primary").see("Hold").press("primary")
        expect(page.get_by_role("button", name="Take another number")).to_be_visible()

        report = json.loads(server.run("report", "--json"))
        assert report["served"] == 1
