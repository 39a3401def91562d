"""The README works as it is written: its commands are run out of it, one after the other."""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
import requests

from tests.server.conftest import free_port
from tests.serving import ANSWER_WITHIN_S, START_WITHIN_S, Log

ROOT = Path(__file__).resolve().parents[2]
ROLES = {"kiosk": "kiosk", "display": "display", "servicer": "console"}
SETTING_UP = ("script/setup", "export PATH=")
"""What has been done already where tests run."""

pytestmark = pytest.mark.slow


def commands(document: Path, heading: str) -> list[str]:
    """Return the lines of the shell blocks below this heading, up to the next of its kind."""
    text = document.read_text(encoding="utf-8")
    section = text.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    blocks = re.findall(r"^```sh\n(.*?)^```", section, re.MULTILINE | re.DOTALL)
    return [line for block in blocks for line in block.splitlines()]


class Reader:
    """Somebody who types what a document says, with a home of their own, on loopback."""

    def __init__(self, home: Path) -> None:
        self.port = free_port()
        self._home = home
        self._tokens: dict[str, str] = {}
        self._running = ExitStack()
        self._environment = {
            **{k: v for k, v in os.environ.items() if not k.startswith("TAKEANUMBER_")},
            "HOME": str(home),
            "XDG_DATA_HOME": str(home / "data"),
            "XDG_STATE_HOME": str(home / "state"),
            "QT_QPA_PLATFORM": "offscreen",
            "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        }

    def type(self, line: str) -> None:
        """Type a line, and wait until it has done what it is for."""
        words = shlex.split(line, comments=True)
        if line.startswith(SETTING_UP):
            assert (ROOT / "script/setup").exists()
            return
        assert words[0] == "takeanumber", line
        words = [
            word.replace("192.168.1.10:8000", f"127.0.0.1:{self.port}")
            for word in words
        ]
        program = words[1]
        if program == "serve":
            words += ["--port", str(self.port)]
            words[words.index("0.0.0.0")] = "127.0.0.1"
            self._begin(words, "event=ready")
        elif program in ROLES:
            words[words.index("…")] = self._tokens[ROLES[program]]
            self._begin([*words, "--windowed", "1080x720"], "server heard")
        else:
            done = subprocess.run(
                words,
                cwd=self._home,
                env=self._environment,
                capture_output=True,
                text=True,
                timeout=START_WITHIN_S,
                check=False,
            )
            assert done.returncode == 0, (line, done.stderr)
            assert done.stdout.strip(), f"{line}: it says nothing"
            if words[1:3] == ["device", "add"]:
                self._tokens[words[3]] = done.stdout.strip()

    def take(self) -> str:
        """Take a number with the kiosk's token and return its label."""
        answer = requests.post(
            f"http://127.0.0.1:{self.port}/api/v1/tickets",
            json={"queue": "parking"},
            headers={"Authorization": f"Bearer {self._tokens['kiosk']}"},
            timeout=ANSWER_WITHIN_S,
        )
        return str(answer.json()["label"])

    def close(self) -> None:
        """End what was begun."""
        self._running.close()

    def _begin(self, words: list[str], said: str) -> None:
        process = subprocess.Popen(
            words,
            cwd=self._home,
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self._running.callback(process.wait, ANSWER_WITHIN_S)
        self._running.callback(process.terminate)
        assert process.stdout is not None
        Log(process.stdout).wait_for(said, START_WITHIN_S)


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Reader]:
    """Somebody new."""
    reader = Reader(tmp_path)
    yield reader
    reader.close()


def test_run_it_for_real_works_as_it_is_written(reader: Reader) -> None:
    lines = commands(ROOT / "README.md", "Run it for real")
    programs = [shlex.split(line, comments=True)[1] for line in lines]
    assert {"serve", *ROLES} <= set(programs)
    for line in lines:
        reader.type(line)
    assert reader.take() == "A001"


def test_the_branch_is_set_up_as_the_installation_says(reader: Reader) -> None:
    lines = commands(ROOT / "docs/install.md", "The branch, once")
    assert len(lines) >= 4
    for line in lines:
        reader.type(line)
