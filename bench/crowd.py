"""Many phones in a process of their own, and the tickets they watch."""

from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

from bench.child import Child
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


class Crowd(Child[Watched]):
    """Streams of these pages (or, with a token, of the API) held open by another process."""

    def __init__(
        self, server: RunningServer, pages: list[str], token: str | None = None
    ) -> None:
        paths = [f"{page}/events" for page in pages] if token is None else pages
        watch = Watch(port=server.port, paths=paths, token=token)
        super().__init__("bench.watch", watch, Watched)

    def wait_until_live(self) -> float:
        """Return when every stream had spoken since it was last (re)connected, in Unix seconds."""
        return float(self.wait_until_ready())

    def again(self) -> None:
        """From now on, wait for everybody once more."""
        self.say(b"again")
