"""Where everything stands on the screen, and whether it can be read from the back of the room; pure.

All lengths are pixels unless the name says otherwise.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from display.wall import CAP, CAP_MM_PER_METRE, MOST_COLUMNS, MOST_ROWS, Wall

LEAST_ROWS = 3
"""Fewer only where no more could be read."""

USUAL_ROWS = 4
ROWS_BESIDE_MEDIA = 2
ROW_EMS = 7.4
"""How many times its font size a row is wide at least: a number, an arrow, a desk with its word."""

HERO_EMS = 1 / 0.29
"""The same for the newest call where its desk stands below its number."""

WIDE_EMS = 8.4
"""The same for the newest call where it stands on one line."""

HERO_SHARE = 0.52
"""Which part of the width the newest call has beside the rows, where they can be read in the rest."""

FIRST_IN_COLUMN = 0.6
"""Which part of a column its large call has, where earlier ones stand below."""

WAITS_LINE = 36
"""How high a queue is at least where it says how many wait, in pixels of the tokens."""

HEADER, FOOTER, MARGIN, GAP, ROW_GAP = 52, 40, 24, 14, 8
TILE, TILE_UPRIGHT, COLUMN_HEAD = 60, 50, 42
BAR = 44
"""The fixed lengths of the layout, in pixels of the tokens; the last is the line that says that the board is not live."""

MESSAGE, MESSAGE_UPRIGHT, CLOSING, CLOSING_UPRIGHT = 58, 88, 76, 112
"""The heights of what everybody is told, above the calls, and of the notice at closing time, below them."""


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle below the header, in the direction of reading: `x` counts from where lines begin."""

    x: float = 0
    y: float = 0
    width: float = 0
    height: float = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """The places and sizes; `reach_m` is how far the rows can be read, 0 where the diagonal is unknown.

    `first_height` and `later_height` are those of a column's large and small calls. `wide` puts number and desk of the
    newest call on one line, `strip` is nothing where it has no place. `spare` is what no row needs yet, for the queues. `cap_mm` is how high the smallest digits are.
    """

    scale: float
    hero: Area
    rows_area: Area
    rows: int
    digits: float
    hero_digits: float
    media: Area = Area()
    strip: Area = Area()
    strip_columns: int = 1
    spare: Area = Area()
    columns: int = 0
    lanes: bool = False
    first_height: float = 0
    later_height: float = 0
    wide: bool = False
    message: Area = Area()
    closing: Area = Area()
    legible: bool = True
    reach_m: float = 0
    cap_mm: float = 0

    @property
    def row_height(self) -> float:
        """How high one row is."""
        gaps = ROW_GAP * self.scale * (self.rows - 1)
        return (self.rows_area.height - gaps) / self.rows


def plan(wall: Wall) -> Plan:
    """Return where everything stands: the most rows that can be read from the distance; before rows the strip gives way.

    Where none can, the largest there are, and `legible` is false.
    """
    if wall.columns and 0 < wall.queues <= MOST_COLUMNS:
        ways = [
            in_columns(wall, rows) for rows in ((2, 1) if wall.portrait else (3, 2, 1))
        ]
        return best(wall, ways)
    usual = (
        ROWS_BESIDE_MEDIA if wall.media else LEAST_ROWS if wall.named else USUAL_ROWS
    )
    if wall.diagonal_in == 0:
        return side_by_side(wall, usual)
    most = usual if wall.media else MOST_ROWS
    least = min(usual, LEAST_ROWS)
    ways = [
        side_by_side(wall, rows, strip=strip)
        for strip in (True, False)
        for rows in range(most, least - 1, -1)
    ]
    few = [
        side_by_side(wall, rows, strip=strip)
        for rows in range(least - 1, 0, -1)
        for strip in (True, False)
    ]
    if wall.portrait:
        return best(wall, ways + few)
    lines = [stacked(wall, rows) for rows in range(LEAST_ROWS + 1, 0, -1)]
    enough = [way for way in lines if way.rows >= LEAST_ROWS]
    return best(wall, ways + enough + few + lines)


def best(wall: Wall, ways: Sequence[Plan]) -> Plan:
    """Return the first of these that can be read, else the one that can be read from farthest; without a diagonal the first."""
    judgements = [judged(wall, way) for way in ways]
    largest = max(judgements, key=lambda way: way.reach_m)
    return next((way for way in judgements if way.legible), largest)


def judged(wall: Wall, way: Plan) -> Plan:
    """Return the plan with how far it can be read, and whether that is far enough."""
    cap_mm = min(way.digits, way.hero_digits) * CAP * wall.mm_per_px
    legible = wall.diagonal_in == 0 or cap_mm >= wall.needed_cap_mm
    return replace(
        way, legible=legible, reach_m=cap_mm / CAP_MM_PER_METRE, cap_mm=cap_mm
    )


def framed(wall: Wall) -> tuple[Area, Area, Area]:
    """Return the places of the message and of the notice at closing time, empty where there is none, and what they leave between them."""
    scale, gap = scale_of(wall), GAP * scale_of(wall)
    margin = MARGIN * scale
    inner = wall.width - 2 * margin
    top, bottom = BAR * scale + gap if wall.lost else 0.0, height_below_header(wall)
    message = closing = Area()
    if wall.message:
        height = (MESSAGE_UPRIGHT if wall.portrait else MESSAGE) * scale
        message = Area(margin, top, inner, height)
        top += height + gap
    if wall.closing:
        height = (CLOSING_UPRIGHT if wall.portrait else CLOSING) * scale
        closing = Area(margin, bottom - height, inner, height)
        bottom -= height + gap
    return message, closing, Area(margin, top, inner, bottom - top)


def with_spare(wall: Wall, way: Plan) -> Plan:
    """Return the plan with the room that its rows do not need yet, where nothing else tells of the queues and these fit in."""
    if wall.media or way.strip.height or (wall.idle and wall.earlier):
        return way
    scale, rows = scale_of(wall), way.rows_area
    used = min(wall.earlier, way.rows) * (way.row_height + ROW_GAP * scale)
    left = Area(rows.x, rows.y + used, rows.width, rows.height - used)
    enough = left.height >= min(wall.queues, MOST_ROWS) * WAITS_LINE * scale
    return replace(way, spare=left) if enough or not wall.earlier else way


def stripped(wall: Wall, room: Area, rows: int) -> tuple[Area, int, Area]:
    """Return the strip of queues at the bottom, its columns, and what it leaves; there is none while something else tells of the queues."""
    spare = wall.earlier == 0 or wall.earlier + 2 <= rows
    told = wall.idle or (spare and not wall.media)
    if wall.closing or wall.lost or told:
        return Area(), 1, room
    scale = scale_of(wall)
    most = 6 if not wall.portrait else 1 if wall.queues <= MOST_COLUMNS else 2
    columns = max(1, min(wall.queues, most))
    lines = -(-max(1, wall.queues) // columns)
    tile = TILE_UPRIGHT if wall.portrait else TILE
    height = (lines * (tile + ROW_GAP) - ROW_GAP) * scale
    strip = Area(room.x, room.y + room.height - height, room.width, height)
    left = room.height - height - GAP * scale
    return strip, columns, Area(room.x, room.y, room.width, left)


def side_by_side(wall: Wall, rows: int, *, strip: bool = True) -> Plan:
    """Return the usual board: the newest call, beside or below it the rows, a strip of queues at the bottom if there is one."""
    scale, gap = scale_of(wall), GAP * scale_of(wall)
    message, closing, room = framed(wall)
    queues, columns, room = stripped(wall, room, rows) if strip else (Area(), 1, room)
    if wall.portrait:
        height = room.height * (0.36 if wall.media else 0.5)
        # As high as it needs to be for its width.
        height = min(height, room.width * (0.86 if wall.named else 0.78))
        hero = Area(room.x, room.y, room.width, height)
        below = room.y + height + gap
        side = Area(room.x, below, room.width, room.height - height - gap)
    else:
        width = hero_width(wall, room.width - gap)
        hero = Area(room.x, room.y, width, room.height)
        side = Area(room.x + width + gap, room.y, room.width - width - gap, room.height)
    listed, media = split(side, gap, wall.portrait) if wall.media else (side, Area())
    way = Plan(
        scale=scale,
        hero=hero,
        rows_area=listed,
        rows=rows,
        digits=0,
        hero_digits=min(
            hero.height * (0.32 if wall.named else 0.36), hero.width / HERO_EMS
        ),
        media=media,
        strip=queues,
        strip_columns=columns,
        message=message,
        closing=closing,
    )
    of_row = 0.5 if wall.named else 0.68
    digits = min(way.row_height * of_row, listed.width / ROW_EMS)
    return with_spare(wall, replace(way, digits=digits))


def hero_width(wall: Wall, width: float) -> float:
    """Return how wide the newest call is beside the rows: less than usual where only then both can be read."""
    # One more, so that whole pixels take nothing away.
    needed = wall.needed_digits + 1
    rows = width * (1 - HERO_SHARE)
    wanted = min(needed * ROW_EMS, width - needed * HERO_EMS)
    return width - max(rows, wanted)


def stacked(wall: Wall, rows: int) -> Plan:
    """Return the board for the far end of a hall: every call a line as wide as the screen, nothing beside."""
    scale = scale_of(wall)
    message, closing, room = framed(wall)
    line = (room.height - GAP * scale - ROW_GAP * scale * (rows - 1)) / (rows + 1)
    hero = Area(room.x, room.y, room.width, line)
    below = line + GAP * scale
    of_line = 0.56 if wall.named else 0.78
    way = Plan(
        scale=scale,
        hero=hero,
        rows_area=Area(room.x, room.y + below, room.width, room.height - below),
        rows=rows,
        digits=0,
        hero_digits=min(line * of_line, room.width / WIDE_EMS),
        wide=True,
        message=message,
        closing=closing,
    )
    digits = min(way.row_height * of_line, room.width / ROW_EMS, way.hero_digits)
    return with_spare(wall, replace(way, digits=digits))


def in_columns(wall: Wall, rows: int) -> Plan:
    """Return the board with a column for each queue, or a lane for each where the screen stands upright, of so many calls."""
    scale, gap = scale_of(wall), GAP * scale_of(wall)
    message, closing, room = framed(wall)
    across, down = (1, wall.queues) if wall.portrait else (wall.queues, 1)
    width = (room.width - gap * (across - 1)) / across
    height = (room.height - gap * (down - 1)) / down - COLUMN_HEAD * scale
    first = height if rows == 1 else (height - (rows - 1) * gap) * FIRST_IN_COLUMN
    later = 0 if rows == 1 else (height - first) / (rows - 1) - gap
    if wall.portrait:
        large = min(width / ROW_EMS, first * (0.5 if wall.named else 0.68))
    else:
        large = min(width * 0.28, first * (0.3 if wall.named else 0.36))
    small = min(width / ROW_EMS, later * (0.5 if wall.named else 0.68), large)
    return Plan(
        scale=scale,
        hero=room,
        rows_area=room,
        rows=rows,
        digits=large if rows == 1 else small,
        hero_digits=large,
        first_height=first,
        later_height=later,
        columns=wall.queues,
        lanes=wall.portrait,
        message=message,
        closing=closing,
    )


def scale_of(wall: Wall) -> float:
    """Return how many pixels one pixel of the tokens is: nobody stands near, so it is twice as many as usual."""
    return min(wall.width, wall.height) / 1080 * 2


def height_below_header(wall: Wall) -> float:
    """Return the height between header and footer."""
    return wall.height - (HEADER + FOOTER) * scale_of(wall)


def split(side: Area, gap: float, portrait: bool) -> tuple[Area, Area]:
    """Return the part for the calls, above, and the part for the pictures, below."""
    calls = (side.height - gap) * (0.5 if portrait else 0.55)
    return (
        Area(side.x, side.y, side.width, calls),
        Area(side.x, side.y + calls + gap, side.width, side.height - gap - calls),
    )
