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

Openness = tuple[bool, tuple[tuple[str, bool, messages.Full | None], ...]]

_REMEMBERED = 2000
"""How many of the latest events are kept encoded for those who resume; older ones come from the journal."""

_BEHIND_EVERY_S = 2.0
"""Somebody joining behind you is no news that hurries: such updates are gathered this long."""

_LOOK_AFTER_S = 0.3
_LOOK_EVERY_S = 20.0
"""So soon after an event, and at least so often, it is looked whether queues opened, closed or filled up."""


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
        self._phones_due = inf
        self._look_due = monotonic()
        with store.reading(branch_id) as view:
            self._picture = Picture(view)
            # As it was when something happened last: what time has done since then is told at the first look.
            self._openness = _openness(self._picture.branch(view.ledger.moment))
        self._openness_told_at = -1

    @property
    def due(self) -> float:
        """When `settle` wants to be called, on the monotonic clock."""
        return min(self._phones_due, self._look_due)

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
        self._look_due = min(self._look_due, monotonic() + _LOOK_AFTER_S)
        if self._devices:
            event = self._picture.event(told, self._clock())
            if event.branch is not None:
                self._openness = _openness(event.branch)
            worded = _worded(event)
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
            self._phones_due = min(self._phones_due, monotonic() + _BEHIND_EVERY_S)
            return
        self._moved.update((before.queue, after.queue))

    # --- telling phones ---------------------------------------------------------------------

    def tell_phones(self, send: Send) -> None:
        """Tell the phones of every queue that moved, once for all that was heard since the last time."""
        moved, self._moved = self._moved, set()
        self._tell_phones_of(moved, send)

    def settle(self, now: float, send: Send) -> None:
        """Tell the phones of queues that somebody joined, and the devices what is open, each when it is due."""
        if now >= self._phones_due:
            joined, self._joined, self._phones_due = self._joined, set(), inf
            self._tell_phones_of(joined, send)
        if now >= self._look_due:
            self._look(now, send)

    def _look(self, now: float, send: Send) -> None:
        """Tell the devices when queues opened, closed or filled up, which is no journal event."""
        branch = self._picture.branch(self._clock())
        change = _next_opening_or_closing(branch)
        self._look_due = now + min(_LOOK_EVERY_S, change)
        if _openness(branch) == self._openness:
            return
        self._openness = _openness(branch)
        self._openness_told_at = self._picture.seq
        event = self._changed(branch)
        for connection, audience in list(self._devices.items()):
            send(connection, sse.branch(seen_by(audience, event)))

    def _changed(self, branch: messages.Branch) -> messages.Event:
        return messages.Event(
            seq=self._picture.seq,
            at=branch.now,
            event=messages.Happened.CONFIGURED,
            branch=branch,
        )

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
        if after <= self._openness_told_at:
            event = self._changed(self._picture.branch(self._clock()))
            send(connection, sse.branch(seen_by(audience, event)))
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


def _openness(branch: messages.Branch) -> Openness:
    """Return what may change without a journal event."""
    return branch.open, tuple((q.slug, q.open, q.full) for q in branch.queues)


def _next_opening_or_closing(branch: messages.Branch) -> float:
    """Return in how many seconds the hours change something next."""
    moments = [branch.next_opening]
    for queue in branch.queues:
        moments += [queue.opens_at, queue.closes_at]
    waits = [(at - branch.now).total_seconds() for at in moments if at is not None]
    return max(0.0, min(waits, default=inf))


def _worded(event: messages.Event) -> Worded:
    """Return the event as each audience hears it; most events are the same for all."""
    for_staff = sse.event(event)
    public = seen_by(Audience.PUBLIC, event)
    return {
        Audience.STAFF: for_staff,
        Audience.PUBLIC: for_staff if public is event else sse.event(public),
    }
