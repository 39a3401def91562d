"""What outlives the console's process: a deed that has no answer yet, sent later, once; and who sits here as a rule."""

from datetime import datetime, timedelta
from pathlib import Path

from msgspec import Struct

from servicer.deeds import DEEDS
from shared.qt.keeper import IdempotencyKey, Keeper
from shared.state_file import StateFile
from shared.wire.messages import Ticket

FRESH_FOR = timedelta(hours=12)
"""What is older than a day's work is the end of the day's business."""


class KeptAct(Struct, frozen=True):
    """One deed, by its number, with the desk's customer, and the Idempotency-Key under which it happens once."""

    key: IdempotencyKey
    deed: int
    ticket: Ticket
    at: datetime


def act_keeper(state_dir: Path) -> Keeper[KeptAct]:
    """Return the keeper of this console's one act without an answer."""
    file = StateFile(state_dir / "servicer-act.json", KeptAct, _was_kept)
    return Keeper(file, FRESH_FOR)


def _was_kept(act: KeptAct) -> bool:
    """Return whether it is a deed that is kept at all."""
    return any(way.kept and deed.value == act.deed for deed, way in DEEDS.items())


class Remembered(Struct, frozen=True):
    """Who signed in last, and where; the language that was chosen here, if one was; and whether every arrival is to be heard."""

    desk: int = 0
    servicer: str = ""
    alert_always: bool = False
    language: str = ""


def memory(state_dir: Path) -> StateFile[Remembered]:
    """Return what this console remembers of its servicers."""
    return StateFile(state_dir / "servicer-remembered.json", Remembered)
