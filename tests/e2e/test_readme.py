"""The README works as it is written: its commands are run out of it, one after the other."""

import json
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
        self.url = f"http://127.0.0.1:{self.port}"
        self._home = home
        self._running = ExitStack()
        self._environment = {
            **{k: v for k, v in os.environ.items() if not k.startswith("TAKEANUMBER_")},
            "HOME": str(home),
            "XDG_DATA_HOME": str(home / "data"),
            "XDG_STATE_HOME": str(home / "state"),
            "QT_QPA_PLATFORM": "offscreen",
            "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
            # Its port is another one than the document's, and other tests may announce servers here, too.
            "TAKEANUMBER_SERVER": self.url,
            "TAKEANUMBER_ANNOUNCE": "off",
        }

    def type(self, line: str) -> str:
        """Type a line, wait until it has done what it is for, and return what it said."""
        words = shlex.split(line, comments=True)
        if line.startswith(SETTING_UP):
            assert (ROOT / "script/setup").exists()
            return ""
        assert words[0] == "takeanumber", line
        program = words[1]
        if program == "serve":
            words += ["--port", str(self.port)]
            words[words.index("0.0.0.0")] = "127.0.0.1"
            return self._begin(words, "event=ready").text
        if program in ROLES:
            # One program after the other: each has what it keeps in a place of its own.
            log = self._begin([*words, "--windowed", "1080x720"], "code given")
            self._approve(ROLES[program])
            log.wait_for("server heard", START_WITHIN_S)
            return log.text
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
        return done.stdout.strip()

    def _approve(self, role: str) -> None:
        """Say yes to the only screen that waits, which has to be one of this role."""
        (screen,) = json.loads(self.type("takeanumber device pending --json"))
        assert screen["role"] == role
        self.type(f"takeanumber device approve {screen['code']}")

    def take(self) -> str:
        """Take a number at a kiosk and return its label."""
        token = self.type("takeanumber device add kiosk Spare")
        answer = requests.post(
            f"{self.url}/api/v1/tickets",
            json={"queue": "parking"},
            headers={"Authorization": f"Bearer {token}"},
            timeout=ANSWER_WITHIN_S,
        )
        return str(answer.json()["label"])

    def close(self) -> None:
        """End what was begun."""
        self._running.close()

    def _begin(self, words: list[str], said: str) -> Log:
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
        log = Log(process.stdout)
        log.wait_for(said, START_WITHIN_S)
        return log


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
    said = [reader.type(line) for line in lines]
    (code,) = re.findall(r"code=([0-9A-Z-]{9})", "\n".join(said))
    assert code in said[programs.index("serve")]
    opened = requests.get(f"{reader.url}/manager/start", timeout=ANSWER_WITHIN_S)
    assert opened.status_code == 200
    listed = json.loads(reader.type("takeanumber device list --json"))
    assert {each["role"] for each in listed} == set(ROLES.values())


def test_the_branch_is_set_up_as_the_installation_says(reader: Reader) -> None:
    lines = commands(ROOT / "docs/install.md", "The branch, once")
    assert len(lines) >= 4
    for line in lines:
        reader.type(line)
    reader.type("takeanumber serve --host 0.0.0.0")
    assert reader.take() == "A001"
