"""How long the customers of one branch will wait: looked at after what happened and as time goes by, told so that it does not flicker, and kept."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from math import inf
from time import monotonic

import structlog

from server.domain.branch import DeskState
from server.domain.promise import Promise
from server.domain.state import BranchState, Change
from server.domain.ticket import Ticket, TicketState
from server.forecast.advice import NO_ADVICE, Advice, Declined
from server.forecast.adviser import Adviser
from server.forecast.outlook import Outlook
from server.live import learning
from server.live.learning import Foresees, Kept, Kind
from server.live.outlooks import Outlooks
from server.live.to_keep import ToKeep
from server.present.advice import steadied as steadied_advice
from server.present.estimates import steadied, steadied_service
from server.store import promises
from server.store.load import TooLongAgo
from server.store.promises import Learnt, Story, Told
from server.store.store import Reading

log = structlog.get_logger(__name__)

_AFTER_S = 0.3
"""So soon after something happened it is looked again: what happens together is looked at once."""

_EVERY_S = 15.0
"""So often it is looked while anybody is here, or any desk is open or on a break, though nothing happens."""

_PART_OF_TIME = 20
"""A look takes so small a part of the time at most: the next one waits so many times as long as the last one took."""

_AGAIN_AFTER_S = 60.0
"""So long after one has failed there is none."""

_LEARNT_EVERY_S = 180.0
"""So often what was learnt is left to be kept."""

_MOST_TOLD = 200
"""So much at most is kept of what one customer was told."""

_SOON_LEARNT = 300
"""A journal of so many rows is learnt in a fifth of a second at most; a longer one elsewhere."""

_ANEW_EVERY_S = 3600.0
"""So often at most the journal is learnt anew: what breaks may well be in it."""

Line = tuple[str, str | None, int | None]
"""A queue, a priority, and the desk that its customers were sent to: who is later in it is told no less."""


@dataclass(frozen=True, slots=True)
class News:
    """Who is told otherwise since a look: tickets, by id, newcomers, whoever looks after the hall, and how long services usually take."""

    tickets: frozenset[int] = frozenset()
    newcomers: bool = False
    advice: bool = False
    usual: bool = False


class Waits:
    """Looks with a forecaster of its own, on the thread that owns `state`; whatever goes wrong costs nobody more than their range."""

    def __init__(
        self,
        store: Reading,
        state: BranchState,
        clock: Callable[[], datetime],
        outlooks: Outlooks,
        to_keep: ToKeep,
        kind: Kind | None,
    ) -> None:
        """Where there is no `kind`, nobody is told anything."""
        self._store = store
        self._state = state
        self._clock = clock
        self._outlooks = outlooks
        self._to_keep = to_keep
        self._kind = kind
        self._forecaster: Foresees | None = None
        self._adviser = Adviser()
        self._lacks_past = False
        self._anew_due = -inf
        self._has_declined = False
        self._since: dict[int, list[Told]] = {}
        self._not_before = monotonic()
        self._due = inf if kind is None else self._not_before
        self._learnt_due = monotonic() + _LEARNT_EVERY_S
        self._publish(Outlook(seq=state.seq))

    @property
    def due(self) -> float:
        """When `look` wants to be called, on the monotonic clock."""
        return self._due

    @property
    def outlook(self) -> Outlook:
        """What streams tell now: the same until the next look, whoever comes and goes."""
        return self._on_streams

    def _publish(self, outlook: Outlook) -> None:
        self._outlook = outlook
        self._on_streams = replace(outlook, waiting={})
        self._outlooks.publish(self._state.id, outlook)

    # --- learning ---------------------------------------------------------------------------

    def hear(self, change: Change) -> None:
        """Learn from a change, after the state has followed it; what happened before the first look is read then."""
        if self._forecaster is None:
            return
        # A desk that opens or goes is what ranges hang on; it happens seldom.
        after_s = _AFTER_S if change.desk is None else 0.0
        self._due = min(self._due, max(monotonic() + after_s, self._not_before))
        try:
            self._forecaster.hear(change, self._state)
        except Exception:  # nobody's range is worth a stream
            log.exception("change not learnt from", branch=self._state.id)
            self._begin_anew()
        ticket = change.after
        if ticket is not None and ticket.state is not TicketState.WAITING:
            self._leave_story(ticket)

    def relearn(self, learnt: Learnt) -> None:
        """Go on from what was learnt elsewhere meanwhile."""
        try:
            self._go_on_from(learnt)
        except TooLongAgo:
            self._to_keep.want(self._state.id)
        except Exception:  # what is known goes on to be known
            log.exception("what was learnt elsewhere not taken", branch=self._state.id)
        else:
            self._learnt_due = monotonic()
            self._due = self._not_before

    def _begin(self) -> None:
        """Go on from what was learnt before; where nothing was, or that does not fit, from what the journal teaches."""
        id = self._state.id
        try:
            with self._store.reading(id) as view:
                learnt = promises.learnt(view.connection, id)
            if learnt is not None:
                return self._go_on_from(learnt)
        except Exception as error:  # noqa: BLE001  # whatever it is, it can be learnt anew
            log.warning("what was learnt of waits does not fit", branch=id, why=repr(error))  # fmt: skip
        return self._learn_anew()

    def _learn_anew(self) -> None:
        """Learn the journal where that is soon done; else begin with what is set up, and have it learnt elsewhere."""
        if self._state.seq <= _SOON_LEARNT:
            try:
                with self._store.reading(self._state.id) as view:
                    assert self._kind is not None
                    self._forecaster = learning.from_the_journal(
                        self._kind, view, self._state.seq
                    )
            except Exception:  # it goes without
                log.exception("journal not learnt", branch=self._state.id)
            else:
                self._lacks_past = False
                return
        self._begin_without_past()
        self._want_past()

    def _begin_without_past(self) -> None:
        """Begin with what is set up."""
        assert self._kind is not None
        self._forecaster = self._kind()
        self._forecaster.begin(self._state)
        self._lacks_past = True

    def _want_past(self) -> None:
        self._anew_due = monotonic() + _ANEW_EVERY_S
        self._to_keep.want(self._state.id)

    def _go_on_from(self, learnt: Learnt) -> None:
        with self._store.reading(self._state.id) as view:
            assert self._kind is not None
            self._forecaster, kept = learning.caught_up(
                self._kind, learnt, view, self._state.seq
            )
        self._lacks_past = False
        if kept.tickets or kept.shown:
            outlook = replace(self._outlook, tickets=kept.tickets, shown=kept.shown)
            self._publish(outlook)
        waiting = {ticket.id for ticket in self._in_line()}
        self._since |= {id: kept.since[id] for id in waiting & kept.since.keys()}

    def decline(self, declined: Declined) -> None:
        """Advise this no more until it is wanted anew; somebody else may be asked as soon as it is looked again."""
        self._adviser.decline(declined)
        advice = self._outlook.advice.without(declined)
        self._publish(replace(self._outlook, advice=advice))
        self._has_declined = True
        self._due = min(self._due, self._not_before)

    # --- keeping ----------------------------------------------------------------------------

    def leave_learnt(self) -> None:
        """Leave what was learnt to be kept; not in the place of what it lacks, which is learnt elsewhere."""
        self._learnt_due = monotonic() + _LEARNT_EVERY_S
        if self._forecaster is None:
            return
        if self._lacks_past:
            if monotonic() >= self._anew_due:
                self._want_past()
            return
        known = self._outlook
        try:
            kept = Kept(
                self._forecaster.dump(), known.tickets, known.shown, self._since
            )
            learnt = learning.learnt(self._state.seq, kept)
        except Exception:  # it is learnt anew after the next start
            log.exception("what was learnt of waits not kept", branch=self._state.id)
        else:
            self._to_keep.leave_learnt(self._state.id, learnt)

    def _leave_story(self, ticket: Ticket) -> None:
        """Leave what the ticket was told to be kept, now that it waits no longer."""
        told = self._since.pop(ticket.id, None)
        if told is not None:
            story = Story(ticket=ticket.id, day=ticket.day, told=told)
            self._to_keep.leave_story(self._state.id, story)

    def _note_told(
        self, ticket: Ticket, promise: Promise | None, now: datetime
    ) -> None:
        """Remember what the ticket is told from now on; who was called already is promised nothing more."""
        told = self._since.setdefault(ticket.id, []) if ticket.calls == 0 else []
        if len(told) < _MOST_TOLD:
            waited = now - (ticket.taken_at + ticket.corrected)
            told.append(Told(max(0, round(waited.total_seconds())), promise))

    # --- looking ----------------------------------------------------------------------------

    def look(self, now: float) -> News:
        """Look, when it is due, publish what is known, and return who is told otherwise."""
        if now < self._due or self._kind is None:
            return News()
        begins = self._forecaster is None
        if begins:
            self._begin()
        if now >= self._learnt_due:
            self.leave_learnt()
        began = monotonic()
        try:
            assert self._forecaster is not None
            known = self._forecaster.look(self._state, self._clock()).outlook()
            known = replace(
                known,
                advice=self._advice(self._forecaster, known),
                usual=self._usual(self._forecaster),
            )
        except Exception:  # nobody's range is worth a stream
            log.exception("waits not looked at", branch=self._state.id)
            self._begin_anew()
            return self._tell(Outlook())
        news = self._tell(known)
        done = monotonic()
        self._not_before = done + _PART_OF_TIME * (done - began)
        # A break comes to its end in an empty hall, too, and whoever helps there may go back.
        goes_on = self._state.room.is_anybody_here or any(
            desk.state is not DeskState.CLOSED for desk in self._state.desks()
        )
        self._due = max(self._not_before, done + _EVERY_S) if goes_on else inf
        # Who came before the first look was told nothing.
        everybody = frozenset(ticket.id for ticket in self._in_line())
        return (
            News(everybody, newcomers=True, advice=True, usual=True) if begins else news
        )

    def _advice(self, forecaster: Foresees, known: Outlook) -> Advice:
        """Return what whoever looks after the hall is advised, as waits are known."""
        state, now = self._state, self._clock()
        try:
            found = self._adviser.advise(
                state,
                now,
                known,
                lambda desks: forecaster.with_one_more(state, now, desks).outlook(),
            )
        except Exception:  # ranges are worth more than advice
            log.exception("nothing advised", branch=state.id)
            return NO_ADVICE
        return steadied_advice(self._outlook.advice, found)

    def _usual(self, forecaster: Foresees) -> dict[str, Promise]:
        """Return how long services usually take, as they were told last unless that is news."""
        before = self._outlook.usual
        return {
            slug: steadied_service(before.get(slug), promise)
            for slug, promise in forecaster.usual(self._state).items()
        }

    def _begin_anew(self) -> None:
        """Begin anew after a failure, once in a while from what the journal teaches."""
        if monotonic() < self._anew_due:
            self._begin_without_past()
        else:
            self._anew_due = monotonic() + _ANEW_EVERY_S
            self._learn_anew()
        self._not_before = self._due = monotonic() + _AGAIN_AFTER_S

    def _tell(self, known: Outlook) -> News:
        """Publish what is known, as far as that is news, and return to whom it is."""
        now, before = self._clock(), self._outlook
        has_declined, self._has_declined = self._has_declined, False
        tickets: dict[int, Promise] = {}
        changed = []
        told: dict[Line, Promise] = {}
        for ticket in self._in_line():
            last = before.of(ticket)
            promise = steadied(last, known.tickets.get(ticket.id))
            if promise is not None:
                line = ticket.queue, ticket.priority, ticket.for_desk
                # What the one before is told still, though it is a little less by now, the next one cannot be told less than.
                promise = promise.not_below(told.get(line, promise))
                told[line] = tickets[ticket.id] = promise
            if promise != last:
                changed.append(ticket.id)
                self._note_told(ticket, promise, now)
        shown = {
            slug: steadied(before.shown.get(slug), promise) or promise
            for slug, promise in known.newcomers.items()
        }
        self._publish(
            replace(
                known,
                seq=self._state.seq,
                tickets=tickets,
                waiting=self._state.waiting(),
                shown=shown,
            )
        )
        return News(
            frozenset(changed),
            newcomers=shown != before.shown,
            advice=known.advice != before.advice or has_declined,
            usual=known.usual != before.usual,
        )

    def _in_line(self) -> Iterator[Ticket]:
        """Yield who waits, in each queue the first one first."""
        for slug in self._state.all_queues:
            yield from self._state.room.line_of(slug)
