"""Printing one ticket and knowing how it went: asks for paper before, and whether all came out after."""

import errno
import logging
import time
from collections.abc import Callable
from dataclasses import dataclass

from kiosk.paper.cables import Cable, open_cable
from kiosk.paper.known import Known
from kiosk.paper.receipt import receipt
from kiosk.paper.slip import Slip
from kiosk.terms import Paper

log = logging.getLogger(__name__)

ASK_PAPER = b"\x10\x04\x04"
ASK_OFFLINE_CAUSE = b"\x10\x04\x02"
"""DLE EOT n: answered at once, whatever is still to be printed."""

ASK_IN_TURN = b"\x1dr\x01"
"""GS r 1: answered only after everything before it was printed."""

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
            outcome = self._in_turn(slip)
        except OSError as error:
            log.warning("printer fault label=%s error=%s", slip.label, error)
            return Paper.Fault
        log.info("paper label=%s outcome=%s", slip.label, outcome.name)
        return outcome

    def _in_turn(self, slip: Slip) -> Paper:
        """Print it as soon as the printer is free; only what was sent nothing is tried again, so that nothing comes out twice."""
        data = receipt(slip, self._paper_mm)
        # Staff look whether a test came out: it makes acquaintance anew, where another printer took the place.
        may_be_mute = slip.ticket == 0 or not self._known.answers
        give_up_at = time.monotonic() + self._patience.busy_s
        while True:
            try:
                return self._try(data, may_be_mute=may_be_mute)
            except Busy:
                if time.monotonic() > give_up_at:
                    raise
                time.sleep(self._patience.again_s)

    def _try(self, data: bytes, *, may_be_mute: bool) -> Paper:
        try:
            cable = self._opening(self._address)
        except OSError as error:
            raise busy_or(error) from error
        with cable:
            if not cable.answers:
                cable.send(data)
                return Paper.Printed
            # A cable that is let wait keeps its place in the queue before the printer.
            patience = self._patience
            first_s = patience.question_s if may_be_mute else patience.busy_s
            try:
                talks, trouble = self._trouble(cable, first_s)
            except OSError as error:
                raise busy_or(error) from error
            if not talks and not may_be_mute:
                raise Busy("it used to answer, and says nothing")
            self._known.heard(answers=talks)
            return trouble or self._on(cable, data, talks=talks)

    def _on(self, cable: Cable, data: bytes, *, talks: bool) -> Paper:
        cable.send(data)
        if not talks:
            return Paper.Printed
        cable.send(ASK_IN_TURN)
        said = cable.answer(self._patience.ticket_s)
        if said:
            # The end of the roll inside a ticket is told here; what came out is cut off.
            return Paper.Empty if said[0] & NO_PAPER_IN_TURN else Paper.Printed
        # Not every printer answers in turn. One that still answers at once, and has paper, has had the time to print it.
        talks, trouble = self._trouble(cable, self._patience.question_s)
        return trouble or (Paper.Printed if talks else Paper.Fault)

    def _trouble(self, cable: Cable, within_s: float) -> tuple[bool, Paper | None]:
        """Return whether it answers at all within this time, and what keeps it from printing now."""
        paper = self._ask(cable, ASK_PAPER, within_s)
        if paper is None:
            return False, None
        if paper & NO_PAPER_NOW:
            return True, Paper.Empty
        cause = self._ask(cable, ASK_OFFLINE_CAUSE, self._patience.question_s) or 0
        if cause & STOPPED_WITHOUT_PAPER:
            return True, Paper.Empty
        return True, Paper.Fault if cause & (COVER_OPEN | BROKEN) else None

    def _ask(self, cable: Cable, question: bytes, within_s: float) -> int | None:
        cable.send(question)
        said = cable.answer(within_s)
        return said[0] if said else None


def busy_or(error: OSError) -> OSError:
    """Return the error, told as `Busy` where a printer says so that serves another: it refuses, hangs up, or lets wait."""
    busy = isinstance(error, (ConnectionError, TimeoutError))
    return Busy(str(error)) if busy or error.errno == errno.EBUSY else error
