"""What managers at the live page cost, how soon they see a call, and what their pages weigh and take to begin."""

import gzip
import http.client
import random
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from time import perf_counter, sleep, time
from types import TracebackType
from typing import Self

import msgspec
import requests

from bench.crowd import Crowd, take_many
from bench.load import Client, Loaded
from bench.looking import Look, Looked, Manager, Moments
from bench.measure import (
    Cost,
    Figure,
    a_server,
    consoles,
    put_load,
    quantile,
    raise_file_limit,
)
from server.domain.account import AccountRole
from server.usecases.setup import AddAccount
from server.web.manager import make
from tests.serving import RunningServer

_PASSWORD = "nine lamps by the harbour"
_MANAGERS = 20
_QUEUES = 8
_DESKS = 32
_WAITING = 300
_TAKERS = 12
_KIOSKS = 4
_ROUND_S = 4.0

_SEAL = re.compile(r'name="csrf" value="([^"]+)"')
_ASSET = re.compile(r'<(?:link rel="(?:stylesheet|icon)" href|script src)="([^"]+)"')


def run(*, quick: bool) -> Iterator[Figure]:
    """Measure; `quick` with fewer rounds and calls."""
    raise_file_limit()
    with a_server(desks=_DESKS, queues=_QUEUES) as server:
        branch = FullBranch(server)
        yield from _pages(branch, times=5 if quick else 30)
        yield from _takes(branch, rounds=2 if quick else 6)
        yield from _quiet_pace(branch, seconds=5 if quick else 20)
        yield from _long_watch(branch, calls=100 if quick else 1_000)
    yield from _calls(1_000, calls=15 if quick else 60)


class FullBranch:
    """Eight queues, 32 desks that serve somebody, 300 who wait, and managers who are signed in."""

    def __init__(self, server: RunningServer) -> None:
        self.server = server
        self.kiosks = [server.device("kiosk") for _ in range(_KIOSKS)]
        self.desks = consoles(server, _DESKS)
        _accounts(server)
        self.managers = signed_in(server, _MANAGERS)
        self.fill()
        for number, desk in enumerate(self.desks, 1):
            desk.post(f"/desks/{number}/call-next", {"finish": True})
        self.fill()

    @property
    def waiting(self) -> int:
        """How many wait."""
        return sum(self.desks[0].get("/board").json()["waiting"].values())

    def fill(self) -> None:
        """Let as many wait as at the beginning: who is too many is called and served, who is missing takes a number."""
        while self.waiting > _WAITING:
            put_load(self.server, self.callers, hold=1.0)
        for number in range(_WAITING - self.waiting):
            self.kiosks[number % _KIOSKS].take(f"q{number % _QUEUES + 1}")

    @property
    def callers(self) -> list[Client]:
        """Every desk, calling one after the other."""
        return [
            Client(f"/api/v1/desks/{number}/call-next", desk.token, '{"finish":true}')
            for number, desk in enumerate(self.desks, 1)
        ]

    @property
    def takers(self) -> list[Client]:
        """Clients that take one number after the other."""
        return [
            Client(
                "/api/v1/tickets",
                self.kiosks[number % _KIOSKS].token,
                f'{{"queue":"q{number % _QUEUES + 1}"}}',
            )
            for number in range(_TAKERS)
        ]


def signed_in(server: RunningServer, count: int) -> list[Manager]:
    """Return browsers that are signed in: managers and viewers, in English and German."""
    return [
        Manager(
            session=_session(server, "vera" if number % 4 == 3 else "ingrid"),
            language="de" if number % 3 == 2 else "en",
        )
        for number in range(count)
    ]


def _accounts(server: RunningServer) -> None:
    for name, role in (("ingrid", AccountRole.MANAGER), ("vera", AccountRole.VIEWER)):
        server.do(AddAccount(name=name, shown=name, role=role, password=_PASSWORD))


def _session(server: RunningServer, name: str) -> str:
    with requests.Session() as browser:
        url = f"{server.url}/manager/sign-in"
        seal = _SEAL.search(browser.get(url, timeout=30).text)
        assert seal is not None
        form = {"csrf": seal[1], "name": name, "password": _PASSWORD}
        answer = browser.post(url, form, allow_redirects=False, timeout=30)
        assert answer.status_code == 303, answer.text
        return browser.cookies["manager"]


class Watching:
    """These managers' live pages, open in a process of its own."""

    def __init__(self, server: RunningServer, managers: list[Manager]) -> None:
        self._look = Look(port=server.port, managers=managers)
        self._process = subprocess.Popen(
            [sys.executable, "-m", "bench.looking"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    def __enter__(self) -> Self:
        self._say(msgspec.json.encode(self._look))
        assert self._hear() == b"ready\n", "the pages' process ended"
        return self

    def stop(self) -> Looked:
        """Close the pages and return what they knew, and when."""
        self._say(b"stop")
        return msgspec.json.decode(self._hear(), type=Looked)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.kill()
        self._process.communicate()

    def _say(self, line: bytes) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(line + b"\n")
        self._process.stdin.flush()

    def _hear(self) -> bytes:
        assert self._process.stdout is not None
        return self._process.stdout.readline()


# --- what they cost -------------------------------------------------------------------------------


@dataclass
class _Round:
    """Takes a second, the server's milliseconds of CPU for each, and the milliseconds they took."""

    rate: float
    cpu_ms: float
    latencies_ms: list[float]


def _takes(branch: FullBranch, rounds: int) -> Iterator[Figure]:
    """Take numbers with and without managers, by turns in one run: a machine that gets slower meanwhile does not decide."""
    alone, watched = list[_Round](), list[_Round]()
    note = ""
    _take(branch, 1.0)
    for number in range(rounds):
        # Without and with, with and without: neither is always the later one.
        for managers in (0, _MANAGERS) if number % 2 == 0 else (_MANAGERS, 0):
            branch.fill()
            if not managers:
                alone.append(_take(branch, _ROUND_S))
                continue
            with Watching(branch.server, branch.managers) as watching:
                watched.append(_take(branch, _ROUND_S))
                looked = watching.stop()
            share = looked.cpu_s / _ROUND_S
            note = f"{looked.fetches / _ROUND_S:.0f} fetches/s of {looked.kilobytes / max(1, looked.fetches):.1f} kB, client {share:.0%} busy"
    branch.fill()
    rates = [there.rate / not_there.rate for there, not_there in zip(watched, alone, strict=True)]  # fmt: skip
    costs = [there.cpu_ms / not_there.cpu_ms for there, not_there in zip(watched, alone, strict=True)]  # fmt: skip
    yield Figure(what="takes a second, nobody watching", value=quantile([each.rate for each in alone], 0.5), unit="/s", more_is_better=True)  # fmt: skip
    yield Figure(
        what=f"the same, {_MANAGERS} managers on the live page",
        value=quantile([each.rate for each in watched], 0.5),
        unit="/s",
        more_is_better=True,
        note=note,
    )
    yield Figure(
        what="cost in takes a second, median of pairs",
        value=(1 - quantile(rates, 0.5)) * 100,
        unit="%",
        target=5,
        beyond=2,
        note=f"pairs: {_each(rates)} ×",
    )
    yield Figure(
        what="cost in the server's CPU for a take, median of pairs",
        value=(quantile(costs, 0.5) - 1) * 100,
        unit="%",
        note=f"pairs: {_each(costs)} ×",
    )
    worth = [
        (cost - 1) * there.rate for cost, there in zip(costs, watched, strict=True)
    ]
    yield Figure(
        what="their cost in the server's CPU, as so many takes",
        value=quantile(worth, 0.5),
        unit="/s",
        target=50,
        beyond=20,
        note="the same on a slow minute: 5 % of 1,000 takes a second",
    )
    for who, found in (("nobody watching", alone), (f"{_MANAGERS} managers", watched)):
        yield Figure(
            what=f"take p99, {_TAKERS} clients, {who}",
            value=quantile([ms for each in found for ms in each.latencies_ms], 0.99),
            unit="ms",
        )


def _take(branch: FullBranch, seconds: float) -> _Round:
    cost = Cost(branch.server.pid)
    loaded: Loaded = put_load(branch.server, branch.takers, hold=seconds)
    assert not loaded.others, loaded.others
    taken = len(loaded.latencies_ms)
    return _Round(
        taken / loaded.seconds, cost.cpu_s() * 1000 / taken, loaded.latencies_ms
    )


def _each(ratios: list[float]) -> str:
    return " ".join(f"{ratio:.2f}" for ratio in sorted(ratios))


def _quiet_pace(branch: FullBranch, seconds: float) -> Iterator[Figure]:
    """At the pace of a town hall, a number and a call a second: the server's CPU with nobody and with managers watching."""
    shares = []
    for managers in ([], branch.managers):
        with Watching(branch.server, managers) as watching:
            cost, began = Cost(branch.server.pid), time()
            _town_hall(branch, seconds)
            shares.append(cost.cpu_s() / (time() - began))
            watching.stop()
    for who, share in zip(("nobody", f"{_MANAGERS} managers"), shares, strict=True):
        yield Figure(what=f"a number and a call a second, {who}: CPU", value=share * 100, unit="%", note="of one core")  # fmt: skip


def _town_hall(branch: FullBranch, seconds: float) -> None:
    for second in range(int(seconds)):
        began = time()
        branch.kiosks[second % _KIOSKS].take(f"q{second % _QUEUES + 1}")
        sleep(max(0.0, began + 0.5 - time()))
        number = second % _DESKS
        branch.desks[number].post(f"/desks/{number + 1}/call-next", {"finish": True})
        sleep(max(0.0, began + 1 - time()))


def _long_watch(branch: FullBranch, calls: int) -> Iterator[Figure]:
    """Whether what the server holds grows while managers watch many calls."""
    branch.fill()
    with Watching(branch.server, branch.managers) as watching:
        _town_hall(branch, 3)
        cost = Cost(branch.server.pid)
        before = cost.memory_mb()
        for number in range(calls):
            at = number % _DESKS
            branch.kiosks[number % _KIOSKS].take(f"q{number % _QUEUES + 1}")
            branch.desks[at].post(f"/desks/{at + 1}/call-next", {"finish": True})
        _town_hall(branch, 2)
        grown = cost.memory_mb() - before
        watching.stop()
    yield Figure(
        what=f"memory: {calls} takes and calls, {_MANAGERS} managers",
        value=grown,
        unit="MB",
        note=f"{before:.1f} MB before",
    )


# --- how soon -------------------------------------------------------------------------------------


def _calls(phones: int, calls: int) -> Iterator[Figure]:
    """Call while phones and managers watch, at moments that keep no time: the page is told once a second at most."""
    with a_server(desks=1) as server:
        (desk,) = consoles(server, 1)
        _accounts(server)
        managers = signed_in(server, _MANAGERS)
        pages = take_many(server, phones + calls)
        moments = random.Random(13)
        with (
            Crowd(server, pages[calls:]) as crowd,
            Watching(server, managers) as watching,
        ):
            called = []
            for _ in range(calls):
                sleep(moments.uniform(0.1, 1.9))
                began = time()
                desk.post("/desks/1/call-next", {"finish": True})
                called.append((desk.get("/board").json()["seq"], began))
            sleep(3)
            looked = watching.stop()
            crowd.stop()
    for what, found, target in (
        ("the page's stream says it", looked.told, None),
        ("the page has fetched it", looked.shown, (1000.0, 500.0)),
    ):
        ms = [
            (_first(page, seq) - began) * 1000
            for page in found
            for seq, began in called
        ]
        for name, share in (("p50", 0.5), ("p99", 0.99), ("max", 1.0)):
            goals = target if target and name == "p99" else (None, None)
            yield Figure(
                what=f"call → {what}, {phones} phones: {name}",
                value=quantile(ms, share),
                unit="ms",
                target=goals[0],
                beyond=goals[1],
                note=f"{_MANAGERS} managers" if name == "p50" else "",
            )


def _first(moments: Moments, seq: int) -> float:
    """Return when this row, or a later one, was known first."""
    return next(at for known, at in moments if known >= seq)


# --- pages ----------------------------------------------------------------------------------------


@dataclass
class _PageSeen:
    """A page as a browser gets it that was never here, and the milliseconds to its first byte each time."""

    path: str
    first_byte_ms: list[float]
    own: int = 0
    kept: int = 0
    """Bytes over the wire: of the page itself, and of what is fetched with it once and kept for ever."""

    plain: int = 0


def _pages(branch: FullBranch, times: int) -> Iterator[Figure]:
    """Each page of a full branch: its first byte, each time after something changed, and its weight without fonts."""
    manager = signed_in(branch.server, 1)[0]
    connection = http.client.HTTPConnection("127.0.0.1", branch.server.port)
    seen = [_PageSeen(path, []) for path in _paths(branch)]
    for number in range(times):
        for page in seen:
            branch.kiosks[number % _KIOSKS].take(f"q{number % _QUEUES + 1}")
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
            target=15,
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
