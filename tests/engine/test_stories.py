"""A ticket's story, for which only a few rows of the journal are read, is the one that a replay of all of them tells."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import cycle
from random import Random
from typing import Any

import pytest

from server.domain import events
from server.domain.branch import Policy
from server.domain.refusals import Refusal
from server.domain.state import BranchState
from server.domain.story import Telling
from server.store.past import as_of
from server.store.replay import Replay
from server.store.session import Session
from server.usecases.close_day import close_day
from server.usecases.lend_queue import (
    LendQueue,
    TakeQueueBack,
    lend_queue,
    take_queue_back,
)
from server.usecases.pause import Pause, pause
from server.usecases.replay import story_of
from server.usecases.setup.desks import SetDesk, set_desk
from server.usecases.sign_in import SignIn, sign_in
from server.usecases.take_back import TakeBack, take_back
from server.usecases.take_number import TakeNumber, take_number
from server.usecases.transfer import Transfer, transfer
from tests.engine.branch import Branch, opened
from tests.engine.simulation import Day
from tests.engine.test_a_day import PLAN, QUEUES

pytestmark = pytest.mark.slow

HOUR = 3600.0
AN_HOUR = 350
"""So many customers are somewhat more than these desks can serve."""

DESKS = range(1, len(PLAN.seats) + 1)


class Eventful(Day):
    """A day on which managers and the clock come in between, too."""

    def play(self, customers: int, hours: float) -> None:
        """Let so many come within so many hours, while something else happens every few minutes."""
        steps = (self._lend, self._set_up, self._send, self._send_away, self._be_set)
        for moment, step in zip(range(60, int(hours * HOUR), 40), cycle(steps)):
            self._in(moment, step)
        super().play(customers, hours)

    def _manage(self, use_case: Callable[[Session, Any], Any], command: Any) -> None:
        with suppress(Refusal):
            self._branch.do(use_case, command, manager="ingrid")

    def _lend(self) -> None:
        desk, queue = self._random.choice(DESKS), self._random.choice(QUEUES)
        self._manage(lend_queue, LendQueue(desk=desk, queue=queue))
        if self._chance(0.3):
            back = TakeQueueBack(desk=desk, queue=queue)
            self._in(600, lambda: self._manage(take_queue_back, back))

    def _set_up(self) -> None:
        desk, queues = self._random.choice(DESKS), self._random.sample(QUEUES, 2)
        policy = self._random.choice(list(Policy))
        weights = (1, 2) if policy is Policy.RATIO else ()
        command = SetDesk(
            number=desk, queues=tuple(queues), policy=policy, weights=weights
        )
        self._manage(set_desk, command)

    def _send(self) -> None:
        with self._branch.reading() as view:
            here = view.open_tickets()
        if here:
            id, queue = self._random.choice(here).id, self._random.choice(QUEUES)
            self._manage(transfer, Transfer(ticket=id, queue=queue))
            if self._chance(0.4):
                self._in(3, lambda: self._manage(take_back, TakeBack(ticket=id)))

    def _send_away(self) -> None:
        """Close a desk as it is where its console was revoked."""
        desk = self._random.choice(DESKS)

        def close(session: Session, number: int) -> None:
            found = session.state.desk(number)
            if found.servicer and session.state.room.at_desk(number) is None:
                gone = events.SignedOut(desk=number, servicer=found.servicer)
                session.record(gone)

        self._manage(close, desk)
        back = SignIn(desk=desk, servicer=PLAN.people[desk - 1])
        self._in(230, lambda: self._do(sign_in, back, desk))

    def _be_set(self) -> None:
        """Let the clock be set by some minutes, while no time passes."""
        minutes = self._random.choice([-20, -5, 3, 40])
        before = self._branch.clock.now
        self._branch.clock.jump(minutes=minutes)
        self._starts += self._branch.clock.now - before


def played(branch: Branch, days: int, customers: int, seed: int) -> None:
    """Let some days go by, over whose nights somebody stays signed in; at the end three wait."""
    for day in range(days):
        for desk in DESKS:
            with_whom = SignIn(desk=desk, servicer=PLAN.people[desk - 1])
            branch.do(sign_in, with_whom, desk)
        Eventful(branch, QUEUES, len(PLAN.seats), seed + day).play(
            customers, hours=customers / AN_HOUR
        )
        branch.do(sign_in, SignIn(desk=1, servicer=PLAN.people[0]), 1)
        branch.do(pause, Pause(desk=1, reason="night"), 1)
        branch.clock.turn(23 * HOUR)
        branch.unit(close_day)
    for _ in range(3):
        branch.do(take_number, TakeNumber(queue=QUEUES[0]))


@pytest.fixture
def branch() -> Iterator[Branch]:
    with opened(PLAN, knows_jumps=True) as branch:
        yield branch


def seen(state: BranchState) -> dict[str, object]:
    """Return all that is known of a branch of the past."""
    return {
        "seq": state.seq,
        "days": (state.day, state.stands_for),
        "settings": state.settings,
        "queues": state.all_queues,
        "desks": state.all_desks,
        "people": state.all_servicers,
        "accounts": state.all_accounts,
        "devices": state.devices,
        "here": sorted(state.room.tickets(), key=lambda ticket: ticket.id),
        "lines": {slug: list(state.room.line(slug)) for slug in state.all_queues},
    }


@pytest.mark.parametrize(
    ("tickets", "days", "customers"),
    [(40, 2, 100), pytest.param(1_000, 4, 500, marks=pytest.mark.nightly)],
)
def test_stories_and_past_branches_are_those_of_a_replay_from_the_first_row(
    branch: Branch, tickets: int, days: int, customers: int
) -> None:
    played(branch, days, customers, seed=tickets)
    random, now = Random(7), branch.clock.now
    with branch.reading() as view:
        every = [ticket.id for ticket in view.all_tickets()]
        chosen = [*random.sample(every[:-2], tickets), *every[-2:]]
        moments = {
            view.branch.seq,
            *random.sample(range(view.branch.seq), min(tickets, 300)),
        }
        tellings = {id: Telling(id, view.story) for id in chosen}
        replay = Replay(view)
        for change in replay:
            for telling in tellings.values():
                telling.hear(replay.state, change)
            if change.row.seq in moments:
                then = as_of(view, change.row.seq)
                assert seen(then) == seen(replay.state), change.row
        stories = [story_of(view, id, now) for id in chosen]
        assert stories == [tellings[id].story(now) for id in chosen]
        happened = {type(change.row.event) for change in Replay(view)}
    assert {events.ClockSet, events.QueueLent, events.DeskUndone} < happened
    whys = {each.why for story in stories for each in story.overtakings}
    assert len(whys) > 4, "too little happened on these days"
    assert any(story.shortages for story in stories)
    assert any(story.earlier for story in stories)
