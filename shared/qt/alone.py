"""One program of a kind alone has a state directory: two would write over what the other must not forget."""

from collections.abc import Callable
from pathlib import Path

import click
from PySide6.QtCore import QLockFile


def run_alone(
    program: str,
    state_dir: Path,
    run: Callable[[], int],
    *,
    said: str = "runs here already.",
    meet: Callable[[], object] = lambda: None,
) -> int:
    """Run the program and return its exit code; where one runs there, `meet` it and say how there may be two."""
    lock = the_only_one(state_dir, program)
    if lock is None:
        meet()
        click.echo(
            f"A {NAMES[program]} {said} "
            "A second one needs a state directory of its own: --state-dir."
        )
        return 0
    try:
        return run()
    finally:
        # Whoever begins anew may do so in this very process.
        lock.unlock()


NAMES = {"kiosk": "kiosk", "display": "display", "servicer": "console"}
"""What people call each program."""


def the_only_one(state_dir: Path, program: str) -> QLockFile | None:
    """Return this program's hold on a state directory; None while another one has it."""
    lock = QLockFile(str(state_dir / f"{program}-lock"))
    # One that runs for days is none that has died: whose process is gone, Qt sees by itself.
    lock.setStaleLockTime(0)
    return lock if lock.tryLock(0) or not_lockable(lock) else None


def not_lockable(lock: QLockFile) -> bool:
    """Return whether nothing can be kept there at all: then there is nothing to share either."""
    return lock.error() is not QLockFile.LockError.LockFailedError
