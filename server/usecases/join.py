"""A customer takes a number on their phone."""

from dataclasses import dataclass

from server.domain.branch import JoinMode
from server.domain.refusals import KioskOnly, NotHere
from server.domain.ticket import OPEN_STATES, Ticket
from server.store.session import Session
from server.usecases.steps.calling import give_to_ready_desk
from server.usecases.steps.day import keep_day
from server.usecases.steps.giving import TakeNumber, give_number


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """Which queue, the browser's last ticket if it has one, and whether it scanned the code on site."""

    queue: str
    last: int | None = None
    on_site: bool = False
    language: str | None = None


def join(session: Session, command: Join) -> Ticket:
    """Return the browser's live ticket; a new one where it has none, as the queue's setting allows.

    Raises `KioskOnly` or `NotHere` where it does not; `UnknownQueue`, `QueueClosed` or `QueueFull` as at the kiosk.
    """
    keep_day(session)
    queue = session.state.queue(command.queue)
    if command.last is not None:
        last = session.ticket(command.last)
        if last.state in OPEN_STATES:
            return last
    match queue.settings.join:
        case JoinMode.OFF:
            raise KioskOnly
        case JoinMode.ONSITE if not command.on_site:
            raise NotHere
    wanted = TakeNumber(queue=queue.slug, language=command.language)
    return give_to_ready_desk(session, give_number(session, wanted))
