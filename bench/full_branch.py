"""A branch at its fullest, and the managers who watch it."""

import re

import requests

from bench.child import Child
from bench.load import Client
from bench.looking import Look, Looked, Manager
from bench.measure import consoles, put_load
from server.domain.account import AccountRole
from server.usecases.setup import AddAccount
from tests.serving import RunningServer

MANAGERS = 20
QUEUES = 8
DESKS = 32
KIOSKS = 4

_PASSWORD = "nine lamps by the harbour"
_WAITING = 300
TAKERS = 12

_SEAL = re.compile(r'name="csrf" value="([^"]+)"')


class FullBranch:
    """Eight queues, 32 desks that serve somebody, 300 who wait, and managers who are signed in."""

    def __init__(self, server: RunningServer) -> None:
        self.server = server
        self.kiosks = [server.device("kiosk") for _ in range(KIOSKS)]
        self.desks = consoles(server, DESKS)
        add_accounts(server)
        self.managers = signed_in(server, MANAGERS)
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
            self.kiosks[number % KIOSKS].take(f"q{number % QUEUES + 1}")

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
                self.kiosks[number % KIOSKS].token,
                f'{{"queue":"q{number % QUEUES + 1}"}}',
            )
            for number in range(TAKERS)
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


def add_accounts(server: RunningServer) -> None:
    """Let in a manager and a viewer."""
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


class Watching(Child[Looked]):
    """These managers' live pages, open in a process of its own."""

    def __init__(self, server: RunningServer, managers: list[Manager]) -> None:
        look = Look(port=server.port, managers=managers)
        super().__init__("bench.looking", look, Looked)
