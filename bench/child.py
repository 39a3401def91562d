"""A process beside the one that measures, so that what stands for the crowd never waits for it: both speak in lines.

The first line is what it shall do, one JSON object; it answers `ready` when all is there, and the line `stop` with what it found.
"""

import asyncio
import subprocess
import sys
from collections.abc import Awaitable, Callable
from types import TracebackType
from typing import Generic, Self, TypeVar

import msgspec

from bench.measure import raise_file_limit

Found = TypeVar("Found")


class Child(Generic[Found]):
    """A module of `bench` that runs in a process of its own, from the outside."""

    def __init__(self, module: str, order: msgspec.Struct, found: type[Found]) -> None:
        self._module = module
        self._order = order
        self._found = found
        self._process = subprocess.Popen(
            [sys.executable, "-m", module],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    def __enter__(self) -> Self:
        self.say(msgspec.json.encode(self._order))
        self.wait_until_ready()
        return self

    def wait_until_ready(self) -> str:
        """Return what it says beside `ready`."""
        word, _, rest = self._hear().decode().strip().partition(" ")
        assert word == "ready", word
        return rest

    def say(self, line: bytes) -> None:
        """Write it a line."""
        assert self._process.stdin is not None
        self._process.stdin.write(line + b"\n")
        self._process.stdin.flush()

    def stop(self) -> Found:
        """End its work and return what it found."""
        self.say(b"stop")
        return msgspec.json.decode(self._hear(), type=self._found)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.kill()
        self._process.communicate()

    def _hear(self) -> bytes:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"{self._module} ended")
        return line


def answer(line: bytes) -> None:
    """From the inside: write the measuring process a line."""
    sys.stdout.buffer.write(line + b"\n")
    sys.stdout.buffer.flush()


def main(run: Callable[[asyncio.StreamReader], Awaitable[None]]) -> None:
    """Be such a process: run this with what the measuring process writes."""
    raise_file_limit()
    asyncio.run(_listen(run))


async def _listen(run: Callable[[asyncio.StreamReader], Awaitable[None]]) -> None:
    reader = asyncio.StreamReader(limit=2**26)
    await asyncio.get_running_loop().connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(reader), sys.stdin
    )
    await run(reader)
