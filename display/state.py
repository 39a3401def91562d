"""What the display knows, and how each thing that happens changes it; pure."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from shared.wire.following import FollowedBranch
from shared.wire.link import Link
from shared.wire.messages import (
    Branch,
    Call,
    Event,
    Happened,
    Snapshot,
    Ticket,
    TicketState,
)

HOLD = timedelta(seconds=12)
"""How long a call keeps the large place when no other waits for it."""

SHORT_HOLD = timedelta(seconds=4)
"""How long it keeps the place at least, when others wait for theirs."""

LONGEST_HOLD = timedelta(seconds=20)
"""How long it keeps the place at most while it is still being said, when others wait."""

HIGHLIGHT = timedelta(seconds=60)
"""How long a call is amber, unless it is answered earlier."""

STALE = timedelta(seconds=30)
"""A call that is heard of later than this gets no moment and no sound: its customer has gone or been found."""

LISTEN = timedelta(seconds=60)
"""How long without the server until people are asked to listen for staff."""

KEPT = 60
"""How many calls are remembered."""

ON_BOARD = frozenset(
    {
        TicketState.CALLED,
        TicketState.SERVING,
        TicketState.HELD,
        TicketState.DONE,
        TicketState.MISSED,
    }
)
"""The states in which a ticket's last call is still part of the story."""

ASKED = frozenset({Happened.CALLED, Happened.RECALLED})


@dataclass(frozen=True, slots=True)
class Called:
    """One call as the board tells it; `since` is when this display's clock heard it, `seq` tells recalls apart."""

    ticket: int
    label: str
    desk: int
    queue: str
    state: TicketState
    since: datetime
    seq: int
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """The call that has the large place, and since when; `fresh` unless it only fills a place that fell empty."""

    call: Called
    began: datetime
    fresh: bool = False


@dataclass(frozen=True, slots=True)
class DisplayState:
    """Everything that the screen is derived from.

    `calls` are newest first, one per ticket; `pending` wait for their moment, oldest first. `heard_at` is when the
    server was heard last; once the connection is lost, `lost_at` is that too. `ahead` is how far the server's clock is
    ahead of this machine's.
    """

    now: datetime
    followed: FollowedBranch | None = None
    link: Link = field(default_factory=Link)
    heard_at: datetime | None = None
    lost_at: datetime | None = None
    first_language: str | None = None
    ahead: timedelta = timedelta(0)
    calls: tuple[Called, ...] = ()
    pending: tuple[Called, ...] = ()
    moment: Moment | None = None
    speaking: bool = False

    @property
    def language(self) -> str:
        """The language that is shown: the installer's, or the branch's first."""
        offered = self.followed.branch.languages if self.followed else []
        return self.first_language or next(iter(offered), "en")


def began(state: DisplayState, snapshot: Snapshot) -> DisplayState:
    """The stream began anew: what it tells replaces what was known, and nothing in it is announced."""
    ahead = snapshot.branch.now - state.now
    calls = tuple(
        from_board(call, snapshot.seq, ahead) for call in snapshot.board.recent_calls
    )
    state = replace(
        state,
        followed=FollowedBranch.of(snapshot),
        ahead=ahead,
        calls=tuple(call for call in calls if call.state in ON_BOARD)[:KEPT],
        pending=(),
        moment=None,
    )
    newest = next((call for call in state.calls if is_open(call)), None)
    if newest is None:
        return state
    return replace(state, moment=Moment(newest, newest.since))


def happened(state: DisplayState, event: Event) -> DisplayState:
    """Something happened at the branch."""
    if state.followed is None:
        return state
    # What comes from the future tells that the server's clock was set.
    ahead = max(state.ahead, event.at - state.now)
    state = replace(state, followed=state.followed.after(event), ahead=ahead)
    if event.event is Happened.DAY_CLOSED:
        return replace(state, calls=(), pending=(), moment=None)
    if event.ticket is None:
        return state
    if event.event in ASKED and event.ticket.desk is not None:
        return ticked(
            asked(state, event.seq, event.at, event.ticket, event.ticket.desk),
            state.now,
        )
    if event.event is Happened.UNDONE:
        state = brought_back(state, event.seq, event.ticket)
    return ticked(changed(state, event.ticket), state.now)


def reopened(state: DisplayState, branch: Branch) -> DisplayState:
    """A queue opened, closed or filled up."""
    if state.followed is None:
        return replace(state, followed=FollowedBranch.of_branch(branch))
    return replace(state, followed=state.followed.with_branch(branch))


def stood(state: DisplayState, link: Link) -> DisplayState:
    """The connection to the server changed."""
    if link.live:
        return replace(state, link=link, heard_at=state.now, lost_at=None)
    lost_at = state.lost_at or state.heard_at or state.now
    return replace(state, link=link, lost_at=lost_at)


def ticked(state: DisplayState, now: datetime) -> DisplayState:
    """Time passed: the next call that waits gets its moment, and one that is over gives up its own."""
    state = replace(state, now=now)
    moment = state.moment
    if moment is None or now >= ends_at(state, moment):
        if state.pending:
            first, *others = state.pending
            return replace(
                state, moment=Moment(first, now, fresh=True), pending=tuple(others)
            )
        if moment is None or not is_open(moment.call):
            newest = next((call for call in state.calls if is_open(call)), None)
            return replace(
                state, moment=None if newest is None else Moment(newest, newest.since)
            )
    return state


def spoke(state: DisplayState, speaking: bool) -> DisplayState:
    """Something begins to be said, or has been."""
    return ticked(replace(state, speaking=speaking), state.now)


def next_due(state: DisplayState) -> datetime:
    """Return when time alone changes what is shown: at the latest with the next minute of the clock."""
    server_now = state.now + state.ahead
    minute = server_now.replace(second=0, microsecond=0) + timedelta(minutes=1)
    dues = [minute - state.ahead]
    dues += [
        lit_until(state, call)
        for call in state.calls
        if call.state is TicketState.CALLED
    ]
    if state.lost_at is not None:
        dues.append(state.lost_at + LISTEN)
    if state.moment is not None:
        dues.append(state.moment.began + hold(state, state.moment))
        dues.append(ends_at(state, state.moment))
    return min(due for due in dues if due > state.now)


def hold(state: DisplayState, moment: Moment) -> timedelta:
    """Return how long this moment lasts as things are."""
    return SHORT_HOLD if state.pending or not is_open(moment.call) else HOLD


def ends_at(state: DisplayState, moment: Moment) -> datetime:
    """Return when the large place is free for another: what is heard is what is shown, so not before it has been said."""
    if state.speaking and state.pending:
        return moment.began + LONGEST_HOLD
    return moment.began + hold(state, moment)


def is_open(call: Called) -> bool:
    """Return whether the call still means something to its customer."""
    return call.state in (TicketState.CALLED, TicketState.SERVING)


def is_lit(state: DisplayState, call: Called) -> bool:
    """Return whether the call is amber: not yet answered, and not long ago or only now having its moment."""
    return call.state is TicketState.CALLED and state.now < lit_until(state, call)


def lit_until(state: DisplayState, call: Called) -> datetime:
    """Return until when the call is amber unless it is answered: a late moment is amber as well."""
    until, moment = call.since + HIGHLIGHT, state.moment
    if moment is None or not moment.fresh or moment.call.seq != call.seq:
        return until
    return max(until, moment.began + HOLD)


def asked(
    state: DisplayState, seq: int, at: datetime, ticket: Ticket, desk: int
) -> DisplayState:
    """A desk asked a ticket to come, for the first time or again."""
    call = Called(
        ticket=ticket.id,
        label=ticket.label,
        desk=desk,
        queue=ticket.queue,
        state=ticket.state,
        since=min(state.now, at - state.ahead),
        seq=seq,
        language=ticket.language,
    )
    others = [other for other in state.calls if other.ticket != call.ticket]
    state = replace(state, calls=(call, *others)[:KEPT])
    if state.now - call.since > STALE:
        return state
    if any(waiting.ticket == call.ticket for waiting in state.pending):
        return _each(state, call.ticket, lambda _: call)
    return replace(state, pending=(*state.pending, call))


def changed(state: DisplayState, ticket: Ticket) -> DisplayState:
    """A ticket that may have been called stands differently now."""
    if ticket.state in ON_BOARD:
        state = _each(state, ticket.id, lambda call: replace(call, state=ticket.state))
        # Whoever has been found meanwhile needs no moment any more.
        pending = tuple(c for c in state.pending if c.state is TicketState.CALLED)
        return replace(state, pending=pending)
    moment = state.moment
    return replace(
        state,
        calls=tuple(call for call in state.calls if call.ticket != ticket.id),
        pending=tuple(call for call in state.pending if call.ticket != ticket.id),
        # Taken back, so it must not stand there any longer than it takes to say so.
        moment=None
        if moment is not None and moment.call.ticket == ticket.id
        else moment,
    )


def brought_back(state: DisplayState, seq: int, ticket: Ticket) -> DisplayState:
    """What had taken a call off the board was undone: it is where it was, without a moment and a sound."""
    known = any(call.ticket == ticket.id for call in state.calls)
    if known or ticket.desk is None or ticket.called_at is None:
        return state
    call = Called(
        ticket=ticket.id,
        label=ticket.label,
        desk=ticket.desk,
        queue=ticket.queue,
        state=ticket.state,
        since=ticket.called_at - state.ahead,
        seq=seq,
        language=ticket.language,
    )
    newer = [other for other in state.calls if other.since > call.since]
    older = state.calls[len(newer) :]
    return replace(state, calls=(*newer, call, *older)[:KEPT])


def _each(
    state: DisplayState, ticket: int, change: Callable[[Called], Called]
) -> DisplayState:
    def now(call: Called) -> Called:
        return change(call) if call.ticket == ticket else call

    moment = state.moment
    return replace(
        state,
        calls=tuple(map(now, state.calls)),
        pending=tuple(map(now, state.pending)),
        moment=None if moment is None else replace(moment, call=now(moment.call)),
    )


def from_board(call: Call, seq: int, ahead: timedelta) -> Called:
    """Return a row of the server's board as the display keeps it."""
    return Called(
        ticket=call.ticket,
        label=call.label,
        desk=call.desk,
        queue=call.queue,
        state=call.state,
        since=call.called_at - ahead,
        seq=seq,
    )
