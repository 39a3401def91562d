"""Logs of made-up days, as a branch may have them: for replays."""

import heapq
import random
from collections.abc import Iterator
from datetime import date, timedelta

from bench.estimates import Visit

MONDAY = date(2026, 11, 2)


def days(count: int, seed: int = 1) -> list[Visit]:
    """Return the visits of so many days: two queues, five desks, a morning rush, people who leave."""
    rng = random.Random(seed)
    found: list[Visit] = []
    for number in range(count):
        found += _day(MONDAY + timedelta(days=number), rng)
    return found


_SERVES = {"d1": "AB", "d2": "A", "d3": "AB", "d4": "B", "d5": "A"}
_TAKES_S = {"A": 240.0, "B": 420.0}


def _day(day: date, rng: random.Random) -> Iterator[Visit]:
    """Yield a day's visits: whoever asked first is called first, ninety seconds earlier for priority."""
    free = [(9 * 3600 + rng.randrange(600), desk) for desk in sorted(_SERVES)]
    heapq.heapify(free)
    waiting: list[tuple[int, int, str, int]] = []
    leaves: dict[int, int] = {}
    coming = list(_arrivals(rng))
    for at, queue, priority in coming:
        leaves[at] = at + round(rng.expovariate(1 / 4000))
        waiting.append((at - 90 * priority, at, queue, priority))
    waiting.sort()
    while waiting and free:
        now, desk = heapq.heappop(free)
        mine = next(
            (each for each in waiting if each[2] in _SERVES[desk] and each[1] <= now),
            None,
        )
        if mine is None:
            later = [each[1] for each in waiting if each[2] in _SERVES[desk]]
            if later:
                heapq.heappush(free, (max(now + 1, min(later)), desk))
            continue
        waiting.remove(mine)
        _, asked, queue, priority = mine
        if leaves[asked] < now:
            yield Visit(day, queue, priority, asked, leaves[asked], leaves[asked], "", False, True)  # fmt: skip
            heapq.heappush(free, (now, desk))
            continue
        took = max(20, round(rng.gammavariate(1.8, _TAKES_S[queue] / 1.8)))
        yield Visit(day, queue, priority, asked, now, now + took, desk, True, now > asked)  # fmt: skip
        heapq.heappush(free, (now + took + rng.randrange(2, 40), desk))


def _arrivals(rng: random.Random) -> Iterator[tuple[int, str, int]]:
    at = 9 * 3600.0
    while at < 16 * 3600:
        rush = 1.6 if at < 11 * 3600 else 0.95
        at += rng.expovariate(rush * 5 / 330)
        yield int(at), "A" if rng.random() < 0.65 else "B", int(rng.random() < 0.15)
