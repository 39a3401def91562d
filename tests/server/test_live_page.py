"""The live page as it is sent: what it says, and that many who look cost hardly more than one."""

import re

import pytest
import sqlalchemy as sa

from server.domain.promise import Promise
from server.forecast.outlook import Outlook
from server.store.store import MAIN_BRANCH
from server.usecases.setup import AddQueue, SetBranch, SetDesk
from tests.server.in_time import BranchInTime
from tests.server.managers import Manager

pytestmark = pytest.mark.slow


@pytest.fixture
def manager(branch: BranchInTime) -> Manager:
    """Somebody who may everything."""
    return Manager(branch)


def words_of(html: str) -> str:
    """Return the words of a page or a part."""
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def unsealed(html: str) -> str:
    """Return the page without what is another for each who asks, each time."""
    return re.sub(r'name="csrf" value="[^"]*"', "", html)


def heading(manager: Manager, **options: str) -> str:
    page = manager.get("/live", headers={"Accept-Language": "en", **options}).text
    found = re.search(r"<h1>(.*?)</h1>", page, re.DOTALL)
    assert found is not None
    return words_of(found[1])


def part(manager: Manager, name: str) -> str:
    return words_of(manager.get(f"/live/parts/{name}").text)


def test_the_heading_says_who_waits_and_for_how_long(
    branch: BranchInTime, manager: Manager
) -> None:
    kiosk, _ = branch.device("kiosk"), branch.console(desk=3)
    assert heading(manager) == "Nobody is waiting."
    for _ in range(3):
        kiosk.take()
    branch.clock.forward(minutes=18)
    assert heading(manager) == "3 waiting. Longest 18 min . Desk 3 idle."
    branch.console(desk=4, servicer="José").call_next(desk=4)
    branch.clock.forward(minutes=20)
    assert heading(manager) == "2 waiting. Longest 38 min . Desk 3 idle."


def test_the_heading_is_in_the_reader_s_language_and_in_the_branch_s_words(
    branch: BranchInTime, manager: Manager
) -> None:
    branch.do(SetBranch(settings={"place": "room", "languages": ["en", "de"]}))
    branch.device("kiosk").take()
    assert heading(manager) == "1 waiting. All came just now. No room is open."


def test_the_title_is_the_heading(branch: BranchInTime, manager: Manager) -> None:
    branch.device("kiosk").take()
    branch.console()
    page = manager.get("/live").text
    assert "<title>1 waiting. All came just now. · Your branch</title>" in page


def test_desks_say_who_is_there_for_how_long(
    branch: BranchInTime, manager: Manager
) -> None:
    kiosk, console = branch.device("kiosk"), branch.console(desk=3)
    kiosk.take()
    ticket = console.call_next()
    branch.clock.forward(seconds=23)
    assert "3 Maria Called A001 23 s A R" in part(manager, "desks")
    console.move(ticket, "start")
    branch.clock.forward(minutes=4)
    assert "3 Maria A001 served 4 min A R" in part(manager, "desks")
    console.move(ticket, "finish")
    branch.clock.forward(minutes=6)
    assert "3 Maria Idle 6 min A R" in part(manager, "desks")
    assert "4 Nobody Closed A R" in part(manager, "desks")


def test_who_asks_for_help_needs_somebody(
    branch: BranchInTime, manager: Manager
) -> None:
    kiosk, console = branch.device("kiosk"), branch.console(desk=3)
    kiosk.take()
    console.call_next()
    assert 'data-count="0"' in manager.get("/live/parts/needs").text
    assert console.post("/desks/3/help").status_code == 200
    branch.clock.forward(minutes=2)
    said = part(manager, "needs")
    assert "Maria at desk 3 asks for help For 2 min , with A001 ." in said
    # The kiosk was not heard of for two minutes, either.
    pip = '<span class="pip" data-pip="/manager/live">2</span>'
    assert pip in manager.get("/live").text


def test_a_name_is_nothing_but_a_name(branch: BranchInTime, manager: Manager) -> None:
    names = {"en": "<script>alert(1)</script>{span}"}
    branch.do(AddQueue(slug="odd", letter="L", names=names))
    page = manager.get("/live").text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;{span}" in page


def test_a_part_is_what_the_page_has_in_its_place(
    branch: BranchInTime, manager: Manager
) -> None:
    branch.device("kiosk").take()
    page = unsealed(manager.get("/live").text)
    for name in ("heading", "needs", "queues", "desks", "devices"):
        assert unsealed(manager.get(f"/live/parts/{name}").text.strip()) in page


@pytest.mark.parametrize(
    "names", ["everything", "queues,", "", "line", "queues,nothing"]
)
def test_there_are_no_other_parts(manager: Manager, names: str) -> None:
    assert manager.get(f"/live/parts/{names}").status_code == 404


def test_many_who_look_at_the_same_ask_the_tables_once(
    branch: BranchInTime, manager: Manager
) -> None:
    branch.device("kiosk").take()
    with branch.store.connecting() as connection:
        engine = connection.engine
    asked: list[str] = []
    manager.get("/live/parts/queues,desks,needs")
    with branch.store.reading(1) as view:
        seq = view.branch.seq

    def note(*statement: object) -> None:
        asked.append(str(statement[2]))

    sa.event.listen(engine, "before_cursor_execute", note)
    for _ in range(20):
        answer = manager.get(f"/live/parts/queues,desks,needs?seq={seq}")
        assert answer.status_code == 200
    sa.event.remove(engine, "before_cursor_execute", note)
    selects = [each for each in asked if each.startswith("SELECT")]
    assert len(selects) <= 2 * 20, "no more than who it is that asks"
    assert not any("FROM ticket" in each or "FROM queue" in each for each in selects)


def test_who_asks_for_a_later_row_is_shown_it(
    branch: BranchInTime, manager: Manager
) -> None:
    manager.get("/live/parts/queues")
    branch.device("kiosk").take()
    with branch.store.reading(1) as view:
        seq = view.branch.seq
    assert "Parking permits 1 waiting" in words_of(
        manager.get(f"/live/parts/queues?seq={seq}").text.replace("&nbsp;", " ")
    )


def test_a_queue_is_closed_by_one_press_and_opened_by_the_next(
    branch: BranchInTime, manager: Manager
) -> None:
    kiosk = branch.device("kiosk")
    closed = manager.post("/live/close", {"queue": "parking"}, page="/live")
    assert (closed.status_code, closed.location) == (303, "/manager/live?switched=parking")  # fmt: skip
    assert kiosk.post("/tickets", {"queue": "parking"}).status_code == 409
    page = manager.get("/live?switched=parking").text
    assert "Parking permits gives no numbers now. Whoever waits is served." in page
    assert "Closed by hand until Tue 04:00" in page
    manager.post("/live/open", {"queue": "parking"}, page="/live")
    kiosk.take()
    assert "Parking permits gives numbers again." in manager.get("/live?switched=parking").text  # fmt: skip


def test_a_queue_opened_by_hand_is_closed_as_its_hours_say(
    branch: BranchInTime, manager: Manager
) -> None:
    branch.do(
        SetBranch(settings={"hours": {"week": {"2": [["09:00:00", "17:00:00"]]}}})
    )
    kiosk = branch.device("kiosk")
    manager.post("/live/open", {"queue": "parking"}, page="/live")
    kiosk.take()
    shown = manager.get("/live").text
    assert "Opened by hand" in shown
    assert "Opened by hand until" not in shown
    manager.post("/live/close", {"queue": "parking"}, page="/live")
    assert "Opens Wed 09:00" in manager.get("/live").text


@pytest.mark.parametrize("switched", ["", "nothing", "<b>"])
def test_an_address_says_of_no_queue_what_is_not_so(
    manager: Manager, switched: str
) -> None:
    assert "toast" not in manager.get(f"/live?switched={switched}").text


def test_a_viewer_sees_all_and_has_nothing_to_press(branch: BranchInTime) -> None:
    viewer = Manager(branch, "viewer", "vera")
    page = viewer.get("/live").text
    assert "Parking permits" in page
    assert "<form" not in page
    assert "/manager/message" not in page
    assert viewer.post("/live/close", {"queue": "parking"}).status_code == 403


def test_everybody_who_waits_is_told_until_it_is_taken_back(
    branch: BranchInTime, manager: Manager
) -> None:
    branch.do(SetBranch(settings={"languages": ["en", "de"]}))
    kiosk = branch.device("kiosk")
    said = {"text-en": "We are late.", "text-de": " ", "minutes": "30"}
    assert manager.post("/message", said, page="/message").location == "/manager/live"
    told = kiosk.get("/branch").json["message"]
    assert told["texts"] == {"en": "We are late."}
    assert told["until"] == "2026-11-23T09:30:00Z"
    assert "Shown for 0 s , until 09:30." in words_of(manager.get("/message").text)
    manager.post("/message", page="/message")
    assert kiosk.get("/branch").json["message"] is None


def test_a_message_that_is_too_long_is_kept_to_be_made_shorter(
    branch: BranchInTime, manager: Manager
) -> None:
    answer = manager.post("/message", {"text-en": "x" * 201}, page="/message")
    assert answer.status_code == 422
    assert "x" * 201 in answer.text
    assert "<title>Error: " in answer.text
    assert "A message has at most 200 letters. Say it shorter." in answer.text
    assert branch.device("kiosk").get("/branch").json["message"] is None


def test_a_message_or_a_call_that_no_screen_can_show_is_kept_to_be_put_right(
    manager: Manager,
) -> None:
    said = "Take letters that every screen can show."
    for page, field in (("/message", "text-en"), ("/help", "reason")):
        answer = manager.post(page, {field: "We are late\u202e"}, page=page)
        assert answer.status_code == 422, page
        assert said in answer.text
        assert "We are late\u202e" in answer.text
    assert manager.post("/help", {"reason": "Desk 3"}, page="/help").status_code == 303


def test_a_desk_is_lent_a_queue_from_its_menu(
    branch: BranchInTime, manager: Manager
) -> None:
    branch.do(AddQueue(slug="bills", letter="L", names={"en": "Pay a bill"}))
    branch.do(SetDesk(number=3, queues=("parking", "passports")))
    branch.console()
    assert "Also serve until closing Pay a bill" in part(manager, "desks")
    lent = {"desk": "3", "queue": "bills"}
    manager.post("/live/lend", lent, page="/live")
    branch.clock.forward(seconds=2)
    assert "A R L" in part(manager, "desks")
    assert "No longer Pay a bill" in part(manager, "desks")
    manager.post("/live/lend-back", lent, page="/live")
    branch.clock.forward(seconds=2)
    assert "A R L" not in part(manager, "desks")


def test_a_queue_that_nobody_serves_is_given_to_a_desk_where_it_is_said(
    branch: BranchInTime, manager: Manager
) -> None:
    branch.do(AddQueue(slug="bills", letter="L", names={"en": "Pay a bill"}))
    branch.device("kiosk").take("bills")
    assert "serves it today" not in part(manager, "needs"), "nobody is there"
    branch.console()
    branch.clock.forward(seconds=2)
    said = part(manager, "needs")
    assert "1 waits for Pay a bill, and nobody serves it" in said
    assert "Desk 3 serves it today" in said
    form = {"desk": "3", "queue": "bills"}
    assert 'action="/manager/live/lend"' in manager.get("/live").text
    assert manager.post("/live/lend", form, page="/live").status_code == 303
    branch.clock.forward(seconds=2)
    assert "nobody serves it" not in part(manager, "needs")


def test_long_times_of_a_message_are_hours(manager: Manager) -> None:
    page = manager.get("/message").text
    for said in ("For 15 minutes", "For 1 hour<", "For 2 hours", "For 4 hours"):
        assert said in page
    assert "120 minutes" not in page


def test_a_manager_comes_to_a_desk_and_it_is_done(
    branch: BranchInTime, manager: Manager
) -> None:
    branch.console().post("/desks/3/help")
    assert "I’m coming" in part(manager, "needs")
    manager.post("/help/desks/3", page="/live")
    branch.clock.forward(seconds=2)
    assert "Ingrid is coming. It is done" in part(manager, "needs")
    manager.post("/help/desks/3/done", page="/live")
    branch.clock.forward(seconds=2)
    assert "asks for help" not in part(manager, "needs")
    # Pressed once more, on a page that was drawn before.
    assert manager.post("/help/desks/3", page="/live").status_code == 303


def test_everybody_is_called_and_enough_come(
    branch: BranchInTime, manager: Manager
) -> None:
    manager.post("/help", {"reason": "At the entrance"}, page="/help")
    said = part(manager, "needs")
    assert "Everybody is called to help For 0 s , by Ingrid." in said
    assert "At the entrance" in said
    manager.post("/help/enough", page="/live")
    branch.clock.forward(seconds=2)
    assert "Everybody is called" not in part(manager, "needs")


def test_it_says_how_long_newcomers_wait_and_a_line_when_each_of_them_is_called(
    branch: BranchInTime, manager: Manager
) -> None:
    kiosk = branch.device("kiosk")
    branch.console()
    waiting = [kiosk.take()["id"] for _ in range(2)]

    def know(minutes: int) -> None:
        said = {
            id: Promise(60 * n, 90 * n, 60 * minutes * n)
            for n, id in enumerate(waiting, 1)
        }
        shown = {"parking": Promise(480, 600, 840)} if minutes == 3 else {}
        known = Outlook(seq=waiting[-1] + 1, tickets=said, shown=shown)
        branch.hub.outlooks.publish(MAIN_BRANCH, known)

    know(3)
    assert "8–14 min" in part(manager, "queues")
    line = words_of(manager.get("/live/parking/parts/heading,line").text)
    assert "A newcomer waits 8–14 min." in line
    assert "Is called next · Will be called in 1–3 min" in line
    assert "Will be called in 2–6 min" in line
    # Within the same second, and with no row of the journal: what is known is what is said.
    know(5)
    assert "min" not in part(manager, "queues").partition("Passports")[0]
    line = words_of(manager.get("/live/parking/parts/line").text)
    assert "Will be called in 2–10 min" in line


def test_where_a_desk_is_free_whoever_comes_is_next_at_once(
    branch: BranchInTime, manager: Manager
) -> None:
    def told() -> list[bool]:
        """Return whether *Live*, the queue's line and the join page say so."""
        branch.clock.forward(seconds=2)
        line = words_of(manager.get("/live/parking/parts/heading,line").text)
        return [
            "Next, at once" in part(manager, "queues").partition("Passports")[0],
            "A newcomer is next, at once." in line,
            "Next, at once" in branch.http.get("/q/parking").text,
        ]

    assert told() == [False] * 3
    console = branch.console()
    assert told() == [True] * 3
    branch.device("kiosk").take()
    assert told() == [False] * 3
    console.call_next()
    assert told() == [False] * 3
