"""How often phones, and screens that nobody knows yet, may do something within a stretch of time."""

from dataclasses import dataclass, field
from datetime import timedelta

from server.domain.gate import Gate
from server.domain.refusals import (
    TooManyJoins,
    TooManyMoves,
    TooManyPairings,
    TooManyTries,
)

MOVES_OF_TICKET = 20
"""Moves a minute of one ticket; nobody presses so often."""

MOVES_FROM_ADDRESS = 600
"""Moves a minute from one address, behind which there may be a whole waiting room."""


PAIRINGS_A_SECOND = 10
"""New codes for one network; by the second, so that nobody shuts its other screens out by being early."""


@dataclass(frozen=True, slots=True)
class Gates:
    """The gates that whoever has no token goes through: numbers and moves by the minute, tries at finding a ticket by the hour, codes of screens by the second."""

    joins: Gate = field(
        default_factory=lambda: Gate(timedelta(minutes=1), TooManyJoins)
    )
    moves: Gate = field(
        default_factory=lambda: Gate(timedelta(minutes=1), TooManyMoves)
    )
    pairings: Gate = field(
        default_factory=lambda: Gate(timedelta(seconds=1), TooManyPairings)
    )
    tries: Gate = field(default_factory=lambda: Gate(timedelta(hours=1), TooManyTries))
