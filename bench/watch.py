"""A process of its own that stands for many phones: each holds its ticket's stream and notes when it heard what.

Reads a `Watch` as one line of JSON on standard input, says `ready` when every stream has spoken once, and after the next line of input writes a
`Watched`.
"""

import asyncio
import re
from time import process_time, time

import msgspec

from bench.child import answer, main

_ID = re.compile(rb"^id: (\d+)$", re.MULTILINE)
_AT_ONCE = 200


class Watch(msgspec.Struct, frozen=True):
    """Which streams to hold; a dropped one is taken up again, as a browser would."""

    port: int
    paths: list[str]
    token: str | None = None


class Watched(msgspec.Struct, frozen=True):
    """When each stream heard of each `seq` (Unix seconds), how many are live, and how often one was taken up again."""

    heard: dict[int, list[float]]
    live: int
    reconnects: int
    cpu_s: float


class Phone(asyncio.Protocol):
    """One stream; it comes back by itself."""

    def __init__(self, crowd: "Crowd", path: str) -> None:
        self._crowd = crowd
        self._path = path
        self._live = False
        self._heard = -1

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Ask for the stream."""
        assert isinstance(transport, asyncio.Transport)
        token = self._crowd.watch.token
        authorization = f"Authorization: Bearer {token}\r\n" if token else ""
        transport.write(
            f"GET {self._path} HTTP/1.1\r\nHost: bench\r\n{authorization}\r\n".encode()
        )

    def data_received(self, data: bytes) -> None:
        """Note what was heard, and when; of a range that reads otherwise only after the row it is as of was heard, that first time counts."""
        now = time()
        for found in _ID.finditer(data):
            seq = int(found[1])
            if seq != self._heard:
                self._heard = seq
                self._crowd.heard.setdefault(seq, []).append(now)
            if not self._live:
                self._live = True
                self._crowd.spoke()

    def connection_lost(self, error: Exception | None) -> None:
        """Come back."""
        if self._live:
            self._crowd.live -= 1
        self._crowd.reconnects += 1
        self._crowd.later(self._path)


class Crowd:
    """All phones of this process."""

    def __init__(self, watch: Watch) -> None:
        self.watch = watch
        self.heard: dict[int, list[float]] = {}
        self.live = 0
        self.reconnects = 0
        self.everybody = asyncio.Event()
        self._door = asyncio.Semaphore(_AT_ONCE)
        self._tasks: set[asyncio.Task[None]] = set()

    def spoke(self) -> None:
        """Count a stream that has spoken for the first time."""
        self.live += 1
        if self.live == len(self.watch.paths):
            self.everybody.set()

    def later(self, path: str) -> None:
        """Connect as soon as the server lets one more in, again and again until it works."""
        task = asyncio.get_running_loop().create_task(self._connect(path))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _connect(self, path: str) -> None:
        async with self._door:
            while True:
                try:
                    await asyncio.get_running_loop().create_connection(
                        lambda: Phone(self, path), "127.0.0.1", self.watch.port
                    )
                except OSError:
                    await asyncio.sleep(0.2)
                else:
                    return


async def run(reader: asyncio.StreamReader) -> None:
    """Watch until told to stop; any other line asks for everybody's being live again."""
    crowd = Crowd(msgspec.json.decode(await reader.readline(), type=Watch))
    for path in crowd.watch.paths:
        crowd.later(path)
    while True:
        await crowd.everybody.wait()
        crowd.everybody.clear()
        answer(f"ready {time()}".encode())
        command = (await reader.readline()).strip()
        if command == b"stop":
            break
    watched = Watched(crowd.heard, crowd.live, crowd.reconnects, process_time())
    answer(msgspec.json.encode(watched))


if __name__ == "__main__":
    main(run)
