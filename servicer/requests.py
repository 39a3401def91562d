"""What each deed asks of the server. Pure."""

from dataclasses import dataclass
from datetime import datetime

from msgspec import Struct

from servicer.deeds import DEEDS, At, Way
from servicer.state import Act
from shared.wire import messages, routes


@dataclass(frozen=True, slots=True)
class Request:
    """Where a deed goes, what it says, and what it is answered with."""

    path: str
    message: Struct
    answer: type[messages.Message]


def request_of(act: Act, desk: int, now: datetime) -> Request:
    """Return the request of an act at this desk; `now` is by the server's clock."""
    way = DEEDS[act.deed]
    message = way.message(act.details, now)
    return Request(path_of(way, act, desk), message, way.answer)


def path_of(way: Way, act: Act, desk: int) -> str:
    """Return where the server does this."""
    match way.at:
        case At.DESK:
            return routes.desk(desk, way.route)
        case At.TICKET:
            assert act.ticket is not None
            return routes.ticket(act.ticket.id, way.route)
        case At.ENTRANCE:
            return routes.TICKETS
        case At.KIOSK:
            return routes.help_call(act.details.number, way.route)
        case At.COLLEAGUE:
            return routes.desk(act.details.number, way.route)
        case At.STAFF_CALL:
            return f"{routes.STAFF_CALL}/{way.route}"
        case At.HALL:
            return routes.MESSAGE
