"""A branch kept twice, on paper and by the engine: how acts are done to both, and what is compared."""

from collections.abc import Callable
from contextlib import ExitStack
from copy import deepcopy
from datetime import UTC, datetime, time, timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    rule,
)

from server.domain.branch import BranchSettings, Desk, Policy
from server.domain.refusals import Refusal
from server.domain.room import Room
from server.domain.state import BranchState
from server.domain.ticket import TicketState
from server.store.check import check
from server.store.load import load
from server.usecases.close_day import close_day
from tests.engine.branch import KIOSK, MORNING, Plan, Seat, opened
from tests.engine.figures import prove_figures
from tests.engine.managers import Managers
from tests.engine.model import Altered, Chair, No, Settings, Slip, Thing
from tests.engine.watching import Watching

Which = tuple[int, bool]
"""Which one of several, and whether rather one for which the move is legal."""

QUEUES = ("parking", "passports", "permits")
PLAN = Plan(
    queues=(
        ("parking", ()),
        ("passports", (("max_waiting", 4),)),
        ("permits", (("daily_cap", 6),)),
    ),
    seats=(
        Seat(1, ("parking", "passports", "permits")),
        Seat(2, ("passports", "parking"), Policy.STRICT),
        Seat(3, ("parking", "permits"), Policy.RATIO, (2, 1)),
        Seat(4, ("permits",)),
    ),
    people=("Ana", "Boris", "Chen"),
    kiosks=("Door",),
    settings=BranchSettings(time_zone="UTC", priorities={"elder": 15}),
)
AT_DESK = ("called", "serving")

# Where a move is legal it is tried most of the time, but any slip at all now and then.
slips = st.tuples(st.integers(0, 40), st.sampled_from([True, True, True, True, False]))
desks = st.tuples(st.integers(0, 3), st.sampled_from([True, True, True, True, False]))
gaps = st.sampled_from([0.0, 0.5, 1.0, 3.0, 6.0, 11.0, 29.0, 90.0, 700.0])
queues = st.sampled_from(QUEUES)


class TwoBooks(RuleBasedStateMachine):
    """Every act is done twice, on paper and by the use cases on a database, and has to come to the same."""

    def __init__(self) -> None:
        super().__init__()
        self._exit = ExitStack()
        self.branch = self._exit.enter_context(opened(PLAN))
        with self.branch.reading() as view:
            rows = view.branch.seq
            queues = view.queues()
            (self.kiosk,) = load(view).devices
        self.watching = Watching(self.branch)
        self.steps = 0
        self.changes: dict[int, Altered] = {}
        """What each change of the set-up found, by the number of its first row."""
        self.room = Managers(
            chairs={
                seat.number: Chair(
                    number=seat.number,
                    queues=seat.queues,
                    policy=seat.policy.value,
                    weights=seat.weights,
                )
                for seat in PLAN.seats
            },
            letters={queue.slug: queue.letter for queue in queues},
            places={queue.slug: queue.ordinal for queue in queues},
            day=MORNING.date(),
            most={"passports": 4},
            cap={"permits": 6},
            head_starts={"elder": timedelta(minutes=15)},
            rows=rows,
        )

    def teardown(self) -> None:
        """Rebuild every table from the journal: it has to give the same rows."""
        self.watching.close()
        with self._exit, self.branch.reading() as view:
            checked = check(view, self.branch.store.tokens)
            assert checked.differences == []
            assert checked.rows == self.room.rows
            prove_figures(view)

    # --- doing and comparing ----------------------------------------------------------------

    def act(
        self,
        on_paper: Callable[[Managers], Any],
        use_case: Callable[..., Any],
        command: Any,
        device: int = KIOSK,
        manager: str | None = None,
    ) -> None:
        """Do it both ways; both refuse for the same reason, and then nothing changed, or neither does."""
        trial = deepcopy(self.room)
        trial.now = self.branch.clock()
        trial.request += 1
        trial.manager = manager
        trial.was_set_up = trial.set_up()
        says = {"rules": "", "engine": ""}
        try:
            on_paper(trial)
        except No as no:
            says["rules"] = str(no)
        try:
            self.branch.do(use_case, command, device, manager)
        except Refusal as refusal:
            says["engine"] = type(refusal).__name__
        assert says["engine"] == says["rules"]
        if not says["rules"]:
            altered = trial.altered()
            if altered:
                self.changes[self.room.rows + 1] = altered
            self.room = trial

    def pick(self, which: Which, *states: str) -> Slip:
        """Return one of the slips, rather one in these states."""
        index, legal = which
        found = (self.room.slips_in(states) if legal else []) or list(
            self.room.slips.values()
        )
        return found[-1 - index % len(found)]

    def manned(self, which: Which) -> int:
        """Return one of the desks, rather one where somebody sits."""
        index, legal = which
        chairs = self.room.chairs.values()
        found = [chair.number for chair in chairs if chair.who or not legal]
        return found[index % len(found)] if found else 1 + index

    def desk_of(self, slip: Slip, desk: Which) -> int:
        """Return the slip's own desk, rather than any other."""
        return slip.desk if slip.desk and desk[1] else self.manned(desk)

    def today(self) -> Any:
        """Return the business day by the paper calendar: a day starts at four."""
        return (self.branch.clock() - timedelta(hours=4)).date()

    # --- time -----------------------------------------------------------------------------------

    @rule(seconds=gaps)
    def time_passes(self, seconds: float) -> None:
        self.branch.clock.turn(seconds)

    @rule(housekeeping=st.booleans(), late=st.sampled_from([-2, 3, 7200]))
    def night_falls(self, housekeeping: bool, late: int) -> None:
        now = self.branch.clock()
        four = datetime.combine(now.date(), time(4), tzinfo=UTC)
        next_four = four if now < four else four + timedelta(days=1)
        self.branch.clock.now = max(now, next_four + timedelta(seconds=late))
        if housekeeping:
            self.act(
                lambda room: room.close_day(self.today()),
                lambda session, _: close_day(session),
                None,
            )

    # --- what always holds ------------------------------------------------------------------------

    @invariant()
    def everybody_sees_the_same(self) -> None:
        self.steps += 1
        self.watching.check(self.steps)

    @invariant()
    def nobody_is_lost(self) -> None:
        """Whoever waits can be called next by some desk that is there, or is told as stranded; no label is there twice."""
        with self.branch.reading() as view:
            state = load(view)
            labels = [(ticket.day, ticket.label) for ticket in view.all_tickets()]
        lost = {ticket.id for ticket in state.stranded()}
        for ticket in state.room.tickets():
            alone = Room([ticket])
            calls = any(alone.heads(desk) for desk in state.desks())
            waits = ticket.state is TicketState.WAITING
            assert (ticket.id in lost) == (waits and not calls), ticket
            assert state.has_queue(ticket.queue), ticket
            # Only there is it listed who was put aside, and only from there can they go on who are served.
            assert ticket.desk is None or state.desk(ticket.desk)
        assert len(labels) == len(set(labels)), "a label was given twice"

    @invariant()
    def the_database_is_as_on_paper(self) -> None:
        with self.branch.reading() as view:
            assert view.branch.seq == self.room.rows
            assert view.branch.day == self.room.day
            tickets = {ticket.id: ticket for ticket in view.all_tickets()}
            chairs = {desk.number: desk for desk in view.every_desk()}
            waiting = view.waiting()
            lines = {
                queue: sorted(
                    (
                        t
                        for t in tickets.values()
                        if (t.queue, t.state) == (queue, "waiting")
                    ),
                    key=lambda ticket: ticket.position,
                )
                for queue in QUEUES
            }
            for queue in QUEUES:
                paper = [slip.id for slip in self.room.line(queue)]
                assert [ticket.id for ticket in lines[queue]] == paper
                assert waiting.get(queue, 0) == self.room.counted(queue)
                places = [view.place_of(t) for t in lines[queue]]
                assert places == self.places(queue)
        assert tickets.keys() == self.room.slips.keys()
        for id, slip in self.room.slips.items():
            ticket = tickets[id]
            assert (
                ticket.label,
                ticket.queue,
                ticket.day,
                ticket.state,
                ticket.desk,
                ticket.for_desk,
                ticket.calls,
                ticket.postponed,
                ticket.note,
                ticket.on_my_way_at is not None,
                ticket.ended_at,
            ) == (
                slip.label,
                slip.queue,
                slip.day,
                slip.state,
                slip.desk,
                slip.only,
                slip.calls,
                slip.postponed,
                slip.note,
                slip.coming,
                slip.ended,
            )
            if ticket.state == "done":
                assert ticket.ended_at is not None
                assert (
                    ticket.waited + ticket.served == ticket.ended_at - ticket.taken_at
                )
        for number, chair in self.room.chairs.items():
            desk = chairs[number]
            state = (
                "closed" if chair.who is None else "paused" if chair.rests else "open"
            )
            assert (
                desk.servicer,
                desk.state,
                desk.stored_since,
                desk.help_since is not None,
                helper_of(desk),
                desk.turns,
                desk.since,
            ) == (
                chair.who,
                state,
                chair.ready,
                chair.help,
                chair.helper,
                chair.round,
                chair.since,
            )

    @invariant()
    def it_is_set_up_as_on_paper(self) -> None:
        with self.branch.reading() as view:
            state = load(view)
        assert set_up_of(state) == self.room.set_up()
        today, call = self.room.today, state.today.staff_call
        called = None if call is None else (call.by, call.reason)
        test = state.today.test
        assert called == today.staff_call
        assert (test and test.until) == today.test
        help = state.help.get(self.kiosk)
        assert (help is not None) == self.room.kiosk_asks
        if help is not None:
            assert (help.manager or help.desk) == self.room.kiosk_helper

    def places(self, queue: str) -> list[tuple[int, int]]:
        """Return how many customers are before and behind each who waits; tests count for nobody."""
        line = self.room.line(queue)
        return [
            (
                sum(not slip.is_test for slip in line[:at]),
                sum(not slip.is_test for slip in line[at + 1 :]),
            )
            for at in range(len(line))
        ]


def helper_of(desk: Desk) -> Any:
    """Return who comes to help, as the paper has it."""
    helper = desk.helper
    if helper is None or helper.desk is None:
        return helper and helper.name
    return helper.name, helper.desk


def set_up_of(state: BranchState) -> dict[Thing, Settings]:
    """Return how the branch is set up, as the paper has it."""
    (kiosk,) = state.devices
    switched = state.today.kiosks.get(kiosk)
    things: dict[Thing, Settings] = {
        ("kiosk", None): {"by hand": switched and switched.until}
    }
    for queue in state.queues():
        settings, switch = queue.settings, state.today.queues.get(queue.slug)
        things["queue", queue.slug] = {
            "letter": queue.letter,
            "place": queue.ordinal,
            "most": settings.max_waiting,
            "cap": settings.daily_cap,
            "first": settings.first_number,
            "digits": settings.digits,
            "by hand": switch and (switch.to.value, switch.until),
        }
    for desk in state.desks():
        things["desk", desk.number] = {
            "queues": desk.queues,
            "policy": desk.policy.value,
            "weights": desk.weights,
            "lent": desk.lent,
        }
    if state.message is not None:
        things["message", None] = {}
    return things
