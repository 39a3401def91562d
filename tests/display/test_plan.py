"""The board picks what can be read from the last chair, by tables."""

from dataclasses import replace
from typing import Any

import pytest

from display.plan import BAR, Plan, plan
from display.wall import CAP, MOST_ROWS, Wall

LANDSCAPE: dict[str, Any] = {"width": 1920, "height": 1080, "queues": 3}
PORTRAIT: dict[str, Any] = {"width": 1080, "height": 1920, "queues": 3}


def cap_mm(wall: Wall, digits: float) -> float:
    """Return how high digits of this font size are on the wall's screen."""
    return digits * CAP * wall.mm_per_px


@pytest.mark.parametrize("shape", [LANDSCAPE, PORTRAIT], ids=["landscape", "portrait"])
@pytest.mark.parametrize("diagonal", [32, 43, 55, 65, 86])
@pytest.mark.parametrize("distance", [0, 3, 5, 8, 12, 20])
@pytest.mark.parametrize("queues", [1, 3, 6])
def test_a_plan_that_says_it_is_legible_is(
    shape: dict[str, Any], diagonal: float, distance: float, queues: int
) -> None:
    wall = Wall(
        **{**shape, "queues": queues}, diagonal_in=diagonal, distance_m=distance
    )
    found = plan(wall)
    high_enough = min(
        cap_mm(wall, found.digits), cap_mm(wall, found.hero_digits)
    ) >= max(51, 11 * distance)
    assert found.legible == high_enough


@pytest.mark.parametrize("shape", [LANDSCAPE, PORTRAIT], ids=["landscape", "portrait"])
@pytest.mark.parametrize("diagonal", [0, 32, 55, 86])
@pytest.mark.parametrize("queues", [1, 2, 3, 4, 6, 10])
@pytest.mark.parametrize("columns", [False, True])
@pytest.mark.parametrize("media", [False, True])
def test_nothing_overlaps_or_leaves_the_screen(
    shape: dict[str, Any], diagonal: float, queues: int, columns: bool, media: bool
) -> None:
    wall = Wall(
        **{**shape, "queues": queues},
        diagonal_in=diagonal,
        distance_m=6,
        columns=columns,
        media=media,
    )
    found = plan(wall)
    below_header = wall.height - (52 + 40) * found.scale
    areas = [found.hero, found.rows_area, found.media, found.strip]
    areas = [area for area in areas if area.width > 0 and area.height > 0]
    if found.columns:
        areas = [found.hero]
    for area in areas:
        assert area.x >= 0
        assert area.x + area.width <= wall.width + 0.01
        assert area.y >= 0
        assert area.y + area.height <= below_header + 0.01
    for one in areas:
        for other in areas:
            assert one is other or apart(found, one, other)


def apart(found: Plan, one: Any, other: Any) -> bool:
    """Return whether two areas do not overlap."""
    a, b = one, other
    return bool(
        a.x + a.width <= b.x + 0.01
        or b.x + b.width <= a.x + 0.01
        or a.y + a.height <= b.y + 0.01
        or b.y + b.height <= a.y + 0.01
    )


def test_farther_away_there_are_fewer_and_larger_rows() -> None:
    plans = [
        plan(Wall(**LANDSCAPE, diagonal_in=65, distance_m=distance))
        for distance in (1, 6, 9)
    ]
    rows = [found.rows for found in plans]
    digits = [found.digits for found in plans]
    assert rows == sorted(rows, reverse=True)
    assert rows[0] > rows[-1]
    assert digits == sorted(digits)
    assert digits[0] < digits[-1]


def test_a_screen_that_is_too_small_says_how_far_it_can_be_read() -> None:
    found = plan(Wall(**LANDSCAPE, diagonal_in=24, distance_m=15))
    assert not found.legible
    assert 2 < found.reach_m < 6


@pytest.mark.parametrize("shape", [LANDSCAPE, PORTRAIT], ids=["landscape", "portrait"])
def test_columns_show_earlier_calls_only_where_those_can_be_read(
    shape: dict[str, Any],
) -> None:
    near = plan(Wall(**shape, diagonal_in=86, distance_m=3, columns=True))
    far = plan(Wall(**shape, diagonal_in=86, distance_m=8, columns=True))
    assert near.rows > far.rows == 1
    assert near.legible
    assert far.legible
    assert far.digits == far.hero_digits


@pytest.mark.parametrize("shape", [LANDSCAPE, PORTRAIT], ids=["landscape", "portrait"])
@pytest.mark.parametrize("columns", [False, True])
@pytest.mark.parametrize("diagonal", [0, 55])
@pytest.mark.parametrize("lost", [False, True])
@pytest.mark.parametrize("idle", [False, True])
@pytest.mark.parametrize("named", [False, True])
def test_message_and_closing_notice_have_places_of_their_own(
    shape: dict[str, Any],
    columns: bool,
    diagonal: float,
    lost: bool,
    idle: bool,
    named: bool,
) -> None:
    wall = Wall(
        **shape,
        diagonal_in=diagonal,
        columns=columns,
        message=True,
        closing=True,
        lost=lost,
        idle=idle,
        named=named,
    )
    found = plan(wall)
    assert found.message.y >= (BAR * found.scale if lost else 0)
    assert found.message.y + found.message.height < found.hero.y
    lowest = max(area.y + area.height for area in (found.hero, found.rows_area))
    assert lowest < found.closing.y
    assert found.closing.y + found.closing.height <= wall.height - 92 * found.scale
    assert found.row_height > found.digits


@pytest.mark.parametrize("shape", [LANDSCAPE, PORTRAIT], ids=["landscape", "portrait"])
def test_the_ring_has_a_slot_between_the_newest_call_and_the_rows(
    shape: dict[str, Any],
) -> None:
    found = plan(Wall(**shape))
    ring = 7 * found.scale
    beside = found.rows_area.x - found.hero.x - found.hero.width
    below = found.rows_area.y - found.hero.y - found.hero.height
    assert max(beside, below) > ring
    assert found.strip.y - (found.hero.y + found.hero.height) > ring
    assert found.hero.x > ring


def test_without_a_diagonal_nothing_is_promised() -> None:
    found = plan(Wall(**LANDSCAPE, distance_m=15))
    assert (found.legible, found.rows, found.reach_m) == (True, 4, 0)


def test_columns_without_a_diagonal_promise_nothing_either() -> None:
    found = plan(Wall(**LANDSCAPE, columns=True))
    assert (found.legible, found.columns, found.reach_m) == (True, 3, 0)


def test_the_height_of_the_smallest_digits_is_told() -> None:
    wall = Wall(**LANDSCAPE, diagonal_in=55, distance_m=6)
    found = plan(wall)
    smallest = min(found.digits, found.hero_digits)
    assert found.cap_mm == pytest.approx(cap_mm(wall, smallest))
    assert found.reach_m == pytest.approx(found.cap_mm / 11)


def test_more_than_three_queues_have_no_columns() -> None:
    assert plan(Wall(1920, 1080, queues=3, columns=True)).columns == 3
    assert plan(Wall(1920, 1080, queues=4, columns=True)).columns == 0


@pytest.mark.parametrize("told", ["nothing", "message", "closing", "named", "earlier"])
def test_a_hall_of_six_metres_has_rows_beside_the_newest_call_on_a_screen_of_55_inches(
    told: str,
) -> None:
    wall = Wall(**LANDSCAPE, diagonal_in=55, distance_m=6)
    if told == "earlier":
        wall = replace(wall, earlier=0)
    elif told != "nothing":
        wall = replace(wall, **{told: True})
    found = plan(wall)
    assert found.legible
    assert found.rows >= 3
    assert found.rows_area.x > found.hero.x + found.hero.width
    assert found.rows_area.y == found.hero.y


@pytest.mark.parametrize("distance", [4, 6, 7, 8, 9])
@pytest.mark.parametrize("told", ["message", "closing"])
def test_what_everybody_is_told_makes_no_call_too_small(
    distance: float, told: str
) -> None:
    wall = Wall(**LANDSCAPE, diagonal_in=55, distance_m=distance)
    assert plan(wall).legible
    assert plan(replace(wall, **{told: True})).legible


@pytest.mark.parametrize("distance", [0, 3, 6, 7, 9, 12])
@pytest.mark.parametrize("message", [False, True])
def test_no_earlier_call_is_larger_than_the_newest(
    distance: float, message: bool
) -> None:
    wall = Wall(**LANDSCAPE, diagonal_in=55, distance_m=distance, message=message)
    found = plan(wall)
    assert found.digits <= found.hero_digits


@pytest.mark.parametrize("shape", [LANDSCAPE, PORTRAIT], ids=["landscape", "portrait"])
def test_where_the_queues_stand_in_the_place_of_earlier_calls_there_is_no_strip_of_them(
    shape: dict[str, Any],
) -> None:
    assert plan(Wall(**shape, earlier=0)).strip.height == 0
    assert plan(Wall(**shape, earlier=0, media=True)).strip.height > 0


@pytest.mark.parametrize("shape", [LANDSCAPE, PORTRAIT], ids=["landscape", "portrait"])
@pytest.mark.parametrize(("diagonal", "distance"), [(0, 0), (55, 3), (55, 6), (55, 9)])
@pytest.mark.parametrize("told", ["nothing", "message", "named", "lost"])
@pytest.mark.parametrize("queues", [1, 3])
def test_how_many_wait_is_told_however_few_calls_there_are(
    shape: dict[str, Any], diagonal: float, distance: float, told: str, queues: int
) -> None:
    for earlier in range(MOST_ROWS):
        wall = Wall(
            **{**shape, "queues": queues},
            diagonal_in=diagonal,
            distance_m=distance,
            earlier=earlier,
        )
        if told != "nothing":
            wall = replace(wall, **{told: True})
        found = plan(wall)
        spare = found.spare
        # Either of both tells of the queues, and where rows stay empty one of them does.
        assert not (spare.height and found.strip.height)
        if earlier + 2 <= found.rows:
            assert spare.height
        if spare.height:
            begins = found.rows_area.y + min(earlier, found.rows) * found.row_height
            assert spare.y >= begins
            whole = found.rows_area.y + found.rows_area.height
            assert spare.y + spare.height == pytest.approx(whole)
            assert spare.height >= 30 * queues * found.scale


def test_rows_that_are_full_leave_no_room_for_anything_else() -> None:
    assert plan(Wall(**LANDSCAPE, diagonal_in=55, distance_m=9)).spare.height == 0
    assert plan(Wall(**LANDSCAPE, earlier=1, media=True)).spare.height == 0
    assert plan(Wall(**LANDSCAPE, earlier=1, idle=True)).spare.height == 0
    assert plan(Wall(**LANDSCAPE, earlier=0, idle=True)).spare.height > 0
