"""One ticket's whole way, over HTTP."""

from tests.serving import Device, RunningServer


def test_a_ticket_goes_its_whole_way(
    server: RunningServer, kiosk: Device, desk: Device
) -> None:
    ticket = kiosk.take()
    assert (ticket["label"], ticket["state"], ticket["ahead"]) == ("A001", "waiting", 0)

    called = desk.post("/desks/3/call-next").json()
    assert (called["label"], called["state"], called["desk"]) == ("A001", "called", 3)
    assert called["servicer"] == "Maria"

    board = kiosk.get("/board").json()
    assert [(c["label"], c["desk"]) for c in board["recent_calls"]] == [("A001", 3)]

    for move, state in (("start", "serving"), ("finish", "done")):
        assert desk.post(f"/tickets/{ticket['id']}/{move}").json()["state"] == state

    report = server.device("manager").get("/reports/day").json()
    assert (report["taken"], report["served"]) == (1, 1)
    (maria,) = report["servicers"]
    assert (maria["name"], maria["count"]) == ("Maria", 1)
    waited, served = maria["wait"]["mean_s"], maria["service"]["mean_s"]
    # Between the call and *Arrived* they walked up.
    assert maria["total"]["mean_s"] > waited + served


def test_who_came_first_is_called_first_across_a_desks_queues(
    kiosk: Device, desk: Device
) -> None:
    for queue in ("parking", "passports", "parking"):
        kiosk.take(queue)
    called = [
        desk.post("/desks/3/call-next", {"finish": True}).json()["label"]
        for _ in range(3)
    ]
    assert called == ["A001", "R001", "A002"]


def test_nobody_waiting_is_an_empty_answer(desk: Device) -> None:
    answer = desk.post("/desks/3/call-next")
    assert (answer.status_code, answer.content) == (204, b"")


def test_a_desk_finishes_before_it_calls(kiosk: Device, desk: Device) -> None:
    kiosk.take()
    kiosk.take()
    first = desk.post("/desks/3/call-next").json()
    refused = desk.post("/desks/3/call-next")
    assert (refused.status_code, refused.json()["type"]) == (409, "still-serving")

    second = desk.post("/desks/3/call-next", {"finish": True}).json()
    assert second["label"] == "A002"
    assert desk.post(f"/tickets/{first['id']}/finish").json()["state"] == "done"


def test_a_full_queue_gives_no_number_and_wastes_none(
    server: RunningServer, kiosk: Device
) -> None:
    server.run("queue", "set", "parking", "--max-waiting", "2")
    kiosk.take()
    kiosk.take()
    refused = kiosk.post("/tickets", {"queue": "parking"})
    assert (refused.status_code, refused.json()["type"]) == (409, "queue-full")

    server.run("queue", "set", "parking", "--max-waiting", "0")
    assert kiosk.take()["label"] == "A003"


def test_a_customer_leaves_from_the_ticket_page(kiosk: Device, desk: Device) -> None:
    import requests

    ticket = kiosk.take()
    left = requests.post(ticket["url"] + "/leave", allow_redirects=False, timeout=10)
    assert left.status_code == 303
    assert desk.post("/desks/3/call-next").status_code == 204
    again = requests.post(ticket["url"] + "/leave", allow_redirects=False, timeout=10)
    assert again.status_code == 303, "pressing twice is no mistake"


def test_a_missed_ticket_frees_the_desk(kiosk: Device, desk: Device) -> None:
    ticket = kiosk.take()
    desk.post("/desks/3/call-next")
    assert desk.post(f"/tickets/{ticket['id']}/no-show").json()["state"] == "missed"
    assert desk.get("/desks/3").json()["serving"] is None


def test_a_recall_within_five_seconds_is_refused(kiosk: Device, desk: Device) -> None:
    ticket = kiosk.take()
    desk.post("/desks/3/call-next")
    refused = desk.post(f"/tickets/{ticket['id']}/recall")
    assert (refused.status_code, refused.json()["type"]) == (429, "recalled-too-soon")
    assert 1 <= int(refused.headers["Retry-After"]) <= 5
