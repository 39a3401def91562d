"""Many phones in a process of their own, and the tickets they watch."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

import msgspec

from bench.watch import Watch, Watched
from tests.serving import Device, RunningServer

_TAKERS = 16


def take_many(server: RunningServer, count: int, queue: str = "q1") -> list[str]:
    """Take so many numbers and return the paths of their pages, in order."""
    kiosks = [server.device("kiosk") for _ in range(_TAKERS)]

    def take(kiosk: Device, share: int) -> list[tuple[int, str]]:
        tickets = [kiosk.take(queue) for _ in range(share)]
        return [(ticket["id"], urlsplit(ticket["url"]).path) for ticket in tickets]

    shares = [count // _TAKERS + (i < count % _TAKERS) for i in range(_TAKERS)]
    with ThreadPoolExecutor(_TAKERS) as pool:
        taken = [pair for part in pool.map(take, kiosks, shares) for pair in part]
    return [path for _, path in sorted(taken)]


class Crowd:
    """Streams of these pages (or, with a token, of the API) held open by another process."""

    def __init__(
        self, server: RunningServer, pages: list[str], token: str | None = None
    ) -> None:
        paths = [f"{page}/events" for page in pages] if token is None else pages
        self._watch = Watch(port=server.port, paths=paths, token=token)
        self._process = subprocess.Popen(
            [sys.executable, "-m", "bench.watch"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    def __enter__(self) -> Self:
        self._say(msgspec.json.encode(self._watch))
        self.wait_until_live()
        return self

    def wait_until_live(self) -> float:
        """Return when every stream had spoken since it was last (re)connected, in Unix seconds."""
        _, when = self._hear().split()
        return float(when)

    def again(self) -> None:
        """From now on, wait for everybody once more."""
        self._say(b"again")

    def stop(self) -> Watched:
        """Hang up everywhere and return what was heard."""
        self._say(b"stop")
        return msgspec.json.decode(self._hear(), type=Watched)

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
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError("the crowd's process ended")
        return line
