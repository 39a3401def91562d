"""Asking the server for the number of one tap: once for each tap, whatever the network does."""

import logging
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from msgspec import structs
from PySide6.QtCore import QObject, Signal

from kiosk.tap import Tap, given_up_file, tap_keeper
from kiosk.withdrawals import AGAIN_MS, Withdrawals
from shared.qt.client import Answered, Client, Definite, Post, Refused
from shared.qt.keeper import Keeper
from shared.wire import routes
from shared.wire.messages import Problem, Ticket
from shared.wire.requests import Nothing

log = logging.getLogger(__name__)


class Asking(QObject):
    """Keeps the tap until it is answered or given up; a given-up one is withdrawn.

    `gave` names the ticket, `refused` why there is none, `lost` that nothing will come of the tap; `missed` tells of each failed try.
    """

    gave = Signal(Ticket, Tap)
    refused = Signal(Problem, Tap)
    lost = Signal()
    missed = Signal()

    def __init__(
        self,
        client: Client,
        keeper: Keeper[Tap],
        withdrawals: Withdrawals,
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._client = client
        self._keeper = keeper
        self._withdrawals = withdrawals
        self._now = now
        self._tap: Tap | None = None
        self._post: Post | None = None

    def kept(self) -> Tap | None:
        """Return the tap that was under way when the kiosk ended, if its customer may still stand there; an older one is given up."""
        self._withdrawals.resume()
        tap = self._keeper.kept(self._now())
        if tap is not None and not self._withdrawals.holds(tap):
            return tap
        old = self._keeper.whatever()
        if old is not None and old.answered:
            self._give_back(old)
            return None
        if old is not None and not self._withdrawals.holds(old):
            self._withdrawals.withdraw(old)
        self._keeper.forget()
        return None

    def ask(self, tap: Tap) -> None:
        """Ask for the number of this tap."""
        self._tap = tap
        self._keeper.keep(tap)
        self._send(tap)

    def again(self) -> None:
        """Ask at once for the same number; the customer is still there."""
        if self._tap is not None:
            self._hang_up()
            self.ask(structs.replace(self._tap, at=self._now()))

    def give_up(self) -> None:
        """The customer has gone, or goes without a number: let none be called."""
        if self._tap is None:
            return
        tap, self._tap = self._tap, None
        self._hang_up()
        log.info("given up key=%s queue=%s", tap.key, tap.queue)
        self._withdrawals.withdraw(tap)
        self._keeper.forget()

    def _send(self, tap: Tap) -> None:
        self._post = self._client.post(
            routes.TICKETS,
            tap.wish,
            Ticket,
            lambda answer: self._answered(tap, answer),
            key=tap.key,
            missed=lambda away: self.missed.emit(),
        )

    def _hang_up(self) -> None:
        if self._post is not None:
            post, self._post = self._post, None
            post.cancel()

    def _answered(self, tap: Tap, answer: Definite[Ticket]) -> None:
        self._tap = self._post = None
        match answer:
            case Answered(message=Ticket() as ticket):
                log.info("number given label=%s key=%s", ticket.label, tap.key)
                self.gave.emit(ticket, tap)
                self._give_back(tap)
            case Answered():
                self._keeper.forget()
                self.lost.emit()
            case Refused(problem=problem):
                log.warning("no number type=%s key=%s", problem.type, tap.key)
                self._keeper.forget()
                self.refused.emit(problem, tap)

    def _give_back(self, tap: Tap) -> None:
        """Leave the wrong queue, now that the right one gave a number; the tap is kept until then."""
        if not tap.gives_back:
            self._keeper.forget()
            return
        self._keeper.keep(structs.replace(tap, answered=True))
        self._client.post(
            f"{tap.gives_back}/leave",
            Nothing(),
            Ticket,
            lambda answer: self._gave_back(tap, answer),
            key=f"{tap.key}-back",
        )

    def _gave_back(self, tap: Tap, answer: Definite[Ticket]) -> None:
        if isinstance(answer, Refused):
            log.warning("not given back label=%s", tap.gives_back_label)
        # Meanwhile the next customer may have tapped.
        kept = self._keeper.whatever()
        if kept is not None and kept.key == tap.key:
            self._keeper.forget()


def asking_in(
    state_dir: Path,
    client: Client,
    now: Callable[[], datetime],
    *,
    again_ms: int = AGAIN_MS,
) -> Asking:
    """Return what asks, and keeps what must survive in this directory."""
    file = given_up_file(state_dir)
    withdrawals = Withdrawals(client, file, again_ms=again_ms)
    return Asking(client, tap_keeper(state_dir), withdrawals, now)
