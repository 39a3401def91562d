"""Noticing that nobody has touched the console for a while."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QEvent, QObject, QTimer

TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.TouchBegin,
        QEvent.Type.Wheel,
    }
)


class IdleWatch(QObject):
    """Calls `then` each time the window was left alone for so long."""

    def __init__(
        self, window: QObject, after: timedelta, then: Callable[[], None]
    ) -> None:
        super().__init__(window)
        self._timer = QTimer(self)
        self._timer.setInterval(round(after.total_seconds() * 1000))
        self._timer.timeout.connect(then)
        self._timer.start()
        window.installEventFilter(self)

    def eventFilter(  # noqa: N802  # Qt's name
        self, watched: QObject, event: QEvent
    ) -> bool:
        """Begin to count anew at every touch; let everything pass."""
        if event.type() in TOUCHES:
            self._timer.start()
        return False
