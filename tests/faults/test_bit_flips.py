"""Bits that flip on the disk: found before the server begins or when they are met, and never served silently."""

import json
import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import requests

from tests.forked import Forked
from tests.injected import Seen
from tests.server.conftest import free_port
from tests.serving import RunningServer, lines_of, set_up_once, takeanumber

pytestmark = pytest.mark.slow

QUICK, NIGHTLY = range(8), range(8, 108)


class Branch:
    """A branch in the middle of its day, switched off, and what it would answer."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        shutil.copytree(set_up_once(desks=8), directory)
        server = RunningServer(directory, free_port()).start()
        self.kiosk = server.device("kiosk")
        self.console = server.device("console")
        self.display = server.device("display")
        self.urls = []
        for n in range(40):
            ticket = self.kiosk.take("parking" if n % 3 else "passports")
            self.urls.append(str(ticket["url"]).removeprefix(server.url))
        self.console.sign_in()
        for _ in range(8):
            self.console.post("/desks/3/call-next", {"finish": True})
        server.stop()
        with closing(sqlite3.connect(directory / "queue.db")) as database:
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        whole = directory.with_name("whole")
        shutil.copytree(directory, whole)
        server = RunningServer(whole, free_port()).start()
        self.truth = self.told_by(server)
        server.stop()

    def told_by(self, server: RunningServer) -> list[Any]:
        """Return all that the server tells: lines, board, desks, pages, and the numbers it gives next."""
        for device in (self.kiosk, self.console, self.display):
            device.server = server
        paths = ("/branch", "/board", "/queues", "/desks/3", "/desks/4")
        told = [of_no_moment(self.console.get(path)) for path in paths]
        told += [place_on_page(server.url + url) for url in self.urls]
        for queue in ("parking", "passports"):
            answer = self.kiosk.post("/tickets", {"queue": queue})
            told.append(answer.json()["label"] if answer.ok else answer.status_code)
        return told


CHANGES = {"now", "undo", "estimate", "advice", "usual"}


def of_no_moment(answer: requests.Response) -> Any:
    """Return what was answered, without what a few seconds change; or the status of an error."""
    return still(answer.json()) if answer.ok else answer.status_code


def still(told: Any) -> Any:
    """Return what was told without moments, and without what is foreseen."""
    if isinstance(told, list):
        return [still(each) for each in told]
    if isinstance(told, dict):
        return {name: still(told[name]) for name in told if name not in CHANGES}
    return told


def place_on_page(url: str) -> Any:
    """Return what the page's stream says first, or the status of an error."""
    page = requests.get(url, timeout=10)
    if not page.ok:
        return page.status_code
    with requests.get(f"{url}/events", stream=True, timeout=10) as stream:
        if not stream.ok:
            return stream.status_code
        for line in lines_of(stream):
            if line.startswith("data: "):
                return still(json.loads(line.removeprefix("data: ")))
    return None


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Branch:
    """A branch to make copies of."""
    return Branch(tmp_path_factory.mktemp("whole") / "data")


@pytest.fixture
def copy(kept: Branch, tmp_path: Path) -> Path:
    """A copy of it."""
    directory = tmp_path / "data"
    shutil.copytree(kept.directory, directory)
    return directory


def flip(path: Path, seed: int) -> str:
    """Flip one bit of a file, which it depends on the seed, and return where."""
    chance = random.Random(seed)
    content = bytearray(path.read_bytes())
    place, bit = chance.randrange(len(content)), chance.randrange(8)
    content[place] ^= 1 << bit
    path.write_bytes(content)
    return f"byte {place}, bit {bit}"


def begins(server: RunningServer) -> bool:
    try:
        server.start()
    except AssertionError:
        server._process = None
    else:
        return True
    # In words, once, and for good.
    assert server.log.text.count('event="cannot begin"') == 1, server.log.text
    assert server.log.text.count("\n") == 1, server.log.text
    return False


@pytest.mark.parametrize(
    "seed",
    [*QUICK, *(pytest.param(seed, marks=pytest.mark.nightly) for seed in NIGHTLY)],
)
def test_a_bit_that_flips_while_the_server_is_off_is_found_or_harms_nothing(
    kept: Branch, copy: Path, seen: Seen, seed: int
) -> None:
    where = flip(copy / "queue.db", seed)
    server = RunningServer(copy, free_port())
    if not begins(server):
        seen("one bit flipped in the database", "bits", {"found before it began": 1})
        return
    try:
        told = kept.told_by(server)
        for each, true in zip(told, kept.truth, strict=True):
            # An error is no lie, nor is a stream that ends.
            assert each in (true, None, 500, 503, 507), (where, each, true)
        harm = "harmless" if told == kept.truth else "met, and an error"
        seen("one bit flipped in the database", "bits", {harm: 1})
    finally:
        server.stop()


def test_a_damaged_row_of_today_keeps_the_server_from_beginning_and_is_named(
    copy: Path,
) -> None:
    with closing(sqlite3.connect(copy / "queue.db")) as database, database:
        database.execute("UPDATE ticket SET label = 'A002' WHERE label = 'A003'")
    server = RunningServer(copy, free_port())
    assert not begins(server)
    assert "is damaged" in server.log.text
    assert "put the last good copy" in server.log.text


def test_a_row_that_is_damaged_while_the_server_runs_is_an_error_and_no_lie(
    kept: Branch, copy: Path
) -> None:
    server = RunningServer(copy, free_port()).start()
    with closing(sqlite3.connect(copy / "queue.db")) as database, database:
        database.execute("UPDATE ticket SET desk = 7 WHERE state = 'called'")
    pages = [requests.get(server.url + url, timeout=10) for url in kept.urls]
    assert sum(page.status_code == 500 for page in pages) == 1
    kept.display.server = server
    board = kept.display.get("/board")
    assert (board.status_code, board.json()["type"]) == (500, "database-damaged")
    server.log.wait_for("is damaged")
    assert "is damaged" in complaint(copy, "check", "--damage")
    server.stop()


def complaint(directory: Path, *arguments: str) -> str:
    """Return what a command that ends with 1 has said."""
    command = Forked("server.cli", ["--data-dir", str(directory), *arguments])
    with command.stdout, command.stderr:
        said = command.stdout.read() + command.stderr.read()
    assert command.wait(30) == 1, said
    assert "Traceback" not in said, said
    return said


@pytest.mark.parametrize("how", ["missing", "empty"])
def test_a_key_without_its_database_is_said_and_nothing_is_made_in_its_place(
    copy: Path, how: str
) -> None:
    (copy / "queue.db").unlink()
    if how == "empty":
        (copy / "queue.db").touch()
    server = RunningServer(copy, free_port())
    with pytest.raises(AssertionError, match="missing or empty"):
        server.start()
    server._process = None
    assert "missing or empty" in complaint(
        copy, "queue", "add", "x", "--letter", "X", "--name", "X"
    )
    assert not (copy / "queue.db").exists() or not (copy / "queue.db").read_bytes()


def test_a_database_without_its_key_is_said_and_no_other_key_is_made(
    copy: Path,
) -> None:
    (copy / "secret.key").unlink()
    server = RunningServer(copy, free_port())
    with pytest.raises(AssertionError, match="is missing: addresses"):
        server.start()
    server._process = None
    assert not (copy / "secret.key").exists()


@pytest.mark.parametrize("spoilt", [b"", b"x" * 5, b"x" * 32])
def test_another_key_is_found_out_and_named(copy: Path, spoilt: bytes) -> None:
    (copy / "secret.key").write_bytes(spoilt)
    server = RunningServer(copy, free_port())
    assert not begins(server)
    assert "the secret.key is" in server.log.text
    with pytest.raises(AssertionError, match=r"the secret\.key is"):
        takeanumber(copy, "branch", "set", "--name", "Elsewhere")


def test_a_key_that_is_cut_off_is_found_out_where_there_is_no_ticket_yet(
    tmp_path: Path,
) -> None:
    takeanumber(tmp_path, "queue", "add", "parking", "--name", "en=Parking")
    (tmp_path / "secret.key").write_bytes(b"x" * 31)
    assert not begins(RunningServer(tmp_path, free_port()))


def test_a_whole_database_says_so(copy: Path) -> None:
    assert "Every row is as it was written" in takeanumber(copy, "check", "--damage")


@pytest.mark.parametrize("seed", range(4))
def test_a_bit_that_flips_in_what_is_not_in_the_database_yet_loses_nothing_silently(
    copy: Path, seed: int
) -> None:
    server = RunningServer(copy, free_port()).start()
    kiosk = server.device("kiosk")
    labels = [kiosk.take("parking")["label"] for _ in range(10)]
    server.kill()
    flip(copy / "queue.db-wal", seed)
    if begins(server):
        # It was a place that nobody needs any more.
        assert kiosk.take("parking")["label"] not in labels
        server.stop()
        return
    assert "are lost" in server.log.text or "damaged" in server.log.text
    # Nor does it do so when it is started again.
    assert not begins(server)
    (copy / "acknowledged").unlink()
    assert begins(server)
    server.stop()
