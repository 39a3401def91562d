"""A ticket's story: what happened to it, who overtook it, and which desks were missing while it waited."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from server.domain import attendance, events
from server.domain.attendance import Look, Shortage, are_open, who_serve
from server.domain.branch import Desk, DeskState, Device
from server.domain.events import Recorded
from server.domain.overtaking import Overtaking, Why, moved_last, why
from server.domain.state import BranchState, Change
from server.domain.ticket import Ticket, TicketState


@dataclass(frozen=True, slots=True)
class Chapter:
    """One row of a ticket's story, with the ticket after it and how many waited ahead then, if it waits."""

    row: Recorded
    ticket: Ticket
    ahead: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskMoved:
    """A desk that serves the ticket opened, closed or took a break while it waited.

    It is told as it was `before`, None where it did not serve the ticket, and after that, with who sits or sat there, and how many were open then.
    """

    seq: int
    at: datetime
    before: DeskState | None
    desk: Desk
    servicer: str | None
    are_open: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What happened to a ticket, who overtook it, and what desks did meanwhile.

    `given_at` is the device at which the number was taken, None where it was a phone. Without those who overtook it, the ticket would
    have been called about `earlier` by so much. Of other queues, `others_first` who had come before it were called by desks that serve it while it waited.
    """

    ticket: Ticket
    given_at: Device | None
    chapters: Sequence[Chapter]
    overtakings: Sequence[Overtaking]
    desks: Sequence[DeskMoved]
    shortages: Sequence[Shortage]
    earlier: timedelta
    others_first: int


Past = Callable[[int], Sequence[Recorded]]
"""Everything that the journal has of a ticket."""


class Telling:
    """Makes a story of a branch's changes, in order: of those at least that are about the ticket, and of all while it waits."""

    def __init__(self, id: int, past: Past) -> None:
        self._id = id
        self._past = past
        self._mine: Ticket | None = None
        self._given_at: Device | None = None
        self._chapters: list[Chapter] = []
        self._overtakings: list[Overtaking] = []
        self._desks: list[DeskMoved] = []
        self._shortages: list[Shortage] = []
        self._earlier = timedelta(0)
        self._looks: list[Look] = []
        self._slots: list[_Slot] = []
        self._others_first: dict[int, int] = {}

    def story(self, now: datetime) -> Story:
        """Return the story as far as it was heard, until now."""
        assert self._mine is not None
        since = attendance.shortages(self._looks, now) if self._looks else []
        overtook: dict[int, Overtaking] = {}
        for each in self._overtakings:
            overtook.setdefault(each.ticket.id, each)
        return Story(
            ticket=self._mine,
            given_at=self._given_at,
            chapters=self._chapters,
            overtakings=list(overtook.values()),
            desks=self._desks,
            shortages=[*self._shortages, *since],
            earlier=self._earlier,
            others_first=len(set(self._others_first.values())),
        )

    def hear(self, branch: BranchState, change: Change) -> None:
        """Take in the next change, which left the branch so."""
        if change.row.ticket == self._id:
            self._hear_of_mine(branch, change)
        elif self._mine is not None and self._mine.state is TicketState.WAITING:
            self._hear_of_others(branch, self._mine, change)

    def hear_alone(self, row: Recorded, after: Ticket) -> None:
        """Take in a row about the ticket that neither begins nor ends a wait, which left it so."""
        self._mine = after
        self._chapters.append(Chapter(row, after, None))

    def _hear_of_mine(self, branch: BranchState, change: Change) -> None:
        before, after, row = self._mine, change.after, change.row
        assert after is not None
        self._mine = after
        if before is None and row.actor.device is not None:
            self._given_at = branch.devices.get(row.actor.device)
        self._chapters.append(Chapter(row, after, branch.room.ahead(after)))
        if before is not None and _waits_for(before) == _waits_for(after):
            return
        if before is not None and before.state is TicketState.WAITING:
            self._end_waiting(row)
        if after.state is TicketState.WAITING:
            self._looks = [(row.at, who_serve(after, branch.all_desks.values()))]

    def _end_waiting(self, row: Recorded) -> None:
        self._shortages += attendance.shortages(self._looks, row.at)
        if isinstance(row.event, events.Called):
            slots = [*self._slots, _Slot(row.seq, row.at, is_overtaking=False)]
            overtaken = sum(slot.is_overtaking for slot in slots)
            self._earlier += row.at - slots[-1 - overtaken].at
        self._looks, self._slots = [], []

    def _hear_of_others(
        self, branch: BranchState, mine: Ticket, change: Change
    ) -> None:
        row, other = change.row, change.before
        if isinstance(row.event, events.Called) and other is not None:
            self._hear_of_call(branch, mine, row, other)
        elif isinstance(row.event, events.Undone) and other is not None:
            self._forget_call(other.called_seq)
        elif change.desk is not None:
            self._look(branch, mine, change.desk, row)

    def _hear_of_call(
        self, branch: BranchState, mine: Ticket, row: Recorded, other: Ticket
    ) -> None:
        """Note the call if it might have been of mine: each is a slot, in which mine would have been called had it been next."""
        assert isinstance(row.event, events.Called)
        # How a desk is set up, no call changes.
        desk = branch.all_desks[row.event.desk]
        if mine.queue not in desk.serves and mine.for_desk != desk.number:
            return
        overtakes = other.id > mine.id
        if mine.for_desk in (None, desk.number):
            self._slots.append(_Slot(row.seq, row.at, is_overtaking=overtakes))
        if overtakes:
            self._overtakings.append(
                Overtaking(
                    seq=row.seq,
                    at=row.at,
                    ticket=other,
                    desk=desk,
                    why=self._why(mine, other, row, desk),
                    head_start=branch.settings.priorities.get(other.priority or ""),
                )
            )
        elif other.queue != mine.queue:
            self._others_first[row.seq] = other.id

    def _why(self, mine: Ticket, other: Ticket, call: Recorded, desk: Desk) -> Why:
        moved, others = (
            moved_last(row for row in self._past(id) if row.seq < call.seq)
            for id in (mine.id, other.id)
        )
        return why(mine, other, call, desk, moved=moved, others=others)

    def _forget_call(self, seq: int | None) -> None:
        """Let a call that was taken back have overtaken nobody, nor come first."""
        if seq is not None:
            self._others_first.pop(seq, None)
        self._slots = [slot for slot in self._slots if slot.seq != seq]
        self._overtakings = [each for each in self._overtakings if each.seq != seq]

    def _look(
        self, branch: BranchState, mine: Ticket, moved: Desk, row: Recorded
    ) -> None:
        desks = who_serve(mine, branch.all_desks.values())
        there = (desk for desk in self._looks[-1][1] if desk.number == moved.number)
        before = next(there, None)
        if moved in desks and (before is None or before.state is not moved.state):
            self._desks.append(
                DeskMoved(
                    seq=row.seq,
                    at=row.at,
                    before=None if before is None else before.state,
                    desk=moved,
                    servicer=moved.servicer
                    or (None if before is None else before.servicer),
                    are_open=are_open(desks),
                )
            )
        self._looks.append((row.at, desks))


@dataclass(frozen=True, slots=True)
class _Slot:
    """A call by which the ticket might have been called."""

    seq: int
    at: datetime
    is_overtaking: bool


def _waits_for(ticket: Ticket) -> tuple[bool, str, int | None]:
    return ticket.state is TicketState.WAITING, ticket.queue, ticket.for_desk
