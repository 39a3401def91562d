"""The programs of a demo as child processes, and the robot's hand that presses their buttons."""

import json
import os
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Self


class DemoFailed(Exception):
    """A program of the demo ended or did not do what it was asked; `str()` says which."""


class NotThere(DemoFailed):
    """The window has no such button now, or it is disabled."""


class Child:
    """A program that ends with the demo; its log goes to a file."""

    def __init__(
        self,
        name: str,
        arguments: Sequence[str],
        environment: Mapping[str, str],
        log: Path,
    ) -> None:
        self.name = name
        self._log = log
        with log.open("wb") as file:
            self._process = subprocess.Popen(
                [sys.executable, "-m", *arguments],
                env={**os.environ, **environment},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=file,
                text=True,
            )

    @property
    def ended(self) -> bool:
        """Whether the program is gone."""
        return self._process.poll() is not None

    def end(self) -> None:
        """Ask it to end and wait until it has."""
        self._process.terminate()
        try:
            self._process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self._process.kill()
        self._process.communicate()

    def why(self) -> str:
        """Return the last lines of its log."""
        return "\n".join(deque(self._log.read_text(errors="replace").splitlines(), 15))


class Window(Child):
    """A desktop program whose buttons can be pressed from here."""

    def __init__(
        self,
        name: str,
        arguments: Sequence[str],
        environment: Mapping[str, str],
        log: Path,
    ) -> None:
        super().__init__(name, [*arguments, "--robot"], environment, log)
        self._one_at_a_time = threading.Lock()

    def press(self, item: str) -> Self:
        """Press the item of this name, as soon as it is there; raise `DemoFailed` when it never is."""
        return self._ask({"press": item})

    def see(self, item: str) -> Self:
        """Wait until the item of this name is shown; raise `DemoFailed` when it never is."""
        return self._ask({"see": item})

    def type(self, text: str) -> Self:
        """Type into whatever has the focus."""
        return self._ask({"type": text})

    def picture(self, path: Path) -> Self:
        """Save what the window shows."""
        return self._ask({"picture": str(path)})

    def _ask(self, task: Mapping[str, str]) -> Self:
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin is not None
        assert stdout is not None
        with self._one_at_a_time:
            try:
                stdin.write(json.dumps(task) + "\n")
                stdin.flush()
                answer = stdout.readline()
            except BrokenPipeError:
                answer = ""
        if not answer:
            raise DemoFailed(f"{self.name} ended:\n{self.why()}")
        outcome = json.loads(answer)
        if "error" in outcome:
            raise NotThere(f"{self.name}: {outcome['error']}")
        return self
