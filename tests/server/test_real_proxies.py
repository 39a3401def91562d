"""A real nginx and a real Caddy before the server, set up by the very lines of docs/proxy.md."""

import os
import re
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import requests

from tests.server.conftest import free_port
from tests.serving import ANSWER_WITHIN_S, Device, Events, RunningServer

ROOT = Path(__file__).resolve().parents[2]
PROXIES = ROOT / "build/proxies"
DOCUMENT = (ROOT / "docs/proxy.md").read_text(encoding="utf-8")

pytestmark = pytest.mark.slow


def lines_for(language: str) -> str:
    """Return the block of the document in this language."""
    found = re.search(rf"^```{language}\n(.*?)^```", DOCUMENT, re.MULTILINE | re.DOTALL)
    assert found is not None
    return found[1]


def nginx(port: int, server: RunningServer, room: Path) -> list[str]:
    """Return the command that runs nginx here."""
    site = lines_for("nginx").replace("listen 443 ssl", f"listen 127.0.0.1:{port}")
    site = re.sub(r".*ssl_certificate.*\n", "", site)
    paths = "".join(
        f"{name}_temp_path {room / name};\n"
        for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    user = "user root;" if os.geteuid() == 0 else ""
    file = room / "nginx.conf"
    file.write_text(
        f"{user} daemon off; pid {room}/pid; error_log stderr; events {{}}\n"
        f"http {{ access_log off; {paths} {upstream(site, server)} }}\n"
    )
    return [str(PROXIES / "nginx"), "-p", str(room), "-e", "stderr", "-c", str(file)]


def caddy(port: int, server: RunningServer, room: Path) -> list[str]:
    """Return the command that runs Caddy here."""
    site = lines_for("caddyfile").replace(
        "queue.example.org", f"http://127.0.0.1:{port}"
    )
    file = room / "Caddyfile"
    file.write_text(f"{{\n\tadmin off\n}}\n{upstream(site, server)}")
    run = [str(PROXIES / "caddy"), "run", "--config", str(file)]
    return [*run, "--adapter", "caddyfile"]


def upstream(site: str, server: RunningServer) -> str:
    """Return the site with this server behind it."""
    assert "127.0.0.1:8000" in site
    return site.replace("127.0.0.1:8000", f"127.0.0.1:{server.port}")


class Proxy:
    """A proxy that runs, on a port that stays the same."""

    def __init__(self, port: int, command: list[str], room: Path) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self._port = port
        self._command = command
        self._environment = {
            **os.environ,
            "HOME": str(room),
            "XDG_DATA_HOME": str(room),
        }

    def start(self) -> None:
        """Begin, and wait until it listens."""
        self._process = subprocess.Popen(
            self._command,
            env=self._environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        until = time.monotonic() + ANSWER_WITHIN_S
        while not self._listens():
            assert self._process.poll() is None, "the proxy ended"
            assert time.monotonic() < until, "the proxy does not listen"

    def stop(self) -> None:
        """End."""
        self._process.terminate()
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            # It waits for streams to end, which they never do.
            self._process.kill()
            self._process.wait()

    def events(self, device: Device, after: int | None = None) -> Events:
        """Follow the live stream through the proxy."""
        headers = {"Authorization": f"Bearer {device.token}"}
        if after is not None:
            headers["Last-Event-ID"] = str(after)
        return Events(
            requests.get(
                f"{self.url}/api/v1/events",
                headers=headers,
                stream=True,
                timeout=ANSWER_WITHIN_S,
            )
        )

    def _listens(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self._port)) == 0


@pytest.fixture(params=[nginx, caddy], ids=["nginx", "caddy"])
def proxy(
    request: pytest.FixtureRequest, server: RunningServer, tmp_path: Path
) -> Iterator[Proxy]:
    """A proxy before the server, which is told so."""
    server.stop()
    server.start(TAKEANUMBER_PROXIES="1")
    room = tmp_path / "proxy"
    room.mkdir()
    port = free_port()
    command: Callable[[int, RunningServer, Path], list[str]] = request.param
    proxy = Proxy(port, command(port, server, room), room)
    assert Path(proxy._command[0]).exists(), "script/proxies fetches it"
    proxy.start()
    yield proxy
    proxy.stop()


def test_events_come_through_at_once_and_again_after_the_proxy_was_started_anew(
    proxy: Proxy, kiosk: Device, desk: Device
) -> None:
    stream = proxy.events(desk)
    stream.until("snapshot")
    for _ in range(3):
        kiosk.take()
        asked = time.monotonic()
        taken = stream.until("taken")
        # A proxy that gathers pieces would hold them until the next beat, four seconds later.
        assert time.monotonic() - asked < 3
    proxy.stop()
    kiosk.take()
    proxy.start()
    again = proxy.events(desk, taken["seq"])
    assert again.until("taken")["seq"] == taken["seq"] + 1


def test_phones_follow_their_ticket_and_get_addresses_of_the_proxy(
    proxy: Proxy, kiosk: Device, desk: Device
) -> None:
    headers = {"Authorization": f"Bearer {kiosk.token}"}
    wish = {"queue": "parking"}
    url = f"{proxy.url}/api/v1/tickets"
    ticket = requests.post(url, json=wish, headers=headers, timeout=10).json()
    assert ticket["url"].startswith(f"{proxy.url}/t/")
    page = requests.get(ticket["url"], timeout=10)
    assert "A001" in page.text
    live = Events(requests.get(f"{ticket['url']}/events", stream=True, timeout=30))
    assert live.until("ticket")["state"] == "waiting"
    desk.post("/desks/3/call-next")
    assert live.until("ticket")["state"] == "called"
