"""Withdrawing the numbers that customers gave up: whatever the server gave or may yet give for them, nobody is called."""

import logging

from PySide6.QtCore import QObject, QTimer

from kiosk.tap import MOST_GIVEN_UP, GivenUp, Tap
from shared.qt.client import STORAGE_FULL, Answered, Client, Definite, Refused
from shared.state_file import StateFile
from shared.wire import routes
from shared.wire.messages import Ticket

log = logging.getLogger(__name__)

AGAIN_MS = 30_000
TOO_MANY = 429
LATER = (TOO_MANY, STORAGE_FULL)
"""The server cannot do it now, but will."""


class Withdrawals(QObject):
    """Tells the server of each tap that was given up, until it answers; over a restart of the kiosk, too."""

    def __init__(
        self,
        client: Client,
        file: StateFile[GivenUp],
        *,
        again_ms: int = AGAIN_MS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._client = client
        self._file = file
        self._again_ms = again_ms
        kept = file.read()
        self._taps = {} if kept is None else {tap.key: tap for tap in kept.taps}

    def resume(self) -> None:
        """Go on with what the kiosk before this one did not finish."""
        for tap in list(self._taps.values()):
            self._tell(tap)

    def holds(self, tap: Tap) -> bool:
        """Return whether this tap was given up."""
        return tap.key in self._taps

    def withdraw(self, tap: Tap) -> None:
        """Let the number of this tap be nobody's; it is on disk before the server is told."""
        self._taps[tap.key] = tap
        while len(self._taps) > MOST_GIVEN_UP:
            self._forget(next(iter(self._taps)))
        self._file.write(GivenUp(list(self._taps.values())))
        self._tell(tap)

    def _tell(self, tap: Tap) -> None:
        self._client.post(
            routes.WITHDRAW,
            tap.wish,
            Ticket,
            lambda answer: self._told(tap, answer),
            key=tap.key,
        )

    def _told(self, tap: Tap, answer: Definite[Ticket]) -> None:
        match answer:
            case Answered(message=Ticket() as ticket):
                log.info("withdrawn label=%s key=%s", ticket.label, tap.key)
            case Answered():
                log.info("withdrawn before a number was given key=%s", tap.key)
            case Refused(problem=problem) if problem.status in LATER:
                log.warning("withdrawn later type=%s key=%s", problem.type, tap.key)
                QTimer.singleShot(self._again_ms, self, lambda: self._tell(tap))
                return
            case _:
                log.warning("not withdrawn key=%s answer=%s", tap.key, answer)
        self._forget(tap.key)

    def _forget(self, key: str) -> None:
        self._taps.pop(key, None)
        if self._taps:
            self._file.write(GivenUp(list(self._taps.values())))
        else:
            self._file.remove()
