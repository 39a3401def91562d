"""Analytics and the day's report say the same of the same day, and what was kept of a day stays right."""

import csv
from datetime import date, timedelta
from io import StringIO
from time import monotonic

import pytest

from server.domain.figures.answer import Analytics
from server.domain.figures.kept import VERSION
from server.domain.figures.period import day_of, week_of
from server.domain.refusals import UnknownQueue
from server.serve.housekeeping import count_days
from server.store.store import MAIN_BRANCH
from server.usecases.analytics import analytics
from server.usecases.setup import CloseDay, SetBranch, SetDesk
from server.web.figures import keep_days
from tests.database import opened
from tests.server.in_time import BranchInTime, Device
from tests.server.managers import Manager

pytestmark = pytest.mark.slow

FOUNDERS = [
    (31.0, 95.4), (64.2, 120.0), (12.5, 240.3), (150.0, 310.9), (88.8, 61.2), (301.4, 182.0), (45.1, 205.5), (230.7, 77.7),
    (9.9, 151.3), (170.2, 402.6), (120.0, 99.0), (77.3, 263.8), (199.9, 140.1), (56.6, 188.2), (260.5, 233.0), (18.4, 170.9), (204.5, 159.9),
]  # fmt: skip
"""Waits and services in seconds of the 17 who were served on the day of the first real use: on average 120.1, 182.5, 302.5."""


def play(branch: BranchInTime, customers: list[tuple[float, float]]) -> Device:
    """Serve these customers one after another at desk 3, each after a wait; return its console."""
    desk = branch.console()
    for waited, served in customers:
        ticket = desk.take()
        branch.clock.forward(seconds=waited)
        desk.call_next()
        branch.clock.forward(seconds=served)
        desk.move(ticket, "finish")
    return desk


def told(
    branch: BranchInTime, day: date | None = None, queue: str | None = None
) -> Analytics:
    with branch.store.reading(MAIN_BRANCH) as view:
        return analytics(view, day_of(day or branch.clock().date()), queue=queue)


def close(branch: BranchInTime) -> date:
    """Let the day end by time and be kept; return it."""
    day = branch.clock().date()
    branch.clock.forward(days=1)
    branch.look_after()
    keep(branch, day)
    return day


def keep(branch: BranchInTime, day: date) -> None:
    keep_days(branch.store, MAIN_BRANCH, day, day)


def kept(branch: BranchInTime) -> list[tuple[str, int]]:
    with opened(branch.directory / "queue.db") as database:
        return database.execute(
            "SELECT day, version FROM day_figures ORDER BY day"
        ).fetchall()


def test_the_founders_own_day(branch: BranchInTime) -> None:
    play(branch, FOUNDERS)
    head = told(branch).headline
    assert head.served == 17
    means = head.wait.mean, head.service.mean, head.total.mean
    assert [round(mean or 0, 1) for mean in means] == [120.1, 182.5, 302.5]
    assert head.between_s == 0
    report = branch.device("manager").get("/reports/day").json
    assert [report["all"][each]["mean_s"] for each in ("wait", "service", "total")] == [
        *means
    ]


def a_day_of_everything(branch: BranchInTime) -> None:
    """Customers who come late to the desk, are sent on, put on hold, do not come, leave, are a mistake, or a test."""
    desk = play(branch, FOUNDERS[:5])
    late = desk.take()
    branch.clock.forward(seconds=400)
    desk.call_next()
    branch.clock.forward(seconds=50)
    desk.move(late, "start")
    branch.clock.forward(seconds=100)
    desk.move(late, "transfer", {"queue": "passports"})
    branch.clock.forward(seconds=70)
    desk.call_next()
    branch.clock.forward(seconds=30)
    desk.move(late, "hold")
    branch.clock.forward(seconds=500)
    desk.move(late, "resume")
    desk.call_next()
    branch.clock.forward(seconds=60)
    desk.move(late, "finish")
    desk.take()
    desk.move(desk.call_next(), "no-show")
    desk.customer(desk.take("passports"), "leave")
    branch.clock.forward(seconds=60)
    assert desk.post("/tickets", {"queue": "parking", "call": True}).status_code == 201
    assert desk.post("/desks/3/undo").status_code == 200


@pytest.mark.parametrize("is_closed", [False, True])
def test_chart_and_report_say_the_same(branch: BranchInTime, is_closed: bool) -> None:
    a_day_of_everything(branch)
    day = close(branch) if is_closed else branch.clock().date()
    found = told(branch, day)
    manager = branch.device("manager")
    report = manager.get(f"/reports/day?date={day}").json
    head = found.headline
    assert report["taken"] == head.asked == 8
    for name in ("served", "missed", "left", "expired", "here"):
        assert report[name] == getattr(head, name)
    assert report["service_level"] == head.within.share
    assert report["service_level_of"] == head.within.of
    rows = {"all": (head.wait, head.service, head.total)}
    rows |= {each.queue: (each.wait, each.service, each.total) for each in found.queues}
    for row in (report["all"], *report["queues"]):
        for name, spread in zip(
            ("wait", "service", "total"), rows[row["name"]], strict=True
        ):
            assert row[name] == {
                "mean_s": spread.mean,
                "median_s": spread.median,
                "p90_s": spread.p90,
            }
    hours = [each for each in found.hours if each.people]
    for row, hour in zip(report["hours"], hours, strict=True):
        assert int(row["name"]) == hour.hour
        assert row["wait"]["median_s"] == hour.wait.median
        assert row["wait"]["mean_s"] == hour.wait.mean
    for per, told_of in (("desks", found.desks), ("servicers", found.people)):
        (row,), (each,) = report[per], told_of
        assert (row["name"], row["count"]) == (each.name, each.served)
        assert row["wait"]["mean_s"] == each.wait_s
        assert row["total"]["mean_s"] == each.total_s
    sheet = csv.DictReader(
        StringIO(manager.get(f"/reports/day?date={day}&format=csv").text)
    )
    assert float(next(iter(sheet))["wait_p90_s"]) == round(head.wait.p90 or 0, 3)
    assert found.not_adding_up == ()


def test_a_wait_ends_with_the_first_call_and_the_rest_is_between(
    branch: BranchInTime,
) -> None:
    a_day_of_everything(branch)
    (passports,) = (each for each in told(branch).queues if each.queue == "passports")
    assert (passports.served, passports.wait.mean) == (1, 400)
    assert passports.service.mean == 100 + 30 + 60
    assert passports.total.mean == 400 + 50 + 100 + 70 + 30 + 500 + 60


def test_a_desk_is_free_while_those_wait_whom_it_may_not_call_yet(
    branch: BranchInTime,
) -> None:
    branch.do(SetDesk(number=3, queues=("parking",)))
    close(branch)
    desk = branch.console()
    picked, lent = desk.take("passports"), desk.take("passports")
    branch.clock.forward(seconds=300)
    assert desk.move(picked, "call").status_code == 200
    branch.clock.forward(seconds=60)
    desk.move(picked, "finish")
    branch.clock.forward(seconds=200)
    assert desk.post("/desks/3/lend", {"queue": "passports"}).status_code == 200
    branch.clock.forward(seconds=10)
    assert desk.call_next()["id"] == lent["id"]
    branch.clock.forward(seconds=90)
    desk.move(lent, "finish")
    (row,) = told(branch).desks
    assert (row.serving_s, row.free_s) == (60 + 10 + 90, 300 + 200)


def test_a_queue_that_never_was_has_no_figures(branch: BranchInTime) -> None:
    with pytest.raises(UnknownQueue):
        told(branch, queue="nowhere")
    assert told(branch, queue="parking").headline.asked == 0


def test_a_week_that_goes_on_is_compared_with_as_much_of_the_last(
    branch: BranchInTime,
) -> None:
    """Monday of two weeks; on the second one, the first alone is what it is compared with."""
    play(branch, FOUNDERS[:3])
    close(branch)
    play(branch, FOUNDERS[3:5])
    branch.clock.forward(days=6)
    branch.look_after()
    play(branch, FOUNDERS[5:6])
    with branch.store.reading(MAIN_BRANCH) as view:
        found = analytics(view, week_of(branch.clock().date()))
    assert found.is_running
    assert found.period.days == 1
    assert found.headline.asked == 1
    assert found.headline_before is not None
    assert found.headline_before.asked == 3
    assert (found.full_days, found.first_day) == (0, date(2026, 11, 23))


# --- what is kept -----------------------------------------------------------------------------------


def test_a_closed_day_is_kept_and_the_open_one_never(branch: BranchInTime) -> None:
    a_day_of_everything(branch)
    keep(branch, branch.clock().date())
    assert kept(branch) == []
    before = told(branch)
    day = close(branch)
    after = told(branch, day)
    assert kept(branch) == [(str(day), VERSION)]
    assert after.headline.wait == before.headline.wait
    assert (after.full_days, after.is_running) == (1, False)


def test_the_server_counts_days_by_itself_when_they_have_closed(
    branch: BranchInTime,
) -> None:
    counted: dict[int, date] = {}
    for days in (1, 2):
        play(branch, FOUNDERS[:1])
        branch.clock.forward(days=1)
        branch.look_after()
        count_days(branch.store, MAIN_BRANCH, counted)
        assert len(kept(branch)) == days
    assert counted == {MAIN_BRANCH: branch.clock().date()}


def test_many_days_are_counted_apart_and_a_damaged_one_is_left_for_later(
    branch: BranchInTime,
) -> None:
    first = branch.clock().date()
    days = [first + timedelta(days=n) for n in range(5)]
    for n in range(5):
        play(branch, FOUNDERS[n : n + 3])
        branch.clock.forward(days=1)
        branch.look_after()
    alive = [told(branch, day).headline for day in days]
    spoilt(branch, f"UPDATE ticket SET served = 1 WHERE day = '{days[2]}' AND label = 'A002'")  # fmt: skip
    assert keep_days(branch.store, MAIN_BRANCH, first, branch.clock().date()) == 5
    sound = [each for each in range(5) if each != 2]
    assert kept(branch) == [(str(days[n]), VERSION) for n in sound]
    assert [told(branch, days[n]).headline for n in sound] == [alive[n] for n in sound]


def spoilt(branch: BranchInTime, statement: str) -> None:
    with opened(branch.directory / "queue.db") as database:
        database.execute(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE day_figures SET body = x'00'",
        "UPDATE day_figures SET version = version - 1, body = x'00'",
        "DELETE FROM day_figures",
    ],
)
def test_what_is_kept_may_be_spoilt_and_is_counted_anew(
    branch: BranchInTime, statement: str
) -> None:
    a_day_of_everything(branch)
    day = close(branch)
    before = told(branch, day)
    spoilt(branch, statement)
    assert told(branch, day) == before
    keep(branch, day)
    if "version" in statement or "DELETE" in statement:
        assert kept(branch) == [(str(day), VERSION)]
    assert told(branch, day) == before


def test_what_a_day_amounted_to_stays_when_its_tickets_go(branch: BranchInTime) -> None:
    a_day_of_everything(branch)
    day = close(branch)
    before = told(branch, day).headline
    spoilt(branch, "DELETE FROM ticket")
    # An arithmetic that came later cannot count them any more.
    spoilt(branch, "UPDATE day_figures SET version = 0")
    keep(branch, day)
    assert kept(branch) == [(str(day), VERSION)]
    assert told(branch, day).headline == before


def test_a_day_that_is_open_again_is_counted_again(branch: BranchInTime) -> None:
    """A clock that was a day ahead is set right: the day that was kept goes on."""
    play(branch, FOUNDERS[:2])
    monday = branch.clock().date()
    branch.clock.jump(days=1)
    branch.look_after()
    branch.do(CloseDay())
    tuesday = monday + timedelta(days=1)
    keep(branch, tuesday)

    branch.clock.jump(days=-1)
    branch.look_after()
    play(branch, FOUNDERS[:1])
    branch.clock.forward(days=3)
    branch.look_after()
    with branch.store.reading(MAIN_BRANCH) as view:
        days = [ticket.day for ticket in view.all_tickets()]
    assert len(days) == 3
    for day in set(days):
        keep(branch, day)
        assert told(branch, day).headline.asked == days.count(day)


def test_a_day_that_a_clock_leads_back_to_is_counted_again(
    branch: BranchInTime,
) -> None:
    """Monday is kept; on what seemed to be Tuesday the clock is set right, and Monday goes on with who is here."""
    play(branch, FOUNDERS[:1])
    monday = close(branch)
    branch.console().take("passports")
    branch.clock.jump(days=-1)
    branch.look_after()
    assert told(branch, monday).headline.here == 1
    branch.clock.forward(days=1)
    branch.look_after()
    keep(branch, monday)
    assert told(branch, monday).headline.asked == 2


def test_a_day_whose_rows_are_damaged_is_left_out_and_named(
    branch: BranchInTime,
) -> None:
    play(branch, FOUNDERS[:2])
    branch.clock.forward(days=1)
    branch.look_after()
    play(branch, FOUNDERS[:1])
    monday = branch.clock().date() - timedelta(days=1)
    spoilt(
        branch, "UPDATE ticket SET waited = 1 WHERE label = 'A001' AND called_seq < 15"
    )

    with branch.store.reading(MAIN_BRANCH) as view:
        found = analytics(view, week_of(monday))
    assert found.unreadable == (monday,)
    assert found.headline.asked == 1


def test_a_row_of_long_ago_that_is_damaged_takes_no_day_away(
    branch: BranchInTime,
) -> None:
    branch.do(SetDesk(number=3, queues=("parking",)))
    close(branch)
    play(branch, FOUNDERS[:1])
    spoilt(branch, "UPDATE journal SET body = '{}' WHERE kind = 'desk_configured'")
    found = told(branch)
    assert (found.unreadable, found.headline.asked) == ((), 1)


def test_the_hours_are_the_branchs_own_also_when_its_zone_is_put_right_later(
    branch: BranchInTime,
) -> None:
    play(branch, FOUNDERS[:2])
    day = close(branch)
    assert [each.hour for each in told(branch, day).hours] == [9]
    branch.do(SetBranch(settings={"time_zone": "America/Sao_Paulo"}))
    keep(branch, day)
    assert [each.hour for each in told(branch, day).hours] == [6]
    report = branch.device("manager").get(f"/reports/day?date={day}").json
    assert [row["name"] for row in report["hours"]] == ["06"]


def test_a_page_that_finds_many_days_uncounted_says_so_at_once_and_has_them_counted(
    branch: BranchInTime,
) -> None:
    first = branch.clock().date()
    for _ in range(5):
        branch.console().take()
        branch.clock.now += timedelta(days=1)
        branch.look_after()
    manager, today = Manager(branch), branch.clock().date()
    period = f"/analytics?by=range&from={first}&to={today}&against=none"
    told = manager.get(period)
    assert told.status_code == 200
    assert "5 days are still being counted and left out here" in told.text
    assert "still being counted." in told.text
    wanted = manager.get(f"{period}&format=csv")
    assert (wanted.status_code, wanted.headers["Retry-After"]) == (503, "30")
    assert kept(branch) == []
    told_of_plan = manager.get("/analytics/plan").text
    assert "days are still being counted" in told_of_plan
    end = monotonic() + 60
    while "being counted" in told.text:
        assert monotonic() < end, "not counted in a minute"
        told = manager.get(period)
    assert len(kept(branch)) == 5
    assert "5 people took a number" in told.text.replace("<b>", "").replace("</b>", "")
