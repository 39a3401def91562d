"""The display's one view model: what is shown."""

from collections.abc import Iterable

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

import display.viewmodels.terms  # noqa: F401  # registers the words for QML
from display.derive import derive
from display.props import CallRow, ColumnRow, DisplayProps, QueueTile
from display.state import DisplayState
from shared.qt.props import emit_changes
from shared.qt.rows import Rows
from shared.wire.week import DayRow

QML_IMPORT_NAME = "Display.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class DisplayViewModel(QObject):
    """Shows one `DisplayState` after another."""

    shown = Signal()

    screenChanged = Signal()
    truthChanged = Signal()
    branchNameChanged = Signal()
    clockChanged = Signal()
    clockUnsureChanged = Signal()
    asOfChanged = Signal()
    heroLabelChanged = Signal()
    heroDeskChanged = Signal()
    heroQueueNameChanged = Signal()
    heroLitChanged = Signal()
    heroSeqChanged = Signal()
    callsChanged = Signal()
    queuesChanged = Signal()
    columnCallsChanged = Signal()
    nobodyYetChanged = Signal()
    onBreakChanged = Signal()
    backAtChanged = Signal()
    announcingChanged = Signal()
    openingChanged = Signal()
    daysChanged = Signal()
    heroDeskNameChanged = Signal()
    placeChanged = Signal()
    namedChanged = Signal()
    closingChanged = Signal()
    stillWaitingChanged = Signal()
    openUntilChanged = Signal()
    openDesksChanged = Signal()
    messageChanged = Signal()
    messageSinceChanged = Signal()
    footerChanged = Signal()
    logoChanged = Signal()
    accentChanged = Signal()
    midPulseChanged = Signal()

    def __init__(
        self, parent: QObject | None = None, *, mid_pulse: bool = False
    ) -> None:
        super().__init__(parent)
        self._mid_pulse = mid_pulse
        self._props = DisplayProps()
        self._calls = Rows(CallRow, "label", self)
        self._queues = Rows(QueueTile, "slug", self)
        self._column_calls = Rows(ColumnRow, "label", self)
        self._days = Rows(DayRow, "date", self)

    @property
    def props(self) -> DisplayProps:
        """What is shown."""
        return self._props

    def become(self, state: DisplayState) -> None:
        """Show this state; QML hears only of what differs."""
        before, self._props = self._props, derive(state)
        self._calls.show(self._props.calls)
        self._queues.show(self._props.queues)
        self._column_calls.show(self._props.column_calls)
        self._days.show(self._props.days)
        emit_changes(self, before, self._props)
        self.shown.emit()

    @Property(QObject, notify=callsChanged)
    def calls(self) -> QObject:
        return self._calls

    @Property(int, notify=callsChanged)
    def callCount(self) -> int:
        return len(self._props.calls)

    @Property(int, notify=callsChanged)
    def longestLabel(self) -> int:
        return longest(row.label for row in self._props.calls)

    @Property(int, notify=callsChanged)
    def longestDesk(self) -> int:
        return longest(str(row.desk) for row in self._props.calls)

    @Property(str, notify=callsChanged)
    def deskNames(self) -> str:
        """What desks of the list are called besides, one a line."""
        return "\n".join(row.name for row in self._props.calls)

    @Property(str, notify=callsChanged)
    def callQueueNames(self) -> str:
        """What the queues of the list are called, one a line."""
        return "\n".join(row.queue_name for row in self._props.calls)

    @Property(bool, notify=nobodyYetChanged)
    def nobodyYet(self) -> bool:
        return self._props.nobody_yet

    @Property(QObject, notify=queuesChanged)
    def queues(self) -> QObject:
        return self._queues

    @Property(int, notify=queuesChanged)
    def queueCount(self) -> int:
        return len(self._props.queues)

    @Property(int, notify=screenChanged)
    def screen(self) -> int:
        return self._props.screen.value

    @Property(int, notify=truthChanged)
    def truth(self) -> int:
        return self._props.truth.value

    @Property(str, notify=branchNameChanged)
    def branchName(self) -> str:
        return self._props.branch_name

    @Property(str, notify=clockChanged)
    def clock(self) -> str:
        return self._props.clock

    @Property(bool, notify=clockUnsureChanged)
    def clockUnsure(self) -> bool:
        return self._props.clock_unsure

    @Property(str, notify=asOfChanged)
    def asOf(self) -> str:
        return self._props.as_of

    @Property(str, notify=heroLabelChanged)
    def heroLabel(self) -> str:
        return self._props.hero_label

    @Property(int, notify=heroDeskChanged)
    def heroDesk(self) -> int:
        return self._props.hero_desk

    @Property(str, notify=heroQueueNameChanged)
    def heroQueueName(self) -> str:
        return self._props.hero_queue_name

    @Property(bool, notify=heroLitChanged)
    def heroLit(self) -> bool:
        return self._props.hero_lit

    @Property(int, notify=heroSeqChanged)
    def heroSeq(self) -> int:
        return self._props.hero_seq

    @Property(QObject, notify=columnCallsChanged)
    def columnCalls(self) -> QObject:
        return self._column_calls

    @Property(int, notify=columnCallsChanged)
    def longestColumnLabel(self) -> int:
        return longest(row.label for row in self._props.column_calls)

    @Property(int, notify=columnCallsChanged)
    def longestColumnDesk(self) -> int:
        return longest(str(row.desk) for row in self._props.column_calls)

    @Property(str, notify=columnCallsChanged)
    def columnDeskNames(self) -> str:
        """What desks of the columns are called besides, one a line."""
        return "\n".join(row.name for row in self._props.column_calls)

    @Property(bool, notify=announcingChanged)
    def announcing(self) -> bool:
        return self._props.announcing

    @Property(bool, notify=onBreakChanged)
    def onBreak(self) -> bool:
        return self._props.on_break

    @Property(str, notify=backAtChanged)
    def backAt(self) -> str:
        return self._props.back_at

    @Property(str, notify=openingChanged)
    def opensAt(self) -> str:
        return self._props.opening.clock

    @Property(int, notify=openingChanged)
    def opensInDays(self) -> int:
        return self._props.opening.days_ahead

    @Property(int, notify=openingChanged)
    def opensWeekday(self) -> int:
        return self._props.opening.weekday

    @Property(QObject, notify=daysChanged)
    def days(self) -> QObject:
        return self._days

    @Property(int, notify=daysChanged)
    def reasonCount(self) -> int:
        return sum(day.reason != "" for day in self._props.days)

    @Property(int, notify=daysChanged)
    def dayCount(self) -> int:
        return len(self._props.days)

    @Property(str, notify=heroDeskNameChanged)
    def heroDeskName(self) -> str:
        return self._props.hero_desk_name

    @Property(str, notify=placeChanged)
    def place(self) -> str:
        return self._props.place

    @Property(bool, notify=namedChanged)
    def named(self) -> bool:
        return self._props.named

    @Property(bool, notify=closingChanged)
    def closing(self) -> bool:
        return self._props.closing

    @Property(int, notify=stillWaitingChanged)
    def stillWaiting(self) -> int:
        return self._props.still_waiting

    @Property(str, notify=openUntilChanged)
    def openUntil(self) -> str:
        return self._props.open_until

    @Property(str, notify=messageChanged)
    def message(self) -> str:
        return self._props.message

    @Property(str, notify=messageSinceChanged)
    def messageSince(self) -> str:
        return self._props.message_since

    @Property(str, notify=footerChanged)
    def footer(self) -> str:
        return self._props.footer

    @Property(str, notify=logoChanged)
    def logo(self) -> str:
        return self._props.logo

    @Property(str, notify=accentChanged)
    def accent(self) -> str:
        return self._props.accent

    @Property(str, notify=openDesksChanged)
    def openDesks(self) -> str:
        """The numbers of the open desks, with commas between them."""
        return ",".join(map(str, self._props.open_desks))

    @Property(int, notify=queuesChanged)
    def mostWaiting(self) -> int:
        return max((queue.waiting for queue in self._props.queues), default=0)

    @Property(bool, notify=queuesChanged)
    def anyClosed(self) -> bool:
        return not all(queue.open for queue in self._props.queues)

    @Property(str, notify=queuesChanged)
    def queueRanges(self) -> str:
        """Of each queue, one a line: whether it is open, how many wait, the range in minutes, and whether a desk is free."""
        return "\n".join(
            f"{queue.open:d} {queue.waiting} {queue.low_min} {queue.high_min} {queue.at_once:d}"
            for queue in self._props.queues
        )

    @Property(bool, notify=queuesChanged)
    def waitIsKnown(self) -> bool:
        """Whether it is known of any queue how long a number taken now would wait."""
        return any(q.at_once or (q.waiting and q.high_min) for q in self._props.queues)

    @Property(str, notify=queuesChanged)
    def queueNames(self) -> str:
        """Their names, one a line."""
        return "\n".join(queue.name for queue in self._props.queues)

    @Property(bool, notify=midPulseChanged)
    def midPulse(self) -> bool:
        """Whether a new call's ring stands still at its brightest, for pictures."""
        return self._mid_pulse


def longest(words: Iterable[str]) -> int:
    """Return how many characters the longest has; 0 for none."""
    return max(map(len, words), default=0)
