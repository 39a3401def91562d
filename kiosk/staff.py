"""The door for staff: a held corner and a PIN lead to a page that customers never see."""

import hmac
import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from kiosk.presenter import Presenter
from kiosk.ruler import LEAST_PX_PER_MM, MOST_PX_PER_MM, Ruler
from kiosk.state import calibrated, entered
from kiosk.viewmodels.views import Views
from kiosk.visit import AmongStaff, AtStaffDoor, Calibrating, Taking

log = logging.getLogger(__name__)

TRIES = 5
LOCK_MS = 30_000
USUAL_PX_PER_MM = 4.034
"""The 21.5″ panel that the sizes are made for."""


class StaffDoor(QObject):
    """Asks for the PIN, and after five wrong ones waits half a minute; behind it: end, test print, calibration."""

    def __init__(
        self,
        views: Views,
        presenter: Presenter,
        ruler: Ruler,
        pin: str,
        close: Callable[[], None],
        *,
        lock_ms: int = LOCK_MS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._ruler = ruler
        self._pin = pin
        self._close = close
        self._wrong = 0
        self._lock = QTimer(self, singleShot=True, interval=lock_ms)
        self._lock.timeout.connect(self._unlock)
        views.staff.cornerHeld.connect(self.knock)
        views.staff.digitTapped.connect(self.type)
        views.staff.digitErased.connect(self.erase)
        views.staff.closeTapped.connect(self.close)
        views.staff.calibrateTapped.connect(self.calibrate)
        views.staff.cardResized.connect(self.resize)
        views.staff.cardMatched.connect(self.match)
        known = ruler.read()
        if known:
            presenter.change(lambda state: calibrated(state, known))

    def knock(self) -> None:
        """Ask for the PIN, unless a customer waits for a number."""
        if self._pin and not isinstance(self._presenter.state.visit, Taking):
            door = AtStaffDoor(locked=self._lock.isActive())
            self._presenter.change(lambda state: entered(state, door))

    def type(self, digit: str) -> None:
        """Take a digit; the last one opens the door or not."""
        door = self._presenter.state.visit
        if not isinstance(door, AtStaffDoor) or door.locked:
            return
        typed = door.typed + digit
        if len(typed) < len(self._pin):
            self._show(AtStaffDoor(typed))
        elif hmac.compare_digest(typed.encode(), self._pin.encode()):
            self._wrong = 0
            log.info("staff came in")
            self._show(AmongStaff())
        else:
            self._refuse()

    def erase(self) -> None:
        """Take the last digit back."""
        door = self._presenter.state.visit
        if isinstance(door, AtStaffDoor) and not door.locked:
            self._show(AtStaffDoor(door.typed[:-1]))

    def close(self) -> None:
        """End the kiosk; only from behind the door."""
        if isinstance(self._presenter.state.visit, AmongStaff):
            log.info("ended by staff")
            self._close()

    def calibrate(self) -> None:
        """Show the card to match; only from behind the door."""
        if isinstance(self._presenter.state.visit, AmongStaff):
            known = self._presenter.state.px_per_mm or USUAL_PX_PER_MM
            self._show(Calibrating(known))

    def resize(self, factor: float) -> None:
        """Make the card larger or smaller."""
        visit = self._presenter.state.visit
        if isinstance(visit, Calibrating):
            size = max(LEAST_PX_PER_MM, visit.px_per_mm * factor)
            self._show(Calibrating(min(MOST_PX_PER_MM, size)))

    def match(self) -> None:
        """The card on the screen is as large as the one in the hand: keep it."""
        visit = self._presenter.state.visit
        if isinstance(visit, Calibrating):
            self._ruler.write(visit.px_per_mm)
            self._presenter.change(lambda s: calibrated(s, visit.px_per_mm))
            self._show(AmongStaff())

    def _refuse(self) -> None:
        self._wrong += 1
        log.warning("wrong PIN at the staff door tries=%d", self._wrong)
        if self._wrong >= TRIES:
            self._wrong = 0
            self._lock.start()
        self._show(AtStaffDoor(wrong=True, locked=self._lock.isActive()))

    def _unlock(self) -> None:
        if isinstance(self._presenter.state.visit, AtStaffDoor):
            self._show(AtStaffDoor())

    def _show(self, visit: AtStaffDoor | AmongStaff | Calibrating) -> None:
        self._presenter.change(lambda state: entered(state, visit))
