"""The system's Chromium, driven by Playwright, quiet and offline."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

_QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


class NoChromium(Exception):
    """There is no Chromium on this machine."""

    def __init__(self) -> None:
        super().__init__(
            "Chromium is needed: `apt-get install chromium`, or run `script/setup`."
        )


@contextmanager
def chromium() -> Iterator[Browser]:
    """Give a browser; raise `NoChromium`."""
    executable = shutil.which("chromium") or shutil.which("chromium-browser")
    if executable is None:
        raise NoChromium
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=_QUIET)
        yield browser
        browser.close()
