"""Charts in a real Chromium: what is drawn is what the table has, read by mouse and keys, there without scripts and on paper."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, FloatRect, Locator, Page, expect

from script.manager_gallery import Gallery, serving
from script.manager_states import STATES, State

pytestmark = [pytest.mark.browser, pytest.mark.slow]

DRAWN = ("load", "hours", "days", "desks", "people", "left", "promises")
CELLS = """rows => rows.map(row =>
  [...row.cells].map(cell => (cell.querySelector("data") ?? cell).textContent.trim()))"""
BLACK, WHITE = "rgb(0, 0, 0)", "rgb(255, 255, 255)"


@pytest.fixture(scope="module")
def gallery() -> Iterator[Gallery]:
    """Where a branch with three weeks behind it is shown."""
    with serving() as gallery:
        yield gallery


@pytest.fixture
def page(browser: Browser, gallery: Gallery) -> Iterator[Page]:
    """Last week, looked back at."""
    yield from opened(browser, gallery)


def opened(browser: Browser, gallery: Gallery, language: str = "en") -> Iterator[Page]:
    context = browser.new_context(locale=language, viewport={"width": 1280, "height": 900})  # fmt: skip
    page = context.new_page()
    gallery.open(page, STATES["analytics"])
    yield page
    context.close()


def table(page: Page, figure: str) -> list[list[str]]:
    """Return what stands in the table, folded or not; first what the columns are."""
    cells: list[list[str]] = page.locator(f"#{figure} table tr").evaluate_all(CELLS)
    return cells


def numbers(page: Page, figure: str, column: int) -> list[float]:
    cells = page.locator(f"#{figure} tbody tr td:nth-of-type({column}) data")
    return [float(each) for each in cells.evaluate_all("all => all.map(each => each.value)")]  # fmt: skip


def sides(page: Page, figure: str, colour: str, side: Callable[[dict[str, float]], float]) -> list[float]:  # fmt: skip
    """Return a side of each bar of this colour, in the order in which they stand."""
    boxes = page.locator(f"#{figure} svg path[fill='var(--{colour})']").evaluate_all("""bars => bars.map(bar => {
      const {x, y, width, height} = bar.getBBox();
      return {x, y, width, height};
    }).filter(box => box.width && box.height)""")
    return [side(box) for box in sorted(boxes, key=lambda box: (box["y"], box["x"]) if figure == "desks" else box["x"])]  # fmt: skip


def box(page: Page, selector: str) -> FloatRect:
    """Return where it stands."""
    found = page.locator(selector).bounding_box()
    assert found
    return found


def test_bars_are_as_long_as_the_numbers_of_the_table_say(page: Page) -> None:
    left = [number for number in numbers(page, "left", 1) if number]
    drawn = sides(page, "left", "accent", lambda box: box["height"])
    assert drawn == pytest.approx([drawn[0] * each / left[0] for each in left], rel=0.02)  # fmt: skip
    serving = numbers(page, "desks", 1)
    drawn = sides(page, "desks", "accent", lambda box: box["width"])
    assert drawn == pytest.approx([drawn[0] * each / serving[0] for each in serving], rel=0.02)  # fmt: skip


def test_a_line_goes_through_the_numbers_of_the_table(page: Page) -> None:
    shares = numbers(page, "days", 1)
    path = page.locator("#days svg path[stroke='var(--accent)'][stroke-width='3']")
    points = re.findall(r"[ML]?\s*([\d.]+)[ ,]([\d.]+)", path.get_attribute("d") or "")
    heights = [float(y) for _, y in points]
    assert len(heights) == len(shares)
    (high, low), (top, foot) = (max(shares), min(shares)), (min(heights), max(heights))
    expected = [foot - (each - low) / (high - low) * (foot - top) for each in shares]
    assert heights == pytest.approx(expected, abs=0.6)


@pytest.mark.parametrize("figure", DRAWN)
def test_arrow_keys_read_every_number_of_the_table(page: Page, figure: str) -> None:
    head, *rows = table(page, figure)
    plot, said = page.locator(f"#{figure} .plot"), page.locator(f"#{figure} .reading")
    assert page.locator(f"#{figure} table").is_hidden()
    plot.focus()
    page.keyboard.press("Home")
    for row in rows:
        texts = said.locator("b").all_text_contents()
        assert texts == [row[0], *(cell if cell != "not shown" else "–" for cell in row[1:])]  # fmt: skip
        labels = said.locator("span").all_text_contents()
        assert all(label.startswith(column.split(" (")[0]) for label, column in zip(labels, head[1:], strict=True))  # fmt: skip
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Escape")
    expect(said).to_be_hidden()


def test_a_mouse_reads_the_hour_it_points_at(page: Page) -> None:
    plot = page.locator("#load .plot")
    plot.hover(position={"x": box(page, "#load .plot")["width"] - 30, "y": 60})
    expect(page.locator("#load .reading")).to_contain_text(table(page, "load")[-1][0])
    page.mouse.move(0, 0)
    expect(page.locator("#load .reading")).to_be_hidden()


def test_a_click_on_a_day_opens_it_and_so_does_enter(page: Page) -> None:
    plot = page.locator("#days .plot")
    plot.click(position={"x": 60, "y": 60})
    page.wait_for_url("**by=day&from=2026-11-16")
    page.go_back()
    plot.focus()
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    page.wait_for_url("**by=day&from=2026-11-20")
    expect(page.locator("h1")).to_contain_text("Fri, 20 Nov 2026")


def test_from_the_right_time_runs_to_the_left(browser: Browser, gallery: Gallery) -> None:  # fmt: skip
    for page in opened(browser, gallery, "ar"):
        plot = page.locator("#load .plot")
        plot.hover(position={"x": box(page, "#load .plot")["width"] - 60, "y": 60})
        said = page.locator("#load .reading b").first
        expect(said).to_have_text(table(page, "load")[1][0])
        page.mouse.move(0, 0)
        plot.focus()
        page.keyboard.press("Home")
        page.keyboard.press("ArrowLeft")
        expect(said).to_have_text(table(page, "load")[2][0])


def fill(bar: Locator) -> str:
    return str(bar.evaluate("bar => getComputedStyle(bar).fill"))


def test_a_chart_takes_the_theme_s_colours_and_the_room_there_is(page: Page) -> None:
    bar = page.locator("#left svg path[fill='var(--accent)']").first
    page.emulate_media(color_scheme="light")
    light = fill(bar)
    page.emulate_media(color_scheme="dark")
    assert fill(bar) != light
    svg = page.locator("#left svg")
    page.set_viewport_size({"width": 390, "height": 844})
    expect(svg).to_have_attribute("width", re.compile("^(2|3).."))
    assert page.locator("#left .drawing").evaluate("it => it.scrollWidth <= it.clientWidth")  # fmt: skip


ONE_HOUR = """for (const row of [...document.querySelectorAll("#hours tbody tr")].slice(1)) row.remove()"""
TOO_MANY = """document.querySelector("#load tbody td:nth-of-type(3) data").setAttribute("value", "3")"""


def altered(browser: Browser, gallery: Gallery, how: str) -> Page:
    """Show last week with another table, before its charts are drawn."""
    page = browser.new_page(locale="en", viewport={"width": 1280, "height": 900})
    page.add_init_script(f"document.addEventListener('readystatechange', () => {{ {how} }}, {{once: true}})")  # fmt: skip
    gallery.open(page, STATES["analytics"])
    return page


def test_one_hour_alone_is_a_point_of_each_line_below_the_target(
    browser: Browser, gallery: Gallery
) -> None:
    page = altered(browser, gallery, ONE_HOUR)
    assert page.locator("#hours tbody tr").count() == 1
    points = page.locator("#hours svg path[d^='M1 0A1'][fill='var(--accent)']")
    # The median and 9 in 10.
    expect(points).to_have_count(2)
    assert box(page, "#hours svg path[stroke='var(--ok)']")["width"] > 300
    page.close()


def test_who_was_too_many_is_told_apart_on_paper(
    browser: Browser, gallery: Gallery
) -> None:
    page = altered(browser, gallery, TOO_MANY)
    page.emulate_media(media="print")
    too_many = page.locator("#load svg path[fill='var(--surface)'][stroke='var(--text)']")  # fmt: skip
    came = page.locator("#load svg path[fill='var(--accent)']").first
    assert (fill(too_many), fill(came)) == (WHITE, BLACK)
    page.close()


def test_shares_are_drawn_from_nothing_on(page: Page) -> None:
    texts = page.locator("#days svg text").all_text_contents()
    assert {"0", "25", "50", "75", "100"} <= set(texts)


@pytest.mark.parametrize("width", [1280, 390])
def test_each_queue_is_told_whole_however_long_its_name(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    name = page.locator("#queues tbody th").first
    name.evaluate(
        "it => it.textContent = 'Kraftfahrzeugzulassungsangelegenheiten und Führerscheine'"
    )
    room = page.locator("#queues")
    assert room.evaluate("it => it.scrollWidth - it.clientWidth") <= 0


def test_on_paper_charts_are_black_on_white_and_as_wide_as_the_paper(page: Page) -> None:  # fmt: skip
    page.emulate_media(media="print", color_scheme="dark")
    page.set_viewport_size({"width": 700, "height": 1000})
    assert fill(page.locator("#left svg path[fill='var(--accent)']").first) == BLACK
    surface = page.locator("#left").evaluate("it => getComputedStyle(it).backgroundColor")  # fmt: skip
    assert surface == WHITE
    for figure in DRAWN:
        drawn, card = box(page, f"#{figure} svg"), box(page, f"#{figure}")
        assert drawn["height"] > 60, figure
        assert card["x"] <= drawn["x"], figure
        assert drawn["x"] + drawn["width"] <= card["x"] + card["width"], figure
    for gone in (".rail", ".choose", ".csv", ".ask"):
        expect(page.locator(gone).first).to_be_hidden()
    assert len(page.pdf()) > 10_000


def test_without_scripts_each_table_stands_where_its_chart_would(
    browser: Browser, gallery: Gallery
) -> None:
    context = browser.new_context(java_script_enabled=False, locale="en")
    page = context.new_page()
    gallery.open(page, State(branch="weeks", path="/manager/analytics"), scripts=False)
    for figure in DRAWN:
        expect(page.locator(f"#{figure} table")).to_be_visible()
        expect(page.locator(f"#{figure} .plot")).to_be_hidden()
    page.get_by_role("link", name="Range").click()
    page.get_by_label("From", exact=True).fill("2026-11-09")
    page.get_by_label("Queue", exact=True).select_option("passports")
    page.get_by_label("Compared with", exact=True).select_option("nothing")
    page.get_by_role("button", name="Show").click()
    assert page.url.endswith("?by=range&from=2026-11-09&to=2026-11-22&queue=passports&against=none")  # fmt: skip
    expect(page.locator("h1")).to_contain_text("9 Nov")
    with page.expect_download() as download:
        page.get_by_role("link", name="All as CSV").click()
    assert download.value.suggested_filename == "analytics-passports-2026-11-09.csv"
    context.close()


def test_one_number_s_story_is_asked_for_from_here(page: Page) -> None:
    page.get_by_label("Number", exact=True).fill("A001")
    page.get_by_label("Day", exact=True).fill("2026-11-20")
    page.get_by_role("button", name="Tell its story").click()
    page.wait_for_url("**/manager/tickets/2026-11-20/A001")
    expect(page.locator("h1")).to_contain_text("A001")
