"""How a process behaves that works on a branch beside its server: it gives way to all others, and goes when the server goes."""

import os
import sys
import threading
from time import sleep

_LOOK_EVERY_S = 0.5


def give_way(niceness: int) -> None:
    """Let everything else go first from here on, and end this process as soon as whoever started it has ended, however they did."""
    if sys.platform == "win32":
        return
    os.nice(niceness)
    parent = os.getppid()
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: int) -> None:
    # Whom a process belongs to changes when its parent ends.
    while os.getppid() == parent:
        sleep(_LOOK_EVERY_S)
    os._exit(1)
