"""What each deed asks of the server. Pure."""

from dataclasses import dataclass
from datetime import datetime

from msgspec import Struct

from servicer.deeds import DEEDS
from servicer.state import Act
from shared.wire import messages


@dataclass(frozen=True, slots=True)
class Request:
    """Where a deed goes, what it says, and what it is answered with."""

    path: str
    message: Struct
    answer: type[messages.Ticket] | type[messages.Desk]


def request_of(act: Act, desk: int, now: datetime) -> Request:
    """Return the request of an act at this desk; `now` is by the server's clock."""
    way = DEEDS[act.deed]
    path = way.route(desk, 0 if act.ticket is None else act.ticket.id)
    return Request(path, way.message(act.details, now), way.answer)
