"""What a take, a call, the board and the reports cost with ever more old tickets in the database."""

import json
import sqlite3
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from time import perf_counter
from typing import Any

from bench.load import Client
from bench.measure import Figure, a_server, consoles, put_load, quantile
from server.store.tokens import TicketTokens, token_hash
from tests.serving import Device, RunningServer

_A_DAY = 2_000
_TIMES = 30
_ROUNDS = 7


def run(*, quick: bool) -> Iterator[Figure]:
    """Measure; `quick` with up to 10,000 old tickets instead of a million."""
    for size in (10_000,) if quick else (1_000, 10_000, 100_000, 1_000_000):
        with a_server(desks=1) as empty, a_server(desks=1) as server:
            server.stop()
            add_old_tickets(server.data_dir / "queue.db", size)
            began = perf_counter()
            server.start()
            started = perf_counter() - began
            yield Figure(
                what=f"server start, {size} old tickets",
                value=started,
                unit="s",
                target=2 if size == 100_000 else None,
                beyond=0.8 if size == 100_000 else None,
            )
            yield from _beside_empty(server, empty, size)
            yield from _reports(server, size)


def _beside_empty(
    server: RunningServer, empty: RunningServer, size: int
) -> Iterator[Figure]:
    """Ask both servers in turn: the machine's own moods then reach both alike."""
    both = _Branch(server), _Branch(empty)
    rounds = [tuple(branch.costs() for branch in both) for _ in range(_ROUNDS)]
    for what in rounds[0][0]:
        ratios = [full[what] / bare[what] for full, bare in rounds]
        yield Figure(
            what=f"{what}, {size} old tickets",
            value=quantile(ratios, 0.5),
            unit="×",
            target=1.2,
            beyond=1.05,
            note=f"{quantile([full[what] for full, _ in rounds], 0.5):.1f} ms; × of an empty database",
        )


class _Branch:
    """A server's branch with its kiosk and its desk."""

    def __init__(self, server: RunningServer) -> None:
        self._server = server
        self._kiosk = server.device("kiosk")
        (self._desk,) = consoles(server, 1)
        put_load(server, [self._take, self._call], 1)

    @property
    def _take(self) -> Client:
        return Client("/api/v1/tickets", self._kiosk.token, '{"queue":"q1"}')

    @property
    def _call(self) -> Client:
        return Client("/api/v1/desks/1/call-next", self._desk.token, '{"finish":true}')

    def costs(self) -> dict[str, float]:
        """Return the median milliseconds of each thing, now."""
        takes = put_load(self._server, [self._take], 1).latencies_ms
        calls = put_load(self._server, [self._call], 0.3).latencies_ms
        return {
            "take p50": quantile(takes, 0.5),
            "call p50": quantile(calls, 0.5),
            "board p50": _get_ms(self._kiosk, "/board"),
        }


def _reports(server: RunningServer, size: int) -> Iterator[Figure]:
    if size < 10_000:
        return
    manager = server.device("manager")
    yesterday = datetime.now(UTC).date() - timedelta(days=1)
    yield Figure(
        what=f"report of a day of {_A_DAY}, {size} old tickets",
        value=_get_ms(manager, f"/reports/day?date={yesterday}", times=5),
        unit="ms",
        target=200,
    )
    days = min(250, size // _A_DAY)
    first = yesterday - timedelta(days=days - 1)
    yield Figure(
        what=f"report of {days} days ({days * _A_DAY} tickets)",
        value=_get_ms(manager, f"/reports/day?date={first}&to={yesterday}", times=3),
        unit="ms",
        target=2_000 if days == 250 else None,
    )


def _get_ms(device: Device, path: str, times: int = _TIMES) -> float:
    spans = []
    for _ in range(times):
        began = perf_counter()
        answer = device.get(path)
        spans.append((perf_counter() - began) * 1000)
        assert answer.status_code == 200, answer.text
    return quantile(spans, 0.5)


def add_old_tickets(path: Path, count: int) -> None:
    """Put so many served tickets of past days, 2,000 a day, straight into a database that nobody has open."""
    if not count:
        return
    tokens = TicketTokens((path.parent / "secret.key").read_bytes())
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA synchronous=OFF")
        ticket = _template(database, "ticket")
        journal = _template(database, "journal")
        seq: int = database.execute("SELECT last_seq FROM branch").fetchone()[0]
        today = datetime.now(UTC).date()
        for start in range(0, count, 50_000):
            numbers = range(start, min(count, start + 50_000))
            database.executemany(
                _insert("ticket", ticket),
                [
                    _old_ticket(ticket, seq + 1 + 3 * n, n, today, tokens)
                    for n in numbers
                ],
            )
            database.executemany(
                _insert("journal", journal),
                [
                    _old_row(journal, seq + 1 + 3 * n, step, n, today)
                    for n in numbers
                    for step in range(3)
                ],
            )
        database.execute(
            "UPDATE branch SET digest = NULL, last_seq = ?", [seq + 3 * count]
        )


_STEPS = (
    ("taken", '{"queue":"q1","day":"%s","number":%d,"label":"A%03d","position":"%s"}'),
    ("called", '{"desk":1,"servicer":"Servicer 1"}'),
    ("finished", "{}"),
)


def _template(database: sqlite3.Connection, table: str) -> list[str]:
    return [row[1] for row in database.execute(f"PRAGMA table_info({table})")]


def _insert(table: str, columns: list[str]) -> str:
    names = ", ".join(f'"{column}"' for column in columns)
    return f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(columns))})"


def _old_ticket(
    columns: list[str], id: int, n: int, today: date, tokens: TicketTokens
) -> list[Any]:
    day, taken = _moment(n, today)
    micros = int(taken.timestamp() * 1_000_000)
    values: dict[str, Any] = {
        "branch_id": 1,
        "id": id,
        "token_hash": token_hash(tokens.of(1, id, taken)),
        "day": day.isoformat(),
        "queue": "q1",
        "number": n % _A_DAY + 1,
        "label": f"A{n % _A_DAY + 1:03d}",
        "state": "done",
        "position": f"{micros:020d}",
        "taken_at": micros,
        "since": micros + 900_000_000,
        "touched": id + 2,
        "waited": 600_000_000,
        "served": 300_000_000,
        "calls": 1,
        "called_at": micros + 600_000_000,
        "last_called_at": micros + 600_000_000,
        "called_seq": id + 1,
        "started_at": micros + 600_000_000,
        "ended_at": micros + 900_000_000,
        "corrected": 0,
        "desk": 1,
        "servicer": "Servicer 1",
        "postponed": 0,
    }
    return [values.get(column) for column in columns]


def _old_row(columns: list[str], id: int, step: int, n: int, today: date) -> list[Any]:
    day, taken = _moment(n, today)
    micros = int(taken.timestamp() * 1_000_000)
    kind, body = _STEPS[step]
    number = n % _A_DAY + 1
    values: dict[str, Any] = {
        "branch_id": 1,
        "seq": id + step,
        "at": micros + step * 300_000_000,
        "act": id + step,
        "kind": kind,
        "ticket": id,
        "desk": 1 if step else None,
        "servicer": "Servicer 1" if step else None,
        "body": body % (day, number, number, f"{micros:020d}") if step == 0 else body,
    }
    json.loads(values["body"])
    return [values.get(column) for column in columns]


def _moment(n: int, today: date) -> tuple[date, datetime]:
    day = today - timedelta(days=1 + n // _A_DAY)
    opening = datetime(day.year, day.month, day.day, 8, tzinfo=UTC)
    return day, opening + timedelta(seconds=14 * (n % _A_DAY))
