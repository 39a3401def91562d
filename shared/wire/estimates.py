"""How a waiting-time range is told to people."""

from shared.wire.messages import Branch, DeskState, Estimate

COARSE_ABOVE_MIN = 15
STEP_MIN = 5


def in_minutes(estimate: Estimate) -> tuple[int, int]:
    """Return the range in whole minutes, widened outwards: in steps of five above a quarter of an hour."""
    low, high = estimate.low_s // 60, -(-estimate.high_s // 60)
    if low > COARSE_ABOVE_MIN:
        low -= low % STEP_MIN
    if high > COARSE_ABOVE_MIN:
        high += -high % STEP_MIN
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
