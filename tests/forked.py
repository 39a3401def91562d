"""`python -m …` without its second of imports, for tests that start a server or a command each.

A template process imports the server once per test worker. What is started here is forked from it, and is from then on
a process of its own, with its own arguments, environment and pipes.
"""

import multiprocessing
import os
import runpy
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from typing import IO

_TEMPLATE = multiprocessing.get_context("forkserver")
_TEMPLATE.set_forkserver_preload(["tests.forked", "tests.preloaded"])


class Forked:
    """A running `python -m MODULE ARGUMENTS…` whose output and errors can be read."""

    def __init__(
        self, module: str, arguments: Sequence[str], **environment: str
    ) -> None:
        """Start it in this directory, with these variables added to our own."""
        output, prints = _TEMPLATE.Pipe(duplex=False)
        errors, complains = _TEMPLATE.Pipe(duplex=False)
        self._process = _TEMPLATE.Process(
            target=_run,
            args=(
                [module, *arguments],
                {**os.environ, **environment},
                Path.cwd(),
                prints,
                complains,
            ),
        )
        self._process.start()
        prints.close()
        complains.close()
        self.stdout, self.stderr = _reader(output), _reader(errors)

    @property
    def pid(self) -> int:
        """Its number."""
        assert self._process.pid is not None
        return self._process.pid

    def send_signal(self, number: int) -> None:
        """Send it a signal."""
        os.kill(self.pid, number)

    def wait(self, timeout: float) -> int:
        """Return its exit code, which is negative for a signal; fail when it does not end in so many seconds."""
        self._process.join(timeout)
        code = self._process.exitcode
        assert code is not None, f"It has not ended in {timeout} s."
        self._process.close()
        return code


class Fresh:
    """The same from an interpreter of its own: what is measured shares no memory and no import with anybody."""

    def __init__(
        self, module: str, arguments: Sequence[str], **environment: str
    ) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", module, *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, **environment},
        )
        assert self._process.stdout is not None
        assert self._process.stderr is not None
        self.stdout, self.stderr = self._process.stdout, self._process.stderr

    @property
    def pid(self) -> int:
        """Its number."""
        return self._process.pid

    def send_signal(self, number: int) -> None:
        """Send it a signal."""
        self._process.send_signal(number)

    def wait(self, timeout: float) -> int:
        """Return its exit code, which is negative for a signal; fail when it does not end in so many seconds."""
        return self._process.wait(timeout)


def _reader(end: Connection) -> IO[str]:
    with end:
        return os.fdopen(os.dup(end.fileno()), encoding="utf-8")


def _run(
    arguments: list[str],
    environment: Mapping[str, str],
    directory: Path,
    prints: Connection,
    complains: Connection,
) -> None:
    """Become what was asked for; runs in the forked process."""
    # The template keeps to itself what it could not import.
    import tests.preloaded  # noqa: F401

    for end, place in ((prints, 1), (complains, 2)):
        os.dup2(end.fileno(), place)
        end.close()
    # Whoever has the tests run under `nohup` means the tests, not what they start.
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    os.chdir(directory)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = arguments
    # The template has imported it for what it imports; as the main module it is run anew.
    sys.modules.pop(arguments[0], None)
    runpy.run_module(arguments[0], run_name="__main__", alter_sys=True)
