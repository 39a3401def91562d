"""A mistake on the command line is answered with what is wrong, and by which option."""

from pathlib import Path

import pytest

from tests.server.terminal import Terminal

HUGE = "9" * 5_000
"""More digits than Python reads as a number."""


@pytest.mark.parametrize(
    ("command", "hint"),
    [
        ("queue set parking", "Say what to change"),
        ("queue set nowhere --digits 3", "There is no queue “nowhere”"),
        ("queue set parking --letter R7", "one or two letters"),
        ("queue set parking --letter R", "exists already"),
        ("queue set parking --name en=", "in at least one language"),
        (
            "queue set parking --digits 40",
            "--digits: “Least digits of a number” is from 1 to 6, not 40",
        ),
        (
            "queue set parking --daily-cap -1",
            "--daily-cap: “Most numbers a day” is from 0",
        ),
        ("queue set parking --hours tomorrow", "--hours: “tomorrow” is not a day"),
        ("queue set parking --hours mon_nine-to-five", "09:00-17:00"),
        ("queue set parking --hours mon_09:00-12:00,11:00-13:00", "overlap"),
        (
            "queue set parking --hours mon_20:00-03:00;tue_02:00-05:00",
            "--hours: Tuesday: these times overlap with the night before.",
        ),
        (
            "branch set --hours mon_06:00-12:00;sun_22:00-07:00",
            "--hours: Monday: these times overlap with the night before.",
        ),
        (
            "queue set parking --exception 24.12.=closed",
            "--exception: “24.12.” is not a",
        ),
        ("queue set parking --exception 2026-12-24", "2026-12-24=closed"),
        ("queue set parking --join always", "'off', 'onsite', 'open'"),
        ("queue add parking --name Parking", "exists already"),
        ("queue add Parking! --name Parking", "small letters"),
        (
            "desk set 3 --policy sideways",
            "--policy: “sideways” is no policy. There are",
        ),
        ("desk set 3 --policy ²:1", "“²:1” is no policy"),
        (f"desk set 3 --policy {HUGE}:1", ":1” is no policy"),
        ("desk set 3 --policy 2:1:1", "--policy: A ratio has a share for each queue"),
        (
            "desk set 3 --queue nowhere",
            "--queue: There is no queue “nowhere”. There are: parking, passports.",
        ),
        ("desk show 9", "There is no desk 9"),
        ("desk show 9223372036854775808", "There is no desk 9"),
        ("queue show nowhere", "There is no queue “nowhere”"),
        ("desk set 9 --policy strict", "There is no desk 9"),
        ("desk add 3", "Desk 3 exists already"),
        ("desk add 0", "numbered from 1"),
        ("people add Maria --pin 482913", "Maria exists already"),
        ("people add José --pin 48", "4 to 12 digits"),
        ("people set Nobody --pin 482913", "There is nobody of the name “Nobody”"),
        ("branch set --time-zone lisbon", "time zone. Is it Europe/Lisbon?"),
        ("branch set --time-zone Europe", "time zone, such as Europe/Lisbon."),
        ("branch set --language german", "is no language"),
        (
            "branch set --rollover-hour 24",
            "--rollover-hour: “The day starts at” is from 0 to 23",
        ),
        ("branch set --priority elderly", "--priority: “elderly” is no priority"),
        ("branch set --priority elderly=²", "“elderly=²” is no priority"),
        (f"branch set --priority elderly={HUGE}", "” is no priority"),
        ("branch set --priority elderly=1441", "is from 0 to 1440"),
        (f"device bind Nothing {HUGE}", "A desk's number, or “any”"),
        (f"ticket cancel A{HUGE}", "There is no ticket"),
        ("report --date 27.11.2026", "“27.11.2026” is not a day like 2026-12-24."),
        ("message set Late --minutes sixty", "is not a valid whole number"),
        ("message set One Two", "two messages in one language"),
        ("message set _", "There is nothing to say"),
        ("queue set parking --name \u202egnikrap", "letters only that a screen"),
        ("report --csv --json", "Say either --json or --csv"),
        ("people add José --pin 48a", "A PIN is digits alone"),
        ("replay", "Say either --at TIME or --ticket LABEL"),
        ("replay --at noon", "is not a time like 10:42"),
        ("replay --ticket Z999", "There was no ticket Z999"),
        ("device remove Nothing", "There is no device “Nothing”"),
        (
            "queue set parking --first-number some",
            "“some” is no whole number, nor “branch”",
        ),
        ("queue set parking --ordinal -1", "--ordinal: The order on screens"),
    ],
)
def test_a_mistake_is_answered_with_what_is_wrong(
    terminal: Terminal, command: str, hint: str
) -> None:
    done = terminal.type(*(word.replace("_", " ") for word in command.split()))
    assert done.exit_code in (1, 2)
    assert hint in done.output
    assert "Traceback" not in done.output


def test_without_a_database_looking_says_so(tmp_path: Path) -> None:
    done = Terminal(tmp_path / "empty").type("queue", "list")
    assert (done.exit_code, "There is no data in" in done.output) == (1, True)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ("--hours mon-fri", "is not a time like 09:00-17:00"),
        ("--hours mon-fri%14:00-09:00", "ends before it begins"),
        ("--hours ", "Say hours like mon-fri 09:00-17:00"),
        ("--hours branch", "is not a day or days like mon"),
        ("--language xx", "There are: en, de, es, fr, ar"),
        ("--language en --language en", "named twice"),
        ("--priority-by manager", "It may be: kiosk, console"),
        ("--name xx-YY=abc", "there is no language “xx-yy”"),
        ("--name a\u0007b", "that a screen can show"),
        ("--accent #ffee00", "cannot be read: their contrast is 1."),
        ("--accent blue", "is no colour such as #0a55a3"),
        ("--priority-ratio 2", "such as 2:1"),
        ("--priority-name vip=VIP", "There is no priority “vip”"),
        ("--logo /nowhere.png", "--logo: /nowhere.png cannot be read"),
    ],
)
def test_what_cannot_be_meant_is_refused_and_said(
    terminal: Terminal, options: str, said: str
) -> None:
    words = [word.replace("%", " ") for word in options.split(" ")]
    done = terminal.type("branch", "set", *words)
    assert done.exit_code in (1, 2)
    assert said in " ".join(done.output.split())
    assert "Traceback" not in done.output


@pytest.mark.parametrize(
    "command", ["device approve", "queue close", "message set", "call-staff"]
)
def test_what_is_no_text_is_refused(terminal: Terminal, command: str) -> None:
    # So Python reads bytes of a terminal that are not UTF-8.
    done = terminal.type(*command.split(), "\udcff")
    assert (done.exit_code, "is not UTF-8" in done.output) == (1, True), done.output


@pytest.mark.parametrize("letter", ["", "А", "Ａ", "ABC", "1"])
def test_a_letter_is_one_that_everybody_can_tell_from_the_others(
    terminal: Terminal, letter: str
) -> None:
    done = terminal.type("queue", "set", "parking", "--letter", letter)
    assert "one or two letters from A to Z" in done.output


def test_a_file_that_is_no_database_is_named(terminal: Terminal) -> None:
    file = terminal.directory / "queue.db"
    file.write_bytes(b"no database" * 1000)
    assert str(file) in terminal.type("queue", "list").output
    assert str(file) in terminal.type("queue", "add", "visas").output


def test_a_short_pin_is_told_how_many_digits_this_branch_asks_for(
    terminal: Terminal,
) -> None:
    terminal.run("branch", "set", "--pin-digits", "6")
    for pin in ("12", "12345"):
        done = terminal.type("people", "add", "José", "--pin", pin)
        assert "--pin: A PIN has 6 to 12 digits." in done.output


def test_nobody_is_asked_for_a_pin_that_will_not_be_used(terminal: Terminal) -> None:
    there = terminal.type("people", "add", "Maria", answers="482913\n")
    assert "PIN" not in there.output
    assert "Maria exists already" in there.output
    nobody = terminal.type("people", "set", "Nobody", answers="482913\n")
    assert "PIN" not in nobody.output
    assert terminal.type("people", "add", "José", answers="482913\n").exit_code == 0
