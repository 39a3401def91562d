"""A customer takes a number on their phone."""

from dataclasses import dataclass

from server.domain.branch import JoinMode
from server.domain.refusals import KioskOnly, NotHere
from server.domain.ticket import OPEN_STATES, Ticket
from server.store.session import Session
from server.store.store import Clock
from server.usecases.close_day import close_day
from server.usecases.take_number import TakeNumber, take_number


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """Which queue, the browser's last ticket if it has one, and whether it scanned the code on site."""

    queue: str
    last: int | None = None
    on_site: bool = False
    language: str | None = None


def join(session: Session, clock: Clock, command: Join) -> Ticket:
    """Return the browser's live ticket; a new one where it has none, as the queue's setting allows.

    Raises `KioskOnly` or `NotHere` where it does not; `UnknownQueue`, `QueueClosed` or `QueueFull` as at the kiosk.
    """
    close_day(session, clock)
    queue = session.queue(command.queue)
    if command.last is not None:
        last = session.ticket(command.last)
        if last.state in OPEN_STATES:
            return last
    match queue.settings.join:
        case JoinMode.OFF:
            raise KioskOnly
        case JoinMode.ONSITE if not command.on_site:
            raise NotHere
    return take_number(
        session, clock, TakeNumber(queue=queue.slug, language=command.language)
    )
