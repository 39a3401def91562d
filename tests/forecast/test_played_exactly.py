"""Without chance a day that is played again comes out to the second: whatever happened on it, and by whatever policy."""

import heapq
from collections.abc import Callable
from functools import partial
from itertools import count
from random import Random

import pytest

from server.domain import events, numbering
from server.domain.branch import DeskState, Policy
from server.domain.policy import choose
from server.domain.ticket import Ticket
from server.forecast.day_facts import DayFacts, FactFinder
from server.forecast.day_play import really
from server.forecast.what_if import play
from tests.forecast.branch import NINE, Branch

WORK = {"a": 10_887 / 64, "b": 16_661 / 64, "c": 21_139 / 64}
"""How long each customer of a queue keeps a desk: in parts of a second of which sums are exact, and never two alike."""

DESKS = {1: "ab", 2: "bca", 3: "cb"}
CUSTOMERS = 100
EVERY = 7
"""So often a desk does something else than to finish."""

Step = Callable[[], None]


class Clockwork:
    """A day on which all of a queue take the same time, and desks call at once whom they may, the one that is free longest first."""

    def __init__(self, policy: Policy) -> None:
        self.branch = Branch(DESKS, policy=policy)
        self.state = self.branch.state
        self.finder = FactFinder(self.state, NINE)
        self.branch.heard.append(self.finder.hear)
        self.instead: Callable[[int, int], None] | None = None
        self.stands_ready = False
        self._act: int | None = None
        self._random = Random(3)
        self._free_since = dict.fromkeys(DESKS, 0.0)
        self._at = 0.0
        self._parted = 0
        self._order = count()
        self._agenda: list[tuple[float, int, Step]] = []

    def facts(self) -> DayFacts:
        """Let it happen, and return what the day was made of."""
        for _ in range(CUSTOMERS):
            moment = self._random.randrange(64 * 90 * CUSTOMERS) / 64
            self.after(moment, self._come)
        while self._agenda:
            moment, _, step = heapq.heappop(self._agenda)
            self.branch.later(moment - self._at)
            self._at = moment
            step()
            self._call_all()
        return self.finder.facts(self.branch.now)

    def after(self, seconds: float, step: Step) -> None:
        """Let it happen so much later, and desks call whom they may then."""
        heapq.heappush(self._agenda, (self._at + seconds, next(self._order), step))

    def row(self, event: events.Event, ticket: int | None = None) -> None:
        """Have this happen now."""
        self.branch.row(event, ticket, self._act)
        if isinstance(event, events.Opened | events.SignedIn):
            self._free_since[event.desk] = self._at

    def rows(self, since: float, every: float, *steps: events.Event) -> None:
        """Have these happen by turns, again and again."""
        for turn in range(8):
            for place, event in enumerate(steps):
                after = since + turn * every + place * every / len(steps)
                self.after(after, partial(self.row, event))

    def ticket(self, id: int) -> Ticket:
        return self.branch.tickets[id]

    def waiting(self) -> list[Ticket]:
        """Return who waits for `a`."""
        return self.state.room.line_of("a")

    def place(self, queue: str, behind: int) -> str:
        """Return a position in the queue behind so many."""
        others = [position for position, _ in self.state.room.line(queue)]
        at, seq = self.branch.now, self.state.seq + 1
        return numbering.placed(others, behind, at, seq)

    def walk_up(self, desk: int) -> int:
        """Have somebody walk up to a free desk; return the ticket."""
        id = self.branch.take("b")
        called = events.Called(desk=desk, servicer="S", chosen=True)
        self.branch.row(called, id, act=id)
        return id

    def welcome(self, desk: int, id: int) -> None:
        """Let the desk have the customer for as long as they take."""
        self.after(WORK[self.ticket(id).queue], partial(self._part, desk, id))

    def _come(self) -> None:
        id = self.branch.take(self._random.choice("aabbc"))
        self._act = id if self.stands_ready else None

    def _part(self, desk: int, id: int) -> None:
        self._free_since[desk] = self._at
        others = self.state.room.heads(self.state.desk(desk))
        self._parted += 1
        if self.instead is not None and self._parted % EVERY == 0:
            self.instead(desk, id)
        else:
            self.row(events.Finished(), id)
        if others:
            self._call(desk)

    def _call_all(self) -> None:
        for desk in sorted(self._free_since, key=self._free_since.__getitem__):
            self._call(desk)
        self._act = None

    def _call(self, number: int) -> None:
        desk = self.state.desk(number)
        if desk.state is not DeskState.OPEN or self.state.room.at_desk(number):
            return
        choice = choose(desk, self.state.room.heads(desk))
        if choice is not None:
            called = events.Called(desk=number, servicer="S", turns=choice.turns)
            self.row(called, choice.head.ticket)
            self.welcome(number, choice.head.ticket)


# --- what happens -------------------------------------------------------------------------------


def nothing(_day: Clockwork) -> None:
    """Everybody comes, is called, and is done."""


def a_queue_is_lent_and_taken_back(day: Clockwork) -> None:
    for desk, queue, every in ((1, "c", 1_100.5), (3, "a", 250.25)):
        lent = (events.QueueLent(desk=desk, queues=each) for each in ((queue,), ()))
        day.rows(333.25 * desk, every, *lent)


def breaks(day: Clockwork) -> None:
    """They begin and end while the customer is there, too."""
    for desk, every in ((2, 700.125), (3, 1_500.375)):
        day.rows(desk * 333.25, every, events.Paused(desk=desk, reason=None, until=None), events.Opened(desk=desk))  # fmt: skip


def somebody_else_sits_down(day: Clockwork) -> None:
    def go() -> None:
        if day.state.room.at_desk(3):
            day.after(7.25, go)
            return
        day.row(events.SignedOut(desk=3, servicer="S"))
        back = events.SignedIn(desk=3, servicer="S", device=1)
        day.after(200.125, partial(day.row, back))

    for turn in range(6):
        day.after(700.375 + 1_300.25 * turn, go)


def who_missed_the_call_comes_back(day: Clockwork) -> None:
    def back(id: int) -> None:
        place = day.place(day.ticket(id).queue, 2)
        day.row(events.Rejoined(position=place), id)

    def instead(_desk: int, id: int) -> None:
        day.row(events.Missed(), id)
        day.after(300.125, partial(back, id))

    day.instead = instead


def _sent(day: Clockwork, *, to_end: bool = False, **where: object) -> None:
    def instead(_desk: int, id: int) -> None:
        ticket = day.ticket(id)
        at, seq = day.branch.now, day.state.seq + 1
        position = numbering.position(at, seq) if to_end else ticket.position
        sent = {"queue": ticket.queue, "position": position, **where}
        day.row(events.Transferred(**sent), id)  # type: ignore[arg-type]  # as the case says

    day.instead = instead


def sent_to_another_queue(day: Clockwork) -> None:
    _sent(day, queue="b")


def sent_to_the_end_of_another_queue(day: Clockwork) -> None:
    _sent(day, queue="c", to_end=True)


def sent_to_a_desk(day: Clockwork) -> None:
    _sent(day, desk=3)


def put_aside(day: Clockwork) -> None:
    def instead(_desk: int, id: int) -> None:
        day.row(events.Held(), id)
        day.after(400.25, partial(day.row, events.Resumed(), id))

    day.instead = instead


def an_end_is_undone(day: Clockwork) -> None:
    def instead(desk: int, id: int) -> None:
        before = day.ticket(id)
        day.row(events.Finished(), id)
        day.row(events.Undone(restored=before), id)
        day.after(0, partial(day.row, events.Finished(), id))

    day.instead = instead


def a_call_is_undone(day: Clockwork) -> None:
    def instead(number: int, id: int) -> None:
        day.row(events.Finished(), id)
        desk = day.state.desk(number)
        waiting = day.state.room.heads(desk)
        if waiting:
            before = day.ticket(waiting[0].ticket)
            day.row(events.Called(desk=number, servicer="S"), before.id)
            day.row(events.Undone(restored=before), before.id)

    day.instead = instead


def walk_ins(day: Clockwork) -> None:
    def instead(desk: int, id: int) -> None:
        day.row(events.Finished(), id)
        day.welcome(desk, day.walk_up(desk))

    day.instead = instead


def walk_ins_are_undone(day: Clockwork) -> None:
    def instead(desk: int, id: int) -> None:
        day.row(events.Finished(), id)
        day.row(events.Cancelled(undone=True), day.walk_up(desk))

    day.instead = instead


def _who_waits(day: Clockwork, happens: Callable[[list[Ticket]], None]) -> None:
    def instead(_desk: int, id: int) -> None:
        day.row(events.Finished(), id)
        if len(day.waiting()) > 3:
            happens(day.waiting())

    day.instead = instead


def somebody_leaves(day: Clockwork) -> None:
    _who_waits(day, lambda line: day.row(events.Left(), line[-1].id))


def somebody_leaves_and_is_back(day: Clockwork) -> None:
    def leaves(line: list[Ticket]) -> None:
        day.row(events.Left(), line[-1].id)
        day.after(30.125, partial(day.row, events.Returned(), line[-1].id))

    _who_waits(day, leaves)


def somebody_lets_others_go_first(day: Clockwork) -> None:
    _who_waits(
        day,
        lambda line: day.row(
            events.Postponed(behind=1, position=day.place("a", 2)), line[0].id
        ),
    )


@pytest.mark.parametrize("policy", Policy)
@pytest.mark.parametrize(
    "happens",
    [
        nothing,
        a_queue_is_lent_and_taken_back,
        breaks,
        somebody_else_sits_down,
        who_missed_the_call_comes_back,
        sent_to_another_queue,
        sent_to_the_end_of_another_queue,
        sent_to_a_desk,
        put_aside,
        an_end_is_undone,
        a_call_is_undone,
        walk_ins,
        walk_ins_are_undone,
        somebody_leaves,
        somebody_leaves_and_is_back,
        somebody_lets_others_go_first,
    ],
)
def test_a_day_without_chance_is_played_to_the_second(
    happens: Callable[[Clockwork], None], policy: Policy
) -> None:
    day = Clockwork(policy)
    happens(day)
    facts = day.facts()
    assert len(facts.customers) >= CUSTOMERS
    was = [(each.waited_s, each.left_after_s) for each in really(facts)]
    for again in play(facts, times=2):
        played = [(each.waited_s, each.left_after_s) for each in again]
        assert played == [pytest.approx(each, abs=0.001) for each in was]


def test_whoever_a_ready_desk_calls_at_once_waits_like_everybody_and_for_no_desk() -> (
    None
):
    """They are called in the act in which they take their number, as a walk-in is; another desk would have called them as well."""
    usual, ready = Clockwork(Policy.OLDEST), Clockwork(Policy.OLDEST)
    ready.stands_ready = True
    assert ready.facts() == usual.facts()
