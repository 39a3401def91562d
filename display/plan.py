"""Where everything stands on the screen, and whether it can be read from the back of the room; pure.

All lengths are pixels unless the name says otherwise.
"""

from dataclasses import dataclass, replace
from math import hypot

CAP = 0.727
"""The height of Inter's capitals and digits, as a part of the font size."""

LEAST_CAP_MM = 51.0
CAP_MM_PER_METRE = 11.0
MM_PER_INCH = 25.4

MOST_ROWS = 8
LEAST_ROWS = 3
USUAL_ROWS = 5
ROWS_BESIDE_MEDIA = 3
MOST_COLUMNS = 3
"""More queues than this in columns of their own could not be read."""

ROW_EMS = 6.2
"""How many times its font size a row is wide at least: five characters, a gap, three digits, margins."""

WIDE_EMS = 7.6
"""The same for a line that says “Desk” between the two."""

COLUMN_HEAD, FIRST_IN_COLUMN = 88, 0.6
"""The height of a column's heading in pixels of the tokens, and which part of the rest its large call has."""

HEADER, FOOTER, MARGIN, GAP, HEAD, ROW_GAP, TILE = 52, 40, 24, 12, 27, 8, 72
"""The fixed lengths of the layout, in pixels of the tokens."""


@dataclass(frozen=True, slots=True)
class Wall:
    """What the installer knows of the wall: the screen's pixels, its diagonal, and how far away the last chair is."""

    width: int
    height: int
    diagonal_in: float = 0
    distance_m: float = 0
    queues: int = 1
    columns: bool = False
    media: bool = False

    @property
    def needed_cap_mm(self) -> float:
        """How high digits have to be."""
        return max(LEAST_CAP_MM, CAP_MM_PER_METRE * self.distance_m)

    @property
    def mm_per_px(self) -> float:
        """How large a pixel is; 0 where the diagonal is unknown."""
        return self.diagonal_in * MM_PER_INCH / hypot(self.width, self.height)


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
    newest call on one line, `headed` a line of headings above the rows. `cap_mm` is how high the smallest digits are.
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
    columns: int = 0
    first_height: float = 0
    later_height: float = 0
    wide: bool = False
    headed: bool = True
    legible: bool = True
    reach_m: float = 0
    cap_mm: float = 0

    @property
    def row_height(self) -> float:
        """How high one row is."""
        head = HEAD * self.scale if self.headed else 0
        return (
            self.rows_area.height - head - ROW_GAP * self.scale * self.rows
        ) / self.rows


def plan(wall: Wall) -> Plan:
    """Return where everything stands: the most rows that can be read from the distance.

    Where none can, the largest there are, and `legible` is false.
    """
    portrait = wall.height > wall.width
    if wall.columns and 0 < wall.queues <= MOST_COLUMNS and not portrait:
        return judged(wall, in_columns(wall))
    if wall.diagonal_in == 0:
        return side_by_side(wall, ROWS_BESIDE_MEDIA if wall.media else USUAL_ROWS)
    most = ROWS_BESIDE_MEDIA if wall.media else MOST_ROWS
    ways = [side_by_side(wall, rows) for rows in range(most, LEAST_ROWS - 1, -1)]
    if not portrait:
        ways += [stacked(wall, rows) for rows in range(LEAST_ROWS + 1, 1, -1)]
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


def side_by_side(wall: Wall, rows: int) -> Plan:
    """Return the usual board: the newest call, beside or below it the rows, a strip of queues at the bottom."""
    scale, portrait = scale_of(wall), wall.height > wall.width
    margin, gap = MARGIN * scale, GAP * scale
    inner, below = wall.width - 2 * margin, height_below_header(wall)
    columns = max(1, min(wall.queues, 3 if portrait else 6))
    lines = -(-max(1, wall.queues) // columns)
    strip_height = (lines * (TILE + ROW_GAP) - ROW_GAP) * scale
    strip = Area(margin, below - strip_height, inner, strip_height)
    place = strip.y - gap
    if portrait:
        hero = Area(margin, 0, inner, place * (0.36 if wall.media else 0.45))
        side = Area(margin, hero.height + gap, inner, place - hero.height - gap)
    else:
        hero = Area(margin, 0, inner * 0.54, place)
        side = Area(margin + hero.width + gap, 0, inner - hero.width - gap, place)
    listed, media = split(side, gap, portrait) if wall.media else (side, Area())
    way = Plan(
        scale=scale,
        hero=hero,
        rows_area=listed,
        rows=rows,
        digits=0,
        hero_digits=min(hero.height * 0.34, hero.width * 0.325),
        media=media,
        strip=strip,
        strip_columns=columns,
    )
    return replace(way, digits=min(way.row_height * 0.74, listed.width / ROW_EMS))


def stacked(wall: Wall, rows: int) -> Plan:
    """Return the board for the far end of a hall: every call a line as wide as the screen, nothing beside."""
    scale = scale_of(wall)
    margin, gap = MARGIN * scale, GAP * scale
    inner, below = wall.width - 2 * margin, height_below_header(wall)
    line = (below - gap - ROW_GAP * scale * (rows - 1)) / (rows + 1)
    hero = Area(margin, 0, inner, line + gap)
    way = Plan(
        scale=scale,
        hero=hero,
        rows_area=Area(margin, hero.height, inner, below - hero.height),
        rows=rows,
        digits=0,
        hero_digits=min(line * 0.82, inner / WIDE_EMS),
        wide=True,
        headed=False,
    )
    return replace(way, digits=min(way.row_height * 0.82, inner / ROW_EMS))


def in_columns(wall: Wall) -> Plan:
    """Return the board with a column for each queue."""
    scale = scale_of(wall)
    inner, place = wall.width - 2 * MARGIN * scale, height_below_header(wall)
    width = (inner - GAP * scale * (wall.queues - 1)) / wall.queues
    below = place - COLUMN_HEAD * scale
    first = below * FIRST_IN_COLUMN
    later = (below - first - 2 * GAP * scale) / 2
    digits = min(width * 0.28, place * 0.19)
    return Plan(
        scale=scale,
        hero=Area(MARGIN * scale, 0, inner, place),
        rows_area=Area(MARGIN * scale, 0, inner, place),
        rows=LEAST_ROWS,
        digits=min(digits * 0.62, later * 0.7),
        hero_digits=digits,
        first_height=first,
        later_height=later,
        columns=wall.queues,
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
