"""A day that is over, played again with other desks or under other policies."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import sqlalchemy as sa

from server.domain import events
from server.domain.numbering import TEST, day_begins
from server.domain.phrases import phrase
from server.domain.refusals import NotValid
from server.forecast.day_facts import DayFacts, FactFinder
from server.forecast.what_if import (
    OneMoreDesk,
    OtherPolicy,
    OtherQueues,
    Outcome,
    Waits,
    What,
    play,
    really,
    waits_of,
)
from server.store import tables
from server.store.journal import kind_name
from server.store.load import forward
from server.store.past import as_of
from server.store.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """How those waited who came for a queue, for any where none is said: really, when the day is played as it was, and with the change."""

    queue: str | None
    really: Waits
    before: Waits
    after: Waits


@dataclass(frozen=True, slots=True, kw_only=True)
class PlayedAgain:
    """A day with a change: whom it `concerns`, together and by queue, and everybody."""

    day: date
    what: What
    target: timedelta
    queues: Sequence[str]
    concerned: Compared
    rows: Sequence[Compared]


def what_if(view: View, day: date, what: What) -> PlayedAgain:
    """Return what would have come of a business day with this change, which takes a second: call it aside.

    Raises `NotValid` as `facts_of` does, and for a change that makes no sense on that day.
    """
    facts = facts_of(view, day)
    _check(facts, what)
    target = timedelta(minutes=view.branch.settings.target_minutes)
    outcomes = really(facts), play(facts), play(facts, what)
    queues = _concerned(facts, what)
    return PlayedAgain(
        day=day,
        what=what,
        target=target,
        queues=queues,
        concerned=_compared(outcomes, target, queues),
        rows=[
            *(_compared(outcomes, target, [queue]) for queue in facts.queues),
            _compared(outcomes, target, []),
        ],
    )


def _check(facts: DayFacts, what: What) -> None:
    match what:
        case OneMoreDesk(queues=()) | OtherQueues(queues=()):
            raise NotValid("queues", phrase("Say which queues."))
        case OneMoreDesk(since_s=since, until_s=until) if until <= since:
            raise NotValid("until", phrase("It has to end after it begins."))
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


def _compared(
    outcomes: Sequence[Sequence[Outcome]], target: timedelta, queues: Sequence[str]
) -> Compared:
    was, before, after = (waits_of(each, target, queues) for each in outcomes)
    queue = queues[0] if len(queues) == 1 else None
    return Compared(queue=queue, really=was, before=before, after=after)


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
    ticket = tables.ticket.c
    found: date | None = view.connection.execute(
        sa.select(sa.func.max(ticket.day)).where(
            ticket.branch_id == view.branch.id, ticket.day < view.branch.day
        )
    ).scalar()
    return found


def _first_ticket(view: View, day: date) -> int | None:
    ticket = tables.ticket.c
    found: int | None = view.connection.execute(
        # The least of sums: for the least number itself SQLite goes through all tickets in their order.
        sa.select(sa.func.min(ticket.id + 0)).where(
            ticket.branch_id == view.branch.id,
            ticket.day == day,
            sa.func.substr(ticket.label, 1, len(TEST)) != TEST,
        )
    ).scalar()
    return found


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
