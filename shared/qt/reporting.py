"""Tells the server how this device is: when it begins, when something changes, and every few minutes."""

import logging

from PySide6.QtCore import QObject, QTimer
from PySide6.QtQuick import QQuickWindow

from shared.qt.client import Away, Client, Definite, Post, Refused
from shared.qt.events import EventStream
from shared.wire import routes
from shared.wire.pairing import DeviceReport, PaperState, SoundState

log = logging.getLogger(__name__)

EVERY_MS = 240_000

SOON_MS = 300
"""What changes together, as a window's width and height do, is told together."""


class Reporter(QObject):
    """Reports version, screen, paper and sound while the server is heard; what is not answered is not asked again, for the next one says more."""

    def __init__(
        self,
        client: Client,
        stream: EventStream,
        version: str,
        *,
        soon_ms: int = SOON_MS,
        every_ms: int = EVERY_MS,
    ) -> None:
        super().__init__(stream)
        self._client = client
        self._stream = stream
        self._report = DeviceReport(version=version)
        self._told: DeviceReport | None = None
        self._post: Post | None = None
        self._soon = QTimer(self, singleShot=True, interval=soon_ms)
        self._soon.timeout.connect(self._tell)
        self._again = QTimer(self, interval=every_ms)
        self._again.timeout.connect(self._tell)
        stream.began.connect(lambda _snapshot: self._begin())

    def watch(self, window: QQuickWindow) -> None:
        """Report this window's size in pixels of the screen."""

        def measure() -> None:
            ratio = window.effectiveDevicePixelRatio()
            width, height = (
                round(window.width() * ratio),
                round(window.height() * ratio),
            )
            self._change(screen=f"{width}×{height}")

        window.widthChanged.connect(measure)
        window.heightChanged.connect(measure)
        measure()

    def tell_paper(self, paper: PaperState) -> None:
        """Report the paper from now on."""
        self._change(paper=paper)

    def tell_sound(self, sound: SoundState) -> None:
        """Report the sound from now on."""
        self._change(sound=sound)

    def _change(
        self,
        *,
        screen: str | None = None,
        paper: PaperState | None = None,
        sound: SoundState | None = None,
    ) -> None:
        before = self._report
        self._report = DeviceReport(
            version=before.version,
            screen=screen or before.screen,
            paper=paper or before.paper,
            sound=sound or before.sound,
        )
        if self._report != self._told and self._again.isActive():
            self._soon.start()

    def _begin(self) -> None:
        self._again.start()
        self._soon.start()

    def _tell(self) -> None:
        if not self._stream.link.live or self._post is not None:
            return
        report = self._report

        def answered(answer: Definite[None]) -> None:
            self._post = None
            if isinstance(answer, Refused):
                # A server that is older than this program wants none.
                log.warning("report refused type=%s", answer.problem.type)
                return
            self._told = report
            if self._report != report:
                self._soon.start()

        def missed(_away: Away) -> None:
            post, self._post = self._post, None
            if post is not None:
                post.cancel()

        self._post = self._client.post(
            routes.OWN_REPORT, report, type(None), answered, missed=missed
        )
