"""Every way to be told no, and that nothing happens then."""

import re
from pathlib import Path

import pytest
import requests

from server.live.hub import Hub
from server.serve.app import create_app
from server.settings import Settings
from server.store.store import utc_now
from tests.database import opened
from tests.serving import Device, RunningServer

pytestmark = pytest.mark.slow


def rows_of_journal(server: RunningServer) -> int:
    with opened(server.data_dir / "queue.db") as database:
        count: int = database.execute("SELECT count(*) FROM journal").fetchone()[0]
        return count


def test_a_wrong_token_is_401(server: RunningServer) -> None:
    stranger = Device(server, "not-a-token")
    for answer in (
        stranger.get("/board"),
        stranger.post("/tickets", {"queue": "parking"}),
    ):
        assert answer.status_code == 401
        assert answer.headers["Content-Type"] == "application/problem+json"
        assert answer.json()["type"] == "unauthenticated"


def test_a_revoked_token_counts_no_longer(server: RunningServer) -> None:
    token = server.run("device", "add", "kiosk", "Entrance")
    kiosk = Device(server, token)
    kiosk.take()
    server.run("device", "remove", "Entrance", "--yes")
    assert kiosk.get("/board").status_code == 401


def test_a_role_does_only_what_it_may(display: Device, kiosk: Device) -> None:
    assert display.post("/tickets", {"queue": "parking"}).status_code == 403
    assert kiosk.post("/desks/3/call-next").status_code == 403
    assert kiosk.get("/reports/day").status_code == 403


def test_unknown_things_are_404(kiosk: Device, desk: Device) -> None:
    assert (
        kiosk.post("/tickets", {"queue": "nowhere"}).json()["type"] == "unknown-queue"
    )
    assert kiosk.get("/desks/99").status_code == 404
    assert desk.post("/desks/99/call-next").status_code == 404
    assert desk.post("/tickets/999999/finish").status_code == 404
    nothing = kiosk.get("/nothing-here")
    assert nothing.status_code == 404
    assert nothing.json()["detail"] == "There is nothing at this address."


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ('{"que', "body"),
        ("[]", "body"),
        ("{}", "queue"),
        ('{"queue": 7}', "queue"),
        ('{"queue": "parking", "langauge": "de"}', "langauge"),
    ],
)
def test_a_malformed_body_is_422_and_names_the_field(
    server: RunningServer, kiosk: Device, body: str, field: str | None
) -> None:
    before = rows_of_journal(server)
    answer = kiosk._http.post(f"{server.url}/api/v1/tickets", data=body, timeout=10)
    assert answer.status_code == 422
    assert answer.json()["field"] == field
    assert rows_of_journal(server) == before


def test_an_illegal_move_is_409_with_the_present_state(
    server: RunningServer, kiosk: Device, desk: Device
) -> None:
    ticket = kiosk.take()
    before = rows_of_journal(server)
    for move in ("recall", "start", "finish", "no-show"):
        refused = desk.post(f"/tickets/{ticket['id']}/{move}")
        assert (refused.status_code, refused.json()["type"]) == (409, "wrong-state")
        assert refused.json()["state"] == "waiting"
    assert rows_of_journal(server) == before


def test_another_desks_ticket_is_not_mine(
    server: RunningServer, kiosk: Device, desk: Device
) -> None:
    ticket = kiosk.take()
    desk.post("/desks/3/call-next")
    other = server.device("console")
    other.sign_in(4, "Servicer 4")
    refused = other.post(f"/tickets/{ticket['id']}/finish")
    assert (refused.status_code, refused.json()["type"]) == (409, "other-desk")


def test_nobody_calls_without_signing_in(server: RunningServer, kiosk: Device) -> None:
    kiosk.take()
    refused = server.device("console").post("/desks/3/call-next")
    assert (refused.status_code, refused.json()["type"]) == (409, "not-signed-in")


def test_one_servicer_per_desk_and_one_desk_per_servicer(
    server: RunningServer, desk: Device
) -> None:
    other = server.device("console")
    taken = other.post("/desks/3/sign-in", {"servicer": "Servicer 4", "pin": "482913"})
    assert (taken.status_code, taken.json()["type"]) == (409, "desk-taken")
    elsewhere = other.post("/desks/4/sign-in", {"servicer": "Maria", "pin": "482913"})
    assert (elsewhere.status_code, elsewhere.json()["type"]) == (
        409,
        "servicer-elsewhere",
    )


def test_the_fifth_wrong_pin_locks_the_console_for_everybody(
    server: RunningServer,
) -> None:
    console = server.device("console")
    wrong, right = ({"servicer": "Maria", "pin": pin} for pin in ("000000", "482913"))
    for _ in range(5):
        assert console.post("/desks/3/sign-in", wrong).status_code == 401
    locked = console.post("/desks/3/sign-in", right)
    assert (locked.status_code, locked.json()["type"]) == (423, "locked")
    stranger = {"servicer": "Nobody", "pin": "000000"}
    assert console.post("/desks/3/sign-in", stranger).status_code == 423


def test_get_changes_nothing_on_any_path(
    server: RunningServer, kiosk: Device, desk: Device
) -> None:
    ticket = kiosk.take()
    desk.post("/desks/3/call-next")
    before = dump(server)
    token = ticket["url"].rsplit("/", 1)[1]
    walked = 0
    for rule in url_rules():
        path = (
            rule.replace("<token>", token)
            .replace("<int:id>", str(ticket["id"]))
            .replace("<int:desk>", "3")
            .replace("<int:device>", "1")
            .replace("<slug:slug>", "parking")
            .replace("<slug>", "parking")
            .replace("<code>", "7K4M2XQ9")
            .replace("<id>", "unknown")
            .replace("<name>.css", "0a55a3.css")
            .replace("<name>", "none.png")
            .replace("<path:name>", "theme.css")
        )
        path = re.sub(r"<\w+>", "unknown", re.sub(r"<int:\w+>", "1", path))
        assert "<" not in path, f"teach this test about {rule}"
        for method in ("GET", "HEAD"):
            answer = desk._http.request(
                method,
                server.url + path,
                timeout=10,
                stream=True,
                allow_redirects=False,
            )
            assert answer.status_code in (200, 302, 303, 304, 401, 403, 404, 405), (
                path,
                answer.text,
            )
            answer.close()
            walked += 1
    assert walked > 20
    assert dump(server) == before


def url_rules() -> list[str]:
    hub = Hub(utc_now)
    settings = Settings(data_dir=Path("unused"))
    app = create_app(settings, None, hub, utc_now)  # type: ignore[arg-type]  # only its URL map is read
    hub.close()
    return sorted({rule.rule for rule in app.url_map.iter_rules()})


def dump(server: RunningServer) -> list[str]:
    with opened(server.data_dir / "queue.db") as database:
        # That one is written to prove that one can.
        return [line for line in database.iterdump() if '"pulse"' not in line]


def test_bytes_that_are_no_text_are_422(kiosk: Device) -> None:
    answer = requests.post(
        f"{kiosk.server.url}/api/v1/tickets",
        b'{"queue":"\xff"}',
        headers={"Authorization": f"Bearer {kiosk.token}"},
        timeout=10,
    )
    assert (answer.status_code, answer.json()["field"]) == (422, "body")


def test_a_wrong_method_is_405_and_says_which_are_right(display: Device) -> None:
    answer = requests.delete(
        f"{display.server.url}/api/v1/board",
        headers={"Authorization": f"Bearer {display.token}"},
        timeout=10,
    )
    assert answer.status_code == 405
    detail = answer.json()["detail"]
    assert re.fullmatch(r"This address takes no [A-Z]+, but [A-Z, ]+\.", detail)
    assert "GET" in answer.headers["Allow"]
