"""Who changed what is told, each change of the set-up is put back exactly, and nothing of it is altered unseen."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from server.domain.events import Actor
from server.domain.state import BranchState
from server.domain.today import Today
from server.store.check import check
from server.store.load import load
from server.store.store import MAIN_BRANCH
from server.usecases.lend_queue import LendQueue, lend_queue
from server.usecases.setup import (
    AddDesk,
    AddQueue,
    AddServicer,
    CloseDay,
    Command,
    PutBack,
    RemoveDesk,
    RemoveQueue,
    RemoveServicer,
    SayToAll,
    SetBranch,
    SetDesk,
    SetQueue,
    SetServicer,
)
from server.usecases.switch_queue import CloseQueue, close_queue
from tests.database import opened
from tests.server.in_time import BranchInTime, Device
from tests.server.terminal import Terminal

pytestmark = pytest.mark.slow

HOURS = {"week": {"0": [["08:00:00", "17:00:00"]]}}


@pytest.fixture
def manager(branch: BranchInTime) -> Device:
    """A manager's program."""
    return branch.device("manager")


def now_of(branch: BranchInTime) -> BranchState:
    """Return the branch as it stands."""
    with branch.store.reading(MAIN_BRANCH) as view:
        assert check(view, branch.store.tokens).differences == []
        return load(view)


def set_up(branch: BranchInTime) -> Sequence[Any]:
    """Return how the branch is set up."""
    state = now_of(branch)
    return (
        state.settings,
        state.queues(),
        state.desks(),
        state.servicers(),
        state.message,
        state.today,
    )


def latest(device: Device) -> dict[str, Any]:
    """Return the change made last."""
    return dict(device.get("/changes").json["changes"][0])


COMMANDS: list[Command] = [
    SetBranch(settings={"target_minutes": 7, "hours": HOURS}),
    SetBranch(settings={"priorities": {"elderly": 20, "vip": 1}}),
    SetBranch(words={"names": {"de": "Rathaus"}, "footer": {"en": "Thank you"}}),
    SetBranch(priority_words={"child": {"en": "I am with a child"}}),
    AddQueue(slug="permits", names={"en": "Permits"}),
    SetQueue(slug="parking", letter="P", ordinal=9, names={"de": "Parken"}),
    SetQueue(slug="parking", settings={"max_waiting": 20, "first_number": 100}),
    SetQueue(slug="parking", settings={"hours": HOURS}),
    RemoveQueue(slug="passports"),
    AddDesk(number=7, names={"en": "Laboratory"}),
    SetDesk(number=3, queues=("passports",)),
    SetDesk(number=3, names={"en": "Laboratory"}),
    RemoveDesk(number=4),
    AddServicer(name="Chen", pin="482913"),
    SayToAll(texts={"en": "We are late."}),
]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda each: type(each).__name__)
def test_each_change_is_put_back_exactly(
    branch: BranchInTime, manager: Device, command: Command
) -> None:
    before = set_up(branch)
    branch.do(command)
    after = set_up(branch)
    change = latest(manager)["change"]
    assert after != before
    assert manager.post(f"/changes/{change}/put-back").status_code == 204
    assert set_up(branch) == before
    told = latest(manager)
    assert told["puts_back"] == change
    if not isinstance(command, AddServicer):
        assert manager.post(f"/changes/{told['change']}/put-back").status_code == 204
        assert set_up(branch) == after, "what was put back is put back again"


def test_what_was_set_by_hand_is_put_back(
    branch: BranchInTime, manager: Device
) -> None:
    branch.do(SetDesk(number=3, queues=("parking",)))
    before = set_up(branch)
    anna = Actor(manager="anna")
    for work in (
        lambda session: close_queue(session, CloseQueue(slug="parking")),
        lambda session: lend_queue(session, LendQueue(desk=3, queue="passports")),
    ):
        branch.store.write(MAIN_BRANCH, anna, work)
        told = latest(manager)
        assert told["by"] == "anna"
        assert manager.post(f"/changes/{told['change']}/put-back").status_code == 204
        assert set_up(branch) == before


@pytest.mark.parametrize("what", ["queue", "kiosk"])
def test_what_was_closed_until_a_moment_that_is_past_is_not_closed_again(
    branch: BranchInTime, manager: Device, what: str
) -> None:
    branch.device("kiosk")
    (kiosk,) = [e["id"] for e in manager.get("/devices").json if e["role"] == "kiosk"]
    thing, opened_again = {
        "queue": ("/queues/parking", "as-hours-say"),
        "kiosk": (f"/devices/{kiosk}", "open"),
    }[what]
    until = {"until": "2026-11-23T09:10:00Z"}
    assert manager.post(f"{thing}/close", until).status_code == 200
    assert manager.post(f"{thing}/{opened_again}").status_code in (200, 204)
    change = latest(manager)["change"]
    branch.clock.forward(minutes=5)
    assert manager.post(f"/changes/{change}/put-back").status_code == 204
    assert manager.post(f"{thing}/{opened_again}").status_code in (200, 204)
    change = latest(manager)["change"]
    branch.clock.forward(minutes=10)
    refused = manager.post(f"/changes/{change}/put-back")
    assert refused.json["detail"] == "It is as it was before already."
    assert now_of(branch).today == Today()


def test_a_devices_new_name_and_desk_are_put_back_and_its_token_is_not(
    branch: BranchInTime, manager: Device
) -> None:
    branch.console()
    there = {each["role"]: each["id"] for each in manager.get("/devices").json}
    before = now_of(branch).devices
    for change, body in (("rename", {"name": "Door"}), ("bind", {"desk": 3})):
        manager.post(f"/devices/{there['console']}/{change}", body)
        assert now_of(branch).devices != before
        branch.do(PutBack(change=latest(manager)["change"]))
        assert now_of(branch).devices == before
    manager.post(f"/devices/{there['console']}/remove")
    refused = manager.post(f"/changes/{latest(manager)['change']}/put-back")
    assert "is not kept: pair it anew" in refused.json["detail"]


def test_what_was_done_at_the_days_end_is_put_back_alone(
    branch: BranchInTime, manager: Device
) -> None:
    manager.post("/desks/3/lend", {"queue": "passports"})
    manager.post("/set-up/set-desk", {"number": 3, "queues": ["parking"]})
    branch.clock.forward(hours=20)
    # Nobody was here since: it is this that ends yesterday.
    manager.post("/queues/parking/close")
    told = latest(manager)
    assert [each["setting"] for each in told["altered"]] == ["by_hand"]
    assert told["why_not"] is None
    assert manager.post(f"/changes/{told['change']}/put-back").status_code == 204
    state = now_of(branch)
    assert (state.today.queues, state.desk(3).lent) == ({}, ()), "no loan comes back"


def test_a_loan_that_ended_with_its_day_is_told_anew_the_next(
    branch: BranchInTime, manager: Device
) -> None:
    branch.do(SetDesk(number=3, queues=("parking",)))
    for _ in range(2):
        manager.post("/desks/3/lend", {"queue": "passports"})
        (told,) = latest(manager)["altered"]
        assert (told["setting"], told["before"]) == ("lent", None)
        branch.do(CloseDay())
        branch.clock.forward(days=1)
        branch.look_after()


def test_a_loan_that_a_ready_desk_had_waited_for_is_put_back(
    branch: BranchInTime, manager: Device
) -> None:
    branch.do(SetDesk(number=3, queues=("parking",)))
    desk = branch.console()
    desk.post("/desks/3/call-next", {"store": True})
    ticket = branch.device("kiosk").take("passports")
    manager.post("/desks/3/lend", {"queue": "passports"})
    assert desk.state(ticket) == "called"
    told = latest(manager)
    assert [each["setting"] for each in told["altered"]] == ["lent"]
    assert manager.post(f"/changes/{told['change']}/put-back").status_code == 204
    assert now_of(branch).desk(3).lent == ()
    assert desk.state(ticket) == "called", "who was called stays so"


@pytest.mark.parametrize(
    "command",
    [RemoveQueue(slug="passports"), RemoveDesk(number=4)],
    ids=lambda each: type(each).__name__,
)
def test_what_is_there_again_is_not_put_back_once_more(
    branch: BranchInTime, manager: Device, command: Command
) -> None:
    branch.do(command)
    change = latest(manager)["change"]
    assert manager.post(f"/changes/{change}/put-back").status_code == 204
    rows = branch.rows()
    again = manager.post(f"/changes/{change}/put-back")
    assert again.json["detail"] == "It is as it was before already."
    assert branch.rows() == rows


def test_only_what_the_change_altered_is_put_back(
    branch: BranchInTime, manager: Device
) -> None:
    branch.do(SetQueue(slug="parking", settings={"max_waiting": 20}))
    change = latest(manager)["change"]
    branch.do(SetQueue(slug="parking", settings={"daily_cap": 50, "max_waiting": 30}))
    branch.do(SetQueue(slug="parking", names={"de": "Parken"}))
    branch.do(PutBack(change=change))
    queue = now_of(branch).queue("parking")
    assert (queue.settings.max_waiting, queue.settings.daily_cap) == (300, 50)
    assert queue.names == {"en": "Parking permits", "de": "Parken"}


def test_the_list_says_who_changed_what_from_what_to_what(
    branch: BranchInTime, manager: Device
) -> None:
    manager.post("/queues/parking/close")
    branch.clock.forward(minutes=1)
    branch.do(SetQueue(slug="parking", settings={"max_waiting": 20}))
    last, first = manager.get("/changes").json["changes"][:2]
    assert (last["by"], last["at"]) == ("command line", "2026-11-23T09:01:00Z")
    assert last["altered"] == [
        {
            "kind": "queue",
            "name": "parking",
            "setting": "max_waiting",
            "before": 300,
            "after": 20,
        }
    ]
    (closed,) = first["altered"]
    assert (closed["setting"], closed["before"]) == ("by_hand", None)
    assert closed["after"]["to"] == "closed"
    assert first["by"].startswith("manager ")
    some = manager.get(f"/changes?before={last['change']}&most=1").json["changes"]
    assert [each["change"] for each in some] == [first["change"]]


def test_a_managers_move_with_a_ticket_is_told_and_a_desks_is_not(
    branch: BranchInTime, manager: Device
) -> None:
    desk, kiosk = branch.console(), branch.device("kiosk")
    ticket, other = kiosk.take(), kiosk.take()
    desk.move(other, "cancel")
    manager.move(ticket, "transfer", {"queue": "passports"})
    told = latest(manager)
    assert [
        (e["name"], e["setting"], e["before"], e["after"]) for e in told["altered"]
    ] == [("A001", "queue", "parking", "passports")]
    refused = manager.post(f"/changes/{told['change']}/put-back")
    assert (refused.status_code, refused.json["type"]) == (409, "cannot-put-back")
    assert told["why_not"] == refused.json["detail"]
    tickets = [
        each["name"]
        for change in manager.get("/changes").json["changes"]
        for each in change["altered"]
        if each["kind"] == "ticket"
    ]
    assert tickets == ["A001"]


REFUSED: list[tuple[list[Command], int, str]] = [
    # what was done, which of it is put back, a word of why not
    (
        [
            SetQueue(slug="parking", letter="P"),
            AddQueue(slug="new", letter="A", names={"en": "New"}),
        ],
        0,
        "letter A exists already",
    ),
    (
        [SetQueue(slug="passports", ordinal=9), RemoveQueue(slug="passports")],
        0,
        "removed since",
    ),
    (
        [SetDesk(number=3, names={"en": "Lab"}), RemoveDesk(number=3)],
        0,
        "removed since",
    ),
    (
        [SetDesk(number=3, queues=("parking",)), RemoveQueue(slug="passports")],
        0,
        "There is no queue “passports”",
    ),
    ([RemoveServicer(name="José")], 0, "PIN is not kept"),
    ([SetServicer(name="José", pin="1234")], 0, "PIN is not kept"),
    ([CloseDay()], 0, "stays closed"),
    (
        [
            SetBranch(settings={"target_minutes": 7}),
            SetBranch(settings={"target_minutes": 15}),
        ],
        0,
        "as it was before already",
    ),
]


@pytest.mark.parametrize(("commands", "which", "why"), REFUSED)
def test_what_cannot_be_put_back_is_refused_with_the_reason(
    branch: BranchInTime,
    manager: Device,
    commands: list[Command],
    which: int,
    why: str,
) -> None:
    made = []
    for command in commands:
        branch.do(command)
        made.append(latest(manager)["change"])
    rows = branch.rows()
    refused = manager.post(f"/changes/{made[which]}/put-back")
    assert (refused.status_code, refused.json["type"]) == (409, "cannot-put-back")
    assert why in refused.json["detail"]
    assert branch.rows() == rows, "nothing of it was done"


def test_a_letter_that_tickets_bear_today_is_not_given_back(
    branch: BranchInTime, manager: Device
) -> None:
    kiosk = branch.device("kiosk")
    branch.do(SetQueue(slug="parking", letter="P"))
    change = latest(manager)["change"]
    branch.do(SetQueue(slug="passports", letter="A"))
    kiosk.take("passports")
    branch.do(SetQueue(slug="passports", letter="R"))
    refused = manager.post(f"/changes/{change}/put-back")
    assert "it is free tomorrow" in refused.json["detail"]


def test_a_queue_in_which_people_wait_is_not_taken_away(
    branch: BranchInTime, manager: Device
) -> None:
    branch.do(AddQueue(slug="permits", names={"en": "Permits"}))
    change = latest(manager)["change"]
    branch.device("kiosk").take("permits")
    refused = manager.post(f"/changes/{change}/put-back")
    assert "People still wait" in refused.json["detail"]


def test_an_unknown_change_is_said_to_be_none(
    branch: BranchInTime, manager: Device
) -> None:
    branch.device("kiosk").take()
    for number in (999, branch.rows()):
        answer = manager.post(f"/changes/{number}/put-back")
        assert (answer.status_code, answer.json["type"]) == (404, "unknown-change")
    for wrong in ("before=soon", "most=0", "most=99999999999999999999"):
        assert manager.get(f"/changes?{wrong}").status_code == 422


def test_a_message_of_yesterday_does_not_come_back(
    branch: BranchInTime, manager: Device
) -> None:
    branch.do(SayToAll(texts={"en": "We are late."}))
    branch.do(CloseDay())
    branch.do(SayToAll(texts={"en": "Hello."}))
    (told,) = latest(manager)["altered"]
    assert (told["setting"], told["before"]) == ("", None)
    branch.do(PutBack(change=latest(manager)["change"]))
    assert now_of(branch).message is None


def alter(directory: Path, statement: str) -> None:
    """Change the database behind the server's back."""
    with opened(directory / "queue.db") as database:
        database.execute(statement)
        database.commit()


ALTERATIONS = [
    "UPDATE journal SET manager = 'eve' WHERE seq = {seq}",
    "UPDATE journal SET body = replace(body, '20', '30') WHERE seq = {seq}",
    "DELETE FROM journal WHERE seq = {seq}",
    "UPDATE audit SET link = x'00' WHERE seq = {seq}",
    "UPDATE audit SET link = NULL WHERE seq = {seq}",
]


@pytest.mark.parametrize("statement", ALTERATIONS)
def test_what_was_altered_afterwards_is_told_from_which_entry_on(
    branch: BranchInTime, manager: Device, statement: str
) -> None:
    branch.do(SetQueue(slug="parking", settings={"max_waiting": 20}))
    change = latest(manager)["change"]
    branch.do(SetQueue(slug="parking", settings={"max_waiting": 40}))
    audit = manager.get("/changes").json["audit"]
    assert audit["altered_from"] is None
    assert audit["entries"] > audit["unchained"] == 1
    alter(branch.directory, statement.format(seq=change))
    assert manager.get("/changes").json["audit"]["altered_from"] == change


def test_an_entry_that_was_taken_away_breaks_the_chain(
    branch: BranchInTime, manager: Device
) -> None:
    branch.do(SetQueue(slug="parking", settings={"max_waiting": 20}))
    first = latest(manager)["change"]
    branch.do(SetQueue(slug="parking", settings={"max_waiting": 40}))
    second = latest(manager)["change"]
    alter(branch.directory, f"DELETE FROM audit WHERE seq = {first}")
    assert manager.get("/changes").json["audit"]["altered_from"] == second
    with branch.store.reading(MAIN_BRANCH) as view:
        differences = check(view, branch.store.tokens).differences
    assert any(f"row {first} is not in their chain" in each for each in differences)


def test_the_command_line_lists_and_puts_back(terminal: Terminal) -> None:
    terminal.run(
        "queue", "set", "parking", "--max-waiting", "20", "--name", "de=Parken"
    )
    terminal.run("people", "set", "Maria", "--pin", "4821")
    terminal.run("queue", "close", "parking")
    said = terminal.run("changes").splitlines()
    assert "    Queue parking: By hand: none → closed until 04:00" in said
    assert "    Servicer Maria: another PIN" in said
    assert "    Queue parking: Most waiting at once: 300 → 20" in said
    assert "    Queue parking: Name (de): none → Parken" in said
    assert said[-1].startswith("Nothing was altered afterwards: ")
    change = next(
        each["change"]
        for each in terminal.json("changes")["changes"]
        if each["altered"][0]["setting"] == "names.de"
        or each["altered"][-1]["setting"] == "names.de"
    )
    assert terminal.run("changes", "put-back", str(change)).startswith("Change")
    assert terminal.json("queue", "list")[0]["max_waiting"] == 300
    assert terminal.type("changes", "put-back", "9999").exit_code
    assert "(put back by " in terminal.run("changes")
