"""A running server for each test, on a copy of a branch that was set up once."""

import shutil
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.clock import FakeClock
from tests.server.in_time import MONDAY_NINE, BranchInTime, set_up
from tests.server.terminal import Terminal
from tests.serving import Device, RunningServer, set_up_once


def free_port() -> int:
    """Return a TCP port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def set_up_branch() -> Path:
    """A data directory with two queues (parking A, passports R), eight desks and their servicers."""
    return set_up_once(desks=8)


@pytest.fixture
def server(set_up_branch: Path, tmp_path: Path) -> Iterator[RunningServer]:
    """A running server of one's own."""
    directory = tmp_path / "data"
    shutil.copytree(set_up_branch, directory)
    server = RunningServer(directory, free_port()).start()
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
def desk(server: RunningServer) -> Device:
    """A console where Maria is signed in at desk 3."""
    console = server.device("console")
    console.sign_in()
    return console


@pytest.fixture(scope="session")
def branch_in_time(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory to copy, set up on Monday, nine o'clock UTC."""
    directory = tmp_path_factory.mktemp("in-time") / "data"
    branch = BranchInTime(directory, FakeClock(MONDAY_NINE))
    set_up(branch)
    branch.close()
    return directory


@pytest.fixture
def branch(branch_in_time: Path, tmp_path: Path) -> Iterator[BranchInTime]:
    """A branch whose clock the test sets; it is Monday, nine o'clock UTC."""
    shutil.copytree(branch_in_time, tmp_path / "data")
    branch = BranchInTime(tmp_path / "data", FakeClock(MONDAY_NINE))
    yield branch
    branch.close()


@pytest.fixture(scope="module")
def branch_of_the_file(
    branch_in_time: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[BranchInTime]:
    """The same for all tests of a file, which leave it as good as it was."""
    directory = tmp_path_factory.mktemp("of-the-file") / "data"
    shutil.copytree(branch_in_time, directory)
    branch = BranchInTime(directory, FakeClock(MONDAY_NINE))
    yield branch
    branch.close()


@pytest.fixture(scope="session")
def typed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data directory to copy, with two queues and a desk."""
    terminal = Terminal(tmp_path_factory.mktemp("typed") / "data")
    terminal.run("queue", "add", "parking", "--name", "Parking permits")
    terminal.run("queue", "add", "passports", "--name", "Passports")
    terminal.run("desk", "add", "3")
    terminal.run("people", "add", "Maria", "--pin", "482913")
    return terminal.directory


@pytest.fixture
def terminal(typed: Path, tmp_path: Path) -> Terminal:
    """A branch with two queues and a desk, and no server."""
    shutil.copytree(typed, tmp_path / "data")
    return Terminal(tmp_path / "data")
