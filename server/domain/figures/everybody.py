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
from server.domain.spread import quantile_among, spread_among

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
        wait=spread_among(days.waits(), wait),
        service=spread_among(list(days.services.values()), service),
        between_s=(total - wait - service) / served / _MICROSECONDS if served else None,
        total=spread_among(list(days.totals.values()), total),
        within=within(queues, days.waits(), days.target_s),
    )


def within(
    queues: Iterable[QueueFigures], waits: Iterable[Sequence[int]], target_s: int
) -> Within:
    """Return how many were served who were called within the target, out of how many; `waits` are of those who were served."""
    target = target_s * _TENTHS_A_SECOND
    return Within(
        served=sum(bisect_right(part, target) for part in waits),
        of=sum(
            sum(each.asked.values())
            - each.here
            - bisect_right(memoryview(each.left).cast("i"), target)
            for each in queues
        ),
    )


def by_queue(days: Days) -> tuple[Total, ...]:
    """Return how long those who were served took in each queue, by slug."""
    return tuple(_total(slug, days) for slug in days.by_queue)


def _total(slug: str, days: Days) -> Total:
    parts = days.by_queue[slug]
    services, totals = days.services[slug], days.totals[slug]
    wait = sum(sum(each.wait_us.values()) for each in parts)
    return Total(
        queue=slug,
        served=sum(each.served for each in parts),
        wait=spread_among(days.waits(queue=slug), wait),
        service=spread_among([services], sum(each.service_us for each in parts)),
        total=spread_among([totals], sum(each.total_us for each in parts)),
    )


def gone(days: Days) -> tuple[Gone, ...]:
    """Return who left and who did not come, by how long they had waited."""
    queues = list(days.queues)
    people, left, missed = ([0] * len(WAITS_FROM_S) for _ in range(3))
    for part in days.waits():
        _count(part, people)
    _count(unpacked(each.others for each in queues), people)
    _count(unpacked(each.left for each in queues), people, left)
    _count(unpacked(each.missed for each in queues), people, missed)
    ends = (*WAITS_FROM_S[1:], None)
    return tuple(
        Gone(from_s=begins, to_s=ends_at, people=all_, left=gone_, missed=missed_)
        for begins, ends_at, all_, gone_, missed_ in zip(
            WAITS_FROM_S, ends, people, left, missed, strict=True
        )
    )


def _count(waits: Sequence[int], *classes: list[int]) -> None:
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
    width = sum(part.high_s - part.low_s for part in parts)
    return Promises(
        people=people,
        kept=sum(part.kept for part in parts),
        error_s=error / people / _MICROSECONDS if people else None,
        width_s=width / people if people else None,
        classes=tuple(_class(kinds[kind]) for kind in sorted(kinds)),
    )


def _class(parts: Sequence[PromisedFigures]) -> PromiseClass:
    people = sum(part.people for part in parts)
    waits = [unpacked(part.waits for part in parts)]
    p10, p50, p90 = (quantile_among(waits, share) or 0.0 for share in (0.1, 0.5, 0.9))
    return PromiseClass(
        low_s=sum(part.low_s for part in parts) / people,
        mid_s=sum(part.mid_s for part in parts) / people,
        high_s=sum(part.high_s for part in parts) / people,
        people=people,
        kept=sum(part.kept for part in parts),
        p10=p10,
        p50=p50,
        p90=p90,
    )
