"""How long still: on made-up days that nobody has seen, and moment by moment."""

import csv
from dataclasses import astuple, replace
from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench import estimates
from bench.estimates import Prediction
from server.domain import events
from server.domain.branch import Desk, Policy
from server.forecast.experience import Unfit
from server.forecast.forecaster import Forecaster
from server.forecast.samples import Samples
from server.forecast.scene import AtWork, Busy
from tests.forecast.branch import Branch
from tests.forecast.logs import MONDAY, days

pytestmark = pytest.mark.slow

SOME_DAYS = days(6)
HEAD = "day,queue,priority,asked_s,called_s,finished_s,desk,outcome,queued"


def replayed(visits: list[estimates.Visit]) -> list[Prediction]:
    return list(estimates.Branch().replay(visits))


@pytest.fixture(scope="module")
def predictions() -> list[Prediction]:
    return replayed(SOME_DAYS)


def said(predictions: list[Prediction]) -> list[tuple[object, ...]]:
    return [
        (each.ahead, each.guess and (each.guess.half_s, *each.guess.ranges_s.values()))
        for each in predictions
    ]


class TestOnDaysItHasNotSeen:
    def test_is_nearer_than_who_counts_heads_and_than_the_last_wait(
        self, predictions: list[Prediction]
    ) -> None:
        served = [each for each in predictions if each.visit.served and each.guess]
        waits = np.array([each.visit.wait_s for each in served])
        half = np.array([each.guess.half_s for each in served if each.guess])
        naive = np.array([each.naive_s for each in served])
        last = np.array([each.last_wait_s for each in served])
        off = np.abs(half - waits).mean()
        assert off < 0.75 * np.abs(naive - waits).mean()
        assert off < 0.70 * np.abs(last - waits).mean()

    @pytest.mark.parametrize(("level", "least", "most"), [(0.8, 0.77, 0.83), (0.9, 0.87, 0.93)])  # fmt: skip
    def test_ranges_hold_as_often_as_they_say(
        self,
        predictions: list[Prediction],
        level: float,
        least: float,
        most: float,
    ) -> None:
        held = [
            each.guess.ranges_s[level][0] <= each.visit.wait_s <= each.guess.ranges_s[level][1]
            for each in predictions
            if each.visit.served and each.guess
        ]  # fmt: skip
        assert least <= sum(held) / len(held) <= most

    def test_knows_nothing_of_what_comes_later(
        self, predictions: list[Prediction]
    ) -> None:
        until = MONDAY + timedelta(days=2)
        first = replayed([visit for visit in SOME_DAYS if visit.day <= until])
        assert said(first) == said(predictions[: len(first)])

    def test_says_the_same_whenever_it_is_stopped_and_goes_on_from_what_it_wrote_down(
        self, predictions: list[Prediction]
    ) -> None:
        branch = estimates.Branch()
        first = [visit for visit in SOME_DAYS if visit.day == MONDAY]
        again = []
        for number, each in enumerate(branch.replay(first)):
            if number % 50 == 0:
                branch.forecaster = Forecaster.load(branch.forecaster.dump())
            again.append(each)
        assert said(again) == said(predictions[: len(again)])

    def test_never_says_less_to_who_is_further_behind(self) -> None:
        branch = estimates.Branch()
        unordered = 0
        for _ in branch.replay(days(2)):
            look = branch.latest
            assert look is not None
            for queue in branch.state.queues():
                lines: dict[str | None, list[tuple[float, float]]] = {}
                for ticket in branch.state.room.line_of(queue.slug):
                    if ticket.id in look.tickets:
                        guess = look.guess(ticket.id)
                        lines.setdefault(ticket.priority, []).append(
                            guess.ranges_s[0.8]
                        )
                for line in lines.values():
                    unordered += any(
                        end != tuple(sorted(end)) for end in zip(*line, strict=True)
                    )
        assert unordered == 0

    @pytest.mark.parametrize(
        ("line", "says"),
        [
            ("1999-01-04,PS,0,inf,1,2,A,served,1", "line 2"),
            ("0001-01-01,PS,0,1,1,2,A,served,1", "line 2"),
            ("1999-01-04,P\xe9,0,1,1,2,A,served,1", "utf-8"),
        ],
    )
    def test_a_log_that_is_none_is_refused_in_words(
        self, line: str, says: str, tmp_path: Path
    ) -> None:
        log = tmp_path / "log.csv"
        log.write_text(f"{HEAD}\n{line}\n", encoding="latin-1")
        with pytest.raises(SystemExit, match=says):
            estimates.main([str(log), "--out", str(tmp_path / "out.csv")])

    def test_logs_that_warm_up_may_be_named_one_by_one_or_together(
        self, tmp_path: Path
    ) -> None:
        logs = [tmp_path / f"{number}.csv" for number in range(3)]
        for number, log in enumerate(logs):
            # A byte order mark, as a spreadsheet writes it.
            day = f"1999-01-0{number + 4},PS,0"
            lines = f"{HEAD}\n{day},0,0,20,A,served,0\n{day},10,{40 * number + 20},200,A,served,1\n"
            log.write_text(lines, encoding="utf-8-sig")
        first, second, third = map(str, logs)
        outs = []
        for warm_up in (["--warm-up", first, second], ["--warm-up", first, "--warm-up", second], ["--warm-up", second]):  # fmt: skip
            out = tmp_path / "out.csv"
            estimates.main([third, *warm_up, "--out", str(out)])
            outs.append(out.read_text())
        assert outs[0] == outs[1] != outs[2]

    def test_is_written_as_the_plan_says_a_line_for_each_that_queued(
        self, tmp_path: Path
    ) -> None:
        log, out = tmp_path / "log.csv", tmp_path / "out.csv"
        visits = SOME_DAYS[:300]
        with log.open("w", newline="") as file:
            lines = csv.writer(file)
            lines.writerow(["day", "queue", "priority", "asked_s", "called_s", "finished_s", "desk", "outcome", "queued"])  # fmt: skip
            for visit in visits:
                lines.writerow([visit.day, visit.queue, visit.priority, visit.asked_s, visit.called_s, visit.finished_s,
                                visit.desk, "served" if visit.served else "left", int(visit.queued)])  # fmt: skip
        estimates.main([str(log), "--warm-up", str(log), "--out", str(out)])
        with out.open(newline="") as file:
            rows = list(csv.DictReader(file))
        assert len(rows) == sum(visit.queued for visit in visits)
        assert ",".join(rows[0]) == (
            "day,asked_s,queue,priority,ahead,p50_s,lo80_s,hi80_s,lo90_s,hi90_s,naive_s,last_wait_s"
        )
        for row in rows:
            if row["p50_s"]:
                numbers = [float(row[name]) for name in ("lo90_s", "lo80_s", "p50_s", "hi80_s", "hi90_s")]  # fmt: skip
                assert numbers == sorted(numbers)

    def test_a_log_that_is_none_is_named_with_its_line(self, tmp_path: Path) -> None:
        log = tmp_path / "log.csv"
        log.write_text("day,queue\n2026-11-02,A\n")
        with pytest.raises(SystemExit, match=r"log\.csv, line 2"):
            estimates.main([str(log), "--out", str(tmp_path / "out.csv")])


class TestAtOneMoment:
    def test_says_nothing_where_no_desk_is_open_for_them(self) -> None:
        branch = Branch({1: "a", 2: "b"})
        stranded, other = branch.take("a"), branch.take("b")
        branch.row(events.Paused(desk=1))
        look = branch.look()
        assert stranded not in look.tickets
        assert "a" not in look.newcomers
        assert other in look.tickets
        branch.row(events.SignedOut(desk=2, servicer="S2"))
        assert branch.look().outlook().tickets == {}

    def test_counts_a_break_that_ends_and_not_one_that_is_overdue(self) -> None:
        branch = Branch({1: "a"})
        ticket = branch.take("a")
        until = branch.now + timedelta(minutes=10)
        branch.row(events.Paused(desk=1, until=until))
        assert 500 < branch.half_s(ticket) < 900
        branch.later(601)
        assert ticket not in branch.look().tickets

    def test_does_not_count_on_a_desk_that_calls_nobody(self) -> None:
        branch = Branch({1: "a"})
        ticket = branch.take("a")
        branch.later(299)
        assert ticket in branch.look().tickets
        branch.later(2)
        assert ticket not in branch.look().tickets

    def test_begins_with_what_a_manager_expects(self) -> None:
        short = Branch({1: "a"}, expected_minutes=2)
        long = Branch({1: "a"}, expected_minutes=20)
        for branch in (short, long):
            branch.take("a")
            branch.call(1)
        assert 60 < short.half_s(short.take("a")) < 180
        assert 600 < long.half_s(long.take("a")) < 1800

    def test_learns_how_long_it_takes_here(self) -> None:
        branch = Branch({1: "a"}, expected_minutes=20)
        for _ in range(60):
            branch.take("a")
            branch.look()
            branch.serve(1, 60)
        branch.take("a")
        branch.call(1)
        assert branch.half_s(branch.take("a")) < 120

    def test_a_desk_that_is_slow_is_waited_for_longer(self) -> None:
        branch = Branch({1: "a", 2: "b"})
        for _ in range(40):
            for desk, queue, seconds in ((1, "a", 100), (2, "b", 100)):
                branch.take(queue)
                branch.serve(desk, seconds)
        for _ in range(30):
            branch.take("a")
            branch.serve(1, 300)
        assert branch.forecaster.experience.pace.slowness(1) > 1.3 * branch.forecaster.experience.pace.slowness(2)  # fmt: skip

    @pytest.mark.parametrize(
        ("policy", "first"), [(Policy.OLDEST, "b"), (Policy.STRICT, "a")]
    )
    def test_foresees_the_order_in_which_the_desks_really_call(
        self, policy: Policy, first: str
    ) -> None:
        branch = Branch({1: "ab"}, policy=policy)
        branch.take("a")
        branch.call(1)
        tickets = {"b": branch.take("b")}
        branch.later(1)
        tickets["a"] = branch.take("a")
        half = {slug: branch.half_s(ticket) for slug, ticket in tickets.items()}
        assert min(half, key=lambda slug: half[slug]) == first

    def test_a_ticket_for_one_desk_waits_for_that_desk(self) -> None:
        branch = Branch({1: "a", 2: "a", 3: "a"})
        for desk in (1, 2, 3):
            branch.take("a")
            branch.call(desk)
        branch.later(200)
        for desk in (1, 2):
            branch.finish(desk)
        branch.row(events.Paused(desk=2))
        mine, anybody = branch.take("a"), branch.take("a")
        ticket = branch.state.room.ticket(mine)
        assert ticket is not None
        sent = events.Transferred(queue="a", position=ticket.position, desk=3)
        branch.row(sent, mine)
        assert branch.half_s(mine) > branch.half_s(anybody)

    def test_who_is_called_for_the_second_time_teaches_nothing(self) -> None:
        branch = Branch({1: "a"})
        ticket = branch.take("a")
        branch.look()
        branch.later(100)
        branch.call(1)
        branch.row(events.Held(), ticket)
        branch.row(events.Resumed(), ticket)
        assert branch.forecaster.experience.door.learned == 1
        branch.look()
        branch.later(5_000)
        branch.serve(1, 10)
        assert branch.forecaster.experience.door.learned == 1

    def test_a_call_that_is_undone_teaches_nothing(self) -> None:
        branch = Branch({1: "a"})
        ticket = branch.take("a")
        branch.look()
        before = branch.state.room.ticket(ticket)
        assert before is not None
        branch.call(1)
        branch.row(events.Undone(restored=before), ticket)
        assert branch.forecaster.experience.door.learned == 0
        branch.later(400)
        branch.serve(1, 10)
        assert branch.forecaster.experience.door.learned == 1

    def test_a_test_number_teaches_nothing_and_is_foreseen(self) -> None:
        branch = Branch({1: "a"})
        ticket = branch.take("a", test=True)
        assert ticket in branch.look().tickets
        branch.later(3000)
        branch.serve(1, 3000)
        assert branch.forecaster.experience.door.learned == 0

    def test_a_clock_that_is_set_changes_no_wait(self) -> None:
        there, here = Branch({1: "a"}), Branch({1: "a"})
        for branch in (there, here):
            branch.take("a")
            branch.call(1)
            branch.later(100)
        ticket = here.take("a")
        assert ticket == there.take("a")
        wait = here.half_s(ticket)
        by = timedelta(hours=5)
        there.now += by
        day = there.state.day
        there.row(events.ClockSet(by=by, day=day, stands_for=day))
        for id in (ticket - 2, ticket):
            one = there.state.room.ticket(id)
            if one is not None:
                there.row(
                    events.TicketCorrected(by=by, day=day, position=one.position), id
                )
        assert there.half_s(ticket) == pytest.approx(wait, abs=1)

    def test_a_desk_that_gave_a_queue_back_lets_nobody_of_it_wait(self) -> None:
        branch = Branch({1: "a", 2: "b"})
        branch.take("b")
        branch.row(events.QueueLent(desk=1, queues=("b",)))
        branch.later(20)
        branch.row(events.QueueLent(desk=1, queues=()))
        branch.later(600)
        branch.take("a")
        branch.later(5)
        branch.call(1)
        assert branch.forecaster.experience.pace.gaps.values[-1] == 5

    def test_what_is_no_number_is_told_to_nobody(self) -> None:
        branch = Branch({1: "a"})
        branch.take("a")
        branch.forecaster.experience.pace.gaps = Samples([float("nan")], 600)
        with pytest.raises(ArithmeticError):
            branch.look()

    def test_what_was_written_down_by_another_version_is_not_read(self) -> None:
        with pytest.raises(Unfit):
            Forecaster.load(b'{"version": 0}')
        with pytest.raises(Unfit):
            Forecaster.load(b"nothing of the kind")


class TestWhoeverComesBeforeTheNextLook:
    @pytest.mark.parametrize(
        "desks", [{1: "a"}, {1: "a", 2: "ab"}, {1: "ab", 2: "ab", 3: "b"}]
    )
    @pytest.mark.parametrize("waiting", [0, 1, 6])
    def test_is_promised_about_what_the_look_will_say(
        self, desks: dict[int, str], waiting: int
    ) -> None:
        branch = Branch(desks)
        for _ in range(waiting):
            branch.take("a")
        outlook = replace(branch.look().outlook(), waiting=branch.state.waiting())
        said, true = [], []
        for ahead in range(waiting, waiting + 8):
            promised = outlook.of_newcomer("a", ahead)
            assert promised is not None
            said.append(astuple(promised))
            true.append(astuple(branch.look().outlook().newcomers["a"]))
            branch.take("a")
        off = np.abs(np.subtract(said, true)).sum(axis=0) / np.sum(true, axis=0)
        assert off[1] < 0.15
        # Where the ends are is known less well than the middle.
        assert max(off) < 0.35


class TestACrowd:
    @pytest.mark.parametrize("policy", Policy)
    def test_everybody_in_it_is_told_how_long_the_longer_the_further_behind(
        self, policy: Policy
    ) -> None:
        branch = Branch({1: "a", 2: "ab", 3: "b"}, policy=policy)
        for number in range(1_500):
            branch.take("ab"[number % 3 == 0], "p" if number % 50 == 49 else None)
            branch.later(0.1)
        outlook = branch.look().outlook()
        for queue in branch.state.queues():
            line = branch.state.room.line_of(queue.slug)
            told = [outlook.tickets[ticket.id] for ticket in line]
            told.append(outlook.newcomers[queue.slug])
            for ends in zip(*map(astuple, told), strict=True):
                assert ends == tuple(sorted(ends))
            # As much longer as there are more before them, whoever calls whom.
            fifth = told[len(told) // 5].mid_s
            assert 2.5 * fifth < told[-1].mid_s < 6 * fifth

    def test_what_was_promised_at_its_end_is_learned_from_when_it_comes_near(
        self,
    ) -> None:
        branch = Branch({1: "a"})
        for _ in range(600):
            last = branch.take("a")
        branch.look()
        assert last not in branch.forecaster.experience.thoughts
        for _ in range(150):
            branch.serve(1, 60)
        branch.look()
        assert last in branch.forecaster.experience.thoughts


class TestWhateverHappens:
    @given(data=st.data())
    def test_numbers_are_numbers_and_in_order(self, data: st.DataObject) -> None:
        branch = Branch({1: "a", 2: "ab", 3: "b"}, policy=data.draw(st.sampled_from(Policy)))  # fmt: skip
        for _ in range(data.draw(st.integers(1, 40))):
            _something(branch, data)
        look = branch.look()
        assert np.isfinite(look.seconds).all()
        assert (look.seconds >= 0).all()
        for number in (1, 3):
            assert (look.seconds[:, number] <= look.seconds[:, 0]).all()
            assert (look.seconds[:, 0] <= look.seconds[:, number + 1]).all()

    @given(data=st.data())
    def test_one_more_desk_never_makes_anybody_wait_longer(
        self, data: st.DataObject
    ) -> None:
        branch = Branch({1: "a", 2: "ab", 3: "b"})
        for _ in range(data.draw(st.integers(1, 40))):
            _something(branch, data)
        without = branch.forecaster.with_one_more(branch.state, branch.now, [])
        desk = Desk(number=9, queues=tuple(data.draw(st.sampled_from(["a", "b", "ab"]))))  # fmt: skip
        helped = branch.forecaster.with_one_more(
            branch.state, branch.now, [AtWork(desk, Busy.FREE)]
        )
        for id in without.tickets:
            before, after = without.guess(id), helped.guess(id)
            assert after.half_s <= before.half_s
        for slug, promise in without.outlook().newcomers.items():
            assert helped.outlook().newcomers[slug].mid_s <= promise.mid_s

    @given(data=st.data())
    def test_nor_does_one_that_really_opens_whatever_was_learned(
        self, data: st.DataObject
    ) -> None:
        branch = Branch({1: "a", 2: "a", 3: "a"})
        for _ in range(data.draw(st.integers(20, 60))):
            _something(branch, data)
        branch.row(events.SignedOut(desk=3, servicer="S3"))
        branch.look()  # The first look at a ticket is corrected by what was learned at the door, all others alike.
        before = branch.look()
        branch.row(events.SignedIn(desk=3, servicer="S3", device=1))
        after = branch.look()
        for id in before.tickets:
            there, here = before.guess(id), after.guess(id)
            assert here.half_s <= there.half_s


def _something(branch: Branch, data: st.DataObject) -> None:
    """Have something happen that may."""
    letters = st.sampled_from(sorted(branch.state.all_queues))
    branch.later(data.draw(st.integers(0, 120)))
    desk = data.draw(st.integers(1, 3))
    match data.draw(st.sampled_from(["take", "take", "work", "look", "leave"])):
        case "take":
            branch.take(data.draw(letters), data.draw(st.sampled_from([None, None, "p"])))  # fmt: skip
        case "work":
            if branch.state.room.at_desk(desk) is not None:
                branch.finish(desk)
            branch.call(desk)
        case "look":
            branch.look()
        case "leave":
            waiting = branch.state.room.line_of(data.draw(letters))
            if waiting:
                branch.row(events.Left(), waiting[0].id)
