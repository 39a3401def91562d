"""The kiosk's one view model: what is shown, and what a customer tapped."""

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.derive import KioskProps, LanguageRow, QueueRow, derive
from kiosk.state import KioskState
from shared.qt.props import emit_changes
from shared.qt.rows import Rows

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class KioskViewModel(QObject):
    """Shows one `KioskState` after another; QML calls the signals that end in `Tapped`."""

    queueTapped = Signal(str)
    languageTapped = Signal(str)
    contrastTapped = Signal()
    helpTapped = Signal()
    doneTapped = Signal()

    screenChanged = Signal()
    branchNameChanged = Signal()
    connectionChanged = Signal()
    asOfChanged = Signal()
    queuesChanged = Signal()
    languagesChanged = Signal()
    contrastChanged = Signal()
    busyChanged = Signal()
    desksOpenChanged = Signal()
    missedChanged = Signal()
    labelChanged = Signal()
    letterChanged = Signal()
    ordinalChanged = Signal()
    queueNameChanged = Signal()
    aheadChanged = Signal()
    lowMinChanged = Signal()
    highMinChanged = Signal()
    ticketUrlChanged = Signal()
    problemTypeChanged = Signal()
    problemDetailChanged = Signal()
    opensAtChanged = Signal()
    opensInDaysChanged = Signal()
    opensWeekdayChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._props = KioskProps()
        self._queues = Rows(QueueRow, "slug", self)
        self._languages = Rows(LanguageRow, "code", self)

    @property
    def props(self) -> KioskProps:
        """What is shown."""
        return self._props

    def become(self, state: KioskState) -> None:
        """Show this state; QML hears only of what differs."""
        before, self._props = self._props, derive(state)
        self._queues.show(self._props.queues)
        self._languages.show(self._props.languages)
        emit_changes(self, before, self._props)

    @Property(QObject, notify=queuesChanged)
    def queues(self) -> QObject:
        return self._queues

    @Property(QObject, notify=languagesChanged)
    def languages(self) -> QObject:
        return self._languages

    @Property(int, notify=queuesChanged)
    def queueCount(self) -> int:
        return len(self._props.queues)

    @Property(int, notify=languagesChanged)
    def languageCount(self) -> int:
        return len(self._props.languages)

    @Property(int, notify=screenChanged)
    def screen(self) -> int:
        return self._props.screen.value

    @Property(str, notify=branchNameChanged)
    def branchName(self) -> str:
        return self._props.branch_name

    @Property(int, notify=connectionChanged)
    def connection(self) -> int:
        return self._props.connection

    @Property(str, notify=asOfChanged)
    def asOf(self) -> str:
        return self._props.as_of

    @Property(bool, notify=contrastChanged)
    def contrast(self) -> bool:
        return self._props.contrast

    @Property(bool, notify=busyChanged)
    def busy(self) -> bool:
        return self._props.busy

    @Property(int, notify=desksOpenChanged)
    def deskCount(self) -> int:
        return len(self._props.desks_open)

    @Property(str, notify=desksOpenChanged)
    def desksOpen(self) -> str:
        return ", ".join(map(str, self._props.desks_open))

    @Property(bool, notify=missedChanged)
    def missed(self) -> bool:
        return self._props.missed

    @Property(str, notify=labelChanged)
    def label(self) -> str:
        return self._props.label

    @Property(str, notify=letterChanged)
    def letter(self) -> str:
        return self._props.letter

    @Property(int, notify=ordinalChanged)
    def ordinal(self) -> int:
        return self._props.ordinal

    @Property(str, notify=queueNameChanged)
    def queueName(self) -> str:
        return self._props.queue_name

    @Property(int, notify=aheadChanged)
    def ahead(self) -> int:
        return self._props.ahead

    @Property(int, notify=lowMinChanged)
    def lowMin(self) -> int:
        return self._props.low_min

    @Property(int, notify=highMinChanged)
    def highMin(self) -> int:
        return self._props.high_min

    @Property(str, notify=ticketUrlChanged)
    def ticketUrl(self) -> str:
        return self._props.ticket_url

    @Property(str, notify=problemTypeChanged)
    def problemType(self) -> str:
        return self._props.problem_type

    @Property(str, notify=problemDetailChanged)
    def problemDetail(self) -> str:
        return self._props.problem_detail

    @Property(str, notify=opensAtChanged)
    def opensAt(self) -> str:
        return self._props.opens_at

    @Property(int, notify=opensInDaysChanged)
    def opensInDays(self) -> int:
        return self._props.opens_in_days

    @Property(int, notify=opensWeekdayChanged)
    def opensWeekday(self) -> int:
        return self._props.opens_weekday
