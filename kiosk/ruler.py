"""How large a millimetre is on this screen, kept from one start to the next."""

from pathlib import Path
from typing import Annotated

from msgspec import Meta, Struct

from shared.state_file import StateFile

LEAST_PX_PER_MM, MOST_PX_PER_MM = 1.0, 20.0
"""What screens there are, from a wall of lamps to a telephone."""


class Screen(Struct, frozen=True):
    """What the calibration found."""

    px_per_mm: Annotated[float, Meta(ge=LEAST_PX_PER_MM, le=MOST_PX_PER_MM)]


class Ruler:
    """Keeps the calibration in a file."""

    def __init__(self, state_dir: Path) -> None:
        self._file = StateFile(state_dir / "kiosk-screen.json", Screen)

    def read(self) -> float:
        """Return pixels per millimetre; 0 where nobody measured."""
        screen = self._file.read()
        return 0 if screen is None else screen.px_per_mm

    def write(self, px_per_mm: float) -> None:
        """Keep it; where that fails, it holds until the kiosk ends."""
        self._file.write(Screen(px_per_mm))
