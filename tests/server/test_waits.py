"""How long still: foreseen by the running server, in every answer and on every stream, and kept over its restarts."""

import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import requests

from tests.serving import Device, Events, RunningServer


def until_known(device: Device) -> dict[str, Any]:
    """Return the first queue once it is known how long its newcomers wait."""
    stream = device.events()
    told = stream.until("snapshot")
    while told["branch"]["queues"][0]["estimate"] is None:
        told = stream.until("branch")
    stream.close()
    return dict(told["branch"]["queues"][0])


def asked(directory: Path, question: str) -> list[Any]:
    """Return what the database says to a question."""
    with closing(sqlite3.connect(directory / "queue.db")) as database:
        return database.execute(question).fetchall()


def phone(ticket: dict[str, Any]) -> Events:
    """Follow the ticket as its page does."""
    return Events(requests.get(ticket["url"] + "/events", stream=True, timeout=30))


def test_a_range_is_in_every_answer_and_stream_while_a_desk_is_open(
    server: RunningServer, kiosk: Device, desk: Device
) -> None:
    newcomer = until_known(kiosk)
    assert newcomer["estimate"]["low_s"] < newcomer["estimate"]["high_s"]
    for answer in (kiosk.get("/queues"), kiosk.get("/branch")):
        told = answer.json()
        queues = told["queues"] if isinstance(told, dict) else told
        assert all(queue["estimate"] for queue in queues)

    tickets = [kiosk.take() for _ in range(4)]
    ends = [ticket["estimate"]["high_s"] for ticket in tickets]
    assert ends == sorted(ends), "who comes later waits no less"
    promised = asked(server.data_dir, "SELECT promise FROM ticket ORDER BY id")
    told = asked(server.data_dir, "SELECT body FROM journal WHERE kind = 'taken'")
    for ticket, (kept,), (body,) in zip(tickets, promised, told, strict=True):
        promise = json.loads(kept)
        assert promise == json.loads(body)["promise"]
        assert ticket["estimate"] == {
            "low_s": promise["low_s"],
            "high_s": promise["high_s"],
        }
    story = server.run("replay", "--ticket", "A004")
    assert re.search(r"taken in parking, told to wait \d+–\d+ min", story), story

    page = requests.get(tickets[3]["url"], timeout=30).text
    assert 'data-estimate="range"' in page
    following = phone(tickets[3])
    view = following.until("ticket")
    assert view["estimate"] is not None
    # Nobody is at the desks any more: nothing can be said, and that is told.
    desk.post("/desks/3/pause")
    while view["estimate"] is not None:
        view = following.until("ticket")
    assert (view["state"], view["served"]) == ("waiting", False)
    following.close()
    (found,) = desk.get("/tickets?label=A004").json()
    assert (found["ahead"], found["estimate"]) == (3, None)
    assert kiosk.take()["estimate"] is None
    assert [queue["estimate"] for queue in kiosk.get("/queues").json()] == [None, None]


@pytest.mark.slow
def test_what_was_learnt_is_kept_over_a_restart_and_learnt_anew_where_it_is_lost(
    server: RunningServer, kiosk: Device, desk: Device
) -> None:
    def serve(many: int) -> None:
        for _ in range(many):
            kiosk.take()
            desk.post("/desks/3/call-next", {"finish": True})

    serve(40)
    server.kill()
    assert asked(server.data_dir, "SELECT seq FROM learnt") == []
    server.start()
    assert until_known(kiosk)["estimate"]["high_s"] < 300, "its journal has it all"
    serve(130)
    # By now it is known that nobody stays for long, whatever was set up.
    for _ in range(4):
        kiosk.take()
    server.stop()
    assert "does not fit" not in server.log.text
    ((seq, last),) = asked(
        server.data_dir, "SELECT learnt.seq, branch.last_seq FROM learnt, branch"
    )
    assert seq == last
    server.start()
    assert until_known(kiosk)["estimate"]["high_s"] < 300
    server.stop()
    assert "waits learnt anew" not in server.log.text

    with closing(sqlite3.connect(server.data_dir / "queue.db")) as database:
        database.execute("UPDATE learnt SET seq = seq + 1000")
        database.commit()
    server.start()
    server.log.wait_for("what was learnt of waits does not fit")
    server.log.wait_for("waits learnt anew", 90)
    stream = kiosk.events()
    told = stream.until("snapshot")
    while (
        not (estimate := told["branch"]["queues"][0]["estimate"])
        or estimate["high_s"] > 300
    ):
        told = stream.until("branch")
