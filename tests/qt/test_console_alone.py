"""One console alone has a state directory: a second start leads to the first."""

from pathlib import Path

from click.testing import CliRunner
from pytestqt.qtbot import QtBot

from servicer.command import main
from servicer.shortcut import ShortcutEar, the_only_one


def test_one_console_alone_has_a_state_directory(qtbot: QtBot, tmp_path: Path) -> None:
    first = the_only_one(tmp_path)
    assert first is not None
    assert the_only_one(tmp_path) is None
    first.unlock()
    assert the_only_one(tmp_path) is not None


def test_another_state_directory_is_another_console(
    qtbot: QtBot, tmp_path: Path
) -> None:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
    first, second = the_only_one(tmp_path / "one"), the_only_one(tmp_path / "other")
    assert first is not None
    assert second is not None


def test_where_nothing_can_be_kept_nothing_is_shared(
    qtbot: QtBot, tmp_path: Path
) -> None:
    assert the_only_one(tmp_path / "missing" / "folder") is not None


def test_a_second_start_says_how_there_may_be_two(qtbot: QtBot, tmp_path: Path) -> None:
    first = the_only_one(tmp_path)
    assert first is not None
    told = CliRunner().invoke(main, ["--token", "token", "--state-dir", str(tmp_path)])
    assert told.exit_code == 0
    assert "runs here already" in told.output
    assert "--state-dir" in told.output


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
