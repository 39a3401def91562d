"""The screen on which a servicer works."""

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from servicer.props import ChoiceRow, DeskProps, PlaceRow, QueueRow, TicketRow
from servicer.viewmodels.notice_view_model import NoticeViewModel
from shared.qt.props import emit_changes
from shared.qt.rows import Rows

QML_IMPORT_NAME = "Servicer.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class DeskViewModel(QObject):
    """Shows one `DeskProps` after another; QML calls `pressed` with a `Terms.Deed`.

    What needs a word or a choice comes by `asked`: the deed, a text, and a number.
    """

    pressed = Signal(int)
    asked = Signal(int, str, int)

    deskChanged = Signal()
    servicerChanged = Signal()
    phaseChanged = Signal()
    labelChanged = Signal()
    queueNameChanged = Signal()
    queueLetterChanged = Signal()
    queueOrdinalChanged = Signal()
    elapsedSChanged = Signal()
    callsChanged = Signal()
    waitingChanged = Signal()
    longestMinChanged = Signal()
    awayChanged = Signal()
    busyChanged = Signal()
    keptChanged = Signal()
    arrivalChanged = Signal()
    primaryChanged = Signal()
    othersChanged = Signal()
    queuesChanged = Signal()
    lineChanged = Signal()
    heldChanged = Signal()
    strandedChanged = Signal()
    strandedCountChanged = Signal()
    placesChanged = Signal()
    noteChanged = Signal()
    onMyWayChanged = Signal()
    unprintedChanged = Signal()
    storedChanged = Signal()
    backAtChanged = Signal()
    reasonChanged = Signal()
    helpChanged = Signal()
    helpDesksChanged = Signal()
    undoChanged = Signal()
    undoLabelChanged = Signal()
    undoSChanged = Signal()
    noticeChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._props = DeskProps()
        self._others = Rows(ChoiceRow, "deed", self)
        self._queues = Rows(QueueRow, "slug", self)
        self._line = Rows(TicketRow, "id", self)
        self._held = Rows(TicketRow, "id", self)
        self._stranded = Rows(TicketRow, "id", self)
        self._places = Rows(PlaceRow, "key", self)
        self._notice = NoticeViewModel(self)

    def become(self, props: DeskProps) -> None:
        """Show this; QML hears only of what differs."""
        before, self._props = self._props, props
        self._others.show(props.others)
        self._queues.show(props.queues)
        self._line.show(props.line)
        self._held.show(props.held)
        self._stranded.show(props.stranded)
        self._places.show(props.places)
        self._notice.become(props.notice)
        emit_changes(self, before, props)

    @Property(int, notify=deskChanged)
    def desk(self) -> int:
        return self._props.desk

    @Property(str, notify=servicerChanged)
    def servicer(self) -> str:
        return self._props.servicer

    @Property(int, notify=phaseChanged)
    def phase(self) -> int:
        return self._props.phase.value

    @Property(str, notify=labelChanged)
    def label(self) -> str:
        return self._props.label

    @Property(str, notify=queueNameChanged)
    def queueName(self) -> str:
        return self._props.queue_name

    @Property(str, notify=queueLetterChanged)
    def queueLetter(self) -> str:
        return self._props.queue_letter

    @Property(int, notify=queueOrdinalChanged)
    def queueOrdinal(self) -> int:
        return self._props.queue_ordinal

    @Property(int, notify=elapsedSChanged)
    def elapsedS(self) -> int:
        return self._props.elapsed_s

    @Property(int, notify=callsChanged)
    def calls(self) -> int:
        return self._props.calls

    @Property(int, notify=waitingChanged)
    def waiting(self) -> int:
        return self._props.waiting

    @Property(int, notify=longestMinChanged)
    def longestMin(self) -> int:
        return self._props.longest_min

    @Property(bool, notify=awayChanged)
    def away(self) -> bool:
        return self._props.away

    @Property(int, notify=busyChanged)
    def busy(self) -> int:
        return self._props.busy.value

    @Property(bool, notify=keptChanged)
    def kept(self) -> bool:
        return self._props.kept

    @Property(str, notify=arrivalChanged)
    def arrival(self) -> str:
        return self._props.arrival

    @Property(int, notify=primaryChanged)
    def primaryDeed(self) -> int:
        return self._props.primary.deed.value

    @Property(bool, notify=primaryChanged)
    def primaryEnabled(self) -> bool:
        return self._props.primary.enabled

    @Property(bool, notify=primaryChanged)
    def primaryListening(self) -> bool:
        return self._props.primary.listening

    @Property(QObject, notify=othersChanged)
    def others(self) -> QObject:
        return self._others

    @Property(QObject, notify=queuesChanged)
    def queues(self) -> QObject:
        return self._queues

    @Property(QObject, notify=lineChanged)
    def line(self) -> QObject:
        return self._line

    @Property(QObject, notify=heldChanged)
    def held(self) -> QObject:
        return self._held

    @Property(QObject, notify=placesChanged)
    def places(self) -> QObject:
        return self._places

    @Property(str, notify=noteChanged)
    def note(self) -> str:
        return self._props.note

    @Property(bool, notify=onMyWayChanged)
    def onMyWay(self) -> bool:
        return self._props.on_my_way

    @Property(str, notify=unprintedChanged)
    def unprinted(self) -> str:
        return self._props.unprinted

    @Property(bool, notify=storedChanged)
    def stored(self) -> bool:
        return self._props.stored

    @Property(str, notify=backAtChanged)
    def backAt(self) -> str:
        return self._props.back_at

    @Property(str, notify=reasonChanged)
    def reason(self) -> str:
        return self._props.reason

    @Property(bool, notify=helpChanged)
    def help(self) -> bool:
        return self._props.help

    @Property(str, notify=helpDesksChanged)
    def helpDesks(self) -> str:
        return self._props.help_desks

    @Property(int, notify=undoChanged)
    def undo(self) -> int:
        return self._props.undo.value

    @Property(str, notify=undoLabelChanged)
    def undoLabel(self) -> str:
        return self._props.undo_label

    @Property(int, notify=undoSChanged)
    def undoS(self) -> int:
        return self._props.undo_s

    @Property(QObject, notify=strandedChanged)
    def stranded(self) -> QObject:
        return self._stranded

    @Property(int, notify=strandedCountChanged)
    def strandedCount(self) -> int:
        return self._props.stranded_count

    @Property(int, notify=heldChanged)
    def heldCount(self) -> int:
        return len(self._props.held)

    @Property(NoticeViewModel, notify=noticeChanged)
    def notice(self) -> NoticeViewModel:
        return self._notice
