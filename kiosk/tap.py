"""A tap that survives a crash."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Annotated

from msgspec import Meta, Struct

from shared.qt.keeper import IdempotencyKey, Keeper
from shared.state_file import StateFile

Language = Annotated[str, Meta(pattern=r"^[^/\\\x00]*$")]
"""The name of a translation's file goes by it."""

TicketPage = Annotated[str, Meta(pattern=r"^(/[^\s\\]*)?$")]
"""A path on the server, or none: this kiosk's token is sent there."""

FRESH_FOR = timedelta(minutes=10)
"""Whoever tapped longer ago has left; asking again would take a number for nobody."""


class Tap(Struct, frozen=True):
    """One tap on a queue, and the Idempotency-Key that makes it one ticket.

    `gives_back` is the page of the ticket that the new one takes the place of, and `gives_back_label` its label.
    """

    key: IdempotencyKey
    queue: str
    language: Language
    at: datetime
    gives_back: TicketPage = ""
    gives_back_label: str = ""


def tap_keeper(state_dir: Path) -> Keeper[Tap]:
    """Return the keeper of this kiosk's one tap without an answer."""
    return Keeper(StateFile(state_dir / "kiosk-tap.json", Tap), FRESH_FOR)
