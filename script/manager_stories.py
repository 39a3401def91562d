"""The branch of somebody who waited long, was overtaken, and asks why."""

from datetime import timedelta

from script.manager_branches import set_up
from script.manager_made_up import MANAGER, NOW, MadeUp
from server.domain.branch import Policy
from server.domain.promise import Promise
from server.domain.ticket import PrintState
from server.forecast.outlook import UNKNOWN, Outlook
from server.usecases.call_next import CallNext, CallTicket, call_next, call_ticket
from server.usecases.finish import finish
from server.usecases.note import Note, note
from server.usecases.note_print import NotePrint, note_print
from server.usecases.on_my_way import on_my_way
from server.usecases.pause import Pause, open_again, pause
from server.usecases.rate import Rate, rate
from server.usecases.setup import SetBranch, SetDesk
from server.usecases.start import start
from server.usecases.take_number import TakeNumber, take_number


def overtaken(branch: MadeUp) -> None:
    """Three who came later were called before somebody for whom only one desk was there for a while."""
    set_up(branch)
    words = {"en": "Needs a seat", "de": "Braucht einen Sitzplatz", "ar": "يحتاج إلى مقعد"}  # fmt: skip
    settings = {"priorities": {"seat": 10}, "priority_names": {"seat": words}}
    branch.at(120).do(SetBranch(settings=settings), by=MANAGER)
    queues = ("parking", "registration")
    branch.do(SetDesk(number=6, queues=queues, policy=Policy.RATIO, weights=(2, 1)))
    branch.sit(1, 100)
    branch.sit(6, 100)
    for minutes in (50, 49.5, 49, 48.5, 48, 47.5):
        branch.take("parking", minutes)
    at_desk = branch.serve(1, 47)
    branch.serve(6, 46.8)
    told = Outlook(newcomers={"parking": Promise(720, 840, 1020)})
    branch.store.outlook = lambda branch_id: told
    mine = branch.take("parking", 44)
    branch.store.outlook = lambda branch_id: UNKNOWN
    printed = NotePrint(ticket=mine, outcome=PrintState.PRINTED)
    branch.by("Entrance", lambda session: note_print(session, printed))
    branch.at(42).by("Desk 1", lambda session: finish(session, at_desk))
    away = Pause(desk=1, reason="Break")
    branch.by("Desk 1", lambda session: pause(session, away))
    _next(branch, 6, 38)
    branch.take("registration", 36)
    seat = TakeNumber(queue="parking", role="console", priority="seat")
    branch.at(35).by("Desk 6", lambda session: take_number(session, seat))
    back = branch.take("parking", 34)
    written = Note(ticket=back, text="came back with the missing form")
    branch.by("Desk 6", lambda session: note(session, written))
    picked = CallTicket(ticket=back, finish=True)
    branch.at(31).by("Desk 6", lambda session: call_ticket(session, picked))
    for minutes in (28, 25):
        _next(branch, 6, minutes)
    branch.at(24).by("Desk 1", lambda session: open_again(session, 1))
    for desk, minutes in ((1, 23.5), (6, 21), (1, 19), (6, 18), (1, 16)):
        with branch.store.reading(1) as view:
            if view.ticket(mine).called_at is None:
                _next(branch, desk, minutes)
    with branch.store.reading(1) as view:
        ticket = view.ticket(mine)
    at = f"Desk {ticket.desk}"
    branch.at(15.5).by("Desk 1", lambda session: on_my_way(session, mine))
    branch.at(15).by(at, lambda session: start(session, mine))
    branch.at(8).by(at, lambda session: finish(session, mine))
    branch.at(6).by("Desk 1", lambda session: rate(session, Rate(ticket=mine, score=2)))
    branch.known |= {"label": ticket.label, "day": ticket.day.isoformat()}
    branch.at(0)


def overtaken_long_ago(branch: MadeUp) -> None:
    """The same, forty days later."""
    overtaken(branch)
    branch.clock.now = NOW + timedelta(days=40)


def _next(branch: MadeUp, desk: int, minutes: float) -> None:
    """Let a desk finish whom it serves, and call whoever is next."""
    command = CallNext(finish=True)
    branch.at(minutes).by(f"Desk {desk}", lambda session: call_next(session, command))
