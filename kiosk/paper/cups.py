"""A queue of CUPS: it takes a ticket, and says of itself whether the ticket went on."""

import os
import re
import subprocess
import time
from typing import NoReturn, Self

ASK_S = 5.0
EVERY_S = 0.3
JOB = re.compile(r"(?<!\S)\S+-\d+(?!\S)")
"""As `lp` says it: request id is Receipts-12 (0 file(s))."""

PRINT_S = 15.0
"""How long a ticket may stay in the queue; what comes out later would find nobody."""


class Cups:
    """A queue of CUPS, in whose name capitals do not count; what it says of itself is English in every country."""

    answers = False

    def __init__(self, queue: str, print_s: float = PRINT_S) -> None:
        self._queue = queue
        self._print_s = print_s
        self._must_work()

    def send(self, data: bytes) -> None:
        """Hand the bytes over as they are and see them leave; raise `OSError` when CUPS refuses or keeps them."""
        said = _run(["lp", "-d", self._queue, "-o", "raw"], data)
        found = JOB.search(said)
        if found is None:
            raise OSError(f"CUPS does not say what became of it: {said.strip()}")
        job = found[0]
        give_up_at = time.monotonic() + self._print_s
        while self._holds(job):
            try:
                self._must_work()
            except OSError:
                self._take_back(job)
            if time.monotonic() > give_up_at:
                self._take_back(job)
            time.sleep(EVERY_S)

    def answer(self, within_s: float) -> bytes:
        """Return nothing."""
        return b""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing is held open."""

    def _must_work(self) -> None:
        """Raise `OSError` when the queue is not there, stopped, or takes nothing."""
        said = _run(["lpstat", "-p", self._queue, "-a", self._queue])
        # A queue may be named with an instance: Receipts/narrow.
        name = self._queue.partition("/")[0].casefold()
        for line in said.splitlines():
            troubles = (f"printer {name} disabled", f"{name} not accepting")
            if " ".join(line.casefold().split()).startswith(troubles):
                raise OSError(f"CUPS says: {line}")

    def _holds(self, job: str) -> bool:
        """Return whether the job is still to be printed."""
        said = _run(["lpstat", "-o", self._queue])
        held = {
            words[0].casefold() for line in said.splitlines() if (words := line.split())
        }
        return job.casefold() in held

    def _take_back(self, job: str) -> NoReturn:
        """Cancel a job that does not go on, so that nobody's ticket comes out later; raise `OSError`."""
        _run(["cancel", job])
        raise OSError(f"CUPS did not print {job}")


def _run(command: list[str], data: bytes = b"") -> str:
    """Run one of CUPS' commands and return what it says; raise `OSError` when it fails."""
    try:
        done = subprocess.run(
            command,
            input=data,
            check=True,
            capture_output=True,
            timeout=ASK_S,
            env={**os.environ, "LC_ALL": "C"},
        )
    except subprocess.CalledProcessError as error:
        raise OSError(error.stderr.decode(errors="replace").strip()) from error
    except subprocess.SubprocessError as error:
        raise OSError(str(error)) from error
    return done.stdout.decode(errors="replace")
