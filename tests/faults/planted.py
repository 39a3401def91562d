"""`python -m tests.faults.planted …` is the command line with faults in it: each breaks out when its file appears.

A fault is a file of the folder that `FAULTS` names; one that breaks out once takes its file away.
"""

import os
import runpy
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import gevent

from server.live.branch_stream import BranchStream
from server.live.hub import Hub
from server.push.sender import PushSender
from server.serve import housekeeping
from server.serve.control import Control
from server.store.store import Store
from server.store.writer import Writer

_FOLDER = Path(os.environ["FAULTS"])


class Planted(Exception):
    """The fault that a test has planted."""


def _breaks_out(name: str) -> bool:
    return (_FOLDER / name).exists()


def _breaks_out_once(name: str) -> bool:
    try:
        (_FOLDER / name).unlink()
    except FileNotFoundError:
        return False
    return True


def _before(kind: Any, method: str, fault: Callable[[], None]) -> None:
    whole = getattr(kind, method)

    def faulty(*args: Any, **kwargs: Any) -> Any:
        fault()
        return whole(*args, **kwargs)

    setattr(kind, method, faulty)


def _raises(name: str, error: type[BaseException] = Planted) -> Callable[[], None]:
    def fault() -> None:
        if _breaks_out_once(name):
            raise error(name)

    return fault


def a_loop_without_end(name: str) -> None:
    """Go round and round while the fault is there."""
    while _breaks_out(name):
        pass


def a_route_that_blocks() -> None:
    """Hold the whole loop up for a quarter of a minute, as a careless view would."""
    if _breaks_out_once("route-blocks"):
        time.sleep(15)


def a_beginning_that_takes_long() -> None:
    """Take as long to begin as the fault is there, as a large database does that is brought to a new shape."""
    while _breaks_out("begins-slowly"):
        time.sleep(0.05)


_before(Hub, "_turn", _raises("hub"))
_before(Hub, "_turn", _raises("hub-ends", SystemExit))
_before(Hub, "_turn", lambda: a_loop_without_end("hub-loops"))
_before(BranchStream, "hear", _raises("branch"))
_before(BranchStream, "welcome", _raises("watcher"))
_before(Writer, "_commit", _raises("writer"))
_before(Writer, "_commit", _raises("writer-ends", gevent.GreenletExit))
_before(Control, "_outcome", _raises("control"))
_before(housekeeping, "look_after", _raises("housekeeping"))
_before(
    housekeeping.Housekeeping,
    "_branches",
    _raises("housekeeping-ends", gevent.GreenletExit),
)
_before(PushSender, "_call", _raises("push"))
_before(Store, "device_of", a_route_that_blocks)
_before(Store, "look_before_beginning", a_beginning_that_takes_long)

if __name__ == "__main__":
    sys.argv[0] = "server.cli"
    runpy.run_module("server.cli", run_name="__main__", alter_sys=True)
