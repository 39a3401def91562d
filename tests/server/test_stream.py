"""The live stream: a snapshot, then every event, resumable, told only after the commit."""

import json

import pytest

from tests.serving import Device, RunningServer, lines_of

pytestmark = pytest.mark.slow


def test_a_fresh_stream_starts_with_a_snapshot(kiosk: Device, display: Device) -> None:
    kiosk.take()
    stream = display.events()
    name, snapshot = next(iter(stream))
    assert name == "snapshot"
    assert snapshot["board"]["waiting"] == {"parking": 1, "passports": 0}
    assert [queue["slug"] for queue in snapshot["branch"]["queues"]] == [
        "parking",
        "passports",
    ]


def test_every_event_comes_in_order_without_gaps(
    kiosk: Device, desk: Device, display: Device
) -> None:
    stream = display.events()
    start = stream.until("snapshot")["seq"]
    ticket = kiosk.take()
    desk.post("/desks/3/call-next")
    desk.post(f"/tickets/{ticket['id']}/start")
    desk.post(f"/tickets/{ticket['id']}/finish")
    names, seqs = [], []
    for name, event in stream:
        names.append(name)
        seqs.append(event["seq"])
        if name == "finished":
            break
    assert names == ["taken", "called", "started", "finished"]
    assert seqs == [start + 1, start + 2, start + 3, start + 4]


def test_two_quick_calls_are_two_events(
    server: RunningServer, kiosk: Device, desk: Device, display: Device
) -> None:
    other = server.device("console")
    other.sign_in(4, "Servicer 4")
    kiosk.take()
    kiosk.take()
    stream = display.events()
    stream.until("snapshot")
    desk.post("/desks/3/call-next")
    other.post("/desks/4/call-next")
    calls = [stream.until("called")["ticket"] for _ in range(2)]
    assert [(call["label"], call["desk"]) for call in calls] == [
        ("A001", 3),
        ("A002", 4),
    ]


def test_the_stream_of_a_removed_device_ends(
    server: RunningServer, kiosk: Device, display: Device
) -> None:
    stream, others = kiosk.events(), display.events()
    stream.until("snapshot")
    others.until("snapshot")
    (name,) = [
        device["name"]
        for device in json.loads(server.run("device", "list", "--json"))
        if device["role"] == "kiosk"
    ]
    server.run("device", "remove", name, "--yes")
    assert [name for name, _ in stream] == []
    display.get("/board")
    server.device("console").sign_in()
    others.until("signed_in")


@pytest.mark.parametrize("restart", [False, True])
def test_a_resumed_stream_misses_nothing(
    server: RunningServer, kiosk: Device, desk: Device, display: Device, restart: bool
) -> None:
    stream = display.events()
    seen = stream.until("snapshot")["seq"]
    stream.close()
    ticket = kiosk.take()
    desk.post("/desks/3/call-next")
    if restart:
        server.kill()
        server.start()
    desk.post(f"/tickets/{ticket['id']}/finish")
    told = []
    for name, event in display.events(after=seen):
        ticket = event["ticket"]
        told.append((name, event["seq"], ticket and ticket["state"]))
        if name == "finished":
            break
    assert told == [
        # A display is told who waits only once they are called.
        ("taken", seen + 1, None),
        ("called", seen + 2, "called"),
        ("finished", seen + 3, "done"),
    ]


def test_a_seq_from_another_database_resets(display: Device) -> None:
    stream = iter(display.events(after=10**9))
    assert [next(stream)[0], next(stream)[0]] == ["reset", "snapshot"]


def test_a_stopping_server_says_bye(server: RunningServer, display: Device) -> None:
    stream = display.events()
    stream.until("snapshot")
    server.stop()
    assert next(iter(stream))[0] == "bye"


def test_a_new_queue_reaches_the_faces_live(
    server: RunningServer, display: Device
) -> None:
    stream = display.events()
    stream.until("snapshot")
    server.run("queue", "add", "tax", "--name", "Tax office")
    branch = stream.until("configured")["branch"]
    assert [queue["slug"] for queue in branch["queues"]] == [
        "parking",
        "passports",
        "tax",
    ]


def test_the_phones_stream_follows_one_ticket(kiosk: Device, desk: Device) -> None:
    import json

    import requests

    kiosk.take()
    second = kiosk.take()
    answer = requests.get(second["url"] + "/events", stream=True, timeout=20)
    lines = lines_of(answer)
    views = (json.loads(line[6:]) for line in lines if line.startswith("data: "))
    view = next(views)
    assert (view["state"], view["ahead"], view["behind"]) == ("waiting", 1, 0)
    desk.post("/desks/3/call-next")
    assert next(views)["ahead"] == 0
    desk.post("/desks/3/call-next", {"finish": True})
    view = next(views)
    assert (view["state"], view["desk"], view["servicer"]) == ("called", 3, "Maria")
    answer.close()


def test_what_was_undone_is_told_with_the_board_as_it_is_then(
    kiosk: Device, desk: Device, display: Device
) -> None:
    for _ in range(14):
        kiosk.take()
    for _ in range(13):
        desk.post("/desks/3/call-next", {"finish": True})
    stream = display.events()
    before = stream.until("snapshot")["board"]["recent_calls"]
    desk.post("/desks/3/call-next", {"finish": True})
    assert stream.until("called")["recent_calls"] is None
    desk.post("/desks/3/undo")
    told = stream.until("undone")
    while told["recent_calls"] is None:
        told = stream.until("undone")
    labels = [call["label"] for call in before]
    assert [call["label"] for call in told["recent_calls"]] == labels
    board = display.get("/board").json()["recent_calls"]
    assert [call["label"] for call in board] == labels
    assert len(labels) == 12


def test_a_call_tells_that_the_desk_is_no_longer_ready_for_the_next(
    kiosk: Device, desk: Device
) -> None:
    desk.post("/desks/3/call-next", {"store": True})
    stream = desk.events()
    desks = stream.until("snapshot")["branch"]["desks"]
    assert desks[0]["stored_since"] is not None
    ticket = kiosk.take()
    called = stream.until("called")
    assert (called["ticket"]["id"], called["desk"]["number"]) == (ticket["id"], 3)
    assert called["desk"]["stored_since"] is None
    assert desk.get("/desks/3").json()["stored_since"] is None


def test_a_stream_for_another_kind_of_device_is_refused_and_says_whose_token_it_is(
    kiosk: Device, display: Device
) -> None:
    as_display = {"Device-Role": "display"}
    refused = kiosk.get("/events", headers=as_display)
    assert (refused.status_code, refused.json()["type"]) == (403, "forbidden")
    assert refused.json()["detail"] == "This is the token of a kiosk."
    own = display.get("/events", headers=as_display, stream=True)
    assert own.status_code == 200
    own.close()
