"""Carries what happens, and the passing of time, onto the screen, and says which call to announce."""

import logging
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from display import state as folds
from display.state import Called, DisplayState
from display.viewmodels.display_view_model import DisplayViewModel
from shared.wire.link import Link
from shared.wire.messages import Event, Snapshot

log = logging.getLogger(__name__)


class Presenter(QObject):
    """Keeps the display's state and one timer, which rings when time alone changes what is shown."""

    announced = Signal(Called)
    language_changed = Signal(str)

    def __init__(
        self,
        view_model: DisplayViewModel,
        *,
        now: Callable[[], datetime],
        first_language: str | None = None,
        server: str = "",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._view_model = view_model
        self._now = now
        self._state = DisplayState(
            now=now(), first_language=first_language, server=server
        )
        self._timer = QTimer(self, singleShot=True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.tick)
        self._become(self._state)

    @property
    def state(self) -> DisplayState:
        """What the display knows."""
        return self._state

    def begin(self, snapshot: Snapshot) -> None:
        """The stream began anew."""
        self._become(folds.began(self._timely(), snapshot))

    def happen(self, event: Event) -> None:
        """Something happened at the branch."""
        self._become(folds.happened(self._timely(), event))

    def stand(self, link: Link) -> None:
        """The link to the server changed."""
        self._become(folds.stood(self._timely(), link))

    def listen(self, speaking: bool) -> None:
        """Something begins to be said, or has been."""
        self._become(folds.spoke(self._timely(), speaking))

    def tick(self) -> None:
        """Time passed."""
        self._become(self._timely())

    def _timely(self) -> DisplayState:
        return folds.ticked(self._state, self._now())

    def _become(self, state: DisplayState) -> None:
        before, self._state = self._state, state
        if state.language != before.language:
            self.language_changed.emit(state.language)
        self._view_model.become(state)
        if begins_moment(before, state) and state.moment is not None:
            call = state.moment.call
            log.info(
                "call shown label=%s desk=%s seq=%s", call.label, call.desk, call.seq
            )
            self.announced.emit(call)
        # Announcing may have changed it.
        wait = folds.next_due(self._state) - self._state.now
        self._timer.start(max(1, round(wait.total_seconds() * 1000)))


def begins_moment(before: DisplayState, after: DisplayState) -> bool:
    """Return whether a call got its moment just now."""
    if after.moment is None or not after.moment.fresh:
        return False
    known = before.moment
    return (
        known is None
        or known.began != after.moment.began
        or known.call.seq != after.moment.call.seq
    )
