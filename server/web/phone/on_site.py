"""Who stands on site: whoever scanned, a moment ago, the code that changes all the time."""

import re
from base64 import urlsafe_b64encode
from datetime import datetime, timedelta
from hmac import compare_digest

from server.store.tokens import TicketTokens

WINDOW = timedelta(seconds=30)
PASS_LASTS = timedelta(minutes=10)
"""How long whoever scanned the code has to choose a queue."""

_CODE_BYTES = 9
_SECONDS = re.compile(r"[0-9]{1,12}")


class OnSite:
    """Codes for the kiosk's screen, made from the server's secret and the time; nothing is stored."""

    def __init__(self, tokens: TicketTokens) -> None:
        self._tokens = tokens

    def code(self, branch_id: int, now: datetime) -> str:
        """Return the code of this moment."""
        return self._sealed(b"join", f"{branch_id}/{_window(now)}")

    def until(self, now: datetime) -> datetime:
        """Return when the next code takes its place."""
        return datetime.fromtimestamp(
            (_window(now) + 1) * WINDOW.total_seconds(), now.tzinfo
        )

    def is_fresh(self, code: str, branch_id: int, now: datetime) -> bool:
        """Return whether the code is of this moment, of the window before, or of the next: clocks differ."""
        return any(
            compare_digest(code.encode(), self.code(branch_id, now + off).encode())
            for off in (timedelta(0), -WINDOW, WINDOW)
        )

    def new_pass(self, branch_id: int, now: datetime) -> str:
        """Return what whoever scanned a fresh code may come back with, for ten minutes."""
        until = int((now + PASS_LASTS).timestamp())
        return f"{until}.{self._sealed(b'pass', f'{branch_id}/{until}')}"

    def lets_in(self, given: str, branch_id: int, now: datetime) -> bool:
        """Return whether this is a pass of ours, and still good."""
        until, _, seal = given.partition(".")
        if not _SECONDS.fullmatch(until) or int(until) < now.timestamp():
            return False
        expected = self._sealed(b"pass", f"{branch_id}/{int(until)}")
        return compare_digest(seal.encode(), expected.encode())

    def _sealed(self, what: bytes, text: str) -> str:
        seal = self._tokens.fingerprint(what, text.encode())[:_CODE_BYTES]
        return urlsafe_b64encode(seal).decode()


def _window(now: datetime) -> int:
    return int(now.timestamp() // WINDOW.total_seconds())
