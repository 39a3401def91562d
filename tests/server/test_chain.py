"""Who can write the database, and has not what lies beside it, alters nothing of the changes unseen: not by making every digest anew, nor by cutting them off."""

import os
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from server.domain.events import SYSTEM
from server.store import digests, tables
from server.store.check import check
from server.store.sign_ins import SignInOutcome, SignInRecord, record_sign_in
from server.store.store import MAIN_BRANCH
from server.store.tokens import TicketTokens
from server.usecases.setup import SetQueue
from tests.database import opened
from tests.server.in_time import BranchInTime
from tests.server.terminal import Terminal

pytestmark = pytest.mark.slow

FIRST, SECOND, THIRD = range(3)


class Forger:
    """Somebody with the whole database, and our source, but no other file of the directory."""

    def __init__(self, directory: Path) -> None:
        self._path = directory / "queue.db"

    def sql(self, *statements: str) -> None:
        """Write into the database."""
        with opened(self._path) as database:
            for statement in statements:
                database.execute(statement)

    def entries(self) -> list[int]:
        """Return the seqs of the three changes that were made last, in order."""
        with opened(self._path) as database:
            asked = "SELECT seq FROM audit ORDER BY seq DESC LIMIT 3"
            return sorted(seq for (seq,) in database.execute(asked))

    def make_digests_anew(self) -> None:
        """Let every row of the journal, and the branch's, have the digest that belongs to what it says now."""
        engine = sa.create_engine(f"sqlite:///{self._path}")
        with engine.begin() as connection:
            before: bytes | None = None
            j = tables.journal.c
            asked = sa.select(tables.journal).order_by(j.branch_id, j.seq)
            for row in connection.execute(asked).mappings().all():
                before = digests.digest_of(tables.journal, {**row}, before)
                this = sa.update(tables.journal).where(
                    j.branch_id == row["branch_id"], j.seq == row["seq"]
                )
                connection.execute(this.values(digest=before))
            for row in connection.execute(sa.select(tables.branch)).mappings().all():
                digest = digests.digest_of(tables.branch, {**row})
                connection.execute(sa.update(tables.branch).values(digest=digest))
        engine.dispose()

    def link_anew(self) -> None:
        """Make the whole chain anew, with a key of one's own."""
        own = TicketTokens(os.urandom(32))
        with opened(self._path) as database:
            asked = "SELECT a.seq, j.digest FROM audit a JOIN journal j USING (branch_id, seq) ORDER BY a.seq"
            before: bytes | None = None
            for seq, digest in database.execute(asked).fetchall():
                before = own.link(before, seq, digest)
                database.execute("UPDATE audit SET link = ? WHERE seq = ?", [before, seq])  # fmt: skip


@pytest.fixture
def three(terminal: Terminal) -> Terminal:
    """A branch in which three things were changed last."""
    for most in ("20", "30", "40"):
        terminal.run("queue", "set", "parking", "--max-waiting", most)
    assert terminal.run("changes").endswith("entries.")
    assert terminal.run("check").startswith("All tables are")
    return terminal


def edit_a_row(forger: Forger, entries: list[int]) -> None:
    forger.sql(f"UPDATE journal SET body = replace(body, '30', '99') WHERE seq = {entries[SECOND]}")  # fmt: skip
    forger.make_digests_anew()


def let_somebody_else_have_done_it(forger: Forger, entries: list[int]) -> None:
    forger.sql(f"UPDATE journal SET manager = 'eve' WHERE seq = {entries[SECOND]}")
    forger.make_digests_anew()


def date_it_otherwise(forger: Forger, entries: list[int]) -> None:
    forger.sql(f"UPDATE journal SET at = at - 1000000 WHERE seq = {entries[SECOND]}")
    forger.make_digests_anew()


def change_places(forger: Forger, entries: list[int]) -> None:
    _, two, three = entries
    forger.sql(
        f"UPDATE journal SET seq = -1 WHERE seq = {two}",
        f"UPDATE journal SET seq = {two} WHERE seq = {three}",
        f"UPDATE journal SET seq = {three} WHERE seq = -1",
    )
    forger.make_digests_anew()


def take_out_of_the_middle(forger: Forger, entries: list[int]) -> None:
    _, two, three = entries
    forger.sql(
        f"DELETE FROM journal WHERE seq = {two}",
        f"DELETE FROM audit WHERE seq = {two}",
        f"UPDATE journal SET seq = {two} WHERE seq = {three}",
        f"UPDATE audit SET seq = {two} WHERE seq = {three}",
        f"UPDATE branch SET last_seq = {two}",
    )
    forger.make_digests_anew()


def take_out_of_the_chain_alone(forger: Forger, entries: list[int]) -> None:
    forger.sql(f"DELETE FROM audit WHERE seq = {entries[THIRD]}")


def forget_all_links(forger: Forger, entries: list[int]) -> None:
    forger.sql(
        f"UPDATE journal SET body = replace(body, '30', '99') WHERE seq = {entries[SECOND]}",
        "UPDATE audit SET link = NULL",
    )
    forger.make_digests_anew()


def forget_the_first_links(forger: Forger, entries: list[int]) -> None:
    forger.sql(
        f"UPDATE journal SET body = replace(body, '30', '99') WHERE seq = {entries[SECOND]}",
        f"UPDATE audit SET link = NULL WHERE seq <= {entries[SECOND]}",
    )
    forger.make_digests_anew()


def link_everything_anew(forger: Forger, entries: list[int]) -> None:
    edit_a_row(forger, entries)
    forger.link_anew()


def say_it_is_older_than_digests(forger: Forger, entries: list[int]) -> None:
    edit_a_row(forger, entries)
    forger.sql(f"UPDATE journal SET digest = NULL WHERE seq = {entries[SECOND]}")


FORGERIES: list[tuple[Callable[[Forger, list[int]], None], int | None]] = [
    # what is done, and from which of the three on it is told; None for the first of all
    (edit_a_row, SECOND),
    (let_somebody_else_have_done_it, SECOND),
    (date_it_otherwise, SECOND),
    (change_places, SECOND),
    (take_out_of_the_middle, SECOND),
    (take_out_of_the_chain_alone, THIRD),
    (forget_all_links, None),
    (forget_the_first_links, None),
    (link_everything_anew, None),
    (say_it_is_older_than_digests, SECOND),
]


@pytest.mark.parametrize(("forge", "told"), FORGERIES)
def test_what_is_forged_is_told_by_the_list_and_by_the_check(
    three: Terminal, forge: Callable[[Forger, list[int]], None], told: int | None
) -> None:
    forger = Forger(three.directory)
    entries = forger.entries()
    forge(forger, entries)
    audit = three.json("changes")["audit"]
    if told is None:
        assert audit["altered_from"] < entries[FIRST]
    else:
        assert audit["altered_from"] == entries[told]
    said = three.run("changes").splitlines()[-1]
    assert said.startswith(f"From entry {audit['altered_from']} on")
    checked = three.type("check")
    assert checked.exit_code == 1
    assert checked.output.strip(), "it says what"


def test_a_row_that_is_no_change_is_not_altered_unseen_either(three: Terminal) -> None:
    forger = Forger(three.directory)
    entries = forger.entries()
    three.run("try", "take", "parking")
    three.run("queue", "set", "parking", "--max-waiting", "50")
    last = forger.entries()[THIRD]
    taken = last - 1
    assert taken > entries[THIRD]
    forger.sql(f"UPDATE journal SET at = at - 1000000 WHERE seq = {taken}")
    forger.make_digests_anew()
    assert three.json("changes")["audit"]["altered_from"] in (taken, last)


def test_changes_that_were_cut_off_are_told_until_somebody_decides(
    three: Terminal, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.db"
    shutil.copy(three.directory / "queue.db", copy)
    three.run("people", "add", "Eve", "--pin", "482913")
    (cut,) = Forger(three.directory).entries()[THIRD:]
    shutil.copy(copy, three.directory / "queue.db")
    assert three.json("changes")["audit"]["altered_from"] == cut
    checked = three.type("check")
    assert checked.exit_code == 1
    assert f"row {cut} was the last of their chain once" in checked.output
    # Going on hides nothing.
    three.run("queue", "set", "parking", "--max-waiting", "60")
    three.run("queue", "set", "parking", "--max-waiting", "70")
    assert three.json("changes")["audit"]["altered_from"] == cut
    # It was a copy of one's own: whoever looks after the directory says so, as for the rows.
    (three.directory / "acknowledged").unlink()
    three.run("queue", "set", "parking", "--max-waiting", "80")
    assert three.json("changes")["audit"]["altered_from"] is None
    assert three.run("check").startswith("All tables are")


def test_a_directory_from_before_ends_are_remembered_is_as_it_was(
    three: Terminal,
) -> None:
    (three.directory / "acknowledged").write_bytes(b"")
    assert three.json("changes")["audit"]["altered_from"] is None
    three.run("people", "add", "Eve", "--pin", "482913")
    Forger(three.directory).sql("DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)")  # fmt: skip
    assert three.json("changes")["audit"]["altered_from"] is not None


# --- who signed in ------------------------------------------------------------------------------


@pytest.fixture
def signed_in(branch: BranchInTime) -> BranchInTime:
    """A branch where five signed in, or tried to, a day apart."""
    for number in range(5):
        sign_in(branch, f"10.0.0.{number}")
        branch.clock.forward(days=1)
    assert signs(branch) is None
    return branch


def sign_in(branch: BranchInTime, address: str) -> None:
    """Let somebody fail to sign in."""
    note = SignInRecord(
        at=branch.clock(), account="eve", outcome=SignInOutcome.WRONG_PASSWORD, address=address, browser="Firefox"
    )  # fmt: skip
    branch.store.write(MAIN_BRANCH, SYSTEM, partial(record_sign_in, record=note))


def signs(branch: BranchInTime) -> Any:
    """Return from which sign-in on the list says that something was altered, with which the check agrees."""
    manager = branch.device("manager")
    told: Any = manager.get("/changes").json["audit"]["sign_ins_altered_from"]
    links = branch.store.last_links(MAIN_BRANCH)
    with branch.store.reading(MAIN_BRANCH) as view:
        said = check(view, branch.store.tokens, links).differences
    assert any("sign-ins: from number" in each for each in said) == (told is not None)
    return told


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE sign_in SET account = 'paul' WHERE id = 3", 3),
        ("UPDATE sign_in SET outcome = 'in' WHERE id = 1", 1),
        ("UPDATE sign_in SET outcome = 'nonsense' WHERE id = 2", 2),
        ("UPDATE sign_in SET address = '10.0.0.9' WHERE id = 5", 5),
        ("UPDATE sign_in SET at = at + 1 WHERE id = 2", 2),
        ("DELETE FROM sign_in WHERE id = 3", 4),
        ("DELETE FROM sign_in WHERE id = 5", 5),
        ("DELETE FROM sign_in", 5),
        ("UPDATE sign_in SET before = NULL, link = NULL", 5),
        ("UPDATE sign_in SET id = 17 WHERE id = 5", 17),
    ],
)
def test_nobody_takes_away_that_they_signed_in(
    signed_in: BranchInTime, statement: str, told: int
) -> None:
    Forger(signed_in.directory).sql(statement)
    assert signs(signed_in) == told
    sign_in(signed_in, "10.0.0.77")
    with signed_in.stopped():
        pass
    assert signs(signed_in) is not None, "going on hides nothing"


def test_sign_ins_that_are_forgotten_break_nothing(signed_in: BranchInTime) -> None:
    signed_in.clock.forward(days=362)
    signed_in.look_after(forget=True)
    with signed_in.store.reading(MAIN_BRANCH) as view:
        assert len(view.sign_ins(9)) == 3
    assert signs(signed_in) is None
    signed_in.clock.forward(days=400)
    signed_in.look_after(forget=True)
    with signed_in.store.reading(MAIN_BRANCH) as view:
        assert len(view.sign_ins(9)) == 1, (
            "the last one is kept, for the next to be linked to"
        )
    assert signs(signed_in) is None
    sign_in(signed_in, "10.0.0.78")
    assert signs(signed_in) is None


def test_changes_that_are_cut_off_under_a_running_server_are_told_for_good(
    branch: BranchInTime,
) -> None:
    manager = branch.device("manager")
    for most in (20, 30):
        branch.do(SetQueue(slug="parking", settings={"max_waiting": most}))
    cut = manager.get("/changes").json["changes"][0]["change"]
    Forger(branch.directory).sql(f"DELETE FROM audit WHERE seq = {cut}")
    for most in (40, 50):
        branch.do(SetQueue(slug="parking", settings={"max_waiting": most}))
        assert manager.get("/changes").json["audit"]["altered_from"] == cut
    with branch.stopped():
        pass
    branch.do(SetQueue(slug="parking", settings={"max_waiting": 60}))
    assert manager.get("/changes").json["audit"]["altered_from"] == cut
