"""Which queues are planned together: those that share desks, directly or by others between."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from server.domain.branch import Desk, Queue


@dataclass(frozen=True, slots=True, kw_only=True)
class Pool:
    """Queues, in the order of screens, and the desks that serve any of them."""

    queues: tuple[str, ...]
    desks: tuple[int, ...]


def pools(queues: Sequence[Queue], desks: Iterable[Desk]) -> list[Pool]:
    """Return the pools in the order of their first queues; each queue is in one, and what desks were lent for a day counts not."""
    order = [queue.slug for queue in queues]
    together = [(frozenset([slug]), frozenset[int]()) for slug in order]
    for desk in desks:
        own = frozenset(desk.queues).intersection(order)
        touched = [pool for pool in together if pool[0] & own]
        if not touched:
            continue
        slugs = frozenset[str]().union(*(slugs for slugs, _ in touched))
        numbers = frozenset([desk.number]).union(*(numbers for _, numbers in touched))
        together = [pool for pool in together if pool not in touched]
        together.append((slugs, numbers))
    found = [
        Pool(
            queues=tuple(slug for slug in order if slug in slugs),
            desks=tuple(sorted(numbers)),
        )
        for slugs, numbers in together
    ]
    return sorted(found, key=lambda pool: order.index(pool.queues[0]))
