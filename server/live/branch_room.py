"""Everybody who watches one branch, and what each of them is told."""

from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from math import inf
from time import monotonic

from server.domain.ticket import Ticket, TicketState
from server.live import present, sse
from server.live.audience import Audience, seen_by
from server.live.connection import Connection
from server.live.picture import Picture
from server.live.retell import TooLongAgo, retell
from server.live.watcher import DeviceWatcher, TicketWatcher, Watcher
from server.store.session import Told
from server.store.store import Store
from shared.wire import messages

Send = Callable[[Connection, bytes], None]
Worded = dict[Audience, bytes]
"""One event, encoded once for each audience."""

_REMEMBERED = 2000
"""How many of the latest events are kept encoded for those who resume; older ones come from the journal."""

_BEHIND_EVERY_S = 2.0
"""Somebody joining behind you is no news that hurries: such updates are gathered this long."""


@dataclass(slots=True)
class _Phone:
    ticket: Ticket
    shown: messages.TicketView | None = None


class BranchRoom:
    """Folds the branch's journal into its picture and words it for devices and phones."""

    def __init__(
        self, store: Store, branch_id: int, clock: Callable[[], datetime]
    ) -> None:
        self._store = store
        self._branch_id = branch_id
        self._clock = clock
        self._devices: dict[Connection, Audience] = {}
        self._phones: dict[int, dict[Connection, _Phone]] = {}
        self._latest: deque[tuple[int, Worded]] = deque(maxlen=_REMEMBERED)
        self._moved: set[str] = set()
        self._joined: set[str] = set()
        self._counted: dict[str, dict[int, int]] = {}
        self._counted_at = -1
        self.due = inf
        """When `settle` wants to be called, on the monotonic clock."""
        with store.reading(branch_id) as view:
            self._picture = Picture(view)

    # --- hearing ----------------------------------------------------------------------------

    def hear(self, told: Told, send: Send) -> None:
        """Fold one committed row and pass it on to the devices; phones follow in `tell_phones`."""
        if told.row.seq <= self._picture.seq:
            return None
        if told.row.seq > self._picture.seq + 1:
            # Somebody else wrote in between, another process perhaps: the journal has it.
            return self._overtake(send)
        self._pass_on(told, send)
        return None

    def _overtake(self, send: Send) -> None:
        try:
            for told in self._since(self._picture.seq):
                self._pass_on(told, send)
        except TooLongAgo:
            with self._store.reading(self._branch_id) as view:
                self._picture = Picture(view)
            self._latest.clear()
            for connection, audience in list(self._devices.items()):
                self._start_afresh(connection, audience, send)

    def _pass_on(self, told: Told, send: Send) -> None:
        self._picture.apply(told)
        if self._devices:
            worded = _worded(self._picture.event(told, self._clock()))
            self._latest.append((told.row.seq, worded))
            for connection, audience in list(self._devices.items()):
                send(connection, worded[audience])
        else:
            # Nobody would hear it; whoever comes later is told from the journal.
            self._latest.clear()
        if told.after is not None:
            self._note_phones(told.before, told.after)

    def _note_phones(self, before: Ticket | None, after: Ticket) -> None:
        for phone in self._phones.get(after.id, {}).values():
            phone.ticket = after
        if before is None:
            self._joined.add(after.queue)
            self.due = min(self.due, monotonic() + _BEHIND_EVERY_S)
            return
        self._moved.update((before.queue, after.queue))

    # --- telling phones ---------------------------------------------------------------------

    def tell_phones(self, send: Send) -> None:
        """Tell the phones of every queue that moved, once for all that was heard since the last time."""
        moved, self._moved = self._moved, set()
        self._tell_phones_of(moved, send)

    def settle(self, now: float, send: Send) -> None:
        """Tell the phones of queues that somebody joined, when that has gathered long enough."""
        if now < self.due:
            return
        joined, self._joined, self.due = self._joined, set(), inf
        self._tell_phones_of(joined, send)

    def _tell_phones_of(self, queues: Iterable[str], send: Send) -> None:
        for queue in queues:
            places = self._places_of(queue)
            for watchers in list(self._phones.values()):
                for connection, phone in list(watchers.items()):
                    if phone.ticket.queue == queue:
                        self._tell_phone(connection, phone, places, send)

    def _places_of(self, queue: str) -> dict[int, int]:
        """Return who stands where; counted once for all who come back after a restart."""
        if self._counted_at != self._picture.seq:
            self._counted_at = self._picture.seq
            self._counted.clear()
        if queue not in self._counted:
            self._counted[queue] = self._picture.places(queue)
        return self._counted[queue]

    def _tell_phone(
        self, connection: Connection, phone: _Phone, places: dict[int, int], send: Send
    ) -> None:
        view = self._view(phone.ticket, places)
        if view != phone.shown:
            phone.shown = view
            send(connection, sse.ticket(view, self._picture.seq))

    def _view(self, ticket: Ticket, places: dict[int, int]) -> messages.TicketView:
        ahead = places.get(ticket.id) if ticket.state is TicketState.WAITING else None
        behind = None if ahead is None else len(places) - ahead - 1
        return present.ticket_view(ticket, ahead=ahead, behind=behind)

    # --- coming and going -------------------------------------------------------------------

    def welcome(self, connection: Connection, watcher: Watcher, send: Send) -> None:
        """Give a new watcher where things stand, or what it missed, and keep it posted from here on."""
        match watcher:
            case DeviceWatcher(after=after, audience=audience):
                self._devices[connection] = audience
                self._catch_up(connection, audience, after, send)
            case TicketWatcher(ticket_id=ticket_id):
                phone = _Phone(self._find_ticket(ticket_id))
                self._phones.setdefault(ticket_id, {})[connection] = phone
                places = self._places_of(phone.ticket.queue)
                self._tell_phone(connection, phone, places, send)

    def goodbye(self, connection: Connection, watcher: Watcher) -> None:
        """Forget a watcher that has gone."""
        match watcher:
            case DeviceWatcher():
                self._devices.pop(connection, None)
            case TicketWatcher(ticket_id=ticket_id):
                watchers = self._phones.get(ticket_id, {})
                watchers.pop(connection, None)
                if not watchers:
                    self._phones.pop(ticket_id, None)

    def _catch_up(
        self, connection: Connection, audience: Audience, after: int | None, send: Send
    ) -> None:
        if after is None:
            return send(connection, self._snapshot(audience))
        try:
            missed = self._missed(after)
        except TooLongAgo:
            return self._start_afresh(connection, audience, send)
        for worded in missed:
            send(connection, worded[audience])
        return None

    def _start_afresh(
        self, connection: Connection, audience: Audience, send: Send
    ) -> None:
        send(connection, sse.reset(self._picture.seq))
        send(connection, self._snapshot(audience))

    def _snapshot(self, audience: Audience) -> bytes:
        return sse.snapshot(seen_by(audience, self._picture.snapshot(self._clock())))

    def _missed(self, after: int) -> list[Worded]:
        """Return the events after `after`; raise `TooLongAgo`, also when it is from another database."""
        if not 0 <= after <= self._picture.seq:
            raise TooLongAgo
        if after == self._picture.seq or (
            self._latest and self._latest[0][0] <= after + 1
        ):
            return [worded for seq, worded in self._latest if seq > after]
        now = self._clock()
        return [_worded(self._picture.event(told, now)) for told in self._since(after)]

    def _since(self, after: int) -> list[Told]:
        with self._store.reading(self._branch_id) as view:
            return retell(view, after)

    def _find_ticket(self, id: int) -> Ticket:
        ticket = self._picture.open_ticket(id)
        if ticket is not None:
            return ticket
        with self._store.reading(self._branch_id) as view:
            return view.ticket(id)


def _worded(event: messages.Event) -> Worded:
    """Return the event as each audience hears it; most events are the same for all."""
    for_staff = sse.event(event)
    public = seen_by(Audience.PUBLIC, event)
    return {
        Audience.STAFF: for_staff,
        Audience.PUBLIC: for_staff if public is event else sse.event(public),
    }
