"""No token, PIN or ticket's address is ever in a log, whatever is sent."""

import socket
from collections.abc import Iterator

from server.web.unsaid import unsaid
from tests.serving import ANSWER_WITHIN_S, Device, RunningServer

SECRET = "Zw5tQn8LkV2hYb7RdM4xPc"


def forms() -> Iterator[bytes]:
    """Yield requests that are none, or hardly, with a secret in each part of them."""
    line, host = "GET / HTTP/1.1", "Host: x"
    for start in (
        f"GET /t/{SECRET}",
        f"/t/{SECRET}",
        f"GET /t/{SECRET} HTTP/0.9",
        f"GET /t/{SECRET} HTTP/9.9",
        f"GET /t/{SECRET} HTTP/1.1 more",
        f"GET  /t/{SECRET}  HTTP/1.1",
        f"get-{SECRET}£ / HTTP/1.1",
        f"{SECRET}" * 20 + " / HTTP/1.1",
        f"GET /t/{SECRET} FTP/1.1",
        f"GET http://[{SECRET}/ HTTP/1.1",
        f"GET /t/{SECRET}%00%ff%zz HTTP/1.1",
        f"GET /{SECRET * 400} HTTP/1.1",
        f"PRI * HTTP/2.0\r\n{SECRET}",
        f"PROXY TCP4 {SECRET} 10.0.0.1 1 2",
        f"GET /t/{SECRET}\x00 HTTP/1.1",
    ):
        yield f"{start}\r\n{host}\r\n\r\n".encode("latin-1")
    for header in (
        f"Authorization Bearer {SECRET}",
        f"Authorization: Bearer {SECRET}\x00",
        f"Authorization: Bearer\r\n {SECRET}",
        f"Authorization : Bearer {SECRET}",
        f": {SECRET}",
        f"{SECRET}",
        f"{SECRET} {SECRET}: x",
        f"Bearer({SECRET}): x",
        f"Content-Length: {SECRET}",
        f"Content-Length: 1\r\nContent-Length: 2\r\nCookie: visit={SECRET}",
        f"Transfer-Encoding: {SECRET}",
        f"Transfer-Encoding: chunked, {SECRET}",
        f"Expect: {SECRET}",
        f"X-Forwarded-Proto: {SECRET}\r\nX-Forwarded-Ssl: on",
        f"Host: {SECRET}@x:99999",
        f"Host: [{SECRET}",
        f"Referer: http://x/t/{SECRET}\x01",
        f"Cookie: {SECRET * 500}",
        "\r\n".join(f"X-{number}: {SECRET}" for number in range(200)),
        f"SCRIPT_NAME: /{SECRET}",
    ):
        yield f"{line}\r\n{header}\r\n\r\n".encode("latin-1")
    for chunks in (
        f"{SECRET}\r\n",
        f"5;{SECRET}\r\nhello",
        f"5\r\n{SECRET}\r\n0\r\n\r\n",
        f"{'f' * 40}\r\n{SECRET}",
    ):
        for path in ("/api/v1/tickets", "/q/parking", f"/t/{SECRET}/leave"):
            yield (
                f"POST {path} HTTP/1.1\r\n{host}\r\nAuthorization: Bearer TOKEN\r\n"
                f"Transfer-Encoding: chunked\r\n\r\n{chunks}"
            ).encode()
    yield f"POST /t/{SECRET}/push HTTP/1.1\r\n{host}\r\n\r\n".encode()
    yield f"GET /t/{SECRET}".encode()
    yield b"\x16\x03\x01\x02\x00" + SECRET.encode() + b"\r\n\r\n"


def say(server: RunningServer, whole: bytes) -> bytes:
    """Send these bytes and nothing else, and return the beginning of the answer."""
    address = ("127.0.0.1", server.port)
    with socket.create_connection(address, ANSWER_WITHIN_S) as client:
        client.sendall(whole)
        client.shutdown(socket.SHUT_WR)
        try:
            return client.recv(4096)
        except ConnectionResetError:
            return b""


def test_what_is_no_request_is_refused_and_not_repeated_in_the_log(
    server: RunningServer, kiosk: Device
) -> None:
    answers = {
        whole: say(server, whole.replace(b"TOKEN", kiosk.token.encode()))
        for whole in forms()
    }
    for whole, answer in answers.items():
        assert not answer.startswith(b"HTTP/1.1 5") or b" 501 " in answer, whole
    assert kiosk.get("/branch").status_code == 200
    server.stop()
    log = server.log.text
    assert "no request" in log
    assert SECRET not in log
    assert kiosk.token not in log


def test_a_day_leaves_no_secret_in_the_log(
    server: RunningServer, kiosk: Device, desk: Device
) -> None:
    server.stop()
    server.start(TAKEANUMBER_LOG_LEVEL="debug")
    ticket = kiosk.take()
    token = ticket["url"].rpartition("/")[2]
    desk.post("/desks/3/call-next")
    page = f"{server.url}/t/{token}"
    for path in ("", "/push", "/leave", "/nothing", "/events/more"):
        desk._http.get(page + path, timeout=ANSWER_WITHIN_S)
        desk._http.post(page + path, data=b"\xff", timeout=ANSWER_WITHIN_S)
    desk.post("/desks/3/sign-in", {"servicer": "Maria", "pin": "918273"})
    kiosk.post("/tickets", {"queue": "parking", "pin": "918273"})
    server.stop()
    log = server.log.text
    for secret in (token, kiosk.token, desk.token, "918273", "482913"):
        assert secret not in log


def test_what_breaks_inside_is_told_by_kind_and_place() -> None:
    try:
        int(SECRET)
    except ValueError as error:
        told = unsaid(error)
    assert told["kind"] == "ValueError"
    assert "int(SECRET)" in told["where"]
    assert SECRET not in "".join(told.values())
