"""A tap that survives a crash."""

from datetime import datetime, timedelta
from pathlib import Path

from msgspec import Struct

from shared.qt.keeper import Keeper

FRESH_FOR = timedelta(minutes=10)
"""Whoever tapped longer ago has left; asking again would take a number for nobody."""


class Tap(Struct, frozen=True):
    """One tap on a queue, and the Idempotency-Key that makes it one ticket.

    `gives_back` is the page of the ticket that the new one takes the place of, and `gives_back_label` its label.
    """

    key: str
    queue: str
    language: str
    at: datetime
    gives_back: str = ""
    gives_back_label: str = ""


def tap_keeper(state_dir: Path) -> Keeper[Tap]:
    """Return the keeper of this kiosk's one tap without an answer."""
    return Keeper(state_dir / "kiosk-tap.json", Tap, FRESH_FOR)
