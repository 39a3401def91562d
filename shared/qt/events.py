"""The live stream: snapshots and events as they happen, over whatever the network does."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from random import SystemRandom
from typing import TypeVar

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal
from PySide6.QtNetwork import QNetworkAccessManager, QNetworkReply, QNetworkRequest

from shared.qt import sse
from shared.qt.backoff import Backoff
from shared.qt.network import Target, distrusted, problem_of
from shared.wire import codec, routes
from shared.wire import pairing as wire
from shared.wire.link import Link, LinkState
from shared.wire.messages import Event, Role, Snapshot
from shared.wire.pairing import DeviceAsked, OwnDevice

log = logging.getLogger(__name__)

OK = 200

MOST_BACKOFF_S = 10.0
"""A call is announced only while it is fresh, so that coming back must not take long."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Patience:
    """How long the stream may be silent, and how long after it was heard last it is away; the server speaks every 4 s."""

    silence_ms: int = 9_000
    away_ms: int = 10_000


def utc_now() -> datetime:
    """Return the present instant."""
    return datetime.now(UTC)


class EventStream(QObject):
    """Tells every event once, in order; after a gap that cannot be replayed, a snapshot to begin from.

    `role` is what kind of program follows it; the server refuses the token of another kind.
    When a queue opened, closed or filled up it is told how the branch stands, which is no row of the journal and has no seq of its own.
    `asked` and `own_changed` are about this device alone, and likewise no rows. `distrusted` says that somebody answered who could not prove to be the server.
    """

    began = Signal(Snapshot)
    happened = Signal(Event)
    link_changed = Signal()
    asked = Signal(DeviceAsked)
    own_changed = Signal(OwnDevice)
    distrusted = Signal()

    def __init__(
        self,
        target: Target,
        network: QNetworkAccessManager,
        *,
        patience: Patience = Patience(),
        backoff: Backoff | None = None,
        role: Role | None = None,
        now: Callable[[], datetime] = utc_now,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent or network)
        self._target = target
        self._network = network
        self._backoff = backoff or Backoff(SystemRandom(), most_s=MOST_BACKOFF_S)
        self._role = role
        self._now = now
        self._ahead = timedelta()
        self._reply: QNetworkReply | None = None
        self._reader = sse.Reader()
        self._seq: int | None = None
        self._link = Link()
        self._away_ms = patience.away_ms
        self._heard_last = QElapsedTimer()
        self._silence = self._timer(patience.silence_ms, self._fell_silent)
        self._loss = self._timer(patience.away_ms, self._lost_for_long)
        self._retry = self._timer(0, self._connect)

    @property
    def link(self) -> Link:
        """How the program stands with its server now."""
        return self._link

    def start(self) -> None:
        """Connect, and stay connected until `stop`."""
        self._loss.start()
        self._connect()

    def stop(self) -> None:
        """Disconnect for good."""
        for timer in (self._silence, self._loss, self._retry):
            timer.stop()
        self._hang_up()

    def _timer(self, ms: int, ring: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(ms)
        timer.timeout.connect(ring)
        return timer

    def _connect(self) -> None:
        request = self._target.request(routes.EVENTS)
        request.setRawHeader(b"Accept", b"text/event-stream")
        # Compressed, pieces would wait for one another.
        request.setRawHeader(b"Accept-Encoding", b"identity")
        if self._role is not None:
            # Another kind of program's token is refused at once, not at the first thing that it may not do.
            request.setRawHeader(routes.ROLE_HEADER.encode(), self._role.encode())
        if self._seq is not None:
            request.setRawHeader(b"Last-Event-ID", str(self._seq).encode())
        self._reader = sse.Reader()
        self._reply = self._network.get(request)
        self._reply.readyRead.connect(self._read)
        self._reply.finished.connect(self._ended)
        self._silence.start()

    def _hang_up(self) -> None:
        if self._reply is None:
            return
        reply, self._reply = self._reply, None
        reply.readyRead.disconnect(self._read)
        reply.finished.disconnect(self._ended)
        reply.abort()
        reply.deleteLater()

    def _read(self) -> None:
        reply = self._reply
        if reply is None or not is_stream(reply):
            return
        self._silence.start()
        piece = bytes(reply.readAll().data())
        self._heard()
        for frame in self._reader.feed(piece):
            if self._reply is not reply:
                return
            self._tell(frame)

    def _tell(self, frame: sse.Frame) -> None:
        match frame.event:
            case "snapshot":
                snapshot = self._decoded(frame, Snapshot)
                if snapshot is not None:
                    self._seq = snapshot.seq
                    self._tells_time(snapshot.branch.now)
                    self.began.emit(snapshot)
            case "branch":
                event = self._decoded(frame, Event)
                if event is not None:
                    self.happened.emit(event)
            case wire.DEVICE_ASKED | wire.DEVICE_CHANGED:
                self._tell_device(frame)
            case "reset":
                self._seq = None
            case "bye":
                log.info("server says bye")
                self._lose()
            case _:
                event = self._decoded(frame, Event)
                if event is not None and (self._seq is None or event.seq > self._seq):
                    self._seq = event.seq
                    self.happened.emit(event)

    def _tell_device(self, frame: sse.Frame) -> None:
        if frame.event == wire.DEVICE_ASKED:
            asked = self._decoded(frame, DeviceAsked)
            if asked is not None:
                self.asked.emit(asked)
            return
        own = self._decoded(frame, OwnDevice)
        if own is not None:
            self.own_changed.emit(own)

    def _decoded(self, frame: sse.Frame, kind: type[T]) -> T | None:
        try:
            return codec.decode(frame.data, kind)
        except codec.BadJson as error:
            # A newer server may tell what this program cannot read: begin again from a snapshot.
            log.warning("unreadable event=%s error=%s", frame.event, error)
            self._seq = None
            self._lose()
            return None

    def _heard(self) -> None:
        if self._link.state is LinkState.Away or self._link.last_truth is None:
            log.info("server heard url=%s", self._target.server)
        self._heard_last.start()
        self._loss.stop()
        self._backoff.reset()
        self._stand(Link(LinkState.Live, self._now() + self._ahead))

    def _tells_time(self, server_now: datetime) -> None:
        """Learn what the server's clock says, which is the one that is shown."""
        self._ahead = server_now - self._now()
        self._stand(replace(self._link, last_truth=server_now))

    def _fell_silent(self) -> None:
        log.warning("stream fell silent")
        self._lose()

    def _ended(self) -> None:
        reply = self._reply
        if reply is None:
            return
        status = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
        if status is not None and 400 <= status < 500:
            problem = problem_of(status, bytes(reply.readAll().data()))
            if problem != self._link.refusal:
                log.warning("stream refused status=%s type=%s", status, problem.type)
            self._seq = None
            # It answers: that it says no is no silence.
            self._loss.stop()
            self._stand(replace(self._link, state=LinkState.Away, refusal=problem))
        if distrusted(reply):
            log.error("not the server that is trusted url=%s", self._target.server)
            self.distrusted.emit()
        self._lose()

    def _lose(self) -> None:
        """Hang up, say so, and come back later, asking for what was missed."""
        self._hang_up()
        self._silence.stop()
        if self._link.state is LinkState.Live:
            self._loss.start(max(0, self._away_ms - self._heard_last.elapsed()))
            self._stand(replace(self._link, state=LinkState.Reconnecting))
        self._retry.start(round(self._backoff.next_s() * 1000))

    def _lost_for_long(self) -> None:
        log.warning("no server url=%s", self._target.server)
        self._stand(replace(self._link, state=LinkState.Away))

    def _stand(self, link: Link) -> None:
        if link == self._link:
            return
        self._link = link
        self.link_changed.emit()


def is_stream(reply: QNetworkReply) -> bool:
    """Return whether this is the stream, and not what a proxy or another server says in its place."""
    status = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
    kind = str(reply.header(QNetworkRequest.KnownHeaders.ContentTypeHeader) or "")
    return bool(status == OK) and kind.startswith("text/event-stream")
