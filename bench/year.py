"""A year of a busy branch, put straight into a database: 2,000 tickets a day at twelve desks, each row sealed as the server seals it."""

import heapq
import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from server.domain import numbering
from server.store import digests, tables
from server.store.tokens import TicketTokens, token_hash

A_DAY = 2_000
QUEUES = tuple(f"q{number}" for number in range(1, 9))
DESKS = 12
_OPEN_S = 9 * 3600
_S = 1_000_000

_JOURNAL = [column.name for column in tables.journal.columns]
_TICKET = [column.name for column in tables.ticket.columns]


def add_days(path: Path, days: int, *, seed: int = 1) -> list[date]:
    """Put so many closed days, up to yesterday, into the database of a branch with these queues and desks; nobody has it open. Return the days."""
    tokens = TicketTokens((path.parent / "secret.key").read_bytes())
    random = Random(seed)
    today = datetime.now(UTC).date()
    found = [today - timedelta(days=days - n) for n in range(days)]
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA synchronous=OFF")
        (seq,) = database.execute("SELECT last_seq FROM branch").fetchone()
        (before,) = database.execute(
            "SELECT digest FROM journal WHERE seq = ?", [seq]
        ).fetchone()
        writer = _Writer(seq, before)
        writer.end(today, found[0])
        for day, following in zip(found, [*found[1:], today], strict=True):
            _play(writer, day, random, tokens)
            writer.end(day, following)
            writer.write(database)
        database.execute("UPDATE branch SET digest = NULL, last_seq = ?", [writer.seq])
    return found


@dataclass
class _Writer:
    seq: int
    before: bytes | None
    rows: list[list[Any]] = field(default_factory=list)
    tickets: list[list[Any]] = field(default_factory=list)

    def add(self, at: int, kind: str, body: dict[str, Any], ticket: int | None = None, desk: int | None = None) -> int:  # fmt: skip
        """Add a row of the journal and return its number; a ticket that is taken has the row's."""
        self.seq += 1
        values = {
            "branch_id": 1,
            "seq": self.seq,
            "act": self.seq,
            "at": at,
            "kind": kind,
            "ticket": self.seq if kind == "taken" else ticket,
            "device": None,
            "desk": desk,
            "servicer": None if desk is None else f"Servicer {desk}",
            "manager": None,
            "body": json.dumps(body),
        }
        self.before = digests.digest_of(tables.journal, values, self.before)
        self.rows.append([*(values[name] for name in _JOURNAL[:-1]), self.before])
        return self.seq

    def end(self, day: date, following: date) -> None:
        """End the day."""
        at = _micros(following) + 4 * 3600 * _S
        self.add(at, "day_closed", {"closed": str(day), "opened": str(following)})

    def write(self, database: sqlite3.Connection) -> None:
        """Write what was added."""
        for table, columns, rows in (
            ("journal", _JOURNAL, self.rows),
            ("ticket", _TICKET, self.tickets),
        ):
            names = ", ".join(f'"{column}"' for column in columns)
            places = ", ".join("?" * len(columns))
            database.executemany(
                f"INSERT INTO {table} ({names}) VALUES ({places})", rows
            )
            rows.clear()


def _play(writer: _Writer, day: date, random: Random, tokens: TicketTokens) -> None:
    """Let customers come, wait for the desk that is free first, be served, leave, or not come when they are called."""
    begins = _micros(day) + 8 * 3600 * _S
    for number in range(1, DESKS + 1):
        who = {"desk": number, "servicer": f"Servicer {number}", "device": number}
        writer.add(begins - 60 * _S, "signed_in", who, desk=number)
    steps = sorted(_steps(begins, random), key=lambda step: step[0])
    ids: dict[int, int] = {}
    for at, kind, visit in steps:
        desk = None if kind in ("taken", "left") else visit.desk
        body: dict[str, Any] = {}
        if kind == "taken":
            position = numbering.position(
                tables.EPOCH + timedelta(microseconds=at), writer.seq + 1
            )
            body = {
                "queue": visit.queue,
                "day": str(day),
                "number": visit.number,
                "label": visit.label,
                "position": position,
            }
        elif kind == "called":
            body = {"desk": desk, "servicer": f"Servicer {desk}"}
        seq = writer.add(at, kind, body, ids.get(visit.number), desk)
        if kind == "taken":
            ids[visit.number] = seq
            visit.position = position
        if kind in ("finished", "missed", "left"):
            writer.tickets.append(_ticket(ids[visit.number], day, visit, seq, tokens))
    for number in range(1, DESKS + 1):
        who = {"desk": number, "servicer": f"Servicer {number}"}
        writer.add(begins + (_OPEN_S + 7200) * _S, "signed_out", who, desk=number)


@dataclass
class _Visit:
    number: int
    queue: str
    desk: int
    asked: int
    called: int | None
    ended: int
    state: str
    position: str = ""

    @property
    def label(self) -> str:
        return numbering.label(
            "ABCDEFGH"[QUEUES.index(self.queue)], self.number, digits=4
        )


def _steps(begins: int, random: Random) -> Iterator[tuple[int, str, _Visit]]:
    free = [(begins, desk) for desk in range(1, DESKS + 1)]
    heapq.heapify(free)
    arrivals = sorted(random.uniform(0, _OPEN_S) for _ in range(A_DAY))
    mean_s = 0.97 * _OPEN_S * DESKS / A_DAY
    for number, arrival in enumerate(arrivals, start=1):
        asked = begins + int(arrival * _S)
        queue = random.choice(QUEUES)
        since, desk = free[0]
        called = max(asked, since + int(random.uniform(2, 20) * _S))
        patience = int(random.expovariate(1 / 3600) * _S)
        if asked + patience < called:
            visit = _Visit(number, queue, desk, asked, None, asked + patience, "left")
        else:
            is_missed = random.random() < 0.04
            lasts = 60 if is_missed else random.lognormvariate(-0.3, 0.8) * mean_s
            ended = called + int(lasts * _S) + 1
            state = "missed" if is_missed else "done"
            visit = _Visit(number, queue, desk, asked, called, ended, state)
            heapq.heapreplace(free, (ended, desk))
        yield asked, "taken", visit
        if visit.called is not None:
            yield visit.called, "called", visit
        kind = {"done": "finished"}.get(visit.state, visit.state)
        yield visit.ended, kind, visit


def _ticket(
    id: int, day: date, visit: _Visit, seq: int, tokens: TicketTokens
) -> list[Any]:
    called, asked = visit.called, visit.asked
    at = tables.EPOCH + timedelta(microseconds=asked)
    mid = max(60, int(((called or visit.ended) - asked) / _S * 0.9))
    values: dict[str, Any] = {
        "branch_id": 1,
        "id": id,
        "token_hash": token_hash(tokens.of(1, id, at)),
        "day": day.isoformat(),
        "queue": visit.queue,
        "number": visit.number,
        "label": visit.label,
        "state": visit.state,
        "position": visit.position,
        "taken_at": asked,
        "since": called or asked,
        "touched": seq,
        "waited": 0 if called is None else called - asked,
        "served": visit.ended - called if called and visit.state == "done" else 0,
        "calls": 0 if called is None else 1,
        "called_at": called,
        "last_called_at": called,
        "called_seq": None if called is None else id + 1,
        "ended_at": visit.ended,
        "corrected": 0,
        "desk": None if called is None else visit.desk,
        "servicer": None if called is None else f"Servicer {visit.desk}",
        "postponed": 0,
        "promise": json.dumps({"low_s": mid // 2, "mid_s": mid, "high_s": mid * 2}),
    }
    row = {name: values.get(name) for name in _TICKET[:-1]}
    digest = digests.digest_of(tables.ticket, row)
    return [*row.values(), digest]


def _micros(day: date) -> int:
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()) * _S
