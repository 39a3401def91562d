"""Every state of the customer's pages, looked at by a machine: nobody is shut out, nothing is cut off or covered."""

import os
from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser

from script.phone_gallery import ADDRESSES, SCENES, serving
from script.screens_phone import SIZES, STATES, open_state
from tests.by_night import by_night
from tests.web.audit import COLOURS, violations

pytestmark = [pytest.mark.browser, pytest.mark.slow]

NIGHTLY = os.environ.get("HYPOTHESIS_PROFILE") == "nightly"
AUDITED = SIZES if NIGHTLY else SIZES[:1]
"""At which sizes axe looks: its rules hardly depend on them, nor on the language; by day it looks at a German page."""

SMALLER = [(360, 640), (375, 667), (390, 664), (667, 375), (740, 360)]
"""Older phones, and what a browser's bars leave of newer ones."""

Theme = Literal["light", "dark"]


def looked_at(language: str) -> Iterator[tuple[Theme, list[tuple[int, int]]]]:
    """Yield each theme with the sizes at which it is looked at: the dark one has other colours, and the same places and words."""
    yield "light", [*SIZES, *SMALLER]
    if NIGHTLY or language == "de":
        yield "dark", SIZES if NIGHTLY else SIZES[:1]


PHONES = ((390, 844), (844, 390))

WITHOUT_SCROLLING = {*PHONES, *SMALLER, (320, 568)}
"""Where a ticket has to be there whole, with all that may be done."""

SCROLLED = {"alert-sound", "alert-push", "alert-asleep", "alert-home"}
"""On the smallest phones there is more to say than there is room for."""

FAULTS = """([phone, whole]) => {
  const faults = [];
  const high = document.documentElement.scrollHeight;
  if (whole && high > innerHeight + 1) faults.push(`scrolls: ${high} > ${innerHeight}`);
  const wide = document.documentElement.scrollWidth;
  if (wide > innerWidth) faults.push(`scrolls sideways: ${wide} > ${innerWidth}`);
  const shown = (e) => e.checkVisibility() && getComputedStyle(e).visibility !== "hidden";
  // A menu that was opened lies over what is below it.
  const floats = (e) => e.closest("details.languages ul");
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode()); ) {
    if (!node.data.trim() || !shown(node.parentElement) || floats(node.parentElement)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    // The ink of a line is lower than its box, most of all in large type.
    const ink = 0.75 * parseFloat(getComputedStyle(node.parentElement).fontSize);
    for (const box of range.getClientRects())
      if (box.width > 1 && box.height > 1) {
        const middle = (box.top + box.bottom) / 2;
        texts.push([node, {left: box.left, right: box.right, top: middle - ink / 2, bottom: middle + ink / 2}]);
      }
  }
  texts.forEach(([node, a], i) => texts.slice(i + 1).forEach(([other, b]) => {
    if (node === other) return;
    const x = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const y = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    if (x > 2 && y > 1)
      faults.push(`overlap: “${node.data.trim()}” and “${other.data.trim()}”`);
  }));
  for (const e of document.querySelectorAll("button, .button, summary")) {
    if (!shown(e)) continue;
    const b = e.getBoundingClientRect();
    for (const [node, a] of texts)
      if (!e.contains(node) && Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2
          && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1)
        faults.push(`overlap: “${node.data.trim()}” and the button “${e.textContent.trim()}”`);
  }
  for (const e of document.querySelectorAll("button, .button, summary, .queues a"))
    if (shown(e) && e.getBoundingClientRect().height < 44)
      faults.push(`small: “${e.textContent.trim()}” ${e.getBoundingClientRect().height}`);
  const label = document.querySelector("h1.label");
  if (label) {
    const range = document.createRange();
    range.selectNodeContents(label);
    if (range.getClientRects().length !== 1) faults.push("the number is on more than one line");
  }
  if (phone) for (const name of [".label", ".lead", ".estimate .line"])
    for (const e of document.querySelectorAll(`.stub ${name}`))
      if (shown(e) && e.getBoundingClientRect().bottom > innerHeight + 1)
        faults.push(`not seen without scrolling: “${e.textContent.trim()}”`);
  return faults;
}"""


@pytest.fixture(scope="module")
def gallery() -> Iterator[str]:
    """Where every state is shown."""
    with serving() as url:
        yield url


@pytest.mark.parametrize("language", ["de", "ar", by_night("en")])
def test_every_state_is_whole_and_open_to_all_with_letters_of_twice_the_size_too(
    browser: Browser, gallery: str, language: str
) -> None:
    context = browser.new_context(locale=language, reduced_motion="reduce")
    page = context.new_page()
    faults = []
    for state in STATES:
        open_state(page, gallery, state)
        for theme, sizes in looked_at(language):
            page.emulate_media(color_scheme=theme)
            for size in sizes:
                page.set_viewport_size({"width": size[0], "height": size[1]})
                is_ticket = state in SCENES or state not in ADDRESSES
                whole = is_ticket and size in WITHOUT_SCROLLING
                whole = whole and not (state in SCROLLED and size not in PHONES)
                found = page.evaluate(FAULTS, [size in PHONES, whole])
                if size in AUDITED and (NIGHTLY or language == "de"):
                    found += violations(page, COLOURS if theme == "dark" else ())
                where = f"{state} {theme} {size[0]}x{size[1]}"
                faults += [f"{where}: {fault}" for fault in found]
        page.emulate_media(color_scheme="light")
        page.set_viewport_size({"width": PHONES[0][0], "height": PHONES[0][1]})
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        found = page.evaluate(FAULTS, [False, False])
        faults += [f"{state} twice as large: {fault}" for fault in found]
        context.set_offline(False)
    context.close()
    assert faults == []


@pytest.mark.parametrize(
    ("rule", "fault"),
    [
        (
            "h1.label { width: 1.2em; word-break: break-all; white-space: normal }",
            "more than one line",
        ),
        (".stub { width: 500px }", "scrolls sideways"),
        (".lead { margin-top: -3em }", "overlap"),
        (".actions { position: relative; top: -50vh }", "and the button"),
        (".button { min-height: 0; height: 30px }", "small"),
        (".estimate { margin-top: 90vh }", "not seen without scrolling"),
        (".estimate { margin-top: 90vh }", "scrolls: "),
    ],
)
def test_a_planted_fault_is_found(
    browser: Browser, gallery: str, rule: str, fault: str
) -> None:
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, bypass_csp=True
    )
    page = context.new_page()
    open_state(page, gallery, "waiting")
    assert page.evaluate(FAULTS, [True, True]) == []
    page.add_style_tag(content=rule)
    assert any(fault in found for found in page.evaluate(FAULTS, [True, True]))
    context.close()


def test_a_text_that_cannot_be_read_is_found(browser: Browser, gallery: str) -> None:
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    open_state(page, gallery, "waiting")
    page.add_style_tag(content=".branch { color: #ccc }")
    assert any("color-contrast" in found for found in violations(page))
    context.close()
