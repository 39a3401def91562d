"""Pictures of the manager's pages: every state, size, language and theme, by a real Chromium, with contact sheets."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser

from script.chromium import chromium
from script.contact_sheet import make_sheet
from script.manager_gallery import Gallery, serving
from script.manager_states import STATES
from script.wanted import is_wanted

Theme = Literal["light", "dark"]

SIZES = [(1280, 800), (900, 1200), (390, 844)]
LANGUAGES = ("en", "de", "ar")
THEMES: tuple[Theme, ...] = ("light", "dark")


def screens(
    out: Path,
    languages: Sequence[str] = LANGUAGES,
    states: Sequence[str] = (),
    sizes: Sequence[tuple[int, int]] = (),
    themes: Sequence[str] = (),
) -> Iterator[Path]:
    """Write `manager/<state>-<WxH>-<language>-<theme>.png` for every page, or for some, and yield the contact sheets."""
    (out / "manager").mkdir(parents=True, exist_ok=True)
    wanted = [theme for theme in THEMES if not themes or theme in themes]
    with serving() as gallery, chromium() as browser:
        for language in languages:
            for theme in wanted:
                looks = draw(browser, gallery, out / "manager", language, theme, states, sizes or SIZES)  # fmt: skip
                for look, drawn in looks.items():
                    sheet = out / f"manager-{look}.png"
                    make_sheet(drawn, sheet)
                    yield sheet


TWO_FRAMES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
"""Waits until what a page shows is painted."""


def draw(
    browser: Browser,
    gallery: Gallery,
    out: Path,
    language: str,
    theme: Theme,
    states: Sequence[str],
    sizes: Sequence[tuple[int, int]],
) -> dict[str, list[Path]]:
    """Draw the states, or all, in this language and theme; return the pictures by size."""
    looks: dict[str, list[Path]] = {}
    context = browser.new_context(
        locale=language, color_scheme=theme, reduced_motion="reduce"
    )
    page = context.new_page()
    for name, state in STATES.items():
        if not is_wanted(name, states):
            continue
        gallery.open(page, state)
        for width, height in sizes:
            page.set_viewport_size({"width": width, "height": height})
            # A screen as high as the page, so that what stays at its foot stands at its foot.
            whole = page.evaluate("document.documentElement.scrollHeight")
            page.set_viewport_size({"width": width, "height": max(height, whole)})
            look = f"{width}x{height}-{language}-{theme}"
            path = out / f"{name}-{look}.png"
            # A page that has just grown is painted in the frame after the next.
            page.evaluate(TWO_FRAMES)
            page.screenshot(path=path)
            looks.setdefault(look, []).append(path)
        context.set_offline(False)
    context.close()
    return looks
