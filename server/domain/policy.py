"""Which waiting ticket a desk calls next: a pure function over what waits."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Head:
    """The first ticket of a queue that the desk serves."""

    queue: str
    position: str
    ticket: int


def oldest_first(heads: Sequence[Head]) -> Head | None:
    """Return the head that has waited longest across the desk's queues; None when nobody waits."""
    return min(heads, key=lambda head: head.position, default=None)
