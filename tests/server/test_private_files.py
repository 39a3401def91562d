"""What the server and the programs keep is for nobody else, whatever the umask and an existing directory say."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from shared.private_files import private_directory, private_file, write_private
from tests.server.in_time import BranchInTime
from tests.serving import STOP_WITHIN_S

ADD = ("queue", "add", "parking", "--name", "Parking permits")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="has no such modes"),
]


def modes(directory: Path) -> dict[str, str]:
    """Return how open the directory and all in it are, by name."""
    held = [directory, *directory.rglob("*")]
    return {each.name: f"{each.stat().st_mode & 0o777:o}" for each in held}


def open_to_others(directory: Path) -> list[str]:
    return [name for name, mode in modes(directory).items() if mode[1:] != "00"]


def takeanumber(*arguments: str) -> None:
    """Run the command line with an umask that forbids nothing."""
    subprocess.run(
        [sys.executable, "-m", "server.cli", *arguments], umask=0, check=True
    )


@contextmanager
def serving(directory: Path) -> Iterator[list[str]]:
    """Let a server run meanwhile, with an umask that forbids nothing; give what it said until it was ready."""
    with subprocess.Popen(
        [
            *(sys.executable, "-m", "server.cli", "--data-dir", str(directory)),
            *("serve", "--port", "0", "--push-contact", "mailto:it@example.org"),
        ],
        stderr=subprocess.PIPE,
        text=True,
        umask=0,
    ) as process:
        assert process.stderr is not None
        said = []
        for line in process.stderr:
            said.append(line)
            if "event=ready" in line:
                break
        try:
            yield said
        finally:
            process.terminate()
            process.stderr.read()
            process.wait(STOP_WITHIN_S)


def test_all_that_a_server_keeps_is_closed_to_others(tmp_path: Path) -> None:
    directory = tmp_path / "data"
    with serving(directory) as said:
        takeanumber("--data-dir", str(directory), *ADD)
        files = {"queue.db", "queue.db-wal", "queue.db-shm", "lock", "control"}
        assert files | {"secret.key", "push.key"} <= modes(directory).keys()
        assert open_to_others(directory) == []
    assert "open to others" not in "".join(said)


def test_the_command_line_alone_makes_nothing_that_others_may_open(
    tmp_path: Path,
) -> None:
    directory = tmp_path / "data"
    takeanumber("--data-dir", str(directory), *ADD)
    assert "queue.db" in modes(directory)
    assert open_to_others(directory) == []


def test_what_was_open_is_closed_at_the_next_start(branch: BranchInTime) -> None:
    with branch.switched_off():
        branch.directory.chmod(0o755)
        for each in branch.directory.iterdir():
            each.chmod(0o644)
    assert open_to_others(branch.directory) == []


def test_a_directory_that_holds_more_is_left_alone_and_said(tmp_path: Path) -> None:
    directory = tmp_path / "home"
    directory.mkdir()
    directory.chmod(0o755)
    (directory / "letter.txt").write_text("Dear")
    (directory / "letter.txt").chmod(0o644)
    with serving(directory) as said:
        assert modes(directory)["home"] == "755"
        assert open_to_others(directory) == ["home", "letter.txt"]
    assert f'event="open to others" path={directory}' in "".join(said)


@pytest.mark.parametrize("mode", [0o1777, 0o1755])
def test_a_directory_for_everybody_is_left_alone(tmp_path: Path, mode: int) -> None:
    tmp_path.chmod(mode)
    assert private_directory(tmp_path, ["*"]) == [tmp_path]
    assert tmp_path.stat().st_mode & 0o7777 == mode


def test_a_home_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    tmp_path.chmod(0o755)
    assert private_directory(tmp_path, ["*"]) == [tmp_path]


def test_what_a_link_of_ours_leads_to_is_closed_too(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.key"
    elsewhere.write_text("secret")
    elsewhere.chmod(0o666)
    directory = tmp_path / "data"
    directory.mkdir()
    (directory / "secret.key").symlink_to(elsewhere)
    (directory / "lock").symlink_to(tmp_path / "nowhere")
    assert private_directory(directory, ["secret.*", "lock"]) == []
    assert modes(elsewhere) == {"elsewhere.key": "600"}


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() != 0, reason="gives a link away"
)
def test_what_a_link_of_others_leads_to_is_left_alone_and_said(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_text("not ours")
    elsewhere.chmod(0o644)
    directory = tmp_path / "data"
    directory.mkdir()
    planted = directory / "lock"
    planted.symlink_to(elsewhere)
    os.chown(planted, 65534, 65534, follow_symlinks=False)
    assert private_directory(directory, ["lock"]) == [planted]
    assert modes(elsewhere) == {"elsewhere": "644"}


def test_a_file_that_nobody_could_write_is_its_owners(tmp_path: Path) -> None:
    file = tmp_path / "lock"
    file.touch()
    file.chmod(0o444)
    assert private_directory(tmp_path, ["lock"]) == []
    assert modes(tmp_path)["lock"] == "600"


@pytest.mark.parametrize("command", ["report", "check"])
def test_a_command_that_only_looks_closes_what_it_looks_at(
    tmp_path: Path, command: str
) -> None:
    directory = tmp_path / "data"
    takeanumber("--data-dir", str(directory), *ADD)
    directory.chmod(0o777)
    for each in directory.iterdir():
        each.chmod(0o666)
    takeanumber("--data-dir", str(directory), command)
    assert open_to_others(directory) == []


def test_nobody_else_may_put_anything_in_the_place_of_what_we_keep(
    tmp_path: Path,
) -> None:
    directory = tmp_path / "data"
    directory.mkdir()
    (directory / "server.log").touch()
    directory.chmod(0o777)
    with serving(directory) as said:
        assert modes(directory)["data"] == "755"
    assert f'event="open to others" path={directory}' in "".join(said)


def test_what_is_written_is_closed_also_over_a_draft_that_was_left_open(
    tmp_path: Path,
) -> None:
    file, draft = tmp_path / "deed.json", tmp_path / "deed.new"
    draft.write_text("half")
    draft.chmod(0o666)
    write_private(file, b"whole")
    assert (file.read_bytes(), open_to_others(file)) == (b"whole", [])
    file.chmod(0o644)
    assert private_file(file)
    assert open_to_others(file) == []
