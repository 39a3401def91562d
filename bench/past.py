"""What the past costs in a year of half a million tickets: a ticket found by its label, its story, the branch at a moment, a day that is played again."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from random import Random
from time import perf_counter
from typing import Any

from bench import year
from bench.measure import Figure, a_server, quantile
from server.forecast.what_if import OneMoreDesk
from server.store.store import MAIN_BRANCH, Reading
from server.store.view import View
from server.usecases.replay import branch_at, find_ticket, story_of
from server.usecases.what_if import what_if

_STORIES = 200


def run(*, quick: bool) -> Iterator[Figure]:
    """Measure; `quick` in a month instead of a year."""
    days = 25 if quick else 250
    with a_server(desks=year.DESKS, queues=len(year.QUEUES)) as server:
        server.stop()
        played = year.add_days(server.data_dir / "queue.db", days)
        reading = Reading(server.data_dir)
        with reading.reading(MAIN_BRANCH) as view:
            yield from _figures(view, played, f"{days * year.A_DAY:,} tickets")
        reading.close()


def _figures(view: View, days: list[Any], size: str) -> Iterator[Figure]:
    random, now = Random(14), datetime.now(UTC)
    chosen = [
        random.choice(view.tickets_of(random.choice(days))) for _ in range(_STORIES)
    ]
    shares = (("half", 0.5), ("99 of 100", 0.99))
    lookups = [_ms(lambda t=t: find_ticket(view, t.label, t.day)) for t in chosen]  # type: ignore[misc]
    for what, share in shares:
        yield Figure(
            what=f"a ticket found by its day and label, {size}, {what}",
            value=quantile(lookups, share),
            unit="ms",
            target=10,
        )
    spans = [_ms(lambda id=t.id: story_of(view, id, now)) for t in chosen]  # type: ignore[misc]
    for what, share in shares:
        yield Figure(
            what=f"a ticket's story, {size}, {what}",
            value=quantile(spans, share),
            unit="ms",
            target=300,
        )
    noon = datetime(days[0].year, days[0].month, days[0].day, 12, tzinfo=UTC)
    yield Figure(
        what=f"the branch at a moment, {size}",
        value=_ms(lambda: branch_at(view, noon)),
        unit="ms",
    )
    more = OneMoreDesk(queues=(year.QUEUES[0],), since_s=6 * 3600, until_s=8 * 3600)
    middle = days[len(days) // 2]
    yield Figure(
        what=f"a day of {year.A_DAY:,} played again, ten times without a change and with it",
        value=_ms(lambda: what_if(view, middle, more)) / 1000,
        unit="s",
    )


def _ms(work: Callable[[], object]) -> float:
    began = perf_counter()
    work()
    return (perf_counter() - began) * 1000
