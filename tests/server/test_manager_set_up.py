"""A manager sets the branch up on pages: each setting is saved, and what is wrong is said where it was typed."""

import html
import re
from datetime import date, time
from typing import Any

import pytest
from werkzeug.test import TestResponse

from server.domain.branch import BranchSettings, Desk, JoinMode, Queue, QueueSettings
from server.domain.settings import settings_of
from server.store.store import MAIN_BRANCH
from server.usecases.setup import AddQueue, SetBranch
from tests.server.in_time import BranchInTime
from tests.server.managers import Manager

pytestmark = pytest.mark.slow

QUEUE = {
    "name-en": "Residents",
    "letter": "A",
    "expected_minutes": "5",
    "daily_cap": "",
    "hours": "branch",
    "closing_guard": "on",
    "join": "off",
    "max_waiting": "300",
    "digits": "3",
    "first_number": "",
}


@pytest.fixture
def manager(branch: BranchInTime) -> Manager:
    """A manager who is signed in."""
    return Manager(branch)


def queues(branch: BranchInTime) -> dict[str, Queue]:
    with branch.store.reading(MAIN_BRANCH) as view:
        return {queue.slug: queue for queue in view.queues()}


def settings(branch: BranchInTime) -> BranchSettings:
    with branch.store.reading(MAIN_BRANCH) as view:
        return view.branch.settings


def words(answer: TestResponse) -> str:
    """Return the page as it is read."""
    return html.unescape(answer.text)


def went_to(answer: TestResponse) -> str:
    """Return where the browser is sent on to after what was done."""
    assert answer.status_code == 303, words(answer)
    return str(answer.location).partition("?")[0]


# --- queues ---------------------------------------------------------------------------------------


def test_the_queues_page_says_how_many_there_are_and_are_open(
    branch: BranchInTime, manager: Manager
) -> None:
    assert "<h1>2 queues. Open now.</h1>" in manager.get("/queues").text
    branch.do(AddQueue(slug="weddings", names={"en": "Weddings"}, settings={"hours": {"week": {}}}))  # fmt: skip
    page = words(manager.get("/queues"))
    assert "<h1>3 queues. 2 are open now.</h1>" in page
    assert "No desk" in page


def test_a_queue_is_listed_as_staff_have_opened_or_closed_it(
    branch: BranchInTime, manager: Manager
) -> None:
    manager.post("/live/close", {"queue": "parking"})
    assert "<h1>2 queues. 1 is open now.</h1>" in manager.get("/queues").text
    branch.do(SetBranch(settings={"hours": {"week": {}}}))
    assert "<h1>2 queues. Closed now.</h1>" in manager.get("/queues").text
    manager.post("/live/open", {"queue": "parking"})
    manager.post("/live/open", {"queue": "passports"})
    manager.post("/live/open", {"queue": "parking"})
    assert "<h1>2 queues. Open now.</h1>" in manager.get("/queues").text


@pytest.mark.parametrize(
    ("field", "typed", "is_now"),
    [
        ("max_waiting", "20", 20),
        ("max_waiting", "", 0),
        ("daily_cap", "120", 120),
        ("daily_cap", "", 0),
        ("expected_minutes", "2,5", 2.5),
        ("digits", "4", 4),
        ("first_number", "100", 100),
        ("first_number", "", None),
        ("hours", "own", BranchSettings().hours),
        ("hours", "branch", None),
        ("closing_guard", None, False),
        ("join", "open", JoinMode.OPEN),
    ],
)
def test_every_setting_of_a_queue_is_changed_on_its_page(
    branch: BranchInTime, manager: Manager, field: str, typed: str | None, is_now: Any
) -> None:
    form = {**QUEUE, field: typed}
    answer = manager.post("/queues/parking/change", {k: v for k, v in form.items() if v is not None})  # fmt: skip
    assert went_to(answer) == "/manager/queues"
    assert getattr(queues(branch)["parking"].settings, field) == is_now


def test_no_setting_of_a_queue_is_missing_on_its_page(manager: Manager) -> None:
    page = manager.get("/queues/parking/change").text
    missing = [name for name in settings_of(QueueSettings) if f'name="{name}"' not in page]  # fmt: skip
    assert not missing


def test_saving_a_queue_as_it_stands_changes_nothing(
    branch: BranchInTime, manager: Manager
) -> None:
    before = queues(branch)["passports"]
    form = {**QUEUE, "name-en": "Passports", "letter": "R"}
    manager.post("/queues/passports/change", form)
    assert queues(branch)["passports"] == before


def test_all_that_is_wrong_is_said_at_once_and_what_was_typed_is_kept(
    branch: BranchInTime, manager: Manager
) -> None:
    before = queues(branch)["parking"]
    wrong = {**QUEUE, "letter": "r", "daily_cap": "a lot", "digits": "9"}
    answer = manager.post("/queues/parking/change", wrong)
    page = words(answer)
    assert answer.status_code == 422
    assert "<title>Error: Change Parking permits" in page
    assert "3 things to put right. Nothing is saved yet." in page
    assert page.count("Letter R is taken by Passports. Free: A, L, H,") == 2
    assert page.count("“a lot” is not a number. Give a whole number, or leave it empty.") == 2  # fmt: skip
    assert page.count("Give a number from 1 to 6.") == 2
    assert 'value="a lot"' in page
    assert queues(branch)["parking"] == before


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("letter", "7", "Give one or two letters from A to Z."),
        ("letter", "", "Give one or two letters from A to Z."),
        ("name-en", "", "Give it a name."),
        ("expected_minutes", "", "Give a number."),
        ("expected_minutes", "0", "Give a number from 0.1 to 1,440."),
        (
            "expected_minutes",
            "soon",
            "“soon” is not a number. Give one such as 5 or 2.5.",
        ),
        (
            "expected_minutes",
            "nan",
            "“nan” is not a number. Give one such as 5 or 2.5.",
        ),
        ("digits", "2.5", "“2.5” is not a number. Give a whole number."),
        ("join", "maybe", "Choose one of these."),
    ],
)
def test_what_is_wrong_with_a_queue_is_said_at_its_field(
    branch: BranchInTime, manager: Manager, field: str, typed: str, said: str
) -> None:
    before = queues(branch)
    answer = manager.post("/queues/parking/change", {**QUEUE, field: typed})
    assert answer.status_code == 422
    assert f'<a href="#{field}">{said}</a>' in words(answer)
    assert queues(branch) == before


def test_a_new_queue_gets_a_free_letter_and_an_address_from_its_name(
    branch: BranchInTime, manager: Manager
) -> None:
    page = manager.get("/queues/add").text
    assert 'name="letter" type="text" value="L"' in page
    form = {**QUEUE, "name-en": "Führerscheine & more", "letter": "L"}
    assert went_to(manager.post("/queues/add", form)) == "/manager/queues"
    assert queues(branch)["fuhrerscheine-more"].names == {"en": "Führerscheine & more"}
    manager.post("/queues/add", {**form, "letter": "H"})
    assert queues(branch)["fuhrerscheine-more-2"].letter == "H"
    manager.post("/queues/add", {**form, "name-en": "تصاريح", "letter": "U"})
    assert queues(branch)["queue-u"].letter == "U"


def test_a_queue_moves_up_and_down(branch: BranchInTime, manager: Manager) -> None:
    assert list(queues(branch)) == ["parking", "passports"]
    manager.post("/queues/passports/move", {"up": "1"})
    assert list(queues(branch)) == ["passports", "parking"]
    manager.post("/queues/passports/move")
    assert list(queues(branch)) == ["parking", "passports"]


def test_a_queue_in_which_people_wait_is_not_removed(
    branch: BranchInTime, manager: Manager
) -> None:
    branch.device("kiosk").take("parking")
    page = words(manager.get("/queues/parking/change"))
    assert "1 person waits in it. Close it; when they are served you can remove it." in page  # fmt: skip
    assert 'action="/manager/queues/parking/remove"' not in page
    assert manager.post("/queues/parking/remove").status_code == 422
    assert "parking" in queues(branch)


def test_a_queue_in_which_nobody_waits_is_removed(
    branch: BranchInTime, manager: Manager
) -> None:
    answer = manager.post("/queues/parking/remove")
    assert went_to(answer) == "/manager/queues"
    assert list(queues(branch)) == ["passports"]
    assert "Removed. Its history stays." in manager.get("/queues?done=removed").text


@pytest.mark.parametrize("path", ["/queues/add", "/queues/parking/change"])
def test_who_may_only_look_is_offered_nothing_to_change(
    branch: BranchInTime, path: str
) -> None:
    viewer = Manager(branch, role="viewer", name="jose")
    page = viewer.get("/queues").text
    assert "Parking permits" in page
    assert "<button" not in page.partition("<main")[2].partition("</main>")[0]
    assert viewer.get(path).status_code == 403
    assert viewer.post(path, QUEUE).status_code == 403


# --- opening hours --------------------------------------------------------------------------------

NINE_TO_FOUR = {"day0-from1": "9", "day0-until1": "16:00"}


def test_a_week_is_set_as_it_is_typed(branch: BranchInTime, manager: Manager) -> None:
    thursday = {"day3-from1": "0900", "day3-until1": "12.30", "day3-from2": "13:30", "day3-until2": "18"}  # fmt: skip
    answer = manager.post("/hours/week", {**NINE_TO_FOUR, **thursday})
    assert went_to(answer) == "/manager/hours"
    assert settings(branch).hours.week == {
        0: ((time(9), time(16)),),
        3: ((time(9), time(12, 30)), (time(13, 30), time(18))),
    }
    page = words(manager.get("/hours"))
    assert "<h1>Open now, until 16:00.</h1>" in page
    assert 'value="13:30"' in page


def test_a_week_that_is_saved_as_it_stands_stays_as_it_is(
    branch: BranchInTime, manager: Manager
) -> None:
    manager.post("/hours/week", {"always": "on"})
    assert settings(branch).hours == BranchSettings().hours
    assert "Open now, day and night." in manager.get("/hours").text


def test_mondays_hours_are_copied_to_the_working_days_and_not_yet_saved(
    branch: BranchInTime, manager: Manager
) -> None:
    answer = manager.post("/hours/week", {**NINE_TO_FOUR, "copy": "monday"})
    page = words(answer)
    assert answer.status_code == 200
    assert 'name="day4-until1" type="text" inputmode="numeric" autocomplete="off" maxlength="5" dir="ltr" value="16:00"' in page  # fmt: skip
    assert "Save the week to keep it." in page
    assert settings(branch).hours == BranchSettings().hours


def test_all_days_with_wrong_times_are_named_at_once(
    branch: BranchInTime, manager: Manager
) -> None:
    wrong = {"day0-from1": "25", "day0-until1": "16", "day2-from1": "9", "day2-until1": "8:30"}  # fmt: skip
    overlap = {"day4-from1": "9", "day4-until1": "13", "day4-from2": "12", "day4-until2": "17"}  # fmt: skip
    answer = manager.post("/hours/week", {**wrong, **overlap, "day5-from1": "9"})
    page = words(answer)
    assert answer.status_code == 422
    for field, said in [
        ("day0-from1", "Monday: “25” is no time such as 9:00."),
        ("day2-until1", "Wednesday: it ends before it begins."),
        ("day4-from1", "Friday: these times overlap."),
        ("day5-until1", "Saturday: give both times, from and until."),
    ]:
        assert f'<a href="#{field}">{said}</a>' in page
        assert f'id="{field}-error"' in page
    assert settings(branch).hours == BranchSettings().hours


def test_what_is_wrong_with_a_day_begins_with_a_capital_in_every_language(
    manager: Manager,
) -> None:
    headers = {"Accept-Language": "fr"}
    answer = manager.post("/hours/week", {"day0-from1": "25"}, headers=headers)
    assert ">Lundi\u202f: " in words(answer)


def test_in_arabic_a_list_of_desks_has_the_comma_of_the_language(
    manager: Manager,
) -> None:
    page = manager.get("/queues", headers={"Accept-Language": "ar"}).text
    assert "<b>3، 4</b>" in page


def test_a_night_that_goes_on_into_the_next_opening_is_told(
    branch: BranchInTime, manager: Manager
) -> None:
    night = {"day0-from1": "20", "day0-until1": "3"}
    for opens, status in (("2", 422), ("3", 303)):
        week = {**night, "day1-from1": opens, "day1-until1": "5"}
        answer = manager.post("/hours/week", week)
        assert answer.status_code == status
        said = "Tuesday: these times overlap with the night before."
        assert (said in words(answer)) is (status == 422)
    sunday = {"day6-from1": "22", "day6-until1": "4", "day0-from1": "0", "day0-until1": "8"}  # fmt: skip
    assert manager.post("/hours/week", sunday).status_code == 422


def test_a_viewer_reads_that_they_may_only_look_and_who_can_do_it(
    branch: BranchInTime, manager: Manager
) -> None:
    viewer = Manager(branch, "viewer", name="vera")
    answer = viewer.post("/people/remove", {"name": "Maria"}, page="/account")
    assert answer.status_code == 403
    page = words(answer)
    assert "<h1>Your account may look, and change nothing</h1>" in page
    assert "Who can do that here: Ingrid." in page


def test_other_days_are_closed_or_short_and_then_as_usual_again(
    branch: BranchInTime, manager: Manager
) -> None:
    manager.post("/hours/week", NINE_TO_FOUR)
    manager.post("/hours/day", {"first": "2026-12-24", "last": "2026-12-26", "closed": "on"})  # fmt: skip
    manager.post("/hours/day", {"first": "2026-12-31", "other-from1": "9", "other-until1": "12"})  # fmt: skip
    page = words(manager.get("/hours"))
    assert "Closed on 24–26 Dec." in page
    assert "Thu 31 Dec" in page
    assert settings(branch).hours.exceptions[date(2026, 12, 31)] == ((time(9), time(12)),)  # fmt: skip
    changed = manager.get("/hours?day=2026-12-31").text
    assert 'type="date" value="2026-12-31"' in changed
    manager.post("/hours/usual", {"first": "2026-12-24", "last": "2026-12-26"})
    manager.post("/hours/day", {"first": "9999-12-31", "closed": "on"})
    assert "31 Dec" in words(manager.get("/hours"))
    manager.post("/hours/usual", {"first": "9999-12-31", "last": "9999-12-31"})
    assert set(settings(branch).hours.exceptions) == {date(2026, 12, 31)}


@pytest.mark.parametrize(
    ("form", "field"),
    [
        ({"first": "soon", "closed": "on"}, "first"),
        ({"first": "", "closed": "on"}, "first"),
        ({"first": "2026-12-24", "last": "2026-12-23", "closed": "on"}, "last"),
        ({"first": "2026-12-24", "last": "2036-12-23", "closed": "on"}, "last"),
        ({"first": "2026-12-24", "last": "9999-12-31", "closed": "on"}, "last"),
        ({"first": "2026-12-24"}, "other-from1"),
        ({"first": "2026-12-24", "other-from1": "9"}, "other-until1"),
    ],
)
def test_what_is_wrong_with_another_day_is_said_at_its_field(
    branch: BranchInTime, manager: Manager, form: dict[str, str], field: str
) -> None:
    answer = manager.post("/hours/day", form)
    assert answer.status_code == 422
    assert f'<a href="#{field}">' in answer.text
    assert settings(branch).hours.exceptions == {}


def test_another_day_says_why_and_forgets_it_when_it_is_as_usual(
    branch: BranchInTime, manager: Manager
) -> None:
    day = {"first": "2026-12-24", "closed": "on", "reason-en": "Staff outing"}
    assert went_to(manager.post("/hours/day", day)) == "/manager/hours"
    assert settings(branch).hours.reasons == {date(2026, 12, 24): {"en": "Staff outing"}}  # fmt: skip
    assert "Staff outing" in manager.get("/hours").text
    assert 'value="Staff outing"' in manager.get("/hours?day=2026-12-24").text
    manager.post("/hours/usual", {"first": "2026-12-24", "last": "2026-12-24"})
    assert settings(branch).hours.reasons == {}


def test_a_queue_gets_hours_of_its_own(branch: BranchInTime, manager: Manager) -> None:
    manager.post("/hours/week", NINE_TO_FOUR)
    manager.post("/hours/parking/day", {"first": "2026-12-24", "closed": "on"})
    own = queues(branch)["parking"].settings.hours
    assert own is not None
    assert own.week == settings(branch).hours.week
    assert own.exceptions == {date(2026, 12, 24): ()}
    manager.post("/hours/parking/week", {"day1-from1": "9", "day1-until1": "10"})
    page = words(manager.get("/hours"))
    assert '<a href="/manager/hours/parking">Parking permits</a> has hours of its own' in page  # fmt: skip
    assert "Closed now; opens Tuesday at 09:00." in words(manager.get("/hours/parking"))
    assert manager.get("/hours/none").status_code == 404


# --- desks ----------------------------------------------------------------------------------------

DESK = {"serves-parking": "on", "serves-passports": "on", "policy": "oldest", "name-en": ""}  # fmt: skip


def desks(branch: BranchInTime) -> dict[int, Desk]:
    with branch.store.reading(MAIN_BRANCH) as view:
        return {desk.number: desk for desk in view.desks()}


def test_the_desks_page_says_which_queues_nobody_serves(
    branch: BranchInTime, manager: Manager
) -> None:
    assert "<h1>2 desks. Every queue has one.</h1>" in manager.get("/desks").text
    branch.do(AddQueue(slug="weddings", names={"en": "Weddings"}))
    assert "<h1>2 desks. Nobody serves Weddings.</h1>" in manager.get("/desks").text
    branch.do(AddQueue(slug="bills", names={"en": "Bills"}))
    assert "Nobody serves Weddings and Bills." in manager.get("/desks").text


@pytest.mark.parametrize(
    ("form", "queues", "policy", "weights"),
    [
        ({}, ("parking", "passports"), "oldest", ()),
        ({"place-passports": "1"}, ("passports", "parking"), "oldest", ()),
        ({"policy": "strict", "place-parking": "2", "place-passports": "1"}, ("passports", "parking"), "strict", ()),
        ({"policy": "ratio", "share-parking": "2", "share-passports": "1"}, ("parking", "passports"), "ratio", (2, 1)),
        ({"policy": "ratio", "place-passports": "1", "share-parking": "2", "share-passports": "5"}, ("passports", "parking"), "ratio", (5, 2)),
    ],
)  # fmt: skip
def test_a_desk_serves_what_is_ticked_in_the_order_that_is_typed(
    branch: BranchInTime,
    manager: Manager,
    form: dict[str, str],
    queues: tuple[str, ...],
    policy: str,
    weights: tuple[int, ...],
) -> None:
    assert went_to(manager.post("/desks/3", {**DESK, **form})) == "/manager/desks"
    desk = desks(branch)[3]
    assert (desk.queues, desk.policy, desk.weights) == (queues, policy, weights)


def test_a_desk_of_one_queue_is_added_with_its_name(
    branch: BranchInTime, manager: Manager
) -> None:
    assert 'name="number" type="text" value="5"' in manager.get("/desks/add").text
    form = {"number": "12", "serves-passports": "on", "policy": "oldest", "name-en": "Dr. Silva"}  # fmt: skip
    assert went_to(manager.post("/desks/add", form)) == "/manager/desks"
    assert desks(branch)[12].queues == ("passports",)
    assert desks(branch)[12].names == {"en": "Dr. Silva"}


@pytest.mark.parametrize(
    ("form", "field", "said"),
    [
        ({"number": "3"}, "number", "There is a desk 3 already."),
        ({"number": ""}, "number", "Give a number."),
        ({"number": "0"}, "number", "Give a number from 1 to 9,999."),
        ({"number": "9", "policy": "luck"}, "policy", "Choose one of these."),
        ({"number": "9", "policy": "ratio", "share-parking": "0", "share-passports": "1"}, "share-parking", "Give a number from 1 to 100."),
        ({"number": "9", "place-parking": "first"}, "place-parking", "“first” is not a number. Give a whole number."),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_desk_is_said_at_its_field(
    branch: BranchInTime,
    manager: Manager,
    form: dict[str, str],
    field: str,
    said: str,
) -> None:
    before = desks(branch)
    answer = manager.post("/desks/add", {**DESK, **form})
    assert answer.status_code == 422
    assert f'<a href="#{field}">{said}</a>' in words(answer)
    assert desks(branch) == before


def test_a_desk_that_serves_nothing_is_none(manager: Manager) -> None:
    answer = manager.post("/desks/3", {"policy": "oldest"})
    assert answer.status_code == 422
    assert '<a href="#serves">Tick what the desk serves' in answer.text


def test_a_desk_where_somebody_sits_is_not_removed(
    branch: BranchInTime, manager: Manager
) -> None:
    branch.console(3)
    assert "Maria is signed in there" in manager.get("/desks/3").text
    assert manager.post("/desks/3/remove").status_code == 422
    assert went_to(manager.post("/desks/4/remove")) == "/manager/desks"
    assert list(desks(branch)) == [3]


# --- people ---------------------------------------------------------------------------------------


def pin_on(answer: TestResponse) -> str:
    """Return the PIN that is shown."""
    found = re.search(r'<p class="code big">([0-9 ]+)</p>', answer.text)
    assert found, words(answer)
    return found[1].replace(" ", "")


def signs_in(branch: BranchInTime, name: str, pin: str) -> bool:
    body = {"servicer": name, "pin": pin}
    answer = branch.device("console").post("/desks/4/sign-in", body)
    return answer.status_code == 200


def test_who_is_added_signs_in_with_the_pin_that_is_shown_once(
    branch: BranchInTime, manager: Manager
) -> None:
    answer = manager.post("/people/add", {"name": "  Karin "})
    assert answer.headers["Cache-Control"] == "no-store"
    assert "<h1>The PIN for Karin</h1>" in answer.text
    pin = pin_on(answer)
    assert len(pin) == 6
    assert pin not in manager.get("/people").text
    assert signs_in(branch, "Karin", pin)


def test_a_new_pin_replaces_the_old_one(branch: BranchInTime, manager: Manager) -> None:
    pin = pin_on(manager.post("/people/pin", {"name": "José"}))
    assert not signs_in(branch, "José", "482913")
    assert signs_in(branch, "José", pin)


def test_a_pin_has_as_many_digits_as_the_branch_asks_for(
    branch: BranchInTime, manager: Manager
) -> None:
    branch.do(SetBranch(settings={"pin_digits": 8}))
    assert len(pin_on(manager.post("/people/pin", {"name": "José"}))) == 8


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("", "Give a name."),
        ("Maria", "There is somebody called Maria already."),
        ("x" * 41, "A name has 40 letters at most."),
    ],
)
def test_a_name_that_cannot_be_is_said_so(
    manager: Manager, name: str, said: str
) -> None:
    answer = manager.post("/people/add", {"name": name})
    assert answer.status_code == 422
    assert f'<a href="#name">{said}' in words(answer)


def test_who_is_at_a_desk_is_not_removed(
    branch: BranchInTime, manager: Manager
) -> None:
    branch.console(3, "Maria")
    assert "<h1>2 people serve here. 1 is at a desk now.</h1>" in manager.get("/people").text  # fmt: skip
    answer = manager.post("/people/remove", {"name": "Maria"})
    assert answer.status_code == 422
    assert went_to(manager.post("/people/remove", {"name": "José"})) == "/manager/people"  # fmt: skip
    assert "José" not in manager.get("/people").text
    assert manager.post("/people/pin", {"name": "José"}).status_code == 422
