"""A process of its own that loads a server: clients that ask again as soon as they are answered.

Reads a `Load` as JSON on standard input, writes a `Loaded` on standard output.
"""

import asyncio
import sys
from collections import Counter
from dataclasses import dataclass, field
from time import perf_counter, process_time
from uuid import uuid4

import msgspec

_GIVE_UP_S = 60.0


class Client(msgspec.Struct, frozen=True):
    """One connection, and the request that it sends over and over, each time under a fresh key."""

    path: str
    token: str
    body: str = "{}"


class Load(msgspec.Struct, frozen=True):
    """Clients that come one by one within `ramp_up` seconds, stay for `hold` and go within `ramp_down`."""

    port: int
    clients: list[Client]
    hold: float
    ramp_up: float = 0.0
    ramp_down: float = 0.0


class Loaded(msgspec.Struct, frozen=True):
    """What came back: the milliseconds of each answer that brought something, every other answer counted, and how busy this process was."""

    seconds: float
    latencies_ms: list[float]
    others: dict[str, int]
    cpu_share: float


@dataclass
class _Seen:
    latencies_ms: list[float] = field(default_factory=list)
    others: Counter[str] = field(default_factory=Counter)


async def _ask_over_and_over(
    port: int, client: Client, since: float, until: float, seen: _Seen
) -> None:
    await asyncio.sleep(max(0.0, since - perf_counter()))
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
    except OSError as error:
        seen.others[type(error).__name__] += 1
        return
    head = (
        f"POST {client.path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n"
        f"Authorization: Bearer {client.token}\r\nContent-Type: application/json\r\n"
        f"Content-Length: {len(client.body.encode())}\r\nIdempotency-Key: "
    )
    while (began := perf_counter()) < until:
        writer.write(f"{head}{uuid4()}\r\n\r\n{client.body}".encode())
        try:
            async with asyncio.timeout(_GIVE_UP_S):
                status = await _answer(reader)
        except (OSError, TimeoutError, asyncio.IncompleteReadError) as error:
            seen.others[type(error).__name__] += 1
            break
        if status in (200, 201):
            seen.latencies_ms.append((perf_counter() - began) * 1000)
        else:
            seen.others[str(status)] += 1
    writer.close()


async def _answer(reader: asyncio.StreamReader) -> int:
    head = await reader.readuntil(b"\r\n\r\n")
    lower = head.lower()
    at = lower.find(b"content-length:")
    if at >= 0:
        await reader.readexactly(int(lower[at + 15 : lower.index(b"\r", at)]))
    return int(head[9:12])


async def run(load: Load) -> Loaded:
    """Put the load on the server and return what came back."""
    seen = _Seen()
    began, busy = perf_counter(), process_time()
    step = 1 / max(1, len(load.clients))
    end = began + load.ramp_up + load.hold
    await asyncio.gather(
        *(
            _ask_over_and_over(
                load.port,
                client,
                began + load.ramp_up * number * step,
                end + load.ramp_down * (1 - number * step),
                seen,
            )
            for number, client in enumerate(load.clients)
        )
    )
    seconds = perf_counter() - began
    share = (process_time() - busy) / seconds
    return Loaded(seconds, seen.latencies_ms, dict(seen.others), share)


if __name__ == "__main__":
    loaded = asyncio.run(run(msgspec.json.decode(sys.stdin.buffer.read(), type=Load)))
    sys.stdout.buffer.write(msgspec.json.encode(loaded))
