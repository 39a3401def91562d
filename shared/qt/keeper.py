"""What a person did and the server has not answered yet: on disk before its request leaves, gone once it is answered."""

import logging
from datetime import datetime, timedelta
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from shared.private_files import write_private
from shared.wire import codec

log = logging.getLogger(__name__)


class Kept(Protocol):
    """One thing that somebody did, and the Idempotency-Key under which it happens once."""

    @property
    def key(self) -> str:
        """The key of its request."""

    @property
    def at(self) -> datetime:
        """When it was done."""


K = TypeVar("K", bound=Kept)


class Keeper(Generic[K]):
    """Keeps the one deed that has no answer yet, over crashes and power cuts."""

    def __init__(self, file: Path, kind: type[K], fresh_for: timedelta) -> None:
        self._file = file
        self._kind = kind
        self._fresh_for = fresh_for

    def keep(self, deed: K) -> None:
        """Write the deed down; where that fails, it is sent all the same."""
        try:
            self._write(deed)
        except OSError:
            log.exception("not kept key=%s", deed.key)

    def forget(self) -> None:
        """It has its answer, or matters to nobody any more."""
        self._file.unlink(missing_ok=True)

    def kept(self, now: datetime) -> K | None:
        """Return the deed that was never answered, unless it is too old to matter to anybody."""
        try:
            deed = codec.decode(self._file.read_bytes(), self._kind)
        except FileNotFoundError:
            return None
        except codec.BadJson:
            log.warning("unreadable file=%s", self._file)
            return None
        # A clock that was set back since makes it come from the future, which says as little.
        if abs(now - deed.at) > self._fresh_for:
            log.warning("too old key=%s at=%s", deed.key, deed.at)
            return None
        return deed

    def _write(self, deed: K) -> None:
        self._file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_private(self._file, codec.encode(deed))
