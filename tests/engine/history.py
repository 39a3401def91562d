"""What clients saw of a queue, and whether any order of single steps explains it.

A ticket is a value that a take puts in and a call takes out, each at one moment between the first attempt and the final
answer. For queues of distinct values the histories that no such order explains are exactly those with one of few bad
patterns (Bouajjani, Emmi, Enea, Hamza: On Reducing Linearizability to State Reachability, 2015); they are looked for here.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf


@dataclass(frozen=True, slots=True)
class Take:
    """A number was taken: in which queue, which one, between which moments."""

    queue: str
    number: int
    ticket: int
    began: float
    ended: float


@dataclass(frozen=True, slots=True)
class Call:
    """A desk called next, and got this ticket, or the word that nobody waits (None)."""

    ticket: int | None
    began: float
    ended: float


@dataclass(frozen=True, slots=True)
class Life:
    """A ticket's take and call; one that nobody called is called at the end of time."""

    take: Take
    call: Call

    @classmethod
    def of(cls, take: Take, call: Call | None) -> "Life":
        """Pair them."""
        return cls(take, call or Call(take.ticket, inf, inf))


def violations(takes: Sequence[Take], calls: Sequence[Call]) -> list[str]:
    """Return everything that no order of single steps explains, in words; none is how it should be.

    Every desk may call every ticket, oldest first.
    """
    called = {ticket: call for call in calls if (ticket := call.ticket) is not None}
    lives = [Life.of(take, called.get(take.ticket)) for take in takes]
    return [
        *_doubled(takes, calls),
        *_from_nowhere(takes, called),
        *_numbers(takes),
        *_overtaken(lives),
        *_wrongly_empty(lives, calls),
    ]


def _doubled(takes: Sequence[Take], calls: Sequence[Call]) -> Iterator[str]:
    numbers = Counter((take.queue, take.number) for take in takes)
    yield from (f"given twice: {number}" for number, n in numbers.items() if n > 1)
    tickets = Counter(call.ticket for call in calls if call.ticket is not None)
    yield from (
        f"called twice: ticket {ticket}" for ticket, n in tickets.items() if n > 1
    )


def _from_nowhere(takes: Sequence[Take], called: Mapping[int, Call]) -> Iterator[str]:
    taken = {take.ticket: take for take in takes}
    for ticket, call in called.items():
        if ticket not in taken:
            yield f"called but never taken: ticket {ticket}"
        elif call.ended < taken[ticket].began:
            yield f"called before it was taken: ticket {ticket}"


def _numbers(takes: Sequence[Take]) -> Iterator[str]:
    """Each queue's numbers are 1, 2, 3 … and grow with time."""
    queues = defaultdict(list)
    for take in takes:
        queues[take.queue].append(take)
    for queue, its in queues.items():
        missing = set(range(1, len(its) + 1)) - {take.number for take in its}
        yield from (f"number lost: {queue} {number}" for number in sorted(missing))
        for earlier, take in _before(its, lambda t: t.number):
            yield f"number out of order: {queue} {take.number} after {earlier:.0f}"


def _before(
    takes: Iterable[Take], measure: Callable[[Take], float]
) -> Iterator[tuple[float, Take]]:
    """Yield each take with the greatest measure of all that ended before it began, where that is greater."""
    greatest = -inf
    takes = list(takes)
    ended = iter(sorted(takes, key=lambda take: take.ended))
    next_ended = next(ended, None)
    for take in sorted(takes, key=lambda take: take.began):
        while next_ended is not None and next_ended.ended < take.began:
            greatest = max(greatest, measure(next_ended))
            next_ended = next(ended, None)
        if greatest > measure(take):
            yield greatest, take


def _overtaken(lives: Sequence[Life]) -> Iterator[str]:
    """Whoever certainly came first, or has the smaller number, must not certainly be called later, or never."""
    by_ticket = {life.take.ticket: life for life in lives}
    latest = -inf
    pending = iter(sorted(lives, key=lambda life: life.take.ended))
    earlier = next(pending, None)
    for life in sorted(lives, key=lambda life: life.take.began):
        while earlier is not None and earlier.take.ended < life.take.began:
            latest = max(latest, earlier.call.began)
            earlier = next(pending, None)
        if life.call.ended < latest:
            yield f"called out of turn: ticket {life.take.ticket}"
    queues = defaultdict(list)
    for life in by_ticket.values():
        queues[life.take.queue].append(life)
    for queue, line in queues.items():
        latest = -inf
        for life in sorted(line, key=lambda life: life.take.number):
            if life.call.ended < latest:
                yield f"called before a smaller number: {queue} {life.take.number}"
            latest = max(latest, life.call.began)


def _wrongly_empty(lives: Sequence[Life], calls: Sequence[Call]) -> Iterator[str]:
    """Nobody waits, said a call, though at each of its moments somebody certainly did."""
    stretches: list[tuple[float, float]] = []
    waits = ((life.take.ended, life.call.began) for life in lives)
    for since, until in sorted(wait for wait in waits if wait[0] < wait[1]):
        if stretches and since <= stretches[-1][1]:
            stretches[-1] = (stretches[-1][0], max(until, stretches[-1][1]))
        else:
            stretches.append((since, until))
    starts = [since for since, _ in stretches]
    for call in calls:
        if call.ticket is None:
            index = bisect_right(starts, call.began) - 1
            if index >= 0 and call.ended <= stretches[index][1]:
                yield f"empty while somebody waits: at {call.began:.3f}"
