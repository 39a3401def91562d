"""Nobody finds a PIN out by trying, and nobody is kept out by others who try."""

import sqlite3
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest
from argon2 import PasswordHasher

from server.store.pins import MOST_AT_ONCE
from server.usecases.setup import AddServicer, RemoveServicer, SetBranch, SetServicer
from tests.database import opened
from tests.server.in_time import Answered, BranchInTime, Device
from tests.server.managers import Manager
from tests.serving import RunningServer

pytestmark = pytest.mark.slow

PIN = "482913"


def enter(console: Device, pin: str, servicer: str = "Maria") -> Answered:
    """Try to sign in at desk 3."""
    return console.post("/desks/3/sign-in", {"servicer": servicer, "pin": pin})


def statuses(console: Device, *pins: str, servicer: str = "Maria") -> list[int]:
    return [enter(console, pin, servicer).status_code for pin in pins]


def test_of_many_wrong_pins_at_once_five_are_looked_at(server: RunningServer) -> None:
    console = server.device("console")
    pins = [{"servicer": "Maria", "pin": f"{pin:06}"} for pin in range(50)]
    with ThreadPoolExecutor(len(pins)) as crowd:
        answers = list(
            crowd.map(lambda body: console.post("/desks/3/sign-in", body), pins)
        )
    status = [answer.status_code for answer in answers]
    assert status.count(401) == 5
    assert set(status) <= {401, 423, 503}
    refused = [answer for answer in answers if answer.status_code != 401]
    assert all(int(answer.headers["Retry-After"]) > 0 for answer in refused)


@pytest.mark.slow
def test_signing_in_takes_the_memory_of_one_pin_however_many_come(
    server: RunningServer,
) -> None:
    consoles = [server.device("console") for _ in range(30)]
    (worker,) = psutil.Process(server.pid).children()

    def peak() -> int:
        with Path(f"/proc/{worker.pid}/status").open() as lines:
            return next(
                int(line.split()[1]) for line in lines if line.startswith("VmHWM")
            )

    body = {"servicer": "Maria", "pin": "000000"}
    consoles[0].post("/desks/3/sign-in", body)
    before = peak()
    with ThreadPoolExecutor(len(consoles)) as crowd:
        answers = list(
            crowd.map(lambda console: console.post("/desks/3/sign-in", body), consoles)
        )
    assert {answer.status_code for answer in answers} <= {401, 503}
    assert peak() - before < 25_000, "kB"
    for console in consoles[: MOST_AT_ONCE // 2]:
        assert console.post("/desks/3/sign-in", body).status_code == 401


def test_who_is_one_too_many_is_asked_to_come_back(branch: BranchInTime) -> None:
    console = branch.device("console")
    places = [branch.store.pins.place() for _ in range(MOST_AT_ONCE)]
    for place in places:
        place.__enter__()
    busy = enter(console, PIN)
    assert (busy.status_code, busy.json["type"]) == (503, "busy")
    assert busy.headers["Retry-After"] == "1"
    for place in places:
        place.__exit__(None, None, None)
    # What was not looked at was not counted.
    assert statuses(console, *["0000"] * 4, PIN) == [401] * 4 + [200]


def test_a_lock_doubles_up_to_an_hour(branch: BranchInTime) -> None:
    console = branch.device("console")
    statuses(console, *["0000"] * 4)
    for minutes in (5, 10, 20, 40, 60, 60, 60):
        assert enter(console, "0000").status_code == 401
        assert int(enter(console, PIN).headers["Retry-After"]) == minutes * 60 + 1
        branch.clock.forward(minutes=minutes, seconds=-1)
        assert enter(console, PIN).status_code == 423
        branch.clock.forward(seconds=1)
    assert enter(console, PIN).status_code == 200


def test_a_locked_console_locks_nobody_at_another_one(branch: BranchInTime) -> None:
    attacked, hers = branch.device("console"), branch.device("console")
    assert statuses(attacked, *["0000"] * 5, PIN) == [401] * 5 + [423]
    assert enter(hers, PIN).status_code == 200


def test_trying_many_names_gives_no_more_tries(branch: BranchInTime) -> None:
    console = branch.device("console")
    names = ["Maria", "José", "Nobody", "Maria", "Somebody else"]
    assert [enter(console, "0000", name).status_code for name in names] == [401] * 5
    assert enter(console, PIN, "José").status_code == 423


def test_signing_in_as_oneself_gives_no_more_tries_at_others(
    branch: BranchInTime,
) -> None:
    console = branch.device("console")
    for _ in range(4):
        assert enter(console, "0000").status_code == 401
        assert enter(console, PIN, "José").status_code == 200
        console.post("/desks/3/sign-out")
    assert enter(console, "0000").status_code == 401
    assert enter(console, PIN, "José").status_code == 423


def test_a_right_pin_forgives_ones_own_wrong_ones(branch: BranchInTime) -> None:
    console = branch.device("console")
    for _ in range(3):
        assert statuses(console, *["0000"] * 4, PIN) == [401] * 4 + [200]


def test_a_right_pin_at_a_desk_that_is_taken_is_no_wrong_one(
    branch: BranchInTime,
) -> None:
    branch.console(3, "José")
    console = branch.device("console")
    assert statuses(console, *[PIN] * 8) == [409] * 8


def test_a_new_pin_ends_the_lock_at_every_console(branch: BranchInTime) -> None:
    consoles = [branch.device("console") for _ in range(2)]
    for console in consoles:
        statuses(console, *["0000"] * 5)
    branch.do(SetServicer(name="Maria", pin="135790"))
    assert [enter(console, "135790").status_code for console in consoles] == [200, 200]


def test_a_lock_outlives_a_restart(branch: BranchInTime) -> None:
    console = branch.device("console")
    statuses(console, *["0000"] * 5)
    with branch.switched_off():
        pass
    assert enter(console, PIN).status_code == 423


def test_a_lock_from_a_clock_that_was_wrong_holds_nobody_off(
    branch: BranchInTime,
) -> None:
    console = branch.device("console")
    branch.clock.forward(days=365)
    statuses(console, *["0000"] * 5)
    branch.clock.forward(days=-365)
    assert enter(console, PIN).status_code == 200


def test_a_clock_that_is_set_back_gives_no_more_tries(branch: BranchInTime) -> None:
    console = branch.device("console")
    statuses(console, *["0000"] * 5)
    branch.clock.forward(minutes=-30)
    assert statuses(console, "0000", "0000") == [401, 423]


def test_tries_are_forgotten_after_a_day(branch: BranchInTime) -> None:
    console = branch.device("console")
    statuses(console, *["0000"] * 4)
    branch.clock.forward(days=1)
    assert statuses(console, *["0000"] * 4, PIN) == [401] * 4 + [200]


def test_names_made_up_take_no_room(branch: BranchInTime) -> None:
    console = branch.device("console")
    for number in range(12):
        assert enter(console, "0000", f"Nobody {number}").status_code == 401
        branch.clock.forward(hours=1)
    with opened(branch.directory / "queue.db") as database:
        assert database.execute("SELECT count(*) FROM pin_try").fetchone() == (1,)


@pytest.mark.parametrize("servicer", ["Nobody", "", "Removed", "Maria"])
def test_the_answer_does_not_say_who_serves_here(
    branch: BranchInTime, monkeypatch: pytest.MonkeyPatch, servicer: str
) -> None:
    branch.do(AddServicer(name="Removed", pin=PIN))
    branch.do(RemoveServicer(name="Removed"))
    looked_at = []
    is_right = branch.store.pins.is_right

    def noted(pin: str, kept: str) -> Future[bool]:
        looked_at.append(kept)
        return is_right(pin, kept)

    monkeypatch.setattr(branch.store.pins, "is_right", noted)
    console = branch.device("console")
    pin = "0000" if servicer == "Maria" else PIN
    answer = enter(console, pin, servicer)
    assert (answer.status_code, answer.json["type"]) == (401, "wrong-pin")
    assert answer.json["detail"] == "Name or PIN is not right."
    # As much work for one as for another.
    costs = [kept.split("$")[1:4] for kept in looked_at]
    assert costs == [["argon2id", "v=19", "m=19456,t=2,p=1"]]
    assert statuses(console, *["0000"] * 5, servicer=servicer) == [401] * 4 + [423]


def test_a_pin_that_is_changed_while_it_is_looked_at_counts_no_more(
    branch: BranchInTime, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_right = branch.store.pins.is_right

    def slowly(pin: str, kept: str) -> Future[bool]:
        branch.do(SetServicer(name="Maria", pin="135790"))
        return is_right(pin, kept)

    monkeypatch.setattr(branch.store.pins, "is_right", slowly)
    assert enter(branch.device("console"), PIN).status_code == 401
    assert branch.rows("signed_in") == 0


def kept_pins(database: sqlite3.Connection) -> list[str]:
    return [row[0] for row in database.execute("SELECT pin_hash FROM servicer")]


def test_a_stolen_database_does_not_tell_a_pin(branch: BranchInTime) -> None:
    """Whoever tries all PINs on what is kept finds none without the secret, not even the right one."""
    with opened(branch.directory / "queue.db") as database:
        kept = kept_pins(database)
    for hashed in kept:
        salt, seal = hashed.rsplit("$", 2)[1:]
        bare = hashed.removeprefix("sealed")
        assert salt
        assert seal
        with pytest.raises(Exception, match="does not match"):
            PasswordHasher().verify(bare, PIN)
    with branch.switched_off():
        (branch.directory / "secret.key").write_bytes(b"another" * 5)
    assert enter(branch.device("console"), PIN).status_code == 401


def test_a_pin_from_before_still_counts_and_is_sealed_at_the_first_start(
    branch: BranchInTime,
) -> None:
    bare = PasswordHasher(time_cost=1, memory_cost=8_192, parallelism=2).hash("2468")
    with branch.switched_off(), opened(branch.directory / "queue.db") as database:
        database.execute("UPDATE servicer SET digest = NULL, pin_hash = ?", [bare])
    with opened(branch.directory / "queue.db") as database:
        assert all(hashed.startswith("sealed$") for hashed in kept_pins(database))
        assert bare.rpartition("$")[2] not in "".join(kept_pins(database))
    console = branch.device("console")
    assert statuses(console, "2469", "2468") == [401, 200]


def test_a_branch_may_ask_for_longer_pins(branch: BranchInTime) -> None:
    branch.do(SetServicer(name="José", pin="1357"))
    branch.do(SetBranch(settings={"pin_digits": 6}))
    for command in (
        AddServicer(name="Ada", pin="13579"),
        SetServicer(name="Maria", pin="13579"),
    ):
        with pytest.raises(Exception, match="6 to 12 digits"):
            branch.do(command)
    # What was set before goes on.
    assert enter(branch.device("console"), "1357", "José").status_code == 200


def test_managers_read_who_is_kept_out_and_until_when(branch: BranchInTime) -> None:
    ingrid = Manager(branch)
    console = branch.device("console")
    assert "is locked until" not in ingrid.get("/people").text
    assert statuses(console, *["0000"] * 5) == [401] * 5
    page = ingrid.get("/people").text
    assert page.count("is locked until 09:05. A new PIN ends that.") == 1
    ingrid.post("/people/pin", {"name": "Maria"})
    assert "is locked until" not in ingrid.get("/people").text
