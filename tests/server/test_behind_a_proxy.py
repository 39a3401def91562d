"""Phones that come through a reverse proxy, and browsers that other sites send."""

import pytest
import requests

from server.domain.branch import JoinMode
from server.usecases.setup import SetBranch, SetQueue
from tests.serving import RunningServer

pytestmark = pytest.mark.slow


@pytest.fixture
def open_to_all(server: RunningServer) -> RunningServer:
    """A server where anybody may take a number on a phone, one a minute from each address."""
    server.do(SetQueue(slug="parking", settings={"join": JoinMode.OPEN}))
    server.do(SetBranch(settings={"joins_per_minute": 1}))
    return server


def join(server: RunningServer, **headers: str) -> int:
    """Take a number on a phone, and return the answer's status."""
    return requests.post(
        f"{server.url}/q/parking", headers=headers, timeout=10, allow_redirects=False
    ).status_code


def through_a_proxy(server: RunningServer, phone: str) -> int:
    return join(server, **{"X-Forwarded-For": phone})


def test_behind_a_proxy_each_phone_is_counted_by_itself(
    open_to_all: RunningServer,
) -> None:
    open_to_all.stop()
    open_to_all.start(TAKEANUMBER_PROXIES="1")
    phones = ["10.0.0.1", "10.0.0.1", "10.0.0.2"]
    assert [through_a_proxy(open_to_all, phone) for phone in phones] == [303, 429, 303]


def test_without_a_proxy_nobody_gets_around_the_limit_by_a_header(
    open_to_all: RunningServer,
) -> None:
    phones = ["10.0.0.1", "10.0.0.2"]
    assert [through_a_proxy(open_to_all, phone) for phone in phones] == [303, 429]


def test_what_is_no_address_counts_as_the_proxys_own(
    open_to_all: RunningServer,
) -> None:
    open_to_all.stop()
    open_to_all.start(TAKEANUMBER_PROXIES="1")
    phones = ["garbage", "1.2.3.4.5", "unknown", "10.0.0.1:80:90"]
    assert [through_a_proxy(open_to_all, phone) for phone in phones] == [303] + [
        429
    ] * 3


def test_an_address_is_the_same_however_it_is_written(
    open_to_all: RunningServer,
) -> None:
    open_to_all.stop()
    open_to_all.start(TAKEANUMBER_PROXIES="1")
    phones = ["10.0.0.1", "10.0.0.1:4711", "::ffff:10.0.0.1", "[::ffff:10.0.0.1]:80"]
    assert [through_a_proxy(open_to_all, phone) for phone in phones] == [303] + [
        429
    ] * 3
    assert through_a_proxy(open_to_all, "::ffff:10.0.0.2") == 303


@pytest.mark.parametrize(
    ("site", "status"), [("cross-site", 403), ("same-origin", 303), ("none", 303)]
)
def test_another_site_takes_no_number_in_a_browsers_name(
    open_to_all: RunningServer, site: str, status: int
) -> None:
    assert join(open_to_all, **{"Sec-Fetch-Site": site}) == status


def managers_door(server: RunningServer, **headers: str) -> requests.Response:
    return requests.get(f"{server.url}/manager/start", headers=headers, timeout=10)


def test_behind_a_proxy_with_https_managers_come_from_anywhere(
    server: RunningServer,
) -> None:
    server.stop()
    server.start(TAKEANUMBER_PROXIES="1")
    far = {"X-Forwarded-For": "203.0.113.7"}
    secure = managers_door(server, **far, **{"X-Forwarded-Proto": "https"})
    assert secure.status_code == 200
    assert secure.headers["Set-Cookie"].startswith("__Host-manager-form=")
    assert "Strict-Transport-Security" in secure.headers
    assert "not encrypted" not in secure.text
    plain = managers_door(server, **far, **{"X-Forwarded-Proto": "http"})
    assert plain.status_code == 403
    near = managers_door(server, **{"X-Forwarded-For": "10.0.0.7"})
    assert (near.status_code, "not encrypted" in near.text) == (200, True)


def test_behind_a_proxy_that_the_server_was_not_told_of_nobody_is_near(
    server: RunningServer,
) -> None:
    said = managers_door(
        server, **{"X-Forwarded-For": "10.0.0.7", "X-Forwarded-Proto": "https"}
    )
    assert (said.status_code, "docs/https.md" in said.text) == (403, True)
    assert managers_door(server).status_code == 200
    server.stop()
    server.start(TAKEANUMBER_MANAGERS_OVER_HTTP="true")
    assert managers_door(server, **{"X-Forwarded-For": "8.8.8.8"}).status_code == 200
