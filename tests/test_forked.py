"""What tests fork from a template is true for a process of its own as well."""

import signal
import subprocess
import sys
from pathlib import Path

import requests

from tests.forked import Forked
from tests.server.conftest import free_port


def test_a_fresh_process_serves_and_takes_commands_too(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "server.cli", "--data-dir", str(tmp_path)]
    port = free_port()
    with subprocess.Popen(
        [*command, "serve", "--port", str(port)], stderr=subprocess.PIPE, text=True
    ) as server:
        assert server.stderr is not None
        assert any("event=ready" in line for line in server.stderr)
        added = [*command, "device", "add", "display", "Hall"]
        token = subprocess.check_output(added, text=True).strip()
        answer = requests.get(
            f"http://127.0.0.1:{port}/api/v1/board",
            headers={"Authorization": f"Bearer {token}"},
            timeout=30,
        )
        assert answer.status_code == 200
        server.send_signal(signal.SIGTERM)
        assert "event=stopped" in server.stderr.read()
    assert server.returncode == 0


def test_a_forked_command_has_arguments_variables_output_and_code_of_its_own() -> None:
    done = Forked("server.cli", ["--help"], COLUMNS="90")
    with done.stdout, done.stderr:
        assert done.stdout.read().startswith("Usage: ")
        assert done.stderr.read() == ""
    assert done.wait(30) == 0
    wrong = Forked("server.cli", ["fly"])
    with wrong.stdout, wrong.stderr:
        assert wrong.stdout.read() == ""
        assert "No such command 'fly'" in wrong.stderr.read()
    assert wrong.wait(30) == 2
