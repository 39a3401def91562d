"""`takeanumber demo`: everything on one machine, until it is told to stop."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_the_demo_plays_its_story_and_ends_though_it_is_told_twice(
    tmp_path: Path,
) -> None:
    pictures = tmp_path / "pictures"
    with subprocess.Popen(
        [sys.executable, "-m", "server.cli", "demo", "--out", str(pictures)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUNBUFFERED": "1"},
    ) as demo:
        assert demo.stdout is not None
        told = []
        for line in demo.stdout:
            told.append(line)
            if "an ordinary day goes on" in line:
                break
        for _ in range(5):
            demo.send_signal(signal.SIGTERM)
        assert demo.wait(timeout=30) == 0, "".join(told)
    assert "A001 has been served.\n" in told
    assert (pictures / "3-display-call.png").exists()
