"""How soon every page of a full branch begins, and what it weighs."""

import gzip
import http.client
import re
from collections.abc import Iterator
from dataclasses import dataclass
from time import perf_counter

from bench.full_branch import KIOSKS, QUEUES, FullBranch, signed_in
from bench.looking import Manager
from bench.measure import Figure, quantile
from server.web.manager import make

_ASSET = re.compile(r'<(?:link rel="(?:stylesheet|icon)" href|script src)="([^"]+)"')


@dataclass
class _PageSeen:
    """A page as a browser gets it that was never here, and the milliseconds to its first byte each time."""

    path: str
    first_byte_ms: list[float]
    own: int = 0
    kept: int = 0
    """Bytes over the wire: of the page itself, and of what is fetched with it once and kept for ever."""

    plain: int = 0


def measure(branch: FullBranch, times: int) -> Iterator[Figure]:
    """Each page of a full branch: its first byte, each time after something changed, and its weight without fonts."""
    manager = signed_in(branch.server, 1)[0]
    connection = http.client.HTTPConnection("127.0.0.1", branch.server.port)
    seen = [_PageSeen(path, []) for path in _paths(branch)]
    for number in range(times):
        for page in seen:
            branch.kiosks[number % KIOSKS].take(f"q{number % QUEUES + 1}")
            _open(connection, manager, page)
    connection.close()
    pages = [page for page in seen if page.own]
    for page in sorted(pages, key=lambda page: -quantile(page.first_byte_ms, 0.5)):
        is_live = page.path == "/manager/live"
        yield Figure(
            what=f"first byte: {page.path}",
            value=quantile(page.first_byte_ms, 0.5),
            unit="ms",
            target=50 if is_live else None,
            beyond=25 if is_live else None,
            note=f"99 of 100 {quantile(page.first_byte_ms, 0.99):.0f} ms",
        )
    for page in sorted(pages, key=lambda page: -page.own - page.kept):
        yield Figure(
            what=f"first visit: {page.path}",
            value=(page.own + page.kept) / 1000,
            unit="kB",
            target=16 if page.path.startswith("/manager/live") else 15,
            beyond=12,
            note=f"itself {page.own / 1000:.1f} ({page.plain / 1000:.0f} unpacked), kept for ever {page.kept / 1000:.1f}",
        )


def _paths(branch: FullBranch) -> list[str]:
    """Return the address of every page, and for those about one thing each that of one."""
    device = branch.server.run("device", "list").split()[0]
    one = {"<slug:slug>": "q1", "<int:number>": "1", "<int:device>": device, "<name>": "ingrid"}  # fmt: skip
    paths = []
    for page in make().declared:
        if page.method == "GET" and not page.part and page.path:
            path = page.path
            for place, filling in one.items():
                path = path.replace(place, filling)
            paths.append(f"/manager{path}")
    return paths


def _open(
    connection: http.client.HTTPConnection, manager: Manager, page: _PageSeen
) -> None:
    headers = {"Accept": "text/html", "Accept-Encoding": "gzip", "Accept-Language": manager.language}  # fmt: skip
    if page.path != "/manager/sign-in":
        headers["Cookie"] = f"manager={manager.session}"
    connection.request("GET", page.path, headers=headers)
    began = perf_counter()
    answer = connection.getresponse()
    took = (perf_counter() - began) * 1000
    body = answer.read()
    if answer.status != 200:
        # It leads on whoever is signed in already, or is there before the first account only.
        return
    page.first_byte_ms.append(took)
    if page.own:
        return
    html = gzip.decompress(body).decode()
    page.own, page.plain = len(body), len(html)
    for asset in set(_ASSET.findall(html)):
        connection.request("GET", asset, headers={"Accept-Encoding": "gzip"})
        page.kept += len(connection.getresponse().read())
