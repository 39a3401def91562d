"""A tap that survives a crash, and those that their customers gave up."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Annotated

from msgspec import Meta, Struct

from shared.qt.keeper import IdempotencyKey, Keeper
from shared.state_file import StateFile
from shared.wire.requests import TakeNumber

Language = Annotated[str, Meta(pattern=r"^[^/\\\x00]*$")]
"""The name of a translation's file goes by it."""

TicketPage = Annotated[str, Meta(pattern=r"^(/[^\s\\]*)?$")]
"""A path on the server, or none: this kiosk's token is sent there."""

FRESH_FOR = timedelta(seconds=45)
"""Whoever tapped longer ago was told that there is no number, or has left."""

MOST_GIVEN_UP = 200
"""So many customers are not sent away by one kiosk before somebody comes; the oldest are forgotten then."""


class Tap(Struct, frozen=True):
    """One tap on a queue, and the Idempotency-Key that makes it one ticket.

    `gives_back` is the page of the ticket that the new one takes the place of, and `gives_back_label` its label; `answered` says that
    only giving it back is left to do.
    """

    key: IdempotencyKey
    queue: str
    language: Language
    at: datetime
    gives_back: TicketPage = ""
    gives_back_label: str = ""
    priority: str | None = None
    will_print: bool = False
    answered: bool = False

    @property
    def wish(self) -> TakeNumber:
        """What the server is asked for, the same at every try."""
        return TakeNumber(
            queue=self.queue,
            language=self.language,
            priority=self.priority,
            will_print=self.will_print,
        )


class GivenUp(Struct, frozen=True):
    """The taps of which the server does not know yet that nobody wants their numbers any more."""

    taps: list[Tap] = []


def tap_keeper(state_dir: Path) -> Keeper[Tap]:
    """Return the keeper of this kiosk's one tap without an answer."""
    return Keeper(StateFile(state_dir / "kiosk-tap.json", Tap), FRESH_FOR)


def given_up_file(state_dir: Path) -> StateFile[GivenUp]:
    """Return where this kiosk keeps the taps that were given up."""
    return StateFile(state_dir / "kiosk-given-up.json", GivenUp)
