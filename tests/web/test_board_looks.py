"""Every state of the board as a page, looked at by a machine: nothing is cut off or covered on any wall, and nobody is shut out."""

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page

from script.board_gallery import STATIC, drawings, opened, show
from tests.by_night import by_night
from tests.web.audit import violations

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SIZES = [(1920, 1080), (1080, 1920), (1280, 720)]
OTHERS = [(3840, 2160), (1366, 768), (1024, 768), (720, 1280), (960, 540)]
"""A large wall, and what smaller screens and browsers' bars leave."""

FAULTS = """() => {
  const faults = [];
  const {scrollHeight, scrollWidth} = document.documentElement;
  if (scrollHeight > innerHeight || scrollWidth > innerWidth) faults.push(`scrolls: ${scrollWidth} × ${scrollHeight}`);
  const texts = [];
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode()); ) {
    const parent = node.parentElement;
    if (!node.data.trim() || getComputedStyle(parent).visibility !== "visible") continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    // The ink of a line is lower than its box, most of all in large type.
    const ink = 0.7 * parseFloat(getComputedStyle(parent).fontSize);
    for (const box of range.getClientRects()) {
      const middle = (box.top + box.bottom) / 2;
      if (box.width > 1) texts.push([node, {left: box.left, right: box.right, top: middle - ink / 2, bottom: middle + ink / 2}]);
    }
  }
  const said = (node) => `“${node.data.trim()}”`;
  for (const [node, a] of texts) {
    if (a.left < -1 || a.top < -1 || a.right > innerWidth + 1 || a.bottom > innerHeight + 1) faults.push(`off the screen: ${said(node)}`);
    for (let e = node.parentElement; e && e.tagName !== "MAIN"; e = e.parentElement) {
      if (!e.matches(".card, .chip, .notice, .inverse, .box, .badge, .mark, .calls")) continue;
      const b = e.getBoundingClientRect();
      if (a.left < b.left - 1.5 || a.right > b.right + 1.5 || a.top < b.top - 1.5 || a.bottom > b.bottom + 1.5)
        faults.push(`out of its ${e.className}: ${said(node)}`);
    }
  }
  texts.forEach(([node, a], i) => texts.slice(i + 1).forEach(([other, b]) => {
    if (node === other) return;
    const x = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const y = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    if (x > 2 && y > 1) faults.push(`overlap: ${said(node)} and ${said(other)}`);
  }));
  return faults;
}"""


@pytest.fixture(scope="module")
def wall(browser: Browser) -> Iterator[Page]:
    """A page that draws the board."""
    with opened(browser) as page:
        yield page


def sized(page: Page, width: int, height: int) -> None:
    page.set_viewport_size({"width": width, "height": height})


@pytest.mark.parametrize("language", ["de", "ar", by_night("fr")])
def test_every_state_is_whole_on_every_wall(wall: Page, language: str) -> None:
    faults = []
    for width, height in SIZES:
        sized(wall, width, height)
        for name, drawing in drawings(language).items():
            show(wall, drawing, language)
            where = f"{name} {width}x{height} {language}"
            faults += [f"{where}: {fault}" for fault in wall.evaluate(FAULTS)]
    assert faults == []


@pytest.mark.parametrize(("width", "height"), OTHERS)
def test_other_screens_have_room_for_all_of_it_as_well(
    wall: Page, width: int, height: int
) -> None:
    sized(wall, width, height)
    faults = []
    for name, drawing in drawings("de").items():
        show(wall, drawing, "de")
        faults += [f"{name}: {fault}" for fault in wall.evaluate(FAULTS)]
    assert faults == []


@pytest.mark.parametrize("theme", ["dark", "light", "contrast"])
def test_nobody_is_shut_out(browser: Browser, theme: str) -> None:
    with opened(browser, theme) as page:
        sized(page, 1280, 720)
        found = []
        for name in AUDITED:
            show(page, drawings("de")[name], "de")
            found += [f"{name}: {each}" for each in violations(page)]
    assert found == []


AUDITED = (
    "call", "call-answered", "all-answered", "nobody-called-yet", "reconnecting", "closed-message",
    "closing", "rooms", "columns-two-calls", "far-away", "connecting", "asks-for-sound", "pairing-revoked",
)  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "fault"),
    [
        (".code { font-size: 900px !important }", "off the screen"),
        (".chip { width: 40px !important }", "out of its chip"),
        (".words { margin-top: -1em !important }", "overlap"),
    ],
)
def test_a_planted_fault_is_found(browser: Browser, rule: str, fault: str) -> None:
    with opened(browser) as page:
        sized(page, 1280, 720)
        show(page, drawings("en")["call"], "en")
        assert page.evaluate(FAULTS) == []
        page.add_style_tag(content=rule)
        assert any(fault in found for found in page.evaluate(FAULTS))


@pytest.mark.parametrize("letter", ["A", "Ä", "Ç", "ع", "م", "ج"])
@pytest.mark.parametrize("tile", [".mark", ".badge"])
def test_a_letter_lies_in_the_middle_of_its_tile_in_every_script(
    wall: Page, tile: str, letter: str
) -> None:
    sized(wall, 1920, 1080)
    call = drawings("ar")["call"]
    queues = tuple(replace(queue, letter=letter) for queue in call.props.queues)
    props = replace(call.props, branch_name=f"{letter}يادة", logo="", queues=queues)
    show(wall, replace(call, props=props), "ar")
    above, below = left_free(wall.locator(tile).first.screenshot())
    assert min(above, below) > 0.1
    if letter in "عمج":
        assert abs(above - below) < 0.12


def left_free(shot: bytes) -> tuple[float, float]:
    """Return how much of a tile is left free above and below what is drawn of its letter."""
    with Image.open(BytesIO(shot)) as picture:
        grey = picture.convert("L")
    width, height = grey.size
    inside = grey.crop((width // 5, height // 10, width - width // 5, height - height // 10))  # fmt: skip
    greys, across = inside.tobytes(), inside.width
    rows = [
        y
        for y in range(inside.height)
        if any(abs(each - greys[0]) > 60 for each in greys[y * across :][:across])
    ]
    return (min(rows) + height // 10) / height, 1 - (max(rows) + 1 + height // 10) / height  # fmt: skip


NEWER = {
    "optional chaining and ?? (Chromium 80)": r"\?\.(?!\d)|\?\?",
    "Array.flat, fromEntries, at, matchAll, replaceAll (69 to 92)": r"\.(flat|flatMap|fromEntries|at|matchAll|replaceAll|allSettled)\(",
    "catch without a name (66)": r"catch \{",
    "lookbehind (62), classes of letters (64)": r"\(\?<[=!]|\\p\{",
    "structuredClone, globalThis, replaceChildren (71 to 98)": r"structuredClone|globalThis|replaceChildren",
    "gap in a row, inset, logical sides, functions of lengths (69 to 88)": r"(?<![-\w])(gap|inset)\s*:|-(inline|block)-(start|end)|(?<!Math\.)\b(clamp|min|max)\([^)]*px|:is\(|:where\(",
}
"""What browsers older than Chromium 63 learnt later; `gap` as a name of ours has no colon after it, or stands in a script."""


@pytest.mark.parametrize("what", NEWER)
def test_no_script_or_style_asks_for_what_an_old_television_does_not_know(
    what: str,
) -> None:
    style = "gap in a row" in what
    files = STATIC.glob("board/*.css" if style else "board/*.js")
    found = [
        f"{file.name}: {line.strip()}"
        for file in files
        for line in without_comments(file).splitlines()
        if re.search(NEWER[what], line)
    ]
    assert found == []


def without_comments(file: Path) -> str:
    """Return what of a file is read by the browser."""
    text = file.read_text("utf-8")
    return re.sub(r"^\s*//.*$|/\*.*?\*/", "", text, flags=re.MULTILINE | re.DOTALL)
