"""The server with one fault planted, for tests that have to notice it: `MUTANT=… python -m tests.engine.mutants serve`."""

import os
import random
from collections.abc import Callable
from typing import Any

from server.cli import main
from server.domain.branch import Desk
from server.domain.policy import Head
from server.domain.room import Room
from server.store.writer import Writer


def forget_keys() -> None:
    """Do every request, also one that was done before."""

    def always(_writer: Writer, session: Any, unit: Any, _commit: Any) -> Any:
        return unit.work(session)

    Writer._once = always  # type: ignore[assignment, method-assign]


def call_anybody() -> None:
    """Call somebody who waits, whoever came first."""

    def heads(room: Room, desk: Desk) -> list[Head]:
        return [
            Head(queue, *random.choice(line))
            for queue in desk.queues
            if (line := room.line(queue))
        ]

    Room.heads = heads  # type: ignore[assignment, method-assign]


MUTANTS: dict[str, Callable[[], None]] = {
    "no idempotency": forget_keys,
    "random order": call_anybody,
}

if __name__ == "__main__":
    MUTANTS[os.environ["MUTANT"]]()
    main()
