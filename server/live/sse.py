"""Messages as server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html)."""

from datetime import datetime

import msgspec

from server.live.parts import Part, Parts
from shared.wire import codec, messages


class _Changed(msgspec.Struct, frozen=True):
    parts: list[str]
    seq: int
    now: datetime


def event(event: messages.Event) -> bytes:
    """Return a journal event; its `id:` is its seq, its `event:` what happened."""
    return b"id: %d\nevent: %s\ndata: %s\n\n" % (
        event.seq,
        event.event.value.encode(),
        codec.encode(event),
    )


def snapshot(snapshot: messages.Snapshot) -> bytes:
    """Return where everything stands; its `id:` is the seq it stands at."""
    return b"id: %d\nevent: snapshot\ndata: %s\n\n" % (
        snapshot.seq,
        codec.encode(snapshot),
    )


def branch(event: messages.Event) -> bytes:
    """Return how the branch stands since time, or somebody's number, opened, closed or filled a queue.

    It is no row of the journal, so it has no `id:`, and its seq is the latest row's.
    """
    return b"event: branch\ndata: %s\n\n" % codec.encode(event)


def reset(seq: int) -> bytes:
    """Return the word that the gap is too old to replay; a snapshot follows."""
    return b'event: reset\ndata: {"seq": %d}\n\n' % seq


def named(name: str, message: object) -> bytes:
    """Return what is no row of the journal and is told by this name; it has no `id:`, and is not told again."""
    return b"event: %s\ndata: %s\n\n" % (name.encode(), codec.encode(message))


def ticket(view: messages.TicketView, seq: int) -> bytes:
    """Return a customer's ticket as it stands at `seq`."""
    return b"id: %d\nevent: ticket\ndata: %s\n\n" % (seq, codec.encode(view))


def changed(parts: Parts, seq: int, now: datetime) -> bytes:
    """Return the word to a manager's page that these parts of it stand otherwise at `seq`."""
    said = _Changed([part.value for part in Part if part in parts], seq, now)
    return b"event: changed\ndata: %s\n\n" % codec.encode(said)
