"""Receiving customers: each tap, answer and silence changes what the kiosk knows."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit
from uuid import uuid4

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from kiosk import state as folds
from kiosk.asking import Asking
from kiosk.state import KioskState
from kiosk.tap import Tap
from kiosk.terms import Paper
from kiosk.viewmodels.views import Views
from kiosk.visit import AskedForHelp, Changing, Issued, Taking, TurnedAway
from shared.qt.client import Client
from shared.wire.link import Link
from shared.wire.messages import Event, Problem, Snapshot, Ticket
from shared.wire.pairing import OwnDevice

log = logging.getLogger(__name__)

Fold = Callable[[KioskState], KioskState]


@dataclass(frozen=True, slots=True)
class Pace:
    """After how long a wait gets words, is given up, a ticket makes room, and any other screen goes back home, warning before.

    A tap without an answer offers a way out after `late_ms`, and is given up after `give_up_ms`. Whoever waits for somebody who is
    on their way is left in peace for `help_ms`.
    """

    slow_ms: int = 1_000
    late_ms: int = 10_000
    give_up_ms: int = 45_000
    ticket_ms: int = 30_000
    unprinted_ms: int = 60_000
    idle_ms: int = 25_000
    help_ms: int = 600_000
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
        asking: Asking,
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
        self._asking = asking
        self._now = now
        self._speak = speak
        self._pace = pace
        self._prints = prints
        self._state = KioskState(
            first_language=first_language, server=client.absolute("/")
        )
        self._slow = self._timer(lambda: self._become(folds.grew_slow(self._state)))
        self._counting = self._timer(self._count_down)
        self._tapped_at = QElapsedTimer()
        self._leave = self._timer(self._time_is_up)
        asking.gave.connect(self._given)
        asking.refused.connect(self._refused)
        asking.lost.connect(self._lost)
        asking.missed.connect(lambda: self._become(folds.missed(self._state)))
        views.home.queueTapped.connect(self.tap)
        views.ticket.tryAgainTapped.connect(self.try_again)
        views.ticket.cancelTapped.connect(self.give_up)
        views.priority.asked.connect(lambda: self.change(folds.asked_for_priority))
        views.priority.chosen.connect(self.choose_priority)
        views.priority.declined.connect(
            lambda: self.change(lambda s: folds.chose_priority(s, None))
        )
        views.aids.pageTapped.connect(
            lambda page: self.change(lambda s: folds.turned_languages(s, page))
        )
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
        views.kiosk.doneTapped.connect(self.leave)

    @property
    def state(self) -> KioskState:
        """What is known now."""
        return self._state

    def has_reader(self) -> bool:
        """Return whether somebody reads the number that they were just given."""
        return isinstance(self._state.visit, Issued)

    def open(self) -> None:
        """Begin; a tap that was under way at a crash is asked about again."""
        tap = self._asking.kept()
        if tap is None:
            self._become(self._state)
            return
        log.info("asking again key=%s queue=%s", tap.key, tap.queue)
        state = folds.chose_language(self._state, tap.language)
        self._become(folds.tapped(state, tap.queue))
        self._begin_taking()
        self._asking.ask(tap)

    def begin(self, snapshot: Snapshot) -> None:
        """The stream began anew."""
        self.learn(lambda state: folds.began(state, snapshot))

    def happen(self, event: Event) -> None:
        """Something happened at the branch."""
        self.learn(lambda state: folds.happened(state, event))

    def recognise(self, own: OwnDevice) -> None:
        """The server told which of its devices this kiosk is."""
        self.learn(lambda state: folds.recognised(state, own.id))

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
        gives_back, label, priority = "", "", self._state.priority
        match self._state.visit:
            case Changing(issued=Issued(ticket=ticket)) if ticket.queue == queue:
                self.change(folds.kept_number)
                return
            case Changing(issued=Issued(ticket=ticket, url=url)):
                gives_back, label = urlsplit(url).path, ticket.label
                priority = ticket.priority
        tap = Tap(
            str(uuid4()),
            queue,
            self._state.language,
            self._now(),
            gives_back,
            label,
            priority,
            self._prints,
        )
        self._become(folds.tapped(self._state, queue))
        self._begin_taking()
        self._asking.ask(tap)

    def choose_priority(self, priority: str) -> None:
        """A customer said which priority applies; where there is one queue only, that gives the number."""
        self.change(lambda state: folds.chose_priority(state, priority))
        known = self._state.followed
        if known is not None and len(known.branch.queues) == 1:
            self.tap(known.branch.queues[0].slug)

    def learn(self, fold: Fold) -> None:
        """Something became known that no customer did; nobody's time begins anew, but for news of what they came for: help, or a number."""
        before = self._state.visit
        self._become(fold(self._state))
        concerned = isinstance(before, AskedForHelp | Changing | TurnedAway)
        if concerned and self._state.visit != before:
            self._wait()

    def change(self, fold: Fold) -> None:
        """Somebody changed something; whoever then walks away leaves it for a while only."""
        self._become(folds.touched(fold(self._state)))
        self._wait()

    def go_back(self) -> None:
        """A customer goes back: to all queues, to the number they have, or to no priority."""
        match self._state:
            case KioskState(visit=Changing(), group=None):
                self.change(folds.kept_number)
            case KioskState(group=None):
                self.change(lambda state: folds.chose_priority(state, None))
            case _:
                self.change(lambda state: folds.opened_group(state, None))

    def leave(self) -> None:
        """The customer is done: back home, in the first language."""
        if isinstance(self._state.visit, Taking):
            return
        self._become(folds.left(self._state))
        self._wait()

    def give_up(self) -> None:
        """The customer does without a number, or has gone; none is called for them."""
        self._asking.give_up()
        self._end_taking()
        self._become(folds.gave_up(self._state))
        self._wait()

    def try_again(self) -> None:
        """The customer is still there and wants the number of their tap."""
        if isinstance(self._state.visit, Taking):
            self._become(folds.tried_again(self._state))
            self._asking.again()
            self._begin_taking()

    def _begin_taking(self) -> None:
        self._leave.stop()
        self._slow.start(self._pace.slow_ms)
        self._counting.start(self._pace.late_ms)
        self._tapped_at.start()

    def _end_taking(self) -> None:
        self._slow.stop()
        self._counting.stop()

    def _count_down(self) -> None:
        left_ms = self._pace.give_up_ms - self._tapped_at.elapsed()
        if left_ms <= 0:
            self.give_up()
            return
        self._become(folds.counted_down(self._state, -(-left_ms // 1000)))
        self._counting.start(min(1000, left_ms))

    def _given(self, ticket: Ticket, tap: Tap) -> None:
        self._end_taking()
        url = "" if ticket.url is None else self._client.absolute(ticket.url)
        paper = Paper.Printing if self._prints else Paper.Absent
        self._become(
            folds.answered(self._state, ticket, url, paper, tap.gives_back_label)
        )
        self.issued.emit(ticket, url)
        self._wait()

    def _refused(self, problem: Problem, tap: Tap) -> None:
        self._end_taking()
        self._become(folds.refused(self._state, tap.queue, problem))
        self._wait()

    def _lost(self) -> None:
        self._end_taking()
        self._become(folds.left(self._state))
        self._wait()

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
            case _ if self._state.stays:
                self._leave.start(self._pace.help_ms)
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
