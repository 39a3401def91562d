"""What was done with the desk's customer and has no answer yet: sent later, once, even over a crash."""

from datetime import datetime, timedelta
from pathlib import Path

from msgspec import Struct

from shared.qt.keeper import Keeper
from shared.wire.messages import Ticket

FRESH_FOR = timedelta(hours=12)
"""What is older than a day's work is the end of the day's business."""


class KeptAct(Struct, frozen=True):
    """One deed, by its number, with the desk's customer, and the Idempotency-Key under which it happens once."""

    key: str
    deed: int
    ticket: Ticket
    at: datetime


def act_keeper(state_dir: Path) -> Keeper[KeptAct]:
    """Return the keeper of this console's one act without an answer."""
    return Keeper(state_dir / "servicer-act.json", KeptAct, FRESH_FOR)
