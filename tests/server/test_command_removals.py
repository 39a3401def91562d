"""What is removed is asked about where it is in use, and comes back as it was."""

import json

import pytest

from server.serve.housekeeping import note_seen
from server.store.store import MAIN_BRANCH, Store, utc_now
from tests.server.terminal import Terminal
from tests.serving import Device, RunningServer

pytestmark = pytest.mark.slow


def test_a_priority_is_taken_away_again(terminal: Terminal) -> None:
    given = ["--priority", "elderly=15", "--priority", "urgent=60"]
    terminal.run("branch", "set", *given)
    terminal.run("branch", "set", "--priority", "elderly=")
    assert terminal.json("branch", "show")["priorities"] == {"urgent": 60}


def test_what_was_removed_comes_back_with_its_settings(terminal: Terminal) -> None:
    terminal.run("queue", "set", "parking", "--digits", "4", "--letter", "P")
    terminal.run("desk", "set", "3", "--policy", "2:1", "--name", "Laboratory")
    terminal.run("desk", "remove", "3", "--yes")
    assert "2:1" in terminal.run("desk", "add", "3")
    assert terminal.json("desk", "list")[0]["names"] == {"en": "Laboratory"}
    assert "queue add parking" in terminal.run("queue", "remove", "parking", "--yes")
    terminal.run("queue", "add", "parking")
    shown = {each["slug"]: each for each in terminal.json("queue", "list")}["parking"]
    assert (shown["letter"], shown["digits"]) == ("P", 4)
    assert shown["names"] == {"en": "Parking permits"}


def test_a_queue_comes_back_to_its_letter_and_its_place_and_says_that_no_desk_serves_it(
    server: RunningServer, kiosk: Device, desk: Device
) -> None:
    first = json.loads(server.run("queue", "list", "--json"))
    ticket = kiosk.take("parking")
    desk.post(f"/tickets/{ticket['id']}/cancel")
    server.run("queue", "remove", "parking", "--yes")
    said = server.run("queue", "add", "parking")
    assert "No desk serves it yet: takeanumber desk set 3 --queue" in said
    server.run(*said.rpartition("takeanumber ")[2].split())
    again = json.loads(server.run("queue", "list", "--json"))
    for each in (*first, *again):
        each.pop("waiting")
    assert first == again


def test_words_of_a_priority_and_of_a_language_come_back_with_it(
    terminal: Terminal,
) -> None:
    terminal.run("branch", "set", "--language", "en", "--language", "de")
    terminal.run("branch", "set", "--priority", "elderly=15", "--name", "de=Bürgerbüro")
    words = ["--priority-name", "elderly=Standing is hard for me"]
    terminal.run("branch", "set", *words)
    gone = terminal.run("branch", "set", "--priority", "elderly=")
    assert "Standing" not in gone + terminal.run("branch", "show")
    assert "Standing" in terminal.run("branch", "set", "--priority", "elderly=20")
    said = terminal.run("branch", "set", "--language", "en")
    assert "No longer offered: de. What is written in it is kept." in said
    assert terminal.json("branch", "show")["names"] == {"de": "Bürgerbüro"}


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("queue remove parking", "Queue parking is served at desk 3"),
        ("desk remove 3", "Nobody else would serve parking, passports"),
        ("device remove Entrance", "The kiosk “Entrance” is in use (here)"),
    ],
)
def test_what_is_in_use_is_removed_only_by_who_says_yes(
    terminal: Terminal, words: str, asked: str
) -> None:
    terminal.run("device", "add", "kiosk", "Entrance")
    store = Store(terminal.directory)
    with store.reading(MAIN_BRANCH) as view:
        (kiosk,) = (each.id for each in view.devices())
    note_seen(store, {(MAIN_BRANCH, kiosk): utc_now()})
    store.close()
    kept = [terminal.json(kind, "list") for kind in ("queue", "desk", "device")]
    for answer in ("n\n", "", "\n"):
        refused = terminal.type(*words.split(), answers=answer)
        assert refused.exit_code == 1
        assert asked in refused.output
        assert "Nothing was changed. With --yes" in refused.output
    assert kept == [terminal.json(kind, "list") for kind in ("queue", "desk", "device")]
    assert terminal.type(*words.split(), answers="y\n").exit_code == 0
    kind, _, name = words.split()
    named = [each.get("slug", each.get("name")) for each in terminal.json(kind, "list")]
    assert name not in named
