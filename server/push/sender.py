"""Sends the pushes: in threads of its own, so that neither the writer nor a request ever waits for a push service."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from http.client import HTTPException
from threading import BoundedSemaphore, Event, Lock
from time import monotonic
from typing import Any
from urllib.parse import urlsplit

import structlog

from server.domain import events
from server.domain.events import SYSTEM
from server.domain.state import Change
from server.domain.ticket import Ticket, TicketState
from server.push import letter
from server.push.keys import Keys
from server.push.letter import Unreadable
from server.push.services import PrivateAddress, Services
from server.store import pushes
from server.store.clocks import Clock
from server.store.pushes import Subscription
from server.store.session import Session
from server.store.store import Store
from server.store.writer import Busy

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Call:
    """A desk asks the customer to come."""


@dataclass(frozen=True, slots=True)
class Near:
    """Only so many are ahead of the customer."""

    ahead: int


@dataclass(frozen=True, slots=True)
class Test:
    """The customer wants to hear whether pushes arrive."""


Push = Call | Near | Test

Words = Callable[[int, Ticket, str, Push], bytes]
"""What a push says: of which branch and ticket, in which language."""

_THREADS = 4
_MOST_WAITING = 500
_ATTEMPTS = 2
_AGAIN_AFTER_S = 2.0
_WRITTEN_WITHIN_S = 10.0
_GONE = frozenset({404, 410})
_WORTH_ANOTHER_TRY = 500
_TOO_MANY = 429


class PushSender:
    """Hears of commits by `tell`; pushes calls and forgets the browsers of tickets that have ended.

    The database says who is to be told, so a restart forgets nobody. What waits when the server stops is not sent:
    a call is told by the board and the page too.
    """

    def __init__(
        self, keys: Keys, contact: str, services: Services, clock: Clock
    ) -> None:
        self.public_key = keys.public
        self.services = services
        self._keys = keys
        self._contact = contact
        self._clock = clock
        self._closing = Event()
        self._telling = Lock()
        self.revive()

    def start(self, store: Store, words: Words) -> None:
        """Begin; the store must publish to `tell`."""
        self._store = store
        self._words = words
        for branch_id in store.branches():
            self._write(branch_id, pushes.drop_ended)

    def is_alive(self) -> bool:
        """Return whether pushes are sent: its threads outlive what goes wrong in them."""
        return True

    def silent_s(self) -> float:
        """Return for how many seconds the oldest push under way has been."""
        return monotonic() - min(list(self._begun.values()), default=monotonic())

    def revive(self) -> None:
        """Begin, and leave behind what was under way."""
        self._free = BoundedSemaphore(_MOST_WAITING)
        self._begun: dict[object, float] = {}
        self._threads = ThreadPoolExecutor(_THREADS, "push")

    def close(self) -> None:
        """Send nothing more."""
        self._closing.set()
        self._threads.shutdown(wait=False, cancel_futures=True)

    def tell(self, changes: list[Change]) -> None:
        """Hear of committed journal rows; returns at once."""
        for each in changes:
            match each.row.event:
                case events.Called() | events.Recalled() if each.after is not None:
                    self._hand_in(self._call, each.branch_id, each.after)
                    self._look_who_is_near(each)
                case events.DayClosed():
                    self._hand_in(self._write, each.branch_id, pushes.drop_ended)
                case events.Expired():
                    # One by one they would be many; the day's end is the next row.
                    pass
                case _ if each.after is not None and each.after.state in pushes.ENDED:
                    self._hand_in(self._forget, each.branch_id, each.after.id)
                    self._look_who_is_near(each)
                case _ if each.after is not None:
                    self._look_who_is_near(each)

    def try_out(self, branch_id: int, ticket: Ticket, endpoint: str) -> None:
        """Push a word to this browser of the ticket, if it is one; returns at once."""
        self._hand_in(self._test, branch_id, ticket, endpoint)

    def _look_who_is_near(self, change: Change) -> None:
        """Push to those who have come as near as they asked, where somebody has left a line or moved in it."""
        before, after = change.before, change.after
        if before is None or before.state is not TicketState.WAITING or after is None:
            return
        stays = after.state is TicketState.WAITING and after.queue == before.queue
        if not stays or after.position != before.position:
            self._hand_in(self._tell_near, change.branch_id, before.queue)

    # --- the threads --------------------------------------------------------------------------

    def _hand_in(self, work: Callable[..., None], *args: Any) -> None:
        if self._closing.is_set():
            return
        free = self._free
        if not free.acquire(blocking=False):
            log.warning("push left out", waiting=_MOST_WAITING)
            return
        future = self._threads.submit(self._timed, self._begun, work, *args)
        future.add_done_callback(lambda future: self._done(future, free))

    def _timed(
        self, begun: dict[object, float], work: Callable[..., None], *args: Any
    ) -> None:
        job = object()
        begun[job] = monotonic()
        try:
            work(*args)
        finally:
            del begun[job]

    def _done(self, future: "Future[None]", free: BoundedSemaphore) -> None:
        free.release()
        if not future.cancelled() and (failure := future.exception()) is not None:
            log.error("push failed", exc_info=failure)

    def _call(self, branch_id: int, ticket: Ticket) -> None:
        for browser in self._browsers(branch_id, ticket.id):
            self._push(branch_id, ticket, browser, Call())

    def _tell_near(self, branch_id: int, queue: str) -> None:
        # One after the other, and each once it is written that they were told: nobody is told twice.
        with self._telling:
            with self._store.reading(branch_id) as view:
                near = pushes.near(view, queue)
            for ticket, _, browser in near:
                told = partial(pushes.told, ticket=ticket.id, endpoint=browser.endpoint)
                self._write(branch_id, told, wait=True)
        for ticket, ahead, browser in near:
            self._push(branch_id, ticket, browser, Near(ahead))

    def _test(self, branch_id: int, ticket: Ticket, endpoint: str) -> None:
        for browser in self._browsers(branch_id, ticket.id):
            if browser.endpoint == endpoint:
                self._push(branch_id, ticket, browser, Test())

    def _push(
        self, branch_id: int, ticket: Ticket, browser: Subscription, push: Push
    ) -> None:
        text = self._words(branch_id, ticket, browser.language, push)
        try:
            kept = self._send(browser, text)
        except (Unreadable, PrivateAddress) as error:
            why = type(error).__name__
            log.warning("push refused", service=_host(browser), why=why)
            kept = False
        if not kept:
            self._drop(branch_id, ticket.id, browser.endpoint)

    def _send(self, browser: Subscription, text: bytes) -> bool:
        """Send the text, twice if need be, and return whether the browser may still be there."""
        outcome: object = None
        for _ in range(_ATTEMPTS):
            sealed = letter.seal(browser, text)
            now = self._clock().timestamp()
            headers = letter.headers(browser.endpoint, self._keys, self._contact, now)
            connection = self.services.connection(browser.endpoint)
            try:
                status = letter.deliver(connection, browser.endpoint, headers, sealed)
            except (OSError, HTTPException) as error:
                outcome = type(error).__name__
            else:
                if status < 300 or status in _GONE:
                    return status not in _GONE
                outcome = status
                if status < _WORTH_ANOTHER_TRY and status != _TOO_MANY:
                    break
            if self._closing.wait(_AGAIN_AFTER_S):
                break
        # Never the endpoint itself: whoever knows it could push to the phone.
        log.warning("push failed", service=_host(browser), outcome=outcome)
        return True

    def _forget(self, branch_id: int, ticket_id: int) -> None:
        # Looked up first, so that a ticket without browsers costs no commit.
        if self._browsers(branch_id, ticket_id):
            self._write(branch_id, lambda session: pushes.drop(session, ticket_id))

    def _drop(self, branch_id: int, ticket_id: int, endpoint: str) -> None:
        self._write(
            branch_id, lambda session: pushes.drop(session, ticket_id, endpoint)
        )

    def _browsers(self, branch_id: int, ticket_id: int) -> list[Subscription]:
        with self._store.reading(branch_id) as view:
            return pushes.find(view, ticket_id)

    def _write(
        self, branch_id: int, work: Callable[[Session], None], *, wait: bool = False
    ) -> None:
        if self._closing.is_set():
            return
        try:
            written = self._store.submit(branch_id, SYSTEM, work)
            if wait:
                written.result(_WRITTEN_WITHIN_S)
        except Busy:
            # What is left over goes at the day's end.
            log.warning("push not forgotten", branch=branch_id)


def _host(browser: Subscription) -> str | None:
    return urlsplit(browser.endpoint).hostname
