"""Three real programs are started with no options, paired by comparing eight characters, and work; revoked, one asks anew by itself."""

import json
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from server.demo.programs import Window
from shared.qt.pairing.kept import Paired, paired_file
from tests.server.conftest import free_port
from tests.serving import ANSWER_WITHIN_S, RunningServer

pytestmark = pytest.mark.slow


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RunningServer]:
    """A running server with two queues and desk 3."""
    server = RunningServer(tmp_path / "data", free_port())
    server.set_up()
    server.start()
    yield server
    server.stop()


def follows(program: Path, times: int) -> None:
    """Return once the program has heard the server so often: its window is another one then."""
    give_up_at = time.monotonic() + ANSWER_WITHIN_S
    while (program / "log").read_text().count("server heard") < times:
        assert time.monotonic() < give_up_at, (program / "log").read_text()
        time.sleep(0.05)


def asks(server: RunningServer, role: str) -> str:
    """Return the code of the screen in this role, as soon as it asks."""
    give_up_at = time.monotonic() + ANSWER_WITHIN_S
    while role not in (codes := waiting(server)):
        assert time.monotonic() < give_up_at, codes
    return codes[role]


def waiting(server: RunningServer) -> dict[str, str]:
    """Return the codes of the screens that wait to be let in, by their role."""
    told: list[dict[str, Any]] = json.loads(server.run("device", "pending", "--json"))
    return {each["role"]: each["code"] for each in told}


def test_from_nothing_to_a_call_without_a_token_in_anybodys_hand(
    server: RunningServer, tmp_path: Path
) -> None:
    with ExitStack() as stack:

        def start(program: str) -> Window:
            state = tmp_path / program
            state.mkdir()
            # Other servers may be in the network of whoever runs this; this one was typed in before.
            assert paired_file(state, program).write(Paired(server.url))
            environment = {
                "QT_QPA_PLATFORM": "offscreen",
                "TAKEANUMBER_STATE_DIR": str(state),
            }
            started = Window(program, [program], environment, state / "log")
            stack.callback(started.end)
            return started.see("code")

        kiosk, display, console = map(start, ("kiosk", "display", "servicer"))
        server.run("device", "approve", asks(server, "kiosk"))
        server.run("device", "approve", asks(server, "display"), "--name", "Hall")
        server.run("device", "approve", asks(server, "console"), "--desk", "3")
        for program in ("kiosk", "display", "servicer"):
            follows(tmp_path / program, 1)

        # Bound to desk 3, it asks for no other.
        console.press("servicer-Maria").press("pin")
        console.type("482913").press("signIn").see("primary")
        kiosk.press("queue-parking").see("issuedLabel")
        console.press("primary")
        display.see("call-A001")

        server.run("device", "remove", "Hall", "--yes")
        server.run("device", "approve", asks(server, "display"))
        follows(tmp_path / "display", 2)
        display.see("call-A001")
        kept = paired_file(tmp_path / "display", "display").read()
        assert kept is not None
        assert kept.token != ""
