"""A screen shows a code, a manager says yes, and the token comes once: to it alone, whoever else asks."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import requests
from werkzeug.test import TestResponse

from server.domain.refusals import (
    AlreadyThere,
    NotValid,
    Refusal,
    TooManyTries,
    UnknownDesk,
    UnknownPairing,
)
from server.store.pairings import ALPHABET, MOST_WRONG_CODES
from server.usecases.setup import (
    AddDevice,
    ApprovePairing,
    ListPairings,
    RefusePairing,
    RemoveDevice,
)
from server.web.phone.flood import PAIRINGS_A_SECOND
from shared.wire.messages import Role
from shared.wire.pairing import grouped
from tests.database import opened
from tests.server.in_time import BranchInTime, Device
from tests.server.test_journal import checked
from tests.serving import ANSWER_WITHIN_S, RunningServer

HERE, FAR = "192.168.1.20", "2600:1::7"


@dataclass
class Screen:
    """A screen without a token, as it asks the server."""

    branch: BranchInTime
    told: dict[str, Any]

    @property
    def code(self) -> str:
        return str(self.told["code"])

    def hear(self, **changed: str) -> dict[str, Any]:
        """Return how its pairing stands."""
        answer = self.ask_again(**changed)
        assert answer.status_code == 200, answer.text
        assert answer.headers["Cache-Control"] == "no-store"
        return dict(answer.get_json())

    def ask_again(self, **changed: str) -> TestResponse:
        told = {**self.told, **changed}
        headers = {"Authorization": f"Bearer {told['secret']}"}
        return self.branch.http.get(f"/api/v1/pairings/{told['id']}", headers=headers)


def asked(
    branch: BranchInTime, body: dict[str, Any], address: str = HERE, **headers: str
) -> TestResponse:
    return branch.http.post(
        "/api/v1/pairings",
        json=body,
        headers=headers,
        environ_overrides={"REMOTE_ADDR": address},
    )


def screen(
    branch: BranchInTime, role: str = "kiosk", address: str = HERE, **said: str
) -> Screen:
    """A screen that has just asked."""
    answer = asked(branch, {"role": role, **said}, address)
    assert answer.status_code == 201, answer.text
    return Screen(branch, dict(answer.get_json()))


def approve(branch: BranchInTime, code: str, **said: Any) -> Any:
    return branch.do(ApprovePairing(code=code, **said))


def waiting(branch: BranchInTime) -> list[str]:
    return [each.code for each in branch.do(ListPairings())]


# --- the way it goes ----------------------------------------------------------------------------


def test_a_screen_is_paired_by_the_code_it_shows(branch: BranchInTime) -> None:
    new = screen(branch, "kiosk", name="Entrance", version="1.2")
    assert new.told["language"] == "en", "what it speaks where nobody told it"
    assert new.hear() == {"status": "pending"} | dict.fromkeys(
        ("token", "name", "desk")
    )
    approved = approve(branch, new.code)
    assert approved.address == HERE
    told = new.hear()
    assert (told["status"], told["name"]) == ("approved", "Entrance")
    kiosk = Device(branch, told["token"])
    assert kiosk.take()["label"] == "A001"


def test_a_code_is_eight_characters_that_nobody_mistakes_for_others(
    branch: BranchInTime,
) -> None:
    code = screen(branch).code
    assert len(code) == 8
    assert set(code) <= set(ALPHABET)
    assert not set("01OIL5S8B2Z6GAEU") & set(ALPHABET) - set("26")
    assert grouped("7K4M2XQ9") == "7K4M-2XQ9"


@pytest.mark.parametrize(
    "typed",
    [
        lambda code: code.lower(),
        grouped,
        lambda code: f" {code[:4]} {code[4:]} ",
        lambda code: f"{code[:4]}–{code[4:].lower()}",
    ],
)
def test_a_code_may_be_typed_in_any_way(branch: BranchInTime, typed: Any) -> None:
    new = screen(branch)
    approve(branch, typed(new.code))
    assert new.hear()["status"] == "approved"


def test_a_manager_says_role_name_and_desk(branch: BranchInTime) -> None:
    new = screen(branch, "kiosk", name="somebody's words")
    approve(branch, new.code, role=Role.CONSOLE, name="Desk 3, left", desk=3)
    told = new.hear()
    assert (told["name"], told["desk"]) == ("Desk 3, left", 3)
    console = Device(branch, told["token"])
    body = {"servicer": "Maria", "pin": "482913"}
    elsewhere = console.post("/desks/4/sign-in", body)
    assert (elsewhere.status_code, elsewhere.json["type"]) == (409, "bound-elsewhere")
    assert console.post("/desks/3/sign-in", body).status_code == 200
    assert checked(branch).differences == []


def test_screens_that_suggest_one_name_get_names_of_their_own(
    branch: BranchInTime,
) -> None:
    names = []
    for _ in range(3):
        new = screen(branch, "display")
        approve(branch, new.code)
        names.append(new.hear()["name"])
    assert names == ["Display", "Display 2", "Display 3"]


def test_a_refused_screen_hears_it_and_can_be_approved_no_more(
    branch: BranchInTime,
) -> None:
    new = screen(branch)
    branch.do(RefusePairing(code=new.code))
    assert new.hear()["status"] == "refused"
    with pytest.raises(UnknownPairing):
        approve(branch, new.code)


def test_a_code_lasts_ten_minutes(branch: BranchInTime) -> None:
    new = screen(branch)
    branch.clock.forward(minutes=9, seconds=59)
    assert new.hear()["status"] == "pending"
    branch.clock.forward(seconds=1)
    assert new.hear()["status"] == "expired"
    assert waiting(branch) == []
    with pytest.raises(UnknownPairing):
        approve(branch, new.code)


def test_a_screen_that_was_away_still_fetches_its_token_within_the_hour(
    branch: BranchInTime,
) -> None:
    soon, late = screen(branch), screen(branch)
    approve(branch, soon.code)
    approve(branch, late.code)
    branch.clock.forward(minutes=30)
    assert soon.hear()["token"]
    branch.clock.forward(minutes=60)
    assert late.hear() == {"status": "expired"} | dict.fromkeys(
        ("token", "name", "desk")
    )


def test_a_restart_costs_nobody_their_code(branch: BranchInTime) -> None:
    before, between = screen(branch), screen(branch)
    approve(branch, between.code)
    with branch.stopped():
        pass
    assert before.hear()["status"] == "pending"
    assert waiting(branch) == [before.code]
    approve(branch, before.code)
    assert Device(branch, before.hear()["token"]).get("/branch").status_code == 200
    assert Device(branch, between.hear()["token"]).get("/branch").status_code == 200


def test_a_revoked_screen_is_refused_at_its_next_word_and_may_ask_anew(
    branch: BranchInTime,
) -> None:
    old = screen(branch, name="Entrance")
    approve(branch, old.code)
    branch.do(RemoveDevice(name="Entrance"))
    assert old.hear()["status"] == "refused"
    new = screen(branch, name="Entrance")
    approve(branch, new.code)
    assert new.hear()["name"] == "Entrance"


# --- attacks ------------------------------------------------------------------------------------


def test_the_token_comes_once(branch: BranchInTime) -> None:
    new = screen(branch)
    approve(branch, new.code)
    assert new.hear()["token"]
    again = new.hear()
    assert (again["status"], again["token"]) == ("approved", None)
    with branch.stopped():
        pass
    assert new.hear()["token"] is None


def test_a_head_alone_costs_nobody_their_token(branch: BranchInTime) -> None:
    new = screen(branch)
    approve(branch, new.code)
    headers = {"Authorization": f"Bearer {new.told['secret']}"}
    path = f"/api/v1/pairings/{new.told['id']}"
    assert branch.http.head(path, headers=headers).status_code == 200
    assert new.hear()["token"]


def test_nothing_on_disk_lets_anybody_in(branch: BranchInTime) -> None:
    new = screen(branch)
    approve(branch, new.code)
    with opened(branch.directory / "queue.db") as database:
        kept = "\n".join(database.iterdump())
    token = new.hear()["token"]
    assert token not in kept
    assert new.told["secret"] not in kept


def test_an_id_or_a_code_is_nothing_without_the_secret(branch: BranchInTime) -> None:
    mine, theirs = screen(branch), screen(branch)
    approve(branch, mine.code)
    said, _, seal = mine.told["secret"].partition(".")
    other, _, other_seal = theirs.told["secret"].partition(".")
    for secret in (
        theirs.told["secret"],
        mine.code,
        mine.told["id"],
        said,
        f"{said}.",
        f"{said}.{other_seal}",
        f"{other}.{seal}",
        "x",
        "ü.ü",
        ".",
    ):
        answer = mine.ask_again(secret=secret)
        assert (answer.status_code, answer.get_json()["type"]) == (
            404,
            "unknown-pairing",
        ), secret
    unknown = mine.ask_again(id="another")
    assert (unknown.status_code, unknown.get_json()["type"]) == (404, "unknown-pairing")
    bare = branch.http.get(f"/api/v1/pairings/{mine.told['id']}")
    assert bare.status_code == 401
    assert mine.hear()["token"]


def test_a_secret_is_no_token_and_a_token_no_secret(branch: BranchInTime) -> None:
    new = screen(branch)
    assert Device(branch, new.told["secret"]).get("/branch").status_code == 401
    token = branch.do(AddDevice(role=Role.KIOSK, name="Entrance"))
    assert new.ask_again(secret=token).status_code == 404


def test_nobody_becomes_a_managers_program_by_a_code(branch: BranchInTime) -> None:
    answer = asked(branch, {"role": "manager"})
    assert (answer.status_code, answer.get_json()["field"]) == (422, "role")
    new = screen(branch)
    with pytest.raises(NotValid, match="manager"):
        approve(branch, new.code, role=Role.MANAGER)
    assert new.hear()["status"] == "pending"


@pytest.mark.parametrize(
    ("said", "refusal"),
    [
        ({"name": "Entrance"}, AlreadyThere),
        ({"name": " "}, NotValid),
        ({"name": "\N{RIGHT-TO-LEFT OVERRIDE}ksoiK"}, NotValid),
        ({"desk": 3}, NotValid),
        ({"desk": 99, "role": Role.CONSOLE}, UnknownDesk),
    ],
)
def test_what_a_manager_says_wrong_leaves_the_screen_waiting(
    branch: BranchInTime, said: dict[str, Any], refusal: type[Refusal]
) -> None:
    first, new = screen(branch, name="Entrance"), screen(branch)
    approve(branch, first.code)
    with pytest.raises(refusal):
        approve(branch, new.code, **said)
    assert new.hear()["status"] == "pending"


@pytest.mark.parametrize(
    "body",
    [
        {"role": "kiosk", "name": "a\nb\x1b[2J"},
        {"role": "kiosk", "name": "x" * 61},
        {"role": "kiosk", "version": "\N{RIGHT-TO-LEFT OVERRIDE}"},
        {"role": "boss"},
        {},
    ],
)
def test_a_screen_cannot_write_anything_to_a_managers_screen(
    branch: BranchInTime, body: dict[str, Any]
) -> None:
    answer = asked(branch, body)
    assert answer.status_code == 422
    assert waiting(branch) == []


def test_a_page_of_another_site_cannot_ask_in_somebodys_name(
    branch: BranchInTime,
) -> None:
    answer = asked(branch, {"role": "kiosk"}, Origin="https://elsewhere.example")
    assert answer.status_code == 403


def test_five_codes_that_nobody_shows_are_all_that_one_manager_may_try(
    branch: BranchInTime,
) -> None:
    new = screen(branch)
    for _ in range(5):
        with pytest.raises(UnknownPairing):
            approve(branch, "7777-7777")
    with pytest.raises(TooManyTries):
        approve(branch, new.code)
    manager = branch.device("manager")
    assert manager.post(f"/pairings/{new.code}/approve", {}).status_code == 200
    branch.clock.forward(minutes=10)
    later = screen(branch)
    approve(branch, later.code)


def test_right_codes_are_no_tries(branch: BranchInTime) -> None:
    for _ in range(2 * MOST_WRONG_CODES):
        approve(branch, screen(branch).code)
        branch.clock.forward(seconds=1)


def test_one_network_gets_only_so_many_codes_a_second(branch: BranchInTime) -> None:
    for _ in range(PAIRINGS_A_SECOND):
        screen(branch, address=FAR)
    refused = asked(branch, {"role": "kiosk"}, "2600:1::8")
    assert (refused.status_code, refused.get_json()["type"]) == (
        429,
        "too-many-pairings",
    )
    assert refused.headers["Retry-After"] == "1"
    screen(branch, address=HERE)
    branch.clock.forward(seconds=1)
    screen(branch, address=FAR)


ROOM = 60


@pytest.fixture
def small_book(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is room for some waiting screens only."""
    monkeypatch.setattr("server.store.pairings.MOST_WAITING", ROOM)


def flood(branch: BranchInTime, address: Callable[[int], str]) -> None:
    """Ask for more codes than there is room for, as fast as it is let."""
    for n in range(2 * ROOM):
        if n % PAIRINGS_A_SECOND == 0:
            branch.clock.forward(seconds=1)
        screen(branch, address=address(n))


def test_a_flood_from_many_networks_pushes_out_no_screen_of_the_house(
    branch: BranchInTime,
    small_book: None,
) -> None:
    new = screen(branch, name="Entrance")
    flood(branch, lambda n: f"2600:{n:x}::1")
    assert len(waiting(branch)) == ROOM
    assert waiting(branch)[0] == new.code
    approve(branch, new.code)
    assert new.hear()["token"]


def test_a_flood_from_one_network_pushes_out_only_its_own(
    branch: BranchInTime,
    small_book: None,
) -> None:
    far = screen(branch, address="8.8.8.8")
    flood(branch, lambda n: "9.9.9.9")
    assert far.code in waiting(branch)[:2]
    approve(branch, far.code)


def test_a_screen_behind_the_same_address_as_a_flood_is_there_again_when_it_asks(
    branch: BranchInTime,
    small_book: None,
) -> None:
    new = screen(branch)
    flood(branch, lambda n: HERE)
    assert new.code not in waiting(branch)
    assert new.hear()["status"] == "pending"
    approve(branch, new.code)
    assert new.hear()["token"]


def test_a_screen_that_asks_on_is_listed_through_a_flood_from_its_own_address(
    branch: BranchInTime,
) -> None:
    manager = branch.device("manager")
    new = screen(branch, name="Entrance")
    for second in range(30):
        branch.clock.forward(seconds=1)
        for _ in range(PAIRINGS_A_SECOND):
            screen(branch)
        if second % 2:
            assert new.hear()["status"] == "pending"
            assert manager.get("/pairings").json[0]["code"] == new.code
    late = screen(branch, address="192.168.1.21")
    assert late.code in [each["code"] for each in manager.get("/pairings").json[:2]]


def test_a_screen_that_was_stopped_is_listed_no_longer_and_is_again_when_it_asks(
    branch: BranchInTime,
) -> None:
    stopped, on = screen(branch), screen(branch)
    branch.clock.forward(seconds=14)
    assert waiting(branch) == [stopped.code, on.code]
    on.hear()
    branch.clock.forward(seconds=1)
    assert waiting(branch) == [on.code]
    stopped.hear()
    assert waiting(branch) == [stopped.code, on.code]
    branch.clock.forward(seconds=30)
    approve(branch, stopped.code)
    assert stopped.hear()["token"]


@pytest.mark.parametrize("gone", ["approved", "refused", "expired", "pushed out"])
def test_a_code_that_a_screen_has_shown_is_no_wrong_one(
    branch: BranchInTime, small_book: None, gone: str
) -> None:
    old = screen(branch)
    if gone == "approved":
        approve(branch, old.code)
    elif gone == "refused":
        branch.do(RefusePairing(code=old.code))
    elif gone == "expired":
        branch.clock.forward(minutes=10)
    else:
        flood(branch, lambda n: HERE)
        branch.clock.forward(seconds=1)
    for _ in range(2 * MOST_WRONG_CODES):
        with pytest.raises(UnknownPairing):
            approve(branch, old.code)
    approve(branch, screen(branch).code)


def test_behind_a_proxy_that_the_server_was_not_told_of_no_screen_is_near(
    branch: BranchInTime,
) -> None:
    manager = branch.device("manager")
    for headers, near in (({}, True), ({"X-Forwarded-For": "8.8.8.8"}, False)):
        answer = asked(branch, {"role": "kiosk"}, "127.0.0.1", **headers)
        code = answer.get_json()["code"]
        [its] = [each for each in manager.get("/pairings").json if each["code"] == code]
        assert its["near"] is near


# --- managers' programs, and the command line ---------------------------------------------------


def test_a_managers_program_lists_approves_and_refuses(branch: BranchInTime) -> None:
    manager = branch.device("manager")
    here, far = screen(branch, name="Entrance"), screen(branch, address=FAR)
    listed = manager.get("/pairings").json
    assert [each["code"] for each in listed] == [here.code, far.code]
    assert [each["near"] for each in listed] == [True, False]
    assert (listed[0]["address"], listed[0]["name"]) == (HERE, "Entrance")
    assert here.told["id"] not in str(listed)
    answer = manager.post(f"/pairings/{grouped(here.code)}/approve", {"name": "Door"})
    assert (answer.status_code, answer.json["name"]) == (200, "Door")
    assert manager.post(f"/pairings/{far.code}/refuse").status_code == 204
    assert (here.hear()["name"], far.hear()["status"]) == ("Door", "refused")
    assert manager.get("/pairings").json == []


@pytest.mark.parametrize("role", ["kiosk", "display", "console"])
def test_no_other_device_lets_anybody_in(branch: BranchInTime, role: str) -> None:
    device, new = branch.device(role), screen(branch)
    assert device.get("/pairings").status_code == 403
    assert device.post(f"/pairings/{new.code}/approve", {}).status_code == 403
    assert device.post(f"/pairings/{new.code}/refuse").status_code == 403
    assert branch.http.post(f"/api/v1/pairings/{new.code}/approve").status_code == 401
    assert new.hear()["status"] == "pending"


def test_the_command_line_pairs_a_screen_of_the_running_server(
    server: RunningServer,
) -> None:
    def ask(role: str, headers: dict[str, str] | None = None) -> dict[str, Any]:
        answer = requests.post(
            f"{server.url}/api/v1/pairings",
            json={"role": role, "name": f"The {role}"},
            headers=headers,
            timeout=ANSWER_WITHIN_S,
        )
        return dict(answer.json())

    def hear(told: dict[str, Any]) -> dict[str, Any]:
        answer = requests.get(
            f"{server.url}/api/v1/pairings/{told['id']}",
            headers={"Authorization": f"Bearer {told['secret']}"},
            timeout=ANSWER_WITHIN_S,
        )
        return dict(answer.json())

    console, board = ask("console"), ask("display")
    listed = server.run("device", "pending")
    assert grouped(console["code"]) in listed
    assert "127.0.0.1" in listed
    assert "from outside" not in listed
    stranger = ask("display", {"X-Forwarded-For": "8.8.8.8"})
    assert server.run("device", "pending").count("from outside") == 1
    server.run("device", "refuse", stranger["code"])
    code = grouped(console["code"]).lower()
    said = server.run("device", "approve", code, "--name", "Left", "--desk", "3")
    assert said == (
        "“Left” is paired as a console, for desk 3 only. It asked from 127.0.0.1."
    )
    assert "told no" in server.run("device", "refuse", board["code"])
    assert server.run("device", "pending") == "No screen waits to be paired."
    told = hear(console)
    assert (told["status"], told["desk"]) == ("approved", 3)
    assert hear(board)["status"] == "refused"


def test_without_a_server_nobody_waits(set_up_branch: Path, tmp_path: Path) -> None:
    shutil.copytree(set_up_branch, tmp_path / "data")
    stopped = RunningServer(tmp_path / "data", 0)
    assert stopped.run("device", "pending") == "No screen waits to be paired."
