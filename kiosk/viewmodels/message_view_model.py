"""What there is to know where there is no number: closed, away, refused, help."""

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.props import MessageProps
from shared.qt.rows import Rows
from shared.wire.week import DayRow, OtherDaysRow

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class MessageViewModel(QObject):
    """Shows one `MessageProps` after another."""

    helpDeclined = Signal()

    problemTypeChanged = Signal()
    problemDetailChanged = Signal()
    queueNameChanged = Signal()
    fullTodayChanged = Signal()
    openingChanged = Signal()
    opensFirstChanged = Signal()
    hoursDifferChanged = Signal()
    desksOpenChanged = Signal()
    daysChanged = Signal()
    exceptionsChanged = Signal()
    noticeChanged = Signal()
    helpToldChanged = Signal()
    helpKioskChanged = Signal()
    helpDeskChanged = Signal()
    helpManagerChanged = Signal()
    helpMissedChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._props = MessageProps()
        self._days = Rows(DayRow, "date", self)
        self._exceptions = Rows(OtherDaysRow, "date", self)

    @property
    def props(self) -> MessageProps:
        """What is shown."""
        return self._props

    def take(self, props: MessageProps) -> None:
        """Have this to show; `show_together` tells QML what differs."""
        self._props = props
        self._days.show(props.days)
        self._exceptions.show(props.exceptions)

    @Property(str, notify=problemTypeChanged)
    def problemType(self) -> str:
        return self._props.problem_type

    @Property(str, notify=problemDetailChanged)
    def problemDetail(self) -> str:
        return self._props.problem_detail

    @Property(str, notify=queueNameChanged)
    def queueName(self) -> str:
        return self._props.queue_name

    @Property(bool, notify=fullTodayChanged)
    def fullToday(self) -> bool:
        return self._props.full_today

    @Property(str, notify=openingChanged)
    def opensAt(self) -> str:
        return self._props.opening.clock

    @Property(int, notify=openingChanged)
    def opensInDays(self) -> int:
        return self._props.opening.days_ahead

    @Property(int, notify=openingChanged)
    def opensWeekday(self) -> int:
        return self._props.opening.weekday

    @Property(str, notify=opensFirstChanged)
    def opensFirst(self) -> str:
        return self._props.opens_first

    @Property(bool, notify=hoursDifferChanged)
    def hoursDiffer(self) -> bool:
        return self._props.hours_differ

    @Property(int, notify=desksOpenChanged)
    def deskCount(self) -> int:
        return len(self._props.desks_open)

    @Property(str, notify=desksOpenChanged)
    def desksOpen(self) -> str:
        return ",".join(map(str, self._props.desks_open))

    @Property(QObject, notify=daysChanged)
    def days(self) -> QObject:
        return self._days

    @Property(int, notify=daysChanged)
    def dayCount(self) -> int:
        return len(self._props.days)

    @Property(int, notify=daysChanged)
    def reasonCount(self) -> int:
        return sum(day.reason != "" for day in self._props.days)

    @Property(QObject, notify=exceptionsChanged)
    def exceptions(self) -> QObject:
        return self._exceptions

    @Property(str, notify=noticeChanged)
    def notice(self) -> str:
        return self._props.notice

    @Property(str, notify=helpKioskChanged)
    def helpKiosk(self) -> str:
        return self._props.help_kiosk

    @Property(int, notify=helpDeskChanged)
    def helpDesk(self) -> int:
        return self._props.help_desk

    @Property(bool, notify=helpManagerChanged)
    def helpManager(self) -> bool:
        return self._props.help_manager

    @Property(bool, notify=helpMissedChanged)
    def helpMissed(self) -> bool:
        return self._props.help_missed

    @Property(bool, notify=helpToldChanged)
    def helpTold(self) -> bool:
        return self._props.help_told
