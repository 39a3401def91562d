"""Tells the guardian (`shared/qt/guardian.py`), for as long as the event loop runs, that it does."""

import faulthandler
import logging
import os
import signal
import sys

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from shared.qt.guardian import EVERY_S, LIVES, STARTS, own_end, patience_s

log = logging.getLogger(__name__)

PR_SET_PDEATHSIG = 1


class SignOfLife(QObject):
    """Says every second that it lives, and ends the program when nobody listens any more."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pipe = own_end()
        self._began = False
        if self._pipe is None:
            return
        if sys.stderr is not None:
            # The guardian asks by a signal where a window stood; a crash tells it likewise.
            faulthandler.enable()
        self.starting()

    def starting(self) -> None:
        """Say that the start is a step further."""
        if self._pipe is not None:
            self._say(STARTS)

    def begin(self) -> None:
        """Say it from now on: the window is there."""
        if self._pipe is None or self._began:
            return
        self._began = True
        QTimer.singleShot(0, self, self._live)
        timer = QTimer(self, interval=round(EVERY_S * 1000))
        timer.timeout.connect(self._live)
        timer.start()
        QTimer.singleShot(0, self, die_with_parent)

    def _live(self) -> None:
        if sys.platform == "win32" and sys.stderr is not None:
            # No signal asks for stacks there.
            faulthandler.dump_traceback_later(patience_s() - EVERY_S / 2)
        self._say(LIVES)

    def _say(self, word: bytes) -> None:
        assert self._pipe is not None
        try:
            os.write(self._pipe, word)
        except BlockingIOError:
            log.debug("the guardian does not read")
        except OSError:
            log.warning("nobody watches over this window any more; ending")
            QCoreApplication.exit(1)


def die_with_parent() -> None:
    """Be killed when the guardian is, even while standing still; elsewhere than on Linux the pipe tells."""
    if sys.platform == "linux":
        from ctypes import CDLL  # after the first frame, which it would delay

        CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
