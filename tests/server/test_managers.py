"""Accounts of managers: made at the first start, by one another, and on the command line; never the last one gone."""

import re
from dataclasses import replace

import pytest

from server.domain.account import Account, AccountRole, check_name, check_password
from server.domain.events import AccountConfigured, PasswordChanged
from server.domain.refusals import AlreadyThere, LastManager, NotValid, UnknownAccount
from server.store import accounts, journal, pins
from server.store.store import MAIN_BRANCH
from server.usecases.setup import (
    AddAccount,
    NewStartCode,
    RemoveAccount,
    ResetAccount,
    SetAccount,
    SetBranch,
)
from server.web.manager.visits import START_CODES, START_CODES_FROM_NETWORK
from tests.server.in_time import BranchInTime
from tests.server.managers import PASSWORD, Manager, Stranger
from tests.server.terminal import Terminal
from tests.server.test_journal import checked
from tests.serving import RunningServer

pytestmark = pytest.mark.slow

NEW = "green lamp river 42"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passwords are worked out fast."""
    monkeypatch.setattr(pins, "_HOW", replace(pins._HOW, time_cost=1, memory_cost=64))


def accounts_of(branch: BranchInTime) -> list[tuple[str, str, str]]:
    with branch.store.reading(MAIN_BRANCH) as view:
        return [(each.name, each.shown, each.role.value) for each in view.accounts()]


# --- rules --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "password",
    [
        "",
        "short",
        "elevenchars",
        "x" * 201,
        "aaaaaaaaaaaa",
        "passport2026",
        "Password1234!",
        "123456789012",
        "qwertyuiopas",
        "!!!!!!!!!!!!",
        "Ingrid123456",
        "ingridingrid",
        "Ingrid Sørensen",
        "correct horse battery staple",
    ],
)
def test_a_password_that_is_guessed_first_is_none(password: str) -> None:
    with pytest.raises(NotValid):
        check_password(password, ["ingrid", "Ingrid Sørensen"])


@pytest.mark.parametrize(
    "password",
    [PASSWORD, NEW, "Zwölf Boxkämpfer", "私は毎朝パンを二枚と卵を食べる", "x1!y" * 40],
)
def test_a_password_may_be_anything_else(password: str) -> None:
    check_password(password, ["ingrid", "Ingrid Sørensen"])


def test_the_branchs_name_is_no_password(branch: BranchInTime) -> None:
    branch.do(SetBranch(settings={"name": "City Service Centre"}))
    with pytest.raises(NotValid):
        branch.do(AddAccount(name="ingrid", password="cityservicecentre1"))
    branch.do(AddAccount(name="ingrid", password=PASSWORD))
    with pytest.raises(NotValid):
        branch.do(ResetAccount(name="ingrid", password="cityservicecentre1"))


@pytest.mark.parametrize(
    "name",
    ["", "Ingrid", "é", "a b", "-a", "a" * 41, "a\r\nSet-Cookie: x", "a/b", "a%2f", "<b>", "..", "a\x00"],
)  # fmt: skip
def test_a_user_name_can_be_typed_anywhere(name: str) -> None:
    if name != "Ingrid":
        with pytest.raises(NotValid):
            check_name(name)
    for good in ("ingrid", "i.sorensen-2_x", "7"):
        check_name(good)


# --- set up -------------------------------------------------------------------------------------


def test_accounts_are_facts_of_the_journal_and_passwords_are_not(
    branch: BranchInTime,
) -> None:
    branch.do(AddAccount(name="ingrid", shown="Ingrid S.", password=PASSWORD))
    branch.do(SetAccount(name="ingrid", password=NEW))
    branch.do(AddAccount(name="vera", password=NEW, role=AccountRole.VIEWER))
    branch.do(RemoveAccount(name="vera"))
    ingrid = Account(name="ingrid", shown="Ingrid S.", role=AccountRole.MANAGER)
    vera = Account(name="vera", shown="vera", role=AccountRole.VIEWER)
    with branch.store.reading(MAIN_BRANCH) as view:
        facts = [row.event for row in journal.read(view.connection, MAIN_BRANCH)]
    assert facts[-4:] == [
        AccountConfigured(account=ingrid),
        PasswordChanged(account="ingrid"),
        AccountConfigured(account=vera),
        AccountConfigured(account=replace(vera, removed=True)),
    ]
    assert accounts_of(branch) == [("ingrid", "Ingrid S.", "manager")]
    assert checked(branch).differences == []
    whole = b"".join(each.read_bytes() for each in branch.directory.glob("queue.db*"))
    assert PASSWORD.encode() not in whole


def test_somebody_is_always_left_who_may_do_everything(branch: BranchInTime) -> None:
    branch.do(AddAccount(name="ingrid", password=PASSWORD))
    branch.do(AddAccount(name="vera", password=NEW, role=AccountRole.VIEWER))
    with pytest.raises(LastManager):
        branch.do(RemoveAccount(name="ingrid"))
    with pytest.raises(LastManager):
        branch.do(SetAccount(name="ingrid", role=AccountRole.VIEWER))
    branch.do(SetAccount(name="vera", role=AccountRole.MANAGER))
    branch.do(RemoveAccount(name="ingrid"))
    assert accounts_of(branch) == [("vera", "vera", "manager")]


def test_nobody_is_there_twice_and_who_is_gone_may_come_back(
    branch: BranchInTime,
) -> None:
    branch.do(AddAccount(name="ingrid", password=PASSWORD))
    with pytest.raises(AlreadyThere):
        branch.do(AddAccount(name="ingrid", password=NEW))
    branch.do(AddAccount(name="vera", password=NEW))
    branch.do(RemoveAccount(name="ingrid"))
    for command in (
        RemoveAccount(name="ingrid"),
        SetAccount(name="ingrid", shown="x"),
        ResetAccount(name="ingrid", password=NEW),
    ):
        with pytest.raises(UnknownAccount):
            branch.do(command)
    branch.do(AddAccount(name="ingrid", password=NEW))
    assert Stranger(branch).sign_in(NEW).status_code == 303
    assert Stranger(branch).sign_in(PASSWORD).status_code == 401


def test_an_account_outlives_a_restart_with_its_session(branch: BranchInTime) -> None:
    manager = Manager(branch)
    with branch.switched_off():
        pass
    browser = branch.http.application.test_client()
    browser.set_cookie("manager", manager.token)
    assert browser.get("/manager/account").status_code == 200


# --- the first start ----------------------------------------------------------------------------


def begin(branch: BranchInTime, code: str, address: str = "10.0.0.7") -> Stranger:
    """Open the first page and type the code."""
    stranger = Stranger(branch, address)
    answer = stranger.post("/start", {"code": code})
    assert answer.status_code == 200, answer.text
    return stranger


FIRST = {"shown": "Ingrid Sørensen", "name": "Ingrid", "password": PASSWORD}


def test_who_has_the_code_makes_the_first_account(branch: BranchInTime) -> None:
    code = branch.do(NewStartCode())
    assert re.fullmatch(r"\w{4}-\w{4}", code)
    stranger = Stranger(branch)
    for path in ("/account", "/sign-in", ""):
        assert stranger.get(path).location == "/manager/start"
    begin(branch, code.lower().replace("-", " "))
    done = stranger.post("/start/account", {"code": code, **FIRST}, page="/start")
    assert done.status_code == 303
    assert done.location in ("/manager/live", "/manager/set-up/1")
    assert stranger.is_in()
    assert accounts_of(branch) == [("ingrid", "Ingrid Sørensen", "manager")]
    assert stranger.get("/start").status_code == 404
    with branch.store.reading(MAIN_BRANCH) as view:
        *_, last = journal.read(view.connection, MAIN_BRANCH)
    assert last.actor.manager == "ingrid"


def test_a_code_counts_once(branch: BranchInTime) -> None:
    code = branch.do(NewStartCode())
    one, two = begin(branch, code), begin(branch, code)
    form = {"code": code, **FIRST}
    page = two.get("/start").text
    seal = re.search(r'name="csrf" value="([^"]+)"', page)
    assert seal
    assert one.post("/start/account", form, page="/start").status_code == 303
    late = two.browser.post(
        "/manager/start/account", data={"csrf": seal[1], **form, "name": "eve"}
    )
    assert late.status_code == 404
    assert accounts_of(branch) == [("ingrid", "Ingrid Sørensen", "manager")]


@pytest.mark.parametrize("minutes", [60, -60])
def test_a_code_is_good_for_an_hour(branch: BranchInTime, minutes: int) -> None:
    code = branch.do(NewStartCode())
    branch.clock.forward(minutes=minutes)
    answer = Stranger(branch).post("/start", {"code": code})
    assert answer.status_code == 403
    assert "takeanumber setup" in answer.text


def test_a_new_code_ends_the_one_before(branch: BranchInTime) -> None:
    old, new = branch.do(NewStartCode()), branch.do(NewStartCode())
    assert Stranger(branch).post("/start", {"code": old}).status_code == 403
    begin(branch, new)


@pytest.mark.parametrize("code", ["", "AAAA-AAAA", "x" * 5_000, "é\x00", "'; --"])
def test_without_the_code_nobody_makes_an_account(
    branch: BranchInTime, code: str
) -> None:
    branch.do(NewStartCode())
    stranger = Stranger(branch)
    assert stranger.post("/start", {"code": code}).status_code == 403
    form = {"code": code, **FIRST}
    answer = stranger.post("/start/account", form, page="/start")
    assert answer.status_code == 403
    assert accounts_of(branch) == []


def test_codes_are_guessed_a_few_times_only(branch: BranchInTime) -> None:
    code = branch.do(NewStartCode())
    thief = Stranger(branch, "10.6.6.6")
    statuses = [
        thief.post("/start", {"code": "AAAA-AAAA"}).status_code
        for _ in range(START_CODES_FROM_NETWORK)
    ]
    assert set(statuses) == {403}
    assert thief.post("/start", {"code": code}).status_code == 429
    # Others are not kept out by it, and the right code is no guess.
    for _ in range(START_CODES_FROM_NETWORK + 1):
        begin(branch, code)
    for number in range(START_CODES):
        Stranger(branch, f"10.6.7.{number}").post("/start", {"code": "AAAA-AAAA"})
    assert Stranger(branch, "10.8.8.8").post("/start", {"code": code}).status_code == 429  # fmt: skip
    branch.clock.forward(minutes=10)
    begin(branch, code)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"password": "passport2026"}, "password"),
        ({"password": "short"}, "password"),
        ({"name": "ingrid\r\nX: y"}, "name"),
        ({"name": "<script>"}, "name"),
        ({"shown": "x" * 61}, "shown"),
        ({"shown": "\u202eevil"}, "shown"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_what_was_typed_stays(
    branch: BranchInTime, wrong: dict[str, str], field: str
) -> None:
    code = branch.do(NewStartCode())
    stranger = begin(branch, code)
    form = {"code": code, **FIRST, **wrong}
    answer = stranger.post("/start/account", form, page="/start")
    assert answer.status_code == 422
    assert f'id="{field}-error"' in answer.text
    assert "<title>Error:" in answer.text
    assert f'value="{code}"' in answer.text
    assert "<script>" not in answer.text.replace("<script src", "")
    if field != "shown":
        assert 'value="Ingrid Sørensen"' in answer.text
    assert accounts_of(branch) == []


def test_there_is_no_code_once_there_is_an_account(branch: BranchInTime) -> None:
    code = branch.do(NewStartCode())
    branch.do(AddAccount(name="ingrid", password=PASSWORD))
    with pytest.raises(NotValid, match="manager reset ingrid"):
        branch.do(NewStartCode())
    assert Stranger(branch).get("/start").status_code == 404
    with branch.store.connecting() as connection:
        assert accounts.start_code(connection, MAIN_BRANCH, branch.clock()) is None
    assert code


# --- by one another -----------------------------------------------------------------------------


def test_a_manager_lets_others_in_and_out(branch: BranchInTime) -> None:
    ingrid = Manager(branch)
    form = {"name": "Vera", "shown": "Vera K.", "role": "viewer"}
    added = ingrid.post("/new-account", form)
    (password,) = re.findall(r'<code class="secret" dir="ltr">([\w-]+)<', added.text)
    vera = Stranger(branch)
    assert vera.sign_in(password, "vera").status_code == 303
    assert "Vera K." in ingrid.get("/accounts").text
    change = {"shown": "Vera K.", "role": "manager"}
    assert ingrid.post("/accounts/vera", change).status_code == 303
    assert not vera.is_in(), "with another role one signs in anew"
    reset = ingrid.post("/accounts/vera/reset")
    (password,) = re.findall(r'<code class="secret" dir="ltr">([\w-]+)<', reset.text)
    assert vera.sign_in(password, "vera").status_code == 303
    assert ingrid.get("/accounts/vera/remove").status_code == 200
    assert ingrid.post("/accounts/vera/remove").status_code == 303
    assert not vera.is_in()
    with branch.store.reading(MAIN_BRANCH) as view:
        rows = list(journal.read(view.connection, MAIN_BRANCH))
    assert {row.actor.manager for row in rows[-4:]} == {"ingrid"}


@pytest.mark.parametrize("way", ["added", "reset", "reset on the command line"])
def test_whoever_was_given_a_password_chooses_their_own_first(
    branch: BranchInTime, way: str
) -> None:
    ingrid = Manager(branch)
    form = {"name": "vera", "shown": "Vera K.", "role": "viewer"}
    said = ingrid.post("/new-account", form).text
    if way == "reset":
        said = ingrid.post("/accounts/vera/reset").text
    (given,) = re.findall(r'<code class="secret" dir="ltr">([\w-]+)<', said)
    if way == "reset on the command line":
        given = "wrong horse pile 77"
        branch.do(ResetAccount(name="vera", password=given))
    vera = Stranger(branch)
    assert vera.sign_in(given, "vera", next="/manager/changes").status_code == 303
    asked = vera.get("/changes")
    assert asked.location == "/manager/own-password?next=%2Fmanager%2Fchanges"
    for refused in ("short", given):
        answer = vera.post("/own-password", {"password": refused})
        assert (answer.status_code, 'id="password-error"' in answer.text) == (422, True)
        assert not vera.is_in()
    chosen = {"password": NEW, "next": "/manager/changes"}
    assert vera.post("/own-password", chosen).location == "/manager/changes"
    assert vera.get("/changes").status_code == 200
    assert vera.get("/own-password").location == "/manager/live"
    elsewhere = Stranger(branch)
    assert elsewhere.sign_in(given, "vera").status_code == 401
    elsewhere.sign_in(NEW, "vera")
    assert elsewhere.is_in(), "nobody is asked twice"
    assert checked(branch).differences == []


def test_whoever_types_a_password_for_themselves_is_not_asked_for_another(
    branch: BranchInTime,
) -> None:
    branch.do(AddAccount(name="vera", password=PASSWORD))
    vera = Stranger(branch)
    vera.sign_in(PASSWORD, "vera")
    assert vera.is_in()


@pytest.mark.parametrize(
    ("form", "status"),
    [
        ({"name": "ingrid", "shown": "x", "role": "viewer"}, 422),
        ({"name": "Ö", "shown": "x", "role": "viewer"}, 422),
        ({"name": "vera", "shown": "x", "role": "owner"}, 422),
        ({"name": "vera", "shown": "x"}, 422),
    ],
)
def test_a_wrong_account_is_not_added(
    branch: BranchInTime, form: dict[str, str], status: int
) -> None:
    ingrid = Manager(branch)
    assert ingrid.post("/new-account", form).status_code == status
    assert len(accounts_of(branch)) == 1


def test_all_that_is_wrong_with_an_account_is_said_at_once(
    branch: BranchInTime,
) -> None:
    code = branch.do(NewStartCode())
    form = {"code": code, "shown": "x" * 61, "name": "", "password": "short"}
    answer = begin(branch, code).post("/start/account", form, page="/start")
    for field in ("shown", "name", "password"):
        assert f'id="{field}-error"' in answer.text
    ingrid = Manager(branch)
    for path in ("/new-account", "/accounts/ingrid"):
        answer = ingrid.post(path, {"name": "Ö", "shown": "", "role": "owner"})
        assert answer.status_code == 422
        assert "Choose one of these." in answer.text
    answer = ingrid.post("/new-account", {"name": "Ö", "shown": "x" * 61})
    for said in ('id="name-error"', 'id="shown-error"', "Choose one of these."):
        assert said in answer.text


def test_the_last_manager_stays_one_on_the_pages_too(branch: BranchInTime) -> None:
    ingrid = Manager(branch)
    change = {"shown": "Ingrid", "role": "viewer"}
    assert ingrid.post("/accounts/ingrid", change).status_code == 409
    assert ingrid.post("/accounts/ingrid/remove").status_code == 409
    assert accounts_of(branch) == [("ingrid", "Ingrid", "manager")]
    assert ingrid.get("/accounts/nobody").status_code == 404


def test_what_is_grave_asks_for_the_password_after_five_minutes(
    branch: BranchInTime,
) -> None:
    ingrid = Manager(branch)
    branch.clock.forward(minutes=5)
    asked = ingrid.get("/accounts")
    assert asked.location == "/manager/again?next=%2Fmanager%2Faccounts"
    form = {"name": "vera", "shown": "Vera", "role": "viewer"}
    assert ingrid.post("/new-account", form).location.startswith("/manager/again")
    assert len(accounts_of(branch)) == 1


# --- on the command line ------------------------------------------------------------------------


def test_an_account_is_made_and_changed_on_the_command_line(terminal: Terminal) -> None:
    said = terminal.type("setup")
    assert "Open http://127.0.0.1:8000/manager/start" in said.stdout
    assert re.search(r"code: \w{4}-\w{4}$", said.stdout.strip())
    terminal.run("manager", "add", "Ingrid", "--name", "Ingrid S", "--password", NEW)
    typed = terminal.type(
        "manager",
        "add",
        "vera",
        "--role",
        "viewer",
        "--password",
        "-",
        answers=f"{PASSWORD}\n" * 2,
    )
    assert typed.output.endswith("vera may sign in at /manager.\n")
    assert terminal.json("manager", "list") == [
        {
            "user_name": name,
            "name": shown,
            "role": role,
            "second_step": False,
        }
        for name, shown, role in (
            ("ingrid", "Ingrid S", "manager"),
            ("vera", "vera", "viewer"),
        )
    ]
    said = terminal.type("setup")
    assert (said.exit_code, "manager reset ingrid" in said.output) == (1, True)
    terminal.run("manager", "set", "vera", "--role", "manager", "--name", "Vera")
    password = terminal.type("manager", "reset", "vera").stdout.strip()
    assert re.fullmatch(r"(\w{4}-){4}\w{4}", password)
    assert terminal.type("manager", "remove", "ingrid", answers="n\n").exit_code == 1
    terminal.run("manager", "remove", "ingrid", "--yes")
    assert [each["name"] for each in terminal.json("manager", "list")] == ["Vera"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["add", "ing rid", "--password", NEW], "A user name has"),
        (["add", "ingrid", "--password", "short"], "--password: A password has at"),
        (["add", "ingrid", "--role", "owner"], "is not one of"),
        (["reset", "ingrid"], "There is no account “ingrid”."),
        (["remove", "ingrid", "--yes"], "There is no account “ingrid”."),
        (["set", "ingrid", "--name", "x"], "There is no account “ingrid”."),
        (["set", "ingrid"], "Say what to change"),
    ],
)
def test_mistakes_at_accounts_are_named(
    terminal: Terminal, arguments: list[str], said: str
) -> None:
    told = terminal.type("manager", *arguments)
    assert told.exit_code != 0
    assert said in told.output


def test_a_server_without_an_account_says_where_to_go_and_setup_gives_another_code(
    server: RunningServer,
) -> None:
    server.log.wait_for("no manager yet")
    told = server.log.text
    page = re.search(r"page=(\S+)", told)
    code = re.search(r"code=(\S+)", told)
    assert page
    assert code
    assert page[1] == f"{server.url}/manager/start"
    again = server.run("setup")
    assert re.search(r"code: \w{4}-\w{4}", again)
    assert f"Open {server.url}/manager/start" in again
    assert code[1] not in again
    server.run("manager", "add", "ingrid", "--password", PASSWORD)
    assert PASSWORD not in server.log.text
    server.stop()
    server.start()
    assert server.log.text.count("no manager yet") <= 1
