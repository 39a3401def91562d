"""The wall that a board hangs on: its pixels, how far one sits away, and what has to stand on it; pure."""

from dataclasses import dataclass
from math import hypot

CAP = 0.727
"""The height of Inter's capitals and digits, as a part of the font size."""

LEAST_CAP_MM = 51.0
CAP_MM_PER_METRE = 11.0
MM_PER_INCH = 25.4

MOST_COLUMNS = 3
"""More queues than this in columns of their own could not be read."""


MOST_ROWS = 8


@dataclass(frozen=True, slots=True)
class Wall:
    """What the installer knows of the wall, its pixels, its diagonal, and how far away the last chair is; and what has to stand on it.

    `message` is something said to everybody, `closing` the notice at closing time, `lost` that the board is not live, `idle` that nobody
    is called, `named` that desks have names. `earlier` is how many calls there are to show beside the newest.
    """

    width: int
    height: int
    diagonal_in: float = 0
    distance_m: float = 0
    queues: int = 1
    columns: bool = False
    media: bool = False
    message: bool = False
    closing: bool = False
    lost: bool = False
    idle: bool = False
    earlier: int = MOST_ROWS
    named: bool = False

    @property
    def portrait(self) -> bool:
        """Whether it stands upright."""
        return self.height > self.width

    @property
    def needed_cap_mm(self) -> float:
        """How high digits have to be."""
        return max(LEAST_CAP_MM, CAP_MM_PER_METRE * self.distance_m)

    @property
    def needed_digits(self) -> float:
        """How large their font has to be; 0 where the diagonal is unknown."""
        return self.needed_cap_mm / CAP / self.mm_per_px if self.diagonal_in else 0

    @property
    def mm_per_px(self) -> float:
        """How large a pixel is; 0 where the diagonal is unknown."""
        return self.diagonal_in * MM_PER_INCH / hypot(self.width, self.height)
