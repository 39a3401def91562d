"""A day that is played again on a page, and by the command."""

from datetime import timedelta

import pytest

from tests.server.in_time import BranchInTime
from tests.server.managers import Manager
from tests.server.test_journal import typed
from tests.server.test_live_page import words_of

PAGE = "/analytics/what-if"
MORE = f"{PAGE}?change=more&queue=parking&from=9&to=0930"


@pytest.fixture
def branch_after_a_day(branch: BranchInTime) -> BranchInTime:
    """Four came for parking permits at nine, and one desk served each for ten minutes."""
    maria = branch.console()
    for _ in range(4):
        maria.take()
    for _ in range(4):
        maria.call_next(finish=True)
        branch.clock.forward(minutes=10)
    maria.post("/desks/3/sign-out")
    branch.clock.now += timedelta(days=1)
    branch.look_after()
    return branch


@pytest.fixture
def manager(branch_after_a_day: BranchInTime) -> Manager:
    """Somebody who only looks."""
    return Manager(branch_after_a_day, "viewer")


def test_one_more_desk_would_have_helped(
    branch_after_a_day: BranchInTime, manager: Manager
) -> None:
    page = manager.get(MORE)
    assert page.status_code == 200
    said = words_of(page.text)
    assert "With one more desk for Parking permits from 09:00 to 09:30, half would have waited under 5 min instead of 15, 9 in 10 under 10 min instead of 27." in said  # fmt: skip
    assert "Monday, 23 November 2026 · Played again just as it was, the day comes to 15 and 27 min; really it was 15 and 27." in said  # fmt: skip
    assert "All together 4 15 then 5 min 27 then 10 min 50 then 100 0" in said
    code, told = typed(branch_after_a_day, "what-if", "--desk", "parking", "--from", "9:00", "--to", "9:30")  # fmt: skip
    assert code == 0, told
    assert "half would have waited under 5 min instead of 15, 9 in 10 under 10 min instead of 27." in told  # fmt: skip
    assert "15 → 5" in told
    assert "50 → 100" in told


def test_the_page_s_table_is_the_command_s(
    branch_after_a_day: BranchInTime, manager: Manager
) -> None:
    answer = manager.get(f"{MORE}&format=csv")
    assert answer.content_type == "text/csv; charset=utf-8"
    rows = answer.text.splitlines()
    assert rows[0] == "day,queue,played,came,called,left,mean_s,half_s,most_s,in_time,counted"  # fmt: skip
    assert rows[3] == "2026-11-23,parking,with the change,4,4,0,300,300,600,4,4"
    assert [row.split(",")[1:3] for row in rows[-3:]] == [["all", how] for how in ("really", "as it was", "with the change")]  # fmt: skip
    code, told = typed(branch_after_a_day, "what-if", "--desk", "parking", "--from", "9:00", "--to", "9:30", "--csv")  # fmt: skip
    assert (code, told.splitlines()) == (0, rows)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (
            "change=policy&policy=strict",
            "With the queues in their order at every desk, waits would have been much the same: half under 15 min",
        ),
        (
            "change=policy&policy=oldest&desk=3",
            "With the longest wait first at desk 3, waits would",
        ),
        (
            "change=queues&at=3&serves=passports",
            "With Passports at desk 3, nobody would have been called.",
        ),
        ("", "What would have helped on Monday, 23 November 2026?"),
        ("change=policy&policy=fast", "What would have helped on"),
    ],
)
def test_other_changes_are_played(manager: Manager, asked: str, said: str) -> None:
    page = manager.get(f"{PAGE}?{asked}")
    assert page.status_code == 200
    assert said in words_of(page.text)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("change=more&from=9&to=10", "Choose a queue."),
        ("change=more&queue=parking&from=early&to=10", "“early” is no time such as 9:00."),
        ("change=more&queue=parking&from=10&to=9", "It has to end after it begins."),
        ("change=queues&at=9&serves=parking", "Nobody sat at desk 9 on that day."),
        ("day=2026-11-24&change=policy&policy=strict", "That day is not over yet."),
        ("day=2026-11-02&change=policy&policy=strict", "Nobody came on that day."),
        ("day=monday&change=policy&policy=strict", "“monday” is no day."),
    ],
)  # fmt: skip
def test_what_cannot_be_played_is_said_at_its_field(
    manager: Manager, asked: str, said: str
) -> None:
    page = manager.get(f"{PAGE}?{asked}")
    assert page.status_code == 422
    assert words_of(page.text).count(said) >= 2, words_of(page.text)


def test_before_a_day_is_over_there_is_nothing_to_play(branch: BranchInTime) -> None:
    page = words_of(Manager(branch).get(MORE).text)
    assert "After one full day you can play it again here." in page
    code, said = typed(branch, "what-if", "--policy", "strict")
    assert (code, "No day is over yet." in said) == (1, True)
