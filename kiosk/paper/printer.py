"""Printing one ticket and knowing how it went: asks for paper before, and whether all came out after."""

import logging
from collections.abc import Callable
from dataclasses import dataclass

from kiosk.paper.cables import Cable, open_cable
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
    """How long a printer may think: about a question, and about a whole ticket."""

    question_s: float = 0.7
    ticket_s: float = 4.0


class Printer:
    """A printer at an address; its methods block, so they belong off the GUI thread."""

    def __init__(
        self,
        address: str,
        paper_mm: int = 80,
        *,
        patience: Patience | None = None,
        opening: Callable[[str], Cable] = open_cable,
    ) -> None:
        self._address = address
        self._paper_mm = paper_mm
        self._patience = patience or Patience()
        self._opening = opening

    def print(self, slip: Slip) -> Paper:
        """Print it and return what came of it; a printer that is gone is a fault, not an error."""
        try:
            with self._opening(self._address) as cable:
                outcome = self._on(cable, receipt(slip, self._paper_mm))
        except OSError as error:
            log.warning("printer fault label=%s error=%s", slip.label, error)
            return Paper.Fault
        log.info("paper label=%s outcome=%s", slip.label, outcome.name)
        return outcome

    def _on(self, cable: Cable, data: bytes) -> Paper:
        talks, trouble = self._trouble(cable)
        if trouble is not None:
            return trouble
        cable.send(data)
        if not talks:
            return Paper.Printed
        cable.send(ASK_IN_TURN)
        said = cable.answer(self._patience.ticket_s)
        if said:
            # The end of the roll inside a ticket is told here; what came out is cut off.
            return Paper.Empty if said[0] & NO_PAPER_IN_TURN else Paper.Printed
        # Not every printer answers in turn. One that still answers at once, and has paper, has had the time to print it.
        talks, trouble = self._trouble(cable)
        return trouble or (Paper.Printed if talks else Paper.Fault)

    def _trouble(self, cable: Cable) -> tuple[bool, Paper | None]:
        """Return whether it answers at all, and what keeps it from printing now."""
        paper = self._ask(cable, ASK_PAPER)
        if paper is None:
            return False, None
        if paper & NO_PAPER_NOW:
            return True, Paper.Empty
        cause = self._ask(cable, ASK_OFFLINE_CAUSE) or 0
        if cause & STOPPED_WITHOUT_PAPER:
            return True, Paper.Empty
        return True, Paper.Fault if cause & (COVER_OPEN | BROKEN) else None

    def _ask(self, cable: Cable, question: bytes) -> int | None:
        cable.send(question)
        said = cable.answer(self._patience.question_s)
        return said[0] if said else None
