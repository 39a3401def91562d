"""The one fold: a branch, as the rows of its journal leave it one after another.

The writer decides on it, the streams tell from it, `check` and `replay` build it from the first row: whoever has the
same rows has the same branch.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any, TypeVar

from server.domain import counting, events, life, numbering
from server.domain.account import Account, AccountRole
from server.domain.branch import (
    BranchSettings,
    Desk,
    Device,
    HelpCall,
    Message,
    Queue,
    Servicer,
)
from server.domain.counting import Counter, QueueDay, going_on
from server.domain.events import Recorded
from server.domain.limits import Demand, open_desks
from server.domain.ratio import ratio_of
from server.domain.recent_calls import RecentCalls
from server.domain.refusals import UnknownAccount, UnknownDesk, UnknownQueue
from server.domain.room import Room
from server.domain.ticket import Ticket, TicketState
from server.domain.today import StaffCall, Today

K = TypeVar("K")
V = TypeVar("V")

NO_DAY = date.min
UNTOLD = BranchSettings()
"""Day and settings of a branch before any row told them."""

Mark = tuple[
    int, datetime, date, date, BranchSettings, Message | None, Today, RecentCalls, int
]  # fmt: skip
"""What leads a branch back to how it was."""

_ABSENT: Any = object()


class OutOfSequence(Exception):
    """The journal has a gap, or a row that does not fit those before it; `str()` says which."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A journal row of a branch and all that it changed: a ticket before and after, a desk, a queue's counters."""

    branch_id: int
    row: Recorded
    before: Ticket | None = None
    after: Ticket | None = None
    desk: Desk | None = None
    counters: Mapping[QueueDay, Counter] = field(default_factory=dict)


class BranchState:
    """A branch after journal row `seq`. Of tickets it holds the open ones, today's `missed` ones, and those the board may show.

    `stands_for` is the date by the clock of which the open `day` takes the place, and with which it ends.
    `help` has who asks for help, by kiosk; `message` is the last one, whether or not its time is over,
    and `today` what staff set by hand until the day ends.
    `all_…` are those that are or ever were. `moment` is the latest one it has seen. To each `mark`, changes can be taken `back`, until
    it is `settle`d.
    """

    def __init__(self, id: int = 0, slug: str = "") -> None:
        self.id = id
        self.slug = slug
        self.seq = 0
        self.moment = datetime.min.replace(tzinfo=UTC)
        self.day = NO_DAY
        self.stands_for = NO_DAY
        self.settings = UNTOLD
        self.all_queues: dict[str, Queue] = {}
        self.all_desks: dict[int, Desk] = {}
        self.all_servicers: dict[str, Servicer] = {}
        self.all_accounts: dict[str, Account] = {}
        self.devices: dict[int, Device] = {}
        self.help: dict[int, HelpCall] = {}
        self.message: Message | None = None
        self.today = Today()
        self.room = Room()
        self.missed: dict[int, Ticket] = {}
        self.counters: dict[QueueDay, Counter] = {}
        self.calls = RecentCalls()
        self._is_marked = False
        self._log: list[tuple[dict[Any, Any] | None, Any, Any]] = []

    # --- what is there ------------------------------------------------------------------------

    def queues(self) -> list[Queue]:
        """Return the queues in the order of screens; removed ones are left out."""
        here = (queue for queue in self.all_queues.values() if not queue.removed)
        return sorted(here, key=lambda queue: (queue.ordinal, queue.slug))

    def queue(self, slug: str) -> Queue:
        """Return the queue; raise `UnknownQueue` when there is none, or no longer."""
        if not self.has_queue(slug):
            raise UnknownQueue(slug)
        return self.all_queues[slug]

    def has_queue(self, slug: str) -> bool:
        """Return whether there is such a queue, and still is."""
        return slug in self.all_queues and not self.all_queues[slug].removed

    def desks(self) -> list[Desk]:
        """Return the desks by number; removed ones are left out."""
        here = (desk for desk in self.all_desks.values() if not desk.removed)
        return sorted(here, key=lambda desk: desk.number)

    def desk(self, number: int) -> Desk:
        """Return the desk; raise `UnknownDesk` when there is none, or no longer."""
        desk = self.all_desks.get(number)
        if desk is None or desk.removed:
            raise UnknownDesk(number)
        return desk

    def desk_of_device(self, device: int | None) -> Desk | None:
        """Return the desk that is signed in at the console, None when nobody is."""
        for desk in self.all_desks.values():
            if desk.device == device and desk.servicer is not None:
                return desk
        return None

    def bound_to(self, device: int) -> int | None:
        """Return the desk that the console is for alone, None where it is for any, or that desk is there no longer."""
        known = self.devices.get(device)
        desk = None if known is None else self.all_desks.get(known.desk or 0)
        return None if desk is None or desk.removed else desk.number

    def servicers(self) -> list[str]:
        """Return the names of who serves here; removed ones are left out."""
        return sorted(
            each.name for each in self.all_servicers.values() if not each.removed
        )

    def accounts(self) -> list[Account]:
        """Return who may open the manager's pages, by name; removed ones are left out."""
        here = (each for each in self.all_accounts.values() if not each.removed)
        return sorted(here, key=lambda account: account.name)

    def account(self, name: str) -> Account:
        """Return the account; raise `UnknownAccount` when there is none, or no longer."""
        account = self.all_accounts.get(name)
        if account is None or account.removed:
            raise UnknownAccount(name)
        return account

    def called(self, manager: str) -> str:
        """Return what staff read of a manager: the name of who signs in by this user name, else as it is."""
        account = self.all_accounts.get(manager)
        return manager if account is None else account.shown

    def managers(self) -> list[Account]:
        """Return the accounts that may do everything."""
        return [each for each in self.accounts() if each.role is AccountRole.MANAGER]

    # --- how it stands ------------------------------------------------------------------------

    def counter(self, queue: str) -> Counter:
        """Return the queue's counter of today."""
        return self.counters.get((queue, self.day), Counter())

    def next_test_number(self) -> int:
        """Return the number that the next test of today has."""
        return self.counter(numbering.TEST).last_number + 1

    def next_number(self, queue: Queue) -> int:
        """Return the number that the queue gives next."""
        counter = self.counter(queue.slug)
        if counter.is_begun:
            return counter.last_number + 1
        own = queue.settings.first_number
        return self.settings.first_number if own is None else own

    def bearer_of(self, letter: str) -> str | None:
        """Return the slug of the queue of which today's tickets bear this letter, if one's do."""
        for (slug, day), counter in self.counters.items():
            if day == self.day and letter in counter.letters:
                return slug
        return None

    def demand(self, queue: str) -> Demand:
        """Return how many wait in the queue, how many numbers it gave today, how many open desks serve it, and what staff made of it."""
        counter = self.counter(queue)
        desks = open_desks(self.all_desks.values(), queue)
        return Demand(
            waiting=counter.waiting,
            given=counter.given,
            desks=desks,
            switch=self.today.queues.get(queue),
        )

    def waiting(self) -> dict[str, int]:
        """Return how many wait in each queue, by slug."""
        return {queue.slug: self.room.waiting(queue.slug) for queue in self.queues()}

    def stranded(self) -> list[Ticket]:
        """Return, first of all first, who waits though no desk there is, open or not, may call them next."""
        desks = self.desks()
        served = {slug for desk in desks for slug in desk.serves}
        return self.room.out_of_reach(served, {desk.number for desk in desks})

    def is_stranded(self, ticket: Ticket) -> bool:
        """Return whether the ticket, as it is here, would be among the `stranded`."""
        return ticket.state is TicketState.WAITING and not any(
            ticket.for_desk == desk.number
            or (ticket.for_desk is None and ticket.queue in desk.serves)
            for desk in self.all_desks.values()
            if not desk.removed
        )

    def recent_calls(self) -> list[Ticket]:
        """Return the tickets on the board, newest call first."""
        return self.calls.on_board()

    def row_moment(self, now: datetime) -> datetime:
        """Return the moment by which somebody who comes now is ordered: never before one that was seen."""
        return max(now, self.moment)

    # --- folding ------------------------------------------------------------------------------

    def apply(self, row: Recorded, ended: Ticket | None = None) -> Change:
        """Go one row further; `ended` is the ticket it is about where that had ended already.

        Raises `OutOfSequence` when the row is not the next, or about nothing that is here.
        """
        if row.seq != self.seq + 1:
            raise OutOfSequence(f"After journal row {self.seq} comes row {row.seq}.")
        change = self._change(row, ended)
        self.follow(change)
        return change

    def follow(self, change: Change) -> None:
        """Go as far as the change, which a state with the same rows has made of the next one."""
        row = change.row
        self.seq = row.seq
        self.moment = max(self.moment, row.at)
        if change.after is not None:
            self._put_ticket(change.after, change.before)
            self._put_call(change.after, change.before)
            if change.before is None and change.after.is_test:
                self._switch(test=None)
        if change.desk is not None:
            self._put(self.all_desks, change.desk.number, change.desk)
        for key, counter in change.counters.items():
            self._put(self.counters, key, counter)
        if row.ticket is None:
            self._set_up(row.event, row.at)

    def mark(self) -> Mark:
        """Remember how the branch is now, and return what leads `back` there."""
        self._is_marked = True
        return (
            self.seq, self.moment, self.day, self.stands_for, self.settings, self.message, self.today,
            self.calls, len(self._log),
        )  # fmt: skip

    def settle(self) -> None:
        """Forget how the branch was: no mark leads back any more."""
        self._is_marked = False
        self._log.clear()

    def back(self, mark: Mark) -> None:
        """Be as at the `mark`, and as if no later one had been made."""
        (
            self.seq, self.moment, self.day, self.stands_for, self.settings, self.message, self.today,
            self.calls, length,
        ) = mark  # fmt: skip
        while len(self._log) > length:
            mapping, key, before = self._log.pop()
            if mapping is not None and before is _ABSENT:
                mapping.pop(key, None)
            elif mapping is not None:
                mapping[key] = before
            elif before is None:
                self.room.drop(key)
            else:
                self.room.put(before)

    def _change(self, row: Recorded, ended: Ticket | None) -> Change:
        before = after = desk = None
        counters: Mapping[QueueDay, Counter] = {}
        number = life.desk_of(row.event)
        if number is not None:
            known = self._desk_before(number, row.event)
            desk = life.evolve_desk(known, row)
            if desk is known and number in self.all_desks:
                desk = None
        if row.ticket is not None:
            before = self.room.ticket(row.ticket) or ended
            try:
                after = life.evolve(before, row)
            except life.NoSuchTicket as error:
                raise OutOfSequence(str(error)) from error
            ratio = ratio_of(self.settings.priority_ratio)
            counters = counting.counted(self.counters, row.event, before, after, ratio)
        elif isinstance(row.event, events.ClockSet):
            counters = counting.dated(self.counters, self.day, row.event)
        return Change(
            branch_id=self.id, row=row, before=before, after=after, desk=desk, counters=counters
        )  # fmt: skip

    def _desk_before(self, number: int, event: events.Event) -> Desk:
        known = self.all_desks.get(number)
        if isinstance(event, events.DeskConfigured):
            return event.desk if known is None or known.removed else known
        if known is None:
            raise OutOfSequence(
                f"Desk {number} is in the journal before it was set up."
            )
        return known

    def _set_up(self, event: events.Event, at: datetime) -> None:
        match event:
            case events.BranchConfigured(settings=settings, day=day):
                self.settings = settings
                if day is not None:
                    self.day = self.stands_for = day
            case events.DayClosed(opened=day, given=given):
                self._begin_day(day)
                for slug, numbers in given.items():
                    self._put(self.counters, (slug, day), going_on(numbers))
            case events.ClockSet():
                self._date(event, at)
            case events.QueueConfigured(queue=queue):
                self._put_queue(queue)
            case _:
                self._let_in(event)
                self._tell_the_hall(event, at)

    def _let_in(self, event: events.Event) -> None:
        match event:
            case events.ServicerConfigured(servicer=servicer):
                self._put(self.all_servicers, servicer.name, servicer)
            case events.AccountConfigured(account=account):
                self._put(self.all_accounts, account.name, account)
            case (
                events.DevicePaired(device=device)
                | events.DeviceConfigured(device=device)
            ):
                self._put(self.devices, device.id, device)
            case events.DeviceRevoked(device=id):
                self._put(self.devices, id, _ABSENT)
                self._put(self.help, id, _ABSENT)
                self._switch(kiosks=_with(self.today.kiosks, id, None))

    def _put_queue(self, queue: Queue) -> None:
        self._put(self.all_queues, queue.slug, queue)
        if queue.removed:
            self._switch(queues=_with(self.today.queues, queue.slug, None))

    def _tell_the_hall(self, event: events.Event, at: datetime) -> None:
        match event:
            case events.MessageSet(texts=texts, until=until):
                said = Message(texts=texts, since=at, until=until)
                self.message = said if texts else None
            case events.QueueSwitched(queue=slug, switch=switch):
                self._switch(queues=_with(self.today.queues, slug, switch))
            case events.KioskSwitched(device=id, switch=switch):
                self._switch(kiosks=_with(self.today.kiosks, id, switch))
            case events.StaffCalled(by=by, reason=reason):
                self._switch(staff_call=StaffCall(since=at, by=by, reason=reason))
            case events.TestNumberAwaited(awaited=awaited):
                self._switch(test=awaited)
            case events.StaffCallEnded():
                self._switch(staff_call=None)
            case events.KioskHelpAsked(device=id, language=language):
                self._put(self.help, id, HelpCall(since=at, language=language))
            case events.KioskHelpComing(device=id, desk=desk, manager=manager):
                self._put(
                    self.help, id, replace(self.help[id], desk=desk, manager=manager)
                )
            case events.KioskHelpEnded(device=id):
                self._put(self.help, id, _ABSENT)

    def _switch(self, **switched: Any) -> None:
        self.today = replace(self.today, **switched)

    def _date(self, clock: events.ClockSet, at: datetime) -> None:
        if clock.day != self.day:
            # Those that come along follow, and with them the calls of that day.
            self.calls = RecentCalls()
            self._forget_all(self.missed)
        self.day, self.stands_for = clock.day, clock.stands_for
        # Nobody has seen a moment later than this one any more.
        self.moment = at
        self._forget_other_days()

    def _begin_day(self, day: date) -> None:
        self.day = self.stands_for = day
        self.calls = RecentCalls()
        self.message = None
        self.today = Today()
        self._forget_all(self.missed)
        self._forget_all(self.help)
        self._forget_other_days()

    def _forget_all(self, mapping: dict[Any, Any]) -> None:
        for key in list(mapping):
            self._put(mapping, key, _ABSENT)

    def _forget_other_days(self) -> None:
        for key in [key for key in self.counters if key[1] != self.day]:
            self._put(self.counters, key, _ABSENT)

    def _put(self, mapping: dict[Any, Any], key: Any, value: Any) -> None:
        if self._is_marked:
            self._log.append((mapping, key, mapping.get(key, _ABSENT)))
        if value is _ABSENT:
            mapping.pop(key, None)
        else:
            mapping[key] = value

    def _put_ticket(self, after: Ticket, before: Ticket | None) -> None:
        if self._is_marked:
            self._log.append((None, after.id, before))
        self.room.put(after)
        missed = after.state is TicketState.MISSED and not after.is_test
        if missed and after.day == self.day:
            self._put(self.missed, after.id, after)
        elif after.id in self.missed:
            self._put(self.missed, after.id, _ABSENT)

    def _put_call(self, after: Ticket, before: Ticket | None) -> None:
        if after.called_seq is None and (before is None or before.called_seq is None):
            return
        today = after.day == self.day
        self.calls = self.calls.with_ticket(
            after, today=today, spare=len(self.all_desks)
        )


def _with(mapping: Mapping[K, V], key: K, value: V | None) -> Mapping[K, V]:
    """Return the mapping with this value under the key, or without the key."""
    others = {each: mapping[each] for each in mapping if each != key}
    return others if value is None else {**others, key: value}
