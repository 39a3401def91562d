"""What staff write for one another stays with staff: in every answer and on every stream."""

import pytest

from tests.serving import Device, RunningServer

pytestmark = pytest.mark.slow

SECRET = "speaks Portuguese only"


@pytest.fixture
def written(kiosk: Device, desk: Device) -> dict[str, int]:
    """A held ticket with a note and a reason, and a desk on a break that called for help."""
    ticket = kiosk.take()
    desk.post("/desks/3/call-next")
    desk.post(f"/tickets/{ticket['id']}/note", {"text": SECRET})
    desk.post(f"/tickets/{ticket['id']}/hold", {"reason": SECRET})
    desk.post("/desks/3/help")
    paused = desk.post("/desks/3/pause", {"reason": SECRET})
    assert paused.json()["reason"] == SECRET
    return {"id": ticket["id"]}


@pytest.mark.parametrize("role", ["kiosk", "display"])
def test_no_answer_gives_the_public_what_staff_wrote(
    server: RunningServer, written: dict[str, int], role: str
) -> None:
    device = server.device(role)
    for path in ("/branch", "/board", "/queues", "/desks/3"):
        answer = device.get(path)
        assert answer.status_code == 200
        assert SECRET not in answer.text, path
    assert device.get("/desks/3").json()["help_since"] is None


def test_a_kiosk_reprints_a_ticket_without_its_note(
    kiosk: Device, written: dict[str, int]
) -> None:
    body = {"outcome": "failed", "reason": "no paper"}
    answer = kiosk.post(f"/tickets/{written['id']}/print", body)
    assert answer.json()["print"] == "failed"
    assert SECRET not in answer.text


@pytest.mark.parametrize(
    ("role", "sees"),
    [("kiosk", False), ("display", False), ("console", True), ("manager", True)],
)
def test_a_stream_tells_only_staff_what_staff_wrote(
    server: RunningServer, desk: Device, written: dict[str, int], role: str, sees: bool
) -> None:
    device = server.device(role)
    replayed = device.events(after=0)
    live = device.events()
    snapshot = live.until("snapshot")
    desk.post(f"/tickets/{written['id']}/resume")
    heard = [str(replayed.until("noted")), str(replayed.until("held"))]
    heard += [str(snapshot), str(live.until("resumed"))]
    assert [SECRET in told for told in heard] == [sees] * 4
    assert bool(snapshot["tickets"]) == sees


def test_consoles_see_the_note_of_a_colleague(
    server: RunningServer, desk: Device, written: dict[str, int]
) -> None:
    desk.post("/desks/3/open")
    other = server.device("console")
    other.sign_in(4, "Servicer 4")
    called = other.post(f"/tickets/{written['id']}/call").json()
    assert called["note"] == SECRET
    assert other.get("/desks/4").json()["serving"]["note"] == SECRET
