"""Everybody who watches one branch, and what each of them is told."""

from collections import deque
from collections.abc import Callable
from datetime import datetime
from math import inf
from time import monotonic

import structlog
from msgspec.structs import replace

from server.domain import events
from server.domain.state import BranchState, Change
from server.domain.ticket import Ticket
from server.forecast.advice import Declined
from server.live import parts, sse
from server.live.device_news import DeviceNews
from server.live.managers import Managers
from server.live.outlooks import Outlooks
from server.live.peer import Peer
from server.live.phones import Phones
from server.live.to_keep import ToKeep
from server.live.waits import News, Waits
from server.live.watcher import (
    DeviceWatcher,
    ManagerWatcher,
    TicketWatcher,
    Watcher,
)
from server.present import messages as present
from server.present.audience import Audience, seen_by
from server.store import accounts
from server.store.load import TooLongAgo, forward, load, retell
from server.store.promises import Learnt
from server.store.store import Reading
from shared.wire import messages

log = structlog.get_logger(__name__)

Send = Callable[[Peer, bytes], None]
Drop = Callable[[Peer], None]
Worded = dict[Audience, bytes]
"""One event, encoded once for each audience."""

Openness = tuple[
    bool,
    tuple[tuple[str, bool, messages.Full | None, messages.ByHand | None], ...],
    bool,
    messages.Notice | None,
    list[messages.OpenDay],
    list[messages.ClosedKiosk],
]

Estimates = tuple[messages.Estimate | None, ...]
"""How long whoever came now would wait, queue by queue."""

_REMEMBERED = 2000
"""How many of the latest events are kept encoded for those who resume; older ones come from the journal."""

_LOOK_AFTER_S = 0.3
_LOOK_EVERY_S = 20.0
"""So soon after an event, and at least so often, it is looked whether queues opened, closed or filled up."""

_RANGES_EVERY_S = 2.0
"""So often at most the devices hear of nothing but how long newcomers wait."""


class BranchStream:
    """Follows the branch's journal with a state of its own, and words it for devices and phones."""

    def __init__(
        self,
        store: Reading,
        branch_id: int,
        clock: Callable[[], datetime],
        clock_is_unsure: Callable[[], bool] = lambda: False,
        look_at_waits: Callable[[BranchState], Waits] | None = None,
    ) -> None:
        """Where nobody looks at its waits, nobody is told anything of them."""
        self._clock_is_unsure = clock_is_unsure
        self._store = store
        self._branch_id = branch_id
        self._clock = clock
        self._devices: dict[Peer, DeviceWatcher] = {}
        self._device_news = DeviceNews(store, branch_id, clock, self._devices)
        self._managers = Managers(self._still_signed_in)
        self._latest: deque[tuple[int, Worded]] = deque(maxlen=_REMEMBERED)
        self._look_due = monotonic()
        with store.reading(branch_id) as view:
            self._state = load(view)
        if look_at_waits is None:
            self._waits = Waits(store, self._state, clock, Outlooks(), ToKeep(), None)
        else:
            self._waits = look_at_waits(self._state)
        self._phones = Phones(self._state, clock, lambda: self._waits.outlook)
        # As it was when something happened last: what time has done since then is told at the first look.
        branch = self._branch(self._state.moment)
        self._openness, self._estimates = _openness(branch), _estimates(branch)
        self._told_at = -inf

    @property
    def due(self) -> float:
        """When `settle` wants to be called, on the monotonic clock."""
        if self._device_news.is_due:
            return monotonic()
        return min(
            self._phones.due, self._look_due, self._managers.due, self._waits.due
        )

    # --- hearing ----------------------------------------------------------------------------

    def hear(self, change: Change, send: Send, drop: Drop) -> None:
        """Follow one committed change and pass it on to the devices; phones follow in `tell_phones`."""
        seq = self._state.seq
        if change.row.seq <= seq:
            return None
        if change.row.seq > seq + 1:
            # Somebody else wrote in between, another process perhaps: the journal has it.
            return self._overtake(send, drop)
        calls = self._calls_told()
        self._state.follow(change)
        self._pass_on(change, calls, send, drop)
        return None

    def _overtake(self, send: Send, drop: Drop) -> None:
        with self._store.reading(self._branch_id) as view:
            calls = self._calls_told()
            for change in forward(view, self._state):
                self._pass_on(change, calls, send, drop)
                calls = self._calls_told()

    def _calls_told(self) -> list[Ticket]:
        """Return what is on the board; nothing where nobody hears of it."""
        return self._state.recent_calls() if self._devices else []

    def _pass_on(
        self, change: Change, calls: list[Ticket], send: Send, drop: Drop
    ) -> None:
        self._look_due = min(self._look_due, monotonic() + _LOOK_AFTER_S)
        self._waits.hear(change)
        self._managers.note(parts.changed_by(change))
        if isinstance(change.row.event, events.DeviceRevoked):
            self._let_go(change.row.event.device, drop)
        if self._devices:
            outlook = self._waits.outlook
            event = present.event(change, self._state, calls, self._clock(), outlook)
            if event.branch is not None:
                branch = self._with_clock(event.branch)
                event = replace(event, branch=branch)
                self._openness, self._estimates = _openness(branch), _estimates(branch)
            worded = _worded(event, change, self._state)
            self._latest.append((change.row.seq, worded))
            for peer, watcher in list(self._devices.items()):
                send(peer, worded[watcher.audience])
            self._device_news.hear(change.row.event, send)
        else:
            # Nobody would hear it; whoever comes later is told from the journal.
            self._latest.clear()
        self._phones.note(change)

    def _let_go(self, device: int, drop: Drop) -> None:
        """Close the streams of a device that was revoked; it comes back and is refused."""
        for peer, watcher in list(self._devices.items()):
            if watcher.device_id == device:
                drop(peer)

    # --- telling what is due ----------------------------------------------------------------

    def tell_phones(self, send: Send) -> None:
        """Tell the phones of every queue that moved, and those who are next by that, once for all that was heard since the last time."""
        self._phones.tell(send)

    def tell_of_device(self, device: int) -> None:
        """Tell managers, at the next `settle`, what the device has said of itself."""
        self._device_news.note(device)
        self._managers.note(parts.OF_DEVICES)

    def settle(self, now: float, send: Send, drop: Drop) -> None:
        """Tell managers what changed, the phones of queues that somebody joined, and the devices what is open, each when it is due."""
        self._device_news.settle(send)
        self._tell_waits(self._waits.look(now), now, send)
        self._phones.settle(now, send)
        if now >= self._look_due:
            self._look(now, send)
        self._managers.settle(now, self._changed, send, drop)

    def _tell_waits(self, news: News, now: float, send: Send) -> None:
        """Tell each phone of which the range reads otherwise, and consoles what is advised; the devices and managers soon, where that of newcomers does."""
        if news.tickets:
            self._phones.tell_tickets(news.tickets, send)
            self._managers.note(parts.OF_WAITS)
        if news.advice:
            self._managers.note(parts.OF_ADVICE)
        if news.advice or news.usual:
            self._tell_staff(send)
        if news.newcomers:
            due = max(now, self._told_at + _RANGES_EVERY_S)
            self._look_due = min(self._look_due, due)

    def rest(self) -> None:
        """Leave what was learnt to be kept: it is the end."""
        self._waits.leave_learnt()

    def relearn(self, learnt: Learnt) -> None:
        """Go on from what was learnt of the branch's waits elsewhere."""
        self._waits.relearn(learnt)

    def decline(self, declined: Declined) -> None:
        """Advise this no more until it is wanted anew."""
        self._waits.decline(declined)

    def _changed(self, changed: parts.Parts) -> bytes:
        return sse.changed(changed, self._state.seq, self._clock())

    def _still_signed_in(self, sessions: set[bytes]) -> set[bytes]:
        """Return which of these sessions count still: all, where that cannot be found out, for what they hear is no secret."""
        try:
            with self._store.reading(self._branch_id) as view:
                return accounts.counting(view.connection, sessions, self._clock())
        except Exception:  # the next look may succeed
            log.exception("sessions not read", branch=self._branch_id)
            return sessions

    def _look(self, now: float, send: Send) -> None:
        """Tell the devices when queues opened, closed or filled up, or newcomers wait longer or shorter, which is no journal event."""
        branch = self._branch(self._clock())
        change = _next_opening_or_closing(branch)
        self._look_due = now + min(_LOOK_EVERY_S, change)
        before, told = self._openness, self._estimates
        self._openness, self._estimates = _openness(branch), _estimates(branch)
        if self._openness != before:
            self._managers.note(parts.ALL)
        elif self._estimates != told:
            self._managers.note(parts.OF_NEWCOMERS)
        else:
            return
        if branch.message != before[3]:
            self._phones.note_all()
            self._phones.tell(send)
        self._told_at = now
        for peer, watcher in list(self._devices.items()):
            send(peer, self._standing(watcher.audience))

    def _tell_staff(self, send: Send) -> None:
        staff = [
            peer
            for peer, watcher in self._devices.items()
            if watcher.audience is Audience.STAFF
        ]
        if staff:
            standing = self._standing(Audience.STAFF)
            for peer in staff:
                send(peer, standing)

    def _standing(self, audience: Audience) -> bytes:
        now, outlook = self._clock(), self._waits.outlook
        standing = present.standing(self._state, now, outlook)
        assert standing.branch is not None
        standing = replace(standing, branch=self._with_clock(standing.branch))
        return sse.branch(seen_by(audience, standing))

    def _branch(self, now: datetime) -> messages.Branch:
        outlook = self._waits.outlook
        return self._with_clock(present.branch(self._state, now, outlook))

    def _with_clock(self, branch: messages.Branch) -> messages.Branch:
        return replace(branch, clock_unsure=self._clock_is_unsure())

    # --- coming and going -------------------------------------------------------------------

    def welcome(self, peer: Peer, watcher: Watcher, send: Send) -> None:
        """Give a new watcher where things stand, or what it missed, and keep it posted from here on."""
        match watcher:
            case DeviceWatcher():
                self._devices[peer] = watcher
                self._managers.note(parts.OF_DEVICES)
                self._catch_up(peer, watcher.audience, watcher.after, send)
                self._device_news.welcome(peer, watcher, send)
            case TicketWatcher(ticket_id=ticket_id):
                self._phones.welcome(peer, self._find_ticket(ticket_id), send)
            case ManagerWatcher(session=session):
                self._managers.welcome(peer, session, self._changed, send)

    def goodbye(self, peer: Peer, watcher: Watcher) -> None:
        """Forget a watcher that has gone."""
        match watcher:
            case DeviceWatcher():
                self._devices.pop(peer, None)
                self._device_news.leave(watcher.device_id)
                self._managers.note(parts.OF_DEVICES)
            case TicketWatcher(ticket_id=ticket_id):
                self._phones.goodbye(peer, ticket_id)
            case ManagerWatcher():
                self._managers.goodbye(peer)

    def _catch_up(
        self, peer: Peer, audience: Audience, after: int | None, send: Send
    ) -> None:
        if after is None:
            return send(peer, self._snapshot(audience))
        try:
            missed = self._missed(after)
        except TooLongAgo:
            return self._begin_afresh(peer, audience, send)
        except (
            Exception
        ) as error:  # a past that cannot be told is no reason to hide the present
            log.exception("past not told", branch=self._branch_id, why=str(error))
            return self._begin_afresh(peer, audience, send)
        for worded in missed:
            send(peer, worded[audience])
        # What time has changed meanwhile is no row of the journal.
        return send(peer, self._standing(audience))

    def _begin_afresh(self, peer: Peer, audience: Audience, send: Send) -> None:
        send(peer, sse.reset(self._state.seq))
        send(peer, self._snapshot(audience))

    def _snapshot(self, audience: Audience) -> bytes:
        now, outlook = self._clock(), self._waits.outlook
        snapshot = present.snapshot(self._state, now, outlook)
        snapshot = replace(snapshot, branch=self._with_clock(snapshot.branch))
        return sse.snapshot(seen_by(audience, snapshot))

    def _missed(self, after: int) -> list[Worded]:
        """Return the events after `after`; raise `TooLongAgo`, also when it is from another database."""
        seq, now, outlook = self._state.seq, self._clock(), self._waits.outlook
        if not 0 <= after <= seq:
            raise TooLongAgo
        if after == seq or (self._latest and self._latest[0][0] <= after + 1):
            return [worded for seq, worded in self._latest if seq > after]
        with self._store.reading(self._branch_id) as view:
            return [
                _worded(present.event(change, state, None, now, outlook), change, state)
                for state, change in retell(view, after)
                if change.row.seq <= seq
            ]

    def _find_ticket(self, id: int) -> Ticket:
        ticket = self._state.room.ticket(id)
        if ticket is not None:
            return ticket
        with self._store.reading(self._branch_id) as view:
            return view.ticket(id)


def _openness(branch: messages.Branch) -> Openness:
    """Return what may change without a journal event."""
    queues = tuple((q.slug, q.open, q.full, q.by_hand) for q in branch.queues)
    return (
        branch.open,
        queues,
        branch.clock_unsure,
        branch.message,
        branch.hours,
        branch.closed_kiosks,
    )


def _estimates(branch: messages.Branch) -> Estimates:
    return tuple(queue.estimate for queue in branch.queues)


def _next_opening_or_closing(branch: messages.Branch) -> float:
    """Return in how many seconds the hours change something next."""
    message = branch.message
    moments = [branch.next_opening, None if message is None else message.until]
    for queue in branch.queues:
        moments += [queue.opens_at, queue.closes_at]
    moments += [kiosk.until for kiosk in branch.closed_kiosks]
    waits = [(at - branch.now).total_seconds() for at in moments if at is not None]
    return max(0.0, min(waits, default=inf))


def _worded(event: messages.Event, change: Change, state: BranchState) -> Worded:
    """Return the event as each audience hears it; most events are the same for all."""
    for_staff, whole = sse.event(event), event
    if change.after is not None and change.after.day != state.day:
        # A label stands for its ticket of today, to whoever is told no more than a board shows.
        event = replace(event, ticket=None, was=None)
    public = seen_by(Audience.PUBLIC, event)
    return {
        Audience.STAFF: for_staff,
        Audience.PUBLIC: for_staff if public is whole else sse.event(public),
    }
