"""A new branch is set up in five steps, each of which saves; then a number is tried."""

import html
import re
from collections.abc import Iterator
from datetime import time
from pathlib import Path

import pytest
from werkzeug.test import TestResponse

from server.domain.branch import BranchSettings, Policy
from server.store.store import MAIN_BRANCH
from server.usecases.setup import AddDesk, AddQueue, SetBranch
from tests.clock import FakeClock
from tests.server.in_time import MONDAY_NINE, BranchInTime
from tests.server.managers import Manager

pytestmark = pytest.mark.slow

BRANCH = {"name": "City Hall", "time_zone": "Europe/Lisbon", "languages": ["en", "de"], "own": "de", "hours": "office", "office-from1": "9", "office-until1": "16:00"}  # fmt: skip


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[BranchInTime]:
    """A branch in which nothing is set up."""
    branch = BranchInTime(tmp_path / "data", FakeClock(MONDAY_NINE))
    yield branch
    branch.close()


@pytest.fixture
def manager(fresh: BranchInTime) -> Manager:
    """A manager who is signed in there."""
    return Manager(fresh)


def words(answer: TestResponse) -> str:
    """Return the page as it is read."""
    return html.unescape(answer.text)


def settings(branch: BranchInTime) -> BranchSettings:
    with branch.store.reading(MAIN_BRANCH) as view:
        return view.branch.settings


def there(branch: BranchInTime) -> tuple[list[str], dict[int, tuple[str, ...]], list[str]]:  # fmt: skip
    """Return the queues with their letters, what each desk serves, and who serves."""
    with branch.store.reading(MAIN_BRANCH) as view:
        return (
            [f"{queue.letter} {queue.slug}" for queue in view.queues()],
            {desk.number: desk.queues for desk in view.desks()},
            view.servicers(),
        )


def test_five_steps_set_a_branch_up(fresh: BranchInTime, manager: Manager) -> None:
    assert "Set-up 1 of 5: Where are you?" in words(manager.get("/set-up/1"))
    assert manager.post("/set-up/1", BRANCH).location == "/manager/set-up/2"
    queues = {"name-0": "Parkausweise", "minutes-0": "5", "name-1": "Pässe", "minutes-1": "12", "minutes-2": "5"}  # fmt: skip
    assert manager.post("/set-up/2", queues).location == "/manager/set-up/3"
    desks = {"number-0": "1", "serves-0": ["parkausweise"], "number-1": "2", "serves-1": ["passe", "parkausweise"]}  # fmt: skip
    assert manager.post("/set-up/3", desks).location == "/manager/set-up/4"
    slips = manager.post("/set-up/4", {"name-0": "Karin", "name-2": "Ulla"})
    assert slips.text.count('class="stub"') == 2
    assert 'href="/manager/set-up/5"' in slips.text
    assert there(fresh) == (
        ["A parkausweise", "R passe"],
        {1: ("parkausweise",), 2: ("parkausweise", "passe")},
        ["Karin", "Ulla"],
    )
    now = settings(fresh)
    assert (now.name, now.time_zone, now.languages) == ("City Hall", "Europe/Lisbon", ("de", "en"))  # fmt: skip
    assert now.hours.week == dict.fromkeys(range(5), ((time(9), time(16)),))
    assert "Connect the screens" in manager.get("/set-up/5?language=en").text


@pytest.mark.parametrize(
    ("opens", "closes", "span"),
    [("8", "1230", (time(8), time(12, 30))), ("8:30", "24:00", (time(8, 30), time(0)))],
)
def test_the_hours_of_the_working_days_are_those_that_are_typed(
    fresh: BranchInTime,
    manager: Manager,
    opens: str,
    closes: str,
    span: tuple[time, time],
) -> None:
    page = manager.get("/set-up/1").text
    assert 'name="office-from1"' in page
    assert 'value="09:00"' in page
    typed = {"office-from1": opens, "office-until1": closes}
    assert manager.post("/set-up/1", {**BRANCH, **typed}).location == "/manager/set-up/2"  # fmt: skip
    assert settings(fresh).hours.week == dict.fromkeys(range(5), (span,))


@pytest.mark.parametrize(
    ("opens", "closes", "field", "said"),
    [
        ("nine", "16", "from", "Monday to Friday: “nine” is no time such as 9:00."),
        ("9", "", "until", "Monday to Friday: give both times, from and until."),
        ("", "", "from", "Monday to Friday: give both times, from and until."),
        ("9", "9", "until", "Monday to Friday: it ends before it begins."),
    ],
)
def test_what_is_wrong_with_the_hours_is_said_once_at_the_field_where_it_is(
    fresh: BranchInTime,
    manager: Manager,
    opens: str,
    closes: str,
    field: str,
    said: str,
) -> None:
    typed = {"office-from1": opens, "office-until1": closes}
    answer = manager.post("/set-up/1", {**BRANCH, **typed})
    assert answer.status_code == 422
    page = words(answer)
    assert f'<a href="#office-{field}1">{said}</a>' in page
    assert page.count(said) == 2
    assert page.count('aria-invalid="true"') == 1
    assert f'value="{opens}" aria-label="Monday to Friday from"' in page
    assert settings(fresh).name != "City Hall"


def test_times_that_are_typed_for_another_choice_are_nothing_wrong(
    fresh: BranchInTime, manager: Manager
) -> None:
    always = {**BRANCH, "hours": "always", "office-from1": "nine"}
    assert manager.post("/set-up/1", always).location == "/manager/set-up/2"
    assert settings(fresh).hours.week is None


def test_going_through_it_again_keeps_what_there_is(
    fresh: BranchInTime, manager: Manager
) -> None:
    manager.post("/set-up/1", BRANCH)
    fresh.do(AddQueue(slug="bills", names={"de": "Rechnungen", "en": "Bills"}))
    fresh.do(AddQueue(slug="permits", names={"de": "Ausweise"}))
    fresh.do(AddDesk(number=4, queues=("permits", "bills"), policy=Policy.RATIO, weights=(2, 1)))  # fmt: skip
    before = there(fresh), settings(fresh)
    manager.post("/set-up/1", {**BRANCH, "hours": "kept"})
    manager.post("/set-up/2", {"name-of-bills": "Rechnungen", "minutes-of-bills": "5", "name-of-permits": "Ausweise", "minutes-of-permits": "5"})  # fmt: skip
    manager.post("/set-up/3", {"serves-of-4": ["bills", "permits"]})
    assert (there(fresh), settings(fresh)) == before
    with fresh.store.reading(MAIN_BRANCH) as view:
        assert view.desk(4).weights == (2, 1)
        assert view.queue("bills").names == {"de": "Rechnungen", "en": "Bills"}


def test_a_queue_without_a_desk_is_said_before_going_on(
    fresh: BranchInTime, manager: Manager
) -> None:
    manager.post("/set-up/2", {"name-0": "Permits", "minutes-0": "5", "name-1": "Weddings", "minutes-1": "20"})  # fmt: skip
    answer = manager.post("/set-up/3", {"number-0": "1", "serves-0": ["permits"]})
    assert answer.location == "/manager/set-up/3"
    page = words(manager.get("/set-up/3"))
    assert "<h1>Nobody serves Weddings.</h1>" in page
    assert 'href="/manager/set-up/4">Go on all the same' in page
    answer = manager.post("/set-up/3", {"serves-of-1": ["permits", "weddings"]})
    assert answer.location == "/manager/set-up/4"


def test_one_more_row_is_had_by_a_button(fresh: BranchInTime, manager: Manager) -> None:
    form = {"name-0": "Permits", "minutes-0": "5", "name-1": "", "name-2": "Bills", "more": "1"}  # fmt: skip
    page = words(manager.post("/set-up/2", form))
    for number, name in enumerate(["Permits", "", "Bills", ""]):
        assert re.search(rf'name="name-{number}" type="text" value="{name}"', page)
    assert 'name="name-4"' not in page


def test_another_desk_has_a_row_and_the_others_keep_what_was_typed(
    fresh: BranchInTime, manager: Manager
) -> None:
    manager.post("/set-up/2", {"name-0": "Permits", "minutes-0": "5", "name-1": "Bills", "minutes-1": "5"})  # fmt: skip
    first = words(manager.get("/set-up/3"))
    assert len(re.findall(r'<input id="number-\d"', first)) == 3
    form = {"number-0": "1", "serves-0": ["permits"], "number-1": "7", "serves-1": ["bills"], "number-2": "", "more": "1"}  # fmt: skip
    page = words(manager.post("/set-up/3", form))
    assert re.findall(r'name="number-\d"[^>]* value="(\d*)"', page) == ["1", "7", "", ""]  # fmt: skip
    ticked = re.findall(r'name="(serves-\d)" value="(\w+)" checked', page)
    assert ticked == [("serves-0", "permits"), ("serves-1", "bills")]
    assert 'id="errors"' not in page
    with fresh.store.reading(MAIN_BRANCH) as view:
        assert view.desks() == []
    del form["more"]
    assert manager.post("/set-up/3", form).location == "/manager/set-up/4"
    with fresh.store.reading(MAIN_BRANCH) as view:
        assert [(desk.number, desk.queues) for desk in view.desks()] == [(1, ("permits",)), (7, ("bills",))]  # fmt: skip


def test_a_step_is_done_when_what_it_asks_for_is_there(branch: BranchInTime) -> None:
    manager = Manager(branch)

    def done() -> list[str]:
        page = words(manager.get("/set-up/try"))
        return re.findall(r'<li class="done"><a href="/manager/set-up/(\d)"', page)

    assert "5" not in done(), "no screen is there"
    branch.device("display")
    assert "5" in done()
    branch.do(SetBranch(settings={"name": "Town Hall"}))
    assert "1" in done()


def test_before_it_has_a_name_the_branch_is_yours(
    fresh: BranchInTime, manager: Manager
) -> None:
    manager.browser.set_cookie("language", "fr")
    assert "Votre site" in words(manager.get("/set-up/1"))
    assert "Take A Number" not in words(manager.get("/set-up/1"))
    manager.post("/set-up/1", {**BRANCH, "name": "Mairie"})
    assert "Mairie" in words(manager.get("/set-up/2"))


def test_where_it_is_closed_today_the_trial_says_so_and_what_to_do(
    branch: BranchInTime,
) -> None:
    manager = Manager(branch)
    assert "It is closed now" not in words(manager.get("/set-up/try"))
    branch.do(SetBranch(settings={"hours": {"week": {}}}))
    page = words(manager.get("/set-up/try"))
    assert "It is closed now" in page
    manager.post("/set-up/try", {"queue": "parking"})
    assert "TEST1" in words(manager.get("/set-up/try")), "it goes all the same"


def test_no_paper_is_asked_for_where_the_kiosk_has_no_printer(
    branch: BranchInTime,
) -> None:
    kiosk, manager = branch.device("kiosk"), Manager(branch)
    assert "Does it look right?" in words(manager.get("/set-up/try"))
    kiosk.post("/device/report", {"version": "1.4.2", "screen": "1080×1920"})
    page = words(manager.get("/set-up/try"))
    assert "Does it look right?" not in page
    assert "Left out: the kiosk has no printer" in page


def test_another_queue_has_a_row_before_the_others_have_names(manager: Manager) -> None:
    empty = {"name-0": "", "minutes-0": "7", "name-1": "", "name-2": "", "more": "1"}
    page = words(manager.post("/set-up/2", empty))
    assert 'name="name-3"' in page
    assert 'name="name-4"' not in page
    assert re.search(r'name="minutes-0"[^>]* value="7"', page)
    assert re.search(r'name="minutes-3"[^>]* value="5"', page)
    assert 'id="errors"' not in page
    named = {**empty, "name-3": "Weddings", "minutes-3": "20"}
    del named["more"]
    assert manager.post("/set-up/2", named).location == "/manager/set-up/3"
    assert "Weddings" in words(manager.get("/set-up/2"))


@pytest.mark.parametrize(
    ("step", "form", "field", "said"),
    [
        (1, {**BRANCH, "name": ""}, "name", "Give it a name."),
        (1, {**BRANCH, "time_zone": "lisbon"}, "time_zone", "There is no time zone “lisbon”. Is it Europe/Lisbon?"),
        (1, {**BRANCH, "languages": [], "own": ""}, "languages", "Tick one language at least."),
        (2, {}, "name-0", "One queue at least is needed."),
        (2, {"name-0": "Permits", "minutes-0": "long"}, "minutes-0", "“long” is not a number."),
        (3, {}, "number-0", "One desk at least is needed."),
        (3, {"number-0": "1"}, "number-0", "Tick what the desk serves: one queue at least."),
        (4, {}, "name-0", "Name one person at least."),
        (4, {"name-0": "Karin", "name-1": "Karin"}, "name-1", "There is somebody called Karin already."),
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_step_is_said_and_nothing_is_saved(
    fresh: BranchInTime,
    manager: Manager,
    step: int,
    form: dict[str, object],
    field: str,
    said: str,
) -> None:
    before = there(fresh), settings(fresh)
    answer = manager.post(f"/set-up/{step}", form)
    assert answer.status_code == 422
    assert f'<a href="#{field}">{said}' in words(answer)
    assert (there(fresh), settings(fresh)) == before


def test_a_screen_that_asks_is_let_in_at_the_last_step(
    fresh: BranchInTime, manager: Manager
) -> None:
    ask = {"role": "kiosk", "name": "Entrance"}
    assert fresh.http.post("/api/v1/pairings", json=ask).status_code == 201
    assert fresh.http.post("/api/v1/pairings", json={"role": "display"}).status_code == 201  # fmt: skip
    page = words(manager.get("/set-up/5"))
    kiosk, display = re.findall(r'name="code" value="([0-9A-Z]{8})"><button', page)
    assert "Kiosk “Entrance” shows" in page
    assert manager.post("/set-up/5", {"code": kiosk}).location == "/manager/set-up/5"
    manager.post("/set-up/5", {"code": display, "refuse": "1"})
    page = words(manager.get("/set-up/5"))
    assert 'Kiosk “Entrance”</b><span class="ok">Connected' in page
    assert "shows" not in page.partition("<ul")[2].partition("</ul>")[0]
    assert manager.post("/set-up/5", {"code": "00000000"}).status_code == 422


# --- the trial ------------------------------------------------------------------------------------


def test_a_test_number_is_ticked_as_it_goes_and_counts_nowhere(
    branch: BranchInTime,
) -> None:
    manager = Manager(branch)
    page = words(manager.get("/set-up/try"))
    assert "Try it: a number for yourself" in page
    assert "Left out: no display is connected" in page
    assert manager.post("/set-up/try", {"queue": "parking"}).location == "/manager/set-up/try"  # fmt: skip
    page = words(manager.get("/set-up/try"))
    assert '<p class="code">TEST1</p>' in page
    assert "from here" in page
    address = re.search(r'href="http://localhost(/t/[^"]+)"', page)
    assert address
    assert branch.http.get(address[1]).status_code == 200
    called = branch.console().call_next()
    assert called["label"] == "TEST1"
    page = words(manager.get("/set-up/try"))
    assert "<h1>It works. You can open.</h1>" in page
    assert "at desk 3" in page
    assert manager.post("/set-up/try/end").location == "/manager/live"
    with branch.store.reading(MAIN_BRANCH) as view:
        assert view.open_tickets() == []
        assert all(each.waiting == 0 for each in view.counters().values())


def test_the_next_number_of_a_kiosk_is_the_test(branch: BranchInTime) -> None:
    kiosk, manager = branch.device("kiosk"), Manager(branch)
    manager.post("/set-up/try", {"queue": "parking", "kiosk": "1"})
    assert "the next one is the test" in words(manager.get("/set-up/try"))
    assert kiosk.take("passports")["label"] == "TEST1"
    assert "by kiosk" in words(manager.get("/set-up/try"))
    assert kiosk.take("passports")["label"] == "R001"


def test_no_kiosk_is_named_while_it_would_give_no_number(
    branch: BranchInTime,
) -> None:
    manager, kiosks = Manager(branch), 'name="kiosk"'
    assert kiosks not in manager.get("/set-up/try").text, "there is none"
    branch.device("kiosk")
    assert kiosks in manager.get("/set-up/try").text
    branch.do(SetBranch(settings={"hours": {"week": {}}}))
    assert kiosks not in manager.get("/set-up/try").text, "it is closed"
    manager.post("/live/open", {"queue": "parking"})
    assert kiosks in manager.get("/set-up/try").text


def test_a_customers_number_is_no_test(branch: BranchInTime) -> None:
    manager = Manager(branch)
    branch.device("kiosk").take("parking")
    assert "A001" not in manager.get("/set-up/try").text
    manager.post("/set-up/try/end")
    with branch.store.reading(MAIN_BRANCH) as view:
        assert len(view.open_tickets()) == 1
