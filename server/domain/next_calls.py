"""Whom the desks would call next, were they asked now."""

from collections.abc import Callable, Iterable, Sequence

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
