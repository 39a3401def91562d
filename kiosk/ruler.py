"""How large a millimetre is on this screen, kept from one start to the next."""

import logging
from pathlib import Path

from msgspec import Struct

from shared.private_files import write_private
from shared.wire import codec

log = logging.getLogger(__name__)


class Screen(Struct, frozen=True):
    """What the calibration found."""

    px_per_mm: float


class Ruler:
    """Keeps the calibration in a file."""

    def __init__(self, state_dir: Path) -> None:
        self._file = state_dir / "kiosk-screen.json"

    def read(self) -> float:
        """Return pixels per millimetre; 0 where nobody measured."""
        try:
            return codec.decode(self._file.read_bytes(), Screen).px_per_mm
        except FileNotFoundError:
            return 0
        except codec.BadJson:
            log.warning("unreadable calibration, ignored file=%s", self._file)
            return 0

    def write(self, px_per_mm: float) -> None:
        """Keep it; where that fails, it holds until the kiosk ends."""
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            write_private(self._file, codec.encode(Screen(px_per_mm)))
        except OSError:
            log.exception("calibration not kept")
