"""A running server, and a real Chromium that looks at its pages."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.server.conftest import free_port
from tests.serving import Device, RunningServer

# A long limit costs nothing where what is waited for comes.
expect.set_options(timeout=30_000)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A phone in someone's hand."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="en")
    yield context.new_page()
    context.close()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RunningServer]:
    """A running server with two queues and desks 3 and 4."""
    server = RunningServer(tmp_path / "data", free_port())
    server.set_up(desks=2)
    server.start()
    yield server
    server.leave()


@pytest.fixture
def kiosk(server: RunningServer) -> Device:
    """A paired kiosk."""
    return server.device("kiosk")


@pytest.fixture
def desk(server: RunningServer) -> Device:
    """A console where Maria is signed in at desk 3."""
    console = server.device("console")
    console.sign_in()
    return console
