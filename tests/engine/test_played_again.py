"""A scripted day that is played again as it was comes out as it did; with one more desk nobody is worse off on the whole."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from server.domain import events
from server.domain.figures.period import day_of
from server.domain.refusals import NotValid
from server.forecast.day_facts import DayFacts
from server.forecast.day_play import Outcome, really
from server.forecast.what_if import OneMoreDesk, mean_of, play, waits_of
from server.store.session import Session
from server.usecases.analytics import analytics
from server.usecases.close_day import close_day
from server.usecases.finish import finish
from server.usecases.lend_queue import LendQueue, lend_queue
from server.usecases.sign_in import SignIn, sign_in
from server.usecases.sign_out import sign_out
from server.usecases.take_number import TakeNumber, take_number
from server.usecases.undo import undo
from server.usecases.walk_in import WalkIn, walk_in
from server.usecases.what_if import facts_of, last_day, what_if
from tests.engine.branch import MORNING, Branch, opened
from tests.engine.simulation import Day
from tests.engine.test_a_day import PLAN, QUEUES

TARGET = timedelta(minutes=5)
DAY = MORNING.date()
EIGHT = 4 * 3600.0
MORE = OneMoreDesk(queues=("permits",), since_s=EIGHT + 1800, until_s=EIGHT + 5400)

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def branch() -> Iterator[Branch]:
    """A branch after a busy day on which everything happens, at desks with every policy."""
    with opened(PLAN) as branch:
        for desk, person in enumerate(PLAN.people, start=1):
            branch.do(sign_in, SignIn(desk=desk, servicer=person), desk)
        Day(branch, QUEUES, len(PLAN.seats), seed=1).play(450, hours=1.4)
        branch.clock.turn(24 * 3600)
        branch.unit(close_day)
        yield branch


@pytest.fixture(scope="module")
def facts(branch: Branch) -> DayFacts:
    with branch.reading() as view:
        return facts_of(view, DAY)


@pytest.fixture(scope="module")
def as_it_was(facts: DayFacts) -> list[list[Outcome]]:
    return play(facts)


@pytest.mark.parametrize(
    ("queue", "rel", "half"),
    [(None, 0.04, 0.06), *((queue, 0.08, 0.1) for queue in QUEUES)],
)
def test_played_as_it_was_a_day_comes_out_as_it_did(
    facts: DayFacts, as_it_was: list[list[Outcome]], queue: str | None, rel: float, half: float
) -> None:  # fmt: skip
    assert len(facts.customers) > 440
    was = waits_of(really(facts), TARGET, queue)
    found = mean_of([waits_of(each, TARGET, queue) for each in as_it_was])
    assert was.mean_s
    assert was.half_s
    assert was.most_s
    assert was.share_in_time
    assert found.came == was.came
    assert found.called == pytest.approx(was.called, abs=1)
    assert found.left == pytest.approx(was.left, abs=1)
    assert found.mean_s == pytest.approx(was.mean_s, rel=rel)
    assert found.half_s == pytest.approx(was.half_s, rel=half)
    assert found.most_s == pytest.approx(was.most_s, rel=rel)
    assert found.share_in_time == pytest.approx(was.share_in_time, abs=0.03)


def test_a_day_is_played_the_same_whenever_it_is(facts: DayFacts) -> None:
    assert play(facts, times=2) == play(facts, times=2)


def agrees(branch: Branch) -> int:
    """Hold that what if and analytics tell the same of the day; return how many came."""
    with branch.reading() as view:
        told = analytics(view, day_of(DAY), against=None).headline
        target = timedelta(minutes=view.branch.settings.target_minutes)
        was = waits_of(really(facts_of(view, DAY)), target)
    assert told.wait.mean is not None
    assert was.mean_s == pytest.approx(told.wait.mean, abs=0.1)
    assert was.half_s == pytest.approx(told.wait.median, abs=0.5)
    assert was.most_s == pytest.approx(told.wait.p90, abs=0.5)
    assert (was.came, was.called, was.served, was.left) == (told.asked, told.called, told.served, told.left_uncalled)  # fmt: skip
    assert (was.in_time, was.counted) == (told.within.served, told.within.of)
    return told.asked


def test_what_it_really_was_is_what_analytics_say(branch: Branch) -> None:
    assert agrees(branch) > 440


def test_a_walk_in_that_was_undone_is_nobody_and_one_that_was_not_is_somebody() -> None:
    with opened(PLAN) as branch:
        branch.do(sign_in, SignIn(desk=1, servicer="Ana"), 1)
        walks_up = WalkIn(take=TakeNumber(queue=QUEUES[0], role="console"))
        for use_case, command in ((undo, 1), (finish, None)):
            ticket = branch.do(walk_in, walks_up, 1)
            branch.clock.turn(5)
            branch.do(use_case, command or ticket.id, 1)
        branch.clock.turn(24 * 3600)
        branch.unit(close_day)
        assert agrees(branch) == 1


def test_with_one_more_desk_people_wait_less(branch: Branch, facts: DayFacts) -> None:
    with branch.reading() as view:
        assert last_day(view) == DAY
        played = what_if(view, DAY, MORE)
    assert [row.queue for row in played.rows] == [*sorted(QUEUES), None]
    before, after = played.answer.before, played.answer.after
    assert before.mean_s
    assert after.mean_s
    assert after.mean_s < before.mean_s / 2
    assert (after.share_in_time or 0) > (before.share_in_time or 0)
    # The desks that served permits besides are free for others.
    everybody = played.rows[-1]
    assert (everybody.after.mean_s or 0) < (everybody.before.mean_s or 0)
    assert played.queues == ["permits"]


def test_a_desk_that_is_set_up_anew_meanwhile_serves_otherwise_from_then_on() -> None:
    with opened(PLAN) as branch:
        branch.do(sign_in, SignIn(desk=4, servicer="Dina"), 4)
        branch.do(take_number, TakeNumber(queue="parking"))
        branch.clock.turn(600)
        branch.do(lend_queue, LendQueue(desk=4, queue="parking"), manager="ingrid")
        branch.clock.turn(600)
        branch.do(sign_out, 4, 4)
        branch.clock.turn(24 * 3600)
        branch.unit(close_day)
        with branch.reading() as view:
            first, second = facts_of(view, DAY).sittings
    assert first.desk.serves == ("taxes", "permits")
    assert second.desk.serves == ("taxes", "permits", "parking")
    assert (first.until_s, second.until_s) == (EIGHT + 600, EIGHT + 1200)


def test_a_day_that_cannot_be_played_again_says_why(branch: Branch) -> None:
    with branch.reading() as view:
        with pytest.raises(NotValid, match="not over yet"):
            facts_of(view, view.branch.day)
        with pytest.raises(NotValid, match="Nobody came"):
            facts_of(view, DAY - timedelta(days=1))
    branch.do(take_number, TakeNumber(queue=QUEUES[0]))

    def set_clock(session: Session) -> None:
        day = session.state.day
        session.record(events.ClockSet(by=timedelta(minutes=9), day=day, stands_for=day))  # fmt: skip

    branch.unit(set_clock)
    branch.clock.turn(24 * 3600)
    branch.unit(close_day)
    with branch.reading() as view, pytest.raises(NotValid, match="clock was set"):
        facts_of(view, DAY + timedelta(days=1))
