"""Wrong input, byte by byte: it is refused or taken no notice of, never an error of ours, and the next request works."""

import json
import socket
from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest

from tests.serving import ANSWER_WITHIN_S, Device, RunningServer

Send = Callable[[bytes], list[int]]

LONG = b"9" * 5_000
JUNK = bytes(range(0x80, 0x100))
PAGES = ("/", "/q/parking", "/q/parking/poster", "/back", "/t/TICKET", "/healthz")


@pytest.fixture
def send(server: RunningServer, kiosk: Device) -> Iterator[Send]:
    """What sends bytes and returns the status of each answer; afterwards a number is given as ever."""
    ticket = str(kiosk.take()["url"]).rpartition("/")[2].encode()

    def send(wrong: bytes) -> list[int]:
        wrong = wrong.replace(b"TOKEN", kiosk.token.encode())
        with socket.create_connection(("127.0.0.1", server.port), ANSWER_WITHIN_S) as c:
            c.sendall(wrong.replace(b"TICKET", ticket))
            with suppress(OSError):  # it may have answered and gone already
                c.shutdown(socket.SHUT_WR)
            answer = b""
            try:
                while piece := c.recv(65_536):
                    answer += piece
                    if b"text/event-stream" in answer:
                        break
            except ConnectionResetError:
                # Whoever says more than is listened to may hear of it so.
                pass
        if not answer.startswith(b"HTTP/"):
            return []
        head = answer.partition(b"\r\n\r\n")[0].lower()
        assert b"x-content-type-options: nosniff" in head, head
        assert b"cache-control: " in head, head
        return [int(answer.split(b" ", 2)[1])]

    yield send
    assert kiosk.take()["label"] == "A002"
    for fault in ("Traceback", 'event="request failed"', "server ended"):
        assert fault not in server.log.text, server.log.text


def get(path: bytes, *headers: bytes) -> bytes:
    head = (b"GET " + path + b" HTTP/1.1", b"Host: x", b"Connection: close", *headers)
    return b"\r\n".join(head) + b"\r\n\r\n"


def post(path: bytes, body: bytes, *headers: bytes) -> bytes:
    head = (
        b"POST " + path + b" HTTP/1.1",
        b"Host: x",
        b"Connection: close",
        b"Authorization: Bearer TOKEN",
        *headers,
    )
    return b"\r\n".join(head) + b"\r\n\r\n" + body


def refused(statuses: list[int]) -> bool:
    """Return whether it was refused as wrong: by a status that says so, or by hanging up."""
    return all(400 <= status < 500 or status == 501 for status in statuses)


def no_fault(statuses: list[int]) -> bool:
    """Return whether it was answered, and not as an error of ours."""
    return bool(statuses) and all(status < 500 for status in statuses)


AUTH = b"Authorization: Bearer TOKEN"

NO_REQUESTS = {
    "host without its end": b"GET / HTTP/1.1\r\nHost: [::1\r\n\r\n",
    "port beyond all": b"GET / HTTP/1.1\r\nHost: x:99999\r\n\r\n",
    "host that is not ASCII": b"GET / HTTP/1.1\r\nHost: " + JUNK + b"\r\n\r\n",
    "nothing": b"\r\n\r\n\r\n",
    "no HTTP": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + JUNK + b"\r\n\r\n",
    "another version": b"GET / HTTP/9.9\r\nHost: x\r\n\r\n",
    "no version": b"GET /\r\n\r\n",
    "no method": b" / HTTP/1.1\r\nHost: x\r\n\r\n",
    "NUL in the path": get(b"/q/park\0ing"),
    "NUL in a header": get(b"/", b"X-Y: a\0b"),
    "NUL in a header's name": get(b"/", b"X\0Y: ab"),
    "space before the colon": get(b"/", b"X-Y : ab"),
    "header without a colon": get(b"/", b"Authorization Bearer TOKEN"),
    "folded header": get(b"/", b"X-Y: a\r\n b"),
    "very long line": get(b"/" + b"x" * 100_000),
    "very long query": get(b"/?code=" + b"x" * 100_000),
    "very long header": get(b"/", b"X-Y: " + b"x" * 100_000),
    "very many headers": get(b"/", *(b"X-%d: y" % n for n in range(2_000))),
    "length that is no number": post(b"/api/v1/tickets", b"{}", b"Content-Length: x"),
    "length below nothing": post(b"/api/v1/tickets", b"{}", b"Content-Length: -1"),
    "length beyond all": post(
        b"/api/v1/tickets", b"{}", b"Content-Length: " + b"9" * 30
    ),
    "length of thousands of digits": post(
        b"/api/v1/tickets", b"{}", b"Content-Length: " + LONG
    ),
    "two lengths": post(
        b"/api/v1/tickets", b"{}", b"Content-Length: 2", b"Content-Length: 3"
    ),
    "length and pieces": post(
        b"/api/v1/tickets",
        b"0\r\n\r\n",
        b"Content-Length: 2",
        b"Transfer-Encoding: chunked",
    ),
    "pieces in another way": post(b"/api/v1/tickets", b"{}", b"Transfer-Encoding: x"),
    "expects what nobody does": post(
        b"/api/v1/tickets", b"{}", b"Expect: 200-ok", b"Content-Length: 2"
    ),
    "id of thousands of digits": get(
        b"/api/v1/events", AUTH, b"Last-Event-ID: " + LONG
    ),
    "id that is not ASCII": get(
        b"/api/v1/events", AUTH, b"Last-Event-ID: " + "٣".encode()
    ),
    "id below nothing": get(b"/api/v1/events?after=-1", AUTH),
    "number beyond all": post(
        b"/api/v1/tickets/" + LONG + b"/print",
        b'{"outcome":"printed"}',
        b"Content-Length: 21",
    ),
    "date that is none": get(b"/api/v1/reports/day?date=9999-99-99", AUTH),
    "token that is not ASCII": get(b"/api/v1/board", b"Authorization: Bearer " + JUNK),
    "token of thousands of digits": get(
        b"/api/v1/board", b"Authorization: Bearer " + LONG
    ),
    "key that is not ASCII": post(
        b"/api/v1/tickets",
        b"{}",
        b"Content-Length: 2",
        b"Idempotency-Key: " + JUNK * 3,
    ),
    "body that is not UTF-8": post(
        b"/api/v1/tickets", b'{"queue":"\xff"}', b"Content-Length: 13"
    ),
    "half a character": post(
        b"/api/v1/tickets", b'{"queue":"\\ud800"}', b"Content-Length: 18"
    ),
    "NUL in a body": post(
        b"/api/v1/tickets", b'{"queue":"\\u0000"}', b"Content-Length: 18"
    ),
    "body of a thousand brackets": post(
        b"/api/v1/tickets", b"[" * 5_000, b"Content-Length: 5000"
    ),
    "body beyond the limit": post(
        b"/api/v1/tickets", b" " * 70_000, b"Content-Length: 70000"
    ),
    "query that is no text": get(b"/?q=\xe4"),
    "query of a queue that is no text": get(b"/q/parking?x=\xff"),
    "query of an API that is no text": get(b"/api/v1/events?after=\xff", AUTH),
    "query of a form that is no text": post(
        b"/q/parking?\xc3\xa4=1", b"", b"Content-Length: 0"
    ),
    "percent that is no UTF-8": get(b"/q/%ff%fe%80"),
    "percent and NUL": get(b"/q/%00"),
    "percent and dots": get(b"/static/..%2f..%2fsecret.key"),
    "ticket of nobody": get(b"/t/%ff%00/events"),
}


def test_what_makes_no_sense_is_refused_and_the_next_request_works(send: Send) -> None:
    for what, wrong in NO_REQUESTS.items():
        assert refused(send(wrong)), what
        assert send(get(b"/healthz")) == [200], what


def test_what_is_no_request_is_refused_as_every_problem_is(
    server: RunningServer,
) -> None:
    for what, status in (
        ("two lengths", 400),
        ("very long line", 414),
        ("very many headers", 431),
        ("expects what nobody does", 417),
        ("pieces in another way", 501),
    ):
        with socket.create_connection(("127.0.0.1", server.port), ANSWER_WITHIN_S) as c:
            c.sendall(NO_REQUESTS[what])
            answer = c.recv(65_536).decode()
        head, _, body = answer.partition("\r\n\r\n")
        assert head.startswith(f"HTTP/1.1 {status} "), (what, answer)
        assert "application/problem+json" in head
        assert json.loads(body)["status"] == status


HEADERS = {
    "a script's name": b"SCRIPT_NAME: /evil",
    "cookies": b"Cookie: visitor=" + JUNK + b"; ;=;,\x7f; a=" + LONG,
    "matches": b'If-None-Match: ,,W/,",' + JUNK + b"*",
    "matches of thousands": b"If-Match: " + b'W/"x",' * 1_000,
    "moments": b"If-Modified-Since: Sun, 99 Foo 99999 99:99:99 GMT",
    "moments of numbers": b"If-Unmodified-Since: " + LONG,
    "ranges": b"Range: bytes=-,9-1," + LONG + b"-",
    "ranges of another": b"If-Range: " + JUNK,
    "types": b"Accept: */;q=x,,;" + JUNK + b"text/html;q=" + LONG,
    "many types": b"Accept: " + b"a/b;q=0.1," * 700,
    "languages": b"Accept-Language: " + b"x-\xff;q=9," * 700,
    "long languages": b"Accept-Language: " + b"a-" * 3_900,
    "codings": b"Accept-Encoding: gzip;q=nan," + JUNK,
    "sites": b"Origin: http://[::1:x\r\nSec-Fetch-Site: " + JUNK,
    "whence": b"Referer: http://x:99999/[",
    "what": b"Content-Type: " + JUNK + b";charset=\xff;=;",
    "browsers": b"User-Agent: " + JUNK * 20,
    "form of nothing": b"Content-Type: multipart/form-data; boundary=",
    "proxies": b"X-Forwarded-For: ,,\x80,[::1,1.2.3.4:x\r\nX-Forwarded-Proto: \xff,\r\n"
    b"X-Forwarded-Host: [,:\r\nX-Forwarded-Port: " + LONG + b"\r\nForwarded: for=\xff",
    "upgrades": b"Connection: upgrade\r\nUpgrade: websocket",
}


@pytest.mark.slow
@pytest.mark.parametrize("proxies", ["0", "1"])
def test_headers_that_make_no_sense_are_no_error_of_ours(
    server: RunningServer, send: Send, proxies: str
) -> None:
    if proxies != "0":
        server.stop()
        server.start(TAKEANUMBER_PROXIES=proxies)
    for name, header in HEADERS.items():
        for path in (*PAGES, "/api/v1/board", "/static/page.css", "/readyz"):
            assert no_fault(send(get(path.encode(), AUTH, header))), (name, path)
        for path in ("/q/parking", "/back", "/t/TICKET/postpone", "/t/TICKET/push"):
            asked = post(path.encode(), JUNK, header, b"Content-Length: 128")
            assert no_fault(send(asked)), (name, path)


FORMS = [
    b"behind=" + LONG,
    b"behind=%ff&seen=%00",
    b"behind=\xd9\xa3",
    b"&&&=&=;" * 500,
    b"form=" + JUNK + b"&entry=" + JUNK + b"&after=%ff%00",
    b"label=%00&words=%ff",
    b"label=A" + LONG + b"&words=" + LONG,
    b"score=1e9",
    b"score=-99999999999999999999",
    b"x=1&" * 5_000,
]


def test_forms_that_make_no_sense_are_no_error_of_ours(send: Send) -> None:
    kind = b"Content-Type: application/x-www-form-urlencoded"
    for form in FORMS:
        for path in (
            b"/t/TICKET/postpone",
            b"/t/TICKET/rate",
            b"/q/passports",
            b"/back",
            b"/t/TICKET/push",
        ):
            length = b"Content-Length: %d" % len(form)
            assert no_fault(send(post(path, form, length, kind))), (path, form)
