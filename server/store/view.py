"""What may be asked of a branch's tables; nothing here writes."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
import structlog

from server.domain.account import Account
from server.domain.branch import Desk, Device, Queue, Servicer
from server.domain.counting import Counter, QueueDay
from server.domain.events import Recorded
from server.domain.limits import Demand, open_desks
from server.domain.next_calls import next_calls
from server.domain.numbering import TEST
from server.domain.openness import Opening, opening_of
from server.domain.policy import Head
from server.domain.recent_calls import on_board
from server.domain.refusals import (
    UnknownDesk,
    UnknownQueue,
    UnknownTicket,
)
from server.domain.ticket import AT_DESK, Ticket, TicketState
from server.store import journal, pictures, reports, seen, tables
from server.store.branch_row import BranchRow
from server.store.credentials import Tries, find_pin_hash, find_tries
from server.store.days import Days
from server.store.digests import Damaged
from server.store.reports import Report
from server.store.rows import (
    to_account,
    to_counter,
    to_desk,
    to_device,
    to_queue,
    to_servicer,
    to_ticket,
)
from server.store.sign_ins import SignInRecord, sign_ins

log = structlog.get_logger(__name__)

UNREADABLE = (Damaged, LookupError, TypeError, ValueError, OverflowError)
"""What becomes of reading a row that is not what was written."""

_t, _q, _d, _c = tables.ticket.c, tables.queue.c, tables.desk.c, tables.counter.c
_s, _v, _a = tables.servicer.c, tables.device.c, tables.account.c


_MOST_NUMBER = 2**63 - 1
"""More than a column holds is nothing's number."""


def _bind(name: str) -> Any:
    return sa.bindparam(name)


# Literal states, not bound ones: SQLite uses a partial index only where it can see its condition.
_is_waiting = _t.state == sa.literal_column("'waiting'")
_is_open = _t.state.in_([sa.literal_column(f"'{state}'") for state in tables.OPEN])

# Built once: putting a statement together costs more than running it.
_of_queue = sa.and_(_q.branch_id == _bind("branch"))
_QUEUES = sa.select(tables.queue).where(_of_queue).order_by(_q.ordinal, _q.slug)
_QUEUE = sa.select(tables.queue).where(_of_queue, _q.slug == _bind("slug"))
_of_desk = sa.and_(_d.branch_id == _bind("branch"))
_DESKS = sa.select(tables.desk).where(_of_desk).order_by(_d.number)
_DESK = sa.select(tables.desk).where(_of_desk, _d.number == _bind("number"))
_SERVICERS = (
    sa.select(tables.servicer).where(_s.branch_id == _bind("branch")).order_by(_s.name)
)
_ACCOUNTS = (
    sa.select(tables.account).where(_a.branch_id == _bind("branch")).order_by(_a.name)
)
_DEVICES = (
    sa.select(tables.device)
    .where(_v.branch_id == _bind("branch"), _v.revoked_at.is_(None))
    .order_by(_v.id)
)
_of_branch = sa.and_(_t.branch_id == _bind("branch"))
_TICKETS = sa.select(tables.ticket).where(_of_branch).order_by(_t.id)
# Sums, not the columns: else SQLite reads every ticket there ever was, because they stand in this order, and not those of the day.
_by_id, _by_call = _t.id + 0, _t.called_seq + 0
_of_day = sa.and_(_of_branch, _t.day == _bind("day"))
_TICKETS_OF_DAY = sa.select(tables.ticket).where(_of_day).order_by(_by_id)
_LABELLED = _TICKETS_OF_DAY.where(_t.label.in_(sa.bindparam("labels", expanding=True)))
_is_missed = _t.state == sa.literal_column("'missed'")
_MISSED = _TICKETS_OF_DAY.where(_is_missed)
_OPEN_TICKETS = sa.select(tables.ticket).where(_of_branch, _is_open).order_by(_by_id)
_FIRST_DAY = sa.select(sa.func.min(_t.day)).where(_of_branch)
_IDS_OF_DAY = _TICKETS_OF_DAY.with_only_columns(_t.id)
_NUMBERS_OF_DAY = _TICKETS_OF_DAY.with_only_columns(_t.queue, _t.number, _t.label)
_TICKET = sa.select(tables.ticket).where(_of_branch, _t.id == _bind("id"))
_AT_DESK = sa.select(tables.ticket).where(
    _of_branch, _t.desk == _bind("desk"), _is_open
)
_is_test = sa.func.substr(_t.label, 1, len(TEST)) == TEST
_LAST_TEST = (
    sa.select(tables.ticket).where(_of_day, _is_test).order_by(_by_id.desc()).limit(1)
)
_last_called = (
    sa.select(_t.id)
    .where(_of_day, _by_call.is_not(None))
    .where(~_is_test | _t.state.in_([state.value for state in AT_DESK]))
    .order_by(_by_call.desc())
    .limit(_bind("most"))
)
# Of a whole day only the ids are put in order, and not all that is known of each ticket.
_LAST_CALLED = (
    sa.select(tables.ticket)
    .where(_of_branch, _t.id.in_(_last_called))
    .order_by(_by_call.desc())
)
_in_line = sa.and_(_of_branch, _t.queue == _bind("queue"), _is_waiting)
_FRONT = (
    sa.select(tables.ticket).where(_in_line).order_by(_t.position).limit(_bind("most"))
)
_place = sa.func.row_number().over(
    partition_by=(_t.queue, _t.for_desk), order_by=(_t.position, _t.id)
)
_lined_up = (
    sa.select(_t.queue, _t.for_desk, _t.position, _t.id, _place.label("place"))
    .where(_of_branch, _is_waiting)
    .subquery()
)
_l = _lined_up.c
_FIRSTS = (
    sa.select(_l.queue, _l.for_desk, _l.position, _l.id)
    .where(_l.place == 1)
    .order_by(_l.position, _l.id)
)
_counted = sa.select(sa.func.count()).where(_in_line, ~_is_test)
_AHEAD = _counted.where(_t.position < _bind("position"))
_BEHIND = _counted.where(_t.position > _bind("position"))
_COUNTERS = sa.select(tables.counter).where(
    _c.branch_id == _bind("branch"), _c.day == _bind("day")
)


class View:
    """The questions a branch answers, over one connection; each answer is frozen values."""

    def __init__(self, connection: sa.Connection, branch: BranchRow) -> None:
        self.connection = connection
        """The connection to ask what has no question here."""
        self.branch = branch
        """Where the branch stands."""

    def _ask(self, statement: sa.Select[Any], **values: Any) -> sa.CursorResult[Any]:
        result = self.connection.execute(
            statement, {"branch": self.branch.id, **values}
        )
        assert isinstance(result, sa.CursorResult)
        return result

    # --- what is set up ---------------------------------------------------------------------

    def queues(self) -> list[Queue]:
        """Return the queues in the order of screens; removed ones are left out."""
        return [queue for queue in self.every_queue() if not queue.removed]

    def every_queue(self) -> list[Queue]:
        """Return the queues that are or ever were."""
        return [to_queue(row) for row in self._ask(_QUEUES)]

    def queue(self, slug: str) -> Queue:
        """Return the queue; raise `UnknownQueue` when there is none, or no longer."""
        row = self._ask(_QUEUE, slug=slug).one_or_none()
        queue = None if row is None else to_queue(row)
        if queue is None or queue.removed:
            raise UnknownQueue(slug)
        return queue

    def opening(self, queue: Queue, now: datetime) -> Opening:
        """Return whether the queue gives numbers now, until when and when next."""
        switch = self.branch.today.queues.get(queue.slug)
        return opening_of(self.branch.settings, queue, switch, now)

    def desks(self) -> list[Desk]:
        """Return the desks by number; removed ones are left out."""
        return [desk for desk in self.every_desk() if not desk.removed]

    def every_desk(self) -> list[Desk]:
        """Return the desks that are or ever were."""
        return [to_desk(row) for row in self._ask(_DESKS)]

    def desk(self, number: int) -> Desk:
        """Return the desk; raise `UnknownDesk` when there is none, or no longer."""
        found = None if abs(number) > _MOST_NUMBER else self._ask(_DESK, number=number)
        row = None if found is None else found.one_or_none()
        desk = None if row is None else to_desk(row)
        if desk is None or desk.removed:
            raise UnknownDesk(number)
        return desk

    def servicers(self) -> list[str]:
        """Return the names of who serves here; removed ones are left out."""
        return [each.name for each in self.every_servicer() if not each.removed]

    def every_servicer(self) -> list[Servicer]:
        """Return who serves here or ever did."""
        return [to_servicer(row) for row in self._ask(_SERVICERS)]

    def pin_hash(self, servicer: str) -> str | None:
        """Return what is kept of the servicer's PIN, None where nobody of that name serves here."""
        return find_pin_hash(self.connection, self.branch.id, servicer)

    def pin_tries(self, device: int) -> list[Tries]:
        """Return the PINs that were tried at this console, by name."""
        return find_tries(self.connection, self.branch.id, device)

    def accounts(self) -> list[Account]:
        """Return who may open the manager's pages, by name; removed ones are left out."""
        return [each for each in self.every_account() if not each.removed]

    def every_account(self) -> list[Account]:
        """Return who may open the manager's pages or ever could."""
        return [to_account(row) for row in self._ask(_ACCOUNTS)]

    def called(self, manager: str) -> str:
        """Return what staff read of a manager: the name of who signs in by this user name, else as it is."""
        known = (each for each in self.every_account() if each.name == manager)
        return next((each.shown for each in known), manager)

    def sign_ins(self, most: int) -> list[SignInRecord]:
        """Return who signed in to the manager's pages or failed to, the latest first, so many at most."""
        return sign_ins(self.connection, self.branch.id, most)

    def devices(self) -> list[Device]:
        """Return the paired devices in the order they were added; revoked ones are left out."""
        return [to_device(row) for row in self._ask(_DEVICES)]

    def picture(self, name: str) -> bytes | None:
        """Return the picture that is kept under this name, None where there is none; raise `Damaged`."""
        return pictures.find(self.connection, self.branch.id, name)

    def last_seen(self) -> dict[int, datetime]:
        """Return when each device was last heard of, by its id; those that never were are left out."""
        return seen.find(self.connection, self.branch.id)

    def reports(self) -> dict[int, Report]:
        """Return what each device said of itself last, by its id; those that said nothing are left out."""
        return reports.find(self.connection, self.branch.id)

    # --- tickets ----------------------------------------------------------------------------

    def ticket(self, id: int) -> Ticket:
        """Return the ticket; raise `UnknownTicket`."""
        found = None if abs(id) > _MOST_NUMBER else self._ask(_TICKET, id=id)
        row = None if found is None else found.one_or_none()
        if row is None:
            raise UnknownTicket
        return to_ticket(row)

    def taken_at(self, ticket: Ticket) -> int | None:
        """Return the device at which the ticket was taken, None where it was a phone."""
        return journal.device_of(self.connection, self.branch.id, ticket.id)

    def open_tickets(self) -> list[Ticket]:
        """Return every ticket that has not ended, in the order they were taken."""
        return [to_ticket(row) for row in self._ask(_OPEN_TICKETS)]

    def missed(self) -> list[Ticket]:
        """Return who was called today, did not come, and has not come back, in the order they were taken."""
        return [to_ticket(row) for row in self._ask(_MISSED, day=self.branch.day)]

    def tickets_of(self, day: date) -> list[Ticket]:
        """Return every ticket of a business day, in the order they were taken."""
        return [to_ticket(row) for row in self._ask(_TICKETS_OF_DAY, day=day)]

    def last_test(self) -> Ticket | None:
        """Return the test number that was given last today."""
        row = self._ask(_LAST_TEST, day=self.branch.day).one_or_none()
        return None if row is None else to_ticket(row)

    def days(self, first: date, last: date) -> Days:
        """Return the tickets of these business days, to be counted."""
        return Days(self.connection, self.branch.id, first, last)

    def first_day(self) -> date | None:
        """Return the first day on which anybody took a number, None before anybody has."""
        found: date | None = self._ask(_FIRST_DAY).scalar()
        return found

    def sound_tickets_of(self, day: date) -> list[Ticket]:
        """Return every ticket of a business day that can be read, in the order they were taken; the others are logged."""
        try:
            return self.tickets_of(day)
        except UNREADABLE:
            return list(self._sound_tickets_of(day))

    def _sound_tickets_of(self, day: date) -> Iterator[Ticket]:
        for id in self._ask(_IDS_OF_DAY, day=day).scalars().all():
            try:
                yield self.ticket(id)
            except UNREADABLE as error:
                log.error("ticket cannot be read", id=id, why=str(error))  # noqa: TRY400  # which one, says enough

    def numbers_of(self, day: date) -> list[tuple[str, int, str]]:
        """Return queue, number and label of each ticket of a business day, readable or not."""
        rows = self._ask(_NUMBERS_OF_DAY, day=day)
        return [(row.queue, row.number, row.label) for row in rows]

    def tickets_labelled(
        self, labels: Sequence[str], day: date | None = None
    ) -> list[Ticket]:
        """Return the tickets of a day, today's where none is said, that bear one of these labels."""
        those = {"day": day or self.branch.day, "labels": list(labels)}
        rows = self._ask(_LABELLED, **those)
        return [to_ticket(row) for row in rows]

    def all_tickets(self) -> list[Ticket]:
        """Return every ticket there ever was, in the order they were taken."""
        return [to_ticket(row) for row in self._ask(_TICKETS)]

    def recent_calls(self, most: int) -> list[Ticket]:
        """Return those of the tickets called last today that the board shows, newest call first."""
        return on_board(self.last_called(most))

    def last_called(self, most: int) -> list[Ticket]:
        """Return the tickets that were called last today, the latest call last."""
        rows = self._ask(_LAST_CALLED, day=self.branch.day, most=most)
        return [to_ticket(row) for row in rows][::-1]

    def serving(self, desk: int) -> Ticket | None:
        """Return the ticket that is at the desk, called or serving."""
        tickets = map(to_ticket, self._ask(_AT_DESK, desk=desk))
        return next((ticket for ticket in tickets if ticket.state in AT_DESK), None)

    def last_act(self, desk: int) -> list[Recorded]:
        """Return the rows of what a desk did last, in order; empty when it never did anything."""
        return journal.last_act(self.connection, self.branch.id, desk)

    def story(self, ticket: int) -> list[Recorded]:
        """Return everything that happened to a ticket, in order."""
        return journal.of_ticket(self.connection, self.branch.id, ticket)

    def sitting(self, desk: int) -> list[Recorded]:
        """Return what a desk did since somebody signed in there last, in order, beginning with the sign-in."""
        return journal.of_sitting(self.connection, self.branch.id, desk)

    # --- lines ------------------------------------------------------------------------------

    def waiting(self) -> dict[str, int]:
        """Return how many wait in each queue that there is, by slug."""
        counters = self.counters_of(self.branch.day)
        return {
            queue.slug: counters.get(queue.slug, Counter()).waiting
            for queue in self.queues()
        }

    def counters(self) -> dict[QueueDay, Counter]:
        """Return today's counters by queue and day."""
        day = self.branch.day
        return {(slug, day): counter for slug, counter in self.counters_of(day).items()}

    def counters_of(self, day: date) -> dict[str, Counter]:
        """Return a day's counters by queue."""
        return {row.queue: to_counter(row) for row in self._ask(_COUNTERS, day=day)}

    def demands(
        self, queues: Sequence[Queue], desks: Sequence[Desk]
    ) -> dict[str, Demand]:
        """Return how many wait in each of these queues, how many numbers it gave, how many of the open desks serve it, and what staff made of it, by slug."""
        counters, demands = self.counters(), {}
        for queue in queues:
            counter = counters.get((queue.slug, self.branch.day), Counter())
            demands[queue.slug] = Demand(
                waiting=counter.waiting,
                given=counter.given,
                desks=open_desks(desks, queue.slug),
                switch=self.branch.today.queues.get(queue.slug),
            )
        return demands

    def place_of(self, ticket: Ticket) -> tuple[int, int] | tuple[None, None]:
        """Return how many wait in front of the ticket in its queue, and how many after it; nothing unless it waits; raise `Damaged`."""
        if ticket.state is not TicketState.WAITING:
            return None, None
        ahead = self._count_in_line(_AHEAD, ticket)
        behind = self._count_in_line(_BEHIND, ticket)
        counter = self.counters_of(ticket.day).get(ticket.queue, Counter())
        if ahead + (not ticket.is_test) + behind != counter.waiting:
            # Somebody is missing from the line, or stands in it and should not.
            self.days(ticket.day, ticket.day).look_through()
        return ahead, behind

    def next_calls(self) -> frozenset[int]:
        """Return the ids of the tickets that the desks would call next."""
        firsts = [
            (Head(row.queue, row.position, row.id), row.for_desk)
            for row in self._ask(_FIRSTS)
        ]

        def heads(desk: Desk) -> list[Head]:
            found: dict[str | None, Head] = {}
            for head, for_desk in firsts:
                if for_desk not in (None, desk.number):
                    continue
                # Of those that were sent here from other queues, only the very first counts.
                line = head.queue if head.queue in desk.serves else None
                if line is not None or for_desk is not None:
                    found.setdefault(line, head)
            return list(found.values())

        return next_calls(self.desks(), heads)

    def front_of(self, queue: str, most: int) -> list[Ticket]:
        """Return up to so many who wait in the queue, first of all first."""
        rows = self._ask(_FRONT, queue=queue, most=most)
        return [to_ticket(row) for row in rows]

    def _count_in_line(self, statement: sa.Select[Any], ticket: Ticket) -> int:
        count: int = self._ask(
            statement, queue=ticket.queue, position=ticket.position
        ).scalar_one()
        return count
