"""A real nginx and a real Caddy give the server HTTPS, set up by the very lines of docs/https.md."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import requests

from tests.proxies import (
    Caddy,
    Nginx,
    Proxy,
    caddy_with_phones_beside,
    public_caddy,
)
from tests.serving import ANSWER_WITHIN_S, Device, Events, RunningServer

pytestmark = pytest.mark.slow

Make = Callable[[RunningServer, Path], Proxy]


def running(make: Make, server: RunningServer, room: Path) -> Iterator[Proxy]:
    """A proxy before the server, which is told so."""
    room.mkdir()
    proxy = make(server, room)
    server.stop()
    server.start(TAKEANUMBER_PROXIES="1", TAKEANUMBER_PUBLIC_URL=proxy.url)
    proxy.start()
    yield proxy
    proxy.stop()


@pytest.fixture(params=[Nginx, public_caddy, Caddy], ids=["nginx", "caddy", "lan"])
def proxy(
    request: pytest.FixtureRequest, server: RunningServer, tmp_path: Path
) -> Iterator[Proxy]:
    """Each way that the document has."""
    yield from running(request.param, server, tmp_path / "proxy")


@pytest.fixture
def lan(server: RunningServer, tmp_path: Path) -> Iterator[Proxy]:
    """Caddy with an authority of its own."""
    yield from running(Caddy, server, tmp_path / "proxy")


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
    url = kiosk.take()["url"]
    assert url.startswith(f"{proxy.url}/t/")
    path = url.removeprefix(proxy.url)
    assert "A001" in proxy.ask("GET", path).text
    live = Events(proxy.ask("GET", f"{path}/events", stream=True))
    assert live.until("ticket")["state"] == "waiting"
    desk.post("/desks/3/call-next")
    assert live.until("ticket")["state"] == "called"


def test_a_phone_moves_its_ticket_through_the_proxy_and_no_other_site_does(
    proxy: Proxy, kiosk: Device
) -> None:
    path = kiosk.take()["url"].removeprefix(proxy.url)
    foreign = {"Origin": "https://elsewhere.example"}
    assert proxy.ask("POST", f"{path}/leave", headers=foreign).status_code == 403
    own = {"Origin": proxy.url}
    left = proxy.ask("POST", f"{path}/leave", headers=own, allow_redirects=False)
    assert left.status_code == 303


def test_nobody_tells_the_server_another_address_than_they_have(
    proxy: Proxy, server: RunningServer
) -> None:
    lies = {"X-Forwarded-For": "8.8.8.8", "X-Real-IP": "8.8.8.8"}
    asked = proxy.ask("POST", "/api/v1/pairings", json={"role": "kiosk"}, headers=lies)
    assert asked.status_code == 201
    listed = server.device("manager").get("/pairings").json()
    assert [each["address"] for each in listed] == ["127.0.0.1"]


def test_browsers_are_told_to_stay_with_https_only_where_they_came_by_it(
    proxy: Proxy, server: RunningServer
) -> None:
    hsts = "Strict-Transport-Security"
    assert "max-age" in proxy.ask("GET", "/").headers[hsts]
    plain = requests.get(f"{server.url}/", timeout=ANSWER_WITHIN_S)
    assert hsts not in plain.headers


def test_the_managers_session_is_for_https_and_this_name_alone(
    proxy: Proxy, server: RunningServer
) -> None:
    shown = proxy.ask("GET", "/manager/start")
    cookies = shown.headers["Set-Cookie"]
    assert cookies.startswith("__Host-")
    assert {"Secure", "HttpOnly", "Path=/"} <= {*cookies.split("; ")}
    assert "Domain" not in cookies
    plain = requests.get(f"{server.url}/manager/start", timeout=ANSWER_WITHIN_S)
    assert "Secure" not in plain.headers["Set-Cookie"]


def test_the_house_hands_out_its_authority_and_nobody_else_vouches_for_it(
    lan: Proxy,
) -> None:
    told = lan.ask("GET", "/authority.pem")
    assert told.content == lan.authority.read_bytes()
    with pytest.raises(requests.exceptions.SSLError):
        lan.ask("GET", "/authority.pem", verify=True)


def test_phones_alone_may_come_by_plain_http(
    server: RunningServer, tmp_path: Path
) -> None:
    for proxy in running(caddy_with_phones_beside, server, tmp_path / "proxy"):
        assert isinstance(proxy, Caddy)
        page = requests.get(
            f"http://127.0.0.1:{proxy.http_port}/",
            headers={"Host": proxy.name},
            timeout=ANSWER_WITHIN_S,
        )
        assert (page.status_code, page.url[:5]) == (200, "http:")
        assert "Strict-Transport-Security" not in page.headers
        assert proxy.ask("GET", "/").status_code == 200


def test_a_screen_is_paired_over_the_houses_https(
    lan: Proxy, server: RunningServer
) -> None:
    told = lan.ask("POST", "/api/v1/pairings", json={"role": "display"}).json()
    server.run("device", "approve", told["code"])
    heard = lan.ask(
        "GET",
        f"/api/v1/pairings/{told['id']}",
        headers={"Authorization": f"Bearer {told['secret']}"},
    ).json()
    display = Device(server, heard["token"])
    lan.events(display).until("snapshot")
