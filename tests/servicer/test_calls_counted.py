"""How often the console says that somebody was called: a ticket counts the calls of all desks, a console its own."""

import pytest

from servicer.derive_desk import derive_desk
from shared.wire.messages import Happened
from tests.servicer.desk import (
    NOW,
    Then,
    begun,
    called,
    maria,
    of_ticket,
    told,
    waits,
)

CALLS: dict[str, tuple[Then, int]] = {
    "called here": (lambda: told(maria(waits(108)), of_ticket(called(108))), 1),
    "called here, and again": (
        lambda: told(
            maria(waits(107)),
            of_ticket(called(107)),
            of_ticket(called(107, calls=2), Happened.RECALLED),
        ),
        2,
    ),
    "called elsewhere before": (
        lambda: told(maria(waits(108, calls=2)), of_ticket(called(108, calls=3))),
        1,
    ),
    "called elsewhere before, and here again": (
        lambda: told(
            told(maria(waits(108, calls=2)), of_ticket(called(108, calls=3))),
            of_ticket(called(108, calls=4), Happened.RECALLED),
        ),
        1,
    ),
    "called here first, then elsewhere, and here again": (
        lambda: told(
            maria(waits(107)),
            of_ticket(called(107)),
            of_ticket(waits(107, calls=1)),
            of_ticket(called(107, desk=4, calls=2)),
            of_ticket(called(107, calls=3)),
        ),
        1,
    ),
    "called before this console was there": (lambda: maria(called(107, calls=3)), 1),
    "the stream began anew": (
        lambda: begun(
            told(maria(waits(107)), of_ticket(called(107))), called(107, calls=2)
        ),
        2,
    ),
    "nobody": (maria, 0),
}


@pytest.mark.parametrize(("state", "calls"), CALLS.values(), ids=CALLS)
def test_only_calls_from_here_are_counted(state: Then, calls: int) -> None:
    assert derive_desk(state(), NOW).calls == calls
