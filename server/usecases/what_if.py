"""A day that is over, played again with other desks or under other policies."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import sqlalchemy as sa

from server.domain import events
from server.domain.numbering import TEST, day_begins
from server.domain.phrases import phrase
from server.domain.refusals import NotValid
from server.forecast.day_facts import DayFacts, FactFinder
from server.forecast.day_play import Outcome, really
from server.forecast.what_if import (
    OneMoreDesk,
    OtherPolicy,
    OtherQueues,
    Waits,
    What,
    differing,
    mean_of,
    play,
    waits_of,
)
from server.store import tables
from server.store.journal import kind_name
from server.store.load import forward
from server.store.past import as_of
from server.store.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """How those waited who came for a queue, for any where none is said: really, when the day is played as it was, and with the change.

    `differs` names the figures in which the plays with the change differ clearly from those without.
    """

    queue: str | None
    really: Waits
    before: Waits
    after: Waits
    differs: frozenset[str]

    def pair(self, name: str) -> tuple[float | None, float | None]:
        """Return a figure without the change and with it: the same where they are much the same."""
        before, after = getattr(self.before, name), getattr(self.after, name)
        return (before, after) if name in self.differs else (before, before)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlayedAgain:
    """A day with a change: how those of each queue waited, and, last of the rows, all; `queues` are those whose customers it concerns itself."""

    day: date
    what: What
    target: timedelta
    queues: Sequence[str]
    rows: Sequence[Compared]

    @property
    def everybody(self) -> Compared:
        """How all waited."""
        return self.rows[-1]

    @property
    def never_called(self) -> Sequence[str]:
        """The queues, beside the answer's own, for which really nobody was called, though somebody was for others: their rows are of what was played alone."""
        if not self.everybody.really.called:
            return []
        return [
            row.queue
            for row in self.rows
            if row.queue not in (None, self.answer.queue) and not row.really.called
        ]

    @property
    def answer(self) -> Compared:
        """What the change is judged by: the queue that it is about, all where it is about several."""
        if len(self.queues) != 1:
            return self.everybody
        return next(row for row in self.rows if row.queue == self.queues[0])


def what_if(view: View, day: date, what: What) -> PlayedAgain:
    """Return what would have come of a business day with this change, which takes some seconds: call it aside.

    Raises `NotValid` as `facts_of` does, and for a change that makes no sense on that day.
    """
    facts = facts_of(view, day)
    settings = view.branch.settings
    _check(facts, what, settings.rollover_hour)
    target = timedelta(minutes=settings.target_minutes)
    was, before, after = (
        [_by_queue(each) for each in found]
        for found in ([really(facts)], play(facts), play(facts, what))
    )
    return PlayedAgain(
        day=day,
        what=what,
        target=target,
        queues=_concerned(facts, what),
        rows=[
            _compared(queue, *([waits_of(each[queue], target) for each in found] for found in (was, before, after)))
            for queue in (*facts.queues, None)
        ],
    )  # fmt: skip


def _by_queue(outcomes: Sequence[Outcome]) -> Mapping[str | None, Sequence[Outcome]]:
    found: defaultdict[str | None, list[Outcome]] = defaultdict(list)
    for each in outcomes:
        found[each.customer.queue].append(each)
    return found | {None: outcomes}


def _compared(
    queue: str | None,
    was: Sequence[Waits],
    before: Sequence[Waits],
    after: Sequence[Waits],
) -> Compared:
    return Compared(
        queue=queue,
        really=was[0],
        before=mean_of(before),
        after=mean_of(after),
        differs=differing(before, after),
    )


def _check(facts: DayFacts, what: What, rollover_hour: int) -> None:
    match what:
        case OneMoreDesk(queues=()) | OtherQueues(queues=()):
            raise NotValid("queues", phrase("Say which queues."))
        case OneMoreDesk(since_s=since, until_s=until) if until <= since:
            said = phrase(
                "It has to end after it begins, within the business day from {time} to {time}.",
                time=f"{rollover_hour:02}:00",
            )
            raise NotValid("until", said)
        case OtherPolicy(desk=int(number)) | OtherQueues(desk=number) if (
            number not in facts.desks
        ):
            said = phrase("Nobody sat at desk {number} on that day.", number=number)
            raise NotValid("desk", said)


def _concerned(facts: DayFacts, what: What) -> list[str]:
    """Return the queues whose customers may wait otherwise because of the change itself."""
    match what:
        case OneMoreDesk(queues=queues):
            served = set(queues)
        case OtherPolicy(desk=number):
            served = facts.served_at(number)
        case OtherQueues(desk=number, queues=queues):
            served = facts.served_at(number) | set(queues)
    return [queue for queue in facts.queues if queue in served]


def facts_of(view: View, day: date) -> DayFacts:
    """Return what a business day was made of; raise `NotValid` where it is not over, nobody came, or the server's clock was set on it."""
    first = _first_ticket(view, day)
    if day >= view.branch.day:
        raise NotValid("day", phrase("That day is not over yet."))
    if first is None:
        raise NotValid("day", phrase("Nobody came on that day."))
    began, ended = _ends(view, first)
    settings = view.branch.settings
    state = as_of(view, began)
    begins = day_begins(day, settings.time_zone, settings.rollover_hour)
    finder = FactFinder(state, begins)
    until = begins
    for change in forward(view, state, ended):
        if isinstance(change.row.event, events.ClockSet):
            said = phrase("The server’s clock was set on that day: it cannot be played again.")  # fmt: skip
            raise NotValid("day", said)
        finder.hear(state, change)
        until = max(until, change.row.at)
    return finder.facts(until)


def last_day(view: View) -> date | None:
    """Return the last business day that is over and on which somebody came, None where there is none."""
    day = tables.ticket.c.day
    asked = _who_came(view, sa.func.max(day)).where(day < view.branch.day)
    found: date | None = view.connection.execute(asked).scalar()
    return found


def hours_of(view: View, day: date) -> tuple[datetime, datetime] | None:
    """Return when the first number of the day was taken, and the last one taken or called; None where none was."""
    ticket = tables.ticket.c
    taken, called = ticket.taken_at, ticket.called_at
    ends = sa.func.min(taken), sa.func.max(taken), sa.func.max(called)
    first, last, last_called = view.connection.execute(_who_came(view, *ends).where(ticket.day == day)).one()  # fmt: skip
    return None if first is None else (first, max(last, last_called or last))


def _first_ticket(view: View, day: date) -> int | None:
    ticket = tables.ticket.c
    # The least of sums: for the least number itself SQLite goes through all tickets in their order.
    asked = _who_came(view, sa.func.min(ticket.id + 0)).where(ticket.day == day)
    found: int | None = view.connection.execute(asked).scalar()
    return found


def _who_came(view: View, *asked: sa.ColumnElement[Any]) -> sa.Select[Any]:
    """Return what asks this of tickets that nobody took only to try."""
    ticket = tables.ticket.c
    return sa.select(*asked).where(
        ticket.branch_id == view.branch.id,
        sa.func.substr(ticket.label, 1, len(TEST)) != TEST,
    )


def _ends(view: View, ticket: int) -> tuple[int, int]:
    """Return the row with which the ticket's day began, and the one with which it ended."""
    row = tables.journal.c
    closed = sa.and_(
        row.branch_id == view.branch.id,
        row.ticket.is_(None),
        row.kind == kind_name(events.DayClosed),
    )
    began, ended = (
        view.connection.execute(sa.select(asked).where(closed, which)).scalar() or 0
        for asked, which in (
            (sa.func.max(row.seq), row.seq < ticket),
            (sa.func.min(row.seq), row.seq > ticket),
        )
    )
    return began, ended
