"""What is remembered of the printer: whether it ever answered, over restarts of the kiosk."""

import logging
from pathlib import Path

log = logging.getLogger(__name__)


class Known:
    """Remembers in a file, or without one until the kiosk ends, whether the printer at this address answers questions."""

    def __init__(self, address: str, file: Path | None = None) -> None:
        self._address = address
        self._file = file
        self._answers = False
        if file is not None and file.exists():
            self._answers = file.read_text(encoding="utf-8") == address

    @property
    def answers(self) -> bool:
        """Whether it was heard to answer: from then on silence is a fault, and no habit of its model."""
        return self._answers

    def heard(self, *, answers: bool) -> None:
        """Remember whether it answered just now; where that cannot be written it holds until the kiosk ends."""
        if answers == self._answers:
            return
        self._answers = answers
        if self._file is None:
            return
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._file.write_text(self._address if answers else "", encoding="utf-8")
        except OSError:
            log.exception("not remembered printer=%s", self._address)


def known_printer(address: str, state_dir: Path) -> Known:
    """Return what this kiosk remembers of its printer."""
    return Known(address, state_dir / "kiosk-printer-answers")
