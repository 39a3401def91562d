"""A day of customers who come, wait, wander off and come back, and of desks that do everything desks may do."""

import heapq
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from functools import partial
from itertools import count
from random import Random
from typing import Any

from server.domain.refusals import Refusal
from server.domain.ticket import Ticket, TicketState
from server.usecases.ask_help import AskHelp, ask_help
from server.usecases.call_next import CallNext, CallTicket, call_next, call_ticket
from server.usecases.cancel import cancel
from server.usecases.finish import finish
from server.usecases.hold import Hold, hold
from server.usecases.kiosk_help import (
    CallForHelp,
    call_for_help,
    come_to_help,
    end_help,
)
from server.usecases.leave import leave
from server.usecases.no_show import no_show
from server.usecases.note import Note, note
from server.usecases.on_my_way import on_my_way
from server.usecases.pause import Pause, open_again, pause
from server.usecases.postpone import Postpone, postpone
from server.usecases.prioritise import Prioritise, prioritise
from server.usecases.rate import Rate, rate
from server.usecases.recall import recall
from server.usecases.rejoin import rejoin
from server.usecases.resume import resume
from server.usecases.return_to_queue import return_to_queue
from server.usecases.setup.message import SayToAll, say_to_all
from server.usecases.sign_out import sign_out
from server.usecases.start import start
from server.usecases.take_number import TakeNumber, take_number
from server.usecases.transfer import Transfer, transfer
from server.usecases.undo import undo
from server.usecases.walk_in import WalkIn, walk_in
from tests.engine.branch import KIOSK, Branch

Step = Callable[[], None]


class Day:
    """Events in the order of their moments; the branch's clock stands at each one's while it happens."""

    def __init__(
        self, branch: Branch, queues: tuple[str, ...], desks: int, seed: int
    ) -> None:
        self._branch = branch
        self._queues = queues
        self._desks = desks
        self._random = Random(seed)
        self._starts = branch.clock.now
        self._agenda: list[tuple[float, int, Step]] = []
        self._order = count()
        self._at = 0.0
        self._over = 0.0
        self.refused = 0

    def play(self, customers: int, hours: float) -> None:
        """Let so many come within so many hours, and serve on until nobody waits."""
        self._over = hours * 3600
        for moment in sorted(
            self._random.uniform(0, self._over) for _ in range(customers)
        ):
            self._in(moment, self._come)
        for desk in range(1, self._desks + 1):
            self._in(desk * 3.0, partial(self._serve, desk))
        while self._agenda:
            self._at, _, step = heapq.heappop(self._agenda)
            self._branch.clock.now = self._starts + timedelta(seconds=self._at)
            step()

    def _in(self, seconds: float, step: Step) -> None:
        heapq.heappush(self._agenda, (self._at + seconds, next(self._order), step))

    def _chance(self, share: float) -> bool:
        return self._random.random() < share

    def _do(self, use_case: Any, command: Any, device: int = KIOSK) -> Any:
        try:
            return self._branch.do(use_case, command, device)
        except Refusal:
            self.refused += 1
            return None

    def _ticket(self, id: int) -> Ticket:
        with self._branch.reading() as view:
            return view.ticket(id)

    # --- customers ------------------------------------------------------------------------

    def _come(self) -> None:
        priority = "elder" if self._chance(0.05) else None
        queue = self._random.choice(self._queues)
        command = TakeNumber(queue=queue, role="console", priority=priority)
        ticket = self._do(take_number, command)
        if ticket is None:
            return
        patience = self._random.expovariate(1 / 60)
        if self._chance(0.05):
            self._in(patience, lambda: self._do(leave, ticket.id))
            if self._chance(0.5):
                back = patience + self._random.uniform(3, 40)
                self._in(back, lambda: self._do(return_to_queue, ticket.id))
        if self._chance(0.05):
            others = self._random.choice([1, 3, 5])
            command_ = Postpone(ticket=ticket.id, behind=others)
            self._in(patience, lambda: self._do(postpone, command_))
        if self._chance(0.01):
            self._in(patience, lambda: self._clear_away(ticket.id))
        if self._chance(0.03):
            desk = self._random.randint(1, self._desks)
            given = Prioritise(ticket=ticket.id, priority="elder", role="console")
            self._in(patience, lambda: self._do(prioritise, given, desk))

    def _clear_away(self, id: int) -> None:
        desk = self._random.randint(1, self._desks)
        self._do(note, Note(ticket=id, text="went home"), desk)
        self._do(cancel, id, desk)

    # --- desks ----------------------------------------------------------------------------

    def _serve(self, desk: int) -> None:
        """Do the desk's next thing, then another, until the day is over and nobody waits."""
        with self._branch.reading() as view:
            present = view.serving(desk)
            waiting = sum(view.waiting().values())
        if present is not None:
            return self._welcome(desk, present)
        if self._at > self._over and not waiting:
            return self._in(0, lambda: self._do(sign_out, desk, desk))
        if self._chance(0.01):
            return self._rest(desk)
        if self._chance(0.01):
            walked_in = WalkIn(
                take=TakeNumber(queue=self._queues[0], role="console"), finish=False
            )
            called = self._do(walk_in, walked_in, desk)
        else:
            called = self._do(call_next, CallNext(store=self._chance(0.5)), desk)
        if called is None:
            return self._in(self._random.uniform(5, 15), lambda: self._serve(desk))
        return self._welcome(desk, called)

    def _rest(self, desk: int) -> None:
        self._do(call_for_help, CallForHelp(kiosk=KIOSK))
        self._do(come_to_help, KIOSK, desk)
        self._do(end_help, KIOSK, desk)
        self._do(say_to_all, SayToAll(texts={"en": "We are late."}), desk)
        self._do(pause, Pause(desk=desk, reason="coffee"), desk)
        if self._chance(0.3):
            self._do(ask_help, AskHelp(desk=desk), desk)
        self._in(120, lambda: self._do(open_again, desk, desk))
        self._in(121, lambda: self._serve(desk))

    def _welcome(self, desk: int, called: Ticket) -> None:
        walk = self._random.uniform(4, 25)
        if self._chance(0.03):
            self._in(2, lambda: self._do(undo, desk, desk))
            return self._in(6, lambda: self._serve(desk))
        if self._chance(0.3):
            self._in(1, lambda: self._do(on_my_way, called.id))
        if self._chance(0.08):
            self._in(30, lambda: self._do(recall, called.id, desk))
            return self._in(60, lambda: self._miss(desk, called.id))
        if self._chance(0.7):
            self._in(walk, lambda: self._do(start, called.id, desk))
        time = walk + self._random.expovariate(1 / 55)
        return self._in(time, lambda: self._part(desk, called.id))

    def _miss(self, desk: int, id: int) -> None:
        self._do(no_show, id, desk)
        if self._chance(0.6):
            self._in(self._random.uniform(5, 500), lambda: self._do(rejoin, id))
        if self._chance(0.2):
            again = CallTicket(ticket=id)
            self._in(1, lambda: self._do(call_ticket, again, desk))
        self._in(1, lambda: self._serve(desk))

    def _part(self, desk: int, id: int) -> None:
        """End the service in one of its ways."""
        way = self._random.random()
        if way < 0.05:
            self._do(hold, Hold(ticket=id, reason="photo"), desk)
            self._in(self._random.uniform(60, 600), lambda: self._pick_up(desk, id))
        elif way < 0.10:
            queue = self._random.choice(self._queues)
            to_end = self._chance(0.3)
            self._do(transfer, Transfer(ticket=id, queue=queue, to_end=to_end), desk)
        elif way < 0.12:
            other = self._random.randint(1, self._desks)
            self._do(transfer, Transfer(ticket=id, desk=other), desk)
        elif way < 0.15:
            self._do(finish, id, desk)
            self._in(4, lambda: self._do(undo, desk, desk))
            return self._in(8, lambda: self._again(desk))
        elif way < 0.5:
            called = self._do(call_next, CallNext(finish=True), desk)
            if called is not None:
                return self._welcome(desk, called)
        else:
            self._do(finish, id, desk)
            self._in(30, lambda: self._do(rate, Rate(ticket=id, score=3)))
        return self._in(2, lambda: self._serve(desk))

    def _again(self, desk: int) -> None:
        """Finish whoever is back at the desk after an undo."""
        with self._branch.reading() as view:
            present = view.serving(desk)
        if present is not None:
            self._do(finish, present.id, desk)
        self._in(2, lambda: self._serve(desk))

    def _pick_up(self, desk: int, id: int) -> None:
        """Take a held ticket up again, at this desk now or by letting it wait; a few are forgotten."""
        with suppress(Refusal):
            if self._chance(0.1):
                return
            if self._chance(0.5) and self._ticket(id).state is TicketState.HELD:
                with self._branch.reading() as view:
                    free = view.serving(desk) is None
                if free:
                    self._do(call_ticket, CallTicket(ticket=id), desk)
                    return
            self._do(resume, id, desk)
