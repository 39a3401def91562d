"""A real server process for tests: started, set up through its command line, spoken to over HTTP."""

import atexit
import json
import shutil
import signal
import threading
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any, ClassVar, Self
from uuid import uuid4

import msgspec
import requests

from server.serve.control import run_command
from server.usecases.setup import AddDesk, AddDevice, AddQueue, AddServicer, Command
from shared.wire import messages
from shared.wire.following import FollowedBranch
from shared.wire.messages import Role
from tests.forked import Forked, Fresh

START_WITHIN_S = 60
STOP_WITHIN_S = 60
ANSWER_WITHIN_S = 30
STREAM_PIECE = 65_536


def takeanumber(data_dir: Path, *arguments: str) -> str:
    """Run the command line on a data directory and return what it printed, without the newline."""
    command = Forked("server.cli", ["--data-dir", str(data_dir), *arguments])
    with command.stdout, command.stderr:
        printed, complained = command.stdout.read(), command.stderr.read()
    assert command.wait(ANSWER_WITHIN_S) == 0, complained
    return printed.strip()


class Log:
    """What a process writes, line by line, for as long as it writes."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream
        self._lines: list[str] = []
        self._grown = threading.Condition()
        self._ended = False
        # A full pipe would stop the process, so somebody has to go on reading.
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def join(self, seconds: float) -> None:
        """Wait for its end."""
        self._reader.join(seconds)

    def _read(self) -> None:
        with self._stream:
            for line in self._stream:
                with self._grown:
                    self._lines.append(line)
                    self._grown.notify_all()
        with self._grown:
            self._ended = True
            self._grown.notify_all()

    @property
    def text(self) -> str:
        """All that was written so far."""
        return "".join(self._lines)

    def wait_for(self, words: str, seconds: float = 30, *, times: int = 1) -> None:
        """Return once these words were written so often; fail when they are not in so many seconds."""

        def is_there() -> bool:
            return self.text.count(words) >= times

        with self._grown:
            self._grown.wait_for(lambda: is_there() or self._ended, seconds)
        assert is_there(), f"“{words}” was not written {times} times:\n{self.text}"


@cache
def set_up_once(desks: int) -> Path:
    """Return a data directory to copy, with two queues, desks from 3 on and as many servicers."""
    kept = TemporaryDirectory(prefix="takeanumber-")
    atexit.register(kept.cleanup)
    directory = Path(kept.name) / "data"
    server = RunningServer(directory, 0)
    server.do(AddQueue(slug="parking", letter="A", names={"en": "Parking permits"}))
    server.do(AddQueue(slug="passports", letter="R", names={"en": "Passports"}))
    for number in range(3, 3 + desks):
        server.do(AddDesk(number=number, queues=("parking", "passports")))
        name = "Maria" if number == 3 else f"Servicer {number}"
        server.do(AddServicer(name=name, pin="482913"))
    return directory


class Device:
    """A paired device that speaks to the server as any client would."""

    def __init__(self, server: "RunningServer", token: str) -> None:
        self.server = server
        self.token = token
        self._http = requests.Session()
        self._http.headers["Authorization"] = f"Bearer {token}"

    def get(self, path: str, **options: Any) -> requests.Response:
        """GET a path of the API."""
        return self._http.get(
            f"{self.server.url}/api/v1{path}", timeout=ANSWER_WITHIN_S, **options
        )

    def post(
        self, path: str, body: Any = None, *, key: str | None = None, **options: Any
    ) -> requests.Response:
        """POST to a path of the API, under this idempotency key or a fresh one."""
        return self._http.post(
            f"{self.server.url}/api/v1{path}",
            data=b"" if body is None else json.dumps(body),
            headers={"Idempotency-Key": key or str(uuid4())},
            timeout=ANSWER_WITHIN_S,
            **options,
        )

    def take(self, queue: str = "parking", **options: Any) -> dict[str, Any]:
        """Take a number and return the ticket."""
        answer = self.post("/tickets", {"queue": queue}, **options)
        assert answer.status_code == 201, answer.text
        return dict(answer.json())

    def sign_in(
        self, desk: int = 3, servicer: str = "Maria", pin: str = "482913"
    ) -> None:
        """Sign a servicer in at a desk."""
        answer = self.post(f"/desks/{desk}/sign-in", {"servicer": servicer, "pin": pin})
        assert answer.status_code == 200, answer.text

    def events(self, after: int | None = None) -> "Events":
        """Follow the live stream."""
        headers = {} if after is None else {"Last-Event-ID": str(after)}
        return Events(
            self._http.get(
                f"{self.server.url}/api/v1/events",
                headers=headers,
                stream=True,
                timeout=ANSWER_WITHIN_S,
            )
        )

    def follower(self) -> "Following":
        """Follow the branch as our programs do."""
        return Following(self.events())


def lines_of(stream: requests.Response) -> Iterator[str]:
    """Yield the lines of a stream, each as soon as it is there whole."""
    rest = b""
    while piece := stream.raw.read1(STREAM_PIECE):
        *lines, rest = (rest + piece).split(b"\n")
        for line in lines:
            yield line.decode()


class Events:
    """A live stream, read event by event."""

    def __init__(self, response: requests.Response) -> None:
        assert response.status_code == 200, response.text
        self._response = response
        self._lines = lines_of(response)

    def __iter__(self) -> Iterator[tuple[str, dict[str, Any]]]:
        return self._events(time.monotonic() + ANSWER_WITHIN_S)

    def _events(self, deadline: float) -> Iterator[tuple[str, dict[str, Any]]]:
        """Yield events; fail once it is that late, though the stream beats on."""
        name, text = "", ""
        for line in self._lines:
            assert time.monotonic() < deadline, "no such event in time"
            if line.startswith("event: "):
                name = line.removeprefix("event: ")
            elif line.startswith("data: "):
                text = line.removeprefix("data: ")
            elif not line and name:
                yield name, json.loads(text)
                name = ""

    def until(self, wanted: str) -> dict[str, Any]:
        """Return the next event of this name; fail when half a minute brings none."""
        for name, data in self:
            if name == wanted:
                return data
        raise AssertionError(f"the stream ended without a {wanted} event")

    def close(self) -> None:
        """Hang up."""
        self._response.close()


class Following:
    """What one of our programs knows of the branch from the stream."""

    def __init__(self, events: Events) -> None:
        self._events = events
        snapshot = msgspec.convert(events.until("snapshot"), messages.Snapshot)
        self.known = FollowedBranch.of(snapshot)

    def until(self, wanted: str, times: int = 1) -> None:
        """Follow to the next event of this name, or to the one after so many."""
        for name, data in self._events:
            self.known = self.known.after(msgspec.convert(data, messages.Event))
            times -= name == wanted
            if not times:
                return


class RunningServer:
    """`takeanumber serve` on a data directory; the port stays the same over restarts."""

    _leaving: ClassVar[list[Forked | Fresh]] = []

    def __init__(
        self, data_dir: Path, port: int, launch: type[Forked | Fresh] = Forked
    ) -> None:
        self._launch = launch
        self.data_dir = data_dir
        self.port = port
        self.url = f"http://127.0.0.1:{port}"
        self.module = "server.cli"
        """What it said since its last start; whole once it has stopped."""
        self._process: Forked | Fresh | None = None

    def start(self, **environment: str) -> Self:
        """Start it and wait until it is ready."""
        self._process = self._launch(
            self.module,
            [
                "--data-dir",
                str(self.data_dir),
                "serve",
                "--port",
                str(self.port),
            ],
            # Nobody else in the network, nor another test, is to find it.
            **{"TAKEANUMBER_ANNOUNCE": "off", **environment},
        )
        self._process.stdout.close()
        self.log = Log(self._process.stderr)
        self.log.wait_for("event=ready", START_WITHIN_S)
        return self

    @property
    def pid(self) -> int:
        """The process that watches over the one that serves."""
        assert self._process is not None
        return self._process.pid

    def kill(self) -> None:
        """`kill -9` it."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """Ask it to stop, and wait until it has."""
        self._end(signal.SIGTERM)

    def leave(self) -> None:
        """Ask it to stop without waiting for it; that one stops as it should is seen when the next one leaves."""
        while self._leaving:
            assert self._leaving.pop().wait(STOP_WITHIN_S) == 0
        if self._process is not None:
            self._process.send_signal(signal.SIGTERM)
            self._leaving.append(self._process)
            self._process = None

    def _end(self, how: signal.Signals) -> None:
        if self._process is None:
            return
        self._process.send_signal(how)
        self._process.wait(STOP_WITHIN_S)
        self._process = None
        self.log.join(STOP_WITHIN_S)

    def run(self, *arguments: str) -> str:
        """Run the command line on this server's data directory."""
        return takeanumber(self.data_dir, *arguments)

    def device(self, role: str) -> Device:
        """Pair a device and return it."""
        name = f"{role} {uuid4().hex[:8]}"
        return Device(
            self, run_command(self.data_dir, AddDevice(role=Role(role), name=name))
        )

    def set_up(self, desks: int = 1) -> None:
        """Set up two queues, desks from 3 on, and as many servicers; Maria (482913) sits at desk 3."""
        shutil.copytree(set_up_once(desks), self.data_dir)

    def do(self, command: Command) -> Any:
        """Run a set-up command, as the command line would."""
        return run_command(self.data_dir, command)
