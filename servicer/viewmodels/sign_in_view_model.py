"""The screen on which a servicer sits down."""

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from servicer.props import DeskRow, LanguageChoice, ServicerRow, SignInProps
from servicer.viewmodels.notice_view_model import NoticeViewModel
from shared.qt.props import emit_changes
from shared.qt.rows import Rows

QML_IMPORT_NAME = "Servicer.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class SignInViewModel(QObject):
    """Shows one `SignInProps` after another; QML calls the signals at the top."""

    deskChosen = Signal(int)
    servicerChosen = Signal(str)
    pinGiven = Signal(str)
    languageChosen = Signal(str)

    desksChanged = Signal()
    servicersChanged = Signal()
    languagesChanged = Signal()
    deskChanged = Signal()
    servicerChanged = Signal()
    triesChanged = Signal()
    busyChanged = Signal()
    lockedSChanged = Signal()
    noticeChanged = Signal()
    deskNameChanged = Signal()
    deskQueuesChanged = Signal()
    boundChanged = Signal()
    hourChanged = Signal()
    weekdayChanged = Signal()
    clockChanged = Signal()
    waitingChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._props = SignInProps()
        self._desks = Rows(DeskRow, "number", self)
        self._servicers = Rows(ServicerRow, "name", self)
        self._languages = Rows(LanguageChoice, "code", self)
        self._notice = NoticeViewModel(self)

    def become(self, props: SignInProps) -> None:
        """Show this; QML hears only of what differs."""
        before, self._props = self._props, props
        self._desks.show(props.desks)
        self._servicers.show(props.servicers)
        self._languages.show(props.languages)
        self._notice.become(props.notice)
        emit_changes(self, before, props)

    @Property(QObject, notify=desksChanged)
    def desks(self) -> QObject:
        return self._desks

    @Property(QObject, notify=servicersChanged)
    def servicers(self) -> QObject:
        return self._servicers

    @Property(QObject, notify=languagesChanged)
    def languages(self) -> QObject:
        return self._languages

    @Property(int, notify=languagesChanged)
    def languagesCount(self) -> int:
        return len(self._props.languages)

    @Property(int, notify=deskChanged)
    def desk(self) -> int:
        return self._props.desk

    @Property(bool, notify=boundChanged)
    def bound(self) -> bool:
        return self._props.bound

    @Property(str, notify=servicerChanged)
    def servicer(self) -> str:
        return self._props.servicer

    @Property(int, notify=triesChanged)
    def tries(self) -> int:
        return self._props.tries

    @Property(bool, notify=busyChanged)
    def busy(self) -> bool:
        return self._props.busy

    @Property(int, notify=lockedSChanged)
    def lockedS(self) -> int:
        return self._props.locked_s

    @Property(NoticeViewModel, notify=noticeChanged)
    def notice(self) -> NoticeViewModel:
        return self._notice

    @Property(str, notify=deskNameChanged)
    def deskName(self) -> str:
        return self._props.desk_name

    @Property(str, notify=deskQueuesChanged)
    def deskQueues(self) -> str:
        return self._props.desk_queues

    @Property(int, notify=hourChanged)
    def hour(self) -> int:
        return self._props.hour

    @Property(int, notify=weekdayChanged)
    def weekday(self) -> int:
        return self._props.weekday

    @Property(str, notify=clockChanged)
    def clock(self) -> str:
        return self._props.clock

    @Property(int, notify=waitingChanged)
    def waiting(self) -> int:
        return self._props.waiting
