"""Learns from a branch's whole journal how long people wait, in a process of its own that gives way to all others.

    python -m server.serve.relearn DIRECTORY BRANCH

It writes what it has learnt to its output, for the server to go on from.
"""

import sys
from pathlib import Path
from typing import BinaryIO

import msgspec

from server.forecast.forecaster import Forecaster
from server.live import learning
from server.live.learning import Kept
from server.store.apart import give_way
from server.store.promises import Learnt
from server.store.store import Reading
from server.store.view import View

HOW_NICE = 19


def relearn(view: View) -> Learnt:
    """Return what the branch's journal teaches."""
    forecaster = learning.from_the_journal(Forecaster, view)
    return learning.learnt(view.branch.seq, Kept(forecaster.dump()))


def command(directory: Path, branch_id: int) -> list[str]:
    """Return the command that learns from this branch."""
    return [sys.executable, "-m", __name__, str(directory), str(branch_id)]


def read(written: bytes) -> Learnt:
    """Return what was written; raise `msgspec.DecodeError` where it is not whole."""
    return msgspec.msgpack.decode(written, type=Learnt)


def main(directory: str, branch_id: str, out: BinaryIO) -> None:
    """Learn, and write what was learnt."""
    reading = Reading(Path(directory))
    try:
        with reading.reading(int(branch_id)) as view:
            learnt = relearn(view)
    finally:
        reading.close()
    out.write(msgspec.msgpack.encode(learnt))


if __name__ == "__main__":
    give_way(HOW_NICE)
    main(sys.argv[1], sys.argv[2], sys.stdout.buffer)
