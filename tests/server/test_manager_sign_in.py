"""Nobody signs in who may not, and nobody is kept out by others who try."""

import re
import sqlite3
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pyotp
import pytest
import requests

from server.domain.account import AccountRole
from server.store import pins
from server.store.pins import MOST_AT_ONCE
from server.usecases.accounts.trying import TRIES_BEFORE_SLOW
from server.usecases.setup import (
    AddAccount,
    RemoveAccount,
    ResetAccount,
    SetAccount,
    SetBranch,
)
from server.web.manager.visits import (
    TRIES_FROM_NETWORK,
    TRIES_OF_STRANGERS,
    SignInGates,
)
from tests.database import opened
from tests.server.in_time import BranchInTime
from tests.server.managers import HERE, PASSWORD, Stranger
from tests.serving import RunningServer

pytestmark = pytest.mark.slow

NEW = "green lamp river 42"


@pytest.fixture
def branch(branch: BranchInTime, monkeypatch: pytest.MonkeyPatch) -> BranchInTime:
    """A branch of the manager Ingrid."""
    monkeypatch.setattr(pins, "_HOW", replace(pins._HOW, time_cost=1, memory_cost=64))
    # Passwords are worked out fast, whoever's they are.
    passwords = branch.store.passwords
    monkeypatch.setattr(passwords, "nobodys", passwords._kept(bytes(16), bytes(32)))
    branch.do(AddAccount(name="ingrid", shown="Ingrid", password=PASSWORD))
    return branch


def fail(branch: BranchInTime, times: int, address: str, name: str = "ingrid") -> int:
    """Try wrong passwords from there, and return the last status."""
    stranger, status = Stranger(branch, address), 0
    for _ in range(times):
        status = stranger.sign_in("wrong", name).status_code
    return status


def rows(branch: BranchInTime, table: str) -> int:
    with opened(branch.directory / "queue.db") as database:
        return int(database.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def gates(branch: BranchInTime) -> SignInGates:
    found: SignInGates = branch.http.application.extensions["sign_in_gates"]
    return found


def with_second_step(branch: BranchInTime) -> tuple[Stranger, pyotp.TOTP, list[str]]:
    """Return Ingrid's browser, the app on her phone, and her recovery codes; her account asks for six digits."""
    ingrid = Stranger(branch)
    assert ingrid.sign_in().status_code == 303
    page = ingrid.get("/account/second-step").text
    secret = re.search(r'app:\s*<code dir="ltr">([A-Z2-7 ]+)</code>', page)
    salt = re.search(r'name="salt" value="([^"]+)"', page)
    assert secret
    assert salt
    app = pyotp.TOTP(secret[1].replace(" ", ""))
    form = {"salt": salt[1], "code": app.at(branch.clock())}
    done = ingrid.post("/account/second-step", form)
    codes = re.findall(r'<li><span class="code" dir="ltr">([\w-]+)<', done.text)
    assert (done.status_code, len(set(codes))) == (200, 10)
    branch.clock.forward(seconds=30)
    return ingrid, app, codes


# --- with a password ----------------------------------------------------------------------------


def test_signing_in_leads_to_where_one_wanted_to_go(branch: BranchInTime) -> None:
    ingrid = Stranger(branch)
    asked = ingrid.get("/account")
    assert asked.location == "/manager/sign-in?next=%2Fmanager%2Faccount"
    page = ingrid.get("/sign-in?next=/manager/account").text
    assert 'name="next" value="/manager/account"' in page
    assert ingrid.sign_in(next="/manager/account").location == "/manager/account"
    assert ingrid.is_in()


@pytest.mark.parametrize(
    "wanted",
    [
        "https://evil.example/",
        "//evil.example",
        "/manager/\\evil.example",
        "/\\evil.example/manager/",
        "/managers",
        "javascript:alert(1)",
        "/manager/\r\nSet-Cookie: a=b",
        "/manager/\t/evil.example",
        "",
    ],
)
def test_nobody_is_led_to_another_site(branch: BranchInTime, wanted: str) -> None:
    answer = Stranger(branch).sign_in(next=wanted)
    assert answer.location == "/manager/live"
    assert "a=b" not in str(answer.headers)


def test_a_user_name_is_typed_as_one_likes(branch: BranchInTime) -> None:
    assert Stranger(branch).sign_in(name=" Ingrid ").status_code == 303


@pytest.mark.parametrize("name", ["ingrid", "nobody", "", "removed", "in\r\nX: y", "é" * 500])  # fmt: skip
def test_the_answer_does_not_say_who_has_an_account(
    branch: BranchInTime, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    branch.do(AddAccount(name="removed", password=PASSWORD))
    branch.do(RemoveAccount(name="removed"))
    looked_at: list[str] = []
    is_right = branch.store.passwords.is_right

    def noted(password: str, kept: str) -> Future[bool]:
        looked_at.append(kept)
        return is_right(password, kept)

    monkeypatch.setattr(branch.store.passwords, "is_right", noted)
    stranger = Stranger(branch)
    answers = [stranger.sign_in("wrong password", name) for _ in range(6)]
    assert [each.status_code for each in answers] == [401] * 5 + [423]
    said = re.findall(r'class="error".*?</svg>(.*?)</p>', answers[0].text, re.DOTALL)
    assert ["User name or password is not right" in each for each in said] == [True]
    # As much work for one as for another, and as many rows.
    costs = {tuple(kept.split("$")[1:4]) for kept in looked_at}
    assert (costs, len(looked_at)) == (
        {tuple(branch.store.passwords.nobodys.split("$")[1:4])},
        5,
    )
    assert (rows(branch, "account_try"), rows(branch, "sign_in")) == (2, 5)
    with opened(branch.directory / "queue.db") as database:
        noted_names = database.execute("SELECT DISTINCT account FROM sign_in")
        # What nobody is called may be a password in the wrong field.
        assert noted_names.fetchall() == [("ingrid" if name == "ingrid" else "",)]


def test_a_session_is_a_new_one_at_each_sign_in(branch: BranchInTime) -> None:
    """Whoever plants a session of their choice in another's browser is not signed in with them."""
    victim = Stranger(branch)
    planted = "x" * 43
    victim.browser.set_cookie("manager", planted)
    assert victim.sign_in().status_code == 303
    first = victim.cookie()
    assert first != planted
    other = Stranger(branch)
    other.browser.set_cookie("manager", planted)
    assert not other.is_in()
    # Who signs in again has one session, not two.
    victim.browser.delete_cookie("manager")
    victim.browser.set_cookie("manager", first or "")
    seal = victim.get("/again").text
    assert "csrf" in seal
    assert rows(branch, "account_session") == 1


def test_a_cookie_that_was_stolen_is_worth_nothing_after_signing_out(
    branch: BranchInTime,
) -> None:
    ingrid, thief = Stranger(branch), Stranger(branch, "10.6.6.6")
    ingrid.sign_in()
    thief.browser.set_cookie("manager", ingrid.cookie() or "")
    assert thief.is_in()
    ingrid.post("/sign-out", {}, page="/account")
    assert not thief.is_in()
    assert ingrid.cookie() in (None, "")


def test_what_is_stored_of_a_session_signs_nobody_in(branch: BranchInTime) -> None:
    Stranger(branch).sign_in()
    with opened(branch.directory / "queue.db") as database:
        ((kept,),) = database.execute("SELECT token_hash FROM account_session")
    thief = Stranger(branch)
    for token in (kept.hex(), kept.hex()[:43]):
        thief.browser.set_cookie("manager", token)
        assert not thief.is_in()


def test_another_password_ends_every_other_session(branch: BranchInTime) -> None:
    here, there = Stranger(branch), Stranger(branch)
    here.sign_in()
    there.sign_in()
    form = {"old": PASSWORD, "new": NEW}
    done = here.post("/account/password", form, page="/account")
    assert done.location == "/manager/account?done=password"
    assert (here.is_in(), there.is_in()) == (True, False)
    assert there.sign_in().status_code == 401
    assert there.sign_in(NEW).status_code == 303


@pytest.mark.parametrize(
    ("old", "new", "status"),
    [("wrong", NEW, 401), (PASSWORD, "short", 422), (PASSWORD, "ingrid123456", 422), (PASSWORD, "cityservicecentre1", 422)],
)  # fmt: skip
def test_a_password_that_may_not_be_changes_nothing(
    branch: BranchInTime, old: str, new: str, status: int
) -> None:
    branch.do(SetBranch(settings={"name": "City Service Centre"}))
    ingrid = Stranger(branch)
    ingrid.sign_in()
    form = {"old": old, "new": new}
    assert ingrid.post("/account/password", form, page="/account").status_code == status
    assert Stranger(branch).sign_in().status_code == 303


def test_one_signs_oneself_out_elsewhere(branch: BranchInTime) -> None:
    here, there, third = (Stranger(branch) for _ in range(3))
    for each in (here, there, third):
        each.sign_in()
    (first, *_) = re.findall(r"sessions/(\w{16})/end", here.get("/account").text)
    here.post(f"/account/sessions/{first}/end", {}, page="/account")
    assert [there.is_in(), third.is_in()].count(True) == 1
    assert (
        here.post("/account/sessions/0000/end", {}, page="/account").status_code == 404
    )
    here.post("/account/sessions/end", {}, page="/account")
    assert [each.is_in() for each in (here, there, third)] == [True, False, False]


def test_nobody_ends_the_session_of_somebody_else(branch: BranchInTime) -> None:
    branch.do(AddAccount(name="vera", password=NEW, role=AccountRole.VIEWER))
    ingrid, vera = Stranger(branch), Stranger(branch)
    ingrid.sign_in()
    vera.sign_in(NEW, "vera")
    with opened(branch.directory / "queue.db") as database:
        kept = database.execute(
            "SELECT token_hash FROM account_session WHERE account = 'ingrid'"
        ).fetchone()[0]
    path = f"/account/sessions/{kept.hex()[:16]}/end"
    assert vera.post(path, {}, page="/account").status_code == 404
    assert ingrid.is_in()


# --- locks --------------------------------------------------------------------------------------


def test_five_wrong_passwords_make_one_wait_five_minutes_doubling(
    branch: BranchInTime,
) -> None:
    stranger = Stranger(branch)
    for _ in range(4):
        assert stranger.sign_in("wrong").status_code == 401
    for minutes in (5, 10, 20, 40, 60, 60):
        assert stranger.sign_in("wrong").status_code == 401
        assert f"Try again in {minutes} minutes." in stranger.sign_in().text
        branch.clock.forward(minutes=minutes, seconds=-1)
        locked = stranger.sign_in()
        assert (locked.status_code, locked.headers["Retry-After"]) == (423, "1")
        assert "Try again in 1 minute." in locked.text
        branch.clock.forward(seconds=1)
    assert stranger.sign_in().status_code == 303


def test_whoever_tries_from_elsewhere_locks_nobody_out(branch: BranchInTime) -> None:
    assert fail(branch, 6, "10.6.6.6") == 423
    assert Stranger(branch).sign_in().status_code == 303


def test_whoever_tries_from_everywhere_does_not_lock_a_browser_out_that_was_here(
    branch: BranchInTime,
) -> None:
    ingrid = Stranger(branch)
    ingrid.sign_in()
    ingrid.post("/sign-out", {}, page="/account")
    for number in range(TRIES_BEFORE_SLOW // 5 + 1):
        fail(branch, 5, f"10.6.6.{number}")
    # Also from her own network.
    fail(branch, 6, "10.0.0.7")
    assert Stranger(branch, "10.9.9.9").sign_in().status_code == 423
    assert ingrid.sign_in().status_code == 303
    # And a browser that was never here waits for a minute, not for an hour.
    branch.clock.forward(minutes=1)
    assert Stranger(branch, "10.9.9.9").sign_in().status_code == 303


def test_a_browser_that_was_here_may_not_try_for_ever(branch: BranchInTime) -> None:
    ingrid = Stranger(branch)
    ingrid.sign_in()
    ingrid.post("/sign-out", {}, page="/account")
    statuses = [ingrid.sign_in("wrong").status_code for _ in range(6)]
    assert statuses == [401] * 5 + [423]
    # Its own tries lock nobody else.
    assert Stranger(branch).sign_in().status_code == 303


@pytest.mark.parametrize("known", ["", "x", "W10.AAAA", "W1siaW5ncmlkIiwgIngiXV0.AA"])
def test_nobody_makes_themselves_known(branch: BranchInTime, known: str) -> None:
    stranger = Stranger(branch)
    for _ in range(6):
        stranger.browser.set_cookie("manager-known", known)
        status = stranger.sign_in("wrong").status_code
    assert status == 423


def test_being_known_at_one_account_is_nothing_at_another(branch: BranchInTime) -> None:
    branch.do(AddAccount(name="vera", password=NEW))
    vera = Stranger(branch)
    vera.sign_in(NEW, "vera")
    vera.post("/sign-out", {}, page="/account")
    assert [vera.sign_in("wrong").status_code for _ in range(6)][-1] == 423
    assert Stranger(branch).sign_in().status_code == 423, "of the same network"


def test_a_new_password_ends_every_lock(branch: BranchInTime) -> None:
    fail(branch, 5, "10.0.0.7")
    branch.do(ResetAccount(name="ingrid", password=NEW))
    assert Stranger(branch).sign_in(NEW).status_code == 303


def test_tries_are_forgotten_after_a_day(branch: BranchInTime) -> None:
    fail(branch, 4, "10.0.0.7")
    branch.clock.forward(days=1)
    assert fail(branch, 4, "10.0.0.7") == 401
    assert Stranger(branch).sign_in().status_code == 303


def test_names_made_up_take_no_more_room_than_one_network_may(
    branch: BranchInTime, monkeypatch: pytest.MonkeyPatch
) -> None:
    right: Future[bool] = Future()
    right.set_result(False)
    monkeypatch.setattr(branch.store.passwords, "is_right", lambda p, k: right)
    stranger = Stranger(branch)
    statuses = [
        stranger.sign_in("wrong", f"nobody{number}").status_code
        for number in range(TRIES_FROM_NETWORK + 3)
    ]
    assert statuses[-4:] == [401, 429, 429, 429]
    assert rows(branch, "account_try") <= 2 * TRIES_FROM_NETWORK
    for number in range(TRIES_OF_STRANGERS):
        gates(branch).strangers.take_back(str(number))
    branch.clock.forward(days=3)
    branch.look_after(forget=True)
    assert rows(branch, "account_try") == 0


def test_who_is_one_too_many_is_asked_to_come_back(branch: BranchInTime) -> None:
    ingrid = Stranger(branch)
    places = [branch.store.passwords.place() for _ in range(MOST_AT_ONCE)]
    for place in places:
        place.__enter__()
    assert ingrid.sign_in().status_code == 503
    # Servicers sign in meanwhile.
    branch.console(3)
    for place in places:
        place.__exit__(None, None, None)
    assert ingrid.sign_in().status_code == 303


@pytest.mark.parametrize("length", [500, 40_000])
def test_a_long_password_is_a_wrong_one(branch: BranchInTime, length: int) -> None:
    assert Stranger(branch).sign_in("x" * length).status_code == 401


def test_a_huge_body_is_refused(branch: BranchInTime) -> None:
    assert Stranger(branch).sign_in("x" * 1_000_000).status_code == 413


def test_a_password_that_is_changed_while_it_is_looked_at_counts_no_more(
    branch: BranchInTime, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_right = branch.store.passwords.is_right

    def slowly(password: str, kept: str) -> Future[bool]:
        branch.do(SetAccount(name="ingrid", password=NEW))
        return is_right(password, kept)

    monkeypatch.setattr(branch.store.passwords, "is_right", slowly)
    assert Stranger(branch).sign_in().status_code == 401
    assert rows(branch, "account_session") == 0


def test_of_two_new_passwords_at_once_one_counts_and_the_other_is_not_said_to(
    branch: BranchInTime, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = Stranger(branch), Stranger(branch)
    first.sign_in()
    second.sign_in()
    hash_of = branch.store.passwords.hash

    def slowly(password: str) -> Future[str]:
        monkeypatch.setattr(branch.store.passwords, "hash", hash_of)
        form = {"old": PASSWORD, "new": NEW}
        second.post("/account/password", form, page="/account")
        return hash_of(password)

    monkeypatch.setattr(branch.store.passwords, "hash", slowly)
    form = {"old": PASSWORD, "new": "orange kettle fog 5"}
    answer = first.post("/account/password", form, page="/account")
    assert "done=password" not in (answer.location or "")
    assert not first.is_in()
    assert Stranger(branch).sign_in(NEW).status_code == 303


def test_whoever_is_signed_out_while_they_wait_changes_nothing(
    branch: BranchInTime, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, there = Stranger(branch), Stranger(branch)
    here.sign_in()
    there.sign_in()
    write = branch.store.write

    def late(*what: Any) -> Any:
        monkeypatch.setattr(branch.store, "write", write)
        there.post("/account/sessions/end", {}, page="/account")
        return write(*what)

    monkeypatch.setattr(branch.store, "write", late)
    answer = here.post("/message", {"text-en": "Good bye"})
    assert answer.status_code == 401
    assert "Good bye" not in there.get("/live").text


def test_a_stolen_database_does_not_tell_a_password(branch: BranchInTime) -> None:
    with branch.switched_off():
        (branch.directory / "secret.key").write_bytes(b"another" * 5)
    assert Stranger(branch).sign_in().status_code == 401


# --- six digits ---------------------------------------------------------------------------------


def test_six_digits_are_asked_for_after_the_password(branch: BranchInTime) -> None:
    _, app, _ = with_second_step(branch)
    ingrid = Stranger(branch)
    assert ingrid.sign_in().location == "/manager/sign-in/code"
    assert not ingrid.is_in()
    typed = app.at(branch.clock())
    assert ingrid.give_code(f"{typed[:3]} {typed[3:]}").location == "/manager/live"
    assert ingrid.is_in()


def test_six_digits_count_once(branch: BranchInTime) -> None:
    _, app, _ = with_second_step(branch)
    typed = app.at(branch.clock())
    for status in (303, 401):
        ingrid = Stranger(branch)
        ingrid.sign_in()
        assert ingrid.give_code(typed).status_code == status


def as_it_stands(ingrid: Stranger) -> Stranger:
    """Return the browser as it is now, to send what it sends before it has heard the answer to another press."""
    again = Stranger(ingrid.branch)
    for name in ("manager-form", "manager-code"):
        again.browser.set_cookie(name, ingrid.cookie(name) or "")
    return again


def test_whoever_sends_the_digits_twice_is_in(branch: BranchInTime) -> None:
    _, app, recovery_codes = with_second_step(branch)
    for typed in (app.at(branch.clock()), recovery_codes[0]):
        ingrid = Stranger(branch)
        ingrid.sign_in(next="/manager/people")
        again, later = as_it_stands(ingrid), as_it_stands(ingrid)
        assert ingrid.give_code(typed).location == "/manager/people"
        assert again.give_code(typed).location == "/manager/people"
        assert (ingrid.is_in(), again.is_in()) == (True, True)
        assert ingrid.cookie() == again.cookie(), "it is one session"
        ingrid.post("/sign-out", {}, page="/account")
        assert later.give_code(typed).status_code == 401


def test_other_digits_are_wrong_however_often_they_are_sent(
    branch: BranchInTime,
) -> None:
    _, app, _ = with_second_step(branch)
    ingrid = Stranger(branch)
    ingrid.sign_in()
    again = as_it_stands(ingrid)
    typed = app.at(branch.clock())
    ingrid.give_code(typed)
    other = str((int(typed) + 1) % 1_000_000).zfill(6)
    assert again.give_code(other).status_code == 401
    assert not again.is_in()


def test_whoever_turns_the_second_step_on_twice_comes_to_the_account(
    branch: BranchInTime,
) -> None:
    ingrid = Stranger(branch)
    ingrid.sign_in()
    page = ingrid.get("/account/second-step").text
    secret = re.search(r'app:\s*<code dir="ltr">([A-Z2-7 ]+)</code>', page)
    salt = re.search(r'name="salt" value="([^"]+)"', page)
    assert secret
    assert salt
    digits = pyotp.TOTP(secret[1].replace(" ", "")).at(branch.clock())
    form = {"salt": salt[1], "code": digits}
    first, second = (
        ingrid.post("/account/second-step", form, page="/account") for _ in range(2)
    )
    assert (first.status_code, second.location) == (200, "/manager/account")
    assert ingrid.is_in()


def test_the_digits_by_which_it_was_turned_on_are_used_up(
    branch: BranchInTime,
) -> None:
    _, app, _ = with_second_step(branch)
    used = app.at(branch.clock().timestamp() - 30)
    for typed, status in ((used, 401), (app.at(branch.clock()), 303)):
        ingrid = Stranger(branch)
        ingrid.sign_in()
        assert ingrid.give_code(typed).status_code == status


@pytest.mark.parametrize(
    ("seconds", "status"), [(-60, 401), (-30, 303), (30, 303), (60, 401)]
)
def test_a_phones_clock_may_be_half_a_minute_off(
    branch: BranchInTime, seconds: int, status: int
) -> None:
    _, app, _ = with_second_step(branch)
    branch.clock.forward(minutes=2)
    ingrid = Stranger(branch)
    ingrid.sign_in()
    typed = app.at(branch.clock().timestamp() + seconds)
    assert ingrid.give_code(typed).status_code == status


def test_an_older_code_counts_no_more_after_a_newer_one(branch: BranchInTime) -> None:
    _, app, _ = with_second_step(branch)
    before, now = app.at(branch.clock().timestamp()), app.at(branch.clock().timestamp() + 30)  # fmt: skip
    for typed, status in ((now, 303), (before, 401)):
        ingrid = Stranger(branch)
        ingrid.sign_in()
        assert ingrid.give_code(typed).status_code == status


def test_a_recovery_code_counts_once(branch: BranchInTime) -> None:
    _, _, codes = with_second_step(branch)
    for typed, status in ((codes[3], 303), (codes[3].upper(), 401), (codes[4], 303)):
        ingrid = Stranger(branch)
        ingrid.sign_in()
        assert ingrid.give_code(typed).status_code == status
    assert "8 recovery codes are left" in ingrid.get("/account").text


def test_new_recovery_codes_end_the_old_ones(branch: BranchInTime) -> None:
    ingrid, _, codes = with_second_step(branch)
    done = ingrid.post("/account/recovery-codes", {}, page="/account")
    (new, *_) = re.findall(r'<li><span class="code" dir="ltr">([\w-]+)<', done.text)
    for typed, status in ((codes[0], 401), (new, 303)):
        other = Stranger(branch)
        other.sign_in()
        assert other.give_code(typed).status_code == status


def test_wrong_codes_lock_from_wherever_they_come(branch: BranchInTime) -> None:
    """Whoever has found out the password gets few tries at the digits, however many networks they have."""
    ingrid, app, _ = with_second_step(branch)
    ingrid.post("/sign-out", {}, page="/account")
    for number in range(5):
        thief = Stranger(branch, f"10.6.6.{number}")
        thief.sign_in()
        assert thief.give_code("000000").status_code == 401
    thief = Stranger(branch, "10.6.7.1")
    assert thief.sign_in().status_code == 423
    # She has been here, and is let in.
    ingrid.sign_in()
    assert ingrid.give_code(app.at(branch.clock())).status_code == 303


def test_the_right_password_gives_no_more_tries_at_the_code(
    branch: BranchInTime,
) -> None:
    with_second_step(branch)
    thief = Stranger(branch, "10.6.6.6")
    statuses = []
    for _ in range(6):
        thief.sign_in()
        statuses.append(thief.post("/sign-in/code", {"code": "000000"}).status_code)
    assert statuses == [401] * 5 + [423]


@pytest.mark.parametrize("code", ["", "12345", "١٢٣٤٥٦", "0" * 300, "\x00", "a" * 12])
def test_what_is_no_code_is_a_wrong_one(branch: BranchInTime, code: str) -> None:
    with_second_step(branch)
    ingrid = Stranger(branch)
    ingrid.sign_in()
    assert ingrid.give_code(code).status_code == 401
    assert not ingrid.is_in()


def test_nobody_comes_to_the_code_without_the_password(branch: BranchInTime) -> None:
    _, app, _ = with_second_step(branch)
    stranger = Stranger(branch)
    assert stranger.get("/sign-in/code").location == "/manager/sign-in"
    for planted in ("x", "WyJpbmdyaWQiXQ.AAAA"):
        stranger.browser.set_cookie("manager-code", planted)
        typed = {"code": app.at(branch.clock())}
        answer = stranger.post("/sign-in/code", typed, page="/sign-in")
        assert answer.location == "/manager/sign-in"
    assert not stranger.is_in()


def test_the_code_comes_within_five_minutes_and_before_the_password_changes(
    branch: BranchInTime,
) -> None:
    _, app, _ = with_second_step(branch)
    slow, early = Stranger(branch), Stranger(branch)
    slow.sign_in()
    branch.clock.forward(minutes=5)
    assert slow.get("/sign-in/code").location == "/manager/sign-in"
    early.sign_in()
    form = {"code": app.at(branch.clock())}
    page = early.get("/sign-in/code")
    assert page.status_code == 200
    branch.do(SetAccount(name="ingrid", password=NEW))
    answer = early.post("/sign-in/code", form)
    assert answer.location == "/manager/sign-in"


def test_without_the_apps_digits_the_second_step_is_not_on(
    branch: BranchInTime,
) -> None:
    ingrid = Stranger(branch)
    ingrid.sign_in()
    salt = re.search(r'name="salt" value="([^"]+)"', ingrid.get("/account/second-step").text)  # fmt: skip
    assert salt
    form = {"salt": salt[1], "code": "000000"}
    assert ingrid.post("/account/second-step", form).status_code == 422
    form = {"salt": "00" * 16, "code": "000000"}
    assert ingrid.post("/account/second-step", form).status_code == 303
    other = Stranger(branch)
    assert other.sign_in().location == "/manager/live"


def test_the_second_step_goes_with_the_password_given_again(
    branch: BranchInTime,
) -> None:
    ingrid, _, _ = with_second_step(branch)
    branch.clock.forward(minutes=5)
    off = "/account/second-step/off"
    answer = ingrid.post(off, {}, page="/account")
    assert answer.location.startswith("/manager/again?next=")
    wrong = {"password": "wrong", "next": "/manager/account"}
    assert ingrid.post("/again", wrong).status_code == 401
    assert ingrid.post("/again", {**wrong, "password": PASSWORD}).status_code == 303
    assert ingrid.post(off, {}, page="/account").status_code == 303
    assert Stranger(branch).sign_in().location == "/manager/live"


def test_the_secret_is_not_in_the_database(branch: BranchInTime) -> None:
    _, app, _ = with_second_step(branch)
    whole = b"".join(each.read_bytes() for each in branch.directory.glob("queue.db*"))
    assert app.secret.encode() not in whole
    assert app.byte_secret() not in whole


def test_a_reset_takes_the_second_step_away(branch: BranchInTime) -> None:
    ingrid, _, codes = with_second_step(branch)
    branch.do(ResetAccount(name="ingrid", password=NEW))
    assert not ingrid.is_in()
    again = Stranger(branch)
    assert again.sign_in(NEW).location == "/manager/live"
    assert rows(branch, "recovery_code") == 0
    assert codes


# --- what is written down -----------------------------------------------------------------------


def test_it_is_written_down_who_signed_in_from_where(branch: BranchInTime) -> None:
    agent = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0"
    stranger = Stranger(branch)
    stranger.browser.environ_base["HTTP_USER_AGENT"] = agent
    stranger.sign_in("wrong")
    stranger.sign_in()
    stranger.post("/sign-out", {}, page="/account")
    with opened(branch.directory / "queue.db") as database:
        database.row_factory = sqlite3.Row
        found = [tuple(row) for row in database.execute("SELECT outcome, account, address, browser FROM sign_in")]  # fmt: skip
    who = ("ingrid", "10.0.0.7", "Firefox on Linux")
    assert found == [("wrong-password", *who), ("in", *who), ("out", *who)]


def test_what_a_browser_calls_itself_says_nothing_else(branch: BranchInTime) -> None:
    stranger = Stranger(branch)
    stranger.browser.environ_base["HTTP_USER_AGENT"] = "<script>" + "x" * 5_000
    stranger.sign_in()
    assert "<script>x" not in stranger.get("/account").text
    assert stranger.browser.post("/manager/sign-out", headers=HERE).status_code == 403


# --- many at once -------------------------------------------------------------------------------


def test_of_many_wrong_passwords_at_once_five_are_looked_at_and_phones_are_answered(
    server: RunningServer,
) -> None:
    server.run("manager", "add", "ingrid", "--password", PASSWORD)
    browser = requests.Session()
    page = browser.get(f"{server.url}/manager/sign-in", timeout=30).text
    seal = re.search(r'name="csrf" value="([^"]+)"', page)
    assert seal
    form = {"csrf": seal[1], "name": "ingrid", "password": "wrong"}
    cookie = browser.cookies.get_dict()

    def try_one(number: int) -> int:
        path = "/q/parking" if number % 3 == 0 else "/manager/sign-in"
        ask = requests.get if number % 3 == 0 else requests.post
        answer = ask(f"{server.url}{path}", data=form, cookies=cookie, timeout=60)
        return -answer.status_code if number % 3 == 0 else answer.status_code

    with ThreadPoolExecutor(30) as crowd:
        statuses = list(crowd.map(try_one, range(60)))
    assert statuses.count(401) == 5
    assert set(statuses) <= {-200, 401, 423, 429, 503}
    assert statuses.count(-200) == 20
