"""Between the presenter and the press: gives each ticket its paper, and prints tests."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal

from kiosk.own_words import branch_name, told_in
from kiosk.paper.press import Press
from kiosk.paper.slip import TEST_LABEL, Slip
from kiosk.paper.words import Wording
from kiosk.presenter import Presenter
from kiosk.state import KioskState, entered, printed
from kiosk.terms import Paper
from kiosk.viewmodels.views import Views
from kiosk.visit import AmongStaff, Issued
from shared.wire.messages import Ticket
from shared.wire.pairing import PaperState
from shared.wire.wording import queue_name

CONDITIONS: Mapping[Paper, PaperState] = {
    Paper.Printed: PaperState.THERE,
    Paper.Sent: PaperState.THERE,
    Paper.Empty: PaperState.OUT,
    Paper.Fault: PaperState.TROUBLE,
}
"""What the last slip tells of the printer."""


class PaperClerk(QObject):
    """Prints what is issued and shows how it went; a reprint has the same number. `found` tells how the printer was found to be."""

    found = Signal(PaperState)

    def __init__(
        self,
        presenter: Presenter,
        press: Press,
        views: Views,
        wording: Wording,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._press = press
        self._wording = wording
        presenter.issued.connect(self.print)
        views.ticket.reprintTapped.connect(self.reprint)
        views.staff.testPrintTapped.connect(self.test)
        press.ended.connect(self._ended)

    def print(self, ticket: Ticket, url: str) -> None:
        """Print a ticket in its customer's language."""
        self._press.print(self._slip(ticket, url))

    def reprint(self) -> None:
        """Print the ticket on the screen again."""
        visit = self._presenter.state.visit
        if isinstance(visit, Issued) and visit.paper.missing:
            ticket = visit.ticket.id
            self._presenter.change(lambda s: printed(s, ticket, Paper.Printing))
            self.print(visit.ticket, visit.url)

    def test(self) -> None:
        """Print a test for staff."""
        self._presenter.change(lambda s: entered(s, AmongStaff(Paper.Printing)))
        self.print_test()

    def print_test(self) -> None:
        """Print a test, whoever stands before the kiosk."""
        words = self._wording()
        place, taken = place_and_time(self._presenter.state, None)
        self._press.print(Slip(0, TEST_LABEL, words.test, place, taken, "", words))

    def _slip(self, ticket: Ticket, url: str) -> Slip:
        state = self._presenter.state
        place, taken = place_and_time(state, ticket.taken_at)
        queues = state.followed.branch.queues if state.followed else []
        name = queue_name(queues, ticket.queue, state.language)
        # Paper is wide enough, and printers know no soft hyphens.
        name = name.replace("\u00ad", "")
        footer = (
            told_in(state.followed.branch.footer, state.language)
            if state.followed
            else ""
        )
        words = self._wording()
        return Slip(ticket.id, ticket.label, name, place, taken, url, words, footer)

    def _ended(self, ticket: int, paper: Paper) -> None:
        if paper in CONDITIONS:
            self.found.emit(CONDITIONS[paper])
        if ticket != 0:
            self._presenter.printed(ticket, paper)
        elif isinstance(self._presenter.state.visit, AmongStaff):
            self._presenter.change(lambda s: entered(s, AmongStaff(paper)))


def place_and_time(state: KioskState, at: datetime | None) -> tuple[str, str]:
    """Return the branch's name, and the moment (or its present one) by its clock: `2026-03-12 10:42`."""
    if state.followed is None:
        return "", ""
    branch = state.followed.branch
    local = (at or branch.now).astimezone(ZoneInfo(branch.time_zone))
    return branch_name(branch, state.language), f"{local:%Y-%m-%d %H:%M}"
