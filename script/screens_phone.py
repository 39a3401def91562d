"""Pictures of the customer's pages: every state, size, language and theme, by a real Chromium, with contact sheets."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page

from script.chromium import chromium
from script.contact_sheet import make_sheet
from script.phone_gallery import ADDRESSES, SCENES, serving
from script.wanted import is_wanted

SIZES = [(390, 844), (844, 390), (320, 568), (768, 1024), (1280, 800)]
LANGUAGES = ("en", "de", "ar")
THEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
RECONNECTING = "reconnecting"
ALERTS = {f"alert-{name}": name for name in ("sound", "push", "asleep", "home")}
"""What is said once alerts are wanted, by their state; which phone says what is proved in `tests/web/test_alert.py`."""
LEAVING = "leaving"
CHOOSING = "languages"

STATES = (*ADDRESSES, RECONNECTING, *ALERTS, LEAVING, CHOOSING)


SAY = """(what) => {
  const box = document.querySelector(".alert");
  box.dataset.is = what;
  box.dataset.tests = what === "push" ? "push" : "sound";
  box.querySelector(".what").textContent = box.getAttribute(`data-what-${what}`);
  box.querySelector(".why").textContent = box.getAttribute(`data-why-${what}`);
}"""


def screens(
    out: Path,
    languages: Sequence[str] = LANGUAGES,
    states: Sequence[str] = (),
    sizes: Sequence[tuple[int, int]] = (),
    themes: Sequence[str] = (),
) -> Iterator[Path]:
    """Write `phone/<state>-<WxH>-<language>-<theme>.png` for every page, and yield the contact sheets."""
    (out / "phone").mkdir(parents=True, exist_ok=True)
    with serving() as url, chromium() as browser:
        for language in languages:
            for theme in THEMES:
                if themes and theme not in themes:
                    continue
                looks = draw(browser, url, out / "phone", language, theme, states, sizes or SIZES)  # fmt: skip
                for look, drawn in looks.items():
                    sheet = out / f"phone-{look}.png"
                    make_sheet(drawn, sheet)
                    yield sheet


def draw(
    browser: Browser,
    url: str,
    out: Path,
    language: str,
    theme: Literal["light", "dark"],
    states: Sequence[str],
    sizes: Sequence[tuple[int, int]],
) -> dict[str, list[Path]]:
    """Draw the states, or all, in this language and theme; return the pictures by size."""
    looks: dict[str, list[Path]] = {}
    context = browser.new_context(
        locale=language, color_scheme=theme, reduced_motion="reduce"
    )
    page = context.new_page()
    for state in STATES:
        if not is_wanted(state, states):
            continue
        open_state(page, url, state)
        for width, height in sizes:
            page.set_viewport_size({"width": width, "height": height})
            look = f"{width}x{height}-{language}-{theme}"
            path = out / f"{state}-{look}.png"
            page.screenshot(path=path)
            looks.setdefault(look, []).append(path)
        context.set_offline(False)
    context.close()
    return looks


def open_state(page: Page, url: str, state: str) -> None:
    """Show this state and wait until it stands as it will; the network is off while it reconnects."""
    shown = page.goto(url + ADDRESSES.get(state, ADDRESSES["waiting"]))
    assert shown is not None
    assert shown.ok, state
    if state in SCENES or state not in ADDRESSES:
        page.wait_for_selector("[data-link=live]")
    if state == RECONNECTING:
        page.context.set_offline(True)
        page.wait_for_selector("[data-link=lost]")
    if state in ALERTS:
        page.evaluate(SAY, ALERTS[state])
    if state == LEAVING:
        page.locator("details").last.locator("summary").click()
    if state == CHOOSING:
        page.locator(".languages summary").click()
    page.evaluate("document.fonts.ready")
