"""A day that is played again on a page, and by the command."""

import re
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
        called = maria.call_next()
        branch.clock.forward(minutes=10)
        maria.move(called, "finish")
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
    assert "With one more desk for Parking permits from 09:00 to 09:30, half of those who came for it would have waited under 5 min instead of 15, 9 in 10 under 10 min instead of 27." in said  # fmt: skip
    assert "Monday, 23 November 2026 · Played again just as it was, the whole day comes to 15 and 27 min, 50 of 100 in time and served; really it was 15 and 27 min, 50 of 100." in said  # fmt: skip
    assert "All together 4 15 then 5 min 27 then 10 min 50 then 100 0 0" in said
    code, told = typed(branch_after_a_day, "what-if", "--desk", "parking", "--from", "9:00", "--to", "9:30")  # fmt: skip
    assert code == 0, told
    assert "half of those for Parking permits would have waited under 5 min instead of 15, 9 in 10 under 10 min instead of 27." in told  # fmt: skip
    assert "15 → 5" in told
    assert "50 → 100" in told


def test_the_page_s_table_is_the_command_s(
    branch_after_a_day: BranchInTime, manager: Manager
) -> None:
    answer = manager.get(f"{MORE}&format=csv")
    assert answer.content_type == "text/csv; charset=utf-8"
    rows = answer.text.splitlines()
    assert rows[0] == "day,queue,played,came,called,served,left,unserved,mean_s,half_s,most_s,in_time,counted"  # fmt: skip
    assert rows[3] == "2026-11-23,parking,with the change,4,4,4,0,0,300,300,600,4,4"
    assert [row.split(",")[1:3] for row in rows[-3:]] == [["all", how] for how in ("really", "as it was", "with the change")]  # fmt: skip
    code, told = typed(branch_after_a_day, "what-if", "--desk", "parking", "--from", "9:00", "--to", "9:30", "--csv")  # fmt: skip
    assert (code, told.splitlines()) == (0, rows)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (
            "change=policy&policy=strict",
            "With the queues in their order at every desk, waits for Parking permits would have been much the same: half under 15 min",
        ),
        (
            "change=policy&policy=oldest&desk=3",
            "With the longest wait first at desk 3, waits for",
        ),
        (
            "change=queues&at=3&serves=passports",
            "With Passports at desk 3, nobody would have been served for Parking permits.",
        ),
        ("", "What would have helped on Monday, 23 November 2026?"),
        (
            "change=more&queue=parking&from=0:00&to=24:00",
            "With one more desk for Parking permits from 04:00 to 00:00, half",
        ),
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
        ("change=more&queue=parking&from=10&to=9", "It has to end after it begins, within the business day from 04:00 to 04:00."),
        ("change=more&queue=parking&queue=parken&from=9&to=10", "There is no queue “parken”."),
        ("change=policy&policy=fast", "Choose one of these."),
        ("change=everything", "Choose one of these."),
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


def test_hours_are_proposed_in_which_people_came(manager: Manager) -> None:
    page = manager.get(PAGE).text
    for name, at in (("from", "09:00"), ("to", "09:35")):
        field = re.search(rf'<input[^>]*name="{name}"[^>]*>', page)
        assert field
        assert f'value="{at}"' in field[0]


def test_what_the_command_cannot_play_it_says(branch_after_a_day: BranchInTime) -> None:
    for asked, said in (
        (["--desk", "parking", "--from", "22:00", "--to", "05:00"], "It has to end after it begins, within the business day"),
        (["--desk", "parking", "--from", "25:00", "--to", "05:00"], "“25:00” is not a time like 10:42."),
        (["--desk", "parken", "--from", "9:00", "--to", "10:00"], "There is no queue “parken”."),
        (["--policy", "bogus"], "“bogus” is no policy."),
    ):  # fmt: skip
        code, told = typed(branch_after_a_day, "what-if", *asked)
        assert (code in (1, 2), said in told) == (True, True), told
    code, told = typed(branch_after_a_day, "what-if", "--desk", "parking", "--from", "0:00", "--to", "24:00")  # fmt: skip
    assert (code, "from 04:00 to 00:00" in told) == (0, True), told


def test_where_really_nobody_was_called_it_is_said(branch: BranchInTime) -> None:
    maria = branch.console()
    maria.take()
    branch.clock.forward(minutes=10)
    maria.post("/desks/3/sign-out")
    branch.clock.now += timedelta(days=1)
    branch.look_after()
    page = words_of(Manager(branch).get(f"{PAGE}?change=policy&policy=strict").text)
    assert "waits for Parking permits would have been much the same: half under 1 min, 9 in 10 under 1 min. Really nobody of them was called." in page  # fmt: skip
    assert "Really nobody was served on that day." in page
    assert "Parking permits 1 1 min 1 min 100 0 0" in page


def test_a_change_that_is_none_changes_nothing_though_really_nobody_was_called_for_a_queue(
    branch: BranchInTime,
) -> None:
    maria = branch.console()
    maria.take()
    for _ in range(2):
        maria.take("passports")
    branch.clock.forward(minutes=5)
    maria.move(maria.call_next(), "finish")
    branch.clock.forward(minutes=60)
    maria.post("/desks/3/sign-out")
    branch.clock.now += timedelta(days=1)
    branch.look_after()
    page = words_of(Manager(branch).get(f"{PAGE}?change=policy&policy=oldest").text)
    assert (
        " then " not in page.partition("Passports 2 ")[2].partition("All together")[0]
    )
    assert "Really nobody was called for Passports." in page
    code, told = typed(branch, "what-if", "--policy", "oldest")
    assert (code, "→" in told) == (0, False), told
    assert "Really nobody was called for Passports." in told
    _, told = typed(branch, "what-if", "--policy", "oldest", "--csv")
    figures = {
        (queue, how): [float(each) for each in row[:5]]
        for _, queue, how, *row in (line.split(",") for line in told.splitlines()[1:])
    }
    before, after = "as it was", "with the change"
    for queue in ("parking", "passports", "all"):
        assert figures[queue, before] == figures[queue, after]
    rows = zip(figures["parking", before], figures["passports", before], strict=True)
    assert [sum(row) for row in rows] == figures["all", before]


def test_before_a_day_is_over_there_is_nothing_to_play(branch: BranchInTime) -> None:
    page = Manager(branch).get(MORE).text
    assert page.count("After one full day you can play it again here.</") == 1
    code, said = typed(branch, "what-if", "--policy", "strict")
    assert (code, "No day is over yet." in said) == (1, True)
