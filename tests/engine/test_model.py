"""The whole engine does, move by move, what the paper model does: refusals, order, places, counts, and the book."""

from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    initialize,
    precondition,
    rule,
    run_state_machine_as_test,
)

from server.domain.branch import Policy
from server.usecases.ask_help import AskHelp, ask_help
from server.usecases.call_next import CallNext, CallTicket, call_next, call_ticket
from server.usecases.cancel import cancel
from server.usecases.finish import finish
from server.usecases.hold import Hold, hold
from server.usecases.kiosk_help import (
    CallForHelp,
    call_for_help,
)
from server.usecases.leave import leave
from server.usecases.no_show import no_show
from server.usecases.note import Note, note
from server.usecases.on_my_way import on_my_way
from server.usecases.pause import Pause, open_again, pause
from server.usecases.postpone import Postpone, postpone
from server.usecases.prioritise import Prioritise, prioritise
from server.usecases.recall import recall
from server.usecases.rejoin import rejoin, rejoin_at_desk
from server.usecases.resume import resume
from server.usecases.return_to_queue import return_to_queue
from server.usecases.setup.desks import (
    AddDesk,
    RemoveDesk,
    SetDesk,
    add_desk,
    remove_desk,
    set_desk,
)
from server.usecases.setup.message import SayToAll, say_to_all
from server.usecases.setup.queues import (
    AddQueue,
    RemoveQueue,
    SetQueue,
    add_queue,
    remove_queue,
    set_queue,
)
from server.usecases.sign_in import SignIn, sign_in
from server.usecases.sign_out import sign_out
from server.usecases.start import start
from server.usecases.take_number import TakeNumber, take_number
from server.usecases.transfer import Transfer, transfer
from server.usecases.undo import undo
from server.usecases.walk_in import WalkIn, walk_in
from tests.engine.branch import KIOSK, Seat
from tests.engine.machine import (
    AT_DESK,
    PLAN,
    QUEUES,
    TwoBooks,
    Which,
    desks,
    queues,
    slips,
)
from tests.engine.managers import Managers

pytestmark = pytest.mark.slow

letters = st.sampled_from(["A", "B", "C", "D", "AB", "BA"])

SEATS = (
    Seat(0, ("permits", "passports"), Policy.STRICT),
    Seat(0, ("parking", "permits", "passports"), Policy.RATIO, (1, 2, 1)),
    Seat(0, ("passports",)),
)
"""What any desk may be set up for."""


class Engine(TwoBooks):
    """Whatever customers and desks may do, in any order and at any moment."""

    # --- the branch is set up anew meanwhile --------------------------------------------------

    @rule(queue=queues, letter=letters)
    def give_letter(self, queue: str, letter: str) -> None:
        command = SetQueue(slug=queue, letter=letter)
        self.act(lambda room: room.give_letter(queue, letter), set_queue, command)

    @rule(queue=queues, most=st.integers(1, 6), cap=st.integers(3, 9))
    def set_limits(self, queue: str, most: int, cap: int) -> None:
        command = SetQueue(slug=queue, settings={"max_waiting": most, "daily_cap": cap})
        self.act(lambda room: room.set_limits(queue, most, cap), set_queue, command)

    @rule(queue=queues, first=st.integers(0, 2), digits=st.integers(1, 4))
    def set_numbers(self, queue: str, first: int, digits: int) -> None:
        settings = {"first_number": first, "digits": digits}
        command = SetQueue(slug=queue, settings=settings)
        self.act(
            lambda room: room.set_numbers(queue, first, digits), set_queue, command
        )

    @rule(queue=queues, letter=letters)
    def replace_queue(self, queue: str, letter: str) -> None:
        remove = RemoveQueue(slug=queue)
        self.act(lambda room: room.remove_queue(queue), remove_queue, remove)
        self.bring_queue(queue, letter)

    @precondition(lambda self: any(self.room.slips_in(["left", "missed", "done"])))
    @rule(queue=queues)
    def remove_queue(self, queue: str) -> None:
        command = RemoveQueue(slug=queue)
        self.act(lambda room: room.remove_queue(queue), remove_queue, command)

    @precondition(lambda self: self.room.gone)
    @rule(queue=queues, letter=letters)
    def bring_queue(self, queue: str, letter: str) -> None:
        command = AddQueue(slug=queue, names={"en": queue}, letter=letter)
        self.act(lambda room: room.add_queue(queue, letter), add_queue, command)

    @rule(number=st.integers(1, 4))
    def remove_desk(self, number: int) -> None:
        command = RemoveDesk(number=number)
        self.act(lambda room: room.remove_chair(number), remove_desk, command)

    @precondition(lambda self: any(c.removed for c in self.room.chairs.values()))
    @rule(number=st.integers(1, 4), seat=st.sampled_from(SEATS))
    def bring_desk(self, number: int, seat: Seat) -> None:
        command = AddDesk(number=number, queues=seat.queues)
        self.act(lambda room: room.add_chair(number, seat.queues), add_desk, command)

    @rule(number=st.integers(1, 4), seat=st.sampled_from(SEATS))
    def set_up_desk(self, number: int, seat: Seat) -> None:
        command = SetDesk(
            number=number,
            queues=seat.queues,
            policy=seat.policy,
            weights=seat.weights,
        )

        def on_paper(room: Managers) -> None:
            policy = seat.policy.value
            room.set_up_chair(number, seat.queues, policy, seat.weights)

        self.act(on_paper, set_desk, command)

    @rule(seat=st.sampled_from(SEATS[::2]), queue=queues)
    def serve_nothing_else(self, seat: Seat, queue: str) -> None:
        for number in self.room.chairs:
            self.set_up_desk(number, seat)
        self.take(queue, None, False)

    # --- customers ----------------------------------------------------------------------------

    @rule(
        queue=queues,
        priority=st.sampled_from([None, None, None, "elder", "vip"]),
        staff=st.booleans(),
    )
    def take(self, queue: str, priority: str | None, staff: bool) -> None:
        command = TakeNumber(
            queue=queue, role="console" if staff else "kiosk", priority=priority
        )

        def on_paper(room: Managers) -> None:
            room.close_day(self.today())
            room.take(queue, priority, staff=staff)

        self.act(on_paper, take_number, command, KIOSK if staff else self.kiosk)

    @rule(queue=queues, how_many=st.integers(2, 4))
    def crowd(self, queue: str, how_many: int) -> None:
        for _ in range(how_many):
            self.take(queue, None, False)

    @precondition(lambda self: self.room.slips)
    @rule(which=slips)
    def leave(self, which: Which) -> None:
        slip = self.pick(which, "waiting", "called", "held")
        self.act(lambda room: room.leave(room.slips[slip.id]), leave, slip.id)

    @precondition(lambda self: self.room.slips_in(["left"]))
    @rule(which=slips)
    def come_back(self, which: Which) -> None:
        slip = self.pick(which, "left")
        self.act(
            lambda room: room.come_back(room.slips[slip.id]), return_to_queue, slip.id
        )

    @precondition(lambda self: self.room.slips_in(["missed"]))
    @rule(which=slips)
    def rejoin(self, which: Which) -> None:
        slip = self.pick(which, "missed")
        self.act(lambda room: room.rejoin(room.slips[slip.id]), rejoin, slip.id)

    @precondition(lambda self: self.room.slips)
    @rule(which=slips, others=st.sampled_from([1, 3, 5]))
    def postpone(self, which: Which, others: int) -> None:
        slip = self.pick(which, "waiting")
        self.act(
            lambda room: room.postpone(room.slips[slip.id], others),
            postpone,
            Postpone(ticket=slip.id, behind=others),
        )

    @precondition(lambda self: self.room.slips_in(AT_DESK))
    @rule(which=slips)
    def on_my_way(self, which: Which) -> None:
        slip = self.pick(which, "called")
        self.act(lambda room: room.on_my_way(room.slips[slip.id]), on_my_way, slip.id)

    # --- desks ----------------------------------------------------------------------------------

    @initialize(first=st.sampled_from([1, 1, 2]), crowd=st.integers(0, 6))
    def begin(self, first: int, crowd: int) -> None:
        for desk, who in enumerate(PLAN.people, start=first):
            self.sign_in(desk, who)
        for number in range(crowd):
            self.take(QUEUES[number % 3], None, False)

    def sign_in(self, desk: int, who: str) -> None:
        command = SignIn(desk=desk, servicer=who)
        self.act(lambda room: room.sign_in(desk, who), sign_in, command, desk)

    @rule(desk=st.integers(1, 4), who=st.sampled_from(PLAN.people))
    def sit_down(self, desk: int, who: str) -> None:
        self.sign_in(desk, who)

    @rule(desk=desks, what=st.sampled_from(["pause", "open", "open", "get up"]))
    def rest(self, desk: Which, what: str) -> None:
        here = self.manned(desk)
        if what == "pause":
            self.act(lambda room: room.pause(here), pause, Pause(desk=here), here)
        elif what == "open":
            self.act(lambda room: room.open(here), open_again, here, here)
        else:
            self.act(lambda room: room.sign_out(here), sign_out, here, here)

    @rule(desk=desks, done=st.booleans(), store=st.sampled_from([None, False, True]))
    def call_next(self, desk: Which, done: bool, store: bool | None) -> None:
        here = self.manned(desk)

        def on_paper(room: Managers) -> None:
            room.close_day(self.today())
            room.call_next(here, finish=done, store=store)

        self.act(on_paper, call_next, CallNext(finish=done, store=store), here)

    @precondition(lambda self: self.room.slips_in(AT_DESK))
    @rule(desk=desks)
    def done_and_next(self, desk: Which) -> None:
        self.call_next(desk, True, None)

    @rule(desk=desks)
    def wait_for_the_next(self, desk: Which) -> None:
        self.call_next(desk, True, True)

    @precondition(lambda self: self.room.slips)
    @rule(which=slips, desk=desks, done=st.booleans())
    def call_this(self, which: Which, desk: Which, done: bool) -> None:
        slip, here = self.pick(which, "waiting", "held"), self.manned(desk)

        def on_paper(room: Managers) -> None:
            room.close_day(self.today())
            room.call(here, room.slips[slip.id], finish=done)

        self.act(on_paper, call_ticket, CallTicket(ticket=slip.id, finish=done), here)

    def at_its_desk(
        self, which: Which, desk: Which, move: str, use_case: Any, *states: str
    ) -> None:
        """Make a move that belongs to the desk where the slip is."""
        slip = self.pick(which, *states)
        here = self.desk_of(slip, desk)
        command = Hold(ticket=slip.id) if use_case is hold else slip.id
        self.act(
            lambda room: getattr(room, move)(here, room.slips[slip.id]),
            use_case,
            command,
            here,
        )

    @precondition(lambda self: self.room.slips_in(AT_DESK))
    @rule(which=slips, desk=desks, after=st.sampled_from([0.0, 4.0, 6.0]))
    def recall(self, which: Which, desk: Which, after: float) -> None:
        self.branch.clock.turn(after)
        self.at_its_desk(which, desk, "recall", recall, "called")

    @precondition(lambda self: self.room.slips_in(AT_DESK))
    @rule(which=slips, desk=desks)
    def start(self, which: Which, desk: Which) -> None:
        self.at_its_desk(which, desk, "start", start, "called")

    @precondition(lambda self: self.room.slips_in(AT_DESK))
    @rule(which=slips, desk=desks)
    def finish(self, which: Which, desk: Which) -> None:
        self.at_its_desk(which, desk, "finish", finish, *AT_DESK)

    @precondition(lambda self: self.room.slips_in(AT_DESK))
    @rule(which=slips, desk=desks)
    def no_show(self, which: Which, desk: Which) -> None:
        self.at_its_desk(which, desk, "no_show", no_show, "called")

    @precondition(lambda self: self.room.slips_in(AT_DESK))
    @rule(which=slips, desk=desks)
    def hold(self, which: Which, desk: Which) -> None:
        self.at_its_desk(which, desk, "hold", hold, *AT_DESK)

    @precondition(lambda self: self.room.slips_in(["missed"]))
    @rule(which=slips, desk=desks)
    def rejoin_at_desk(self, which: Which, desk: Which) -> None:
        slip, here = self.pick(which, "missed"), self.manned(desk)
        self.act(
            lambda room: room.rejoin_at_desk(here, room.slips[slip.id]),
            rejoin_at_desk,
            slip.id,
            here,
        )

    @precondition(lambda self: self.room.slips_in(["waiting"]))
    @rule(which=slips, desk=desks, priority=st.sampled_from(["elder", None, "vip"]))
    def prioritise(self, which: Which, desk: Which, priority: str | None) -> None:
        slip, here = self.pick(which, "waiting"), self.manned(desk)
        self.act(
            lambda room: room.prioritise(here, room.slips[slip.id], priority),
            prioritise,
            Prioritise(ticket=slip.id, priority=priority, role="console"),
            here,
        )

    @rule(wanted=st.booleans())
    def ask_at_the_kiosk(self, wanted: bool) -> None:
        command = CallForHelp(kiosk=self.kiosk, wanted=wanted)
        self.act(
            lambda room: room.ask_at_the_kiosk(wanted=wanted), call_for_help, command
        )

    @rule(said=st.booleans())
    def say_to_all(self, said: bool) -> None:
        texts = {"en": "We are late."} if said else {}
        self.act(lambda room: room.say(said=said), say_to_all, SayToAll(texts=texts))

    @rule(desk=desks, queue=queues, done=st.booleans())
    def walk_in(self, desk: Which, queue: str, done: bool) -> None:
        here = self.manned(desk)
        self.act(
            lambda room: room.walk_in(here, queue, self.today(), finish=done),
            walk_in,
            WalkIn(take=TakeNumber(queue=queue, role="console"), finish=done),
            here,
        )

    @precondition(lambda self: self.room.slips_in(["held"]))
    @rule(which=slips, desk=desks)
    def resume(self, which: Which, desk: Which) -> None:
        slip, here = self.pick(which, "held"), self.manned(desk)
        self.act(
            lambda room: room.resume(here, room.slips[slip.id]), resume, slip.id, here
        )

    @precondition(lambda self: self.room.slips)
    @rule(
        which=slips,
        desk=desks,
        queue=st.none() | queues,
        to=st.none() | st.integers(1, 4),
        to_end=st.booleans(),
    )
    def transfer(
        self, which: Which, desk: Which, queue: str | None, to: int | None, to_end: bool
    ) -> None:
        slip = self.pick(which, "waiting", "called", "serving", "held")
        here = self.desk_of(slip, desk)
        self.act(
            lambda room: room.transfer(
                here, room.slips[slip.id], queue, to, to_end=to_end
            ),
            transfer,
            Transfer(ticket=slip.id, queue=queue, desk=to, to_end=to_end),
            here,
        )

    @precondition(lambda self: self.room.slips)
    @rule(which=slips, desk=desks)
    def cancel(self, which: Which, desk: Which) -> None:
        slip = self.pick(which, "waiting", "called", "held")
        here = self.desk_of(slip, desk)
        self.act(
            lambda room: room.cancel(here, room.slips[slip.id]),
            cancel,
            slip.id,
            here,
        )

    @precondition(lambda self: self.room.slips)
    @rule(which=slips, desk=desks, text=st.sampled_from(["form 7", "wheelchair"]))
    def write_note(self, which: Which, desk: Which, text: str) -> None:
        slip, here = self.pick(which), self.manned(desk)
        self.act(
            lambda room: room.write_note(here, room.slips[slip.id], text),
            note,
            Note(ticket=slip.id, text=text),
            here,
        )

    @rule(desk=desks, wanted=st.booleans())
    def ask_help(self, desk: Which, wanted: bool) -> None:
        here = self.manned(desk)
        command = AskHelp(desk=here, wanted=wanted)
        self.act(
            lambda room: room.ask_help(here, wanted=wanted), ask_help, command, here
        )

    @rule(desk=desks)
    def undo(self, desk: Which) -> None:
        here = self.manned(desk)
        self.act(lambda room: room.undo(here), undo, here, here)

    @precondition(lambda self: self.room.acts)
    @rule()
    def undo_the_latest(self) -> None:
        acts = [act for act in self.room.acts.values() if act is not None]
        if acts:
            here = max(acts, key=lambda act: act.request).chair.number
            self.act(lambda room: room.undo(here), undo, here, here)


def test_the_engine_does_what_the_rules_say() -> None:
    run_state_machine_as_test(
        Engine, settings=settings(stateful_step_count=40, deadline=None)
    )
