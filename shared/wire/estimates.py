"""How a waiting-time range is told to people."""

from typing import Protocol

from shared.wire.messages import Branch, DeskState


class Range(Protocol):
    """From so many whole seconds to so many."""

    @property
    def low_s(self) -> int: ...  # noqa: D102
    @property
    def high_s(self) -> int: ...  # noqa: D102


def in_minutes(estimate: Range) -> tuple[int, int]:
    """Return the range in whole minutes, widened outwards: in steps of five above a quarter of an hour, of quarters above an hour, of hours above four."""
    low, high = estimate.low_s // 60, -(-estimate.high_s // 60)
    low -= low % step_min(low)
    high += -high % step_min(high)
    low = max(1, low)
    return low, max(low, high)


def is_newcomer_next(branch: Branch, queue: str) -> bool:
    """Return whether whoever came now would be next at once: a desk that serves the queue has nobody, and nobody waits in any of its queues."""
    return any(
        desk.state is DeskState.OPEN
        and queue in desk.queues
        and desk.serving is None
        and not any(each.waiting for each in branch.queues if each.slug in desk.queues)
        for desk in branch.desks
    )


def step_min(minutes: int) -> int:
    """Return in which steps so many minutes are told."""
    if minutes <= 15:
        return 1
    if minutes <= 60:
        return 5
    return 15 if minutes <= 240 else 60
