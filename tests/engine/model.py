"""The branch as a clerk with paper slips would keep it: written from the rules, sharing nothing with the server.

Each act either is refused by name, and nothing changed, or happens. A line's order is by a slip's `key`: the moment of
taking, less a head start; whoever is put between two others gets a key between theirs.
"""

from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from typing import Any

OPEN = ("waiting", "called", "serving", "held")
DIGITS = 10**10


class No(Exception):
    """The rules refuse; `str()` is the refusal's name."""


@dataclass
class Slip:
    """One customer's place."""

    id: int
    label: str
    queue: str
    day: date
    key: Fraction
    taken: datetime
    state: str = "waiting"
    desk: int | None = None
    only: int | None = None
    calls: int = 0
    last_call: datetime | None = None
    ended: datetime | None = None
    walked_out: bool = False
    priority: str | None = None
    postponed: int = 0
    note: str | None = None
    coming: bool = False
    touches: int = 0

    @property
    def is_test(self) -> bool:
        """It stands in the line, and counts nowhere."""
        return self.label.startswith("TEST")


@dataclass
class Chair:
    """A desk: what it serves and how, who sits there, whether it rests or stands ready for the next arrival.

    `lent` is what it serves besides until the day ends, `helper` who comes since it asked for help.
    """

    number: int
    queues: tuple[str, ...]
    policy: str
    weights: tuple[int, ...]
    lent: tuple[str, ...] = ()
    removed: bool = False
    who: str | None = None
    rests: bool = False
    ready: datetime | None = None
    help: bool = False
    helper: Any = None
    since: datetime | None = None
    round: dict[str, int] = field(default_factory=dict)

    @property
    def serves(self) -> tuple[str, ...]:
        """Its own queues, and then those that it was lent."""
        return (*self.queues, *(q for q in self.lent if q not in self.queues))

    def share(self, queue: str) -> int:
        """How often the queue is called in a round."""
        return dict(zip(self.queues, self.weights, strict=False)).get(queue, 1)


@dataclass
class Act:
    """What a desk did in one request: how things were before, and how often each slip had been touched after."""

    request: int
    at: datetime
    chair: Chair
    before: dict[int, Slip] = field(default_factory=dict)
    after: dict[int, int] = field(default_factory=dict)
    noted: dict[int, str] = field(default_factory=dict)
    given: set[int] = field(default_factory=set)
    asked: bool = False


@dataclass
class Today:
    """What was set by hand until the day ends: queues and the kiosk that were switched, a call to all staff, a test to come."""

    queues: dict[str, tuple[str, datetime]] = field(default_factory=dict)
    kiosk: datetime | None = None
    staff_call: tuple[str, str | None] | None = None
    test: datetime | None = None
    tests: int = 0


Thing = tuple[str, Any]
"""What may be set up: a queue by its slug, a desk by its number, the kiosk, the message."""

Settings = dict[str, Any]
"""What a thing is set up with, by name."""

Altered = dict[Thing, Settings]
"""What settings were before a change; under no name the whole thing, or None where it came with the change."""

DAY_BEGINS = time(4)


@dataclass
class Moved:
    """How a slip was before a manager moved it."""

    who: str
    at: datetime
    before: Slip


@dataclass
class Room:
    """Everything the clerk has: slips, chairs, today's counts, and how many rows the book has.

    `most` is how many may wait in a queue, `cap` how many numbers it gives a day, `first` its first number, `digits` how many it
    writes. `last` is the number that a queue gave last today, `borne` which queue's slips bear a letter today, `gone` are
    queues that were removed. `places` order the queues on screens, `manager` is who asks where it is one, `moved` has how slips
    were before a manager's last move with them, and `was_set_up` is how everything was before this request.
    """

    chairs: dict[int, Chair]
    letters: dict[str, str]
    day: date
    most: dict[str, int] = field(default_factory=dict)
    cap: dict[str, int] = field(default_factory=dict)
    first: dict[str, int] = field(default_factory=dict)
    digits: dict[str, int] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    places: dict[str, int] = field(default_factory=dict)
    head_starts: dict[str, timedelta] = field(default_factory=dict)
    slips: dict[int, Slip] = field(default_factory=dict)
    given: dict[str, int] = field(default_factory=dict)
    last: dict[str, int] = field(default_factory=dict)
    borne: dict[str, str] = field(default_factory=dict)
    acts: dict[int, Act | None] = field(default_factory=dict)
    rows: int = 0
    kiosk_asks: bool = False
    kiosk_helper: Any = None
    said: bool = False
    today: Today = field(default_factory=Today)
    request: int = 0
    manager: str | None = None
    moved: dict[int, Moved] = field(default_factory=dict)
    was_set_up: Mapping[Thing, Settings] = field(default_factory=dict)
    now: datetime = datetime.min

    # --- looking --------------------------------------------------------------------------

    def line(self, queue: str) -> list[Slip]:
        """Everyone who waits in the queue, in order."""
        waiting = (
            s for s in self.slips.values() if s.queue == queue and s.state == "waiting"
        )
        return sorted(waiting, key=lambda slip: slip.key)

    def counted(self, queue: str) -> int:
        """How many customers wait in the queue."""
        return sum(not slip.is_test for slip in self.line(queue))

    def set_up(self) -> dict[Thing, Settings]:
        """How everything is set up that is there."""
        raise NotImplementedError

    def at(self, desk: int) -> Slip | None:
        """Who is at the desk."""
        return next(
            (
                slip
                for slip in self.slips.values()
                if slip.desk == desk and slip.state in {"called", "serving"}
            ),
            None,
        )

    def next_for(self, chair: Chair) -> Slip | None:
        """Whom the desk would call: the first it may call of each queue, then its own way to choose among them."""
        firsts = []
        for queue in chair.serves:
            line = [s for s in self.line(queue) if s.only in {None, chair.number}]
            firsts += line[:1]
        sent = [
            slip
            for queue in self.letters
            if queue not in chair.serves
            for slip in self.line(queue)
            if slip.only == chair.number
        ]
        firsts += sorted(sent, key=lambda slip: slip.key)[:1]
        if chair.policy == "oldest":
            return min(firsts, key=lambda slip: slip.key, default=None)
        if chair.policy == "ratio":
            in_turn = [
                slip
                for slip in firsts
                if chair.round.get(slip.queue, 0) < chair.share(slip.queue)
            ]
            firsts = in_turn or firsts
        order = ["", *chair.serves]
        return min(
            firsts,
            key=lambda s: order.index(s.queue if s.queue in chair.serves else ""),
            default=None,
        )

    # --- customers ------------------------------------------------------------------------

    def take(self, queue: str, priority: str | None, *, staff: bool) -> Slip:
        """Hand out the next number."""
        slip = self.hand_out(queue, priority, staff=staff)
        self._arrived()
        return slip

    def hand_out(self, queue: str, priority: str | None, *, staff: bool) -> Slip:
        """Write the next number on a slip, whoever may then call it."""
        self._known(queue)
        if not staff and self.is_on(self.today.kiosk):
            raise No("KioskClosed")
        if not staff and self.is_on(self.today.test):
            return self.hand_out_test(queue)
        if priority is not None and priority not in self.head_starts:
            raise No("NotValid")
        if priority is not None and not staff:
            raise No("PriorityNotAllowed")
        to, until = self.today.queues.get(queue, ("", None))
        if to == "closed" and self.is_on(until):
            raise No("QueueClosed")
        if self.counted(queue) >= self.most.get(queue, 300):
            raise No("QueueFull")
        if self.given.get(queue, 0) >= (self.cap.get(queue) or 10**6):
            raise No("QueueFull")
        self.given[queue] = self.given.get(queue, 0) + 1
        first = self.first.get(queue)
        # Put back as it was, a queue begins as the branch does.
        before_first = (1 if first is None else first) - 1
        number = self.last[queue] = self.last.get(queue, before_first) + 1
        self.borne[self.letters[queue]] = queue
        label = self.letters[queue] + str(number).zfill(self.digits.get(queue, 3))
        return self._written(queue, label, priority)

    def hand_out_test(self, queue: str) -> Slip:
        """Write a test's number on a slip, which customers' numbers know nothing of."""
        self._known(queue)
        self.today.tests += 1
        self.today.test = None
        return self._written(queue, f"TEST{self.today.tests}", None)

    def is_on(self, until: datetime | None) -> bool:
        """Return whether something that lasts until then still does."""
        return until is not None and self.now < until

    def _written(self, queue: str, label: str, priority: str | None) -> Slip:
        head_start = self._head_start(priority)
        row = self.write()
        slip = Slip(
            id=row,
            label=label,
            queue=queue,
            day=self.day,
            key=self.moment(row, head_start),
            taken=self.now,
            priority=priority,
        )
        self.slips[row] = slip
        return slip

    def _head_start(self, priority: str | None) -> timedelta:
        return self.head_starts[priority] if priority else timedelta(0)

    def leave(self, slip: Slip) -> None:
        """The customer goes."""
        self._must(slip, "waiting", "called", "held")
        self._end(slip, "left")
        slip.walked_out = True

    def come_back(self, slip: Slip) -> None:
        """The customer had gone by mistake."""
        self._must(slip, "left")
        late = self.now - self._ended(slip) > timedelta(seconds=30)
        late = late or slip.queue in self.gone
        if late or not slip.walked_out or slip.day != self.day:
            raise No("TooLate")
        self._wait_again(slip)

    def rejoin(self, slip: Slip, chair: Chair | None = None) -> None:
        """The customer had missed the call, and says so, perhaps at a desk; two go first."""
        self._must(slip, "missed")
        self._in_time(slip)
        key = self._behind(self.line(slip.queue), 2)
        self._touch(slip, chair)
        slip.key = key
        self._queue_up(slip)

    def _in_time(self, missed: Slip) -> None:
        late = self.now - self._ended(missed) > timedelta(minutes=10)
        if late or missed.day != self.day or missed.queue in self.gone:
            raise No("TooLate")

    def postpone(self, slip: Slip, others: int) -> None:
        """The customer lets so many others go first, at most three times."""
        self._must(slip, "waiting")
        if slip.postponed >= 3:
            raise No("TooManyPostponements")
        line = self.line(slip.queue)
        later = line[line.index(slip) + 1 :]
        if not later:
            raise No("NobodyBehind")
        slip.key = self._behind(later, others)
        self._touch(slip)
        slip.postponed += 1

    def on_my_way(self, slip: Slip) -> None:
        """The customer comes."""
        self._must(slip, "called")
        if not slip.coming:
            self.write()
            slip.coming = True

    def close_day(self, today: date) -> None:
        """Whoever has not been served by now is not served; numbers start again."""
        if today <= self.day:
            return
        for slip in self.slips.values():
            if slip.state in OPEN:
                self._end(slip, "expired")
        for chair in self.chairs.values():
            if chair.lent and not chair.removed:
                self.write()
                chair.lent = ()
        self.write()
        self.day, self.given, self.last, self.borne = today, {}, {}, {}
        self.kiosk_asks = self.said = False
        self.kiosk_helper, self.today = None, Today()
        self.was_set_up = self.set_up()

    def _known(self, queue: str) -> None:
        if queue in self.gone:
            raise No("UnknownQueue")

    def _there(self, number: int) -> Chair:
        if self.chairs[number].removed:
            raise No("UnknownDesk")
        return self.chairs[number]

    # --- how slips move -------------------------------------------------------------------

    def write(self) -> int:
        """Write one row into the book and return its number."""
        self.rows += 1
        return self.rows

    def moment(self, row: int, head_start: timedelta = timedelta(0)) -> Fraction:
        """Where somebody who comes now stands."""
        micros = (self.now - head_start).timestamp() * 10**6
        return Fraction(round(micros)) + Fraction(row, DIGITS)

    def _behind(self, line: list[Slip], others: int) -> Fraction:
        """A key between two others: the middle one of those with the fewest digits, and behind it the row's number."""
        row = self.rows + 1
        if len(line) <= others:
            return self.moment(row)
        front = line[others - 1].key if others else Fraction(0)
        unit = Fraction(10) ** 15
        while line[others].key // unit - front // unit < 2:
            unit /= 10
        middle = (front // unit + line[others].key // unit) // 2
        return middle * unit + row * unit / DIGITS

    def _must(self, slip: Slip, *states: str) -> None:
        if slip.state not in states:
            raise No("WrongState")

    def _ended(self, slip: Slip) -> datetime:
        assert slip.ended is not None
        return slip.ended

    def _end(self, slip: Slip, state: str, chair: Chair | None = None) -> None:
        self._touch(slip, chair)
        slip.state, slip.ended, slip.walked_out = state, self.now, False

    def _wait_again(self, slip: Slip, chair: Chair | None = None) -> None:
        self._touch(slip, chair)
        self._queue_up(slip)

    def _queue_up(self, slip: Slip) -> None:
        slip.state, slip.desk, slip.ended, slip.coming = "waiting", None, None, False
        self._arrived()

    def _call(self, chair: Chair, slip: Slip) -> None:
        self._touch(slip, chair)
        slip.state, slip.desk, slip.coming = "called", chair.number, False
        slip.ended = None
        slip.calls += 1
        slip.last_call = self.now
        chair.ready = None

    def _call_in_turn(self, chair: Chair, slip: Slip) -> None:
        self._act(chair)
        if chair.policy == "ratio":
            if chair.round.get(slip.queue, 0) >= chair.share(slip.queue):
                chair.round = {}
            chair.round = {
                **chair.round,
                slip.queue: chair.round.get(slip.queue, 0) + 1,
            }
        self._call(chair, slip)

    def _arrived(self) -> None:
        """Give one free desk that asked for the next arrival whoever it would call; first come, first served."""
        ready = [(c.ready, c.number) for c in self.chairs.values() if c.ready]
        for _, number in sorted(ready):
            slip = self.next_for(self.chairs[number])
            if slip is not None:
                return self._call_in_turn(self.chairs[number], slip)
        return None

    def _act(self, chair: Chair) -> Act:
        act = self.acts.get(chair.number)
        if act is None or act.request != self.request:
            kept = copy(chair)
            act = self.acts[chair.number] = Act(self.request, self.now, kept)
        return act

    def _touch(self, slip: Slip, chair: Chair | None = None) -> None:
        self.write()
        if chair is None and self.manager is not None:
            self.moved[slip.id] = Moved(self.manager, self.now, copy(slip))
        slip.touches += 1
        if chair is not None:
            act = self._act(chair)
            if slip.id not in act.before:
                act.before[slip.id] = copy(slip)
            act.after[slip.id] = slip.touches

    def slips_in(self, states: Iterable[str]) -> list[Slip]:
        """Every slip in one of these states, in the order they were taken."""
        wanted = set(states)
        return [slip for slip in self.slips.values() if slip.state in wanted]
