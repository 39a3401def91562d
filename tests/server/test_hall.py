"""What concerns the whole waiting room: who was missed, who asks for help, and what everybody is told."""

import struct
import zlib
from urllib.parse import urlsplit

import pytest

from server.usecases.setup import CloseDay, RemoveDevice, SayToAll, SetBranch
from shared.wire.following import FollowedBranch
from tests.server.in_time import BranchInTime
from tests.serving import Device, RunningServer


def test_a_missed_customer_is_on_every_console_until_they_come_back(
    server: RunningServer, kiosk: Device, desk: Device
) -> None:
    ticket = kiosk.take()
    follower = desk.follower()
    desk.post("/desks/3/call-next")
    desk.post(f"/tickets/{ticket['id']}/no-show")
    follower.until("missed")
    assert set(follower.known.missed) == {ticket["id"]}
    assert fresh(desk).missed == follower.known.missed
    desk.post(f"/tickets/{ticket['id']}/rejoin")
    follower.until("rejoined")
    assert (follower.known.missed, fresh(desk).missed) == ({}, {})


def png(width: int, height: int) -> bytes:
    """Return a picture of one colour."""
    rows = zlib.compress(b"".join(b"\0" + b"\x40" * width for _ in range(height)))
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", rows), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data))
        + kind
        + data
        + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )


def fresh(device: Device) -> FollowedBranch:
    """Return the branch as somebody hears of it who comes now."""
    follower = device.follower()
    return follower.known


def test_only_staff_hear_who_was_missed(
    server: RunningServer, kiosk: Device, desk: Device, display: Device
) -> None:
    ticket = kiosk.take()
    desk.post("/desks/3/call-next")
    desk.post(f"/tickets/{ticket['id']}/no-show")
    for public in (kiosk, display):
        assert public.events().until("snapshot")["missed"] == []


def test_a_missed_customer_is_called_again_while_their_place_is_kept(
    branch: BranchInTime,
) -> None:
    desk = branch.console()
    ticket = desk.take()
    desk.call_next()
    desk.move(ticket, "no-show")
    branch.clock.forward(minutes=4)
    called = desk.move(ticket, "call")
    assert (called.json["state"], called.json["ended_at"]) == ("called", None)
    assert desk.post("/desks/3/undo").status_code == 200
    assert desk.state(ticket) == "missed"
    branch.clock.forward(minutes=7)
    late = desk.move(ticket, "call")
    assert (late.status_code, late.json["type"]) == (409, "too-late")


def test_whoever_was_missed_yesterday_is_on_no_console_today(
    branch: BranchInTime,
) -> None:
    desk = branch.console()
    ticket = desk.take()
    desk.call_next()
    desk.move(ticket, "no-show")
    branch.do(CloseDay())
    assert desk.move(ticket, "call").json["type"] == "too-late"


def test_a_call_for_help_reaches_the_consoles_and_the_answer_the_kiosk(
    server: RunningServer, kiosk: Device, desk: Device
) -> None:
    at_desk, at_kiosk = desk.follower(), kiosk.follower()
    asked = kiosk.post("/help", {"language": "ar"}).json()
    at_desk.until("help")
    call = at_desk.known.branch.help[0]
    assert (call.kiosk, call.language, call.desk) == (asked["kiosk"], "ar", None)
    assert kiosk.post("/help").json() == asked, "asking again changes nothing"
    desk.post(f"/help/{asked['device']}/coming")
    at_kiosk.until("help", 2)
    seen = at_kiosk.known.branch.help[0]
    assert (seen.device, seen.kiosk, seen.desk) == (asked["device"], "", 3)
    other = kiosk.post("/help", {"language": "de"}).json()
    assert (other["desk"], other["language"]) == (None, "de"), "somebody else asks"
    at_kiosk.until("help")
    assert at_kiosk.known.branch.help[0].desk is None
    assert desk.post(f"/help/{asked['device']}/done").status_code == 204
    at_kiosk.until("help")
    assert at_kiosk.known.branch.help == []
    gone = desk.post(f"/help/{asked['device']}/done")
    assert (gone.status_code, gone.json()["type"]) == (404, "no-help-call")


def test_a_call_for_help_ends_with_the_day_its_kiosk_or_its_customer(
    branch: BranchInTime,
) -> None:
    desk = branch.console()
    kiosk = branch.device("kiosk")

    def asking() -> int:
        return len(desk.get("/branch").json["help"])

    kiosk.post("/help")
    assert asking() == 1
    assert kiosk.post("/help", {"wanted": False}).status_code == 204
    assert asking() == 0
    name = kiosk.post("/help").json["kiosk"]
    branch.do(CloseDay())
    assert asking() == 0
    kiosk.post("/help")
    branch.do(RemoveDevice(name=name))
    assert asking() == 0


def test_undo_at_a_desk_does_not_touch_its_answer_to_a_kiosk(
    branch: BranchInTime,
) -> None:
    desk, kiosk = branch.console(), branch.device("kiosk")
    ticket = desk.take()
    desk.call_next()
    call = kiosk.post("/help").json
    desk.post(f"/help/{call['device']}/coming")
    assert desk.post("/desks/3/undo").json["serving"] is None
    assert desk.state(ticket) == "waiting"
    assert desk.get("/branch").json["help"][0]["desk"] == 3


def test_everybody_is_told_until_the_message_ends(branch: BranchInTime) -> None:
    branch.do(SetBranch(settings={"languages": ["en", "de"]}))
    desk, display = branch.console(), branch.device("display")
    texts = {"en": "We are running 20 minutes late.", "de": "20 Minuten später."}
    said = desk.post("/message", {"texts": texts, "until": "2026-11-23T09:30:00Z"})
    assert said.json["texts"] == texts
    assert display.get("/branch").json["message"] == said.json
    pages = (urlsplit(desk.take()["url"]).path, "/", "/q/parking")

    def told() -> list[bool]:
        return ["20 minutes late" in branch.http.get(page).text for page in pages]

    assert told() == [True] * 3
    with branch.stopped():
        pass
    assert display.get("/branch").json["message"] == said.json
    branch.clock.forward(minutes=30)
    assert display.get("/branch").json["message"] is None
    assert told() == [False] * 3


def test_a_message_is_taken_back_and_ends_with_the_day(branch: BranchInTime) -> None:
    desk = branch.console()
    desk.post("/message", {"texts": {"en": "Late."}})
    assert desk.post("/message").status_code == 204
    assert desk.get("/branch").json["message"] is None
    branch.do(SayToAll(texts={"en": "Late."}))
    branch.do(CloseDay())
    assert desk.get("/branch").json["message"] is None


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"texts": {"pl": "Spóźnimy się"}}, "texts"),
        ({"texts": {"en": "x" * 201}}, "texts"),
        ({"texts": {"en": "Late"}, "until": "2026-11-23T08:59:00Z"}, "until"),
        ({"texts": {"en": "Late"}, "until": "2026-11-26T09:00:00Z"}, "until"),
    ],
)
def test_a_message_that_nobody_could_read_is_refused(
    branch: BranchInTime, body: dict[str, object], field: str
) -> None:
    refused = branch.console().post("/message", body)
    assert (refused.status_code, refused.json["field"]) == (422, field)


def test_watchers_hear_of_a_message_at_once(
    server: RunningServer, desk: Device, display: Device
) -> None:
    at_display = display.follower()
    desk.post("/message", {"texts": {"en": "Late."}})
    at_display.until("configured")
    message = at_display.known.branch.message
    assert message is not None
    assert message.texts == {"en": "Late."}


def test_a_number_of_today_is_found_wherever_it_stands(branch: BranchInTime) -> None:
    desk = branch.console()
    first, second = desk.take(), desk.take()
    desk.call_next()
    desk.move(first, "finish")
    assert [t["state"] for t in desk.get("/tickets?label=a001").json] == ["done"]
    found = desk.get("/tickets?label=%20A002").json
    assert [(t["id"], t["ahead"]) for t in found] == [(second["id"], 0)]
    assert desk.get("/tickets?label=Z999").json == []
    assert branch.device("display").get("/tickets?label=A001").status_code == 403


@pytest.mark.parametrize(
    "typed", ["parking", "Parking", "PARKING", "parking/", "Parking%20", "parking%20/"]
)
def test_a_queue_is_found_as_phones_type_it(branch: BranchInTime, typed: str) -> None:
    page = branch.http.get(f"/q/{typed}")
    assert page.status_code == 200
    assert "Parking permits" in page.text


def test_a_logo_is_shown_under_a_name_that_changes_with_it(
    branch: BranchInTime,
) -> None:
    kiosk = branch.device("kiosk")
    assert kiosk.get("/branch").json["logo"] is None
    branch.do(SetBranch(logo=png(32, 16)))
    first = kiosk.get("/branch").json["logo"]
    shown = branch.http.get(first)
    assert (shown.status_code, shown.data) == (200, png(32, 16))
    assert shown.headers["Content-Type"] == "image/png"
    branch.do(SetBranch(logo=png(64, 16)))
    assert kiosk.get("/branch").json["logo"] != first
    branch.do(SetBranch(logo=png(32, 16)))
    branch.do(SetBranch(logo=b""))
    assert kiosk.get("/branch").json["logo"] is None
    assert branch.http.get("/logo/none.png").status_code == 404
