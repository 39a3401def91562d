"""The number that is waited for, and the one that was given."""

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.props import TicketProps

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class TicketViewModel(QObject):
    """Shows one `TicketProps` after another."""

    changeTapped = Signal()
    reprintTapped = Signal()
    tryAgainTapped = Signal()
    cancelTapped = Signal()

    letterChanged = Signal()
    ordinalChanged = Signal()
    queueNameChanged = Signal()
    missedChanged = Signal()
    leftSChanged = Signal()
    keepsChanged = Signal()
    labelChanged = Signal()
    aheadChanged = Signal()
    lowMinChanged = Signal()
    highMinChanged = Signal()
    ticketUrlChanged = Signal()
    gaveBackChanged = Signal()
    mayChangeChanged = Signal()
    nextChanged = Signal()
    nobodyServesChanged = Signal()
    paperChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._props = TicketProps()

    @property
    def props(self) -> TicketProps:
        """What is shown."""
        return self._props

    def take(self, props: TicketProps) -> None:
        """Have this to show; `show_together` tells QML what differs."""
        self._props = props

    @Property(str, notify=letterChanged)
    def letter(self) -> str:
        return self._props.letter

    @Property(int, notify=ordinalChanged)
    def ordinal(self) -> int:
        return self._props.ordinal

    @Property(str, notify=queueNameChanged)
    def queueName(self) -> str:
        return self._props.queue_name

    @Property(bool, notify=missedChanged)
    def missed(self) -> bool:
        return self._props.missed

    @Property(str, notify=labelChanged)
    def label(self) -> str:
        return self._props.label

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

    @Property(str, notify=gaveBackChanged)
    def gaveBack(self) -> str:
        return self._props.gave_back

    @Property(bool, notify=mayChangeChanged)
    def mayChange(self) -> bool:
        return self._props.may_change

    @Property(int, notify=paperChanged)
    def paper(self) -> int:
        return self._props.paper.value

    @Property(int, notify=leftSChanged)
    def leftS(self) -> int:
        return self._props.left_s

    @Property(str, notify=keepsChanged)
    def keeps(self) -> str:
        return self._props.keeps

    @Property(bool, notify=nextChanged)
    def next(self) -> bool:
        return self._props.next

    @Property(bool, notify=nobodyServesChanged)
    def nobodyServes(self) -> bool:
        return self._props.nobody_serves
