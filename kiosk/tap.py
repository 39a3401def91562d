"""A tap that survives a crash: on disk before its request leaves, gone once it is answered."""

import logging
import os
from datetime import datetime, timedelta
from pathlib import Path

from msgspec import Struct

from shared.wire import codec

log = logging.getLogger(__name__)

FRESH_FOR = timedelta(minutes=10)
"""Whoever tapped longer ago has left; asking again would take a number for nobody."""


class Tap(Struct, frozen=True):
    """One tap on a queue, and the Idempotency-Key that makes it one ticket."""

    key: str
    queue: str
    language: str
    at: datetime


class TapKeeper:
    """Keeps the one tap that has no answer yet."""

    def __init__(self, state_dir: Path) -> None:
        self._file = state_dir / "kiosk-tap.json"

    def keep(self, tap: Tap) -> None:
        """Write the tap so that it is there after a power cut; where that fails, the customer is served all the same."""
        try:
            self._write(tap)
        except OSError:
            log.exception("tap not kept key=%s", tap.key)

    def forget(self) -> None:
        """The tap has its answer."""
        self._file.unlink(missing_ok=True)

    def kept(self, now: datetime) -> Tap | None:
        """Return the tap that was never answered, if its customer may still be there."""
        try:
            tap = codec.decode(self._file.read_bytes(), Tap)
        except FileNotFoundError:
            return None
        except codec.BadJson:
            log.warning("unreadable tap dropped file=%s", self._file)
            self.forget()
            return None
        if now - tap.at > FRESH_FOR:
            log.warning("old tap dropped key=%s at=%s", tap.key, tap.at)
            self.forget()
            return None
        return tap

    def _write(self, tap: Tap) -> None:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        draft = self._file.with_suffix(".new")
        with draft.open("wb") as file:
            file.write(codec.encode(tap))
            file.flush()
            os.fsync(file.fileno())
        draft.replace(self._file)
