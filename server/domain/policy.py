"""Which waiting ticket a desk calls next: pure functions over what waits."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from server.domain.branch import Desk, Policy


@dataclass(frozen=True, slots=True)
class Head:
    """The first ticket that the desk may call, of one queue."""

    queue: str
    position: str
    ticket: int


@dataclass(frozen=True, slots=True)
class Choice:
    """Whom to call; `turns` is the desk's round after that, None where it does not count rounds."""

    head: Head
    turns: dict[str, int] | None = None


def choose(desk: Desk, heads: Sequence[Head]) -> Choice | None:
    """Return whom the desk calls next among the heads of its line, by its own policy; None when nobody waits."""
    if not heads:
        return None
    match desk.policy:
        case Policy.OLDEST:
            return Choice(min(heads, key=lambda head: head.position))
        case Policy.STRICT:
            return Choice(
                min(heads, key=lambda head: (_rank(desk, head), head.position))
            )
        case Policy.RATIO:
            return _by_ratio(desk, heads)


def _by_ratio(desk: Desk, heads: Sequence[Head]) -> Choice:
    """Call each queue as often as its weight in a round; a round ends when nobody waits who has a turn left."""
    weights = dict(
        zip(desk.queues, desk.weights or (1,) * len(desk.queues), strict=False)
    )
    turns = desk.turns
    in_turn = [
        head for head in heads if turns.get(head.queue, 0) < weights.get(head.queue, 1)
    ]
    if not in_turn:
        turns, in_turn = {}, list(heads)
    head = min(in_turn, key=lambda each: (_rank(desk, each), each.position))
    return Choice(head, _counted(turns, head.queue))


def _counted(turns: Mapping[str, int], queue: str) -> dict[str, int]:
    return {**turns, queue: turns.get(queue, 0) + 1}


def _rank(desk: Desk, head: Head) -> int:
    """Return the queue's place in the desk's order; a ticket sent to this very desk goes before all others."""
    return desk.serves.index(head.queue) if head.queue in desk.serves else -1
