"""One program of a kind alone has a state directory: a second start says so, and leads to the first console."""

from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from pytestqt.qtbot import QtBot

import display.command
import kiosk.command
import servicer.command
from servicer.shortcut import ShortcutEar
from shared.qt.alone import run_alone, the_only_one

PROGRAMS = ("kiosk", "display", "servicer")


@pytest.mark.parametrize("program", PROGRAMS)
def test_one_alone_has_a_state_directory(
    qtbot: QtBot, tmp_path: Path, program: str
) -> None:
    first = the_only_one(tmp_path, program)
    assert first is not None
    assert the_only_one(tmp_path, program) is None
    first.unlock()
    assert the_only_one(tmp_path, program) is not None


def test_another_state_directory_is_another_one(qtbot: QtBot, tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
    first = the_only_one(tmp_path / "one", "kiosk")
    second = the_only_one(tmp_path / "other", "kiosk")
    assert first is not None
    assert second is not None


def test_programs_of_different_kinds_share_one(qtbot: QtBot, tmp_path: Path) -> None:
    held = [the_only_one(tmp_path, program) for program in PROGRAMS]
    assert None not in held


def test_where_nothing_can_be_kept_nothing_is_shared(
    qtbot: QtBot, tmp_path: Path
) -> None:
    assert the_only_one(tmp_path / "missing" / "folder", "kiosk") is not None


def test_whoever_has_ended_leaves_the_place_free(qtbot: QtBot, tmp_path: Path) -> None:
    def stumbles() -> int:
        raise SystemExit(75)

    with pytest.raises(SystemExit):
        run_alone("kiosk", tmp_path, stumbles)
    assert the_only_one(tmp_path, "kiosk") is not None


@pytest.mark.parametrize(
    ("program", "main", "called"),
    [
        ("kiosk", kiosk.command.main, "A kiosk runs here already."),
        ("display", display.command.main, "A display runs here already."),
        ("servicer", servicer.command.main, "A console runs here already;"),
    ],
)
def test_a_second_start_says_how_there_may_be_two(
    qtbot: QtBot, tmp_path: Path, program: str, main: click.Command, called: str
) -> None:
    first = the_only_one(tmp_path, program)
    assert first is not None
    told = CliRunner().invoke(main, ["--token", "token", "--state-dir", str(tmp_path)])
    assert told.exit_code == 0
    assert told.output.startswith(called)
    assert (
        "A second one needs a state directory of its own: --state-dir." in told.output
    )


def test_a_second_start_brings_the_first_to_the_front(
    qtbot: QtBot, tmp_path: Path
) -> None:
    from PySide6.QtNetwork import QLocalSocket

    from servicer.shortcut import CALL_NEXT, COME_FORWARD, name_of

    came: list[str] = []

    def call_next() -> bool:
        came.append("called")
        return True

    ear = ShortcutEar(tmp_path, call_next, lambda: came.append("came forward"))
    for word, done in ((COME_FORWARD, "came forward"), (CALL_NEXT, "called")):
        socket = QLocalSocket()
        socket.connectToServer(name_of(tmp_path))
        socket.write(word)
        qtbot.waitUntil(socket.canReadLine)
        assert came[-1] == done
    ear.deleteLater()
