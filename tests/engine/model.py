"""The branch as a clerk with paper slips would keep it: written from the rules, sharing nothing with the server.

Each act either is refused by name, and nothing changed, or happens. A line's order is by a slip's `key`: the moment of
taking, less a head start; whoever is put between two others gets a key between theirs.
"""

from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from fractions import Fraction

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


@dataclass
class Chair:
    """A desk: what it serves and how, who sits there, whether it rests or stands ready for the next arrival."""

    number: int
    queues: tuple[str, ...]
    policy: str
    weights: dict[str, int]
    removed: bool = False
    who: str | None = None
    rests: bool = False
    ready: datetime | None = None
    help: bool = False
    since: datetime | None = None
    round: dict[str, int] = field(default_factory=dict)


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


@dataclass
class Room:
    """Everything the clerk has: slips, chairs, today's counts, and how many rows the book has.

    `most` is how many may wait in a queue, `cap` how many numbers it gives a day, `first` its first number, `digits` how many it
    writes. `last` is the number that a queue gave last today, `borne` which queue's slips bear a letter today, `gone` are
    queues that were removed.
    """

    chairs: dict[int, Chair]
    letters: dict[str, str]
    day: date
    most: dict[str, int] = field(default_factory=dict)
    cap: dict[str, int] = field(default_factory=dict)
    first: dict[str, int] = field(default_factory=dict)
    digits: dict[str, int] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    head_starts: dict[str, timedelta] = field(default_factory=dict)
    slips: dict[int, Slip] = field(default_factory=dict)
    given: dict[str, int] = field(default_factory=dict)
    last: dict[str, int] = field(default_factory=dict)
    borne: dict[str, str] = field(default_factory=dict)
    acts: dict[int, Act | None] = field(default_factory=dict)
    rows: int = 0
    kiosk_asks: bool = False
    said: bool = False
    request: int = 0
    now: datetime = datetime.min

    # --- looking --------------------------------------------------------------------------

    def line(self, queue: str) -> list[Slip]:
        """Everyone who waits in the queue, in order."""
        waiting = (
            s for s in self.slips.values() if s.queue == queue and s.state == "waiting"
        )
        return sorted(waiting, key=lambda slip: slip.key)

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
        for queue in chair.queues:
            line = [s for s in self.line(queue) if s.only in {None, chair.number}]
            firsts += line[:1]
        sent = [
            slip
            for queue in self.letters
            if queue not in chair.queues
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
                if chair.round.get(slip.queue, 0) < chair.weights.get(slip.queue, 1)
            ]
            firsts = in_turn or firsts
        order = ["", *chair.queues]
        return min(
            firsts,
            key=lambda s: order.index(s.queue if s.queue in chair.queues else ""),
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
        if priority is not None and priority not in self.head_starts:
            raise No("NotValid")
        if priority is not None and not staff:
            raise No("PriorityNotAllowed")
        if len(self.line(queue)) >= self.most.get(queue, 300):
            raise No("QueueFull")
        if self.given.get(queue, 0) >= self.cap.get(queue, 10**6):
            raise No("QueueFull")
        self.given[queue] = self.given.get(queue, 0) + 1
        number = self.last[queue] = (
            self.last.get(queue, self.first.get(queue, 1) - 1) + 1
        )
        self.borne[self.letters[queue]] = queue
        head_start = self._head_start(priority)
        row = self.write()
        slip = Slip(
            id=row,
            label=self.letters[queue] + str(number).zfill(self.digits.get(queue, 3)),
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
        self.write()
        self.day, self.given, self.last, self.borne = today, {}, {}, {}
        self.kiosk_asks = self.said = False

    # --- setting the branch up ------------------------------------------------------------

    def give_letter(self, queue: str, letter: str) -> None:
        """Let the queue's slips bear this letter from now on; today's of another queue must not."""
        self._known(queue)
        self._bear(queue, letter)

    def set_limits(self, queue: str, most: int, cap: int) -> None:
        """Let no more than so many wait in the queue, and give no more numbers a day."""
        self._known(queue)
        self.write()
        self.most[queue], self.cap[queue] = most, cap

    def set_numbers(self, queue: str, first: int, digits: int) -> None:
        """Let the queue's next day begin with this number, and write each with so many digits."""
        self._known(queue)
        self.write()
        self.first[queue], self.digits[queue] = first, digits

    def remove_queue(self, queue: str) -> None:
        """Take the queue away from all desks; not while anybody in it has still to be served."""
        self._known(queue)
        if any(slip.queue == queue for slip in self.slips_in(OPEN)):
            raise No("NotValid")
        self.write()
        self.gone.add(queue)
        for chair in self.chairs.values():
            if queue in chair.queues and not chair.removed:
                self.write()
                chair.queues = tuple(q for q in chair.queues if q != queue)
                chair.weights = {q: n for q, n in chair.weights.items() if q != queue}

    def add_queue(self, queue: str, letter: str) -> None:
        """Bring the queue back as it was, and it goes on counting; no desk serves it yet."""
        if queue not in self.gone:
            raise No("AlreadyThere")
        self._bear(queue, letter)
        self.gone.discard(queue)

    def set_up_chair(
        self, number: int, queues: tuple[str, ...], policy: str, weights: dict[str, int]
    ) -> None:
        """Let the desk serve these queues from its next call on."""
        chair = self._there(number)
        self._there_to_serve(queues)
        self.write()
        chair.queues, chair.policy, chair.weights = queues, policy, weights

    def remove_chair(self, number: int) -> None:
        """Take the desk away; not while anybody sits there, is to come there or was put aside there."""
        chair = self._there(number)
        for slip in self.slips_in(OPEN):
            if number in {slip.only, slip.desk}:
                raise No("NotValid")
        if chair.who is not None:
            raise No("NotValid")
        self.write()
        chair.removed = True

    def add_chair(self, number: int, queues: tuple[str, ...]) -> None:
        """Put a desk where one was taken away."""
        if not self.chairs[number].removed:
            raise No("AlreadyThere")
        self._there_to_serve(queues)
        self.write()
        self.chairs[number] = Chair(number, queues, "oldest", {})

    def _bear(self, queue: str, letter: str) -> None:
        there = {q: known for q, known in self.letters.items() if q not in self.gone}
        if any(q != queue and known == letter for q, known in there.items()):
            raise No("AlreadyThere")
        if self.borne.get(letter, queue) != queue:
            raise No("NotValid")
        self.write()
        self.letters[queue] = letter

    def _known(self, queue: str) -> None:
        if queue in self.gone:
            raise No("UnknownQueue")

    def _there_to_serve(self, queues: tuple[str, ...]) -> None:
        if self.gone.intersection(queues):
            raise No("NotValid")

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
            if chair.round.get(slip.queue, 0) >= chair.weights.get(slip.queue, 1):
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
