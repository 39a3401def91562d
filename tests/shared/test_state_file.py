"""What a program finds of what it kept, whatever became of the file."""

import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec import Struct

from shared.state_file import MOST_BYTES, StateFile

AT = datetime(2026, 3, 12, 10, 42, tzinfo=UTC)


class Inner(Struct, frozen=True):
    at: datetime | None = None


class Kept(Struct, frozen=True):
    number: int
    at: datetime = AT
    many: dict[str, list[Inner]] = {}
    name: str = ""


WRITTEN = Kept(7, AT, {"a": [Inner(), Inner(AT)]})


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "state" / "kiosk-kept.json"


@pytest.fixture
def kept(file: Path) -> StateFile[Kept]:
    return StateFile(file, Kept, lambda kept: kept.number < 100)


def test_what_was_written_is_read_until_it_is_removed(kept: StateFile[Kept]) -> None:
    assert kept.read() is None
    assert kept.write(WRITTEN)
    assert [kept.read(), kept.read()] == [WRITTEN, WRITTEN]
    kept.remove()
    assert kept.read() is None
    kept.remove()


def pipe(file: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("has no such pipes")
    os.mkfifo(file)


def unreadable(file: Path) -> None:
    if sys.platform == "win32" or os.geteuid() == 0:
        pytest.skip("may read everything")
    file.write_bytes(b"{}")
    file.chmod(0)


def full_directory(file: Path) -> None:
    file.mkdir()
    (file / "letter.txt").write_text("Dear")


SPOILT: dict[str, Callable[[Path], object]] = {
    "nothing": Path.touch,
    "bytes": lambda file: file.write_bytes(b"\xff\xfe"),
    "bytes in a string": lambda file: file.write_bytes(
        b'{"number": 7, "name": "\xff"}'
    ),
    "zeros": lambda file: file.write_bytes(bytes(4096)),
    "cut off": lambda file: file.write_bytes(b'{"number": 7, "at": "2026-'),
    "twice": lambda file: file.write_bytes(b'{"number": 7}{"number": 7}'),
    "another shape": lambda file: file.write_bytes(b'{"queue": "parking"}'),
    "a list": lambda file: file.write_bytes(b"[7]"),
    "another type": lambda file: file.write_bytes(b'{"number": "7"}'),
    "never written": lambda file: file.write_bytes(b'{"number": 100}'),
    "beyond all numbers": lambda file: file.write_bytes(
        b'{"number": ' + b"9" * 5000 + b"}"
    ),
    "no such time": lambda file: file.write_bytes(b'{"number": 7, "at": "25:00"}'),
    "a time without zone": lambda file: file.write_bytes(
        b'{"number": 7, "at": "2026-03-12T10:42:00"}'
    ),
    "a time without zone deep inside": lambda file: file.write_bytes(
        b'{"number": 7, "many": {"a": [{"at": "2026-03-12T10:42:00"}]}}'
    ),
    "nested without end": lambda file: file.write_bytes(
        b'{"number": 7, "x": ' + b"[" * 100_000
    ),
    "too much": lambda file: file.write_bytes(
        b'{"number": 7}' + b" " * (MOST_BYTES + 1)
    ),
    "a directory": Path.mkdir,
    "a full directory": full_directory,
    "a pipe": pipe,
    "unreadable": unreadable,
    "a link in a circle": lambda file: file.symlink_to(file),
}


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=list(SPOILT))
def test_what_is_not_what_was_written_is_put_aside_and_makes_room(
    kept: StateFile[Kept],
    file: Path,
    spoil: Callable[[Path], object],
    caplog: pytest.LogCaptureFixture,
) -> None:
    file.parent.mkdir()
    spoil(file)
    assert kept.read() is None
    assert "put aside" in caplog.text
    aside = file.with_name("kiosk-kept.json.unreadable")
    assert [*file.parent.iterdir()] == [aside]
    assert kept.write(WRITTEN)
    assert kept.read() == WRITTEN
    assert os.path.lexists(aside)


def test_what_was_put_aside_before_is_kept_too(
    kept: StateFile[Kept], file: Path
) -> None:
    file.parent.mkdir()
    for n in range(20):
        full_directory(file) if n == 1 else file.write_text(f"spoilt {n}")
        assert kept.read() is None
    assert len([*file.parent.iterdir()]) == 10
    assert kept.write(WRITTEN)


@pytest.mark.parametrize("name", ["kiosk-kept.json", "kiosk-kept.new"])
def test_a_directory_that_came_meanwhile_makes_room(
    kept: StateFile[Kept], file: Path, name: str
) -> None:
    file.parent.mkdir()
    full_directory(file.with_name(name))
    assert kept.write(WRITTEN)
    assert kept.read() == WRITTEN


def test_what_cannot_be_kept_or_removed_is_said(
    kept: StateFile[Kept], file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file.parent.write_text("a file where the directory should be")
    assert kept.read() is None
    assert not kept.write(WRITTEN)
    kept.remove()
    assert "not kept" in caplog.text


def test_a_link_to_nowhere_is_nothing_and_makes_room(
    kept: StateFile[Kept], file: Path
) -> None:
    file.parent.mkdir()
    file.symlink_to(file.with_name("gone"))
    assert kept.read() is None
    assert kept.write(WRITTEN)
    assert not file.is_symlink()
