"""The code that lets phones on site take a number: asked for only while a queue gives numbers to phones."""

from PySide6.QtCore import QObject, QTimer

from kiosk import state as folds
from kiosk.presenter import Presenter
from kiosk.state import KioskState
from shared.qt.client import Answered, Client, Outcome
from shared.qt.events import utc_now
from shared.wire import routes
from shared.wire.messages import Join, JoinCode

_SOONEST_MS = 1_000
_LATEST_MS = 30_000
"""For so long a code is shown, and accepted for as long again."""

_AGAIN_MS = 5_000


class PhoneCode(QObject):
    """Keeps the code on the screen fresh; it changes every half minute."""

    def __init__(self, presenter: Presenter, client: Client) -> None:
        super().__init__(presenter)
        self._presenter = presenter
        self._client = client
        self._asking = False
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._ask)
        presenter.became.connect(self._heed)

    def _heed(self, state: KioskState) -> None:
        if not _is_wanted(state):
            self._next.stop()
            self._show("")
        elif not self._asking and not self._next.isActive():
            self._ask()

    def _ask(self) -> None:
        self._asking = True
        self._client.get(routes.JOIN_CODE, JoinCode, self._answered)

    def _answered(self, outcome: Outcome[JoinCode]) -> None:
        self._asking = False
        if not _is_wanted(self._presenter.state):
            return
        if isinstance(outcome, Answered) and isinstance(outcome.message, JoinCode):
            code = outcome.message
            left_ms = int((code.until - utc_now()).total_seconds() * 1000)
            # A machine whose clock is wrong cannot tell; the code holds as long as that.
            known = 0 <= left_ms <= _LATEST_MS
            self._next.start(max(left_ms, _SOONEST_MS) if known else _LATEST_MS)
            self._show(code.url)
        else:
            self._next.start(_AGAIN_MS)
            self._show("")

    def _show(self, url: str) -> None:
        if self._presenter.state.join_url != url:
            self._presenter.learn(lambda state: folds.offered_joining(state, url))


def _is_wanted(state: KioskState) -> bool:
    return (
        state.followed is not None
        and state.link.live
        and any(queue.join is not Join.OFF for queue in state.followed.branch.queues)
    )
