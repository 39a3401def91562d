"""Printing one ticket and knowing how it went: asks for paper before, and whether all came out after."""

import errno
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass

from kiosk.paper.cables import Cable, open_cable
from kiosk.paper.known import Habits, Known
from kiosk.paper.receipt import receipt
from kiosk.paper.slip import Slip
from kiosk.paper.talk import Answers, Question, Talk
from kiosk.terms import Paper

log = logging.getLogger(__name__)

NO_PAPER_NOW = 0x60
STOPPED_WITHOUT_PAPER = 0x20
COVER_OPEN = 0x04
BROKEN = 0x40
NO_PAPER_IN_TURN = 0x0C


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a printer may think about a question and about a whole ticket, and how long it may be busy with others'."""

    question_s: float = 0.7
    ticket_s: float = 4.0
    busy_s: float = 8.0
    again_s: float = 0.25


@dataclass(frozen=True, slots=True)
class Condition:
    """How a printer said it is: whether it answers at all, whether to everything, and what keeps it from printing."""

    answers: bool
    wholly: bool = False
    trouble: Paper | None = None


class Busy(OSError):
    """The printer is at somebody else's ticket; it was sent nothing of this one."""


class Printer:
    """A printer at an address; its methods block, so they belong off the GUI thread."""

    def __init__(
        self,
        address: str,
        paper_mm: int = 80,
        *,
        patience: Patience | None = None,
        known: Known | None = None,
        opening: Callable[[str], Cable] = open_cable,
    ) -> None:
        self._address = address
        self._paper_mm = paper_mm
        self._patience = patience or Patience()
        self._known = known or Known(address)
        self._opening = opening

    def print(self, slip: Slip) -> Paper:
        """Print it and return what came of it; a printer that is gone is a fault, not an error."""
        try:
            outcome = self._when_free(slip)
        except OSError as error:
            log.warning("printer fault label=%s error=%s", slip.label, error)
            return Paper.Fault
        log.info("paper label=%s outcome=%s", slip.label, outcome.name)
        return outcome

    def _when_free(self, slip: Slip) -> Paper:
        """Print it as soon as the printer is free; only what was sent nothing is tried again, so that nothing comes out twice."""
        data = receipt(slip, self._paper_mm)
        give_up_at = time.monotonic() + self._patience.busy_s
        while True:
            try:
                return self._try(data)
            except Busy:
                if time.monotonic() > give_up_at:
                    raise
                time.sleep(self._patience.again_s)

    def _try(self, data: bytes) -> Paper:
        try:
            cable = self._opening(self._address)
        except OSError as error:
            raise busy_or(error) from error
        with cable:
            if not cable.answers:
                cable.send(data)
                return Paper.Printed
            talk = Talk(cable)
            try:
                condition, habits = self._meet(talk)
            except OSError as error:
                raise busy_or(error) from error
            if condition.trouble is not None:
                return condition.trouble
            cable.send(data)
            if habits.in_turn:
                return self._came_out(talk)
            if habits.at_once:
                return self._should_have(talk, condition)
            return self._perhaps(talk)

    def _meet(self, talk: Talk) -> tuple[Condition, Habits]:
        """Return how it is and how it answers today, before it is sent anything; raise `Busy` when it is more silent than it used to be."""
        used = self._known.habits
        patience = self._patience
        # A cable that is let wait keeps its place in the queue before the printer; only one known to be mute is not waited for.
        mute = used is not None and not used.at_once
        first_s = patience.question_s if mute else patience.busy_s
        condition = self._condition(talk, first_s)
        if not condition.answers and used is not None and used.at_once:
            raise Busy("it used to answer, and says nothing")
        if condition.trouble is not None:
            return condition, Habits(at_once=True)
        in_turn_s = patience.busy_s if used and used.in_turn else patience.question_s
        in_turn = condition.answers and (
            talk.ask(Question.IN_TURN, in_turn_s) is not None
        )
        if used is not None and used.in_turn and not in_turn:
            raise Busy("it used to answer in turn, and does not")
        # One byte alone may be anything: what is held against it later was heard twice.
        if condition.wholly or not condition.answers:
            self._known.heard(Habits(at_once=condition.wholly))
        return condition, Habits(condition.answers, in_turn)

    def _came_out(self, talk: Talk) -> Paper:
        """Return what became of the ticket at a printer that has just answered in turn: its next answer comes after the ticket."""
        said = talk.ask(Question.IN_TURN, self._patience.ticket_s)
        if said is None:
            return self._condition(talk, self._patience.question_s).trouble or (
                Paper.Fault
            )
        self._known.heard(Habits(at_once=True, in_turn=True))
        # The end of the roll inside a ticket is told here; what came out is cut off.
        return Paper.Empty if said & NO_PAPER_IN_TURN else Paper.Printed

    def _should_have(self, talk: Talk, before: Condition) -> Paper:
        """Return what became of it at a printer that answers at once only: one that is well after so long has printed it.

        Late answers cannot be told apart: one that was late is not believed to be well.
        """
        if talk.wait(Answers.IN_TURN, self._patience.ticket_s) is not None:
            # So it does answer in turn: that was to the question before the ticket.
            return self._came_out(talk)
        after = self._condition(talk, self._patience.question_s)
        well = before.wholly and after.wholly and not talk.stopped
        return after.trouble or (Paper.Printed if well else Paper.Fault)

    def _perhaps(self, talk: Talk) -> Paper:
        """Return what became of it at a printer that has said nothing so far: nobody knows, unless it says something now."""
        late = talk.wait(Answers.AT_ONCE, self._patience.question_s)
        if late is None:
            return Paper.Fault if talk.stopped else Paper.Sent
        return Paper.Empty if late & NO_PAPER_NOW else self._came_out(talk)

    def _condition(self, talk: Talk, within_s: float) -> Condition:
        """Return how it is, where it answers within this time."""
        paper = talk.ask(Question.PAPER, within_s)
        if paper is None:
            return Condition(answers=False)
        if paper & NO_PAPER_NOW:
            return Condition(answers=True, trouble=Paper.Empty)
        cause = talk.ask(Question.OFFLINE_CAUSE, self._patience.question_s)
        if cause is None:
            return Condition(answers=True)
        if cause & STOPPED_WITHOUT_PAPER:
            return Condition(answers=True, trouble=Paper.Empty)
        broken = bool(cause & (COVER_OPEN | BROKEN))
        return Condition(
            answers=True, wholly=True, trouble=Paper.Fault if broken else None
        )


def busy_or(error: OSError) -> OSError:
    """Return the error, told as `Busy` where a printer says so that serves another: it refuses, hangs up, or lets wait."""
    busy = isinstance(error, (ConnectionError, TimeoutError))
    return Busy(str(error)) if busy or error.errno == errno.EBUSY else error
