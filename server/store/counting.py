"""Counts days in a process of its own, which gives way to all others: `python -m server.store.counting DIRECTORY BRANCH DAY …`.

It writes what each day amounts to on a line of its own, in the order of the days; of a day that is damaged an empty one.
"""

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import msgspec

from server.domain.figures.kept import DayFigures
from server.store import figures
from server.store.apart import give_way
from server.store.digests import Damaged
from server.store.figures import Spans
from server.store.store import Reading

_HOW_NICE = 10

_decoder = msgspec.json.Decoder(DayFigures)


def command(directory: Path, branch_id: int, days: Sequence[date]) -> list[str]:
    """Return the command that counts these days."""
    return [
        sys.executable,
        "-m",
        "server.store.counting",
        str(directory),
        str(branch_id),
        *map(str, days),
    ]


def read(line: bytes) -> DayFigures | None:
    """Return what a line says, None where the day is damaged."""
    return _decoder.decode(line) if line.strip() else None


def main(directory: str, branch_id: str, *days: str) -> None:
    """Count these days."""
    give_way(_HOW_NICE)
    reading = Reading(Path(directory))
    out = sys.stdout.buffer
    for day in map(date.fromisoformat, days):
        # Each in a transaction of its own: a long one would keep the log from being emptied.
        with reading.reading(int(branch_id)) as view:
            try:
                counted = figures.count(view, day, Spans(view))
            except Damaged:
                out.write(b"\n")
            else:
                out.write(msgspec.json.encode(counted) + b"\n")
        out.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
