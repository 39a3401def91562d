"""What a person did and the server has not answered yet: on disk before its request leaves, gone once it is answered."""

import logging
from datetime import datetime, timedelta
from typing import Annotated, Generic, Protocol, TypeVar

from msgspec import Meta

from shared.state_file import StateFile

log = logging.getLogger(__name__)


IdempotencyKey = Annotated[str, Meta(pattern="^[0-9A-Za-z-]{1,64}$")]
"""A UUID, or what a test has in its place; it goes into a header."""


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

    def __init__(self, file: StateFile[K], fresh_for: timedelta) -> None:
        self._file = file
        self._fresh_for = fresh_for

    def keep(self, deed: K) -> None:
        """Write the deed down; where that fails, it is sent all the same."""
        self._file.write(deed)

    def forget(self) -> None:
        """It has its answer, or matters to nobody any more."""
        self._file.remove()

    def kept(self, now: datetime) -> K | None:
        """Return the deed that was never answered, unless it is too old to matter to anybody."""
        deed = self._file.read()
        # A clock that was set back since makes it come from the future, which says as little.
        if deed is not None and abs(now - deed.at) > self._fresh_for:
            log.warning("too old key=%s at=%s", deed.key, deed.at)
            return None
        return deed

    def whatever(self) -> K | None:
        """Return the deed that was never answered, however old it is."""
        return self._file.read()
