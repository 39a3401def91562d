"""Receiving customers: each tap, answer and silence changes what the kiosk knows."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit
from uuid import uuid4

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk import state as folds
from kiosk.state import Changing, Issued, KioskState, Taking
from kiosk.tap import Tap
from kiosk.terms import Paper
from kiosk.viewmodels.views import Views
from shared.qt.client import Answered, Away, Client, Definite, Refused
from shared.qt.keeper import Keeper
from shared.wire import routes
from shared.wire.link import Link
from shared.wire.messages import Event, Snapshot, Ticket
from shared.wire.requests import Nothing, TakeNumber

log = logging.getLogger(__name__)

Fold = Callable[[KioskState], KioskState]


@dataclass(frozen=True, slots=True)
class Pace:
    """After how long a wait gets words, a ticket makes room, and any other screen goes back home, warning before."""

    slow_ms: int = 1_000
    ticket_ms: int = 30_000
    unprinted_ms: int = 60_000
    idle_ms: int = 25_000
    warning_ms: int = 20_000


class Presenter(QObject):
    """Folds what happens into the kiosk's state and shows it; takes one number for one tap, whatever the network does.

    `issued` names each ticket given and its page, `became` tells of each state after it is shown.
    """

    issued = Signal(Ticket, str)
    became = Signal(KioskState)

    def __init__(
        self,
        views: Views,
        client: Client,
        keeper: Keeper[Tap],
        *,
        now: Callable[[], datetime],
        first_language: str | None = None,
        speak: Callable[[str], None] = lambda language: None,
        pace: Pace = Pace(),
        prints: bool = False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._views = views
        self._client = client
        self._keeper = keeper
        self._now = now
        self._speak = speak
        self._pace = pace
        self._prints = prints
        self._state = KioskState(first_language=first_language)
        self._slow = self._timer(lambda: self._become(folds.grew_slow(self._state)))
        self._leave = self._timer(self._time_is_up)
        views.home.queueTapped.connect(self.tap)
        views.aids.languageTapped.connect(
            lambda code: self.change(lambda s: folds.chose_language(s, code))
        )
        views.home.groupTapped.connect(
            lambda group: self.change(lambda s: folds.opened_group(s, group))
        )
        views.aids.contrastTapped.connect(lambda: self.change(folds.switched_contrast))
        views.aids.largerTapped.connect(lambda: self.change(folds.switched_larger))
        views.aids.lowerTapped.connect(lambda: self.change(folds.switched_lower))
        views.aids.speakTapped.connect(lambda: self.change(folds.switched_speaking))
        views.kiosk.touched.connect(lambda: self.change(folds.touched))
        views.ticket.changeTapped.connect(lambda: self.change(folds.began_change))
        views.home.backTapped.connect(self.go_back)
        views.home.helpTapped.connect(self.ask_for_help)
        views.kiosk.doneTapped.connect(self.leave)

    @property
    def state(self) -> KioskState:
        """What is known now."""
        return self._state

    def open(self) -> None:
        """Begin; a tap that was under way at a crash is asked about again."""
        tap = self._keeper.kept(self._now())
        if tap is None:
            self._keeper.forget()
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

    def stand(self, link: Link) -> None:
        """The link changed; a number that is waited for is asked for at once when it is back."""
        was_live = self._state.link.live
        self._become(folds.stood(self._state, link))
        if link.live and not was_live:
            self._client.retry_now()

    def printed(self, ticket: int, paper: Paper) -> None:
        """The printer is done with a ticket; without paper the number stays longer."""
        self._become(folds.printed(self._state, ticket, paper))
        if paper.missing:
            self._wait()

    def tap(self, queue: str) -> None:
        """A customer tapped a queue; a second tap before the answer is the same wish."""
        if not self._state.may_tap:
            return
        gives_back, label = "", ""
        match self._state.visit:
            case Changing(issued=Issued(ticket=ticket)) if ticket.queue == queue:
                self.change(folds.kept_number)
                return
            case Changing(issued=Issued(ticket=ticket, url=url)):
                gives_back, label = urlsplit(url).path, ticket.label
        language = self._state.language
        tap = Tap(str(uuid4()), queue, language, self._now(), gives_back, label)
        self._become(folds.tapped(self._state, queue))
        self._keeper.keep(tap)
        self._take(tap)

    def learn(self, fold: Fold) -> None:
        """Something became known that no customer did; nobody's time begins anew."""
        self._become(fold(self._state))

    def change(self, fold: Fold) -> None:
        """Somebody changed something; whoever then walks away leaves it for a while only."""
        self._become(folds.touched(fold(self._state)))
        self._wait()

    def go_back(self) -> None:
        """A customer goes back: to all queues, or to the number they have."""
        if self._state.group is not None:
            self.change(lambda state: folds.opened_group(state, None))
        else:
            self.change(folds.kept_number)

    def ask_for_help(self) -> None:
        """A customer does not know which queue is theirs."""
        if self._state.visit is None and self._state.may_tap:
            self.change(folds.asked_for_help)

    def leave(self) -> None:
        """The customer is done: back home, in the first language."""
        if isinstance(self._state.visit, Taking):
            return
        self._become(folds.left(self._state))
        self._wait()

    def _take(self, tap: Tap) -> None:
        self._leave.stop()
        self._slow.start(self._pace.slow_ms)
        wish = TakeNumber(
            queue=tap.queue, language=tap.language, will_print=self._prints
        )
        self._client.post(
            routes.TICKETS,
            wish,
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
                self._give(ticket, tap)
                self._give_back(tap)
            case Answered():
                self._become(folds.left(self._state))
                self._keeper.forget()
            case Refused(problem=problem):
                log.warning("no number type=%s key=%s", problem.type, tap.key)
                self._become(folds.refused(self._state, tap.queue, problem))
                self._keeper.forget()
        self._wait()

    def _give(self, ticket: Ticket, tap: Tap) -> None:
        url = "" if ticket.url is None else self._client.absolute(ticket.url)
        paper = Paper.Printing if self._prints else Paper.Absent
        self._become(
            folds.answered(self._state, ticket, url, paper, tap.gives_back_label)
        )
        self.issued.emit(ticket, url)

    def _give_back(self, tap: Tap) -> None:
        """Leave the wrong queue, now that the right one gave a number; the tap is kept until then."""
        if not tap.gives_back:
            self._keeper.forget()
            return
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
        kept = self._keeper.kept(self._now())
        if kept is not None and kept.key == tap.key:
            self._keeper.forget()

    def _wait(self) -> None:
        """Give the screen as long as what it shows needs."""
        self._leave.stop()
        match self._state.visit:
            case Taking():
                return
            case Issued(paper=paper):
                missing = paper.missing
                self._leave.start(
                    self._pace.unprinted_ms if missing else self._pace.ticket_ms
                )
            case _ if self._state.warned:
                self._leave.start(self._pace.warning_ms)
            case _ if not self._state.at_rest:
                self._leave.start(self._pace.idle_ms)

    def _time_is_up(self) -> None:
        if isinstance(self._state.visit, Issued) or self._state.warned:
            self.leave()
            return
        self._become(folds.warned(self._state))
        self._wait()

    def _become(self, state: KioskState) -> None:
        spoke, self._state = self._state.language, state
        self._views.become(state)
        if state.language != spoke:
            self._speak(state.language)
        self.became.emit(state)

    def _timer(self, ring: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(ring)
        return timer
