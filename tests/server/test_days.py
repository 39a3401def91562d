"""The business day: it ends once, whenever the server looks; and when a queue gives numbers."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from server.domain.refusals import NotValid
from server.usecases.setup import CloseDay, SetBranch, SetQueue
from tests.server.in_time import BranchInTime

pytestmark = pytest.mark.slow


def test_numbers_start_again_at_the_rollover_hour_and_whoever_waits_expires(
    branch: BranchInTime,
) -> None:
    desk = branch.console()
    waiting, held, called = desk.take(), desk.take(), desk.take()
    desk.move(held, "call")
    desk.move(held, "hold")
    desk.move(called, "call")
    branch.clock.now = datetime(2026, 11, 24, 3, 59, 59, tzinfo=UTC)
    branch.look_after()
    assert desk.take()["label"] == "A004"
    branch.clock.forward(seconds=1)
    branch.look_after()
    branch.look_after()
    assert branch.rows("day_closed") == 1
    assert [desk.state(t) for t in (waiting, held, called)] == ["expired"] * 3
    assert desk.take()["label"] == "A001"
    assert desk.get("/board").json["waiting"] == {"parking": 1, "passports": 0}


def test_the_day_closes_although_the_server_was_off_at_the_time(
    branch: BranchInTime,
) -> None:
    kiosk = branch.device("kiosk")
    yesterdays = kiosk.take()
    with branch.switched_off():
        branch.clock.forward(days=3)
    assert kiosk.take()["label"] == "A001"
    branch.look_after()
    assert branch.rows("day_closed") == 1
    assert kiosk.state(yesterdays) == "expired"
    assert kiosk.get("/branch").json["day"] == "2026-11-26"


def test_another_time_zone_never_takes_a_day_back(branch: BranchInTime) -> None:
    kiosk = branch.device("kiosk")
    branch.clock.now = datetime(2026, 11, 24, 5, 0, tzinfo=UTC)
    assert kiosk.take()["label"] == "A001"
    branch.do(SetBranch(settings={"time_zone": "America/Lima"}))
    branch.look_after()
    assert kiosk.take()["label"] == "A002"
    assert kiosk.get("/branch").json["day"] == "2026-11-24"
    assert branch.rows("day_closed") == 1


def test_a_day_that_was_closed_by_hand_is_not_closed_again(
    branch: BranchInTime,
) -> None:
    kiosk = branch.device("kiosk")
    kiosk.take()
    assert str(branch.do(CloseDay())) == "2026-11-23"
    assert branch.do(CloseDay()) is None
    assert kiosk.take()["label"] == "A001", "in the evening, the next day has begun"
    branch.clock.forward(days=1)
    branch.look_after()
    assert kiosk.take()["label"] == "A002"
    assert branch.rows("day_closed") == 1


def test_nobody_comes_back_once_the_day_is_over(branch: BranchInTime) -> None:
    desk = branch.console()
    left, missed, done = desk.take(), desk.take(), desk.take()
    branch.clock.now = datetime(2026, 11, 24, 3, 59, 58, tzinfo=UTC)
    desk.customer(left, "leave")
    desk.move(missed, "call")
    desk.move(missed, "no-show")
    desk.move(done, "call")
    desk.move(done, "finish")
    branch.clock.forward(seconds=3)
    branch.look_after()
    assert desk.customer(left, "return") == "TooLate"
    assert desk.customer(missed, "rejoin") == "TooLate"
    assert desk.post("/desks/3/undo").json["type"] == "nothing-to-undo"


def test_numbers_start_where_the_queue_or_else_the_branch_says(
    branch: BranchInTime,
) -> None:
    branch.do(SetBranch(settings={"first_number": 100}))
    branch.do(SetQueue(slug="parking", settings={"first_number": 7, "digits": 4}))
    kiosk = branch.device("kiosk")
    assert [kiosk.take()["label"] for _ in range(2)] == ["A0007", "A0008"]
    assert kiosk.take("passports")["label"] == "R100"
    branch.clock.forward(days=1)
    assert kiosk.take()["label"] == "A0007"


def test_a_daily_cap_counts_numbers_and_not_their_height(branch: BranchInTime) -> None:
    kiosk = branch.device("kiosk")
    kiosk.take()
    branch.do(SetQueue(slug="parking", settings={"first_number": 50, "daily_cap": 2}))
    assert kiosk.take()["label"] == "A002"
    refused = kiosk.post("/tickets", {"queue": "parking"})
    assert (refused.status_code, refused.json["type"]) == (409, "queue-full")
    branch.clock.forward(days=1)
    assert kiosk.take()["label"] == "A050"


NINE_TO_FIVE = {"week": {str(day): [["09:00:00", "17:00:00"]] for day in range(5)}}


@pytest.mark.parametrize(
    ("hour", "is_open", "opens_at"),
    [
        (8, False, "2026-11-23T09:00:00Z"),
        (9, True, "2026-11-25T09:00:00Z"),
        (17, False, "2026-11-25T09:00:00Z"),
    ],
)
def test_a_queue_gives_numbers_in_its_hours_with_their_exceptions(
    branch: BranchInTime, hour: int, is_open: bool, opens_at: str
) -> None:
    hours = {**NINE_TO_FIVE, "exceptions": {"2026-11-24": []}}
    branch.do(SetQueue(slug="parking", settings={"hours": hours}))
    branch.clock.now = branch.clock.now.replace(hour=hour)
    kiosk = branch.device("kiosk")
    answer = kiosk.post("/tickets", {"queue": "parking"})
    assert answer.status_code == (201 if is_open else 409)
    if not is_open:
        assert answer.json["type"] == "queue-closed"
    parking, passports = kiosk.get("/queues").json
    assert (parking["open"], parking["opens_at"]) == (is_open, opens_at)
    assert passports["open"], "it has the branch's hours, which are always"


def test_a_branch_says_when_not_all_of_its_queues_have_the_same_hours(
    branch: BranchInTime,
) -> None:
    kiosk = branch.device("kiosk")

    def differ() -> bool:
        return bool(kiosk.get("/branch").json["hours_differ"])

    assert not differ()
    branch.do(SetQueue(slug="parking", settings={"hours": NINE_TO_FIVE}))
    assert differ()
    branch.do(SetQueue(slug="passports", settings={"hours": NINE_TO_FIVE}))
    assert not differ()


def test_the_closing_guard_gives_no_number_that_cannot_be_served_today(
    branch: BranchInTime,
) -> None:
    guarded = {"hours": NINE_TO_FIVE, "expected_minutes": 20}
    branch.do(SetQueue(slug="parking", settings=guarded))
    branch.console(3)
    kiosk = branch.device("kiosk")
    branch.clock.now = branch.clock.now.replace(hour=16)
    assert [kiosk.take()["label"] for _ in range(3)][-1] == "A003"
    refused = kiosk.post("/tickets", {"queue": "parking"})
    assert (refused.status_code, refused.json["type"]) == (409, "queue-full")
    branch.console(4, "José")
    assert kiosk.take()["label"] == "A004", "two desks serve twice as many"
    branch.do(SetQueue(slug="parking", settings={"closing_guard": False}))
    branch.clock.forward(minutes=59)
    assert kiosk.take()["label"] == "A005"


def test_a_branch_in_another_zone_has_its_own_midnight(branch: BranchInTime) -> None:
    zone = {"time_zone": "America/Sao_Paulo", "rollover_hour": 0}
    branch.do(SetBranch(settings=zone))
    kiosk = branch.device("kiosk")
    branch.clock.now = datetime(2026, 11, 24, 2, 59, 58, tzinfo=UTC)
    assert [kiosk.take()["label"] for _ in range(2)] == ["A001", "A002"]
    branch.clock.now += timedelta(seconds=2)
    assert kiosk.take()["label"] == "A001"


@pytest.mark.parametrize(
    ("now", "change"),
    [
        (datetime(2026, 11, 23, 17, 30, tzinfo=UTC), {"time_zone": "Pacific/Auckland"}),
        (datetime(2026, 11, 24, 2, 30, tzinfo=UTC), {"rollover_hour": 2}),
    ],
)
def test_no_setting_sends_everybody_away_who_is_still_here(
    branch: BranchInTime, now: datetime, change: dict[str, Any]
) -> None:
    kiosk = branch.device("kiosk")
    branch.clock.now = now
    waiting = kiosk.take()
    with pytest.raises(NotValid, match="2026-11-24 here at once, and 1 who") as refused:
        branch.do(SetBranch(settings=change))
    assert refused.value.field == next(iter(change))
    branch.look_after()
    assert kiosk.state(waiting) == "waiting"
    branch.console().move(waiting, "cancel")
    branch.do(SetBranch(settings=change))
    branch.look_after()
    assert kiosk.get("/branch").json["day"] == "2026-11-24"
