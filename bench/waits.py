"""What it costs to foresee the waits of everybody in line at once."""

import random
from collections.abc import Iterator
from time import perf_counter

from bench.measure import Figure, quantile
from server.domain.branch import Policy
from tests.forecast.branch import Branch

_DESKS = {1: "a", 2: "ab", 3: "abc", 4: "abcd", 5: "bcd", 6: "cd", 7: "d", 8: "ad"}


def run(*, quick: bool) -> Iterator[Figure]:
    """Measure; `quick` with fewer looks."""
    looks = 200 if quick else 1_000
    for waiting, policy in ((40, Policy.OLDEST), (40, Policy.RATIO), (300, Policy.OLDEST)):  # fmt: skip
        took_us = _looks(waiting, policy, looks)
        half = quantile(took_us, 0.5)
        is_usual = waiting == 40 and policy is Policy.OLDEST
        yield Figure(
            what=f"a look, {waiting} waiting, 8 desks, {policy.value}, 99 of 100",
            value=quantile(took_us, 0.99),
            unit="µs",
            target=1_000 if is_usual else None,
            note=f"half {half:.0f} µs",
        )
        yield Figure(
            what=f"the same, for each ticket in it, half, {waiting}",
            value=half / waiting,
            unit="µs",
            target=50 if policy is Policy.OLDEST else None,
            beyond=14 if policy is Policy.OLDEST else None,
        )


def _looks(waiting: int, policy: Policy, looks: int) -> list[float]:
    """Return how many microseconds each look took, on a branch where somebody is called and somebody comes between two of them."""
    rng = random.Random(1)
    branch = Branch(_DESKS, policy=policy)
    took = []
    for number in range(looks):
        branch.later(7)
        desk = 1 + number % len(_DESKS)
        if branch.state.room.at_desk(desk) is not None:
            branch.finish(desk)
        branch.call(desk)
        while sum(branch.state.waiting().values()) < waiting:
            branch.take(rng.choice("abcd"))
        began = perf_counter()
        branch.look().outlook()
        took.append((perf_counter() - began) * 1e6)
    return took
