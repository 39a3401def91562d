"""The board as a page shows what the display shows: both live through the same days, and what they derive is compared."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime, timedelta
from itertools import product
from random import Random
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace as with_fields
from playwright.sync_api import Browser, Page

from display import gallery
from display import state as folds
from display.derive import derive
from display.plan import plan
from display.state import DisplayState
from display.wall import Wall
from script.board_gallery import camel, opened
from shared.qt import sample
from shared.wire.link import Link, LinkState
from shared.wire.messages import (
    Branch,
    Desk,
    DeskState,
    Event,
    Happened,
    Notice,
    Queue,
    Ticket,
    TicketState,
)

pytestmark = [pytest.mark.browser, pytest.mark.slow]

LIVE_THROUGH = """async ([steps, language]) => {
  const {blank, began, happened, stood, ticked, spoke, nextDue} = await import("/static/board/state.js");
  const {derive} = await import("/static/board/derive.js");
  let state = blank(steps[0].now, language);
  return steps.map(({now, what, told}) => {
    state = ticked(state, now);
    if (what === "began") state = began(state, told);
    if (what === "happened") state = happened(state, told);
    if (what === "stood") state = stood(state, told);
    if (what === "spoke") state = spoke(state, told);
    return {
      props: derive(state),
      pending: state.pending.map((call) => [call.label, call.seq, call.language]),
      older: state.older.map((call) => call.label),
      due: nextDue(state) - now,
    };
  });
}"""

PLANS = """async (walls) => {
  const {planOf, rowHeightOf, WALL} = await import("/static/board/plan.js");
  return walls.map((wall) => {
    const plan = planOf(Object.assign({}, WALL, wall));
    return Object.assign({}, plan, {rowHeight: rowHeightOf(plan)});
  });
}"""


@pytest.fixture(scope="module")
def scripts(browser: Browser) -> Iterator[Page]:
    """A page that may load the board's modules, and nothing else."""
    with opened(browser) as page:
        yield page


def ms(at: datetime) -> float:
    """Return an instant as a browser counts it."""
    return at.timestamp() * 1000


@dataclass
class Both:
    """A day as the display lives through it, written down for the browser."""

    state: DisplayState
    steps: list[dict[str, Any]] = field(default_factory=list)
    derived: list[dict[str, Any]] = field(default_factory=list)

    def at(self, now: datetime) -> None:
        """Time passes until then, and nothing else happens."""
        self.state = folds.ticked(self.state, now)
        self._note("ticked", None)

    def begin(self, branch: Branch, seq: int, *calls: Any) -> None:
        """The stream begins anew."""
        snapshot = sample.snapshot(branch, seq=seq, calls=calls)
        self.state = folds.began(self.state, snapshot)
        self._note("began", json.loads(msgspec.json.encode(snapshot)))

    def happen(self, event: Event) -> None:
        """Something happens at the branch."""
        self.state = folds.happened(self.state, event)
        self._note("happened", json.loads(msgspec.json.encode(event)))

    def stand(self, link: Link) -> None:
        """The link changes."""
        self.state = folds.stood(self.state, link)
        told = {
            "state": link.state.name.lower(),
            "lastTruth": link.last_truth and ms(link.last_truth),
            "refused": link.refusal is not None,
        }
        self._note("stood", told)

    def speak(self, speaking: bool) -> None:
        """Something begins to be said, or has been."""
        self.state = folds.spoke(self.state, speaking)
        self._note("spoke", speaking)

    def _note(self, what: str, told: Any) -> None:
        state = self.state
        self.steps.append({"now": ms(state.now), "what": what, "told": told})
        self.derived.append(
            {
                "props": camel(asdict(derive(state))),
                "pending": [
                    [call.label, call.seq, call.language] for call in state.pending
                ],
                "older": [call.label for call in state.older],
                "due": ms(folds.next_due(state)) - ms(state.now),
            }
        )


def agree(scripts: Page, day: Both, language: str | None = None) -> None:
    """Let the browser live through the day as well, and compare each step."""
    found = scripts.evaluate(LIVE_THROUGH, [day.steps, language])
    for step, here, there in zip(day.steps, day.derived, found, strict=True):
        due = pytest.approx(here["due"], abs=0.01)
        assert there == {**here, "due": due}, step


class Chance:
    """What may happen at a branch in a day, by chance."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.now = sample.NOW
        self.seq = 40
        queues = list(self.random.choice([sample.THREE_QUEUES, sample.SIX_QUEUES[:5]]))
        desks = [
            Desk(
                number=number,
                state=self.random.choice(list(DeskState)),
                queues=[queue.slug for queue in queues][: self.random.randint(1, 3)],
                back_at=sample.NOW + timedelta(minutes=number),
                names=self.random.choice([{}, {"de": "Labor", "en": "Laboratory"}]),
            )
            for number in (1, 3, 12)
        ]
        self.branch = gallery.with_hours(
            sample.branch(queues, desks=desks, next_opening=self.some_day())
        )
        self.tickets: dict[int, Ticket] = {}

    def some_day(self) -> datetime | None:
        """Return when it opens next."""
        hours = self.random.randint(0, 120)
        return self.random.choice([None, sample.NOW + timedelta(hours=hours)])

    def later(self) -> datetime:
        """Return the next instant at which something happens."""
        wait = self.random.choice([0, 0.000_7, 0.2, 1.5, 4, 9.999, 12, 31, 61])
        self.now += timedelta(seconds=wait, microseconds=self.random.randint(0, 999))
        return self.now

    def step(self, day: Both) -> None:
        """Let something happen."""
        day.at(self.later())
        chance = self.random.random()
        if chance < 0.6:
            day.happen(self.move())
        elif chance < 0.7:
            day.happen(self.standing())
        elif chance < 0.75:
            self.seq += 1
            day.begin(with_fields(self.branch, now=self.server_now()), self.seq)
        elif chance < 0.87:
            day.stand(self.link())
        else:
            day.speak(self.random.random() < 0.5)

    def server_now(self) -> datetime:
        """Return what the server's clock says, which is another one."""
        return self.now + timedelta(seconds=self.random.choice([0, 3, 3, 3, -45]))

    def move(self) -> Event:
        """Return something that happens to a ticket."""
        self.seq += 1
        number = self.random.randint(100, 116)
        queue = self.random.choice(self.branch.queues)
        what, state = self.random.choice(
            [
                (Happened.CALLED, TicketState.CALLED),
                (Happened.CALLED, TicketState.CALLED),
                (Happened.RECALLED, TicketState.CALLED),
                (Happened.STARTED, TicketState.SERVING),
                (Happened.FINISHED, TicketState.DONE),
                (Happened.MISSED, TicketState.MISSED),
                (Happened.HELD, TicketState.HELD),
                (Happened.UNDONE, TicketState.WAITING),
            ]
        )
        known = self.tickets.get(number)
        asks = what in (Happened.CALLED, Happened.RECALLED)
        called_at = self.now if asks else known and known.called_at
        waits = state is TicketState.WAITING
        ticket = sample.ticket(
            number,
            queue=queue if known is None else queue_of(self.branch, known.queue),
            state=state,
            desk=None if waits else self.random.choice([1, 3, 12, 250]),
            called_at=None if waits else called_at or self.now,
        )
        ticket = with_fields(ticket, language=self.random.choice([None, "ar", "de"]))
        self.tickets[number] = ticket
        waiting = {each.slug: self.random.randint(0, 9) for each in self.branch.queues}
        return Event(
            seq=self.seq,
            at=self.server_now(),
            event=what,
            ticket=ticket,
            desk=self.random.choice([None, self.desk()]),
            waiting=self.random.choice([None, waiting]),
            recent_calls=self.random.choice([None, None, None, self.board()]),
        )

    def desk(self) -> Desk:
        """Return a desk that stands otherwise."""
        desk = self.random.choice(self.branch.desks)
        return with_fields(desk, state=self.random.choice(list(DeskState)))

    def board(self) -> list[Any]:
        """Return another board, as after something was taken back."""
        return [
            sample.call(
                number, 3, ago=timedelta(minutes=place), state=TicketState.SERVING
            )
            for place, number in enumerate(self.random.sample(range(100, 116), 5))
        ]

    def standing(self) -> Event:
        """Return how the branch stands: open or not, with or without something to say."""
        texts = {"en": "Late", "de": "Spät", "ar": "متأخر"}
        until = self.now + timedelta(seconds=self.random.randint(-5, 200))
        notice = Notice(
            texts=texts,
            since=self.now - timedelta(seconds=7),
            until=self.random.choice([None, until]),
        )
        self.branch = with_fields(
            self.branch,
            open=self.random.random() < 0.7,
            message=self.random.choice([None, notice]),
            next_opening=self.some_day(),
            queues=[self.queue(queue) for queue in self.branch.queues],
            now=self.server_now(),
        )
        return sample.standing(self.branch, self.board())

    def queue(self, queue: Queue) -> Queue:
        """Return the queue as it stands otherwise."""
        low = self.random.randint(0, 60)
        return with_fields(
            queue,
            waiting=self.random.randint(0, 3),
            closes_at=self.random.choice([None, self.now + timedelta(hours=3)]),
            estimate=self.random.choice([None, sample.minutes(low, low + 7)]),
        )

    def link(self) -> Link:
        """Return how the page stands with the server."""
        return Link(
            self.random.choice(list(LinkState)), self.random.choice([None, self.now])
        )


def queue_of(branch: Branch, slug: str) -> Queue:
    """Return the queue of that slug."""
    return next(queue for queue in branch.queues if queue.slug == slug)


@pytest.mark.parametrize("seed", range(8))
def test_whatever_happens_in_a_day_page_and_display_show_the_same(
    scripts: Page, seed: int
) -> None:
    chance = Chance(seed)
    language = chance.random.choice([None, "de", "ar"])
    day = Both(DisplayState(now=sample.NOW, first_language=language))
    day.at(sample.NOW)
    day.stand(sample.RECONNECTING)
    day.begin(chance.branch, 40, *gallery.earlier())
    day.stand(sample.LIVE)
    for _ in range(120):
        chance.step(day)
    assert {step["what"] for step in day.steps} >= {"began", "happened", "spoke"}
    agree(scripts, day, language)


def test_a_token_that_is_refused_is_said_before_and_after_the_board_was_there(
    scripts: Page,
) -> None:
    day = Both(DisplayState(now=sample.NOW))
    day.stand(sample.REFUSING)
    day.stand(sample.LIVE)
    day.begin(sample.branch(), 40)
    day.stand(sample.REFUSING)
    day.at(sample.NOW + timedelta(seconds=61))
    agree(scripts, day)


def test_clock_and_calendar_are_the_branchs_own_also_on_the_nights_when_clocks_change(
    scripts: Page,
) -> None:
    day = Both(DisplayState(now=sample.NOW))
    for zone, days in product(
        ["Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Auckland"],
        [date(2026, 3, 28), date(2026, 10, 25), date(2026, 12, 31)],
    ):
        for hour in (0, 1, 12, 23):
            now = datetime.combine(days, sample.NOW.timetz()).replace(hour=hour)
            branch = with_fields(
                gallery.with_hours(
                    sample.branch(next_opening=now + timedelta(hours=9))
                ),
                time_zone=zone,
                now=now,
            )
            day.begin(branch, 40)
    agree(scripts, day)


def walls() -> Iterator[Wall]:
    """Yield walls of all kinds."""
    sizes = [(1920, 1080), (1080, 1920), (1280, 720), (3840, 2160), (1024, 768)]
    rooms = [(0, 0), (55, 4), (55, 6), (55, 9), (32, 20), (24, 0)]
    for (width, height), (diagonal, distance) in product(sizes, rooms):
        for queues, columns, earlier in product((1, 3, 4, 9), (False, True), (0, 2, 8)):
            wall = Wall(width, height, diagonal, distance, queues, columns)
            wall = replace(wall, earlier=earlier)
            yield wall
            yield replace(wall, message=True, named=True)
            yield replace(wall, closing=True, idle=True)
            yield replace(wall, lost=True, idle=earlier == 2)


def test_everything_has_the_same_place_on_every_wall(scripts: Page) -> None:
    all_walls = list(walls())
    told = [camel(asdict(wall)) for wall in all_walls]
    for each in told:
        del each["media"]
    found = scripts.evaluate(PLANS, told)
    for wall, there in zip(all_walls, found, strict=True):
        way = plan(wall)
        here = camel(asdict(way)) | {"rowHeight": way.row_height}
        del here["media"]
        assert flat(there) == pytest.approx(flat(here)), wall


def flat(plan: dict[str, Any]) -> dict[str, float]:
    """Return every number of a plan by its name."""
    numbers: dict[str, float] = {}
    for name, value in plan.items():
        if isinstance(value, dict):
            numbers |= {f"{name}.{inner}": each for inner, each in value.items()}
        else:
            numbers[name] = float(value)
    return numbers
