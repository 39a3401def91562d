"""A scripted day in which everything happens once: whoever went at any moment of it, and comes back, knows what all know."""

from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest

from server.domain.branch import BranchSettings, Policy
from server.domain.events import Actor
from server.usecases.ask_help import AskHelp, ask_help
from server.usecases.call_next import CallNext, CallTicket, call_next, call_ticket
from server.usecases.call_staff import CallStaff, call_staff, end_staff_call
from server.usecases.cancel import cancel
from server.usecases.desk_help import come_to_desk, end_desk_help
from server.usecases.finish import finish
from server.usecases.hold import Hold, hold
from server.usecases.kiosk_help import (
    CallForHelp,
    call_for_help,
    come_to_help,
    end_help,
)
from server.usecases.leave import leave
from server.usecases.lend_queue import (
    LendQueue,
    TakeQueueBack,
    lend_queue,
    take_queue_back,
)
from server.usecases.no_show import no_show
from server.usecases.note import Note, note
from server.usecases.on_my_way import on_my_way
from server.usecases.pause import Pause, open_again, pause
from server.usecases.postpone import Postpone, postpone
from server.usecases.prioritise import Prioritise, prioritise
from server.usecases.recall import recall
from server.usecases.rejoin import rejoin
from server.usecases.resume import resume
from server.usecases.return_to_queue import return_to_queue
from server.usecases.setup import AddDesk, AddQueue, RemoveQueue, SetBranch, SetQueue
from server.usecases.setup.message import SayToAll, say_to_all
from server.usecases.sign_out import sign_out
from server.usecases.start import start
from server.usecases.switch_kiosk import CloseKiosk, OpenKiosk, close_kiosk, open_kiosk
from server.usecases.switch_queue import (
    CloseQueue,
    LetHoursSay,
    close_queue,
    let_hours_say,
)
from server.usecases.take_back import TakeBack, take_back
from server.usecases.take_number import TakeNumber, take_number
from server.usecases.transfer import Transfer, transfer
from server.usecases.trial import (
    AwaitTestNumber,
    TakeTestNumber,
    await_test_number,
    end_test,
    take_test_number,
)
from server.usecases.undo import undo
from server.usecases.walk_in import WalkIn, walk_in
from tests.engine.branch import KIOSK, Branch, Plan, Seat, opened
from tests.engine.watching import Watching

PLAN = Plan(
    queues=(("parking", ()), ("passports", ())),
    seats=(
        Seat(1, ("parking", "passports")),
        Seat(2, ("passports", "parking"), Policy.RATIO, (2, 1)),
        Seat(3, ("parking",)),
    ),
    people=("Ana", "Boris"),
    kiosks=("Entrance",),
    settings=BranchSettings(time_zone="UTC", priorities={"elder": 15}),
)


class Day:
    """Acts that take a second each."""

    def __init__(self, branch: Branch) -> None:
        self._branch = branch

    def do(self, use_case: Any, command: Any, desk: int | None = None) -> Any:
        self._branch.clock.turn(1)
        if desk is None:
            return self._branch.do(use_case, command)
        return self._branch.do(use_case, command, desk)

    def take(self, queue: str = "parking") -> int:
        return int(self.do(take_number, TakeNumber(queue=queue)).id)

    def call(self, desk: int, *, store: bool | None = None) -> int:
        called = self.do(call_next, CallNext(finish=True, store=store), desk)
        return 0 if called is None else int(called.id)

    def morning(self) -> None:
        """A call that is undone, a recall that is undone, somebody who misses and comes after all."""
        tickets = [self.take(queue) for queue in ("parking", "passports") * 4]
        self.call(1)
        self.do(undo, 1, 1)
        first, second = self.call(1), self.call(2)
        self._branch.clock.turn(6)
        self.do(recall, first, 1)
        self.do(undo, 1, 1)
        self.do(on_my_way, second)
        self.do(start, second, 2)
        self.do(ask_help, AskHelp(desk=2), 2)
        self.do(ask_help, AskHelp(desk=2, wanted=False), 2)
        self.do(no_show, first, 1)
        self.do(rejoin, first)
        self.do(note, Note(ticket=tickets[3], text="form 7"), 1)

    def noon(self) -> None:
        """Customers sent about, put aside, taken up, gone and back; desks that rest and call for help."""
        here = self.call(1)
        self.do(hold, Hold(ticket=here, reason="photo"), 1)
        self.do(resume, here, 1)
        self.do(transfer, Transfer(ticket=here, queue="passports", to_end=True), 1)
        there = self.call(2)
        self.do(transfer, Transfer(ticket=there, desk=1), 2)
        waiting = self.take()
        self.do(leave, waiting)
        self.do(return_to_queue, waiting)
        self.take()
        self.do(postpone, Postpone(ticket=waiting, behind=1))
        self.do(call_ticket, CallTicket(ticket=waiting), 2)
        self.do(cancel, waiting, 2)
        self.do(pause, Pause(desk=2, reason="lunch"), 2)
        self.do(ask_help, AskHelp(desk=2), 2)
        self.do(open_again, 2, 2)
        walked_in = self.do(walk_in, WalkIn(take=TakeNumber(queue="parking")), 1)
        self.do(finish, walked_in.id, 1)

    def manage(self, use_case: Any, *command: Any) -> Any:
        """Let a manager do it."""
        self._branch.clock.turn(1)
        by = Actor(manager="Dora")
        return self._branch.unit(lambda session: use_case(session, *command), by)

    def a_managers_hour(self) -> None:
        """Help is called for and comes, in more than one way; queues and a kiosk close; a ticket is moved from the line."""
        for helper in (partial(self.manage, come_to_help), self._boris_comes):
            self.do(call_for_help, CallForHelp(kiosk=KIOSK, language="de"))
            helper(KIOSK)
            self.manage(end_help, KIOSK)
        self.do(call_for_help, CallForHelp(kiosk=KIOSK))
        self.do(call_for_help, CallForHelp(kiosk=KIOSK, wanted=False))
        self.do(ask_help, AskHelp(desk=1), 1)
        self.manage(come_to_desk, 1)
        self.manage(end_desk_help, 1)
        self.manage(call_staff, CallStaff(reason="full"))
        self.manage(end_staff_call)
        self.manage(close_queue, CloseQueue(slug="passports"))
        self.manage(let_hours_say, LetHoursSay(slug="passports"))
        self.manage(lend_queue, LendQueue(desk=3, queue="passports"))
        self.manage(take_queue_back, TakeQueueBack(desk=3, queue="passports"))
        self.manage(say_to_all, SayToAll(texts={"en": "We are late."}))
        self.manage(say_to_all, SayToAll(texts={}))
        with self._branch.reading() as view:
            (kiosk,) = (each.id for each in view.devices())
        self.manage(close_kiosk, CloseKiosk(device=kiosk))
        self.manage(open_kiosk, OpenKiosk(device=kiosk))
        ticket = self.take()
        self.manage(
            prioritise, Prioritise(ticket=ticket, priority="elder", role="manager")
        )
        self.manage(transfer, Transfer(ticket=ticket, queue="passports", to_end=True))
        self.manage(take_back, TakeBack(ticket=ticket))
        self.manage(
            end_test, self.manage(take_test_number, TakeTestNumber(queue="parking")).id
        )
        self.manage(await_test_number, AwaitTestNumber())
        test = self.do(take_number, TakeNumber(queue="passports", role="kiosk"), kiosk)
        self.manage(end_test, test.id)

    def _boris_comes(self, kiosk: int) -> None:
        self.do(come_to_help, kiosk, 2)

    def afternoon(self) -> None:
        """All are served; a desk stands ready for the next; the branch is set up anew meanwhile."""
        self._branch.set_up(SetQueue(slug="parking", names={"de": "Parken"}))
        while self.call(1) or self.call(2):
            pass
        self.call(1, store=True)
        self._branch.set_up(AddQueue(slug="tax", names={"en": "Tax"}))
        self._branch.set_up(AddDesk(number=9, queues=("tax",)))
        self.take("passports")
        self.take("passports")
        self._branch.set_up(RemoveQueue(slug="tax"))
        self._branch.set_up(SetBranch(settings={"name": "Town hall"}))
        while self.call(2):
            pass
        self.do(sign_out, 2, 2)


@pytest.fixture
def branch() -> Iterator[Branch]:
    with opened(PLAN) as branch:
        branch.sign_in(1, "Ana")
        branch.sign_in(2, "Boris")
        yield branch


@pytest.mark.slow
def test_whoever_comes_back_knows_the_same_whenever_they_went(branch: Branch) -> None:
    watching = Watching(branch)
    day = Day(branch)
    for part in (day.morning, day.noon, day.a_managers_hour, day.afternoon):
        part()
        watching.check(1)
    watching.check_all_who_went()
    watching.close()
