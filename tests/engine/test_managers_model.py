"""The whole engine does what the paper model does, managers among the desks and customers: by hand, from the line, with what was changed."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    precondition,
    rule,
    run_state_machine_as_test,
)

from server.usecases.call_staff import CallStaff, call_staff, end_staff_call
from server.usecases.cancel import cancel
from server.usecases.desk_help import come_to_desk, end_desk_help
from server.usecases.kiosk_help import (
    come_to_help,
    end_help,
)
from server.usecases.lend_queue import (
    LendQueue,
    TakeQueueBack,
    lend_queue,
    take_queue_back,
)
from server.usecases.prioritise import Prioritise, prioritise
from server.usecases.setup.order import MoveQueue, move_queue
from server.usecases.setup.put_back import PutBack, put_back
from server.usecases.switch_kiosk import (
    CloseKiosk,
    OpenKiosk,
    close_kiosk,
    open_kiosk,
)
from server.usecases.switch_queue import (
    CloseQueue,
    LetHoursSay,
    OpenQueue,
    close_queue,
    let_hours_say,
    open_queue,
)
from server.usecases.take_back import TakeBack, take_back
from server.usecases.transfer import Transfer, transfer
from server.usecases.trial import (
    AwaitTestNumber,
    TakeTestNumber,
    await_test_number,
    end_test,
    take_test_number,
)
from tests.engine.machine import (
    Which,
    desks,
    queues,
    slips,
)
from tests.engine.managers import Managers
from tests.engine.test_model import Engine

MANAGERS = ("Dora", "Emil")
managers = st.sampled_from(MANAGERS)
helpers = st.none() | desks
"""Who helps: somebody from a desk, or a manager where it is none."""


class WithManagers(Engine):
    """Whatever managers may do as well, from the line, by hand until the day ends, and with what was changed."""

    @rule(
        queue=queues,
        to=st.sampled_from(["closed", "open", "usual"]),
        minutes=st.sampled_from([None, None, 1, 10, 1440]),
    )
    def switch_queue(self, queue: str, to: str, minutes: int | None) -> None:
        until = self.in_minutes(minutes)
        if to == "usual":
            command = LetHoursSay(slug=queue)
            return self.manage(
                lambda room: room.let_hours_say(queue), let_hours_say, command
            )
        takes, use_case = (
            (CloseQueue, close_queue) if to == "closed" else (OpenQueue, open_queue)
        )
        return self.manage(
            lambda room: room.switch_queue(queue, to, until, self.today()),
            use_case,
            takes(slug=queue, until=until),
        )

    @rule(closed=st.booleans(), minutes=st.sampled_from([None, 1, 1440]))
    def switch_kiosk(self, closed: bool, minutes: int | None) -> None:
        until = self.in_minutes(minutes)
        if closed:
            self.manage(
                lambda room: room.close_kiosk(until, self.today()),
                close_kiosk,
                CloseKiosk(device=self.kiosk, until=until),
            )
        else:
            self.manage(
                lambda room: room.open_kiosk(), open_kiosk, OpenKiosk(device=self.kiosk)
            )

    def in_minutes(self, minutes: int | None) -> datetime | None:
        if minutes is None:
            return None
        return self.branch.clock() + timedelta(minutes=minutes)

    @rule(desk=st.integers(1, 4), queue=queues)
    def lend(self, desk: int, queue: str) -> None:
        self.manage(
            lambda room: room.lend(desk, queue, self.today()),
            lend_queue,
            LendQueue(desk=desk, queue=queue),
        )

    @precondition(lambda self: any(c.lent for c in self.room.chairs.values()))
    @rule(desk=st.integers(1, 4), queue=queues)
    def end_loan(self, desk: int, queue: str) -> None:
        command = TakeQueueBack(desk=desk, queue=queue)
        self.manage(lambda room: room.end_loan(desk, queue), take_queue_back, command)

    # --- help ---------------------------------------------------------------------------------

    @rule(reason=st.sampled_from([None, "The coach is here."]), who=managers)
    def call_staff(self, reason: str | None, who: str) -> None:
        self.manage(
            lambda room: room.call_staff(reason, self.today()),
            call_staff,
            CallStaff(reason=reason),
            who,
        )

    @rule(who=helpers)
    def end_staff_call(self, who: Which | None) -> None:
        desk = self.helper(who)
        self.help(
            lambda room: room.end_staff_call(desk),
            lambda session, _: end_staff_call(session),
            None,
            desk,
        )

    @precondition(lambda self: self.room.kiosk_asks)
    @rule(who=helpers, came=st.booleans())
    def help_at_the_kiosk(self, who: Which | None, came: bool) -> None:
        desk = self.helper(who)
        self.help(
            lambda room: room.help_at_the_kiosk(desk, came=came),
            end_help if came else come_to_help,
            self.kiosk,
            desk,
        )

    @precondition(lambda self: any(c.help for c in self.room.chairs.values()))
    @rule(asking=st.integers(1, 4), who=helpers, came=st.booleans())
    def help_at_a_desk(self, asking: int, who: Which | None, came: bool) -> None:
        desk = self.helper(who)
        self.help(
            lambda room: room.help_at(asking, desk, came=came),
            end_desk_help if came else come_to_desk,
            asking,
            desk,
        )

    def helper(self, who: Which | None) -> int | None:
        return None if who is None else self.manned(who)

    def help(
        self, on_paper: Any, use_case: Any, command: Any, desk: int | None
    ) -> None:
        if desk is None:
            self.manage(on_paper, use_case, command)
        else:
            self.act(on_paper, use_case, command, desk)

    # --- tickets ------------------------------------------------------------------------------

    @precondition(lambda self: self.room.slips)
    @rule(which=slips, who=managers)
    def cancel_from_the_line(self, which: Which, who: str) -> None:
        slip = self.pick(which, "waiting", "called", "held")
        self.manage(
            lambda room: room.cancel(None, room.slips[slip.id]), cancel, slip.id, who
        )

    @precondition(lambda self: self.room.slips)
    @rule(
        which=slips,
        queue=st.none() | queues,
        to=st.none() | st.integers(1, 4),
        to_end=st.booleans(),
    )
    def transfer_from_the_line(
        self, which: Which, queue: str | None, to: int | None, to_end: bool
    ) -> None:
        slip = self.pick(which, "waiting", "called", "serving", "held")

        def on_paper(room: Managers) -> None:
            room.transfer(None, room.slips[slip.id], queue, to, to_end=to_end)

        command = Transfer(ticket=slip.id, queue=queue, desk=to, to_end=to_end)
        self.manage(on_paper, transfer, command)

    @precondition(lambda self: self.room.slips_in(["waiting"]))
    @rule(which=slips, priority=st.sampled_from(["elder", None, "vip"]), who=managers)
    def prioritise_from_the_line(
        self, which: Which, priority: str | None, who: str
    ) -> None:
        slip = self.pick(which, "waiting")
        self.manage(
            lambda room: room.prioritise(None, room.slips[slip.id], priority),
            prioritise,
            Prioritise(ticket=slip.id, priority=priority, role="manager"),
            who,
        )

    @precondition(lambda self: self.room.moved)
    @rule(which=slips, who=managers)
    def take_back(self, which: Which, who: str) -> None:
        index, moved = which
        slip = self.pick(which)
        if moved:
            known = list(self.room.moved)
            slip = self.room.slips[known[-1 - index % min(2, len(known))]]
            who = self.room.moved[slip.id].who
        self.manage(
            lambda room: room.take_back(room.slips[slip.id]),
            take_back,
            TakeBack(ticket=slip.id),
            who,
        )

    # --- tests --------------------------------------------------------------------------------

    @rule(queue=queues)
    def take_test(self, queue: str) -> None:
        self.manage(
            lambda room: room.take_test(queue, self.today()),
            take_test_number,
            TakeTestNumber(queue=queue),
        )

    @rule(here=st.booleans(), queue=queues, priority=st.sampled_from([None, "vip"]))
    def await_test(self, here: bool, queue: str, priority: str | None) -> None:
        self.manage(
            lambda room: room.await_test(self.today()),
            await_test_number,
            AwaitTestNumber(device=self.kiosk if here else None),
        )
        self.take(queue, priority, False)

    @precondition(lambda self: self.room.today.tests)
    @rule(which=slips)
    def end_test(self, which: Which) -> None:
        tests = [slip for slip in self.room.slips.values() if slip.is_test]
        slip = tests[which[0] % len(tests)] if which[1] and tests else self.pick(which)
        self.manage(lambda room: room.end_test(room.slips[slip.id]), end_test, slip.id)

    # --- the set-up ---------------------------------------------------------------------------

    @rule(queue=queues, by=st.sampled_from([-1, 1]))
    def move_queue(self, queue: str, by: int) -> None:
        command = MoveQueue(slug=queue, up=by < 0)
        self.manage(lambda room: room.move_queue(queue, by), move_queue, command)

    @rule(back=st.integers(0, 5), known=st.sampled_from([True, True, True, False]))
    def put_back(self, back: int, known: bool) -> None:
        numbers = list(self.changes) if known else []
        none = self.room.rows + 1 + back
        number = numbers[-1 - back % len(numbers)] if numbers else none
        command = PutBack(change=number)
        altered = self.changes.get(number)
        self.manage(lambda room: room.put_back(altered), put_back, command)

    def manage(
        self, on_paper: Any, use_case: Any, command: Any, who: str = MANAGERS[0]
    ) -> None:
        """Let a manager do it; what they did with a ticket is a change that is never put back."""
        rows = self.room.rows
        self.act(on_paper, use_case, command, manager=who)
        if use_case in _WITH_TICKETS and self.room.rows > rows:
            self.changes[rows + 1] = {}


_WITH_TICKETS = (cancel, transfer, prioritise, take_back, take_test_number, end_test)  # fmt: skip


@pytest.mark.slow
def test_the_engine_does_what_the_rules_say_of_managers() -> None:
    run_state_machine_as_test(
        WithManagers, settings=settings(stateful_step_count=40, deadline=None)
    )
