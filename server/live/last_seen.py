"""When each device was last heard of: gathered in memory, written down by housekeeping at each of its turns."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

Whose = tuple[int, int]
"""A branch and a device of it."""


class LastSeen:
    """Devices that asked since somebody took them, and those that follow a stream at the moment."""

    def __init__(
        self, clock: Callable[[], datetime], watching: Callable[[], Iterable[Whose]]
    ) -> None:
        self._clock = clock
        self._watching = watching
        self._asked: dict[Whose, datetime] = {}

    def note(self, branch_id: int, device_id: int) -> None:
        """Remember that the device asked for something just now."""
        self._asked[branch_id, device_id] = self._clock()

    def heard(self, branch_id: int) -> Mapping[int, datetime]:
        """Return when each device of the branch was heard of, of those since the last time; nothing is forgotten."""
        now = self._clock()
        heard = self._asked | dict.fromkeys(self._watching(), now)
        return {id: at for (branch, id), at in heard.items() if branch == branch_id}

    def take(self) -> Mapping[Whose, datetime]:
        """Return who was heard of since the last time, and forget it."""
        asked, self._asked = self._asked, {}
        now = self._clock()
        return asked | dict.fromkeys(self._watching(), now)
