"""Tickets a second, each durable before it is answered, at 1, 12 and 100 clients and in the founder's load shape."""

import sqlite3
from collections.abc import Iterator

from bench.load import Client, Loaded
from bench.measure import Cost, Figure, a_server, generator_note, put_load, quantile
from tests.serving import RunningServer

_TARGETS = {1: (900, 1300), 12: (2000, 3000), 100: (2500, 3500)}
_P99_TARGETS = {12: (15, 8), 100: (90, 45)}


def run(*, quick: bool) -> Iterator[Figure]:
    """Measure; `quick` for seconds rather than minutes."""
    with a_server() as server:
        take = Client("/api/v1/tickets", server.device("kiosk").token, '{"queue":"q1"}')
        given = 0
        for clients, (target, beyond) in _TARGETS.items():
            cost = Cost(server.pid)
            loaded = put_load(server, [take] * clients, 3 if quick else 15)
            given += len(loaded.latencies_ms)
            yield Figure(
                what=f"tickets/s, {clients} clients",
                value=len(loaded.latencies_ms) / loaded.seconds,
                unit="/s",
                target=target,
                beyond=beyond,
                more_is_better=True,
                note=_note(loaded, cost),
            )
            yield from _latencies(clients, loaded)
        shape = (3, 6, 1) if quick else (30, 60, 10)
        founders = put_load(
            server, [take] * 100, shape[1], ramp_up=shape[0], ramp_down=shape[2]
        )
        given += len(founders.latencies_ms)
        yield Figure(
            what="founder's load shape: tickets/s",
            value=len(founders.latencies_ms) / founders.seconds,
            unit="/s",
            note=generator_note(founders),
        )
        yield Figure(
            what="founder's load shape: p99",
            value=quantile(founders.latencies_ms, 0.99),
            unit="ms",
            target=100,
        )
        yield _durable(server, given)


def _latencies(clients: int, loaded: Loaded) -> Iterator[Figure]:
    target, beyond = _P99_TARGETS.get(clients, (None, None))
    for name, share in (("p50", 0.5), ("p99", 0.99)):
        yield Figure(
            what=f"take {name}, {clients} clients",
            value=quantile(loaded.latencies_ms, share),
            unit="ms",
            target=target if name == "p99" else None,
            beyond=beyond if name == "p99" else None,
        )


def _note(loaded: Loaded, cost: Cost) -> str:
    share = cost.cpu_s() / loaded.seconds
    words = f"server {share:.0%} CPU, {cost.memory_mb():.0f} MB"
    return ", ".join(filter(None, [words, generator_note(loaded)]))


def _durable(server: RunningServer, given: int) -> Figure:
    """Look into the database itself: every ticket that was answered is there, and each number once."""
    with sqlite3.connect(server.data_dir / "queue.db") as database:
        count, numbers = database.execute(
            "SELECT count(*), count(DISTINCT number) FROM ticket"
        ).fetchone()
    wrong = max(0, given - count) + (count - numbers)
    return Figure(what="tickets lost or doubled", value=wrong, unit="", target=0)
