"""A data directory and the command line."""

import json
from pathlib import Path
from typing import Any

import structlog
from click.testing import CliRunner, Result

from server.cli import main


class Terminal:
    """A data directory and the command line."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory

    def type(self, *arguments: str, answers: str = "") -> Result:
        """Run a command; what it asks gets these answers."""
        # Whoever listened to the log in this process before is gone; a command begins as in one of its own.
        structlog.reset_defaults()
        arguments = ("--data-dir", str(self.directory), *arguments)
        return CliRunner().invoke(main, arguments, input=answers)

    def run(self, *arguments: str) -> str:
        """Run a command that is right, and return what it printed."""
        done = self.type(*arguments)
        assert done.exit_code == 0, done.output
        return done.output.strip()

    def json(self, *arguments: str) -> Any:
        """Run a command that prints JSON."""
        done = self.type(*arguments, "--json")
        assert done.exit_code == 0, done.output
        return json.loads(done.stdout)
