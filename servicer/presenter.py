"""The servicer's hand and ear: each press, answer and word from the stream changes what the console knows."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from urllib.parse import quote
from uuid import uuid4

from msgspec.structs import replace as with_fields
from PySide6.QtCore import QObject, QTimer

from servicer import answers, folds
from servicer.deeds import DEEDS
from servicer.kept import KeptAct, Remembered
from servicer.requests import request_of
from servicer.state import Act, Chosen, ConsoleState, Details, advised_key
from servicer.terms import Deed
from servicer.viewmodels.views import Views
from shared.qt.client import Answered, Away, Client, Outcome, Post, Refused
from shared.qt.events import utc_now
from shared.qt.keeper import Keeper
from shared.qt.sound import Player, Sound
from shared.state_file import StateFile
from shared.wire import requests, routes
from shared.wire.link import Link
from shared.wire.messages import Desk, Event, Message, Snapshot, Ticket

log = logging.getLogger(__name__)

TICK_MS = 1_000
"""How often the clocks on the screen move on."""

LOST_MS = 60_000
"""After how long without its server a console offers to look for it elsewhere."""


class Presenter(QObject):
    """Folds what happens into the console's state and shows it; does each thing once, whatever the network does."""

    def __init__(
        self,
        views: Views,
        client: Client,
        keeper: Keeper[KeptAct],
        memory: StateFile[Remembered],
        *,
        now: Callable[[], datetime],
        wall_clock: Callable[[], datetime] = utc_now,
        language: str = "en",
        speak: Callable[[str], None] = lambda _language: None,
        player: Player | None = None,
        alert: Callable[[], None] = lambda: None,
        bound_to: int | None = None,
        lost_ms: int = LOST_MS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._views = views
        self._client = client
        self._keeper = keeper
        self._memory = memory
        self._now = now
        # What is kept outlives this process, and with it every other clock.
        self._wall_clock = wall_clock
        self._player = player
        self._alert = alert
        self._speak = speak
        self._remembered = memory.read() or Remembered()
        self._state = ConsoleState(
            language=self._remembered.language or language,
            chosen=Chosen(self._remembered.desk, self._remembered.servicer),
            alert_always=self._remembered.alert_always,
        )
        self._state = answers.bound_to(self._state, bound_to)
        views.sign_in.deskChosen.connect(self.choose_desk)
        views.sign_in.servicerChosen.connect(self.choose_servicer)
        views.sign_in.pinGiven.connect(self.sign_in)
        views.sign_in.languageChosen.connect(self.choose_language)
        views.desk.pressed.connect(self.press)
        views.desk.asked.connect(self.ask)
        views.desk.walkedIn.connect(self.walk_in)
        views.desk.saidToAll.connect(self.say_to_all)
        views.desk.searched.connect(self.search)
        views.desk.alertAlwaysChosen.connect(self.alert_always)
        views.desk.declined.connect(self.decline)
        self._posted: Post | None = None
        self._ticking = QTimer(self, interval=TICK_MS)
        self._ticking.timeout.connect(self._tick)
        self._lost = QTimer(self, singleShot=True, interval=lost_ms)
        self._lost.timeout.connect(
            lambda: self._become(folds.missed_for_long(self._state))
        )
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._tick)

    @property
    def state(self) -> ConsoleState:
        """What the console knows."""
        return self._state

    def open(self) -> None:
        """Begin, in the language that was chosen last, or is this machine's; what was done and never answered before a crash is sent again, under its own key."""
        if self._state.language:
            self._speak(self._state.language)
        self._become(self._state)
        self._ticking.start()
        self._lost.start()
        kept = self._keeper.kept(self._wall_clock())
        if kept is None:
            self._keeper.forget()
            return
        log.info("sending again key=%s label=%s", kept.key, kept.ticket.label)
        act = Act(kept.key, Deed(kept.deed), kept.ticket)
        self._post(act, kept.ticket.desk or 0, kept.at)

    def close(self) -> None:
        """Let the clocks stand."""
        self._ticking.stop()
        self._soon.stop()
        self._lost.stop()

    def begin(self, snapshot: Snapshot) -> None:
        """The stream began anew."""
        self._become(folds.began(self._state, snapshot, self._now()))

    def happen(self, event: Event) -> None:
        """Something happened at the branch."""
        self._become(folds.happened(self._state, event))

    def stand(self, link: Link) -> None:
        """The link to the server changed; what waits for an answer is asked again at once when it is back."""
        was_live, act = self._state.link.live, self._state.act
        self._become(folds.stood(self._state, link))
        if link.live:
            self._lost.stop()
        elif was_live:
            self._lost.start()
        if act is not None and self._state.act is None:
            self._give_up(act)
        if link.live and not was_live:
            self._client.retry_now()
            self._check_role()

    def has_customer(self) -> bool:
        """Return whether a customer is at the desk."""
        return self._state.here is not None

    def bind(self, desk: int | None) -> None:
        """The manager bound this console to a desk, or to none."""
        self._become(answers.bound_to(self._state, desk))

    def choose_desk(self, number: int) -> None:
        """The servicer chose a desk."""
        self._become(answers.chose_desk(self._state, number))

    def choose_servicer(self, name: str) -> None:
        """The servicer chose a name."""
        self._become(answers.chose_servicer(self._state, name))

    def choose_language(self, code: str) -> None:
        """Whoever sits down here reads another language, from now on."""
        self._remember(with_fields(self._remembered, language=code))
        self._become(replace(self._state, language=code))

    def sign_in(self, pin: str) -> None:
        """The servicer gave a PIN."""
        act = self._ask(Deed.SignIn, Details())
        if act is not None:
            # The PIN goes to the server, and nowhere else.
            told = replace(act, details=replace(act.details, pin=pin))
            self._post(told, act.details.number, self._now())

    def press(self, deed: int) -> None:
        """The servicer pressed a button."""
        self.ask(deed, "", 0)

    def ask(self, deed: int, text: str, number: int) -> None:
        """The servicer asked for something with a word or a choice."""
        self._do(Deed(deed), Details(text.strip(), number))

    def walk_in(
        self, queue: str, priority: str, language: str, note: str, serve: bool
    ) -> None:
        """Somebody without a number stands here: serve them, or give them one."""
        details = Details(
            queue, priority=priority, language=language, note=note.strip()
        )
        self._do(Deed.WalkIn if serve else Deed.GiveNumber, details)

    def say_to_all(self, texts: Mapping[str, str], minutes: int) -> None:
        """Tell everybody who waits, for so many minutes, 0 until it is taken back; without a text, take it back."""
        told = {code: text.strip() for code, text in texts.items() if text.strip()}
        self._do(Deed.SayToAll, Details(number=minutes, texts=told))

    def search(self, label: str) -> None:
        """The servicer looks for a number of today; where the server does not tell, what is known here has to do."""
        label = label.strip().upper()
        self._become(answers.looked_for(self._state, label))
        if not label:
            return

        def told(outcome: Outcome[list[Ticket]]) -> None:
            known = answers.known_of(self._state, label)
            match outcome:
                case Answered(message=list() as tickets):
                    known = tickets
                case Away(reason=reason):
                    log.warning("not looked up reason=%s", reason)
            self._become(answers.was_found(self._state, label, known))

        path = f"{routes.TICKETS}?label={quote(label)}"
        self._client.get(path, list[Ticket], told)

    def alert_always(self, wanted: bool) -> None:
        """The servicer wants to hear of every arrival, or only of those at an empty queue."""
        self._remember(with_fields(self._remembered, alert_always=wanted))
        self._become(replace(self._state, alert_always=wanted))

    def decline(self, key: str) -> None:
        """The servicer does not want what is advised, for now; the server asks another desk, where one could."""
        before = self._state
        self._become(answers.declined(before, key))
        asked = next((m for m in before.advice.more if advised_key(m) == key), None)
        if asked is None:
            return
        post = self._client.post(
            routes.desk(asked.desk, "not-now"),
            requests.LendQueue(queue=asked.queue),
            Desk,
            lambda _answer: None,
            key=str(uuid4()),
            # Nobody is asked for the sake of what was wanted before.
            missed=lambda _away: post.cancel(),
        )

    def _remember(self, what: Remembered) -> None:
        if what != self._remembered:
            self._remembered = what
            self._memory.write(what)

    def _check_role(self) -> None:
        """Learn at once whether this token may do a console's work, and not at the first tap."""

        def told(outcome: Outcome[list[Ticket]]) -> None:
            wrong = isinstance(outcome, Refused) and outcome.problem.type == "forbidden"
            if wrong:
                log.error("this token is not a console's")
            self._become(replace(self._state, wrong_role=wrong))

        self._client.get(f"{routes.TICKETS}?label=0", list[Ticket], told)

    def _do(self, deed: Deed, details: Details) -> None:
        act = self._ask(deed, details)
        if act is None:
            return
        self._send(act)
        # A double click's second half is let through again after a moment.
        self._soon.start(round(answers.DOUBLE_CLICK.total_seconds() * 1000) + 20)

    def _send(self, act: Act) -> None:
        seat = self._state.seat
        if seat is None:
            return
        if DEEDS[act.deed].kept and act.ticket is not None:
            at = self._wall_clock()
            self._keeper.keep(KeptAct(act.key, act.deed.value, act.ticket, at))
        self._post(act, seat.desk, self._now())

    def call_next(self) -> bool:
        """A desktop shortcut asks for the next customer; return whether they are being called."""
        before = self._state.act
        for deed in (Deed.CallNext, Deed.FinishAndCall):
            self.press(deed.value)
        return self._state.act is not None and self._state.act is not before

    def leave(self) -> None:
        """Nobody has touched the console for a while: sign out, unless there is a customer at the desk."""
        if self._state.present is None and not self._state.away:
            self.press(Deed.SignOut.value)

    def _ask(self, deed: Deed, details: Details) -> Act | None:
        """Return what the server is to be asked for now, if anything."""
        before, key = self._state.act, str(uuid4())
        self._become(answers.asked(self._state, deed, details, self._now(), key))
        act = self._state.act
        return None if act is before else act

    def _give_up(self, act: Act) -> None:
        """Stop asking the server for this; a call that was pressed for is not to happen when nobody thinks of it any more."""
        if self._posted is not None and self._posted.key == act.key:
            log.info("given up deed=%s key=%s", act.deed.name, act.key)
            self._posted.cancel()
            self._posted = None

    def _post(self, act: Act, desk: int, now: datetime) -> None:
        request = request_of(act, desk, now + self._state.skew)

        def missed(_away: object) -> None:
            self._become(answers.missed(self._state, act.key))
            if act.deed is Deed.SignIn:
                post.cancel()

        post = self._client.post(
            request.path,
            request.message,
            request.answer,
            lambda answer: self._answered(act, answer),
            key=act.key,
            missed=missed,
        )
        self._posted = post

    def _answered(self, act: Act, answer: Answered[Message] | Refused) -> None:
        if DEEDS[act.deed].kept:
            self._keeper.forget()
        match answer:
            case Answered(message=message):
                before = self._state.act
                self._become(
                    answers.answered(self._state, act.key, message, self._now())
                )
                following = self._state.act
                if following is not None and following is not before:
                    self._send(following)
            case Refused(problem=problem, retry_after=retry_after):
                log.warning("refused deed=%s type=%s", act.deed.name, problem.type)
                self._become(
                    answers.refused(
                        self._state, act.key, problem, retry_after, self._now()
                    )
                )

    def _tick(self) -> None:
        self._views.become(self._state, self._now())

    def _become(self, state: ConsoleState) -> None:
        before = self._state
        if state.notice is not before.notice:
            state = replace(state, told_at=self._now())
        self._state = state
        if state.language != before.language:
            self._speak(state.language)
        if state.seat is not None and before.seat is None:
            seat = state.seat
            self._remember(
                with_fields(self._remembered, desk=seat.desk, servicer=seat.servicer)
            )
        self._views.become(state, self._now())
        if folds.rings(before, state):
            self._alert()
            if self._player is not None:
                self._player.play(Sound.ARRIVAL)
