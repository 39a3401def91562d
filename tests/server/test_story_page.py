"""Why somebody waited so long: a ticket's story on a page, as the command tells it."""

from datetime import timedelta
from typing import Any

import pytest

from server.domain.promise import Promise
from server.forecast.outlook import Outlook
from server.usecases.setup import SetBranch, SetDesk
from tests.server.in_time import BranchInTime, Device
from tests.server.managers import Manager
from tests.server.test_journal import typed
from tests.server.test_live_page import words_of

pytestmark = pytest.mark.slow

DAY = "2026-11-23"


@pytest.fixture
def manager(branch: BranchInTime) -> Manager:
    """Somebody who only looks."""
    return Manager(branch, "viewer")


def told(manager: Manager, number: str, day: str = DAY) -> str:
    """Return what the ticket's page says, its title first."""
    page = manager.get(f"/tickets/{day}/{number}")
    assert page.status_code == 200, page.text
    title = page.text.partition("<title>")[2].partition(" · ")[0]
    return f"{title} | {words_of(page.text)}"


def promised(branch: BranchInTime, *minutes: int) -> None:
    """Let whoever comes from now on be told to wait from so many minutes to so many."""
    low, high = (each * 60 for each in minutes)
    promise = Promise(low, (low + high) // 2, high)
    branch.store.outlook = lambda branch_id: Outlook(
        newcomers={"parking": promise}, waiting={"parking": 1}
    )


def long_wait(branch: BranchInTime) -> tuple[Device, dict[str, Any]]:
    """Let A002 wait for 14 minutes: overtaken by two, while the other desk takes a break for some time."""
    branch.do(SetBranch(settings={"priorities": {"elderly": 15}}))
    maria, jose = branch.console(3), branch.console(4, "José")
    maria.take()
    promised(branch, 6, 9)
    mine = branch.device("kiosk").take()
    branch.clock.forward(minutes=2)
    maria.call_next()
    jose.post("/desks/4/pause", {"reason": "lunch"})
    branch.clock.forward(minutes=3)
    late = maria.take(priority="elderly")
    maria.call_next(finish=True)
    branch.clock.forward(minutes=4)
    picked = maria.take()
    maria.move(picked, "note", {"text": "forgot the form"})
    maria.post(f"/tickets/{picked['id']}/call", {"finish": True})
    assert late["label"] == "A003"
    branch.clock.forward(minutes=3)
    jose.post("/desks/4/open")
    branch.clock.forward(minutes=2)
    assert maria.call_next(finish=True)["id"] == mine["id"]
    return maria, mine


def test_a_long_wait_is_told_with_who_overtook_it_and_who_was_missing(
    branch: BranchInTime, manager: Manager
) -> None:
    maria, mine = long_wait(branch)
    branch.clock.forward(minutes=7)
    maria.move(mine, "finish")
    maria.customer(mine, "rate", 2)
    page = told(manager, "A002")
    assert page.startswith("A002 waited 14 minutes, 5 longer than promised. |")
    for words in (
        "Parking permits · Monday, 23 November 2026 · Promised: 6–9 min",
        # Without them the desk would have called it five minutes after it came.
        "2 who came later were called before it. Without them it would have been called about 9 minutes earlier.",
        "A003 09:05 Has the priority “elderly”, which counts as 15 minutes earlier Desk 3 · Maria",
        "A004 09:09 Was picked by hand Desk 3 · Maria · “forgot the form”",
        "From 09:02 to 09:12 only 1 of 2 who serve Parking permits was there. José was on a break.",
        "09:00 Took the number kiosk",
        "1 ahead · Promised: 6–9 min",
        "09:02 José went on a break Desk 4 · 1 desk serves Parking permits now",
        "09:09 A004 was called first Was picked by hand",
        "09:12 José is back from the break Desk 4 · 2 desks serve Parking permits now",
        "09:14 Called Desk 3 · Maria · After 14 min",
        "09:21 Done Served 7 min · Maria · Rated 2 of 3",
    ):
        assert words in page, (words, page)
    # The same was said at the command line.
    code, said = typed(branch, "replay", "--ticket", "a2")
    assert code == 0
    assert "taken in parking, told to wait 6–9 min (1 ahead)" in said
    assert "Without them it would have been called about 9 min earlier." in said
    assert "From 09:02:00 to 09:12:00 only 1 of 2 desks for parking was open: José at desk 4 was on a break." in said  # fmt: skip


@pytest.mark.parametrize(
    ("overtakes", "why"),
    [(False, "That may be why."), (True, "That may have made up the rest.")],
)
def test_what_nobody_who_overtook_explains_may_be_for_want_of_desks(
    branch: BranchInTime, manager: Manager, *, overtakes: bool, why: str
) -> None:
    maria, jose = branch.console(3), branch.console(4, "José")
    maria.take()
    promised(branch, 6, 9)
    mine = branch.device("kiosk").take()
    maria.call_next()
    jose.post("/desks/4/pause")
    branch.clock.forward(minutes=18)
    if overtakes:
        maria.post(f"/tickets/{maria.take()['id']}/call", {"finish": True})
    branch.clock.forward(minutes=2)
    assert maria.call_next(finish=True)["id"] == mine["id"]
    said = f"From 09:00 to 09:20 only 1 of 2 who serve Parking permits was there. José was on a break. {why}"
    assert said in told(manager, "A002")


def test_a_call_that_was_taken_back_overtook_nobody(
    branch: BranchInTime, manager: Manager
) -> None:
    maria = branch.console()
    maria.take()
    branch.clock.forward(minutes=5)
    maria.move(maria.take(), "call")
    branch.clock.forward(seconds=3)
    assert maria.post("/desks/3/undo").status_code == 200
    branch.clock.forward(minutes=5)
    maria.call_next()
    assert "Nobody who came later was called before it." in told(manager, "A001")


def test_how_many_of_other_queues_came_before_it_and_were_called_first_is_told(
    branch: BranchInTime, manager: Manager
) -> None:
    branch.do(SetDesk(number=3, queues=("parking", "passports")))
    maria = branch.console()
    lined_up = ("passports", "passports", "parking", "passports", "parking", "passports")  # fmt: skip
    *_, gone, mine, _ = (maria.take(queue) for queue in lined_up)
    for _ in range(4):
        branch.clock.forward(minutes=3)
        called = maria.call_next(finish=True)
    # A call that was taken back came before nobody.
    assert called["id"] == gone["id"]
    assert maria.post("/desks/3/undo").status_code == 200
    maria.customer(gone, "leave")
    assert maria.call_next(finish=True)["id"] == mine["id"]
    page = told(manager, mine["label"])
    assert "Nobody who came later was called before it. Those who serve Parking permits first called 2 people of other queues who had come before it." in page  # fmt: skip
    code, said = typed(branch, "replay", "--ticket", mine["label"])
    assert code == 0
    assert "The desks for parking first called 2 of other queues, taken before A002." in said  # fmt: skip
    assert "first called" not in told(manager, gone["label"])


def served_as_promised(branch: BranchInTime, desk: Device) -> None:
    branch.clock.forward(minutes=8)
    desk.call_next()


def served_sooner(branch: BranchInTime, desk: Device) -> None:
    branch.clock.forward(minutes=4)
    desk.call_next()


def missed(branch: BranchInTime, desk: Device) -> None:
    branch.clock.forward(minutes=8)
    desk.move(desk.call_next(), "no-show")


def waits(branch: BranchInTime, desk: Device) -> None:
    branch.clock.forward(minutes=12)


def expired(branch: BranchInTime, desk: Device) -> None:
    branch.clock.forward(hours=20)
    branch.look_after()


@pytest.mark.parametrize(
    ("happens", "heading"),
    [
        (served_as_promised, "A001 waited 8 minutes, as promised."),
        (served_sooner, "A001 waited 4 minutes, 2 less than promised."),
        (missed, "A001 was called after 8 minutes, and did not come."),
        (waits, "A001 has waited 12 minutes so far."),
        (expired, "A001 waited 1,200 minutes, until the day ended."),
    ],
)
def test_the_heading_says_what_became_of_it(
    branch: BranchInTime, happens: Any, heading: str
) -> None:
    desk = branch.console()
    branch.store.outlook = lambda branch_id: Outlook(
        newcomers={"parking": Promise(360, 450, 540)}
    )
    branch.device("kiosk").take()
    happens(branch, desk)
    assert told(Manager(branch), "A001").startswith(f"{heading} |")


def test_what_was_not_promised_is_not_compared(
    branch: BranchInTime, manager: Manager
) -> None:
    branch.store.outlook = lambda branch_id: Outlook()
    desk = branch.console()
    gone, mine = desk.take(), desk.take()
    branch.clock.forward(minutes=3)
    desk.customer(gone, "leave")
    desk.call_next()
    assert told(manager, gone["label"]).startswith(
        "A001 left after 3 minutes, before it was called. |"
    )
    assert told(manager, mine["label"]).startswith("A002 waited 3 minutes. |")


def test_a_test_says_that_it_is_one(branch: BranchInTime, manager: Manager) -> None:
    office = branch.device("manager")
    assert office.post("/test-tickets", {"queue": "parking"}).status_code < 300
    page = told(manager, "TEST1")
    assert page.startswith("TEST1 was a test, and counts in no figure. |")


@pytest.mark.parametrize(("later", "is_told"), [({"days": 31}, False), ({"days": 30, "hours": 16}, True)], ids=["a day more", "in the night"])  # fmt: skip
def test_after_thirty_days_only_totals_are_told(
    branch: BranchInTime, manager: Manager, later: dict[str, int], is_told: bool
) -> None:
    maria, mine = long_wait(branch)
    branch.clock.forward(minutes=7)
    maria.move(mine, "finish")
    branch.clock.now += timedelta(**later)
    page = told(Manager(branch, name="tomas"), "A002")
    assert ("Waited 14 min Served 7 min" in page) is not is_told
    assert ("Maria" in page) is is_told
    assert ("A003" in page) is is_told


def test_a_number_leads_to_its_story_however_it_is_typed(
    branch: BranchInTime, manager: Manager
) -> None:
    branch.device("kiosk").take()
    found = manager.get(f"/tickets?number=a%201&day={DAY}")
    assert (found.status_code, found.location) == (303, f"/manager/tickets/{DAY}/A001")
    assert manager.get("/tickets").status_code == 200
    for path in (
        f"/tickets?number=A009&day={DAY}",
        f"/tickets/{DAY}/A009",
        "/tickets/2026-11-24/A001",
    ):
        page = manager.get(path)
        assert page.status_code == 404, path
        assert "There was no" in words_of(page.text)


@pytest.mark.parametrize(
    ("asked", "language", "leads_to"),
    [
        ("number=A001&day=", "en", "A001"),
        ("number=A001", "en", "A001"),
        ("number=A001&day=23.11.2026", "de", "A001"),
        ("number=A001&day=23/11/2026", "en", "A001"),
        ("number=A001&day=tomorrow", "en", "This is no day."),
        ("number=A001&day=2026-23-11", "en", "This is no day."),
        ("number=A%C2%B2&day=", "en", "This is no number as it stands on a ticket"),
        (f"number=A{'9' * 400}", "en", "This is no number as it stands on a ticket"),
        ("number=<b>", "en", "This is no number as it stands on a ticket"),
    ],
)  # fmt: skip
def test_what_is_typed_is_understood_or_refused_in_words(
    branch: BranchInTime, manager: Manager, asked: str, language: str, leads_to: str
) -> None:
    branch.device("kiosk").take()
    page = manager.get(f"/tickets?{asked}", headers={"Accept-Language": language})
    if page.location:
        assert page.location == f"/manager/tickets/{DAY}/{leads_to}"
        return
    assert leads_to in words_of(page.text)
    assert "9" * 50 not in page.text
    assert "<b>" not in page.text


@pytest.mark.parametrize("path", ["/tickets/yesterday/A001", f"/tickets/{DAY}/A²", f"/tickets/{DAY}/A{'9' * 400}"])  # fmt: skip
def test_an_address_that_is_no_ticket_s_is_refused_in_words(
    manager: Manager, path: str
) -> None:
    page = manager.get(path)
    assert page.status_code == 404
    assert "This is no" in words_of(page.text)
    assert "9" * 50 not in page.text
