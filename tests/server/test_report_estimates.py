"""How right it was what customers were told about their wait, by the command that says so."""

import csv
import json
from functools import partial
from io import StringIO

from click.testing import CliRunner

from server.cli import main
from server.domain.events import SYSTEM
from server.domain.promise import Promise
from server.forecast.outlook import Outlook
from server.store import promises
from server.store.promises import Story, Told
from server.store.store import MAIN_BRANCH
from tests.server.in_time import BranchInTime

TEN = Promise(480, 600, 840)
"""About ten minutes: 8 to 14."""


def test_the_command_says_how_often_and_by_how_much(branch: BranchInTime) -> None:
    """Of three who were told 8 to 14 minutes two are called within it; one more leaves, and one was told nothing."""
    outlook = Outlook(newcomers={"parking": TEN}, waiting={"parking": 0})
    desk = branch.console()
    for waited in (500, 840, 900):
        branch.hub.outlooks.publish(MAIN_BRANCH, outlook)
        ticket = desk.take()
        branch.clock.forward(seconds=waited)
        desk.call_next()
        desk.move(ticket, "finish")
    # While waiting the last was told 10 minutes after 5, and 4 to 6 after 10; it was called after 15.
    told = (Told(300, TEN), Told(600, Promise(240, 300, 360)), Told(660, None))
    story = Story(ticket=ticket["id"], day=branch.clock().date(), told=told)
    keep = partial(promises.keep_stories, stories=[story])
    branch.store.write(MAIN_BRANCH, SYSTEM, keep)
    desk.customer(desk.take(), "leave")
    desk.take("passports")
    desk.call_next()
    found = json.loads(said(branch, "--json"))
    right = {"people": 3, "kept": 2, "width_s": 360}
    at_the_door = {**right, "error_s": (100 + 240 + 300) / 3}
    assert found["all"] == {"name": "all", **at_the_door}
    assert found["queues"] == [{"name": "parking", **at_the_door}]
    (alike,) = found["alike"]
    assert (alike["low_s"], alike["high_s"], alike["p50_s"]) == (480, 840, 840)
    assert found["while_waiting"] == {
        "name": "while waiting",
        "people": 2,
        "kept": 2,
        "error_s": 0,
        "width_s": (360 + 120) / 2,
    }
    words = said(branch)
    assert "2 of 3 were called within what they were told at the door" in words
    assert "8:00 to 14:00" in words
    assert "nobody who was called" in said(branch, "--date", "2020-01-01")
    rows = list(csv.DictReader(StringIO(said(branch, "--csv"))))
    assert [row["per"] for row in rows] == ["all", "queue", "while waiting", "told"]
    assert (rows[0]["people"], rows[0]["kept"], rows[0]["low_s"]) == ("3", "2", "")
    assert (rows[3]["low_s"], rows[3]["high_s"], rows[3]["p50_s"]) == ("480.0", "840.0", "840.0")  # fmt: skip


def said(branch: BranchInTime, *options: str) -> str:
    arguments = ["--data-dir", str(branch.directory), "report", "--estimates", *options]
    return CliRunner().invoke(main, arguments).output
