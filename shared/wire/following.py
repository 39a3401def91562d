"""What a program knows of its branch, folded from a snapshot and the events after it."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from msgspec import structs

from shared.wire.messages import (
    Branch,
    Call,
    Desk,
    Event,
    Happened,
    Queue,
    Snapshot,
    Ticket,
    TicketState,
)

AT_DESK = frozenset({TicketState.CALLED, TicketState.SERVING})

OPEN = AT_DESK | {TicketState.WAITING, TicketState.HELD}
"""The states of a ticket that has not ended."""

ASKED = frozenset({Happened.CALLED, Happened.RECALLED})
"""What asks a customer to come."""

BOARD = 12
"""How many calls a board has at most."""

OLDER = 48
"""How many are remembered that are on the board no longer."""


@dataclass(frozen=True, slots=True)
class FollowedBranch:
    """The branch as it stands: whatever was followed, it is what a fresh snapshot would tell.

    `tickets` are the open ones by id, and `missed` those of today who did not come and have not come back, for those who are told of
    all of them. `calls` are the board's, newest first, one per ticket;
    `older` were on it while it was followed, and a fresh snapshot does not tell them.
    """

    branch: Branch
    tickets: Mapping[int, Ticket] = field(default_factory=dict)
    missed: Mapping[int, Ticket] = field(default_factory=dict)
    calls: tuple[Call, ...] = ()
    older: tuple[Call, ...] = ()

    @classmethod
    def of(cls, snapshot: Snapshot) -> "FollowedBranch":
        """Begin from a snapshot."""
        return cls(
            branch=snapshot.branch,
            tickets={ticket.id: ticket for ticket in snapshot.tickets},
            missed={ticket.id: ticket for ticket in snapshot.missed},
            calls=tuple(snapshot.board.recent_calls),
        )

    @property
    def waiting(self) -> Mapping[str, int]:
        """How many wait in each queue, by slug."""
        return {queue.slug: queue.waiting for queue in self.branch.queues}

    def after(self, event: Event) -> "FollowedBranch":
        """Return what is known one event later; an event may tell of branch, desk and ticket at once."""
        after = self
        if event.branch is not None:
            after = after.with_branch(event.branch)
        if event.desk is not None:
            after = after.with_desk(event.desk)
        if event.ticket is not None:
            after = after.with_ticket(event.ticket)
            after = _called(after, event.event, event.ticket)
        tells_who_moved = event.was is not None or event.event is Happened.TAKEN
        # A branch that is told with the ticket has counted it.
        if event.branch is None and (tells_who_moved or event.waiting):
            after = _counted(after, event)
        if event.stranded is not None:
            branch = structs.replace(after.branch, stranded=event.stranded)
            after = after.with_branch(branch)
        if event.help is not None:
            branch = structs.replace(after.branch, help=event.help)
            after = after.with_branch(branch)
        if event.recent_calls is not None:
            after = _with_board(after, event.recent_calls)
        return after

    def with_branch(self, branch: Branch) -> "FollowedBranch":
        """Return the same with the branch as it stands now; a new day has missed nobody yet."""
        missed = self.missed if branch.day == self.branch.day else {}
        return replace(self, branch=branch, missed=missed)

    def with_desk(self, desk: Desk) -> "FollowedBranch":
        """Return the same with this desk in the place of the one of its number."""
        desks = [
            desk if known.number == desk.number else known
            for known in self.branch.desks
        ]
        return replace(self, branch=structs.replace(self.branch, desks=desks))

    def with_ticket(self, ticket: Ticket) -> "FollowedBranch":
        """Return the same with this ticket as it stands now, in the list and at its desk; counts come with events."""
        tickets = {id: known for id, known in self.tickets.items() if id != ticket.id}
        missed = {id: known for id, known in self.missed.items() if id != ticket.id}
        if ticket.state in OPEN:
            tickets[ticket.id] = ticket
        elif _is_missed(ticket) and ticket.day == self.branch.day:
            missed[ticket.id] = ticket
        desks = [_serving(desk, ticket) for desk in self.branch.desks]
        branch = structs.replace(self.branch, desks=desks)
        return replace(self, tickets=tickets, missed=missed, branch=branch)


def _is_missed(ticket: Ticket) -> bool:
    return ticket.state is TicketState.MISSED and not ticket.test


def waits_in(queue: Queue, state: TicketState, slug: str) -> bool:
    """Return whether a ticket in that state and queue is one that waits in this queue."""
    return state is TicketState.WAITING and queue.slug == slug


def call_of(ticket: Ticket, desk: int, called_at: datetime) -> Call:
    """Return a called ticket as the board tells it."""
    return Call(
        label=ticket.label,
        desk=desk,
        queue=ticket.queue,
        called_at=called_at,
        state=ticket.state,
        servicer=ticket.servicer,
        ticket=ticket.id,
    )


def _serving(desk: Desk, ticket: Ticket) -> Desk:
    here = ticket.desk == desk.number and ticket.state in AT_DESK
    was_here = desk.serving is not None and desk.serving.id == ticket.id
    if here:
        return structs.replace(desk, serving=ticket)
    return structs.replace(desk, serving=None) if was_here else desk


def _counted(known: FollowedBranch, event: Event) -> FollowedBranch:
    """Return the same with the lines as they are now; where the event does not count them, by who joined and left."""
    was, now = event.was, event.ticket
    told = event.waiting or {}
    is_test = now is not None and now.test

    def count(queue: Queue) -> Queue:
        waiting = queue.waiting
        if was is not None and not is_test and waits_in(queue, was.state, was.queue):
            waiting = max(0, waiting - 1)
        if now is not None and not is_test and waits_in(queue, now.state, now.queue):
            waiting += 1
        return structs.replace(queue, waiting=told.get(queue.slug, waiting))

    queues = list(map(count, known.branch.queues))
    return replace(known, branch=structs.replace(known.branch, queues=queues))


def _called(
    known: FollowedBranch, happened: Happened, ticket: Ticket
) -> FollowedBranch:
    if ticket.desk is None or ticket.called_at is None:
        return replace(
            known,
            calls=_without(known.calls, {ticket.id}),
            older=_without(known.older, {ticket.id}),
        )
    now = call_of(ticket, ticket.desk, ticket.called_at)
    if happened in ASKED:
        others = _without(known.calls, {ticket.id})
        return _with_board(known, (now, *others)[:BOARD])
    return replace(
        known,
        calls=tuple(now if call.ticket == ticket.id else call for call in known.calls),
        older=tuple(now if call.ticket == ticket.id else call for call in known.older),
    )


def _with_board(known: FollowedBranch, board: Sequence[Call]) -> FollowedBranch:
    """Return the same with these calls on the board, and behind them whoever was called before."""
    told = {call.ticket for call in board}
    others = _without((*known.calls, *known.older), told)
    since = board[-1].called_at if board else None
    older = [call for call in others if since is not None and call.called_at <= since]
    return replace(known, calls=tuple(board), older=tuple(older[:OLDER]))


def _without(calls: Iterable[Call], tickets: Container[int]) -> tuple[Call, ...]:
    return tuple(call for call in calls if call.ticket not in tickets)
