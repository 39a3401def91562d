"""The customer's phone in a demo: a browser, where there is one."""

import shutil
import subprocess
import tempfile
from pathlib import Path

_BROWSERS = ("chromium", "google-chrome", "chromium-browser")
_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--hide-scrollbars",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=500,844",
    # A live page never falls silent; its picture is taken after this much of its own time.
    "--virtual-time-budget=1500",
)


def take_picture(url: str, path: Path) -> bool:
    """Save what a phone shows at this address; return False where no browser is installed."""
    browser = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if browser is None:
        return False
    with tempfile.TemporaryDirectory() as profile:
        done = subprocess.run(
            [
                browser,
                *_FLAGS,
                f"--user-data-dir={profile}",
                f"--screenshot={path}",
                url,
            ],
            capture_output=True,
            timeout=60,
            check=False,
        )
    return done.returncode == 0 and path.exists()
