"""What a business day was made of, apart from who was called when: who came, how long each took, where desks were open."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from server.domain import events, numbering
from server.domain.branch import Desk, DeskState
from server.domain.state import BranchState, Change
from server.domain.ticket import AT_DESK, OPEN_STATES, Ticket, TicketState
from server.forecast.work import Work, is_waiting, seconds

_LONGEST_GAP_S = 900.0
"""A desk that calls nobody for longer, while somebody waits, has stopped for other reasons than to breathe."""

AT_ONCE = "0"
"""The position of whoever goes to a desk without waiting: it calls them before all others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stint:
    """One wait and what came of it: `lag_s` after the one before, or after the day began, a customer begins to wait.

    They stand at `position`; `keeps_place` says that it is theirs whenever they come, else they stand so many seconds before the moment at which
    they begin to wait. Who gave up has waited `patience_s`, whoever was called kept the desk for `work_s`, None where nobody knows.
    """

    queue: str
    lag_s: float
    position: str
    keeps_place: bool = True
    head_start_s: float = 0
    for_desk: int | None = None
    patience_s: float | None = None
    work_s: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Customer:
    """Somebody who came: their waits, how long it really was until the first call, None where nobody called them, and whether they are served when they are called.

    Whoever was called and did not come does not come in a play either; of whom nobody called it is taken that they would have.
    """

    id: int
    stints: Sequence[Stint]
    waited_s: float | None
    comes: bool = True

    @property
    def queue(self) -> str:
        """For what they came."""
        return self.stints[0].queue


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """A stretch in which a desk was open, set up so; for `overran_s` after it, it still had its last customer."""

    desk: Desk
    since_s: float
    until_s: float
    overran_s: float = 0


class Cause(StrEnum):
    """What let a desk call: it opened, it was done with a customer, or somebody began to wait."""

    OPENED = "opened"
    PARTED = "parted"
    CAME = "came"


@dataclass(frozen=True, slots=True)
class Gap:
    """How long a desk took for a call from when it could, and what let it."""

    desk: int
    cause: Cause
    lasted_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class DayFacts:
    """A day: seconds are from `begins` on; `gaps` are of all calls, while somebody waited."""

    begins: datetime
    customers: Sequence[Customer] = ()
    sittings: Sequence[Sitting] = ()
    gaps: Sequence[Gap] = ()

    @property
    def desks(self) -> list[int]:
        """The desks at which somebody sat, by number."""
        return sorted({each.desk.number for each in self.sittings})

    def served_at(self, desk: int | None) -> set[str]:
        """Return the queues that the desk served, or where none is said any desk."""
        served = (each.desk for each in self.sittings)
        return {
            queue
            for each in served
            if desk in (None, each.number)
            for queue in each.serves
        }

    @property
    def queues(self) -> list[str]:
        """The queues for which somebody came."""
        return sorted({each.queue for each in self.customers})


@dataclass(slots=True)
class _Wait:
    """A stint that is not over yet, or may still be undone."""

    since: float
    before: float
    ticket: Ticket
    called: float | None = None
    ended: float | None = None
    gave_up: bool = False


class FactFinder:
    """Reads a day's facts out of its changes, in order, from a branch as it was when the day began."""

    def __init__(self, state: BranchState, begins: datetime) -> None:
        self._begins = begins
        self._from = seconds(begins)
        self._work = Work()
        self._waits: dict[int, list[_Wait]] = {}
        self._comes: dict[int, bool] = {}
        self._causes: dict[int, Cause] = {}
        self._gaps: defaultdict[int, list[Gap | None]] = defaultdict(list)
        self._lost: defaultdict[int, float] = defaultdict(float)
        self._open: dict[int, tuple[float, Desk]] = {}
        self._sittings: list[Sitting] = []
        for desk in state.desks():
            self._see(desk, 0.0)
            self._work.look(desk.number, state, self._from)
        self._note_could(Cause.OPENED)

    def facts(self, until: datetime) -> DayFacts:
        """Return what was heard until the day ended."""
        end = seconds(until) - self._from
        for number in list(self._open):
            self._close(number, end)
        return DayFacts(
            begins=self._begins,
            customers=[
                _customer(id, waits, self._begins, comes=self._comes[id])
                for id, waits in self._waits.items()
            ],
            sittings=sorted(
                self._sittings, key=lambda each: (each.since_s, each.desk.number)
            ),
            gaps=[gap for each in self._gaps.values() for gap in each if gap],
        )

    def hear(self, state: BranchState, change: Change) -> None:
        """Take in the next change, which left the branch so."""
        at = seconds(change.row.at) - self._from
        if change.after is not None and not change.after.is_test:
            self._hear_ticket(state, change, change.after, at)
        if change.desk is not None:
            self._see(change.desk, at)
            self._work.look(change.desk.number, state, at + self._from)
            self._note_could(Cause.OPENED)

    def _note_could(self, cause: Cause) -> None:
        """Note what it was for desks that may call somebody now and could not a moment ago."""
        for number, since in self._work.could_since.items():
            if since is None:
                self._causes.pop(number, None)
            else:
                self._causes.setdefault(number, cause)

    def _hear_ticket(
        self, state: BranchState, change: Change, after: Ticket, at: float
    ) -> None:
        before = change.before
        waits = self._waits.setdefault(after.id, [])
        self._comes[after.id] = after.state is TicketState.DONE
        match change.row.event:
            case events.Cancelled(undone=True):
                # A number that a desk gave by mistake: nobody came.
                self._hear_call_undone(waits[-1], before, at)
                del self._waits[after.id], self._comes[after.id]
            case events.Called() as called:
                at_taking = called.chosen and after.id >= change.row.act
                self._hear_called(waits, before, called.desk, at, at_taking=at_taking)
            case events.Undone() | events.Returned():
                self._hear_undone(waits, before, after, at)
            case fact:
                given_up = isinstance(fact, events.Left | events.Cancelled)
                _moved_on(waits, before, after, at, given_up=given_up)
        self._hear_line(state, before, after, at)

    def _hear_called(
        self,
        waits: list[_Wait],
        before: Ticket | None,
        desk: int,
        at: float,
        *,
        at_taking: bool,
    ) -> None:
        gap = self._work.note_called(desk, at + self._from)
        cause = self._causes.pop(desk, Cause.PARTED)
        self._gaps[desk].append(
            # Called without having waited: no gap.
            None
            if gap is None
            else Gap(desk, cause, min(gap + self._lost.pop(desk, 0.0), _LONGEST_GAP_S))
        )
        assert before is not None
        if not is_waiting(before) or at_taking:
            # Called without having waited, from where it was put aside or having walked up to the desk.
            here = replace(before, for_desk=desk, position=AT_ONCE)
            if is_waiting(before):
                waits.pop()
            waits.append(_Wait(at, _ended(waits), here))
        else:
            waits[-1].ticket = before
        waits[-1].called = at

    def _hear_undone(
        self, waits: list[_Wait], before: Ticket | None, after: Ticket, at: float
    ) -> None:
        """Let the ticket be as it was before: its wait goes on, or whoever served it does."""
        last = waits[-1]
        if is_waiting(after):
            self._hear_call_undone(last, before, at)
            last.called, last.ended, last.gave_up, last.ticket = None, None, False, after  # fmt: skip
        elif after.state in AT_DESK:
            if is_waiting(before) and len(waits) > 1:
                waits.pop()
            waits[-1].ended = None
            if after.desk is not None:
                self._work.could_since.pop(after.desk, None)
        elif len(waits) > 1:
            waits.pop()

    def _hear_call_undone(self, wait: _Wait, before: Ticket | None, at: float) -> None:
        """Let the desk have lost the time for this call, if it was one, and for taking it back."""
        if wait.called is not None and before is not None and before.desk is not None:
            gap = self._gaps[before.desk].pop()
            lost = 0.0 if gap is None else gap.lasted_s
            self._lost[before.desk] += lost + at - wait.called

    def _hear_line(
        self, state: BranchState, before: Ticket | None, after: Ticket, at: float
    ) -> None:
        if before is not None and before.state in AT_DESK and before.desk is not None and after.state not in AT_DESK:  # fmt: skip
            self._work.note_free(before.desk, state, at + self._from)
            self._note_could(Cause.PARTED)
            self._note_overrun(before.desk, at)
        if is_waiting(before):
            self._work.note_gone(state)
        if is_waiting(after):
            self._work.note_waiting(after, state, at + self._from)
            self._note_could(Cause.CAME)

    def _see(self, desk: Desk, at: float) -> None:
        """Note from when on a desk is open as it is set up now."""
        known = self._open.get(desk.number)
        is_open = desk.state is DeskState.OPEN and not desk.removed
        if known is not None and is_open and _set_up(known[1]) == _set_up(desk):
            return
        if known is not None:
            self._close(desk.number, at)
        if is_open:
            self._open[desk.number] = at, desk

    def _close(self, number: int, at: float) -> None:
        since, desk = self._open.pop(number)
        if at > since:
            self._sittings.append(Sitting(desk=desk, since_s=since, until_s=at))

    def _note_overrun(self, number: int, at: float) -> None:
        """Note for how long a desk that has closed, or takes a break, still had its customer."""
        if number in self._open:
            return
        for place, last in reversed(list(enumerate(self._sittings))):
            if last.desk.number == number:
                self._sittings[place] = replace(last, overran_s=at - last.until_s)
                return


def _set_up(desk: Desk) -> tuple[object, ...]:
    return desk.serves, desk.policy, desk.weights


def _moved_on(
    waits: list[_Wait],
    before: Ticket | None,
    after: Ticket,
    at: float,
    *,
    given_up: bool,
) -> None:
    """Let a wait begin, go on elsewhere in the line, or be over."""
    if is_waiting(after) and is_waiting(before):
        waits[-1].ticket = after
    elif is_waiting(after):
        _end(waits, at)
        waits.append(_Wait(at, _ended(waits), after))
    elif after.state is TicketState.HELD:
        _end(waits, at)
    elif before is not None and after.state not in OPEN_STATES | {before.state}:
        _end(waits, at)
        waits[-1].gave_up = given_up and is_waiting(before)


def _end(waits: list[_Wait], at: float) -> None:
    if waits and waits[-1].ended is None:
        waits[-1].ended = at


def _ended(waits: Sequence[_Wait]) -> float:
    return 0.0 if not waits or waits[-1].ended is None else waits[-1].ended


def _customer(
    id: int, waits: Sequence[_Wait], begins: datetime, *, comes: bool
) -> Customer:
    first = waits[0]
    called = next((each.called for each in waits if each.called is not None), None)
    return Customer(
        id=id,
        stints=[_stint(each, first, begins) for each in waits],
        waited_s=None if called is None else called - first.since,
        comes=comes or called is None,
    )


def _stint(wait: _Wait, first: _Wait, begins: datetime) -> Stint:
    ended, called, position = wait.ended, wait.called, wait.ticket.position
    keeps_place = wait is first or position in (first.ticket.position, AT_ONCE)
    stands_s = wait.since if keeps_place else (numbering.moment_of(position) - begins).total_seconds()  # fmt: skip
    return Stint(
        queue=wait.ticket.queue,
        for_desk=wait.ticket.for_desk,
        lag_s=wait.since - wait.before,
        position=position,
        keeps_place=keeps_place,
        head_start_s=wait.since - stands_s,
        patience_s=ended - wait.since if wait.gave_up and ended is not None else None,
        work_s=None if ended is None or called is None else ended - called,
    )
