"""A branch whose clock the test sets: the whole application, asked over HTTP without a network."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self
from uuid import uuid4

from werkzeug.test import TestResponse

from server.domain.events import SYSTEM
from server.domain.refusals import Refusal
from server.domain.state import Change
from server.live.hub import Hub
from server.serve.app import create_app
from server.serve.control import perform
from server.serve.housekeeping import look_after
from server.settings import Settings
from server.store.session import Session
from server.store.store import MAIN_BRANCH, Store
from server.usecases.correct_clock import correct_clock
from server.usecases.leave import leave
from server.usecases.on_my_way import on_my_way
from server.usecases.postpone import Postpone, postpone
from server.usecases.rate import Rate, rate
from server.usecases.rejoin import rejoin
from server.usecases.return_to_queue import return_to_queue
from server.usecases.setup import (
    AddDesk,
    AddDevice,
    AddQueue,
    AddServicer,
    Command,
    SetBranch,
)
from shared.wire.messages import Role
from tests.clock import FakeClock
from tests.compiled import COMPILED
from tests.database import opened

MONDAY_NINE = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


class BranchInTime:
    """A data directory that is open, its clock, and devices that ask its application."""

    def __init__(self, directory: Path, clock: FakeClock) -> None:
        self.directory = directory
        self.clock = clock
        self.heard: list[Callable[[list[Change]], None]] = []
        """Who hears of commits."""
        self._open()

    def _open(self) -> None:
        self.store = Store(
            self.directory,
            publish=self._publish,
            clock=self.clock,
            steady=self.clock,
            correct=correct_clock,
        )
        self.hub = Hub(self.clock)
        self.store.outlook = self.hub.outlooks.of
        app = create_app(
            Settings(data_dir=self.directory), self.store, self.hub, self.clock
        )
        app.jinja_env.bytecode_cache = COMPILED
        self.http = app.test_client()

    def _publish(self, changes: list[Change]) -> None:
        for hear in self.heard:
            hear(changes)

    def close(self) -> None:
        """Let go of the directory."""
        self.store.close()
        self.hub.close()

    @contextmanager
    def switched_off(self) -> Iterator[None]:
        """The machine is off meanwhile."""
        with self.stopped():
            yield
            self.clock.reboot()

    @contextmanager
    def stopped(self) -> Iterator[None]:
        """The server is stopped meanwhile; the machine runs on."""
        self.close()
        yield
        self._open()

    def do(self, command: Command) -> Any:
        """Run a set-up command."""
        return perform(self.store, type(command).__name__, command)

    def look_after(self, *, forget: bool = False) -> None:
        """Do what the server does by itself every few seconds."""
        for answer in self.store.look_at_clock():
            self.store.wait(answer)
        look_after(self.store, self.clock, MAIN_BRANCH, forget=forget)

    def device(self, role: str) -> "Device":
        """Pair a device."""
        name = f"{role} {uuid4().hex[:8]}"
        return Device(self, self.do(AddDevice(role=Role(role), name=name)))

    def console(self, desk: int = 3, servicer: str = "Maria") -> "Device":
        """Pair a console and sign in there."""
        console = self.device("console")
        body = {"servicer": servicer, "pin": "482913"}
        assert console.post(f"/desks/{desk}/sign-in", body).status_code == 200
        return console

    def rows(self, kind: str = "%") -> int:
        """Return how many rows of this kind the journal has."""
        with opened(self.directory / "queue.db") as database:
            return int(
                database.execute(
                    "SELECT count(*) FROM journal WHERE kind LIKE ?", [kind]
                ).fetchone()[0]
            )


@dataclass(frozen=True)
class Answered:
    """What the application answered."""

    status_code: int
    headers: Mapping[str, str]
    text: str
    json: Any

    @classmethod
    def from_response(cls, response: TestResponse) -> Self:
        """Take it out of the test client's answer."""
        return cls(
            response.status_code,
            dict(response.headers),
            response.text,
            response.get_json(force=True, silent=True),
        )


class Device:
    """A paired device."""

    def __init__(self, branch: BranchInTime, token: str) -> None:
        self._branch = branch
        self.headers = {"Authorization": f"Bearer {token}"}

    def get(self, path: str) -> Answered:
        """GET a path of the API."""
        return Answered.from_response(
            self._branch.http.get(f"/api/v1{path}", headers=self.headers)
        )

    def post(self, path: str, body: Any = None, *, key: str | None = None) -> Answered:
        """POST to a path of the API, under this idempotency key or a fresh one."""
        headers = {**self.headers, "Idempotency-Key": key or str(uuid4())}
        return Answered.from_response(
            self._branch.http.post(
                f"/api/v1{path}", json={} if body is None else body, headers=headers
            )
        )

    def take(self, queue: str = "parking", **body: Any) -> dict[str, Any]:
        """Take a number and return the ticket."""
        answer = self.post("/tickets", {"queue": queue, **body})
        assert answer.status_code == 201, answer.text
        return dict(answer.json)

    def call_next(self, desk: int = 3, **body: Any) -> dict[str, Any]:
        """Call whoever is next and return the ticket."""
        answer = self.post(f"/desks/{desk}/call-next", body)
        assert answer.status_code == 200, answer.text
        return dict(answer.json)

    def move(self, ticket: dict[str, Any], move: str, body: Any = None) -> Answered:
        """Make a move with a ticket."""
        return self.post(f"/tickets/{ticket['id']}/{move}", body)

    def customer(self, ticket: dict[str, Any], move: str, number: int = 1) -> str:
        """Let the customer make a move, whatever the page looks like; return “done” or why it was refused."""
        id = ticket["id"]
        moves: dict[str, Callable[[Session], Any]] = {
            "leave": lambda session: leave(session, id),
            "return": lambda session: return_to_queue(session, id),
            "rejoin": lambda session: rejoin(session, id),
            "on-my-way": lambda session: on_my_way(session, id),
            "postpone": lambda session: postpone(
                session, Postpone(ticket=id, behind=number)
            ),
            "rate": lambda session: rate(session, Rate(ticket=id, score=number)),
        }
        try:
            self._branch.store.write(MAIN_BRANCH, SYSTEM, moves[move])
        except Refusal as refusal:
            return type(refusal).__name__
        return "done"

    def state(self, ticket: dict[str, Any]) -> str:
        """Return where the ticket stands."""
        with self._branch.store.reading(MAIN_BRANCH) as view:
            return view.ticket(ticket["id"]).state.value


def set_up(branch: BranchInTime) -> None:
    """Two queues, desks 3 and 4 that serve both, Maria and José."""
    priorities = {"elderly": 15, "child": 5}
    branch.do(SetBranch(settings={"time_zone": "UTC", "priorities": priorities}))
    branch.do(AddQueue(slug="parking", letter="A", names={"en": "Parking permits"}))
    branch.do(AddQueue(slug="passports", letter="R", names={"en": "Passports"}))
    for number, name in ((3, "Maria"), (4, "José")):
        branch.do(AddDesk(number=number, queues=("parking", "passports")))
        branch.do(AddServicer(name=name, pin="482913"))
