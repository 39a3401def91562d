"""Every program ends when the system asks it to, though customers cannot close it."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ANSWER_WITHIN_S = 60


@pytest.mark.slow
@pytest.mark.parametrize("asked", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("program", ["kiosk", "display", "servicer"])
def test_a_program_that_fills_the_screen_ends_when_it_is_asked_to(
    program: str, asked: signal.Signals, tmp_path: Path
) -> None:
    arguments = ["--server", "http://127.0.0.1:9", "--token", "none", "--robot"]
    with subprocess.Popen(
        [sys.executable, "-m", program, *arguments, "--state-dir", str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as running:
        assert running.stdin is not None
        assert running.stdout is not None
        try:
            task = {"picture": str(tmp_path / "shown.png")}
            running.stdin.write(json.dumps(task) + "\n")
            running.stdin.flush()
            assert json.loads(running.stdout.readline()) == {"ok": True}
            running.send_signal(asked)
            assert running.wait(ANSWER_WITHIN_S) == 0
        finally:
            running.kill()
