"""A running server in which faults break out when a test says so."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.server.conftest import free_port
from tests.serving import Device, RunningServer, set_up_once


@dataclass
class Faults:
    """The faults that have broken out, each a file."""

    folder: Path

    def break_out(self, name: str) -> None:
        """Let this fault happen."""
        (self.folder / name).touch()

    def mend(self, name: str) -> None:
        """Let it happen no longer."""
        (self.folder / name).unlink()


@pytest.fixture
def faults(tmp_path: Path) -> Faults:
    """A folder of faults, none yet."""
    folder = tmp_path / "faults"
    folder.mkdir()
    return Faults(folder)


@pytest.fixture
def server(
    tmp_path: Path, faults: Faults, monkeypatch: pytest.MonkeyPatch
) -> Iterator[RunningServer]:
    """A running server with all the faults of `planted.py` in it."""
    directory = tmp_path / "data"
    shutil.copytree(set_up_once(desks=8), directory)
    server = RunningServer(directory, free_port())
    server.module = "tests.faults.planted"
    monkeypatch.setenv("FAULTS", str(faults.folder))
    server.start()
    yield server
    server.leave()


@pytest.fixture
def kiosk(server: RunningServer) -> Device:
    """A paired kiosk."""
    return server.device("kiosk")


@pytest.fixture
def display(server: RunningServer) -> Device:
    """A paired display."""
    return server.device("display")


@pytest.fixture
def watcher(server: RunningServer) -> Device:
    """A paired console, which hears of everything."""
    return server.device("console")
