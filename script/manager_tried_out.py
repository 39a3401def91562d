"""The branches of what somebody tries out: a test number on its way, changes with their way back, what was just done."""

import sqlite3
from contextlib import closing
from pathlib import Path

from script.manager_branches import busy, quiet, set_up
from script.manager_made_up import CAREFUL, MANAGER, VIEWER, MadeUp
from server.domain.ticket import PrintState
from server.serve.acts import CancelTicket
from server.store.sign_ins import SignInOutcome, SignInRecord, record_sign_in
from server.store.store import MAIN_BRANCH
from server.usecases.changes import changes
from server.usecases.note_print import NotePrint, note_print
from server.usecases.setup import PutBack, RemoveDesk, SetBranch, SetQueue
from server.usecases.trial import AwaitTestNumber
from shared.wire.pairing import PaperState


def awaited(branch: MadeUp) -> None:
    """The next number that a kiosk gives is a test."""
    quiet(branch)
    branch.report("Entrance", 0, paper=PaperState.THERE)
    branch.do(AwaitTestNumber(), by=MANAGER)


def given(branch: MadeUp, outcome: PrintState = PrintState.PRINTED) -> None:
    """The kiosk gave the test number, and printed it."""
    awaited(branch)
    branch.report("Entrance", 0, paper="ok")
    ticket = branch.known["test"] = branch.take("passports", 0)
    printed = NotePrint(ticket=ticket, outcome=outcome)
    branch.by("Entrance", lambda session: note_print(session, printed))


def failed(branch: MadeUp) -> None:
    """The kiosk gave the test number, and could not print it."""
    given(branch, PrintState.FAILED)


def tried(branch: MadeUp) -> None:
    """The test number went the whole way."""
    given(branch)
    branch.app.extensions["opened_tests"].note(branch.known["test"])
    branch.call(3, 0)


def cancelled(branch: MadeUp) -> None:
    """Somebody was taken out of the line just now."""
    busy(branch)
    branch.known["ticket"] = branch.take("passports", 2)
    branch.at(0).do(CancelTicket(ticket=branch.known["ticket"]), by=MANAGER)


def changed(branch: MadeUp) -> None:
    """Two managers changed this and that; something was put back, and somebody tried to get in."""
    set_up(branch)
    branch.at(90).do(SetQueue(slug="parking", settings={"expected_minutes": 7, "join": "onsite"}), by=MANAGER)  # fmt: skip
    branch.at(80).do(SetQueue(slug="passports", names={"en": "Passports", "de": "Pässe"}), by=MANAGER)  # fmt: skip
    branch.at(70).do(SetBranch(settings={"target_minutes": 15}), by=CAREFUL)
    branch.at(60).do(RemoveDesk(number=6), by=CAREFUL)
    with branch.store.reading(MAIN_BRANCH) as view:
        removed = changes(view, most=1)[0].change
    branch.at(30).do(PutBack(change=removed), by=MANAGER)
    branch.at(10).do(SetQueue(slug="parking", settings={"expected_minutes": 9}), by=MANAGER)  # fmt: skip
    with branch.store.reading(MAIN_BRANCH) as view:
        branch.known["change"] = changes(view, most=1)[0].change
    for minutes, name, outcome in (
        (95, MANAGER, SignInOutcome.IN),
        (75, CAREFUL, SignInOutcome.WRONG_PASSWORD),
        (74, CAREFUL, SignInOutcome.RECOVERY_CODE),
        (12, "", SignInOutcome.WRONG_PASSWORD),
        (5, VIEWER, SignInOutcome.OUT),
    ):
        record = SignInRecord(at=branch.at(minutes).clock.now, account=name, outcome=outcome, address="10.0.4.12", browser="Firefox on Windows")  # fmt: skip
        branch.beside(lambda session, record=record: record_sign_in(session, record))  # fmt: skip
    branch.at(0)


def tampered(branch: MadeUp) -> None:
    """The same, and somebody altered what stands in the database."""
    changed(branch)
    path = Path(branch.app.config["DATA_DIR"]) / "queue.db"
    with closing(sqlite3.connect(path)) as database:
        database.execute(
            "UPDATE journal SET manager = 'eve' WHERE seq = ?",
            [branch.known["change"]],
        )
        database.commit()


def posters(branch: MadeUp) -> None:
    """Three queues give numbers to everybody's phone, one to whoever stands there."""
    quiet(branch)
    for slug, join in (("parking", "open"), ("passports", "open"), ("payments", "open"), ("registration", "onsite")):  # fmt: skip
        branch.do(SetQueue(slug=slug, settings={"join": join}))
