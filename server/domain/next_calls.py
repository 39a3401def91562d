"""Whom the desks would call next, were they asked now."""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence

from server.domain.branch import Desk, DeskState
from server.domain.policy import Head, choose


def next_calls(
    desks: Iterable[Desk], heads: Callable[[Desk], Sequence[Head]]
) -> frozenset[int]:
    """Return the id of the ticket that each open desk calls next by its policy, among the heads of its lines.

    Whoever is first in their own queue need not be among them: a desk serves several queues.
    """
    choices = (
        choose(desk, heads(desk)) for desk in desks if desk.state is DeskState.OPEN
    )
    return frozenset(choice.head.ticket for choice in choices if choice is not None)


def is_newcomer_next(
    queue: str,
    desks: Iterable[Desk],
    waiting: Mapping[str, int],
    busy: Container[int],
) -> bool:
    """Return whether whoever came now would be next at once: an open desk that serves the queue is not `busy`, and nobody is `waiting` in any of its queues.

    The programs find the same of what they are told (`shared/wire/estimates.py`).
    """
    return any(
        desk.state is DeskState.OPEN
        and desk.number not in busy
        and queue in desk.serves
        and not any(waiting.get(slug) for slug in desk.serves)
        for desk in desks
    )
