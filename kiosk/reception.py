"""Receiving customers: each tap, answer and silence changes what the kiosk knows."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from PySide6.QtCore import QObject, QTimer

from kiosk import state as folds
from kiosk.state import KioskState, Taking
from kiosk.tap import Tap
from kiosk.viewmodels.kiosk_view_model import KioskViewModel
from shared.qt.client import Answered, Away, Client, Definite, Refused
from shared.qt.connection import Standing
from shared.qt.keeper import Keeper
from shared.wire import routes
from shared.wire.messages import Event, Snapshot, TakeNumber, Ticket

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Pace:
    """After how long a wait gets words, a ticket makes room, and any other screen goes back home."""

    slow_ms: int = 1_000
    ticket_ms: int = 30_000
    idle_ms: int = 45_000


class Reception(QObject):
    """Folds what happens into the kiosk's state and shows it; takes one number for one tap, whatever the network does."""

    def __init__(
        self,
        view_model: KioskViewModel,
        client: Client,
        keeper: Keeper[Tap],
        *,
        now: Callable[[], datetime],
        first_language: str | None = None,
        speak: Callable[[str], None] = lambda language: None,
        pace: Pace = Pace(),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._view_model = view_model
        self._client = client
        self._keeper = keeper
        self._now = now
        self._speak = speak
        self._pace = pace
        self._state = KioskState(first_language=first_language)
        self._slow = self._timer(lambda: self._become(folds.grew_slow(self._state)))
        self._leave = self._timer(self.leave)
        view_model.queueTapped.connect(self.tap)
        view_model.languageTapped.connect(self.choose_language)
        view_model.contrastTapped.connect(self.switch_contrast)
        view_model.helpTapped.connect(self.ask_for_help)
        view_model.doneTapped.connect(self.leave)

    def open(self) -> None:
        """Begin; a tap that was under way at a crash is asked about again."""
        tap = self._keeper.kept(self._now())
        if tap is None:
            self._become(self._state)
            return
        log.info("asking again key=%s queue=%s", tap.key, tap.queue)
        state = folds.chose_language(self._state, tap.language)
        self._become(folds.tapped(state, tap.queue))
        self._take(tap)

    def begin(self, snapshot: Snapshot) -> None:
        """The stream began anew."""
        self._become(folds.began(self._state, snapshot))

    def happen(self, event: Event) -> None:
        """Something happened at the branch."""
        self._become(folds.happened(self._state, event))

    def stand(self, standing: Standing) -> None:
        """The connection changed; a number that is waited for is asked for at once when it is back."""
        was_live = self._state.standing.live
        self._become(folds.stood(self._state, standing))
        if standing.live and not was_live:
            self._client.retry_now()

    def tap(self, queue: str) -> None:
        """A customer tapped a queue; a second tap before the answer is the same wish."""
        if not self._state.may_tap:
            return
        tap = Tap(str(uuid4()), queue, self._state.language, self._now())
        self._become(folds.tapped(self._state, queue))
        self._keeper.keep(tap)
        self._take(tap)

    def choose_language(self, language: str) -> None:
        """A customer chose a language."""
        self._become(folds.chose_language(self._state, language))
        self._rest()

    def switch_contrast(self) -> None:
        """A customer wants high contrast, or no longer."""
        self._become(folds.switched_contrast(self._state))
        self._rest()

    def ask_for_help(self) -> None:
        """A customer does not know which queue is theirs."""
        if self._state.may_tap:
            self._become(folds.asked_for_help(self._state))
            self._leave.start(self._pace.idle_ms)

    def leave(self) -> None:
        """The customer is done: back home, in the first language."""
        if isinstance(self._state.visit, Taking):
            return
        self._leave.stop()
        self._become(folds.left(self._state))

    def _take(self, tap: Tap) -> None:
        self._leave.stop()
        self._slow.start(self._pace.slow_ms)
        self._client.post(
            routes.TICKETS,
            TakeNumber(queue=tap.queue, language=tap.language),
            Ticket,
            lambda answer: self._answered(tap, answer),
            key=tap.key,
            missed=self._missed,
        )

    def _missed(self, away: Away) -> None:
        self._become(folds.missed(self._state))

    def _answered(self, tap: Tap, answer: Definite[Ticket]) -> None:
        self._slow.stop()
        match answer:
            case Answered(message=Ticket() as ticket):
                log.info("number given label=%s key=%s", ticket.label, tap.key)
                url = "" if ticket.url is None else self._client.absolute(ticket.url)
                self._become(folds.answered(self._state, ticket, url))
                self._leave.start(self._pace.ticket_ms)
            case Answered():
                self._become(folds.left(self._state))
            case Refused(problem=problem):
                log.warning("no number type=%s key=%s", problem.type, tap.key)
                self._become(folds.refused(self._state, tap.queue, problem))
                self._leave.start(self._pace.idle_ms)
        self._keeper.forget()

    def _rest(self) -> None:
        """Whoever changes something at home and walks away leaves it for a while only."""
        if self._state.visit is None or self._leave.isActive():
            self._leave.start(self._pace.idle_ms)

    def _become(self, state: KioskState) -> None:
        spoke, self._state = self._state.language, state
        self._view_model.become(state)
        if state.language != spoke:
            self._speak(state.language)

    def _timer(self, ring: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(ring)
        return timer
