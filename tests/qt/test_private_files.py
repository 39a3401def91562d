"""What the programs keep is for nobody else."""

import logging
import os
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from pytestqt.qtbot import QtBot

from display.command import main as display
from kiosk.command import main as kiosk
from kiosk.tap import tap_keeper
from servicer.command import main as servicer
from shared.qt import settings
from shared.qt.settings import Settings, with_settings, with_state_dir

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="has no such modes")


def start(*arguments: str) -> list[Settings]:
    """Start a program that only takes its settings, and return them."""
    started: list[Settings] = []

    @click.command()
    @with_state_dir
    @with_settings
    def program(settings: Settings) -> None:
        started.append(settings)

    result = CliRunner().invoke(program, arguments)
    assert result.exit_code == 0, result.output
    return started


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_a_program_closes_what_it_keeps_and_its_token_to_others(tmp_path: Path) -> None:
    state, token = tmp_path / "state", tmp_path / "token"
    state.mkdir()
    kept = state / "kiosk-tap.json"
    for path in (kept, token):
        path.write_text("secret")
        path.chmod(0o644)
    state.chmod(0o755)
    start("--state-dir", str(state), "--token-file", str(token))
    assert [mode(state), mode(kept), mode(token)] == [0o700, 0o600, 0o600]


def test_what_a_program_keeps_later_is_closed_too(tmp_path: Path) -> None:
    (started,) = start("--state-dir", str(tmp_path / "state"), "--token", "x")
    assert mode(started.state_dir) == 0o700
    assert tap_keeper(started.state_dir) is not None


NOWHERE = ("--server", "nowhere")
"""It ends at once, in words."""

WAYS_IN = {
    "kiosk": (kiosk, NOWHERE),
    "kiosk, print test": (kiosk, ("--print-test", "--printer", "usb:/dev/no-printer")),
    "display": (display, NOWHERE),
    "display, sound test": (display, ("--sound-test", "--language", "xx")),
    "console": (servicer, NOWHERE),
    "console, shortcut": (servicer, ("--call-next",)),
}


@pytest.mark.parametrize(("program", "arguments"), WAYS_IN.values(), ids=list(WAYS_IN))
def test_every_way_into_a_program_closes_what_is_kept_first(
    qtbot: QtBot, tmp_path: Path, program: click.Command, arguments: tuple[str, ...]
) -> None:
    kept = tmp_path / "kiosk-other"
    kept.touch()
    kept.chmod(0o666)
    tmp_path.chmod(0o777)
    before = os.umask(0)
    try:
        # It is given no address, or nothing to print on: it ends at once.
        CliRunner().invoke(program, [*arguments, "--state-dir", str(tmp_path)])
        assert os.umask(0) == 0o077
    finally:
        os.umask(before)
    assert [mode(tmp_path), mode(kept)] == [0o700, 0o600]


@pytest.mark.parametrize(
    "token", [b"\xff\xfe", b"to ken", b"a\r\nHost: elsewhere", "Schlüssel".encode()]
)
def test_what_is_no_token_is_refused_in_words(tmp_path: Path, token: bytes) -> None:
    file = tmp_path / "token"
    file.write_bytes(token)
    arguments = ["--state-dir", str(tmp_path), "--token-file", str(file)]
    result = CliRunner().invoke(kiosk, arguments)
    assert result.exit_code == 2
    assert "This is no token" in result.output


def test_a_program_says_what_it_cannot_close(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "letter.txt").write_text("Dear")
    tmp_path.chmod(0o755)
    with caplog.at_level(logging.WARNING, settings.__name__):
        start("--state-dir", str(tmp_path), "--token", "x")
    assert caplog.messages == [f"open to others path={tmp_path}"]
    assert mode(tmp_path) == 0o755
