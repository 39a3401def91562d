"""The live stream: told once, in order, whatever the network does to it."""

from datetime import datetime, timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QTimer
from PySide6.QtNetwork import QNetworkAccessManager
from pytestqt.qtbot import QtBot

from shared.qt import sample, sse
from shared.qt.backoff import Backoff
from shared.qt.events import EventStream, Patience
from shared.qt.network import Target
from shared.wire.link import LinkState
from shared.wire.messages import Event, Happened, Problem
from tests.qt.conftest import TOKEN
from tests.qt.fake_server import FakeServer, frame

State = LinkState


class Watcher:
    """Whoever listens to a stream, and what they heard."""

    def __init__(self, stream: EventStream) -> None:
        self.stream = stream
        self.snapshots: list[Any] = []
        self.branches: list[Any] = []
        self.seqs: list[int] = []
        self.states: list[State] = []
        stream.began.connect(self.snapshots.append)
        stream.happened.connect(self._happened)
        stream.link_changed.connect(self._stood)

    def _happened(self, event: Event) -> None:
        if event.branch is not None:
            self.branches.append(event.branch)
        else:
            self.seqs.append(event.seq)

    def _stood(self) -> None:
        state = self.stream.link.state
        if not self.states or self.states[-1] is not state:
            self.states.append(state)


def watch(
    target: Target,
    network: QNetworkAccessManager,
    *,
    silence_ms: int = 5_000,
    away_ms: int = 5_000,
    now: datetime = sample.NOW,
) -> Watcher:
    backoff = Backoff(Random(7), first_s=(0.01, 0.02), least_s=0.01, most_s=0.05)
    stream = EventStream(
        target,
        network,
        patience=Patience(silence_ms=silence_ms, away_ms=away_ms),
        backoff=backoff,
        now=lambda: now,
    )
    watcher = Watcher(stream)
    stream.start()
    return watcher


def taken(seq: int) -> Event:
    return sample.event(seq, Happened.TAKEN, sample.ticket(seq))


@pytest.fixture
def watcher(qtbot: QtBot, target: Target, network: QNetworkAccessManager) -> Any:
    watching = watch(target, network)
    qtbot.waitUntil(lambda: bool(watching.snapshots))
    yield watching
    watching.stream.stop()


def test_it_begins_with_a_snapshot_and_is_live(watcher: Watcher) -> None:
    assert watcher.snapshots == [sample.snapshot()]
    assert watcher.stream.link.state is State.Live
    assert watcher.stream.link.last_truth == sample.NOW


def test_two_quick_events_are_two_events(
    qtbot: QtBot, server: FakeServer, watcher: Watcher
) -> None:
    server.tell(taken(41))
    server.tell(taken(42))
    qtbot.waitUntil(lambda: watcher.seqs == [41, 42])


def test_after_a_drop_it_asks_from_the_last_event_and_misses_nothing(
    qtbot: QtBot, server: FakeServer, watcher: Watcher
) -> None:
    server.tell(taken(41))
    qtbot.waitUntil(lambda: watcher.seqs == [41])
    server.cut_streams()
    server.tell(taken(42))
    qtbot.waitUntil(lambda: watcher.seqs == [41, 42])
    assert server.streams_asked()[1].headers["Last-Event-ID"] == "41"
    assert len(watcher.snapshots) == 1
    assert watcher.states == [State.Live, State.Reconnecting, State.Live]


def test_an_event_told_twice_counts_once(
    qtbot: QtBot, server: FakeServer, watcher: Watcher
) -> None:
    server.tell(taken(41))
    server.tell(taken(41))
    server.tell(taken(42))
    qtbot.waitUntil(lambda: watcher.seqs == [41, 42])


def test_a_gap_too_old_to_replay_begins_again_from_a_snapshot(
    qtbot: QtBot, server: FakeServer, watcher: Watcher
) -> None:
    fresh = sample.snapshot(seq=7)
    server.send(b'event: reset\ndata: {"seq": 7}\n\n' + frame("snapshot", fresh, 7))
    server.send(frame("taken", taken(8), 8))
    qtbot.waitUntil(lambda: watcher.seqs == [8])
    assert watcher.snapshots[-1] == fresh


def test_a_server_that_says_bye_is_asked_again(
    qtbot: QtBot, server: FakeServer, watcher: Watcher
) -> None:
    server.send(b"event: bye\ndata: {}\n\n")
    qtbot.waitUntil(lambda: len(server.streams_asked()) == 2)
    qtbot.waitUntil(lambda: watcher.stream.link.live)


def test_an_event_it_cannot_read_makes_it_begin_again(
    qtbot: QtBot, server: FakeServer, watcher: Watcher
) -> None:
    server.send(b'id: 41\nevent: invented_next_year\ndata: {"seq": 41}\n\n')
    qtbot.waitUntil(lambda: len(watcher.snapshots) == 2)


def test_a_silent_stream_is_taken_for_dead(
    qtbot: QtBot, server: FakeServer, target: Target, network: QNetworkAccessManager
) -> None:
    server.muted = True
    watcher = watch(target, network, silence_ms=50)
    qtbot.waitUntil(lambda: len(server.streams_asked()) >= 2)
    server.muted = False
    qtbot.waitUntil(lambda: watcher.stream.link.live)
    watcher.stream.stop()


def test_heartbeats_keep_a_quiet_stream_alive(
    qtbot: QtBot, server: FakeServer, target: Target, network: QNetworkAccessManager
) -> None:
    watcher = watch(target, network, silence_ms=1_000)
    qtbot.waitUntil(lambda: watcher.stream.link.live)
    beats: list[bytes] = []

    def beat() -> None:
        beats.append(b": still here\n\n")
        server.send(beats[-1])

    heart = QTimer(interval=50)
    heart.timeout.connect(beat)
    heart.start()
    qtbot.waitUntil(lambda: len(beats) == 30)
    assert len(server.streams_asked()) == 1
    watcher.stream.stop()


def test_a_server_lost_for_long_is_away_and_the_last_truth_is_kept(
    qtbot: QtBot, server: FakeServer, target: Target, network: QNetworkAccessManager
) -> None:
    watcher = watch(target, network, away_ms=500)
    qtbot.waitUntil(lambda: watcher.stream.link.live)
    server.muted = True
    server.cut_streams()
    qtbot.waitUntil(lambda: watcher.stream.link.state is State.Away)
    assert watcher.states == [State.Live, State.Reconnecting, State.Away]
    assert watcher.stream.link.last_truth == sample.NOW
    watcher.stream.stop()


def test_a_server_that_never_was_there_is_away(
    qtbot: QtBot, network: QNetworkAccessManager
) -> None:
    watcher = watch(Target("http://127.0.0.1:9", TOKEN), network, away_ms=60)
    qtbot.waitUntil(lambda: watcher.stream.link.state is State.Away)
    assert watcher.stream.link.last_truth is None
    watcher.stream.stop()


def test_a_refused_token_is_told_and_asked_again_later(
    qtbot: QtBot, server: FakeServer, target: Target, network: QNetworkAccessManager
) -> None:
    refusal = Problem(
        type="unauthenticated", title="No", status=401, detail="A token is needed."
    )
    server.stream_refusal = refusal
    watcher = watch(target, network)
    qtbot.waitUntil(lambda: watcher.stream.link.refusal == refusal)
    assert watcher.stream.link.state is State.Away
    server.stream_refusal = None
    qtbot.waitUntil(lambda: watcher.stream.link.live)
    assert watcher.stream.link.refusal is None
    watcher.stream.stop()


def test_a_server_that_refuses_a_token_is_not_called_lost(
    qtbot: QtBot,
    server: FakeServer,
    target: Target,
    network: QNetworkAccessManager,
    caplog: pytest.LogCaptureFixture,
) -> None:
    watcher = watch(target, network, away_ms=300)
    qtbot.waitUntil(lambda: watcher.stream.link.live)
    server.stream_refusal = sample.REVOKED
    server.cut_streams()
    qtbot.waitUntil(lambda: watcher.stream.link.refusal == sample.REVOKED)
    silence = QTimer(singleShot=True, interval=400)
    silence.start()
    qtbot.waitUntil(lambda: not silence.isActive())
    assert "stream refused" in caplog.text
    assert "no server" not in caplog.text
    watcher.stream.stop()


@given(st.lists(st.integers(min_value=1, max_value=60)))
def test_pieces_may_be_cut_anywhere(cuts: list[int]) -> None:
    text = b': hello\n\nid: 7\nevent: taken\ndata: {"n":1,\ndata: "\xc3\xa9": 2}\r\n\r\nevent: bye\n\n'
    reader = sse.Reader()
    frames = []
    rest = text
    for cut in cuts:
        frames += reader.feed(rest[:cut])
        rest = rest[cut:]
    frames += reader.feed(rest)
    assert frames == [
        sse.Frame("taken", '{"n":1,\n"é": 2}'.encode(), "7"),
        sse.Frame("bye", b"", None),
    ]


def test_how_the_branch_stands_is_told_between_events_and_is_none_itself(
    qtbot: QtBot, server: FakeServer, watcher: Watcher
) -> None:
    qtbot.waitUntil(lambda: len(watcher.snapshots) == 1)
    seq = server.snapshot.seq
    closed = sample.branch(open=False)
    server.tell(taken(seq + 1))
    server.tell_branch(closed)
    server.tell(taken(seq + 2))
    qtbot.waitUntil(lambda: watcher.seqs == [seq + 1, seq + 2])
    assert watcher.branches == [closed]


def test_it_is_the_servers_clock_that_says_when_it_was_heard_last(
    qtbot: QtBot, target: Target, network: QNetworkAccessManager
) -> None:
    days_behind = sample.NOW - timedelta(days=3)
    watching = watch(target, network, now=days_behind)
    qtbot.waitUntil(lambda: bool(watching.snapshots))
    assert watching.stream.link.last_truth == sample.NOW
    watching.stream.stop()
