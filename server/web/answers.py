"""What a request is answered with."""

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec


@dataclass(frozen=True, slots=True)
class Answer:
    """An HTTP status and a message, None for an empty body.

    `version` names the state that a read shows, for clients that have it already.
    """

    status: int
    message: msgspec.Struct | Sequence[msgspec.Struct] | None = None
    version: str | None = None


def pack(answer: Answer) -> bytes:
    """Return the answer as it is kept under an idempotency key: `201 {…}`."""
    message = answer.message
    body = b"" if message is None else msgspec.json.encode(message)
    return b"%d %s" % (answer.status, body)


def unpack(packed: bytes, kind: type[msgspec.Struct] | None) -> Answer:
    """Return the answer that was kept, its message of this kind."""
    status, _, body = packed.partition(b" ")
    if not body or kind is None:
        return Answer(int(status))
    return Answer(int(status), msgspec.json.decode(body, type=kind))
