"""Opening and closing time: nothing happens then, so a program asks once what is open now."""

from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Signal

from shared.qt.client import Answered, Client, Outcome
from shared.wire import routes
from shared.wire.messages import Branch, Event, Snapshot

SLACK = timedelta(seconds=1)
"""The server's clock must have passed the moment too."""

AGAIN_MS = 5_000
LONGEST_MS = 20 * 24 * 3600 * 1000
"""Less than the longest time a timer takes."""


class OpeningTimes(QObject):
    """Tells how the branch stands after each of its opening and closing times; asks for nothing in between."""

    passed = Signal(Branch)

    def __init__(
        self,
        client: Client,
        *,
        slack: timedelta = SLACK,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._client = client
        self._slack = slack
        self._known = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._ask)

    def begin(self, snapshot: Snapshot) -> None:
        """The stream began anew."""
        self._wait(snapshot.branch)

    def happen(self, event: Event) -> None:
        """Something happened, perhaps to the opening hours."""
        if event.branch is not None:
            self._wait(event.branch)

    def _wait(self, branch: Branch) -> None:
        self._known += 1
        due = next_change(branch)
        if due is None:
            self._timer.stop()
            return
        wait = max(due - branch.now, timedelta(0)) + self._slack
        self._timer.start(min(round(wait / timedelta(milliseconds=1)), LONGEST_MS))

    def _ask(self) -> None:
        turn = self._known
        self._client.get(
            routes.BRANCH, Branch, lambda outcome: self._answered(turn, outcome)
        )

    def _answered(self, turn: int, outcome: Outcome[Branch]) -> None:
        if turn != self._known:
            # The stream was quicker.
            return
        if isinstance(outcome, Answered) and isinstance(outcome.message, Branch):
            self._wait(outcome.message)
            self.passed.emit(outcome.message)
        else:
            self._timer.start(AGAIN_MS)


def next_change(branch: Branch) -> datetime | None:
    """Return when the branch or one of its queues opens or closes next, if ever."""
    moments = [branch.next_opening]
    for queue in branch.queues:
        moments += [queue.opens_at, queue.closes_at]
    return min((moment for moment in moments if moment is not None), default=None)
