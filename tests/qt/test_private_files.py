"""What the programs keep is for nobody else."""

import logging
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from kiosk.tap import tap_keeper
from shared.qt import settings
from shared.qt.settings import Settings, with_settings, with_state_dir

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="has no such modes")


def start(*arguments: str) -> list[Settings]:
    """Start a program that only takes its settings, and return them."""
    import click

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


def test_a_program_says_what_it_cannot_close(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "letter.txt").write_text("Dear")
    tmp_path.chmod(0o755)
    with caplog.at_level(logging.WARNING, settings.__name__):
        start("--state-dir", str(tmp_path), "--token", "x")
    assert caplog.messages == [f"open to others path={tmp_path}"]
    assert mode(tmp_path) == 0o755
