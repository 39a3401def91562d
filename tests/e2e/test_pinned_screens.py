"""A real screen keeps the authority of a real Caddy when it is paired, and believes nobody else from then on."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.proxies import Caddy, Proxy
from tests.server.conftest import free_port
from tests.serving import START_WITHIN_S, STOP_WITHIN_S, Log, RunningServer

pytestmark = pytest.mark.slow


class Screen:
    """A display, with a home of its own."""

    def __init__(self, home: Path) -> None:
        self._environment = {
            **{k: v for k, v in os.environ.items() if not k.startswith("TAKEANUMBER_")},
            "HOME": str(home),
            "XDG_STATE_HOME": str(home / "state"),
            "QT_QPA_PLATFORM": "offscreen",
        }

    def start(self, *options: str) -> Log:
        """Begin, and return what it writes."""
        self._process = subprocess.Popen(
            [sys.executable, "-m", "display", "--windowed", "1080x720", *options],
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        assert self._process.stdout is not None
        return Log(self._process.stdout)

    def stop(self) -> None:
        """End."""
        self._process.terminate()
        self._process.wait(STOP_WITHIN_S)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RunningServer]:
    """A server with two queues and a desk, not begun yet."""
    server = RunningServer(tmp_path / "data", free_port())
    server.set_up()
    yield server
    server.leave()


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    """A display that was never here."""
    screen = Screen(tmp_path / "home")
    yield screen
    screen.stop()


@pytest.fixture(params=["localhost", "127.0.0.1"], ids=["by-name", "by-address"])
def proxy(
    request: pytest.FixtureRequest, server: RunningServer, tmp_path: Path
) -> Iterator[Proxy]:
    """Caddy with an authority of its own before the server."""
    (tmp_path / "proxy").mkdir()
    proxy = Caddy(server, tmp_path / "proxy", request.param)
    server.start(TAKEANUMBER_PROXIES="1", TAKEANUMBER_PUBLIC_URL=proxy.url)
    proxy.start()
    yield proxy
    proxy.stop()


def pair(server: RunningServer, screen: Screen, *options: str) -> None:
    said = screen.start(*options)
    said.wait_for("code given", START_WITHIN_S)
    (listed,) = server.device("manager").get("/pairings").json()
    server.run("device", "approve", listed["code"])
    said.wait_for("server heard", START_WITHIN_S)


def test_a_screen_keeps_the_houses_authority_and_goes_on_without_being_told(
    proxy: Proxy, server: RunningServer, screen: Screen
) -> None:
    pair(server, screen, "--server", proxy.url)
    screen.stop()
    screen.start().wait_for("server heard", START_WITHIN_S)


def test_a_screen_tells_nothing_to_whoever_answers_in_the_servers_place(
    proxy: Proxy, server: RunningServer, screen: Screen, tmp_path: Path
) -> None:
    pair(server, screen, "--server", proxy.url)
    proxy.stop()
    (tmp_path / "other").mkdir()
    impostor = Caddy(server, tmp_path / "other", proxy.name)
    impostor.port, impostor.url = proxy.port, proxy.url
    impostor.start()
    screen.stop()
    said = screen.start()
    said.wait_for("no server", START_WITHIN_S)
    impostor.stop()
    assert "server heard" not in said.text
    proxy.start()
    said.wait_for("server heard", START_WITHIN_S)


def test_a_screen_that_was_given_the_authority_believes_that_alone(
    proxy: Proxy, server: RunningServer, screen: Screen
) -> None:
    pair(server, screen, "--server", proxy.url, "--ca", str(proxy.authority))
