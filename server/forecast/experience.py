"""What a branch's past has taught: paces, how wrong guesses were, and what is thought of those who wait, until it is known how long they did."""

import json
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from server.domain import events
from server.domain.branch import Queue
from server.domain.state import BranchState, Change
from server.domain.ticket import AT_DESK, Ticket
from server.forecast.guess import Guess, Guesses
from server.forecast.look import Look
from server.forecast.pace import Pace
from server.forecast.work import Work, is_waiting, seconds

_LATELY_S = 900.0
_VERSION = 3

_MOVES_NOTHING = (
    events.Recalled,
    events.Noted,
    events.Printed,
    events.WentOnTheWay,
    events.Rated,
    events.TicketCorrected,
)
"""What happens to a ticket and leaves it where it is."""


class Unfit(Exception):
    """What was dumped is of another version, or no dump at all."""


@dataclass(slots=True)
class Thought:
    """What was thought of a ticket: at the door, and at one look since then, each as likely to be kept as any other."""

    door: Guess
    later: Guess | None = None
    looks: int = 0


@dataclass(slots=True)
class Lately:
    """How long those waited whom a queue's desks called lately."""

    last: float | None = None
    waits: deque[tuple[float, float]] = field(default_factory=deque)

    def add(self, at: float, waited: float) -> None:
        """Somebody was called at this moment."""
        self.last = waited
        self.waits.append((at, waited))

    def mean(self, at: float) -> float | None:
        """Return the mean of a quarter of an hour; None where nobody was called."""
        while self.waits and self.waits[0][0] < at - _LATELY_S:
            self.waits.popleft()
        if not self.waits:
            return None
        return sum(waited for _, waited in self.waits) / len(self.waits)


class Experience:
    """Hears of every change of a branch, and learns from it.

    A call that is undone within its seconds counts as one in the paces of desks and patience; guesses learn nothing from it.
    """

    def __init__(self) -> None:
        self.pace = Pace()
        self.work = Work()
        self.door, self.later = Guesses(), Guesses()
        self.thoughts: dict[int, Thought] = {}
        """What was thought of each ticket that waits."""
        self._called: dict[int, tuple[Thought, float]] = {}
        self._lately: dict[str, Lately] = {}

    def begin(self, state: BranchState) -> None:
        """Begin with a branch whose past is not heard of: what it is about now."""
        at = seconds(state.moment)
        for desk in state.desks():
            self.work.look(desk.number, state, at)

    # --- hearing ------------------------------------------------------------------------------

    def hear(self, change: Change, state: BranchState) -> None:
        """Learn from one change, after the state has followed it."""
        row = change.row
        at = seconds(row.at)
        if change.after is not None and not isinstance(row.event, _MOVES_NOTHING):
            self._hear_ticket(change, change.after, state, at)
        match row.event:
            case events.DayClosed():
                self._lately.clear()
                self.work = Work()
                self.begin(state)
            case events.ClockSet(by=by):
                self._shift(by.total_seconds())
        if change.desk is not None:
            self.work.look(change.desk.number, state, at)

    def _hear_ticket(
        self, change: Change, after: Ticket, state: BranchState, at: float
    ) -> None:
        before, fact = change.before, change.row.event
        if isinstance(fact, events.Undone):
            self._hear_undone(before, after, at)
        else:
            self._settle(after.id)
        if isinstance(fact, events.Called) and before is not None:
            self._hear_called(before, fact.desk, change.row.act, at)
        elif before is not None and before.state in AT_DESK and before.desk is not None:
            if after.state not in AT_DESK:
                self._hear_free(before, after, fact, state, at)
        elif before is not None and is_waiting(before) and _gave_up(before, fact):
            self.pace.note_waited(at - seconds(before.since), left=True)
        self._hear_line(before, after, state, at)

    def _hear_line(
        self, before: Ticket | None, after: Ticket, state: BranchState, at: float
    ) -> None:
        if is_waiting(after):
            if is_waiting(before):
                self.work.note_gone(state)
            self.work.note_waiting(after, state, at)
        elif is_waiting(before):
            self.work.note_gone(state)
            if after.state not in AT_DESK:
                self.thoughts.pop(after.id, None)

    def _hear_called(self, before: Ticket, desk: int, act: int, at: float) -> None:
        gap = self.work.note_called(desk, at)
        waited = at - seconds(before.taken_at + before.corrected)
        # Taken and called in one act: there was nothing to foresee.
        is_walk_in = before.id >= act
        if before.is_test or before.called_at is not None or is_walk_in:
            self.thoughts.pop(before.id, None)
            return
        if gap is not None:
            self.pace.note_gap(gap)
        self.pace.note_waited(at - seconds(before.since), left=False)
        self._lately.setdefault(before.queue, Lately()).add(at, waited)
        thought = self.thoughts.pop(before.id, None)
        if thought is not None:
            self._called[before.id] = thought, at

    def _hear_free(
        self,
        before: Ticket,
        after: Ticket,
        fact: events.Event,
        state: BranchState,
        at: float,
    ) -> None:
        """Whoever was at a desk has gone from it."""
        assert before.desk is not None
        took = self.work.note_free(before.desk, state, at)
        if before.is_test or isinstance(fact, events.Undone | events.Expired):
            return
        self.expect(state.all_queues[before.queue])
        if isinstance(fact, events.Missed):
            self.pace.note_missed(before.queue, took)
        else:
            self.pace.note_came(before.queue)
            self.pace.note_service(before.queue, before.desk, took)

    def _hear_undone(self, before: Ticket | None, after: Ticket, at: float) -> None:
        """Somebody is where they were before, as if nothing had been."""
        thought = self._called.pop(after.id, None)
        if thought is not None and is_waiting(after):
            self.thoughts[after.id] = thought[0]
        if after.state in AT_DESK and after.desk is not None and before is not None:
            since = (
                after.last_called_at if after.started_at is None else after.called_at
            )
            self.work.could_since.pop(after.desk, None)
            self.work.since[after.desk] = seconds(since or after.since)
            if before.state not in AT_DESK:
                took = seconds(before.ended_at or before.since) - self.work.since[after.desk]  # fmt: skip
                self.pace.forget_service(before.queue, took)

    def _settle(self, id: int) -> None:
        """Learn from what was thought of a ticket that was called: nobody undid it."""
        found = self._called.pop(id, None)
        if found is None:
            return
        thought, called_at = found
        self.door.learn(thought.door, called_at - thought.door.at)
        if thought.later is not None:
            self.later.learn(thought.later, called_at - thought.later.at)

    def expect(self, queue: Queue) -> None:
        """Have the manager's expectation of the queue, where nothing was learned yet."""
        self.pace.expect(queue.slug, queue.settings.expected_minutes)

    def _shift(self, by: float) -> None:
        self.work.shift(by)
        called = (thought for thought, _ in self._called.values())
        for thought in (*self.thoughts.values(), *called):
            thought.door.at += by
            if thought.later is not None:
                thought.later.at += by
        self._called = {
            id: (thought, at + by) for id, (thought, at) in self._called.items()
        }
        for lately in self._lately.values():
            lately.waits = deque((at + by, waited) for at, waited in lately.waits)

    # --- what is known ------------------------------------------------------------------------

    def lately(self, queue: str) -> Lately:
        """Return how long those waited whom desks called of the queue lately."""
        return self._lately.get(queue, Lately())

    def remember(self, ticket: int, look: Look) -> None:
        """Remember what a look has found of the ticket: always the first time, later as likely as any other look."""
        thought = self.thoughts.get(ticket)
        if thought is None:
            self.thoughts[ticket] = Thought(look.guess(ticket))
            return
        thought.looks += 1
        if _lot(ticket, thought.looks) < 1 / thought.looks:
            thought.later = look.guess(ticket)

    # --- kept ---------------------------------------------------------------------------------

    def dump(self) -> bytes:
        """Return all that was learned, to `load` from."""
        return json.dumps(
            {
                "version": _VERSION,
                "pace": self.pace.dump(),
                "door": self.door.dump(),
                "later": self.later.dump(),
                "since": list(self.work.since.items()),
                "could_since": list(self.work.could_since.items()),
                "thoughts": [[id, _dumped(each)] for id, each in self.thoughts.items()],
                "called": [
                    [id, _dumped(thought), at]
                    for id, (thought, at) in self._called.items()
                ],
                "lately": [
                    [slug, each.last, list(each.waits)]
                    for slug, each in self._lately.items()
                ],
            }
        ).encode()

    @classmethod
    def load(cls, dumped: bytes) -> "Experience":
        """Return what was dumped; raise `Unfit` where it is of another version."""
        try:
            kept = json.loads(dumped)
            if kept["version"] != _VERSION:
                raise Unfit(f"version {kept['version']}")
            return cls._loaded(kept)
        except (ValueError, LookupError, TypeError) as error:
            raise Unfit(str(error)) from error

    @classmethod
    def _loaded(cls, kept: Mapping[str, Any]) -> "Experience":
        found = cls()
        found.pace = Pace.load(kept["pace"])
        found.door = Guesses.load(kept["door"])
        found.later = Guesses.load(kept["later"])
        found.work.since = dict(kept["since"])
        found.work.could_since = dict(kept["could_since"])
        found.thoughts = {id: _loaded(each) for id, each in kept["thoughts"]}
        found._called = {id: (_loaded(each), at) for id, each, at in kept["called"]}
        for slug, last, pairs in kept["lately"]:
            found._lately[slug] = Lately(last, deque(map(tuple, pairs)))
        return found


def _gave_up(ticket: Ticket, fact: events.Event) -> bool:
    match fact:
        case events.Left() | events.Cancelled(undone=False):
            return not ticket.is_test
    return False


def _lot(id: int, count: int) -> float:
    """Return a number in [0, 1) that the ticket and the count decide, so that it is the same every time."""
    return ((id * 2_654_435_761 + count * 1_640_531_527) & 0xFFFF_FFFF) / 0x1_0000_0000


def _dumped(thought: Thought) -> list[Any]:
    later = None if thought.later is None else thought.later.dump()
    return [thought.door.dump(), later, thought.looks]


def _loaded(dumped: list[Any]) -> Thought:
    door, later, looks = dumped
    return Thought(
        Guess.load(door), None if later is None else Guess.load(later), looks
    )
