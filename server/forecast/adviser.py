"""When to say that one more desk is wanted, and when that it is enough: with a beginning and an end, so that it does not flicker."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from server.domain.promise import Promise
from server.domain.state import BranchState
from server.domain.ticket import Ticket, TicketState
from server.forecast.advice import Advice, Enough, OneMore, TooLong
from server.forecast.outlook import Outlook
from server.forecast.relief import who_could
from server.forecast.scene import AtWork

WANTED_UNTIL = 0.8
"""Of the target: what was wanted is so until newcomers wait no longer than that."""

ENOUGH_BELOW = 0.4
"""Of the target: where newcomers wait less, whoever helps may go back …"""

HELPS_AT_LEAST = timedelta(minutes=20)
"""… after so long."""

WORTH = 0.9
"""Somebody is called only where newcomers then wait no more than so much of what they did."""

With = Callable[[list[AtWork]], Outlook]
"""What is foreseen if these desks were at work, too."""


class Adviser:
    """Remembers what it has advised, and since when each desk helps."""

    def __init__(self) -> None:
        self._wanted: frozenset[str] = frozenset()
        self._helps_since: dict[tuple[int, str], datetime] = {}

    def advise(
        self, state: BranchState, now: datetime, known: Outlook, foresee: With
    ) -> Advice:
        """Return what is advised now, as waits are `known`; `foresee` is asked only about queues in which people wait too long."""
        target_s = state.settings.target_minutes * 60
        self._wanted = self._still_wanted(known.newcomers, target_s)
        more = (
            _one_more(queue, state, now, known, foresee)
            for queue in sorted(self._wanted)
        )
        return Advice(
            more=tuple(each for each in more if each is not None),
            enough=self._enough(state, now, known.newcomers, target_s),
            too_long=tuple(
                TooLong(queue=queue, newcomers=known.newcomers[queue])
                for queue in sorted(self._wanted)
            ),
        )

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
        helping = [
            (desk.number, queue) for desk in state.desks() for queue in desk.lent
        ]
        since = {each: self._helps_since.get(each, now) for each in helping}
        self._helps_since = since
        return tuple(
            Enough(queue=queue, desk=desk, newcomers=newcomers[queue])
            for desk, queue in helping
            if queue in newcomers
            and newcomers[queue].mid_s < ENOUGH_BELOW * target_s
            and now - since[desk, queue] >= HELPS_AT_LEAST
        )


def _one_more(
    queue: str, state: BranchState, now: datetime, known: Outlook, foresee: With
) -> OneMore | None:
    """Return what one more desk would do for the queue; None where there is none, or it would do little."""
    target_s = state.settings.target_minutes * 60
    could = who_could(state, queue, known.newcomers, target_s, now)
    if could is None:
        return None
    then = foresee([could.at_work])
    before, after = known.newcomers[queue], then.newcomers.get(queue)
    if after is None or after.mid_s > WORTH * before.mid_s:
        return None
    return OneMore(
        queue=queue,
        desk=could.number,
        how=could.how,
        before=before,
        after=after,
        late_before=_late(state, now, known),
        late_after=_late(state, now, then),
    )


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
        if ticket.state is TicketState.WAITING
    )
