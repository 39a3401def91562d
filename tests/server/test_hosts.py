"""What a request says of its host and its proxies is believed only as far as it can be."""

import socket

import pytest

from tests.serving import ANSWER_WITHIN_S, Device, RunningServer

pytestmark = pytest.mark.slow

NO_HOSTS = [
    "[::1",
    "::1]",
    "[]",
    "[::1]x",
    "[1.2.3.4]",
    "x:99999",
    "x:",
    "x:y",
    "x:-1",
    "evil.example/..",
    "evil.example/t/x?y",
    "user@evil.example",
    "evil.example#",
    "evil.example\\",
    "a b",
    "<script>",
    "x..y",
    "-x.example",
    "é.example",
    "x" * 300,
    "a,b",
    "[::1%eth0]",
    "[::1%@evil.example]",
    "[fe80::1%25x<script>]",
    "xn--a",
    "a.xn--zzzzzz",
]
HOSTS = [
    "x",
    "queue.example.org",
    "my_pc:8000",
    "10.0.0.5:80",
    "[::1]:8000",
    "x.y.",
    "xn--bcher-kva.example",
]


def ask(
    server: RunningServer,
    device: Device,
    *headers: str,
    body: str = '{"queue": "parking"}',
) -> tuple[int, str]:
    """Take a number with these headers alone, and return status and answer."""
    head = (
        "POST /api/v1/tickets HTTP/1.1",
        f"Authorization: Bearer {device.token}",
        f"Content-Length: {len(body)}",
        "Connection: close",
        *headers,
    )
    whole = "\r\n".join(head) + "\r\n\r\n" + body
    address = ("127.0.0.1", server.port)
    with socket.create_connection(address, ANSWER_WITHIN_S) as client:
        client.sendall(whole.encode("latin-1"))
        answer = b"".join(iter(lambda: client.recv(65_536), b""))
    return int(answer.split()[1]), answer.decode()


def url_in(answer: str) -> str:
    return answer.partition('"url":"')[2].partition('"')[0]


def test_a_host_that_can_be_none_is_refused(
    server: RunningServer, kiosk: Device
) -> None:
    for host in NO_HOSTS:
        assert ask(server, kiosk, f"Host: {host}")[0] == 400, host
    for host in HOSTS:
        status, answer = ask(server, kiosk, f"Host: {host}")
        assert (status, url_in(answer).partition("/t/")[0]) == (201, f"http://{host}")


def test_whoever_names_no_host_is_answered_all_the_same(
    server: RunningServer, kiosk: Device
) -> None:
    address = ("127.0.0.1", server.port)
    with socket.create_connection(address, ANSWER_WITHIN_S) as client:
        head = f"GET /api/v1/join-code HTTP/1.0\r\nAuthorization: Bearer {kiosk.token}"
        client.sendall(f"{head}\r\n\r\n".encode())
        answer = b"".join(iter(lambda: client.recv(65_536), b"")).decode()
    assert " 200 " in answer.partition("\r\n")[0]
    assert "http:///" not in answer


@pytest.mark.parametrize(
    "header",
    [
        "X-Forwarded-Proto: https",
        "X-Forwarded-Proto: javascript",
        "X-Forwarded-Protocol: ssl",
        "X-Forwarded-Ssl: on",
        "X-Forwarded-Host: evil.example",
        "X-Forwarded-Prefix: /evil",
        "X-Forwarded-Port: 81",
        "X-Script-Name: /evil",
        "SCRIPT_NAME: /evil",
        "Script-Name: /evil",
        "PATH_INFO: /evil",
        "Forwarded: host=evil.example;proto=https",
    ],
)
def test_without_a_proxy_nobody_says_how_they_came_not_even_from_this_machine(
    server: RunningServer, kiosk: Device, header: str
) -> None:
    status, answer = ask(server, kiosk, "Host: x", header)
    assert (status, url_in(answer).partition("/t/")[0]) == (201, "http://x")


def behind(server: RunningServer, proxies: int) -> None:
    server.stop()
    server.start(TAKEANUMBER_PROXIES=str(proxies))


def test_behind_a_proxy_its_word_is_believed_where_it_makes_sense(
    server: RunningServer, kiosk: Device
) -> None:
    behind(server, 1)
    for told, base in (
        (["X-Forwarded-Proto: https"], "https://x"),
        (["X-Forwarded-Proto: HTTPS"], "https://x"),
        (["X-Forwarded-Proto: javascript"], "http://x"),
        (["X-Forwarded-Proto: javascript, https"], "https://x"),
        (
            ["X-Forwarded-Proto: https", "X-Forwarded-Host: q.example"],
            "https://q.example",
        ),
        (["X-Forwarded-Host: evil.example/.."], "http://x"),
        (["X-Forwarded-Host: [::1"], "http://x"),
        (["X-Forwarded-Host: x:99999"], "http://x"),
        (["X-Forwarded-Prefix: /evil"], "http://x"),
        (['X-Forwarded-For: "<>, ,'], "http://x"),
    ):
        status, answer = ask(server, kiosk, "Host: x", *told)
        assert (status, url_in(answer).partition("/t/")[0]) == (201, base), told


def test_behind_two_proxies_the_farther_one_is_asked(
    server: RunningServer, kiosk: Device
) -> None:
    behind(server, 2)
    for told, base in (
        ("X-Forwarded-Host: evil.example, q.example, inner", "http://q.example"),
        ("X-Forwarded-Host: inner", "http://x"),
    ):
        answer = ask(server, kiosk, "Host: x", told)[1]
        assert url_in(answer).partition("/t/")[0] == base
