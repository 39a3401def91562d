"""Every state of the manager's pages, looked at by a machine: nobody is shut out, nothing is cut off, nothing weighs much."""

import gzip
import os
import re
from collections.abc import Iterator
from itertools import cycle
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from script.manager_branches import WORD
from script.manager_gallery import Gallery, serving
from script.manager_states import CHAPTERS, STATES, State
from script.screens_manager import SIZES
from tests.by_night import by_night
from tests.web.audit import COLOURS, violations

pytestmark = [pytest.mark.browser, pytest.mark.slow]

NIGHTLY = os.environ.get("HYPOTHESIS_PROFILE") == "nightly"

MOST_BYTES = 15 * 1024
"""A set-up page on its first visit, without fonts."""

MOST_BYTES_AT_WORK = 16 * 1024
"""The live page, which is no set-up page and brings the script that keeps it live; a crowd of screens that wait to be let in; and a week looked back at."""

MOST_BYTES_OF_CHARTS = 200 * 1024
CHARTS = ("/static/manager/echarts.js", "/static/manager/analytics.js")
"""The charts' library and what draws by it: the page stands before they come."""

AT_WORK = (
    "live",
    "live-advised",
    "live-viewer",
    "live-lost",
    "live-closed-by-hand",
    "live-trouble",
    "devices-crowd",
    "analytics",
    "analytics-read",
    "analytics-day",
    "analytics-range",
)

PRINTED = ("analytics", "stories")
"""The chapters that are looked at on paper, too."""

WIDE, MIDDLE, PHONE = SIZES
PAPER = (794, 1123)
"""A4."""

ENLARGED = ((640, 400), (320, 256))
"""What is left of a window when its letters are made twice and four times as large."""

ALL_RULES, NO_RULE = (), None
"""What axe looks for: everything, or nothing. It takes its time."""

Sizes = dict[tuple[int, int], tuple[str, ...] | None]
Looks = dict[Literal["light", "dark"], Sizes]


def in_turn(thoroughly: tuple[int, int], in_the_dark: tuple[int, int]) -> Looks:
    """All sizes have room for everything; axe reads the page in one of them, and its colours in the other."""
    sizes: Sizes = dict.fromkeys((*SIZES, *ENLARGED), NO_RULE)
    return {
        "light": {**sizes, thoroughly: ALL_RULES},
        "dark": {in_the_dark: COLOURS},
    }


LOOKED_AT: dict[str, tuple[Looks, ...]] = {
    "de": (in_turn(WIDE, in_the_dark=PHONE), in_turn(PHONE, in_the_dark=WIDE)),
    "ar": ({"light": {WIDE: NO_RULE, PHONE: NO_RULE}},),
}
"""How the states of a chapter are looked at from day to day, one after the other in turn: in a language with long words, and in one from the right."""

ALL: Looks = {
    theme: dict.fromkeys(SIZES, ALL_RULES) | dict.fromkeys(ENLARGED, NO_RULE)
    for theme in ("light", "dark")
}

NAMED = (
    "live", "live/long", "analytics", "queues", "queues/long/change", "desks", "desks/7", "people", "hours/long", "branch", "posters", "changes", "devices",
    f"devices/{{{WORD}}}", f"devices/{{{WORD}}}/revoke", "set-up/1", "set-up/2", "set-up/3", "set-up/4", "set-up/5",
)  # fmt: skip
"""The pages that have names on them."""

OF_THE_BROWSER = re.compile("ERR_INTERNET|status of [45]")
"""What a browser itself complains of: a server that is away, and an answer that says what is wrong."""

FAULTS = r"""() => {
  const faults = [];
  const wide = document.documentElement.scrollWidth;
  if (wide > innerWidth) faults.push(`scrolls sideways: ${wide} > ${innerWidth}`);
  const shown = (e) => e.checkVisibility() && getComputedStyle(e).visibility !== "hidden" && !e.closest(".sr, .skip");
  for (const e of document.querySelectorAll("button, .button, summary, a, select, input:not([type=hidden], [type=checkbox], [type=radio])")) {
    if (!shown(e) || e.closest("p, dd, li:not(nav li, .go li)")) continue;
    const box = e.getBoundingClientRect();
    if (box.height < 43.5) faults.push(`small: “${e.textContent.trim() || e.name}” ${box.height}`);
    const scrolls = (e) => e && (["auto", "scroll"].includes(getComputedStyle(e).overflowX) || scrolls(e.parentElement));
    if (!scrolls(e) && (box.left < -0.5 || box.right > innerWidth + 0.5)) faults.push(`outside: “${e.textContent.trim() || e.name}”`);
  }
  for (const e of document.querySelectorAll("h1, h2, h3, p, td, th, .button, .code")) {
    // What is there for who hears the page alone.
    if (getComputedStyle(e.closest("thead") ?? e).position === "absolute") continue;
    if (shown(e) && e.clientWidth && e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== "inline")
      faults.push(`cut off: “${e.textContent.trim().slice(0, 40)}” ${e.scrollWidth} > ${e.clientWidth}`);
  }
  for (const e of document.querySelectorAll("main table")) {
    const around = e.parentElement;
    if (shown(e) && getComputedStyle(around).overflowX === "visible" && e.offsetWidth > around.clientWidth + 1)
      faults.push(`wider than what it stands in: “${e.textContent.trim().slice(0, 20)}” ${e.offsetWidth} > ${around.clientWidth}`);
  }
  for (const e of document.querySelectorAll("main .code")) {
    const range = document.createRange();
    range.selectNodeContents(e);
    if (shown(e) && new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size > 1)
      faults.push(`on more than one line: “${e.textContent}”`);
  }
  const floats = (e) => e.closest(".menu > :not(summary), .toast, .tabs") || getComputedStyle(e.closest("thead") ?? document.body).position === "absolute";
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode()); ) {
    if (!node.data.trim() || !shown(node.parentElement) || floats(node.parentElement)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) if (box.width > 1) texts.push([node, box]);
  }
  // Names beside figures. Four times as large, a window has room for no table and no long word.
  const hasRoom = innerWidth >= 390;
  for (const e of document.querySelectorAll(".chart .scrolls"))
    if (hasRoom && shown(e) && e.scrollWidth > e.clientWidth + 1) faults.push(`cut off until it is moved sideways: “${e.textContent.trim().slice(0, 40)}” ${e.scrollWidth} > ${e.clientWidth}`);
  for (const [node, box] of texts) {
    const card = node.parentElement.closest("main table:not(.scrolls *)")?.closest(".card, .chart")?.getBoundingClientRect();
    if (card && (box.left < card.left + 4 || box.right > card.right - 4)) faults.push(`at its card's edge: “${node.data.trim()}”`);
  }
  for (const node of new Set(texts.map(([node]) => node))) {
    if (!hasRoom || !node.parentElement.closest("main :is(table:has(td.n[data-l]), h1, .chart h2, .plan h2)")) continue;
    // A longer word may be longer than there is room.
    for (const word of node.data.matchAll(/(?<!\p{L})\p{L}{5,20}(?!\p{L})/gu)) {
      const range = document.createRange();
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      if (new Set([...range.getClientRects()].map((box) => Math.round(box.top))).size > 1) faults.push(`broken: “${word[0]}”`);
    }
  }
  for (const e of document.querySelectorAll("main button, main .button, main summary")) {
    if (!shown(e) || floats(e)) continue;
    const b = e.getBoundingClientRect();
    for (const [node, a] of texts)
      if (!e.contains(node) && Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3)
        faults.push(`overlap: “${node.data.trim()}” and “${e.textContent.trim().slice(0, 20) || e.ariaLabel}”`);
  }
  if (document.querySelectorAll("h1").length !== 1) faults.push("not one h1");
  return faults;
}"""


@pytest.fixture(scope="module")
def gallery() -> Iterator[Gallery]:
    """Where every state is shown."""
    with serving() as gallery:
        yield gallery


def printed(page: Page) -> list[str]:
    """Return what is wrong with the page on paper."""
    width, height = PAPER
    page.emulate_media(media="print", color_scheme="light")
    page.set_viewport_size({"width": width, "height": height})
    found: list[str] = page.evaluate(FAULTS)
    page.emulate_media(media="screen")
    return found


def weight(page: Page, url: str) -> int:
    """Return the bytes that a page costs with its style sheets and scripts; what those draw costs nothing."""
    page.evaluate(
        "document.querySelectorAll('.plot').forEach((drawn) => drawn.remove())"
    )
    html = page.content()
    assets = re.findall(r'(?:src|href)="(/static/[^"]+\.(?:css|js)[^"]*)"', html)
    assets = [asset for asset in assets if not asset.startswith(CHARTS)]
    return packed(html) + sum(asset_weight(page, url + asset) for asset in assets)


def packed(text: str) -> int:
    return len(gzip.compress(text.encode(), 9))


_WEIGHTS: dict[str, int] = {}


def asset_weight(page: Page, url: str) -> int:
    """Return the bytes of a style sheet or script; its address changes with it."""
    if url not in _WEIGHTS:
        _WEIGHTS[url] = packed(page.request.get(url).text())
    return _WEIGHTS[url]


@pytest.mark.parametrize("language", ["de", "ar", by_night("en")])
@pytest.mark.parametrize("chapter", CHAPTERS)
def test_every_state_is_whole_and_open_to_all_enlarged_too(
    browser: Browser, gallery: Gallery, chapter: str, language: str
) -> None:
    context = browser.new_context(locale=language, reduced_motion="reduce")
    page = context.new_page()
    faults: list[str] = []
    page.on(
        "console",
        lambda said: (
            faults.append(f"console: {said.text}")
            if said.type in ("error", "warning")
            and not OF_THE_BROWSER.search(said.text)
            else None
        ),
    )
    page.on("pageerror", lambda error: faults.append(f"script: {error}"))
    ways = (ALL,) if NIGHTLY else LOOKED_AT.get(language, (ALL,))
    for looks, (name, state) in zip(cycle(ways), CHAPTERS[chapter].items()):
        gallery.open(page, state)
        for theme, sizes in looks.items():
            page.emulate_media(color_scheme=theme)
            for (width, height), rules in sizes.items():
                page.set_viewport_size({"width": width, "height": height})
                found = page.evaluate(FAULTS)
                if rules is not NO_RULE:
                    found += violations(page, rules)
                where = f"{name} {theme} {width}x{height}"
                faults += [f"{where}: {fault}" for fault in found]
        if chapter in PRINTED:
            faults += [f"{name} printed: {fault}" for fault in printed(page)]
        context.set_offline(False)
        if language == "de":
            most = MOST_BYTES_AT_WORK if name in AT_WORK else MOST_BYTES
            weighs = weight(page, gallery.served(state.branch)[1])
            if weighs > most:
                faults.append(f"{name} weighs too much: {weighs} > {most}")
    context.close()
    assert not faults, "\n".join(faults)


def test_the_charts_library_comes_to_analytics_alone_and_weighs_little(
    browser: Browser, gallery: Gallery
) -> None:
    page = browser.new_page()
    gallery.open(page, STATES["analytics"])
    url = gallery.served("weeks")[1]
    library = re.findall(r'src="(/static/manager/[^"]+)"', page.content())
    assert (
        sum(asset_weight(page, url + each) for each in library) < MOST_BYTES_OF_CHARTS
    )
    first = page.request.get(url + library[0])
    assert "immutable" in first.headers["cache-control"]
    gallery.open(page, STATES["analytics-nobody"])
    assert "echarts" not in page.content()
    page.close()


def test_a_name_that_is_one_long_word_fits_everywhere(
    browser: Browser, gallery: Gallery
) -> None:
    context = browser.new_context(locale="de", reduced_motion="reduce")
    page = context.new_page()
    faults = []
    for path in (*(f"/manager/{each}" for each in NAMED), "/q/long/poster"):
        gallery.open(page, State(branch="long-named", path=path))
        for width in (320, 390, 900, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            found = page.evaluate(FAULTS)
            faults += [f"{path} {width}: {fault}" for fault in found]
    context.close()
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(
    ("rule", "fault"),
    [
        ("h1 { width: 2000px }", "scrolls sideways"),
        (".button { min-height: 0; height: 30px }", "small"),
        ("h1 { width: 100px; white-space: nowrap }", "cut off"),
        (".tabs a { display: inline; min-height: 0 }", "small"),
        (".live .boards table.list tbody tr { padding: 0 }", "at its card's edge"),
        (".boards .who > a { width: 44px; overflow-wrap: anywhere }", "broken"),
    ],
)
def test_a_planted_fault_is_found(
    browser: Browser, gallery: Gallery, rule: str, fault: str
) -> None:
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, bypass_csp=True, locale="en"
    )
    page = context.new_page()
    gallery.open(page, STATES["live"])
    assert page.evaluate(FAULTS) == []
    page.add_style_tag(content=rule)
    assert any(fault in found for found in page.evaluate(FAULTS))
    context.close()


def test_a_text_that_cannot_be_read_is_found(
    browser: Browser, gallery: Gallery
) -> None:
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    gallery.open(page, STATES["live"])
    page.add_style_tag(content="main { color: #ccc }")
    assert any("color-contrast" in found for found in violations(page))
    context.close()
