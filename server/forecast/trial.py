"""What other work of a desk would do to everybody's waits: whom it helps, and whom it costs."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from server.domain.branch import Desk
from server.domain.state import BranchState
from server.domain.ticket import Ticket
from server.forecast.advice import WORTH, Declined, OneMore, Slower
from server.forecast.outlook import Outlook
from server.forecast.relief import about, who_could
from server.forecast.scene import AtWork

_WORTH_A_WORD_S = 60
"""That another queue gets slower is told where it is by a minute."""

With = Callable[[list[AtWork]], Outlook]
"""What is foreseen if these desks were at work so, beside the others."""


@dataclass(frozen=True, slots=True)
class Hall:
    """A branch at this moment, as waits are known, and who foresees what they would be."""

    state: BranchState
    now: datetime
    known: Outlook
    foresee: With

    @property
    def target_s(self) -> float:
        """How long anybody should wait at most."""
        return self.state.settings.target_minutes * 60.0


def one_more(
    hall: Hall, queue: str, declined: Collection[Declined], bearable_s: float
) -> tuple[OneMore, Outlook] | None:
    """Return what one more desk would do for the queue, and all waits then; None where there is none, it would do little, or others would wait longer for it than is bearable."""
    known, newcomers = hall.known, hall.known.newcomers
    for could in who_could(hall.state, queue, newcomers, hall.target_s, hall.now, declined):  # fmt: skip
        then = hall.foresee([could.at_work])
        before, after = newcomers[queue], then.newcomers.get(queue)
        if after is None or after.mid_s > WORTH * before.mid_s:
            continue
        slower = _slower(queue, known, then)
        # Nobody is to wait for it as long as those do now whom it helps.
        if any(
            each.after.mid_s > max(bearable_s, WORTH * before.mid_s) for each in slower
        ):
            continue
        most = max(slower, key=_by, default=None)
        more = OneMore(
            queue=queue,
            desk=could.number,
            how=could.how,
            before=before,
            after=after,
            late_before=_late(queue, hall, known),
            late_after=_late(queue, hall, then),
            slower=most if most is not None and _by(most) >= _WORTH_A_WORD_S else None,
        )
        return more, then
    return None


def wanted_back(
    hall: Hall, desk: Desk, lent: str, too_long: Collection[str]
) -> str | None:
    """Return in which of an open desk's own queues, where newcomers wait `too_long`, they would wait clearly less if it did not serve the one that it was lent, and wait longer by now than those would then; None where in none."""
    newcomers = hall.known.newcomers
    own = [slug for slug in desk.queues if slug in too_long]
    if not own:
        return None
    back = replace(desk, lent=tuple(slug for slug in desk.lent if slug != lent))
    then = hall.foresee([about(back, hall.state, hall.now)]).newcomers
    helped = [
        slug
        for slug in own
        if slug in then
        and then[slug].mid_s <= WORTH * newcomers[slug].mid_s
        and (lent not in then or then[lent].mid_s < newcomers[slug].mid_s)
    ]
    return max(helped, key=lambda slug: newcomers[slug].mid_s, default=None)


def _slower(queue: str, known: Outlook, then: Outlook) -> list[Slower]:
    """Return the other queues whose newcomers then wait clearly longer."""
    found = (
        Slower(queue=slug, before=before, after=then.newcomers[slug])
        for slug, before in known.newcomers.items()
        if slug != queue and slug in then.newcomers
    )
    return [each for each in found if each.before.mid_s < WORTH * each.after.mid_s]


def _by(slower: Slower) -> int:
    return slower.after.mid_s - slower.before.mid_s


def _late(queue: str, hall: Hall, outlook: Outlook) -> int:
    """Return how many of those who wait in the queue will have waited longer than anybody should."""
    target = timedelta(seconds=hall.target_s)

    def waits(ticket: Ticket) -> timedelta:
        promise = outlook.tickets.get(ticket.id)
        still = timedelta(seconds=promise.mid_s if promise is not None else 0)
        return hall.now - (ticket.taken_at + ticket.corrected) + still

    return sum(
        waits(ticket) > target
        for ticket in hall.state.room.line_of(queue)
        if not ticket.is_test
    )
