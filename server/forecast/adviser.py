"""When to say that one more desk is wanted, and when that it is enough: with a beginning and an end, so that it does not flicker."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta

from server.domain.branch import DeskState
from server.domain.promise import Promise
from server.domain.state import BranchState
from server.forecast.advice import Advice, Declined, Enough, How, OneMore, TooLong
from server.forecast.outlook import Outlook
from server.forecast.trial import Hall, With, one_more, wanted_back

WANTED_UNTIL = 0.8
"""Of the target: what was wanted is so until newcomers wait no longer than that."""

ENOUGH_BELOW = 0.4
"""Of the target: where newcomers wait less, whoever helps may go back …"""

HELPS_AT_LEAST = timedelta(minutes=20)
"""… after so long."""


class Adviser:
    """Remembers what it has advised, who said “not now”, since when each desk helps, and which is wanted back by which of its own queues."""

    def __init__(self) -> None:
        self._wanted: frozenset[str] = frozenset()
        self._asked: frozenset[str] = frozenset()
        self._declined: frozenset[Declined] = frozenset()
        self._to_open: frozenset[tuple[int, str]] = frozenset()
        self._since: dict[tuple[int, str, How], datetime] = {}
        self._back: dict[tuple[int, str], str] = {}

    def decline(self, declined: Declined) -> None:
        """Advise this no more until it is wanted anew."""
        self._declined |= {declined}

    def advise(
        self, state: BranchState, now: datetime, known: Outlook, foresee: With
    ) -> Advice:
        """Return what is advised now, as waits are `known`; `foresee` is asked only where people wait too long."""
        hall = Hall(state, now, known, foresee)
        self._wanted = self._still_wanted(known.newcomers, hall.target_s)
        self._declined = frozenset(
            each for each in self._declined if each.queue in self._wanted
        )
        enough = tuple(self._enough(hall))
        more = self._more(hall, {each.own for each in enough if each.own})
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

    def _more(self, hall: Hall, wants_back: Iterable[str]) -> tuple[OneMore, ...]:
        """Return a desk for each queue that wants one, where newcomers wait longest before all others; no desk is asked twice, nor one more where another's help is enough, or a queue wants its own one back."""
        target_s, newcomers = hall.target_s, hall.known.newcomers

        def comes_after(queue: str) -> tuple[bool, int, str]:
            return queue not in self._asked, -newcomers[queue].mid_s, queue

        more: dict[str, OneMore] = {}
        relieved = set(wants_back)
        for queue in sorted(self._wanted, key=comes_after):
            if queue in relieved:
                continue
            busy = {Declined(queue=queue, desk=each.desk) for each in more.values()}
            # What was advised is so until others would wait too long for it.
            bearable_s = target_s * (1 if queue in self._asked else WANTED_UNTIL)
            found = one_more(hall, queue, self._declined | busy, bearable_s)
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

    def _enough(self, hall: Hall) -> Iterator[Enough]:
        """Yield which desk has helped for long enough where newcomers wait little by now, and which was lent a queue and is wanted back by one of its own."""
        newcomers = hall.known.newcomers
        before, self._back = self._back, {}
        helping = self._helping(hall.state)
        self._since = {each: self._since.get(each, hall.now) for each in helping}
        for (desk, queue, how), since in self._since.items():
            waits = newcomers.get(queue)
            is_little = waits and waits.mid_s < ENOUGH_BELOW * hall.target_s
            if waits and is_little and hall.now - since >= HELPS_AT_LEAST:
                yield Enough(queue=queue, desk=desk, how=how, newcomers=waits)
                continue
            there = hall.state.desk(desk)
            if how is How.LEND and there.state is DeskState.OPEN:
                own = before.get((desk, queue))
                if own not in self._wanted:
                    own = wanted_back(hall, there, queue, self._wanted)
                if own is not None:
                    self._back[desk, queue] = own
                    yield Enough(queue=queue, desk=desk, how=how, newcomers=newcomers[own], own=own)  # fmt: skip

    def _helping(self, state: BranchState) -> Iterator[tuple[int, str, How]]:
        """Yield which desk helps on which queue: that it was lent, or for which it was opened as was advised, until it closes."""
        for desk in state.desks():
            for queue in desk.lent:
                yield desk.number, queue, How.LEND
            for queue in desk.queues:
                opened = (desk.number, queue)
                helps = (*opened, How.OPEN) in self._since
                if desk.state is not DeskState.CLOSED and (
                    helps or opened in self._to_open
                ):
                    yield *opened, How.OPEN
