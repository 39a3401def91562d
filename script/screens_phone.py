"""Pictures of the customer's pages, every state, size, language and theme, by a real Chromium."""

import sys
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser

from script.chromium import chromium
from script.phone_gallery import SCENES, serving

SIZES = [(390, 844), (844, 390), (320, 568), (768, 1024), (1280, 800)]
LANGUAGES = ["en", "de"]
THEMES: list[Literal["light", "dark"]] = ["light", "dark"]


def screens(out: Path) -> list[Path]:
    """Write `<state>-<WxH>-<lang>-<theme>.png` for every page and return their paths."""
    out.mkdir(parents=True, exist_ok=True)
    with serving() as url, chromium() as browser:
        return [
            path
            for language in LANGUAGES
            for theme in THEMES
            for path in _of(browser, url, out, language, theme)
        ]


def _of(
    browser: Browser,
    url: str,
    out: Path,
    language: str,
    theme: Literal["light", "dark"],
) -> list[Path]:
    written = []
    context = browser.new_context(
        locale=language, color_scheme=theme, reduced_motion="reduce"
    )
    page = context.new_page()
    for scene in [*SCENES, "reconnecting", "not-found"]:
        page.goto(f"{url}/t/{'waiting' if scene == 'reconnecting' else scene}")
        if scene != "not-found":
            page.wait_for_selector("[data-link=live]")
        if scene == "reconnecting":
            context.set_offline(True)
            page.wait_for_selector("[data-link=lost]")
        page.evaluate("document.fonts.ready")
        for width, height in SIZES:
            page.set_viewport_size({"width": width, "height": height})
            path = out / f"{scene}-{width}x{height}-{language}-{theme}.png"
            page.screenshot(path=path)
            written.append(path)
        context.set_offline(False)
    context.close()
    return written


if __name__ == "__main__":
    screens(Path(sys.argv[1] if len(sys.argv) > 1 else "build/screens/phone"))
