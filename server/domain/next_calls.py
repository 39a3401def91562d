"""Whom the desks would call next, were they asked now."""

from collections.abc import Iterable

from server.domain.branch import Desk, DeskState
from server.domain.policy import choose
from server.domain.room import Room


def next_calls(desks: Iterable[Desk], room: Room) -> frozenset[int]:
    """Return the id of the ticket that each open desk calls next by its policy.

    Whoever is first in their own queue need not be among them: a desk serves several queues.
    """
    choices = (
        choose(desk, room.heads(desk)) for desk in desks if desk.state is DeskState.OPEN
    )
    return frozenset(choice.head.ticket for choice in choices if choice is not None)
