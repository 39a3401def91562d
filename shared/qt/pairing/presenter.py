"""Finds a server and asks it to be paired; each word, answer and second changes what the screen shows."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from random import SystemRandom

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QNetworkAccessManager

from shared.pairing import state as folds
from shared.pairing.state import PairingState
from shared.pairing.steps import Asking, Comparing, Welcomed
from shared.pairing.terms import Wrong
from shared.pairing.trust import PUBLIC, Trust
from shared.qt.backoff import Backoff
from shared.qt.client import Answered, Away, Client, Definite, Outcome, Refused
from shared.qt.network import Target, open_network
from shared.qt.pairing.finder import Finder
from shared.qt.pairing.kept import Paired
from shared.qt.pairing.pairing_view_model import PairingViewModel
from shared.qt.pairing.reach import Reach, Reached
from shared.wire import routes
from shared.wire.finding import FoundServer
from shared.wire.pairing import AskToPair, OwnDevice, Pairing, PairingAsked

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Pace:
    """How often the clock moves on, the server is asked how a pairing stands, and a known one whether it is itself again."""

    tick_ms: int = 500
    poll_ms: int = 2_000
    recheck_ms: int = 15_000


class PairingPresenter(QObject):
    """Brings a program to a server that knows it; `met` names a server that gave a code, `paired` tells when it is there."""

    met = Signal(str)
    paired = Signal(Paired)

    def __init__(
        self,
        view_model: PairingViewModel,
        finder: Finder,
        state: PairingState,
        asks: AskToPair,
        *,
        now: Callable[[], datetime],
        trust: Trust = PUBLIC,
        known: Paired | None = None,
        speak: Callable[[str], None] = lambda _language: None,
        pace: Pace = Pace(),
        backoff: Backoff | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._view_model = view_model
        self._finder = finder
        self._asks = asks
        self._now = now
        # Whom every server is believed from, where the installer said so.
        self._given_trust = trust
        self._trust = trust if known is None else known.trust
        self._known = known
        self._speak = speak
        self._state = state
        self._backoff = backoff or Backoff(SystemRandom())
        self._line: QNetworkAccessManager | None = None
        self._client: Client | None = None
        self._reaching: Reach | None = None
        self._asking = False
        self._over = False
        self._ticking = self._timer(pace.tick_ms, self._tick)
        self._polling = self._timer(pace.poll_ms, self._poll)
        self._rechecking = self._timer(pace.recheck_ms, self._recheck)
        self._retry = QTimer(self, singleShot=True)
        self._retry.timeout.connect(self._reach)
        finder.changed.connect(self._heard_of)
        view_model.serverChosen.connect(self._choose)
        view_model.anotherWanted.connect(lambda: self._become(folds.wanted_another))
        view_model.typingWanted.connect(lambda: self._become(folds.wanted_to_type))
        view_model.searchWanted.connect(lambda: self._become(folds.searched_again))
        view_model.textTyped.connect(
            lambda text: self._become(lambda s: folds.typed(s, text))
        )
        view_model.addressGiven.connect(lambda: self._become(folds.gave_address))
        view_model.languageChosen.connect(self._choose_language)
        view_model.askedAnew.connect(lambda: self._become(folds.asked_anew))

    @property
    def state(self) -> PairingState:
        """What is known now."""
        return self._state

    def open(self) -> None:
        """Begin, in the language of the state."""
        self._speak(self._state.language)
        self._view_model.become(self._state)
        self._ticking.start()
        if self._known is not None and self._known.token:
            self._rechecking.start()
        if not self._state.settled:
            self._finder.start()
        if isinstance(self._state.step, Asking):
            self._reach()

    def _heard_of(self, servers: Sequence[FoundServer]) -> None:
        self._become(lambda s: folds.heard_of(s, servers))

    def _choose(self, url: str) -> None:
        chosen = next((each for each in self._state.found if each.url == url), None)
        if chosen is not None:
            self._become(lambda s: folds.chose(s, chosen))

    def _choose_language(self, code: str) -> None:
        self._become(lambda s: folds.spoke(s, code))

    # --- reaching a server, and asking it -----------------------------------------------------------

    def _reach(self) -> None:
        step = self._state.step
        if not isinstance(step, Asking):
            return
        if self._reaching is not None:
            self._reaching.deleteLater()
        self._reaching = Reach(step.urls, self._expected(step), self._reached, self)

    def _expected(self, step: Asking) -> Trust:
        """Return whom the server is believed from: one that was looked at before is to be the same."""
        if self._state.server.url in step.urls and self._trust != PUBLIC:
            return self._trust
        return self._given_trust

    def _reached(self, result: Reached | Wrong) -> None:
        self._reaching = None
        if not isinstance(self._state.step, Asking):
            return
        if isinstance(result, Reached):
            self._trust = result.trust
            self._become(lambda s: folds.reached(s, result.url, result.fingerprint))
            self._ask()
            return
        if result is Wrong.NotTrusted and self._state.server.url:
            self._become(folds.saw_another)
            return
        self._become(lambda s: folds.not_reached(s, result))
        self._later()

    def _later(self) -> None:
        if isinstance(self._state.step, Asking):
            self._retry.start(round(self._backoff.next_s() * 1000))

    def _ask(self) -> None:
        """Ask for a code, once; one that is lost on its way lapses."""
        self._hang_up()
        line = self._line = open_network(self._trust, self)
        self._client = Client(Target(self._state.server.url, "", self._trust), line)

        def missed(away: Away) -> None:
            post.cancel()
            log.warning("no answer reason=%s", away.reason)
            self._become(folds.saw_another if away.distrusted else folds.missed)
            self._later()

        post = self._client.post(
            routes.PAIRINGS, self._asks, PairingAsked, self._given, missed=missed
        )

    def _given(self, answer: Definite[PairingAsked]) -> None:
        match answer:
            case Answered(message=PairingAsked() as asked):
                log.info("code given expires=%s", asked.expires_at.isoformat())
                self._become(lambda s: folds.given(s, asked))
                self._hear(asked.secret)
                self.met.emit(self._state.server.url)
            case Refused(problem=problem, retry_after=retry_after):
                log.warning("no code given type=%s", problem.type)
                self._become(lambda s: folds.said_no(s, problem, retry_after))

    def _hear(self, secret: str) -> None:
        """Only who knows the secret hears how the pairing stands."""
        if self._line is not None:
            target = Target(self._state.server.url, secret, self._trust)
            self._client = Client(target, self._line)

    def _poll(self) -> None:
        step = self._state.step
        if not isinstance(step, Comparing) or self._client is None or self._asking:
            return
        self._asking = True
        self._client.get(routes.pairing(step.code.id), Pairing, self._told)

    def _told(self, answer: Outcome[Pairing]) -> None:
        self._asking = False
        match answer:
            case Answered(message=Pairing() as pairing):
                self._become(lambda s: folds.answered(s, pairing))
            case Refused(problem=problem, retry_after=retry_after):
                self._become(lambda s: folds.said_no(s, problem, retry_after))
            case Away(reason=reason, distrusted=distrusted):
                log.warning("no answer reason=%s", reason)
                self._become(folds.saw_another if distrusted else folds.missed)

    def _hang_up(self) -> None:
        """What is under way at the server matters to nobody any more."""
        if self._line is not None:
            self._line.deleteLater()
        self._line = self._client = None
        self._asking = False

    def _recheck(self) -> None:
        """Look whether the server that knew this program is itself again, and knows it still."""
        known = self._known
        if known is None:
            return
        line = open_network(known.trust, self)

        def told(answer: Outcome[OwnDevice]) -> None:
            line.deleteLater()
            if isinstance(answer, Answered):
                log.info("known again url=%s", known.server)
                self._end(known)

        client = Client(Target(known.server, known.token, known.trust), line)
        client.get(routes.OWN_DEVICE, OwnDevice, told)

    # --- what is shown ------------------------------------------------------------------------------

    def _tick(self) -> None:
        step = self._state.step
        if isinstance(step, Welcomed) and self._now() >= step.until:
            self._end(
                Paired(
                    self._state.server.url,
                    step.token,
                    step.name,
                    step.desk,
                    self._trust,
                )
            )
            return
        self._become(lambda s: s)

    def _end(self, paired: Paired) -> None:
        if self._over:
            return
        self._over = True
        for timer in (self._ticking, self._polling, self._rechecking, self._retry):
            timer.stop()
        self._hang_up()
        self._finder.stop()
        self.paired.emit(paired)

    def _become(self, fold: Callable[[PairingState], PairingState]) -> None:
        """Show what is known now; a step to another server, or to a new code, is taken."""
        if self._over:
            return
        before, spoke = self._state.step, self._state.language
        self._state = folds.ticked(fold(self._state), self._now())
        if self._state.language != spoke:
            self._speak(self._state.language)
        step = self._state.step
        if isinstance(step, Asking) and not isinstance(before, Asking):
            self._hang_up()
            self._backoff.reset()
            self._retry.start(0)
        elif not isinstance(step, Asking | Comparing):
            self._retry.stop()
            self._hang_up()
        if isinstance(step, Comparing) != self._polling.isActive():
            if isinstance(step, Comparing):
                self._polling.start()
            else:
                self._polling.stop()
        self._view_model.become(self._state)

    def _timer(self, ms: int, ring: Callable[[], None]) -> QTimer:
        timer = QTimer(self, interval=ms)
        timer.timeout.connect(ring)
        return timer
