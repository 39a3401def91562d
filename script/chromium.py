"""The system's Chromium, driven by Playwright, quiet and offline."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Error, sync_playwright

NAMED = "queue.example"
"""A name by which it finds this machine, for what browsers do only where they are told no loopback address."""

NAMED_IN_HOUSE = "queue.lan"
"""Another one, which docs/https.md gives a server in its own network."""

_QUIET = [
    f"--host-resolver-rules=MAP {NAMED} 127.0.0.1, MAP {NAMED_IN_HOUSE} 127.0.0.1",
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
    # Where the system has none (Ubuntu's is a snap), Playwright's own is used if it is there.
    executable = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(
                executable_path=executable, args=_QUIET
            )
        except Error as error:
            raise NoChromium from error
        yield browser
        browser.close()
