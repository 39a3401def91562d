"""The branch as it stood, and a ticket's story: both from the journal alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

import sqlalchemy as sa

from server.domain import events
from server.domain.branch import Desk, Policy
from server.domain.events import Recorded
from server.domain.refusals import UnknownTicket
from server.domain.state import BranchState, Change
from server.domain.ticket import Ticket, TicketState
from server.store import tables
from server.store.replay import Replay
from server.store.view import View
from shared.labels import labels_meant


def branch_at(view: View, moment: datetime) -> BranchState:
    """Return the branch as it stood at a moment: after the last row that is no younger."""
    row = tables.journal.c
    last = view.connection.execute(
        sa.select(sa.func.max(row.seq)).where(
            row.branch_id == view.branch.id, row.at <= moment
        )
    ).scalar()
    replay = Replay(view)
    changes = iter(replay)
    while replay.state.seq < (last or 0):
        next(changes)
    return replay.state


class Why(Enum):
    """Why somebody who came later was called earlier."""

    WALKED_UP = "walked up"
    PICKED = "picked"
    SENT = "sent"
    KEPT = "kept"
    PRIORITY = "priority"
    LET_OTHERS = "let others"
    MISSED = "missed"
    REJOINED = "rejoined"
    SENT_TO_END = "sent to end"
    STRICT = "strict"
    RATIO = "ratio"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Overtaking:
    """A ticket that was taken later and called earlier: when, to which desk as it was set up then, and why."""

    at: datetime
    ticket: Ticket
    desk: Desk
    why: Why


@dataclass(frozen=True, slots=True)
class Chapter:
    """One row of a ticket's story, with the ticket after it and how many waited ahead then, if it waits."""

    row: Recorded
    ticket: Ticket
    ahead: int | None


@dataclass(frozen=True, slots=True)
class Story:
    """What happened to a ticket, and who overtook it."""

    ticket: Ticket
    chapters: list[Chapter]
    overtakings: list[Overtaking]


def story_of(view: View, label: str, day: date) -> Story:
    """Return the story of the day's ticket that somebody means by this label; raise `UnknownTicket`."""
    meant = labels_meant(label)
    named = [t for t in view.tickets_of(day) if t.label in meant]
    if not named:
        raise UnknownTicket
    id = named[-1].id
    replay, moves = Replay(view), _Moves()
    chapters: list[Chapter] = []
    overtakings: dict[int, Overtaking] = {}
    mine: Ticket | None = None
    for change in replay:
        for found in _overtaking(replay.state, change, mine, moves):
            overtakings.setdefault(found.ticket.id, found)
        moves.note(change.row, mine)
        if change.row.ticket == id and change.after is not None:
            mine = change.after
            ahead = replay.state.room.ahead(mine)
            chapters.append(Chapter(change.row, mine, ahead))
    return Story(replay.tickets[id], chapters, list(overtakings.values()))


class _Moves:
    """What moved each ticket last within its line."""

    def __init__(self) -> None:
        self._last: dict[int, events.Event] = {}

    def note(self, row: Recorded, mine: Ticket | None) -> None:
        """Remember the row if it moves its ticket."""
        if row.ticket is None:
            return
        match row.event:
            case events.Transferred(position=position) if (
                mine is not None and row.ticket == mine.id and mine.position == position
            ):
                return
            case events.Postponed() | events.Rejoined() | events.Transferred():
                self._last[row.ticket] = row.event
            case events.Undone():
                self._last.pop(row.ticket, None)

    def of(self, ticket: Ticket) -> events.Event | None:
        """Return what moved the ticket last."""
        return self._last.get(ticket.id)


def _overtaking(
    branch: BranchState, change: Change, mine: Ticket | None, moves: _Moves
) -> Iterator[Overtaking]:
    """Yield the overtaking that this change is, if it is one: a later ticket called by a desk that serves this queue."""
    row, other, called = change.row, change.before, change.row.event
    if mine is None or mine.state is not TicketState.WAITING:
        return
    if not isinstance(called, events.Called) or other is None:
        return
    # How a desk is set up, no call changes.
    desk = branch.all_desks[called.desk]
    serves = mine.queue in desk.serves or mine.for_desk == desk.number
    if other.id > mine.id and serves:
        why = _why(mine, other, desk, chosen=called.chosen, moves=moves)
        # A ticket's id is the seq of its taking: taken and called in one act is a walk-in.
        walked_up = why is Why.PICKED and other.id >= row.act
        yield Overtaking(row.at, other, desk, Why.WALKED_UP if walked_up else why)


def _why(
    mine: Ticket, other: Ticket, desk: Desk, *, chosen: bool, moves: _Moves
) -> Why:
    if chosen:
        return Why.PICKED
    if mine.for_desk not in (None, desk.number):
        return Why.KEPT
    if other.for_desk == desk.number:
        return Why.SENT
    if other.queue != mine.queue and desk.policy is Policy.STRICT:
        return Why.STRICT
    if other.queue != mine.queue and desk.policy is Policy.RATIO:
        return Why.RATIO
    match moves.of(mine):
        case events.Postponed():
            return Why.LET_OTHERS
        case events.Rejoined():
            return Why.MISSED
        case events.Transferred():
            return Why.SENT_TO_END
    if isinstance(moves.of(other), events.Rejoined):
        return Why.REJOINED
    return Why.PRIORITY if other.priority is not None else Why.PLACE
