"""The server looks through its whole database by itself, in a process of its own, and writes down what is damaged."""

from pathlib import Path

import pytest

from server.serve.housekeeping import look_for_damage
from tests.database import opened
from tests.server.in_time import BranchInTime

pytestmark = pytest.mark.slow


def test_what_is_damaged_is_written_down_row_by_row(
    branch: BranchInTime, capfd: pytest.CaptureFixture[str]
) -> None:
    console = branch.console()
    console.take()
    look_for_damage(branch.directory)
    assert "looked through" in heard(capfd)
    with opened(branch.directory / "queue.db") as database:
        database.execute("UPDATE ticket SET label = 'B001'")
        database.execute("UPDATE journal SET body = '{}' WHERE kind = 'taken'")
    look_for_damage(branch.directory)
    said = heard(capfd)
    assert "ticket 1/" in said
    assert "cannot be read" in said


def test_a_file_that_is_no_database_is_written_down_too(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "queue.db").write_bytes(b"no database at all" * 1000)
    look_for_damage(tmp_path)
    assert "file is not a database" in heard(capfd)


def heard(capfd: pytest.CaptureFixture[str]) -> str:
    out, err = capfd.readouterr()
    return out + err
