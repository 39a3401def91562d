"""The manager's pages for everybody: by keyboard, without movement, without scripts, on paper."""

from collections.abc import Iterator
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page

from script.manager_gallery import Gallery, serving
from script.manager_states import PROBLEMS, STATES, State
from tests.by_night import by_night

pytestmark = [pytest.mark.browser, pytest.mark.slow]

BY_KEYBOARD = (
    "sign-in-wrong", "account", "live", "line", "devices", "device-revoke", "queues", "queue-wrong", "hours", "changes", "set-up-2", "set-up-3",
)  # fmt: skip
MOST_STOPS = 60

FOCUSED = """() => {
  const it = document.activeElement;
  if (it === document.body || it.tagName === "HTML") return null;
  const parsed = (colour) => (colour.match(/[\\d.]+/g) || [0, 0, 0, 0]).map(Number);
  const light = (colour) => {
    const [r, g, b] = parsed(colour).slice(0, 3).map((v) => ((v /= 255), v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
    return (bright + 0.05) / (dark + 0.05);
  };
  const opaque = (colour) => (parsed(colour)[3] ?? 1) > 0;
  const ground = (e) => {
    for (e = e.parentElement; e; e = e.parentElement) if (opaque(getComputedStyle(e).backgroundColor)) return getComputedStyle(e).backgroundColor;
    return "rgb(255, 255, 255)";
  };
  // What is marked may be the label around a field that is small.
  const shown = [it, it.closest("label")].filter(Boolean).find((e) => getComputedStyle(e).outlineStyle !== "none");
  const name = (it.textContent.trim() || it.ariaLabel || it.name || it.id).slice(0, 40);
  if (!shown) return { name, faults: ["nothing shows that it has focus"] };
  const faults = [];
  const style = getComputedStyle(shown);
  if (parseFloat(style.outlineWidth) < 3) faults.push(`outline of ${style.outlineWidth}`);
  const seen = contrast(style.outlineColor, ground(shown));
  if (seen < 3) faults.push(`contrast ${seen.toFixed(1)}`);
  const box = shown.getBoundingClientRect();
  const at = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height / 2, 20));
  if (!at || !(shown.contains(at) || at.contains(shown))) faults.push(`is covered by ${at?.tagName} ${at?.className}`);
  return { name, faults };
}"""

MOVES = """() => [...document.querySelectorAll("*")].filter((e) => {
  const style = getComputedStyle(e);
  const lasts = (text) => text.split(",").some((each) => parseFloat(each) > 0);
  return lasts(style.transitionDuration) || (style.animationName !== "none" && lasts(style.animationDuration));
}).length"""

WITHOUT_SCRIPTS = """() => [...document.querySelectorAll("button[type=button], [data-shows]")]
  .filter((e) => e.checkVisibility()).map((e) => e.textContent.trim())"""

ON_PAPER = """() => [...document.querySelectorAll("nav, button, .button, .crumb, .toast")]
  .filter((e) => e.checkVisibility()).map((e) => e.textContent.trim())"""


@pytest.fixture(scope="module")
def gallery() -> Iterator[Gallery]:
    """Where every state is shown."""
    with serving() as gallery:
        yield gallery


def stops(page: Page) -> Iterator[dict[str, Any]]:
    """Yield what has focus after each press of Tab, until all had it."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        found = page.evaluate(FOCUSED)
        if found is None:
            return
        yield found


@pytest.mark.parametrize(
    ("width", "theme"),
    # By day each width and each theme once: the colours do not depend on the width.
    [(1280, "light"), (390, "dark"), by_night(1280, "dark"), by_night(390, "light")],
)
def test_what_has_focus_is_seen(
    browser: Browser, gallery: Gallery, width: int, theme: Literal["light", "dark"]
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme=theme,
        locale="en",
        reduced_motion="reduce",
    )
    page = context.new_page()
    faults = []
    for name in BY_KEYBOARD:
        gallery.open(page, STATES[name])
        found = list(stops(page))
        assert len(found) >= 3, name
        faults += [f"{name}: “{each['name']}” {fault}" for each in found for fault in each["faults"]]  # fmt: skip
    context.close()
    assert faults == []


def test_a_focus_that_nobody_sees_is_found(browser: Browser, gallery: Gallery) -> None:
    context = browser.new_context(bypass_csp=True, locale="en")
    page = context.new_page()
    gallery.open(page, STATES["live"])
    page.add_style_tag(content=":focus-visible { outline-width: 1px !important }")
    assert any(each["faults"] for each in stops(page))
    context.close()


def test_nothing_moves_for_who_wants_no_movement(
    browser: Browser, gallery: Gallery
) -> None:
    context = browser.new_context(locale="en")
    page = context.new_page()
    for name in ("live", "queue", "sign-in"):
        gallery.open(page, STATES[name])
        page.emulate_media(reduced_motion="no-preference")
        assert page.evaluate(MOVES)
        page.emulate_media(reduced_motion="reduce")
        assert page.evaluate(MOVES) == 0, name
    context.close()


def untouched() -> dict[str, State]:
    """Return the states that need no more than their address."""
    nothing = State(branch="", path="").first
    return {
        name: state
        for name, state in STATES.items()
        if state.first is nothing and name not in PROBLEMS
    }


def test_without_scripts_every_page_is_there_and_offers_nothing_that_only_a_script_does(
    browser: Browser, gallery: Gallery
) -> None:
    context = browser.new_context(locale="en", java_script_enabled=False)
    page = context.new_page()
    faults = []
    for name, state in untouched().items():
        gallery.open(page, state, scripts=False)
        if page.locator("h1:visible").count() != 1:
            faults.append(f"{name}: no heading")
        said = page.locator(".link").all_inner_texts()
        faults += [f"{name}: {each}" for each in said if "As of" not in each]
        faults += [f"{name}: {each}" for each in page.evaluate(WITHOUT_SCRIPTS)]
        faults += [
            f"{name}: a form with nothing to send it"
            for form in page.locator("main form:not(:has(> fieldset:disabled))").all()
            if not form.locator("button:not([type=button])").count()
        ]
    context.close()
    assert faults == []


@pytest.mark.parametrize("name", ["posters-open", "slips", "recovery-codes", "live", "changes"])  # fmt: skip
def test_on_paper_is_what_there_is_to_read_and_nothing_to_press(
    browser: Browser, gallery: Gallery, name: str
) -> None:
    context = browser.new_context(viewport={"width": 794, "height": 1123}, locale="de")
    page = context.new_page()
    gallery.open(page, STATES[name])
    page.emulate_media(media="print")
    assert page.evaluate(ON_PAPER) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 794
    context.close()
