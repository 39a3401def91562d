"""What became of everybody in a period: who was served, who left, and how right it was what they were told."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence

from server.domain.figures.answer import (
    Gone,
    Headline,
    PromiseClass,
    Promises,
    Total,
    Within,
)
from server.domain.figures.days import Days
from server.domain.figures.kept import PromisedFigures, QueueFigures, unpacked
from server.domain.spread import quantile, spread_among, spread_of

_MICROSECONDS = 1_000_000
_TENTHS_A_SECOND = 10
_BYTES_EACH = 4

WAITS_FROM_S = (0, 300, 600, 900, 1_200, 1_800, 2_700)
"""From which wait on somebody who left, or did not come, belongs to the next class."""


def headline(days: Days) -> Headline:
    """Return what became of everybody."""
    queues = list(days.queues)
    served, missed, others, left = (
        sum(each.served for each in queues),
        *(
            sum(len(getattr(each, name)) for each in queues) // _BYTES_EACH
            for name in ("missed", "others", "left")
        ),
    )
    wait = sum(sum(each.wait_us.values()) for each in queues)
    service = sum(each.service_us for each in queues)
    total = sum(each.total_us for each in queues)
    return Headline(
        asked=sum(sum(each.asked.values()) for each in queues),
        served=served,
        missed=missed,
        left=sum(each.gone for each in queues),
        expired=sum(each.expired for each in queues),
        here=sum(each.here for each in queues),
        called=served + missed + others,
        left_uncalled=left,
        wait=spread_among(list(days.waits.values()), wait),
        service=spread_among(list(days.services.values()), service),
        between_s=(total - wait - service) / served / _MICROSECONDS if served else None,
        total=spread_among(list(days.totals.values()), total),
        within=within(queues, days.target_s),
    )


def within(queues: Iterable[QueueFigures], target_s: int) -> Within:
    """Return how many were served who were called within the target, out of how many."""
    target = target_s * _TENTHS_A_SECOND
    served = of = 0
    for each in queues:
        served += sum(_upto(run, target) for run in each.waits.values())
        of += sum(each.asked.values()) - each.here - _upto(each.left, target)
    return Within(served=served, of=of)


def _upto(run: bytes, tenths: int) -> int:
    return bisect_right(memoryview(run).cast("i"), tenths)


def by_queue(days: Days) -> tuple[Total, ...]:
    """Return how long those who were served took in each queue, by slug."""
    return tuple(_total(slug, days) for slug in days.by_queue)


def _total(slug: str, days: Days) -> Total:
    parts = days.by_queue[slug]
    waits = unpacked(run for each in parts for run in each.waits.values())
    services, totals = days.services[slug], days.totals[slug]
    return Total(
        queue=slug,
        served=len(waits),
        wait=spread_of(waits, sum(sum(each.wait_us.values()) for each in parts)),
        service=spread_of(services, sum(each.service_us for each in parts)),
        total=spread_of(totals, sum(each.total_us for each in parts)),
    )


def gone(days: Days) -> tuple[Gone, ...]:
    """Return who left and who did not come, by how long they had waited."""
    people, left, missed = ([0] * len(WAITS_FROM_S) for _ in range(3))
    for each in days.queues:
        for run in each.waits.values():
            _count(run, people)
        _count(each.others, people)
        _count(each.left, people, left)
        _count(each.missed, people, missed)
    ends = (*WAITS_FROM_S[1:], None)
    return tuple(
        Gone(from_s=begins, to_s=ends_at, people=all_, left=gone_, missed=missed_)
        for begins, ends_at, all_, gone_, missed_ in zip(
            WAITS_FROM_S, ends, people, left, missed, strict=True
        )
    )


def _count(run: bytes, *classes: list[int]) -> None:
    waits = memoryview(run).cast("i")
    # Somebody called after exactly five minutes had waited five minutes.
    below = [
        bisect_right(waits, least * _TENTHS_A_SECOND - 1) for least in WAITS_FROM_S
    ]
    for place, (begin, end) in enumerate(
        zip(below, (*below[1:], len(waits)), strict=True)
    ):
        for each in classes:
            each[place] += end - begin


def promises(days: Days) -> Promises:
    """Return how right it was what people were told at the door."""
    kinds: dict[int, list[PromisedFigures]] = defaultdict(list)
    for each in days.queues:
        for promised in each.promised:
            kinds[promised.kind].append(promised)
    parts = [part for kind in kinds.values() for part in kind]
    people = sum(part.people for part in parts)
    error = sum(part.error_us for part in parts)
    return Promises(
        people=people,
        kept=sum(part.kept for part in parts),
        error_s=error / people / _MICROSECONDS if people else None,
        classes=tuple(_class(kinds[kind]) for kind in sorted(kinds)),
    )


def _class(parts: Sequence[PromisedFigures]) -> PromiseClass:
    people = sum(part.people for part in parts)
    waits = unpacked(part.waits for part in parts)
    return PromiseClass(
        low_s=sum(part.low_s for part in parts) / people,
        mid_s=sum(part.mid_s for part in parts) / people,
        high_s=sum(part.high_s for part in parts) / people,
        people=people,
        kept=sum(part.kept for part in parts),
        p10=quantile(waits, 0.1),
        p50=quantile(waits, 0.5),
        p90=quantile(waits, 0.9),
    )
