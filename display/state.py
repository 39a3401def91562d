"""What the display knows, and how each thing that happens changes it; pure."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from display.own_words import TURN
from shared.wire.following import ASKED, FollowedBranch
from shared.wire.link import Link
from shared.wire.messages import (
    Call,
    Event,
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

SETTLED = timedelta(seconds=10)
"""How long after the link came back what was missed may still be coming in."""

LISTEN = timedelta(seconds=60)
"""How long without the server until people are asked to listen for staff."""

ON_BOARD = frozenset(
    {
        TicketState.CALLED,
        TicketState.SERVING,
        TicketState.DONE,
        TicketState.MISSED,
    }
)
"""The states in which a ticket's last call is still part of the story; who steps aside for a while will be called anew."""


@dataclass(frozen=True, slots=True)
class Called:
    """One call as the board tells it; `since` is `called_at` by this display's clock, `seq` tells recalls apart."""

    ticket: int
    label: str
    desk: int
    queue: str
    state: TicketState
    called_at: datetime
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

    `calls` are the board's, newest first, one per ticket; `older` were on it, and some of them wait for their moment
    still; `pending` wait for it, oldest first. `heard_at` is when the server was heard last; once the link is lost,
    `lost_at` is that too; `live_since` is when the link came back. `ahead` is how far the server's clock is ahead of this machine's, `server` its address.
    """

    now: datetime
    followed: FollowedBranch | None = None
    link: Link = field(default_factory=Link)
    heard_at: datetime | None = None
    lost_at: datetime | None = None
    live_since: datetime | None = None
    first_language: str | None = None
    server: str = ""
    ahead: timedelta = timedelta(0)
    calls: tuple[Called, ...] = ()
    older: tuple[Called, ...] = ()
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
    followed = FollowedBranch.of(snapshot)
    ahead = snapshot.branch.now - state.now
    state = replace(
        state, followed=followed, ahead=ahead, calls=(), older=(), pending=()
    )
    calls = called_now(state, followed.calls, snapshot.seq)
    newest = next(filter(is_open, calls), None)
    moment = None if newest is None else Moment(newest, newest.since)
    return replace(state, calls=calls, moment=moment)


def happened(state: DisplayState, event: Event) -> DisplayState:
    """Something happened at the branch."""
    if state.followed is None:
        return state
    followed = state.followed.after(event)
    state = replace(state, followed=followed, ahead=ahead_after(state, event.at))
    asks = event.ticket if event.event in ASKED else None
    if asks is not None:
        # Each time of asking is told as a new call.
        others = tuple(call for call in state.calls if call.ticket != asks.id)
        state = replace(state, calls=others)
    followed_calls = (*followed.calls, *followed.older)
    told = called_now(state, followed_calls, event.seq, event.ticket)
    on_board = {call.ticket for call in followed.calls}
    state = with_calls(
        state,
        calls=tuple(call for call in told if call.ticket in on_board),
        older=tuple(call for call in told if call.ticket not in on_board),
    )
    if asks is not None:
        state = asked(state, asks.id)
    return ticked(state, state.now)


def ahead_after(state: DisplayState, at: datetime) -> timedelta:
    """Return how far the server's clock is ahead, now that it told of something at this instant.

    What comes from the future tells that it was set forward; what comes late over a link that missed nothing, that it was set back.
    """
    told = at - state.now
    since = state.live_since
    missed_nothing = since is not None and state.now - since > SETTLED
    if missed_nothing and told < state.ahead - STALE:
        return told
    return max(state.ahead, told)


def stood(state: DisplayState, link: Link) -> DisplayState:
    """The link to the server changed."""
    if link.live:
        since = state.live_since or state.now
        return replace(
            state, link=link, heard_at=state.now, lost_at=None, live_since=since
        )
    lost_at = state.lost_at or state.heard_at or state.now
    return replace(state, link=link, lost_at=lost_at, live_since=None)


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
    notice = state.followed.branch.message if state.followed else None
    if notice is not None and notice.until is not None:
        dues.append(notice.until - state.ahead)
    if notice is not None and len(notice.texts) > 1:
        dues.append(state.now + TURN - (server_now - notice.since) % TURN)
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


def called_now(
    state: DisplayState,
    calls: Sequence[Call],
    seq: int,
    ticket: Ticket | None = None,
) -> tuple[Called, ...]:
    """Return the calls, each told as it was heard first, new ones as heard now, of this ticket."""
    heard = (*state.calls, *state.older)
    known = {(call.ticket, call.called_at): call for call in heard}
    languages = {} if ticket is None else {ticket.id: ticket.language}

    def told(call: Call) -> Called:
        before = known.get((call.ticket, call.called_at))
        if before is not None:
            return replace(before, state=call.state)
        return Called(
            ticket=call.ticket,
            label=call.label,
            desk=call.desk,
            queue=call.queue,
            state=call.state,
            called_at=call.called_at,
            since=min(state.now, call.called_at - state.ahead),
            seq=seq,
            language=languages.get(call.ticket),
        )

    return tuple(told(call) for call in calls if call.state in ON_BOARD)


def with_calls(
    state: DisplayState, *, calls: tuple[Called, ...], older: tuple[Called, ...]
) -> DisplayState:
    """Return the state with the calls as they stand now, and what follows for those that wait or have the large place."""
    now = {call.ticket: call for call in (*calls, *older)}
    moment = state.moment
    if moment is not None:
        call = now.get(moment.call.ticket)
        # Taken back, it must not stand there any longer than it takes to say so.
        moment = (
            None
            if call is None
            else replace(moment, call=replace(moment.call, state=call.state))
        )
    waiting = [(before, now.get(before.ticket)) for before in state.pending]
    pending = tuple(
        call
        for before, call in waiting
        # Whoever has been found meanwhile, or is not asked again after all, needs no moment any more.
        if call is not None
        and call.state is TicketState.CALLED
        and call.called_at >= before.called_at
    )
    return replace(state, calls=calls, older=older, pending=pending, moment=moment)


def asked(state: DisplayState, ticket: int) -> DisplayState:
    """A desk asked a ticket to come, for the first time or again: it waits for its moment, unless that is long ago."""
    call = next((call for call in state.calls if call.ticket == ticket), None)
    waits = any(waiting.ticket == ticket for waiting in state.pending)
    if call is None or waits or state.now - call.since > STALE:
        return state
    return replace(state, pending=(*state.pending, call))
