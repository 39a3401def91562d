"""When to say that one more desk is wanted, and when that it is enough: with a beginning and an end, so that it does not flicker."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta

from server.domain.branch import DeskState
from server.domain.promise import Promise
from server.domain.state import BranchState
from server.domain.ticket import Ticket, TicketState
from server.forecast.advice import (
    Advice,
    Declined,
    Enough,
    How,
    OneMore,
    TooLong,
)
from server.forecast.outlook import Outlook
from server.forecast.relief import who_could
from server.forecast.scene import AtWork

WANTED_UNTIL = 0.8
"""Of the target: what was wanted is so until newcomers wait no longer than that."""

ENOUGH_BELOW = 0.4
"""Of the target: where newcomers wait less, whoever helps may go back …"""

HELPS_AT_LEAST = timedelta(minutes=20)
"""… after so long."""

WORTH = 0.8
"""Somebody is called only where newcomers then wait no more than so much of what they did."""

With = Callable[[list[AtWork]], Outlook]
"""What is foreseen if these desks were at work, too."""


class Adviser:
    """Remembers what it has advised, who said “not now”, and since when each desk helps."""

    def __init__(self) -> None:
        self._wanted: frozenset[str] = frozenset()
        self._asked: frozenset[str] = frozenset()
        self._declined: frozenset[Declined] = frozenset()
        self._to_open: frozenset[tuple[int, str]] = frozenset()
        self._helps_since: dict[tuple[int, str, How], datetime] = {}

    def decline(self, declined: Declined) -> None:
        """Advise this no more until it is wanted anew."""
        self._declined |= {declined}

    def advise(
        self, state: BranchState, now: datetime, known: Outlook, foresee: With
    ) -> Advice:
        """Return what is advised now, as waits are `known`; `foresee` is asked only about queues in which people wait too long."""
        target_s = state.settings.target_minutes * 60
        self._wanted = self._still_wanted(known.newcomers, target_s)
        self._declined = frozenset(
            each for each in self._declined if each.queue in self._wanted
        )
        enough = self._enough(state, now, known.newcomers, target_s)
        more = self._more(state, now, known, foresee)
        self._to_open = frozenset(
            (each.desk, each.queue) for each in more if each.how is How.OPEN
        )
        return Advice(
            more=more,
            enough=enough,
            too_long=tuple(
                TooLong(queue=queue, newcomers=known.newcomers[queue])
                for queue in sorted(self._wanted)
            ),
        )

    def _more(
        self, state: BranchState, now: datetime, known: Outlook, foresee: With
    ) -> tuple[OneMore, ...]:
        """Return a desk for each queue that wants one, where newcomers wait longest before all others; no desk is asked twice, nor one more where another's help is enough."""
        target_s = state.settings.target_minutes * 60

        def comes_after(queue: str) -> tuple[bool, int, str]:
            return queue not in self._asked, -known.newcomers[queue].mid_s, queue

        more: dict[str, OneMore] = {}
        relieved: set[str] = set()
        for queue in sorted(self._wanted, key=comes_after):
            if queue in relieved:
                continue
            busy = {Declined(queue=queue, desk=each.desk) for each in more.values()}
            found = _one_more(queue, state, now, known, foresee, self._declined | busy)
            if found is not None:
                more[queue], then = found
                waits = then.newcomers.items()
                relieved |= {slug for slug, wait in waits if wait.mid_s <= target_s}
        self._asked = frozenset(more)
        return tuple(more[queue] for queue in sorted(more))

    def _still_wanted(
        self, newcomers: Mapping[str, Promise], target_s: float
    ) -> frozenset[str]:
        def is_wanted(queue: str, wait: Promise) -> bool:
            until = WANTED_UNTIL if queue in self._wanted else 1
            return wait.mid_s > until * target_s

        return frozenset(
            queue for queue, wait in newcomers.items() if is_wanted(queue, wait)
        )

    def _enough(
        self,
        state: BranchState,
        now: datetime,
        newcomers: Mapping[str, Promise],
        target_s: float,
    ) -> tuple[Enough, ...]:
        since = {
            each: self._helps_since.get(each, now) for each in self._helping(state)
        }
        self._helps_since = since
        return tuple(
            Enough(queue=queue, desk=desk, how=how, newcomers=newcomers[queue])
            for desk, queue, how in since
            if queue in newcomers
            and newcomers[queue].mid_s < ENOUGH_BELOW * target_s
            and now - since[desk, queue, how] >= HELPS_AT_LEAST
        )

    def _helping(self, state: BranchState) -> Iterator[tuple[int, str, How]]:
        """Yield which desk helps on which queue: that it was lent, or for which it was opened as was advised, until it closes."""
        for desk in state.desks():
            for queue in desk.lent:
                yield desk.number, queue, How.LEND
            for queue in desk.queues:
                opened = (desk.number, queue)
                helps = (*opened, How.OPEN) in self._helps_since
                if desk.state is not DeskState.CLOSED and (
                    helps or opened in self._to_open
                ):
                    yield *opened, How.OPEN


def _one_more(
    queue: str,
    state: BranchState,
    now: datetime,
    known: Outlook,
    foresee: With,
    declined: frozenset[Declined],
) -> tuple[OneMore, Outlook] | None:
    """Return what one more desk would do for the queue, and all waits then; None where there is none, or it would do little."""
    target_s = state.settings.target_minutes * 60
    could = who_could(state, queue, known.newcomers, target_s, now, declined)
    if could is None:
        return None
    then = foresee([could.at_work])
    before, after = known.newcomers[queue], then.newcomers.get(queue)
    if after is None or after.mid_s > WORTH * before.mid_s:
        return None
    more = OneMore(
        queue=queue,
        desk=could.number,
        how=could.how,
        before=before,
        after=after,
        late_before=_late(state, now, known),
        late_after=_late(state, now, then),
    )
    return more, then


def _late(state: BranchState, now: datetime, outlook: Outlook) -> int:
    """Return how many of those who wait will have waited longer than anybody should."""
    target = timedelta(minutes=state.settings.target_minutes)

    def waits(ticket: Ticket) -> timedelta:
        promise = outlook.tickets.get(ticket.id)
        still = timedelta(seconds=promise.mid_s if promise is not None else 0)
        return now - (ticket.taken_at + ticket.corrected) + still

    return sum(
        waits(ticket) > target
        for ticket in state.room.tickets()
        if ticket.state is TicketState.WAITING and not ticket.is_test
    )
