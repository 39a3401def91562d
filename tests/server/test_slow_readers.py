"""Who reads slowly gets what was begun, however long it is; what gathers behind it has its bounds."""

import socket
from collections.abc import Iterator

import pytest

from server.live.peer import MOST_BUFFERED, Gone, Peer

LONG = bytes(range(256)) * 8_000
"""Longer than any buffer: the snapshot of a hall in which thousands wait."""


@pytest.fixture
def ends() -> Iterator[tuple[Peer, socket.socket]]:
    """The server's end of a stream, and the end of somebody who reads little at a time."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        ours.setblocking(False)
        ours.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 16_384)
        yield Peer(ours), theirs


def read_all(peer: Peer, theirs: socket.socket) -> bytes:
    read = b""
    while peer.pending:
        read += theirs.recv(4_096)
        peer.flush()
    theirs.setblocking(False)
    try:
        while piece := theirs.recv(65_536):
            read += piece
    except BlockingIOError:
        theirs.setblocking(True)
    return read


def test_a_snapshot_longer_than_all_buffers_arrives_whole_with_what_happened_meanwhile(
    ends: tuple[Peer, socket.socket],
) -> None:
    peer, theirs = ends
    peer.send(LONG)
    peer.send(b"event")
    assert read_all(peer, theirs) == LONG + b"event"
    peer.send(LONG)
    assert read_all(peer, theirs) == LONG


def test_who_does_not_read_at_all_is_sent_away_once_so_much_has_gathered(
    ends: tuple[Peer, socket.socket],
) -> None:
    peer, _ = ends
    peer.send(LONG)
    event = bytes(1_000)
    for _ in range(MOST_BUFFERED // len(event)):
        peer.send(event)
    with pytest.raises(Gone):
        peer.send(event)
