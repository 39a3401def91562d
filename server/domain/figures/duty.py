"""Since when each desk serves which queues, as a day's rows tell: none of them lets anybody there wait before."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from server.domain import events
from server.domain.events import Recorded


@dataclass(slots=True)
class _Duty:
    """A desk's own queues, None while no row has told them, those that it was lent, and since when it has those that were new to it."""

    own: frozenset[str] | None = None
    lent: frozenset[str] = frozenset()
    since: dict[str, datetime] = field(default_factory=dict)

    @property
    def known(self) -> frozenset[str]:
        return self.lent if self.own is None else self.lent | self.own

    def tell_own(self, queues: Iterable[str], at: datetime) -> None:
        is_first, before = self.own is None, self.known
        self.own = frozenset(queues)
        if not is_first:
            self._note_new(before, at)

    def tell_lent(self, queues: Iterable[str], at: datetime) -> None:
        before = self.known
        self.lent = frozenset(queues)
        self._note_new(before, at)

    def _note_new(self, before: frozenset[str], at: datetime) -> None:
        self.since.update((queue, at) for queue in self.known - before)


class Duties:
    """Whom each desk could have called since when; what no row tells was so all day."""

    def __init__(self) -> None:
        self._desks: defaultdict[int, _Duty] = defaultdict(_Duty)
        self._sent: dict[int, int | None] = {}

    def see(self, row: Recorded, at: datetime) -> None:
        """Go one row further, written at this moment."""
        match row.event:
            case events.DeskConfigured(desk=desk):
                self._desks[desk.number].tell_own(desk.queues, at)
            case events.QueueLent(desk=number, queues=queues):
                self._desks[number].tell_lent(queues, at)
            case events.Transferred(desk=sent_to) if row.ticket is not None:
                self._sent[row.ticket] = sent_to

    def could_call(
        self, number: int, ticket: int, queue: str | None, came: datetime
    ) -> datetime | None:
        """Return since when the desk could have called the ticket that waits since it `came`; None where it did so beyond its duty."""
        sent_to = self._sent.get(ticket)
        if sent_to is not None:
            return came if sent_to == number else None
        duty = self._desks[number]
        if queue is None or duty.own is None or queue in duty.known:
            return max(came, duty.since.get(queue or "", came))
        return None
