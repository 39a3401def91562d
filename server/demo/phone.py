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
    "--timeout=2000",
)
_PATIENCE_S = 30


def take_picture(url: str, path: Path) -> bool:
    """Save what a phone shows at this address; return False where no browser is installed or it does not answer."""
    browser = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if browser is None:
        return False
    with tempfile.TemporaryDirectory() as profile:
        command = [browser, *_FLAGS, f"--user-data-dir={profile}"]
        try:
            done = subprocess.run(
                [*command, f"--screenshot={path}", url],
                capture_output=True,
                timeout=_PATIENCE_S,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return False
    return done.returncode == 0 and path.exists()
