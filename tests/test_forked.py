"""What tests fork from a template is true for a process of its own as well."""

from pathlib import Path

import pytest

from tests.forked import Forked, Fresh
from tests.server.conftest import free_port
from tests.serving import Device, RunningServer


@pytest.mark.slow
def test_a_fresh_process_serves_and_takes_commands_too(tmp_path: Path) -> None:
    server = RunningServer(tmp_path, free_port(), Fresh).start()
    command = Fresh(
        "server.cli", ["--data-dir", str(tmp_path), "device", "add", "display", "Hall"]
    )
    with command.stdout, command.stderr:
        token = command.stdout.read().strip()
    assert command.wait(30) == 0
    assert Device(server, token).get("/board").status_code == 200
    server.leave()
    RunningServer(tmp_path, 0).leave()


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
