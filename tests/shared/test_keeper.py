"""What is kept of a deed without an answer."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from msgspec import Struct

from shared.qt import sample
from shared.qt.keeper import Keeper
from shared.state_file import StateFile


class Deed(Struct, frozen=True):
    key: str
    at: datetime


TAPPED = Deed("key", sample.NOW)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "state" / "deed.json"


@pytest.fixture
def keeper(file: Path) -> Keeper[Deed]:
    return Keeper(StateFile(file, Deed), timedelta(minutes=10))


def test_nothing_is_kept_at_first(keeper: Keeper[Deed]) -> None:
    assert keeper.kept(sample.NOW) is None
    keeper.forget()


def test_what_was_kept_is_found_until_it_is_forgotten(keeper: Keeper[Deed]) -> None:
    keeper.keep(TAPPED)
    assert [keeper.kept(sample.NOW) for _ in range(2)] == [TAPPED, TAPPED]
    keeper.forget()
    assert keeper.kept(sample.NOW) is None


@pytest.mark.parametrize(
    ("minutes", "kept"),
    [(10, TAPPED), (10.1, None), (-10, TAPPED), (-10.1, None)],
    ids=["fresh", "too old", "the clock was set back a little", "from the future"],
)
def test_what_is_too_old_matters_to_nobody(
    keeper: Keeper[Deed], minutes: float, kept: Deed | None
) -> None:
    keeper.keep(TAPPED)
    assert keeper.kept(sample.NOW + timedelta(minutes=minutes)) == kept


def test_looking_at_what_is_too_old_leaves_it(keeper: Keeper[Deed], file: Path) -> None:
    keeper.keep(TAPPED)
    written = file.read_bytes()
    assert keeper.kept(sample.NOW + timedelta(days=1)) is None
    assert file.read_bytes() == written
