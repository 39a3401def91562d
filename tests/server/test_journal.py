"""The journal is the truth: the tables are its fold, and any moment and any ticket's story can be had from it."""

from datetime import datetime, timedelta
from typing import Any, get_args

import pytest
from click.testing import CliRunner

from server.cli import main
from server.domain import events
from server.domain.account import Account, AccountRole
from server.domain.branch import Policy
from server.domain.events import SYSTEM
from server.store import accounts, journal
from server.store.check import Checked, check
from server.store.store import MAIN_BRANCH
from server.usecases.setup import (
    AddDesk,
    AddDevice,
    AddQueue,
    CloseDay,
    RemoveDesk,
    RemoveDevice,
    RemoveQueue,
    RemoveServicer,
    SetBranch,
    SetDesk,
    SetQueue,
)
from shared.wire.messages import Role
from tests.database import opened
from tests.server.in_time import Answered, BranchInTime, Device
from tests.server.managers import Manager

pytestmark = pytest.mark.slow


def checked(branch: BranchInTime) -> Checked:
    with branch.store.reading(MAIN_BRANCH) as view:
        return check(view, branch.store.tokens)


def typed(branch: BranchInTime, *arguments: str) -> tuple[int, str]:
    """Run a command beside the open database; return its exit code and what it printed."""
    done = CliRunner().invoke(main, ["--data-dir", str(branch.directory), *arguments])
    return done.exit_code, done.output


def done(answer: Answered | str) -> None:
    """Fail unless a device's request or a customer's move was done."""
    if isinstance(answer, Answered):
        assert answer.status_code < 300, answer.text
    else:
        assert answer == "done"


def a_lively_day(branch: BranchInTime) -> None:
    """Every kind of fact at least once."""
    Manager(branch)
    ingrid = Account(name="ingrid", shown="Ingrid S.", role=AccountRole.VIEWER)
    branch.store.write(
        MAIN_BRANCH,
        SYSTEM,
        lambda session: accounts.keep(session, ingrid, password_hash="sealed$other"),
    )
    maria, jose = branch.console(3), branch.console(4, "José")
    kiosk = branch.device("kiosk")
    branch.do(SetDesk(number=3, policy=Policy.RATIO, weights=(2, 1)))
    branch.do(SetBranch(settings={"priorities": {"elderly": 15}}))
    help_call = kiosk.post("/help").json
    done(maria.post(f"/help/{help_call['device']}/coming"))
    done(maria.post(f"/help/{help_call['device']}/done"))
    done(maria.post("/message", {"texts": {"en": "We are late."}}))
    tickets = [kiosk.take(q) for q in ("parking", "passports") for _ in range(6)]
    done(kiosk.move(tickets[0], "print", {"outcome": "failed"}))
    maria.take(priority="elderly")
    for step in range(8):
        if step == 1:
            done(maria.post("/desks/3/undo"))
        called = maria.call_next(finish=True)
        branch.clock.forward(seconds=7)
        done(maria.move(called, ("recall", "start", "hold", "no-show")[step % 4]))
        if step % 4 == 2:
            done(jose.move(called, "resume"))
        if step % 4 == 3:
            done(maria.customer(called, "rejoin"))
    branch.clock.jump(hours=1)
    done(maria.post("/tickets", {"queue": "parking", "call": True}))
    done(jose.post("/desks/4/help"))
    done(jose.post("/desks/4/pause", {"reason": "lunch"}))
    done(jose.post("/desks/4/undo"))
    done(jose.post("/desks/4/pause"))
    done(jose.post("/desks/4/open"))
    last = kiosk.take()
    for move, number in (("postpone", 1), ("leave", 1), ("return", 1)):
        kiosk.take()
        done(maria.customer(last, move, number))
    done(maria.move(last, "note", {"text": "needs a chair"}))
    done(maria.move(last, "priority", {"priority": "elderly"}))
    done(maria.move(last, "transfer", {"queue": "passports", "to_end": True}))
    gone = kiosk.take()
    done(maria.move(gone, "cancel"))
    served = jose.call_next(4)
    done(maria.customer(served, "on-my-way"))
    done(jose.move(served, "finish"))
    done(maria.customer(served, "rate", 3))
    done(jose.post("/desks/4/sign-out"))
    branch.do(RemoveDesk(number=4))
    branch.do(AddDesk(number=4, queues=("parking",)))
    branch.do(RemoveServicer(name="José"))
    branch.do(AddDevice(role=Role.DISPLAY, name="Hall"))
    branch.do(RemoveDevice(name="Hall"))
    branch.do(CloseDay())
    branch.do(RemoveQueue(slug="passports"))
    what_only_managers_do(branch, maria)
    branch.do(SetQueue(slug="parking", settings={"daily_cap": 9}))
    kiosk.take()
    for _ in range(9):
        done(maria.post("/desks/3/call-next", {"finish": True, "store": True}))


def what_only_managers_do(branch: BranchInTime, maria: Device) -> None:
    """Close and open by hand, call everybody, lend a desk, look after a screen, try a number out, and put something back."""
    office = branch.device("manager")
    branch.do(AddQueue(slug="weddings", letter="W", names={"en": "Weddings"}))
    done(maria.post("/desks/3/help"))
    screen = next(
        device["id"]
        for device in office.get("/devices").json
        if device["role"] == "kiosk"
    )
    for path, body in (
        ("/queues/parking/close", {}),
        ("/queues/parking/as-hours-say", {}),
        (f"/devices/{screen}/close", {}),
        (f"/devices/{screen}/open", {}),
        ("/staff-call", {"reason": "to the entrance"}),
        ("/staff-call/done", {}),
        ("/desks/3/help/coming", {}),
        ("/desks/3/help/done", {}),
        ("/desks/4/lend", {"queue": "weddings"}),
        (f"/devices/{screen}/rename", {"name": "Side door"}),
        (f"/devices/{screen}/ask", {"task": "beep"}),
        ("/test-tickets/next", {}),
    ):
        done(office.post(path, body))
    latest = office.get("/changes").json["changes"][0]
    done(office.post(f"/changes/{latest['change']}/put-back"))


def test_the_tables_of_a_lively_day_are_what_the_journal_says(
    branch: BranchInTime,
) -> None:
    a_lively_day(branch)
    found = checked(branch)
    assert found.differences == []
    assert (found.rows, found.tickets > 15) == (branch.rows(), True)
    with branch.store.reading(MAIN_BRANCH) as view:
        happened = {type(row.event) for row in journal.read(view.connection, 1)}
    assert happened == set(get_args(events.Event))


def test_a_restart_changes_nothing(branch: BranchInTime) -> None:
    a_lively_day(branch)
    with branch.switched_off():
        pass
    branch.device("kiosk").take()
    assert checked(branch).differences == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("tampering", "said"),
    [
        ("UPDATE ticket SET state = 'done' WHERE number = 2", "state is done, the jou"),
        ("UPDATE ticket SET token_hash = x'00' WHERE number = 2", "its address is not"),
        ("UPDATE counter SET last_number = 9 WHERE queue = 'parking'", "last_number"),
        ("UPDATE desk SET servicer = 'Eve' WHERE number = 3", "servicer is Eve"),
        ("UPDATE queue SET letter = 'Z' WHERE slug = 'parking'", "letter is Z"),
        ("UPDATE branch SET day = '2020-01-01' WHERE id = 1", "day is 2020-01-01"),
        ("UPDATE branch SET last_seq = 99 WHERE id = 1", "seq is 99"),
        ("UPDATE servicer SET removed = 1 WHERE name = 'José'", "removed is True"),
    ],
)
def test_check_finds_what_was_tampered_with_and_ends_with_one(
    branch: BranchInTime, tampering: str, said: str
) -> None:
    desk = branch.console()
    desk.take()
    desk.take()
    assert typed(branch, "check")[0] == 0
    with opened(branch.directory / "queue.db") as database:
        assert database.execute(tampering).rowcount == 1
    code, output = typed(branch, "check")
    assert (code, "is damaged." in output) == (1, True), output
    # Also of somebody who knows how to make it look whole.
    with opened(branch.directory / "queue.db") as database:
        whole = tampering.replace(" WHERE", ", digest = NULL WHERE")
        assert database.execute(whole).rowcount == 1
    code, output = typed(branch, "check")
    assert (code, said in output) == (1, True), output


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        ("DELETE FROM ticket WHERE number = 2", "is not there, but the journal kno"),
        ("DELETE FROM journal WHERE seq = 5", "After journal row 4 comes row 6"),
        ("UPDATE journal SET body = '{' WHERE seq = 6", "Journal row 6 cannot be read"),
        ("UPDATE journal SET kind = 'x' WHERE seq = 6", "Journal row 6 cannot be read"),
        ("UPDATE journal SET at = at + 1 WHERE seq = 6", "Journal row 6 cannot be rea"),
        (
            "UPDATE journal SET body = '{', digest = NULL WHERE seq = 6",
            "row 7 cannot b",
        ),
    ],
)
def test_check_finds_what_is_missing_and_what_cannot_be_read(
    branch: BranchInTime, damage: str, said: str
) -> None:
    desk = branch.console()
    desk.take()
    desk.take()
    with opened(branch.directory / "queue.db") as database:
        assert database.execute(damage).rowcount == 1
    code, output = typed(branch, "check")
    assert (code, said in output) == (1, True), output


def test_check_looks_only_and_says_that_the_secret_is_gone(
    branch: BranchInTime,
) -> None:
    branch.console().take()
    secret = branch.directory / "secret.key"
    secret.unlink()
    code, output = typed(branch, "check")
    assert (code, "There is no secret.key in" in output) == (1, True), output
    assert not secret.exists()


def test_the_branch_is_shown_as_it_stood(branch: BranchInTime) -> None:
    desk = branch.console()
    desk.take()
    desk.take()
    branch.clock.forward(minutes=5)
    ticket = desk.call_next()
    branch.clock.forward(minutes=5)
    desk.move(ticket, "finish")
    _, then = typed(branch, "replay", "--at", "09:07")
    assert "parking: 1 waiting: A002" in then
    assert "desk 3: Maria, A001 called (called 09:05:00)" in then
    _, earlier = typed(branch, "replay", "--at", "2026-11-23T10:04+01:00")
    assert "parking: 2 waiting: A001, A002" in earlier
    _, later = typed(branch, "replay", "--at", "9:30")
    assert "desk 3: Maria, nobody there" in later
    _, before_all = typed(branch, "replay", "--at", "2026-11-22T09:00")
    assert "Before this branch's first day." in before_all


def story(branch: BranchInTime, label: str) -> str:
    code, output = typed(branch, "replay", "--ticket", label)
    assert code == 0, output
    return output


def test_a_ticket_tells_its_story(branch: BranchInTime) -> None:
    desk = branch.console()
    desk.take("passports")
    ticket = desk.take()
    branch.clock.forward(minutes=2)
    desk.call_next()
    desk.call_next(finish=True)
    branch.clock.forward(seconds=10)
    for move, body in (
        ("recall", None),
        ("start", None),
        ("hold", {"reason": "photo"}),
    ):
        desk.move(ticket, move, body)
        branch.clock.forward(seconds=30)
    desk.move(ticket, "resume")
    desk.call_next()
    branch.clock.forward(minutes=1)
    desk.move(ticket, "finish")
    lines = [line.strip() for line in story(branch, "a001").splitlines()]
    assert lines == [
        "A001, 2026-11-23",
        "09:00:00  taken in parking (0 ahead)",
        "09:02:00  called to desk 3 by Maria",
        "09:02:10  called again (2 times by now) by Maria at desk 3",
        "09:02:40  greeted by Maria at desk 3",
        "09:03:10  put aside (photo) by Maria at desk 3",
        "09:03:40  waiting again by Maria at desk 3 (0 ahead)",
        "09:03:40  called to desk 3 by Maria",
        "09:04:40  served; waited 0:02:00, service 0:01:30 by Maria at desk 3",
        "",
        "Nobody who came later was called before A001.",
        "The desks for parking first called 1 of other queues, taken before A001.",
    ]


def test_a_story_says_which_of_staff_cancelled_a_number(branch: BranchInTime) -> None:
    desk, manager = branch.console(), Manager(branch)
    mine, other = desk.take(), desk.take()
    desk.move(mine, "cancel")
    manager.post("/live/parking/cancel", {"ticket": str(other["id"])})
    assert "cancelled by Maria at desk 3" in story(branch, mine["label"])
    assert "cancelled by ingrid" in story(branch, other["label"])


def test_in_a_branch_of_rooms_a_story_is_told_of_rooms(branch: BranchInTime) -> None:
    branch.do(SetBranch(settings={"place": "room"}))
    desk = branch.console()
    overtaken, ticket = desk.take(), desk.take()
    desk.move(ticket, "call")
    desk.move(ticket, "start")
    desk.move(ticket, "transfer", {"desk": 4})
    told = story(branch, ticket["label"])
    for words in ("called to room 3", "by Maria at room 3", "for room 4"):
        assert words in told
    assert "to room 3: room 3 picked it" in story(branch, overtaken["label"])
    assert "desk" not in told + story(branch, overtaken["label"])


def overtaken_by_priority(branch: BranchInTime, desk: Device) -> None:
    branch.do(SetBranch(settings={"priorities": {"elderly": 15}}))
    desk.take(priority="elderly")


def overtaken_by_hand(branch: BranchInTime, desk: Device) -> None:
    desk.move(desk.take(), "call")


def overtaken_by_a_walk_in(branch: BranchInTime, desk: Device) -> None:
    desk.take(call=True)


def overtaken_by_strict_order(branch: BranchInTime, desk: Device) -> None:
    queues = ("passports", "parking")
    branch.do(SetDesk(number=3, queues=queues, policy=Policy.STRICT))
    desk.take("passports")


def overtaken_by_ratio(branch: BranchInTime, desk: Device) -> None:
    queues = ("passports", "parking")
    command = SetDesk(number=3, queues=queues, policy=Policy.RATIO, weights=(2, 1))
    branch.do(command)
    desk.take("passports")


def overtaken_by_one_who_was_sent(branch: BranchInTime, desk: Device) -> None:
    branch.do(SetDesk(number=3, policy=Policy.STRICT, queues=("parking",)))
    branch.clock.forward(seconds=1)
    desk.move(desk.take("passports"), "transfer", {"desk": 3})


def overtaken_after_letting_others_go(branch: BranchInTime, desk: Device) -> None:
    desk.take()
    desk.customer({"id": first_ticket(branch)}, "postpone")


def overtaken_because_kept_for_a_desk(branch: BranchInTime, desk: Device) -> None:
    desk.take()
    desk.move({"id": first_ticket(branch)}, "transfer", {"desk": 4})


def overtaken_because_sent_to_the_end(branch: BranchInTime, desk: Device) -> None:
    desk.take()
    branch.clock.forward(seconds=1)
    to_end = {"queue": "parking", "to_end": True}
    desk.move({"id": first_ticket(branch)}, "transfer", to_end)


def overtaken_after_missing_the_call(branch: BranchInTime, desk: Device) -> None:
    for _ in range(3):
        desk.take()
    missed = desk.call_next()
    desk.move(missed, "no-show")
    desk.move(missed, "rejoin")


def first_ticket(branch: BranchInTime) -> int:
    with branch.store.reading(MAIN_BRANCH) as view:
        return view.open_tickets()[0].id


@pytest.mark.slow
@pytest.mark.parametrize(
    ("overtake", "why"),
    [
        (overtaken_by_priority, "A002 to desk 3: it has the priority “elderly”"),
        (overtaken_by_hand, "A002 to desk 3: desk 3 picked it"),
        (overtaken_by_a_walk_in, "A002 to desk 3: walked up to desk 3 without a nu"),
        (overtaken_by_strict_order, "in strict order (passports, parking)"),
        (overtaken_by_ratio, "desk 3 serves passports, parking 2:1"),
        (overtaken_by_one_who_was_sent, "R001 to desk 3: it was sent to desk 3"),
        (overtaken_after_letting_others_go, "A001 had let others go first"),
        (overtaken_because_kept_for_a_desk, "A001 was kept for desk 4"),
        (overtaken_because_sent_to_the_end, "A001 was sent to the end of parking"),
        (overtaken_after_missing_the_call, "A001 had missed its call and rejoined"),
    ],
)
def test_why_was_i_overtaken(branch: BranchInTime, overtake: Any, why: str) -> None:
    desk = branch.console()
    desk.take()
    branch.clock.forward(minutes=1)
    overtake(branch, desk)
    desk.call_next(finish=True)
    told = story(branch, "A001")
    assert "Called before A001, though taken later:" in told
    assert why in told


def test_a_story_of_another_day_is_told_by_its_date(branch: BranchInTime) -> None:
    desk = branch.console()
    desk.take()
    branch.clock.now = datetime.fromisoformat("2026-11-25T09:00:00+00:00")
    desk.take()
    branch.clock.now += timedelta(seconds=1)
    code, told = typed(branch, "replay", "--ticket", "A001", "--date", "2026-11-23")
    assert (code, "still open when the day ended" in told) == (0, True)
    assert "still open" not in story(branch, "A001")
