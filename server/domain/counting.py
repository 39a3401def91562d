"""How many numbers each queue gave on a day, and how many wait: what a fact changes of the counters."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from server.domain import events, numbering
from server.domain.ratio import NONE_YET, Ratio, Turns
from server.domain.ticket import Ticket, TicketState

QueueDay = tuple[str, date]


@dataclass(frozen=True, slots=True)
class Counter:
    """A queue's day: the last number that was given, how many were, how many of its tickets wait, and which letters they bear.

    `turns` counts the calls of the present round where customers with priority are called by a ratio.
    """

    last_number: int = 0
    given: int = 0
    waiting: int = 0
    letters: tuple[str, ...] = ()
    turns: Turns = NONE_YET

    @property
    def is_begun(self) -> bool:
        """Whether its numbers have begun, be it on a day that goes on in this one."""
        return bool(self.given or self.last_number or self.letters)

    def after_giving(self, number: int, letter: str) -> "Counter":
        """Return it once this number was given under this letter."""
        letters = self.letters
        if letter not in letters:
            letters = tuple(sorted({*letters, letter}))
        return Counter(number, self.given + 1, self.waiting, letters, self.turns)


def going_on(numbers: events.NumbersGiven) -> Counter:
    """Return the counter of a day that goes on where it was left off, with nobody waiting."""
    return Counter(numbers.last, numbers.count, 0, numbers.letters)


Counters = Mapping[QueueDay, Counter]


def counted(
    counters: Counters,
    event: events.Event,
    before: Ticket | None,
    after: Ticket,
    ratio: Ratio | None,
) -> Counters:
    """Return the counters that differ when the fact has made this of the ticket; calls take turns by the ratio."""
    counted: dict[QueueDay, Counter] = {}
    for ticket, step in ((before, -1), (after, +1)):
        if ticket is not None and _is_counted(ticket):
            # A correction dates the ticket anew; the counters were dated before.
            key = ticket.queue, after.day
            counter = counted.get(key) or counters.get(key, Counter())
            counted[key] = replace(counter, waiting=counter.waiting + step)
    match event:
        case events.Taken(queue=queue, day=day, number=number, label=label):
            letter = numbering.letter_of(label)
            giver = numbering.TEST if after.is_test else queue, day
            counter = counted.get(giver) or counters.get(giver, Counter())
            counted[giver] = counter.after_giving(number, letter)
        case events.Called() if ratio and before and key_of(before) in counted:
            counter = counted[key_of(before)]
            turns = ratio.after_call(counter.turns, has_priority=bool(before.priority))
            counted[key_of(before)] = replace(counter, turns=turns)
    return counted


def _is_counted(ticket: Ticket) -> bool:
    return ticket.state is TicketState.WAITING and not ticket.is_test


def key_of(ticket: Ticket) -> QueueDay:
    """Return by which counter a ticket is counted while it waits."""
    return ticket.queue, ticket.day


def dated(counters: Counters, today: date, clock: events.ClockSet) -> Counters:
    """Return the counters that differ when the open day, today, has another date; who waits comes along."""
    dated: dict[QueueDay, Counter] = {}
    if clock.day == today:
        return dated
    waiting = {slug: counter.waiting for (slug, _), counter in counters.items()}
    for slug in clock.given.keys() | clock.left.keys() | waiting.keys():
        left, given = clock.left.get(slug), clock.given.get(slug)
        dated[slug, today] = Counter() if left is None else going_on(left)
        goes_on = Counter() if given is None else going_on(given)
        dated[slug, clock.day] = replace(goes_on, waiting=waiting.get(slug, 0))
    return dated
