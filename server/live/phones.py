"""Who watches a ticket's page: each is told when the ticket, its place in the line or what is around it changes."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import accumulate
from math import inf
from time import monotonic

from server.domain import events
from server.domain.next_calls import next_calls
from server.domain.state import BranchState, Change
from server.domain.ticket import Ticket, TicketState
from server.forecast.outlook import Outlook
from server.live import sse
from server.live.peer import Peer
from server.present.ticket_view import Around, ticket_view
from shared.wire import messages

Send = Callable[[Peer, bytes], None]

_AROUND_PHONES = (
    events.SignedIn,
    events.SignedOut,
    events.Paused,
    events.Opened,
    events.DeskConfigured,
    events.QueueLent,
    events.BranchConfigured,
    events.MessageSet,
)
"""What may change the pages of those who are not concerned themselves."""

_BEHIND_EVERY_S = 2.0
"""Somebody joining behind you is no news that hurries: such updates are gathered this long."""


@dataclass(slots=True)
class _Phone:
    ticket: Ticket
    shown: messages.TicketView | None = None


class Phones:
    """The phones of one branch, by the ticket that each watches."""

    def __init__(
        self,
        state: BranchState,
        clock: Callable[[], datetime],
        outlook: Callable[[], Outlook],
    ) -> None:
        self._state = state
        self._clock = clock
        self._outlook = outlook
        self._phones: dict[int, dict[Peer, _Phone]] = {}
        self._moved: set[str] = set()
        self._joined: set[str] = set()
        self._joined_due = inf
        self._counted: dict[str, dict[int, int]] = {}
        self._counted_at = -1
        self._next: frozenset[int] = frozenset()
        self._next_at = -1
        self._next_told: frozenset[int] = frozenset()

    @property
    def due(self) -> float:
        """When `settle` wants to be called, on the monotonic clock."""
        return self._joined_due

    # --- hearing ----------------------------------------------------------------------------

    def note(self, change: Change) -> None:
        """Remember whom the change may concern, after the state has followed it."""
        if change.after is not None:
            self._note_ticket(change.before, change.after)
        elif self._phones and isinstance(change.row.event, _AROUND_PHONES):
            self.note_all()

    def note_all(self) -> None:
        """Remember to look at every phone."""
        self._moved.update(self._state.all_queues)

    def _note_ticket(self, before: Ticket | None, after: Ticket) -> None:
        for phone in self._phones.get(after.id, {}).values():
            phone.ticket = after
        if before is None:
            self._joined.add(after.queue)
            self._joined_due = min(self._joined_due, monotonic() + _BEHIND_EVERY_S)
            return
        self._moved.update((before.queue, after.queue))

    # --- telling ----------------------------------------------------------------------------

    def tell(self, send: Send) -> None:
        """Tell the phones of every queue that moved, and those who are next by that, once for all that was noted since the last time."""
        moved, self._moved = self._moved, set()
        self._tell_queues(moved, send)

    def tell_tickets(self, tickets: Collection[int], send: Send) -> None:
        """Tell the phones of these tickets, of which nothing but the range may have changed."""
        watched = self._phones.keys() & tickets
        around = self._around() if watched else None
        for id in watched:
            for peer, phone in list(self._phones.get(id, {}).items()):
                assert around is not None
                places = self._places_of(phone.ticket.queue)
                self._tell_phone(peer, phone, places, around, send)

    def settle(self, now: float, send: Send) -> None:
        """Tell the phones of queues that somebody joined, when it is due."""
        if now >= self._joined_due:
            joined, self._joined, self._joined_due = self._joined, set(), inf
            self._tell_queues(joined, send)

    def _tell_queues(self, queues: Iterable[str], send: Send) -> None:
        if not self._phones:
            return
        around = self._around()
        told, self._next_told = self._next_told, self._next
        for id in told ^ self._next:
            # First in a queue that did not move itself: a desk serves several.
            for peer, phone in list(self._phones.get(id, {}).items()):
                places = self._places_of(phone.ticket.queue)
                self._tell_phone(peer, phone, places, around, send)
        for queue in queues:
            places = self._places_of(queue)
            for watchers in list(self._phones.values()):
                for peer, phone in list(watchers.items()):
                    if phone.ticket.queue == queue:
                        self._tell_phone(peer, phone, places, around, send)

    def _tell_phone(
        self,
        peer: Peer,
        phone: _Phone,
        places: dict[int, int],
        around: Around,
        send: Send,
    ) -> None:
        waiting = self._state.room.waiting(phone.ticket.queue)
        view = _view(phone.ticket, places, waiting, around)
        if view != phone.shown:
            phone.shown = view
            send(peer, sse.ticket(view, self._state.seq))

    def _around(self) -> Around:
        desks = {desk.number: desk for desk in self._state.desks()}
        return Around(
            settings=self._state.settings,
            desks=desks,
            message=self._state.message,
            now=self._clock(),
            next=self._next_calls(),
            outlook=self._outlook(),
        )

    def _next_calls(self) -> frozenset[int]:
        """Return whom the desks would call next; found out once for all who ask before something changes."""
        if self._next_at != self._state.seq:
            self._next_at = self._state.seq
            self._next = next_calls(self._state.desks(), self._state.room.heads)
        return self._next

    def _places_of(self, queue: str) -> dict[int, int]:
        """Return who stands where; counted once for all who come back after a restart."""
        if self._counted_at != self._state.seq:
            self._counted_at = self._state.seq
            self._counted.clear()
        if queue not in self._counted:
            line = self._state.room.line_of(queue)
            counted = accumulate((not ticket.is_test for ticket in line), initial=0)
            self._counted[queue] = {
                ticket.id: ahead for ticket, ahead in zip(line, counted, strict=False)
            }
        return self._counted[queue]

    # --- coming and going -------------------------------------------------------------------

    def welcome(self, peer: Peer, ticket: Ticket, send: Send) -> None:
        """Tell a newcomer how its ticket stands, and keep it posted from here on."""
        phone = _Phone(ticket)
        self._phones.setdefault(ticket.id, {})[peer] = phone
        places = self._places_of(ticket.queue)
        self._tell_phone(peer, phone, places, self._around(), send)

    def goodbye(self, peer: Peer, ticket_id: int) -> None:
        """Forget a phone that has gone."""
        watchers = self._phones.get(ticket_id, {})
        watchers.pop(peer, None)
        if not watchers:
            self._phones.pop(ticket_id, None)


def _view(
    ticket: Ticket, places: dict[int, int], waiting: int, around: Around
) -> messages.TicketView:
    ahead = places.get(ticket.id) if ticket.state is TicketState.WAITING else None
    behind = None if ahead is None else waiting - ahead - (not ticket.is_test)
    return ticket_view(ticket, around, ahead=ahead, behind=behind)
