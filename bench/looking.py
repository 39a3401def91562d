"""A process of its own that stands for managers at the live page: each holds its stream and fetches what changed, as the page's script does.

Reads a `Look` as one line of JSON on standard input, says `ready` when every page was fetched once, and after the next line of input writes a
`Looked`.
"""

import asyncio
import json
import re
from time import process_time, time

import msgspec

from bench.child import answer, main

_PARTS = ("heading", "needs", "queues", "desks", "devices")
_AGAIN_AFTER_S = 0.1
_LENGTH = re.compile(rb"content-length: (\d+)", re.IGNORECASE)
_CHANGED = b"event: changed\n"

Moments = list[tuple[int, float]]
"""Rows of the journal, and when a page knew of each (Unix seconds)."""


class Manager(msgspec.Struct, frozen=True):
    """A browser that is signed in: its session, and its language."""

    session: str
    language: str


class Look(msgspec.Struct, frozen=True):
    """Whose live pages are open."""

    port: int
    managers: list[Manager]


class Looked(msgspec.Struct, frozen=True):
    """Of each page, when its stream told of which row and when it showed it; how many fetches, their bytes, and how busy this process was."""

    told: list[Moments]
    shown: list[Moments]
    fetches: int
    kilobytes: float
    lost: int
    cpu_s: float


class LivePage:
    """One page: it hears, and fetches what it lacks."""

    def __init__(self, port: int, manager: Manager) -> None:
        self.told: Moments = []
        self.shown: Moments = []
        self.sizes: list[int] = []
        self.lost = 0
        self.whole = asyncio.Event()
        self._port = port
        self._head = (
            f"Host: 127.0.0.1:{port}\r\nCookie: manager={manager.session}\r\n"
            f"Accept: text/html\r\nAccept-Encoding: gzip\r\nAccept-Language: {manager.language}\r\n\r\n"
        )
        self._seq = 0
        self._missing: set[str] = set()
        self._lacks = asyncio.Event()

    async def listen(self) -> None:
        """Follow the stream; come back to it where it ends."""
        while True:
            reader, writer = await asyncio.open_connection("127.0.0.1", self._port)
            writer.write(self._request("/manager/events"))
            while piece := await _until_blank(reader):
                if _CHANGED in piece:
                    self._hear(piece)
            writer.close()
            self.lost += 1
            await asyncio.sleep(1)

    def _hear(self, piece: bytes) -> None:
        word = json.loads(piece.partition(b"data: ")[2])
        self._seq = word["seq"]
        self.told.append((self._seq, time()))
        self._missing.update(part for part in word["parts"] if part in _PARTS)
        self._lacks.set()

    async def fetch(self) -> None:
        """Fetch what is missing, one answer at a time."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self._port)
        while True:
            await self._lacks.wait()
            self._lacks.clear()
            wanted, seq = ",".join(sorted(self._missing)), self._seq
            self._missing.clear()
            if not wanted:
                continue
            writer.write(self._request(f"/manager/live/parts/{wanted}?seq={seq}"))
            try:
                head = await reader.readuntil(b"\r\n\r\n")
            except asyncio.IncompleteReadError:
                # The connection was idle for longer than the server keeps one.
                reader, writer = await asyncio.open_connection("127.0.0.1", self._port)
                self._missing.update(wanted.split(","))
                self._lacks.set()
                continue
            assert head.startswith(b"HTTP/1.1 200"), head
            length = _LENGTH.search(head)
            assert length is not None
            self.sizes.append(len(await reader.readexactly(int(length[1]))))
            self.shown.append((seq, time()))
            self.whole.set()
            await asyncio.sleep(_AGAIN_AFTER_S)

    def _request(self, path: str) -> bytes:
        return f"GET {path} HTTP/1.1\r\n{self._head}".encode()


async def _until_blank(reader: asyncio.StreamReader) -> bytes:
    """Return the next event, empty at the end of the stream."""
    try:
        return await reader.readuntil(b"\n\n")
    except (asyncio.IncompleteReadError, OSError):
        return b""


async def run(reader: asyncio.StreamReader) -> None:
    """Look until told to stop."""
    look = msgspec.json.decode(await reader.readline(), type=Look)
    pages = [LivePage(look.port, manager) for manager in look.managers]
    async with asyncio.TaskGroup() as tasks:
        going = [
            tasks.create_task(each)
            for page in pages
            for each in (page.listen(), page.fetch())
        ]
        await asyncio.gather(*(page.whole.wait() for page in pages))
        answer(b"ready")
        busy = process_time()
        await reader.readline()
        for task in going:
            task.cancel()
    sizes = [size for page in pages for size in page.sizes]
    answer(
        msgspec.json.encode(
            Looked(
                told=[page.told for page in pages],
                shown=[page.shown for page in pages],
                fetches=len(sizes),
                kilobytes=sum(sizes) / 1000,
                lost=sum(page.lost for page in pages),
                cpu_s=process_time() - busy,
            )
        )
    )


if __name__ == "__main__":
    main(run)
