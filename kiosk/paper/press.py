"""The printer's desk: prints off the GUI thread, one ticket after the other, and tells the server how it went."""

import logging

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from kiosk.paper.printer import Printer
from kiosk.paper.slip import Slip
from kiosk.terms import Paper
from shared.qt.client import Answered, Client, Definite, Refused
from shared.wire import routes
from shared.wire.messages import Ticket
from shared.wire.requests import PrintOutcome

log = logging.getLogger(__name__)

REASONS = {
    Paper.Empty: "no paper",
    Paper.Fault: "printer fault",
    Paper.Sent: "not confirmed",
}


class _Mouth(QObject):
    """Carries a worker's word to the GUI thread."""

    ended = Signal(Slip, Paper)


class _Job(QRunnable):
    """One ticket at the printer."""

    def __init__(self, printer: Printer, slip: Slip, mouth: _Mouth) -> None:
        super().__init__()
        self._printer = printer
        self._slip = slip
        self._mouth = mouth

    def run(self) -> None:
        """Print it; an error of our own is a fault of the printer to the customer, and is logged."""
        outcome = Paper.Fault
        try:
            outcome = self._printer.print(self._slip)
        except Exception:
            log.exception("not printed label=%s", self._slip.label)
        self._mouth.ended.emit(self._slip, outcome)


class Press(QObject):
    """Prints slips in turn and never blocks; `ended` names the ticket and what became of its paper."""

    ended = Signal(int, Paper)

    def __init__(
        self, printer: Printer, client: Client, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._printer = printer
        self._client = client
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._mouth = _Mouth(self)
        self._mouth.ended.connect(self._ended)

    def print(self, slip: Slip) -> None:
        """Print after what is being printed; return at once. A ticket with id 0 is a test, of which the server hears nothing."""
        self._pool.start(_Job(self._printer, slip, self._mouth))

    def _ended(self, slip: Slip, paper: Paper) -> None:
        self.ended.emit(slip.ticket, paper)
        if slip.ticket == 0:
            return
        reason = REASONS.get(paper)
        outcome = PrintOutcome(
            outcome="failed" if paper.missing else "printed", reason=reason
        )
        path = routes.ticket(slip.ticket, "print")
        self._client.post(path, outcome, Ticket, self._reported)

    def _reported(self, answer: Definite[Ticket]) -> None:
        match answer:
            case Refused(problem=problem):
                log.warning("print state refused type=%s", problem.type)
            case Answered():
                log.debug("print state told")
