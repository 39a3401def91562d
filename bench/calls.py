"""Calls a second: 32 desks press "Call next" at once over a long line, and nobody is called twice."""

import sqlite3
from collections.abc import Iterator

from bench.load import Client
from bench.measure import Figure, a_server, consoles, generator_note, put_load, quantile

_DESKS = 32


def run(*, quick: bool) -> Iterator[Figure]:
    """Measure; `quick` for seconds rather than minutes."""
    with a_server(desks=_DESKS) as server:
        desks = consoles(server, _DESKS)
        take = Client("/api/v1/tickets", server.device("kiosk").token, '{"queue":"q1"}')
        put_load(server, [take] * 50, 6 if quick else 30)
        call = [
            Client(f"/api/v1/desks/{number}/call-next", desk.token, '{"finish":true}')
            for number, desk in enumerate(desks, start=1)
        ]
        loaded = put_load(server, call, 2 if quick else 10)
        yield Figure(
            what=f"calls/s, {_DESKS} desks",
            value=len(loaded.latencies_ms) / loaded.seconds,
            unit="/s",
            target=1000,
            beyond=2000,
            more_is_better=True,
            note=generator_note(loaded),
        )
        yield Figure(
            what=f"call p99, {_DESKS} desks",
            value=quantile(loaded.latencies_ms, 0.99),
            unit="ms",
        )
        with sqlite3.connect(server.data_dir / "queue.db") as database:
            calls, tickets = database.execute(
                "SELECT count(*), count(DISTINCT ticket) FROM journal WHERE kind = 'called'"
            ).fetchone()
        yield Figure(what="called twice", value=calls - tickets, unit="", target=0)
