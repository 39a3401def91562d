"""A server is killed while phones watch: how long until all of them are live again, and do takes go on meanwhile."""

from collections.abc import Iterator
from time import time

from bench.crowd import Crowd, take_many
from bench.load import Client
from bench.measure import Figure, a_server, put_load, quantile, raise_file_limit


def run(*, quick: bool) -> Iterator[Figure]:
    """Measure; `quick` with a tenth of the phones."""
    raise_file_limit()
    phones = 1_000 if quick else 10_000
    with a_server() as server:
        pages = take_many(server, phones)
        with Crowd(server, pages) as crowd:
            crowd.again()
            server.kill()
            server.start()
            up = time()
            take = Client(
                "/api/v1/tickets", server.device("kiosk").token, '{"queue":"q1"}'
            )
            loaded = put_load(server, [take] * 4, 3 if quick else 10)
            everybody = crowd.wait_until_live()
        yield Figure(
            what=f"{phones} phones live again",
            value=everybody - up,
            unit="s",
            target=20,
            beyond=8,
        )
        yield Figure(
            what="take p99 meanwhile",
            value=quantile(loaded.latencies_ms, 0.99),
            unit="ms",
            note=f"{len(loaded.latencies_ms) / loaded.seconds:.0f}/s",
        )
