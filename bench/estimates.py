"""How right the estimates are, on logs of queues: replayed in order, each wait foreseen at the customer's arrival, from the past only.

    python -m bench.estimates LOG.csv [--warm-up EARLIER.csv …] --out predictions.csv

A log has the columns `day, queue, priority, asked_s, called_s, finished_s, desk, outcome, queued`: seconds of the day, `outcome` served or left. It
becomes the rows of a journal, a branch is folded from them as the server does, and the server's own forecaster hears and looks.

Written for each that queued: `p50_s` and the ranges that 8 and 9 in 10 waits are to be in; nothing where no desk was open that serves the queue. Beside them,
what simpler ways say: `naive_s` is those ahead × the queue's mean service / the open desks that serve it, `last_wait_s` is how long whoever
was called last had waited.
"""

import csv
import sys
from argparse import ArgumentParser
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, UTC, date, datetime, time, timedelta
from pathlib import Path
from time import perf_counter

import numpy as np

from server.domain import events, numbering
from server.domain.branch import BranchSettings, Desk, DeskState, Queue
from server.domain.events import SYSTEM, Recorded
from server.domain.state import BranchState
from server.forecast.forecaster import Forecaster
from server.forecast.guess import Guess
from server.forecast.look import Look

HEAD_START_S = 90
"""By so much an arrival with priority counts as earlier, for each step of it."""

_CALLS_LOOKED_AT = 200
_OF_USUAL = 0.3
"""A desk serves a queue of which it calls, lately, at least so much of the queue's share in all calls."""


@dataclass(frozen=True, slots=True)
class Visit:
    """A line of the log."""

    day: date
    queue: str
    priority: int
    asked_s: int
    called_s: int
    finished_s: int
    desk: str
    served: bool
    queued: bool

    @property
    def wait_s(self) -> int:
        """From asking to the call."""
        return self.called_s - self.asked_s


@dataclass(frozen=True, slots=True)
class Prediction:
    """What was said of a visit when it began; None where nothing could be said."""

    visit: Visit
    ahead: int
    guess: Guess | None
    naive_s: float
    last_wait_s: float


def read(path: Path) -> list[Visit]:
    """Return the log's visits; raise `BadLog` where a line is none."""
    with path.open(newline="", encoding="utf-8-sig") as file:
        lines = csv.DictReader(file)
        try:
            return [_visit(line) for line in lines]
        except (KeyError, TypeError, ValueError, OverflowError, csv.Error) as error:
            raise BadLog(f"{path}, line {lines.line_num}: {error!r}") from error


class BadLog(Exception):
    """A log is not as it should be; `str()` says where."""


def _visit(line: dict[str, str]) -> Visit:
    asked, called, finished = (
        int(float(line[name])) for name in ("asked_s", "called_s", "finished_s")
    )
    day = date.fromisoformat(line["day"])
    if not 1 < day.year < MAXYEAR:
        raise ValueError("not in this year")
    return Visit(
        day=day,
        queue=line["queue"],
        priority=int(line["priority"]),
        asked_s=asked,
        called_s=max(asked, called),
        finished_s=max(asked, called, finished),
        desk=line["desk"],
        served=line["outcome"] == "served",
        queued=line["queued"] == "1",
    )


class Branch:
    """A branch in which happens what the log says, and its forecaster."""

    def __init__(self) -> None:
        self.state = BranchState(1, "bench")
        self.forecaster = Forecaster()
        self.took_s: list[float] = []
        """How long each look took."""
        self.latest: Look | None = None
        """What the latest look has found."""
        self.now = datetime.min.replace(tzinfo=UTC)
        self._tickets: dict[int, int] = {}
        self._numbers: dict[str, int] = {}
        self._calls: defaultdict[str, deque[str]] = defaultdict(
            lambda: deque(maxlen=_CALLS_LOOKED_AT)
        )
        self._every: Counter[str] = Counter()
        self._services: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
        self._last: dict[str, int] = {}

    def replay(self, visits: Sequence[Visit]) -> Iterator[Prediction]:
        """Yield a prediction for each visit that queued, in the order of arrival."""
        home = _last_seen(visits)
        for _, at_s, _, index, what in sorted(_moments(visits)):
            visit = visits[index]
            self.now = datetime.combine(visit.day, time(), UTC) + timedelta(
                seconds=at_s
            )
            if what == "asked":
                self._begin(visit)
                self._take(index, visit)
                if visit.queued:
                    yield self._predict(index, visit)
                elif visit.served:
                    self._call(index, visit)
            elif what == "called":
                self._call(index, visit)
            elif what == "finished":
                self._finish(index, visit)
                if home[visit.day, visit.desk] == at_s or not visit.desk:
                    desk = self._number(visit.desk)
                    self._row(events.SignedOut(desk=desk, servicer=visit.desk))
            else:
                self._row(events.Left(), self._tickets[index])

    def _begin(self, visit: Visit) -> None:
        if self.state.seq == 0:
            settings = BranchSettings(priorities={"1": 1, "2": 3})
            self._row(events.BranchConfigured(settings=settings, day=visit.day))
        if visit.day != self.state.day:
            self._last.clear()
            self._row(
                events.DayClosed(closed=self.state.day, opened=visit.day, given={})
            )
        if visit.queue not in self.state.all_queues:
            queue = Queue(slug=visit.queue, letter="A", names={}, ordinal=0)
            self._row(events.QueueConfigured(queue=queue))

    def _take(self, index: int, visit: Visit) -> None:
        seq = self.state.seq + 1
        moment = self.now - timedelta(seconds=HEAD_START_S * visit.priority)
        self._row(
            events.Taken(
                queue=visit.queue,
                day=visit.day,
                number=seq,
                label=f"A{seq}",
                position=numbering.position(moment, seq),
                priority=str(visit.priority) if visit.priority else None,
            ),
            seq,
        )
        self._tickets[index] = seq

    def _call(self, index: int, visit: Visit) -> None:
        number = self._number(visit.desk)
        if number not in self.state.all_desks:
            desk = Desk(number=number, queues=())
            self._row(events.DeskConfigured(desk=desk))
        if self.state.desk(number).state is DeskState.CLOSED:
            self._row(events.SignedIn(desk=number, servicer=visit.desk, device=1))
        ticket = self._tickets[index]
        act = ticket if not visit.queued else None
        self._row(events.Called(desk=number, servicer=visit.desk), ticket, act)
        self._last[visit.queue] = visit.wait_s
        if visit.desk:
            self._calls[visit.desk].append(visit.queue)
            self._every[visit.queue] += 1
            self._serve(number, visit.desk)

    def _serve(self, number: int, name: str) -> None:
        """Have the desk serve what it served lately."""
        calls = Counter(self._calls[name])
        every = self._every.total()
        queues = tuple(
            sorted(
                slug
                for slug, count in calls.items()
                if count * every >= _OF_USUAL * self._every[slug] * calls.total()
            )
        )
        desk = self.state.desk(number)
        if desk.queues != queues:
            self._row(events.DeskConfigured(desk=Desk(number=number, queues=queues)))

    def _finish(self, index: int, visit: Visit) -> None:
        self._row(events.Finished(), self._tickets[index])
        sums = self._services[visit.queue]
        sums[0] += visit.finished_s - visit.called_s
        sums[1] += 1

    def _number(self, desk: str) -> int:
        """Return the number of the desk of this name; nobody knows of one without a name whom it serves."""
        return self._numbers.setdefault(desk, len(self._numbers) + 1)

    def _row(
        self, event: events.Event, ticket: int | None = None, act: int | None = None
    ) -> None:
        seq = self.state.seq + 1
        row = Recorded(
            seq=seq, act=act or seq, at=self.now, actor=SYSTEM, event=event, ticket=ticket
        )  # fmt: skip
        self.forecaster.hear(self.state.apply(row), self.state)

    def _predict(self, index: int, visit: Visit) -> Prediction:
        id = self._tickets[index]
        began = perf_counter()
        look = self.latest = self.forecaster.look(self.state, self.now)
        self.took_s.append(perf_counter() - began)
        ticket = self.state.room.ticket(id)
        assert ticket is not None
        ahead = self.state.room.ahead(ticket) or 0
        desks = sum(
            desk.state is DeskState.OPEN and visit.queue in desk.serves
            for desk in self.state.desks()
        )
        total, count = self._services[visit.queue]
        mean = total / count if count else 300.0
        return Prediction(
            visit,
            ahead,
            look.guess(id) if id in look.tickets else None,
            ahead * mean / max(1, desks),
            float(self._last.get(visit.queue, 0)),
        )


def _last_seen(visits: Iterable[Visit]) -> dict[tuple[date, str], int]:
    """Return when each desk is seen last on each day: then its servicer goes home."""
    found: dict[tuple[date, str], int] = {}
    for visit in visits:
        key = visit.day, visit.desk
        found[key] = max(found.get(key, 0), visit.finished_s)
    return found


_FINISHED, _ASKED, _CALLED, _AT_ONCE = range(4)
"""What happens within the same second, in this order."""


def _moments(visits: Sequence[Visit]) -> Iterator[tuple[date, int, int, int, str]]:
    """Yield day, second, order within it, the visit's place and what happens."""
    for index, visit in enumerate(visits):
        yield visit.day, visit.asked_s, _ASKED, index, "asked"
        if not visit.served:
            yield visit.day, visit.called_s, _CALLED, index, "left"
            continue
        if visit.queued:
            yield visit.day, visit.called_s, _CALLED, index, "called"
        took = visit.finished_s - visit.called_s
        yield visit.day, visit.finished_s, _FINISHED if took else _AT_ONCE, index, "finished"  # fmt: skip


COLUMNS = (
    "day", "asked_s", "queue", "priority", "ahead", "p50_s", "lo80_s", "hi80_s", "lo90_s", "hi90_s", "naive_s",
    "last_wait_s",
)  # fmt: skip


def write(path: Path, predictions: Iterable[Prediction]) -> None:
    """Write a line for each prediction."""
    with path.open("w", newline="") as file:
        lines = csv.writer(file)
        lines.writerow(COLUMNS)
        for each in predictions:
            visit, guess = each.visit, each.guess
            said = ["", "", "", "", ""]
            if guess is not None:
                numbers = guess.half_s, *guess.ranges_s[0.8], *guess.ranges_s[0.9]
                said = [f"{number:.1f}" for number in numbers]
            lines.writerow(
                [visit.day, visit.asked_s, visit.queue, visit.priority, each.ahead, *said,
                 f"{each.naive_s:.1f}", f"{each.last_wait_s:.1f}"]
            )  # fmt: skip


def summary(predictions: Sequence[Prediction], took_s: Sequence[float]) -> str:
    """Return how right the predictions were of those who were served, as lines of text."""
    said = [
        (each, each.guess)
        for each in predictions
        if each.visit.served and each.guess is not None
    ]
    unsaid = sum(each.guess is None for each in predictions)
    lines = [f"{len(predictions)} queued, {len(said)} of them served and foreseen, {unsaid} came while no desk for them was open"]  # fmt: skip
    if not said:
        return lines[0]
    waits = np.array([each.visit.wait_s for each, _ in said], float)
    half = np.array([guess.half_s for _, guess in said])
    naive = np.array([each.naive_s for each, _ in said])
    last = np.array([each.last_wait_s for each, _ in said])
    off = np.abs(half - waits).mean()
    lines += [
        f"mean absolute error {off:.1f} s, mean wait {waits.mean():.1f} s",
        f"against naive {off / np.abs(naive - waits).mean():.3f}, against the last wait {off / np.abs(last - waits).mean():.3f}",
    ]
    held = {}
    for level in (0.8, 0.9):
        low, high = np.array([guess.ranges_s[level] for _, guess in said]).T
        held[level] = (low <= waits) & (waits <= high)
        width = (high - low).mean()
        lines.append(f"range for {level:.0%}: held {held[level].mean():.1%}, mean width {width:.0f} s")  # fmt: skip
    queues = np.array([each.visit.queue for each, _ in said])
    for queue, count in Counter(queues.tolist()).most_common():
        mine = queues == queue
        lines.append(f"  {queue}: {count}, {held[0.8][mine].mean():.1%} and {held[0.9][mine].mean():.1%}")  # fmt: skip
    took = np.array(took_s) * 1e6
    lines.append(f"an estimate with all who wait: half {np.median(took):.0f} µs, 99 of 100 {np.quantile(took, 0.99):.0f} µs")  # fmt: skip
    return "\n".join(lines)


def _first_day(logs: Iterable[Sequence[Visit]]) -> date:
    return min((visit.day for log in logs for visit in log), default=date.max)


def _last_day(logs: Iterable[Sequence[Visit]]) -> date:
    return max((visit.day for log in logs for visit in log), default=date.min)


def main(arguments: Sequence[str] | None = None) -> None:
    """Replay the logs that were named."""
    parser = ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("log", type=Path, help="the log to foresee")
    parser.add_argument("--warm-up", type=Path, nargs="*", action="extend", default=[], help="logs of the time before")  # fmt: skip
    parser.add_argument("--out", type=Path, required=True, help="where to write the predictions")  # fmt: skip
    asked = parser.parse_args(arguments)
    try:
        logs = [read(path) for path in (*asked.warm_up, asked.log)]
        asked.out.touch()
    except (OSError, BadLog) as error:
        sys.exit(f"{error}")
    if _last_day(logs[:-1]) > _first_day(logs[-1:]):
        sys.stderr.write("What warms up is not all of the time before the log.\n")
    branch = Branch()
    for earlier in logs[:-1]:
        for _ in branch.replay(earlier):
            pass
    branch.took_s.clear()
    predictions = list(branch.replay(logs[-1]))
    write(asked.out, predictions)
    sys.stdout.write(summary(predictions, branch.took_s) + "\n")


if __name__ == "__main__":
    main()
