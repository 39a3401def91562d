"""How soon analytics are there, of a year and of a month, and what they cost those who take numbers meanwhile."""

import http.client
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, timedelta
from threading import Event, Thread
from time import perf_counter

from bench.full_branch import add_accounts, signed_in
from bench.load import Client
from bench.looking import Manager
from bench.measure import Cost, Figure, a_server, put_load, quantile
from bench.year import A_DAY, DESKS, QUEUES, add_days
from tests.serving import RunningServer

_TIMES = 5
_LOAD_S = 10.0
_A_MONTH = 30

never = Event()
"""Is never set: whoever waits for it lets time pass."""


def run(*, quick: bool) -> Iterator[Figure]:
    """Measure; `quick` with 20 days of 2,000 tickets instead of 250."""
    days = 20 if quick else 250
    with a_server(desks=DESKS, queues=len(QUEUES)) as server:
        add_accounts(server)
        server.stop()
        found = add_days(server.data_dir / "queue.db", days)
        server.start()
        yield from _measure(server, found)


def _measure(server: RunningServer, days: list[date]) -> Iterator[Figure]:
    page = _Page(server, signed_in(server, 1)[0])
    last = days[-1]
    year = f"by=range&from={days[0]}&to={last}"
    month = f"by=range&from={last - timedelta(days=_A_MONTH - 1)}&to={last}"
    tickets = f"{len(days)} days, {len(days) * A_DAY} tickets"
    take = Client("/api/v1/tickets", server.device("kiosk").token, '{"queue":"q1"}')

    def takes_ms(meanwhile: Callable[[], object]) -> tuple[float, float]:
        """Return how long takes last, half and 99 of 100, while this is done again and again."""
        over = Event()

        def again() -> None:
            while not over.is_set():
                meanwhile()

        doing = Thread(target=again)
        doing.start()
        latencies = put_load(server, [take], _LOAD_S).latencies_ms
        over.set()
        doing.join()
        return quantile(latencies, 0.5), quantile(latencies, 0.99)

    alone = takes_ms(lambda: never.wait(1))
    first: list[float] = []
    began = perf_counter()
    counting = takes_ms(lambda: first.append(page.opened_ms(year)) if not first else never.wait(1))  # fmt: skip
    while page.is_counting(year):
        never.wait(1)
    counted_s = perf_counter() - began
    yield _figure(f"the first time, with what is counted: {tickets}", first[0], "ms", target=1_000)  # fmt: skip
    yield _figure(f"until all is counted: {tickets}", counted_s, "s")
    for what, query, target in (
        (f"again: {tickets}", year, 1_000),
        ("any month", month, 300),
        (f"one queue: {tickets}", f"{year}&queue=q3", 1_000),
    ):
        cost = Cost(server.pid)
        again = [page.opened_ms(query) for _ in range(_TIMES)]
        note = f"{cost.cpu_s() / _TIMES * 1000:.0f} ms of CPU each"
        yield _figure(what, quantile(again, 0.5), "ms", target=target, note=note)
    opening = takes_ms(lambda: (page.opened_ms(year), never.wait(1)))
    for what, (half, most) in (
        ("nobody looks back", alone),
        ("days are counted for the first time", counting),
        ("a manager opens the year every second", opening),
    ):
        yield _figure(f"take, half, while {what}", half, "ms", note=f"99 of 100 {most:.1f} ms")  # fmt: skip


class _Page:
    """The page of analytics, as a manager's browser fetches it."""

    def __init__(self, server: RunningServer, manager: Manager) -> None:
        self._port = server.port
        self._headers = {
            "Accept": "text/html",
            "Accept-Language": manager.language,
            "Cookie": f"manager={manager.session}",
        }

    def opened_ms(self, query: str) -> float:
        """Return how long it takes until the whole page is there."""
        began = perf_counter()
        self._opened(query)
        return (perf_counter() - began) * 1000

    def is_counting(self, query: str) -> bool:
        """Return whether days are left out of it that are still being counted."""
        return b'data-key="counting"' in self._opened(query)

    def _opened(self, query: str) -> bytes:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=600)
        connection.request("GET", f"/manager/analytics?{query}", headers=self._headers)
        answer = connection.getresponse()
        page = answer.read()
        with suppress(OSError):
            connection.close()
        assert answer.status == 200, answer.status
        return page


def _figure(
    what: str, value: float, unit: str, *, target: float | None = None, note: str = ""
) -> Figure:
    return Figure(what=what, value=value, unit=unit, target=target, note=note)
