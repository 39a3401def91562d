"""Browsers on a live page are told which parts changed: at once, about once a second at most, and for as long as they are signed in."""

import socket
from collections.abc import Iterator
from time import monotonic

import pytest

from server.live.managers import Managers
from server.live.parts import ALL, OF_TIME, Part, Parts
from server.live.peer import Peer
from tests.server.in_time import BranchInTime
from tests.server.managers import Manager


class Listening:
    """Some browsers that listen, and all that each was told."""

    def __init__(self) -> None:
        self.stream = Managers(self._counting)
        self.signed_out: set[bytes] = set()
        self.told: list[Parts] = []
        self.sent_away: list[Peer] = []
        self._ends = socket.socketpair()
        self.now = monotonic()

    def join(self, session: bytes = b"ingrid") -> Peer:
        """Let a browser come."""
        peer = Peer(self._ends[0])
        self.stream.welcome(peer, session, self._word, lambda peer, piece: None)
        return peer

    def settle(self, after: float) -> list[Parts]:
        """Let so many seconds pass since the beginning, and return what was told then."""
        self.told.clear()
        self.stream.settle(
            self.now + after, self._word, lambda peer, piece: None, self.sent_away.append
        )  # fmt: skip
        return list(self.told)

    def close(self) -> None:
        """Hang up."""
        for end in self._ends:
            end.close()

    def _counting(self, sessions: set[bytes]) -> set[bytes]:
        return sessions - self.signed_out

    def _word(self, parts: Parts) -> bytes:
        self.told.append(parts)
        return b""


@pytest.fixture
def listening() -> Iterator[Listening]:
    """Nobody yet."""
    listening = Listening()
    yield listening
    listening.close()


HEADING: Parts = frozenset({Part.HEADING})
QUEUES: Parts = frozenset({Part.QUEUES})
DESKS: Parts = frozenset({Part.DESKS})


def test_a_newcomer_is_told_to_fetch_everything(listening: Listening) -> None:
    listening.join()
    assert listening.told == [ALL]


def test_a_change_is_told_at_once_and_the_next_ones_together(
    listening: Listening,
) -> None:
    listening.join()
    listening.stream.note(QUEUES)
    assert listening.settle(0.1) == [QUEUES]
    listening.stream.note(QUEUES)
    listening.stream.note(HEADING)
    assert listening.settle(0.2) == []
    assert listening.settle(1.0) == []
    assert listening.settle(1.2) == [QUEUES | HEADING]
    assert listening.settle(9) == []


def test_what_happens_at_a_desk_hurries_and_takes_the_rest_along(
    listening: Listening,
) -> None:
    listening.join()
    listening.stream.note(QUEUES)
    listening.settle(0.1)
    listening.stream.note(QUEUES)
    listening.stream.note(DESKS)
    assert listening.settle(0.7) == []
    assert listening.settle(0.9) == [QUEUES | DESKS]


def test_one_word_is_made_for_all(listening: Listening) -> None:
    for _ in range(20):
        listening.join()
    listening.stream.note(QUEUES)
    assert listening.settle(0.1) == [QUEUES]


def test_what_time_changes_is_told_every_fifteen_seconds(listening: Listening) -> None:
    listening.join()
    assert listening.settle(14) == []
    assert listening.settle(16) == [OF_TIME]
    assert listening.settle(20) == []


def test_a_stream_ends_with_its_session_and_the_others_go_on(
    listening: Listening,
) -> None:
    tabs = [listening.join(b"vera"), listening.join(b"vera")]
    listening.join(b"ingrid")
    listening.settle(2.1)
    assert listening.sent_away == []
    listening.signed_out.add(b"vera")
    listening.settle(4.2)
    assert listening.sent_away == tabs


def test_a_stream_does_not_end_by_itself(listening: Listening) -> None:
    listening.join()
    listening.settle(11 * 60 * 60)
    assert listening.sent_away == []


def test_nothing_is_gathered_while_nobody_listens(listening: Listening) -> None:
    listening.stream.note(QUEUES)
    assert listening.stream.due == float("inf")
    peer = listening.join()
    listening.stream.note(QUEUES)
    listening.stream.goodbye(peer)
    assert listening.stream.due == float("inf")
    assert listening.settle(1) == []


def test_nobody_listens_who_is_not_signed_in(branch: BranchInTime) -> None:
    assert branch.http.head("/manager/events").status_code == 401
    assert Manager(branch).browser.head("/manager/events").status_code == 200
