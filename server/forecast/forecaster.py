"""How long everybody waits still: a simulation of the branch as it stands, corrected by what became of earlier guesses.

After Ibrahim & Whitt (2009, 2011) and Ang et al. (2016, Q-Lasso): what a simulation says is one sign among others in a regression that learns as
it goes; ranges are adaptive-conformal (Gibbs & Candès 2021).
"""

import json
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import numpy as np

from server.domain import events, numbering
from server.domain.branch import Queue
from server.domain.promise import Promise
from server.domain.state import BranchState, Change
from server.domain.ticket import AT_DESK, Ticket, TicketState
from server.forecast.chance import chance
from server.forecast.guess import Guess, Guesses, in_seconds
from server.forecast.look import Look
from server.forecast.pace import Pace
from server.forecast.ranges import LEVELS, Group, crowd
from server.forecast.samples import Values
from server.forecast.scene import AtWork, Scene, line_of, scene
from server.forecast.simulation import waits
from server.forecast.work import Work, is_waiting, seconds

_LATELY_S = 900.0
_VERSION = 2

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
class _Thought:
    """What was thought of a ticket: at the door, and at one look since then, each as likely to be kept as any other."""

    door: Guess
    later: Guess | None = None
    looks: int = 0


@dataclass(slots=True)
class _Lately:
    """How long those waited whom a queue's desks called lately."""

    last: float | None = None
    waits: deque[tuple[float, float]] = field(default_factory=deque)

    def add(self, at: float, waited: float) -> None:
        self.last = waited
        self.waits.append((at, waited))

    def mean(self, at: float) -> float | None:
        while self.waits and self.waits[0][0] < at - _LATELY_S:
            self.waits.popleft()
        if not self.waits:
            return None
        return sum(waited for _, waited in self.waits) / len(self.waits)


class Forecaster:
    """Hears of every change of a branch, and foresees its waits whenever it is asked to look.

    It depends on what it heard, and when it looked, and on nothing else: the same of both gives the same guesses.
    A call that is undone within its seconds counts as one in the paces of desks and patience; guesses learn nothing from it.
    """

    def __init__(self, seed: int = 0) -> None:
        self._seed = seed
        self._chance = chance(seed)
        self.pace = Pace()
        self._work = Work()
        self.door, self.later = Guesses(), Guesses()
        self._thoughts: dict[int, _Thought] = {}
        self._called: dict[int, tuple[_Thought, float]] = {}
        self._lately: dict[str, _Lately] = {}

    def begin(self, state: BranchState) -> None:
        """Begin with a branch whose past is not heard of: what it is about now."""
        at = seconds(state.moment)
        for desk in state.desks():
            self._work.look(desk.number, state, at)

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
                self._work = Work()
                self.begin(state)
            case events.ClockSet(by=by):
                self._shift(by.total_seconds())
        if change.desk is not None:
            self._work.look(change.desk.number, state, at)

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
                self._work.note_gone(state)
            self._work.note_waiting(after, state, at)
        elif is_waiting(before):
            self._work.note_gone(state)
            if after.state not in AT_DESK:
                self._thoughts.pop(after.id, None)

    def _hear_called(self, before: Ticket, desk: int, act: int, at: float) -> None:
        gap = self._work.note_called(desk, at)
        waited = at - seconds(before.taken_at + before.corrected)
        # Taken and called in one act: there was nothing to foresee.
        is_walk_in = before.id >= act
        if before.is_test or before.called_at is not None or is_walk_in:
            self._thoughts.pop(before.id, None)
            return
        if gap is not None:
            self.pace.note_gap(gap)
        self.pace.note_waited(at - seconds(before.since), left=False)
        self._lately.setdefault(before.queue, _Lately()).add(at, waited)
        thought = self._thoughts.pop(before.id, None)
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
        took = self._work.note_free(before.desk, state, at)
        if before.is_test or isinstance(fact, events.Undone | events.Expired):
            return
        self._expect(state.all_queues[before.queue])
        if isinstance(fact, events.Missed):
            self.pace.note_missed(before.queue, took)
        else:
            self.pace.note_came(before.queue)
            self.pace.note_service(before.queue, before.desk, took)

    def _hear_undone(self, before: Ticket | None, after: Ticket, at: float) -> None:
        """Somebody is where they were before, as if nothing had been."""
        thought = self._called.pop(after.id, None)
        if thought is not None and is_waiting(after):
            self._thoughts[after.id] = thought[0]
        if after.state in AT_DESK and after.desk is not None and before is not None:
            since = (
                after.last_called_at if after.started_at is None else after.called_at
            )
            self._work.could_since.pop(after.desk, None)
            self._work.since[after.desk] = seconds(since or after.since)
            if before.state not in AT_DESK:
                took = seconds(before.ended_at or before.since) - self._work.since[after.desk]  # fmt: skip
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

    def _expect(self, queue: Queue) -> None:
        self.pace.expect(queue.slug, queue.settings.expected_minutes)

    def _shift(self, by: float) -> None:
        self._work.shift(by)
        called = (thought for thought, _ in self._called.values())
        for thought in (*self._thoughts.values(), *called):
            thought.door.at += by
            if thought.later is not None:
                thought.later.at += by
        self._called = {
            id: (thought, at + by) for id, (thought, at) in self._called.items()
        }
        for lately in self._lately.values():
            lately.waits = deque((at + by, waited) for at, waited in lately.waits)

    # --- looking ------------------------------------------------------------------------------

    def look(self, state: BranchState, now: datetime) -> Look:
        """Foresee all waits at this moment, and remember what was thought: it is learned from when somebody is called.

        The first look after a ticket was taken is what counts as told at the door.
        """
        now = max(now, state.moment)
        desks = self._work.now(state, seconds(now))
        return self._guess(self._scene(state, now, desks), state, remember=True)

    def with_one_more(
        self, state: BranchState, now: datetime, desks: Sequence[AtWork]
    ) -> Look:
        """Return what the waits would be if these desks were at work beside those that are, never longer than without them; nothing is remembered."""
        now = max(now, state.moment)
        there = self._work.now(state, seconds(now))
        mine = {each.desk.number for each in desks}
        others = [each for each in there if each.desk.number not in mine]
        before = self._guess(self._scene(state, now, there), state, remember=False)
        more = self._scene(state, now, [*others, *desks])
        return self._guess(more, state, remember=False).not_after(before)

    def usual(self, state: BranchState) -> dict[str, Promise]:
        """Return how long customers usually keep a desk, by queue; of one that too few were served of, nothing."""
        found = {}
        for queue in state.queues():
            self._expect(queue)
            found[queue.slug] = self.pace.usual(queue.slug)
        return {slug: each for slug, each in found.items() if each is not None}

    def _scene(
        self, state: BranchState, now: datetime, desks: Sequence[AtWork]
    ) -> Scene:
        queues = state.queues()
        usual = {}
        for queue in state.all_queues.values():
            self._expect(queue)
            usual[queue.slug] = self.pace.services(queue.slug).mean
        position = numbering.position(now, state.seq + 1)
        newcomers = [
            _newcomer(-1 - at, queue.slug, position, state, now)
            for at, queue in enumerate(queues)
        ]
        return scene(state, now, desks, newcomers, usual)

    def _guess(self, scene: Scene, state: BranchState, *, remember: bool) -> Look:
        futures = waits(scene, self.pace, self._chance)
        simulated = np.median(futures, axis=1)
        ahead = _ahead(scene)
        groups = [(ticket.queue, ticket.priority or "") for ticket in scene.order]
        signs = self._signs(scene, simulated, ahead)
        ends = np.empty((len(groups), 1 + 2 * len(LEVELS)))
        features: list[tuple[Values, int]] = [(simulated, 0)] * len(groups)
        usual = np.empty(len(groups))
        for kind, places in self._kinds(scene):
            those = np.array(places, np.intp)
            mine = [groups[place] for place in places]
            known = {group: kind.ranges.usual(group) for group in set(mine)}
            usual[those] = [known[group] for group in mine]
            rows = kind.correction.features(
                **{name: sign[those] for name, sign in signs.items()},
                queues=[queue for queue, _ in mine],
            )
            middles = kind.correction.corrected(rows)
            crowds = [crowd(ahead[place]) for place in places]
            ends[those] = kind.ends(middles, usual[those], crowds, futures[those])
            for row, place in enumerate(places):
                features[place] = rows, row
        _put_in_order(scene, groups, ends)
        look = Look(
            state.seq, seconds(scene.now),
            {each.id: at for at, each in enumerate(scene.order) if each.id not in scene.newcomers},
            {each.queue: at for at, each in enumerate(scene.order) if each.id in scene.newcomers},
            tuple(groups), tuple(ahead), tuple(features), usual, ends, in_seconds(ends),
        )  # fmt: skip
        if remember:
            self._remember(scene, look)
        return look

    def _kinds(self, scene: Scene) -> Iterator[tuple[Guesses, list[int]]]:
        """Yield the places of tickets that are looked at for the first time, and of the others, with what guesses them."""
        first: list[int] = []
        later: list[int] = []
        for place, ticket in enumerate(scene.order):
            (later if ticket.id in self._thoughts else first).append(place)
        for kind, places in ((self.door, first), (self.later, later)):
            if places:
                yield kind, places

    def _signs(
        self, scene: Scene, simulated: Values, ahead: Sequence[int]
    ) -> dict[str, Values]:
        """Return what the regression looks at, beside the queue: an array for each sign, in the scene's order."""
        at = seconds(scene.now)
        queues = {ticket.queue for ticket in scene.order}
        asked = dict.fromkeys(queues, scene.now)
        for ticket in scene.order:
            asked[ticket.queue] = min(
                asked[ticket.queue], ticket.taken_at + ticket.corrected
            )
        longest = {slug: at - seconds(since) for slug, since in asked.items()}
        lately = {slug: self._lately.get(slug, _Lately()) for slug in queues}
        lasts = {slug: each.last for slug, each in lately.items()}
        means = {slug: each.mean(at) for slug, each in lately.items()}
        many = {line: len(desks) for line, desks in scene.may_call.items()}
        return {
            "simulated": simulated,
            "last": _known(scene, lasts, simulated),
            "longest": np.array([longest[each.queue] for each in scene.order]),
            "lately": _known(scene, means, simulated),
            "desks": np.array([many[line_of(each)] for each in scene.order], float),
            "ahead": np.array(ahead, float),
            "priority": np.array([each.priority is not None for each in scene.order], float),
        }  # fmt: skip

    def _remember(self, scene: Scene, look: Look) -> None:
        for ticket in scene.order:
            if ticket.id in scene.newcomers or ticket.is_test:
                continue
            thought = self._thoughts.get(ticket.id)
            if thought is None:
                door = look.guess(ticket.id)
                assert door is not None
                self._thoughts[ticket.id] = _Thought(door)
                continue
            thought.looks += 1
            if _lot(ticket.id, thought.looks) < 1 / thought.looks:
                thought.later = look.guess(ticket.id)

    # --- kept ---------------------------------------------------------------------------------

    def dump(self) -> bytes:
        """Return all that was learned, to `load` from."""
        return json.dumps(
            {
                "version": _VERSION,
                "seed": self._seed,
                "pace": self.pace.dump(),
                "door": self.door.dump(),
                "later": self.later.dump(),
                "since": list(self._work.since.items()),
                "could_since": list(self._work.could_since.items()),
                "thoughts": [
                    [id, _dumped(each)] for id, each in self._thoughts.items()
                ],
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
    def load(cls, dumped: bytes) -> "Forecaster":
        """Return what was dumped; raise `Unfit` where it is of another version."""
        try:
            kept = json.loads(dumped)
            if kept["version"] != _VERSION:
                raise Unfit(f"version {kept['version']}")
            return cls._loaded(kept)
        except (ValueError, LookupError, TypeError) as error:
            raise Unfit(str(error)) from error

    @classmethod
    def _loaded(cls, kept: Mapping[str, Any]) -> "Forecaster":
        found = cls(kept["seed"])
        found.pace = Pace.load(kept["pace"])
        found.door = Guesses.load(kept["door"])
        found.later = Guesses.load(kept["later"])
        found._work.since = dict(kept["since"])
        found._work.could_since = dict(kept["could_since"])
        found._thoughts = {id: _loaded(each) for id, each in kept["thoughts"]}
        found._called = {id: (_loaded(each), at) for id, each, at in kept["called"]}
        for slug, last, pairs in kept["lately"]:
            found._lately[slug] = _Lately(last, deque(map(tuple, pairs)))
        return found


def _gave_up(ticket: Ticket, fact: events.Event) -> bool:
    match fact:
        case events.Left() | events.Cancelled(undone=False):
            return not ticket.is_test
    return False


def _lot(id: int, count: int) -> float:
    """Return a number in [0, 1) that the ticket and the count decide, so that it is the same every time."""
    return ((id * 2_654_435_761 + count * 1_640_531_527) & 0xFFFF_FFFF) / 0x1_0000_0000


def _dumped(thought: _Thought) -> list[Any]:
    later = None if thought.later is None else thought.later.dump()
    return [thought.door.dump(), later, thought.looks]


def _loaded(dumped: list[Any]) -> _Thought:
    door, later, looks = dumped
    return _Thought(
        Guess.load(door), None if later is None else Guess.load(later), looks
    )


def _newcomer(
    id: int, queue: str, position: str, state: BranchState, now: datetime
) -> Ticket:
    """Return who would wait if somebody came to the queue now."""
    return Ticket(
        id=id,
        day=state.day,
        queue=queue,
        number=0,
        label="",
        state=TicketState.WAITING,
        position=position,
        taken_at=now,
        since=now,
        touched=0,
    )


def _ahead(scene: Scene) -> list[int]:
    """Return for each ticket how many of its own queue are called before it."""
    counts: dict[str, int] = {}
    found = []
    for ticket in scene.order:
        before = counts.get(ticket.queue, 0)
        found.append(before)
        if ticket.id not in scene.newcomers:
            counts[ticket.queue] = before + 1
    return found


def _known(
    scene: Scene, values: Mapping[str, float | None], otherwise: Values
) -> Values:
    """Return the queue's value for each ticket; what was simulated where there is none."""
    found = [values[ticket.queue] for ticket in scene.order]
    there = [value is not None for value in found]
    return np.where(there, np.array(found, float), otherwise)


def _put_in_order(scene: Scene, groups: Sequence[Group], ends: Values) -> None:
    """See to it that nobody is thought to wait less than whoever is before them in the same line and class."""
    lines: dict[tuple[Group, int | None], list[int]] = {}
    for place, ticket in enumerate(scene.order):
        lines.setdefault((groups[place], ticket.for_desk), []).append(place)
    for places in lines.values():
        ends[places] = np.maximum.accumulate(ends[places])
