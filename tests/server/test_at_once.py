"""Managers act while desks, kiosks and other managers do: each gets an answer that says how it stands, and nothing is lost or done twice."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier
from typing import Any

import pytest

from server.usecases.setup import AddDesk, SetQueue
from tests.serving import Device, RunningServer

pytestmark = pytest.mark.slow

ROUNDS = 12


def at_once(*acts: Callable[[], Any]) -> list[Any]:
    """Do these in the same moment, and return what each came to."""
    ready = Barrier(len(acts))

    def when_all_are(act: Callable[[], Any]) -> Any:
        ready.wait(30)
        return act()

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(when_all_are, acts))


def whole(server: RunningServer) -> None:
    """Fail unless every table is what the journal says."""
    assert server.run("check").startswith("All tables are what the journal says")


def test_a_ticket_is_called_or_cancelled_and_never_both(
    server: RunningServer, kiosk: Device, desk: Device
) -> None:
    manager, outcomes = server.device("manager"), Counter[tuple[int, int]]()
    for _ in range(ROUNDS):
        ticket = kiosk.take()
        other = kiosk.take()
        cancelled, called = at_once(
            partial(manager.post, f"/tickets/{ticket['id']}/cancel"),
            partial(desk.post, "/desks/3/call-next"),
        )
        outcomes[cancelled.status_code, called.status_code] += 1
        # A manager may cancel who was called a moment ago; then nobody is at the desk.
        assert (cancelled.status_code, called.status_code) == (200, 200)
        here = called.json()
        if here["id"] == other["id"]:
            assert cancelled.json()["state"] == "left"
        there = desk.get("/desks/3").json()["serving"]
        assert (there or {}).get("id") in (None, other["id"])
        done = desk.post(f"/tickets/{ticket['id']}/finish")
        assert (done.status_code, done.json()["type"]) == (409, "wrong-state")
        desk.post("/desks/3/call-next", {"finish": True})
        desk.post("/desks/3/call-next", {"finish": True})
    whole(server)


def test_a_desk_that_lost_its_customer_is_free_and_gets_none_back_while_it_serves(
    server: RunningServer, kiosk: Device, desk: Device
) -> None:
    manager, ticket, other = server.device("manager"), kiosk.take(), kiosk.take()
    desk.post("/desks/3/call-next")
    manager.post(f"/tickets/{ticket['id']}/cancel")
    assert desk.post("/desks/3/call-next").json()["id"] == other["id"]
    refused = manager.post(f"/tickets/{ticket['id']}/undo")
    assert (refused.status_code, refused.json()["type"]) == (409, "nothing-to-undo")
    assert refused.json()["detail"] == f"Desk 3 has called {other['label']} meanwhile."
    assert desk.get("/desks/3").json()["serving"]["id"] == other["id"]
    whole(server)


def test_nobody_gets_a_number_once_a_manager_was_told_that_the_queue_is_closed(
    server: RunningServer, kiosk: Device
) -> None:
    manager, kiosks = server.device("manager"), [server.device("kiosk") for _ in range(6)]  # fmt: skip

    def tap(device: Device) -> list[Any]:
        return [device.post("/tickets", {"queue": "parking"}) for _ in range(10)]

    def close() -> Any:
        kiosk.take()
        return manager.post("/queues/parking/close")

    *tapped, closed = at_once(*(partial(tap, each) for each in kiosks), close)
    assert closed.status_code == 200
    answers = [answer for each in tapped for answer in each]
    assert {answer.status_code for answer in answers} <= {201, 409}
    late = [answer.json() for answer in answers if answer.status_code == 409]
    assert {each["type"] for each in late} <= {"queue-closed"}
    given = sorted(a.json()["number"] for a in answers if a.status_code == 201)
    assert len(set(given)) == len(given)
    assert set(range(1, len(given) + 2)) >= set(given), "without gaps"
    assert kiosk.post("/tickets", {"queue": "parking"}).json()["type"] == "queue-closed"
    waiting = {each["slug"]: each["waiting"] for each in kiosk.get("/queues").json()}
    assert waiting["parking"] == len(given) + 1, "who has a number waits on"
    whole(server)


def test_a_desk_is_lent_a_queue_or_gone_but_no_loan_is_left_behind(
    server: RunningServer,
) -> None:
    one, other = server.device("manager"), server.device("manager")
    for _ in range(ROUNDS):
        server.do(AddDesk(number=77, queues=("parking",)))
        lent, removed = at_once(
            lambda: one.post("/desks/77/lend", {"queue": "passports"}),
            lambda: other.post("/set-up/remove-desk", {"number": 77}),
        )
        assert removed.status_code == 204
        assert lent.status_code in (200, 404)
        if lent.status_code == 404:
            assert lent.json()["type"] == "unknown-desk"
    server.do(AddDesk(number=77, queues=("parking",)))
    assert one.get("/desks/77").json()["lent"] == []
    whole(server)


def test_what_is_put_back_twice_is_put_back_once(server: RunningServer) -> None:
    one, other = server.device("manager"), server.device("manager")
    for most in range(20, 20 + ROUNDS):
        server.do(SetQueue(slug="parking", settings={"max_waiting": most}))
        change = one.get("/changes").json()["changes"][0]["change"]
        path = f"/changes/{change}/put-back"
        answers = at_once(partial(one.post, path), partial(other.post, path))
        assert sorted(answer.status_code for answer in answers) == [204, 409]
        (late,) = [each for each in answers if each.status_code == 409]
        assert late.json()["detail"] == "It is as it was before already."
        (queue,) = [q for q in one.get("/set-up").json()["queues"] if q["slug"] == "parking"]  # fmt: skip
        assert queue["settings"]["max_waiting"] == 300
    whole(server)


def test_two_managers_set_different_things_of_one_queue_and_both_hold(
    server: RunningServer,
) -> None:
    one, other = server.device("manager"), server.device("manager")

    def change(manager: Device, **settings: int) -> Any:
        return manager.post("/set-up/set-queue", {"slug": "parking", "settings": settings})  # fmt: skip

    for number in range(1, 1 + ROUNDS):
        answers = at_once(
            partial(change, one, max_waiting=number),
            partial(change, other, daily_cap=number),
        )
        assert [answer.status_code for answer in answers] == [200, 200]
        (queue,) = [q for q in one.get("/set-up").json()["queues"] if q["slug"] == "parking"]  # fmt: skip
        assert queue["settings"]["max_waiting"] == queue["settings"]["daily_cap"] == number  # fmt: skip
    whole(server)


def test_a_queue_moved_by_two_at_once_has_one_place(server: RunningServer) -> None:
    one, other = server.device("manager"), server.device("manager")
    for _ in range(ROUNDS):
        answers = at_once(
            lambda: one.post("/set-up/move-queue", {"slug": "passports", "up": True}),
            lambda: other.post("/set-up/move-queue", {"slug": "passports", "up": True}),
        )
        assert sorted(answer.status_code for answer in answers) == [204, 422]
        places = [queue["ordinal"] for queue in one.get("/set-up").json()["queues"]]
        assert len(set(places)) == len(places)
        one.post("/set-up/move-queue", {"slug": "passports", "up": False})
    whole(server)
