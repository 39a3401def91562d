"""Everything is set up by command: whether or not the server runs, and with an answer to every mistake."""

import csv
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from server.domain.branch import BranchSettings, QueueSettings
from server.domain.settings import settings_of
from server.present.setting_words import value_in_words
from server.store.store import utc_now
from tests.server.terminal import Terminal
from tests.serving import Device, RunningServer, takeanumber


def is_root() -> bool:
    """Return whether whoever runs the tests may become somebody else."""
    return sys.platform != "win32" and os.geteuid() == 0


HOURS = "mon-fri 09:00-12:30,14:00-17:00; sat 10:00-13:00"


@pytest.mark.parametrize(
    ("options", "name", "value"),
    [
        (["--letter", "p"], "letter", "P"),
        (["--name", "de=Parken"], "names", {"en": "Parking permits", "de": "Parken"}),
        (["--ordinal", "9"], "ordinal", 9),
        (["--hours", HOURS], "hours", HOURS),
        (["--hours", "always"], "hours", "always"),
        (["--max-waiting", "20"], "max_waiting", 20),
        (["--daily-cap", "50"], "daily_cap", 50),
        (["--expected-minutes", "7.5"], "expected_minutes", 7.5),
        (["--digits", "4"], "digits", 4),
        (["--first-number", "100"], "first_number", 100),
        (["--no-closing-guard"], "closing_guard", False),
        (["--join", "onsite"], "join", "onsite"),
    ],
)
def test_each_setting_of_a_queue_is_set_by_name(
    terminal: Terminal, options: list[str], name: str, value: Any
) -> None:
    said = terminal.run("queue", "set", "parking", *options)
    assert len(said.splitlines()) == 1, "each change says what is so now"
    shown = {each["slug"]: each for each in terminal.json("queue", "list")}
    assert shown["parking"][name] == value
    setting = settings_of(QueueSettings).get(name)
    if setting is not None:
        line = f"{setting.label}: {value_in_words(setting, value)}"
        assert line in terminal.run("queue", "show", "parking")


def test_exceptions_are_added_and_taken_away_day_by_day(terminal: Terminal) -> None:
    def hours() -> str:
        return str(terminal.json("queue", "list")[0]["hours"])

    christmas = ["--exception", "2026-12-24=09:00-12:00", "--exception"]
    terminal.run("queue", "set", "parking", *christmas, "2026-12-25=closed")
    assert hours() == "always; 2026-12-24=09:00-12:00; 2026-12-25=closed"
    terminal.run("queue", "set", "parking", "--exception", "2026-12-24=usual")
    terminal.run("queue", "set", "parking", "--hours", "mon 08:00-24:00")
    assert hours() == "mon 08:00-00:00; 2026-12-25=closed"
    terminal.run("queue", "set", "parking", "--hours", "branch")
    assert hours() == "branch"
    terminal.run("queue", "set", "parking", "--hours", "always")
    terminal.run("queue", "set", "parking", "--hours", "usual")
    assert hours() == "branch"


@pytest.mark.parametrize(
    ("options", "name", "value"),
    [
        (["--name", "Town hall"], "name", "Town hall"),
        (["--time-zone", "Europe/Lisbon"], "time_zone", "Europe/Lisbon"),
        (["--language", "de", "--language", "en"], "languages", ["de", "en"]),
        (["--name", "de=Rathaus"], "names", {"de": "Rathaus"}),
        (["--footer", "Thank you"], "footer", {"en": "Thank you"}),
        (["--place", "room"], "place", "room"),
        (["--accent", "#0A55A3"], "accent", "#0a55a3"),
        (["--priority-ratio", "2:1"], "priority_ratio", "2:1"),
        (["--ratings-by-name"], "ratings_by_name", True),
        (["--rollover-hour", "5"], "rollover_hour", 5),
        (["--first-number", "0"], "first_number", 0),
        (["--hours", HOURS], "hours", HOURS),
        (["--priority", "elderly=15"], "priorities", {"elderly": 15}),
        (["--priority-by", "kiosk"], "priority_roles", ["kiosk"]),
        (["--rejoin-minutes", "20"], "rejoin_minutes", 20),
        (["--rejoin-place", "3"], "rejoin_place", 3),
        (["--most-postponements", "1"], "most_postponements", 1),
        (["--target-minutes", "10"], "target_minutes", 10),
    ],
)
def test_each_setting_of_the_branch_is_set_by_name(
    terminal: Terminal, options: list[str], name: str, value: Any
) -> None:
    said = terminal.run("branch", "set", *options)
    assert settings_of(BranchSettings)[name].label in said
    assert terminal.json("branch", "show")[name] == value


def test_a_desk_serves_what_it_is_told_by_the_policy_it_is_told(
    terminal: Terminal,
) -> None:
    terminal.run("desk", "set", "3", "--policy", "2:1")
    headings, row = terminal.run("desk", "list").splitlines()
    assert row.split() == ["3", "closed", "nobody", "parking,", "passports", "2:1"]
    assert headings.index("Calls") == row.index("2:1")
    terminal.run("desk", "set", "3", "--queue", "passports", "--policy", "strict")
    (desk,) = terminal.json("desk", "list")
    assert (desk["queues"], desk["policy"]) == (["passports"], "strict")
    terminal.run("queue", "remove", "passports", "--yes")
    assert terminal.json("desk", "list")[0]["queues"] == []


def test_a_pin_is_changed(terminal: Terminal) -> None:
    terminal.run("people", "set", "Maria", "--pin", "1357")
    assert terminal.json("people", "list") == [{"name": "Maria", "desk": None}]


@pytest.mark.slow
def test_commands_reach_a_running_server_at_once(
    server: RunningServer, kiosk: Device, desk: Device
) -> None:
    kiosk.take()
    server.run("queue", "set", "parking", "--letter", "P", "--digits", "2")
    assert kiosk.take()["label"] == "P02"
    hours = ["--hours", HOURS, "--exception", "2026-12-24=closed"]
    server.run("queue", "set", "passports", *hours, "--join", "open")
    assert server.run("queue", "show", "passports").count("2026-12-24=closed") == 1
    server.run("branch", "set", "--priority", "elderly=15", "--hours", "always")
    server.run("desk", "set", "3", "--policy", "1:3")
    assert desk.get("/desks/3").json()["policy"] == "ratio"
    assert desk.get("/branch").json()["priorities"] == ["elderly"]
    server.run("people", "set", "Servicer 4", "--pin", "1357")
    server.device("console").sign_in(4, "Servicer 4", pin="1357")
    refused = Terminal(server.data_dir).type("queue", "remove", "parking", "--yes")
    assert "People still wait" in refused.output
    closed = re.fullmatch(
        r"(\S+) is closed. Numbers that are given now count for (\S+).",
        server.run("close-day"),
    )
    assert closed is not None
    assert closed[1] < closed[2]
    assert closed[1] in server.run("report"), "today is still the day that was closed"
    assert "P02" in server.run("replay", "--ticket", "p2")
    assert f"numbers given since count for {closed[2]}" in server.run("report")
    given = kiosk.take()["label"]
    assert given in server.run("replay", "--ticket", given)
    assert "command=CloseDay" in server.log.text
    assert 'command=SetServicer name="Servicer 4"' in server.log.text
    assert "1357" not in server.log.text
    assert server.run("close-day") == "Today is closed already."
    assert given == "P01"
    assert server.run("check").startswith("All tables are what the journal says")


def test_the_first_command_says_where_the_branch_is_and_in_which_time_zone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "America/Lima")
    terminal = Terminal(tmp_path / "data")
    first = terminal.type("queue", "add", "parking", "--name", "Parking permits")
    assert f"A new branch in {tmp_path / 'data'}; its time zone is America/Lima" in (
        first.stderr
    )
    assert terminal.json("branch", "show")["time_zone"] == "America/Lima"
    assert terminal.type("desk", "add", "3").stderr == ""


@pytest.mark.parametrize(
    "command",
    [
        "device pending", "device list", "device approve 7K4M2XQ9", "queue list", "queue remove parking",
        "branch show", "report", "check", "desk set 3 --policy strict", "manager list", "close-day",
    ],
)  # fmt: skip
def test_what_is_about_data_that_are_not_there_says_so_and_makes_none(
    tmp_path: Path, command: str
) -> None:
    answer = Terminal(tmp_path / "data").type(*command.split())
    assert answer.exit_code == 1, answer.output
    assert f"There is no data in {tmp_path / 'data'}." in answer.output
    assert "TAKEANUMBER_DATA_DIR" in answer.output
    assert not (tmp_path / "data").exists()


@pytest.mark.skipif(not is_root(), reason="only root can become somebody else")
def test_what_root_types_belongs_to_whom_the_directory_belongs(tmp_path: Path) -> None:
    directory = tmp_path / "data"
    directory.mkdir(mode=0o700)
    shutil.chown(directory, "nobody", "nogroup")
    takeanumber(directory, "queue", "add", "parking", "--name", "Parking permits")
    owners = {path.owner() for path in directory.iterdir()}
    assert owners == {"nobody"}


def test_words_without_a_language_are_in_the_first_that_the_same_command_sets(
    terminal: Terminal,
) -> None:
    languages = ["--language", "de", "--language", "en"]
    footer = ["--footer", "Bitte Karte bereithalten", "--footer", "en=Card, please"]
    terminal.run("branch", "set", *languages, *footer)
    said = {"de": "Bitte Karte bereithalten", "en": "Card, please"}
    assert terminal.json("branch", "show")["footer"] == said


def test_whatever_the_branch_calls_its_desks_is_what_commands_call_them(
    terminal: Terminal,
) -> None:
    terminal.run("branch", "set", "--place", "room")
    assert terminal.run("desk", "list").startswith("Room")
    shown = terminal.run("desk", "show", "3")
    assert shown.splitlines() == [
        "Room 3: serves parking, passports; calls oldest",
        "State: closed, nobody signed in",
    ]
    asked = terminal.type("queue", "remove", "parking", answers="n\n").output
    assert "Queue parking is served at room 3" in asked
    assert "room 3: closed" in terminal.run("replay", "--at", utc_now().isoformat())
    assert terminal.run("desk", "remove", "3", "--yes").startswith("Room 3 is gone")


def test_a_message_is_set_shown_and_removed(terminal: Terminal) -> None:
    terminal.run("branch", "set", "--language", "en", "--language", "de")
    said = terminal.run(
        "message", "set", "We are late", "de=Wir sind spät dran", "--minutes", "30"
    )
    assert said.splitlines()[:2] == ["en: We are late", "de: Wir sind spät dran"]
    assert said.splitlines()[2].startswith("until ")
    assert terminal.run("message", "show") == said
    assert terminal.run("message", "remove") == "Nothing is said to everybody any more."


def test_a_queue_moves_up_and_down_on_screens(terminal: Terminal) -> None:
    moved = terminal.run("queue", "move", "passports", "up")
    assert moved == "On screens now: passports, parking"
    assert [each["slug"] for each in terminal.json("queue", "list")] == [
        "passports",
        "parking",
    ]
    assert terminal.run("queue", "move", "passports", "down").endswith(
        "parking, passports"
    )
    for wrong in (("passports", "down"), ("parking", "sideways"), ("nowhere", "up")):
        assert terminal.type("queue", "move", *wrong).exit_code, wrong


def test_a_queue_goes_by_the_branchs_first_number_again(terminal: Terminal) -> None:
    terminal.run("queue", "set", "parking", "--first-number", "100")
    said = terminal.run("queue", "set", "parking", "--first-number", "branch")
    assert said == "First number: the branch's"
    assert terminal.json("queue", "list")[0]["first_number"] is None


def test_a_queue_is_added_with_all_its_settings_at_once(tmp_path: Path) -> None:
    terminal = Terminal(tmp_path / "data")
    options = "--name Visas --join onsite --daily-cap 40 --exception 2026-12-24=closed"
    said = terminal.type("queue", "add", "visas", *options.split(), "--hours", "always")
    assert said.stdout.splitlines()[1:] == [
        "Most numbers a day: 40",
        "Opening hours: always; 2026-12-24=closed",
        "Numbers on phones: onsite",
    ]
    (queue,) = terminal.json("queue", "list")
    assert (queue["join"], queue["daily_cap"]) == ("onsite", 40)


def test_hours_over_midnight_are_called_so(terminal: Terminal) -> None:
    said = terminal.run("branch", "set", "--hours", "fri 18:00-02:00")
    assert (
        said == "Opening hours: fri 18:00-02:00 (over midnight, until the next morning)"
    )


def test_a_setting_is_read_with_its_unit(terminal: Terminal) -> None:
    shown = terminal.run("branch", "show")
    assert "The day starts at: 4 o'clock" in shown
    assert "Missed tickets may rejoin for: 10 min" in shown
    assert "Most numbers a day: no limit" in terminal.run("queue", "show", "parking")


@pytest.mark.parametrize("script", ["setup", "test"])
def test_a_script_that_is_asked_for_help_does_nothing_else(script: str) -> None:
    stamp = Path("build/setup.stamp")
    before = stamp.stat().st_mtime_ns if stamp.exists() else None
    done = subprocess.run(
        [f"script/{script}", "--help"], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith(("Make this machine ready", "Run the tests"))
    assert done.stderr == ""
    assert before == (stamp.stat().st_mtime_ns if stamp.exists() else None)


def test_a_report_names_places_as_the_branch_does_and_is_a_spreadsheet_too(
    server: RunningServer, kiosk: Device, desk: Device
) -> None:
    server.run("branch", "set", "--place", "room")
    server.run("desk", "set", "3", "--name", "Laboratory")
    kiosk.take()
    desk.post("/desks/3/call-next")
    desk.post("/desks/3/call-next", {"finish": True})
    lines = server.run("report").splitlines()
    (room,) = [line for line in lines if line.startswith("room 3 · Laboratory ")]
    assert len(room) == len(lines[3]), "its columns stand below the headings"
    rows = list(csv.DictReader(server.run("report", "--csv").splitlines()))
    assert [(row["per"], row["name"], row["count"]) for row in rows[:3]] == [
        ("all", "all", "1"),
        ("queue", "parking", "1"),
        ("desk", "3", "1"),
    ]


def test_a_reason_is_told_with_its_day_and_taken_away(terminal: Terminal) -> None:
    def hours() -> str:
        return str(terminal.json("branch", "show")["hours"])

    day = ["--exception", "2026-12-24=closed"]
    terminal.run("branch", "set", *day, "--reason", "2026-12-24=Staff outing")
    assert hours() == "always; 2026-12-24=closed (Staff outing)"
    terminal.run("branch", "set", "--reason", "2026-12-24=")
    assert hours() == "always; 2026-12-24=closed"
    terminal.run("queue", "set", "parking", *day, "--reason", "2026-12-24.de=Umzug")
    assert "(Umzug)" in str(terminal.json("queue", "list")[0]["hours"])
    for wrong in ("2026-12-25=Snow", "2026-12-24.xx=Snow"):
        assert terminal.type("branch", "set", "--reason", wrong).exit_code, wrong
