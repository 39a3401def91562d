"""The screen on which a servicer works."""

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from servicer.props import (
    AdviceRow,
    ChoiceRow,
    ClassRow,
    DeskProps,
    FoundRow,
    HelpRow,
    LanguageRow,
    PlaceRow,
    QueueRow,
    TicketRow,
)
from servicer.terms import Asks, Deed
from servicer.viewmodels.notice_view_model import NoticeViewModel
from shared.qt.props import emit_changes
from shared.qt.rows import Rows

QML_IMPORT_NAME = "Servicer.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class DeskViewModel(QObject):
    """Shows one `DeskProps` after another; QML calls `pressed` with a `Terms.Deed`.

    What needs a word or a choice comes by `asked`: the deed, a text, and a number. A walk-in comes with queue, priority, language, note, and
    whether they are served at once; what everybody is told, by language, with minutes.
    """

    pressed = Signal(int)
    asked = Signal(int, str, int)
    walkedIn = Signal(str, str, str, str, bool)
    saidToAll = Signal(dict, int)
    searched = Signal(str)
    alertAlwaysChosen = Signal(bool)
    declined = Signal(str)

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
    unansweredChanged = Signal()
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
    overdueMinChanged = Signal()
    shutChanged = Signal()
    reasonChanged = Signal()
    helpChanged = Signal()
    helpDesksChanged = Signal()
    helperChanged = Signal()
    helperDeskChanged = Signal()
    staffCallByChanged = Signal()
    staffCallReasonChanged = Signal()
    staffCallMinChanged = Signal()
    lentChanged = Signal()
    undoChanged = Signal()
    undoLabelChanged = Signal()
    undoSChanged = Signal()
    deskNameChanged = Signal()
    branchNameChanged = Signal()
    spotChanged = Signal()
    waitedMinChanged = Signal()
    speaksChanged = Signal()
    priorityChanged = Signal()
    prioritySaidChanged = Signal()
    doneLabelChanged = Signal()
    elsewhereWaitingChanged = Signal()
    mineWaitingChanged = Signal()
    sentWaitingChanged = Signal()
    sentLongestMinChanged = Signal()
    messageChanged = Signal()
    messageUntilChanged = Signal()
    alertAlwaysChanged = Signal()
    searchChanged = Signal()
    searchingChanged = Signal()
    mineChanged = Signal()
    elsewhereChanged = Signal()
    missedChanged = Signal()
    helpWantedChanged = Signal()
    helpCallsChanged = Signal()
    adviceChanged = Signal()
    newcomersMinChanged = Signal()
    usualLowMinChanged = Signal()
    usualHighMinChanged = Signal()
    classesChanged = Signal()
    foundChanged = Signal()
    sendPlacesChanged = Signal()
    languagesChanged = Signal()
    noticeChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._props = DeskProps()
        self._at_once = (Deed.Nothing, Asks.Nothing, 0, "")
        self._others = Rows(ChoiceRow, "deed", self)
        self._queues = Rows(QueueRow, "slug", self)
        self._line = Rows(TicketRow, "id", self)
        self._held = Rows(TicketRow, "id", self)
        self._stranded = Rows(TicketRow, "id", self)
        self._places = Rows(PlaceRow, "key", self)
        self._mine = Rows(QueueRow, "slug", self)
        self._elsewhere = Rows(QueueRow, "slug", self)
        self._missed = Rows(TicketRow, "id", self)
        self._help_calls = Rows(HelpRow, "key", self)
        self._advice = Rows(AdviceRow, "key", self)
        self._classes = Rows(ClassRow, "key", self)
        self._languages = Rows(LanguageRow, "tag", self)
        self._found = Rows(FoundRow, "id", self)
        self._send_places = Rows(PlaceRow, "key", self)
        self._notice = NoticeViewModel(self)

    def ask_at_once(self, deed: Deed, asks: Asks, ticket: int, label: str) -> None:
        """Show this sheet as soon as the screen is there, for pictures."""
        self._at_once = (deed, asks, ticket, label)

    @Property(int, constant=True)
    def deedAtOnce(self) -> int:
        return self._at_once[0].value

    @Property(int, constant=True)
    def asksAtOnce(self) -> int:
        return self._at_once[1].value

    @Property(int, constant=True)
    def ticketAtOnce(self) -> int:
        return self._at_once[2]

    @Property(str, constant=True)
    def labelAtOnce(self) -> str:
        return self._at_once[3]

    def become(self, props: DeskProps) -> None:
        """Show this; QML hears only of what differs."""
        before, self._props = self._props, props
        self._others.show(props.others)
        self._queues.show(props.queues)
        self._line.show(props.line)
        self._held.show(props.held)
        self._stranded.show(props.stranded)
        self._places.show(props.places)
        self._mine.show(props.mine)
        self._elsewhere.show(props.elsewhere)
        self._missed.show(props.missed)
        self._help_calls.show(props.help_calls)
        self._advice.show(props.advice)
        self._classes.show(props.classes)
        self._languages.show(props.languages)
        self._found.show(props.found)
        self._send_places.show(props.send_places)
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

    @Property(bool, notify=unansweredChanged)
    def unanswered(self) -> bool:
        return self._props.unanswered

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

    @Property(int, notify=overdueMinChanged)
    def overdueMin(self) -> int:
        return self._props.overdue_min

    @Property(bool, notify=shutChanged)
    def shut(self) -> bool:
        return self._props.shut

    @Property(str, notify=reasonChanged)
    def reason(self) -> str:
        return self._props.reason

    @Property(bool, notify=helpChanged)
    def help(self) -> bool:
        return self._props.help

    @Property(str, notify=helpDesksChanged)
    def helpDesks(self) -> str:
        return self._props.help_desks

    @Property(str, notify=helperChanged)
    def helper(self) -> str:
        return self._props.helper

    @Property(int, notify=helperDeskChanged)
    def helperDesk(self) -> int:
        return self._props.helper_desk

    @Property(str, notify=staffCallByChanged)
    def staffCallBy(self) -> str:
        return self._props.staff_call_by

    @Property(str, notify=staffCallReasonChanged)
    def staffCallReason(self) -> str:
        return self._props.staff_call_reason

    @Property(int, notify=staffCallMinChanged)
    def staffCallMin(self) -> int:
        return self._props.staff_call_min

    @Property(str, notify=lentChanged)
    def lent(self) -> str:
        return self._props.lent

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

    @Property(str, notify=deskNameChanged)
    def deskName(self) -> str:
        return self._props.desk_name

    @Property(str, notify=branchNameChanged)
    def branchName(self) -> str:
        return self._props.branch_name

    @Property(int, notify=spotChanged)
    def spot(self) -> int:
        return self._props.spot.value

    @Property(int, notify=waitedMinChanged)
    def waitedMin(self) -> int:
        return self._props.waited_min

    @Property(str, notify=speaksChanged)
    def speaks(self) -> str:
        return self._props.speaks

    @Property(str, notify=priorityChanged)
    def priority(self) -> str:
        return self._props.priority

    @Property(str, notify=prioritySaidChanged)
    def prioritySaid(self) -> str:
        return self._props.priority_said

    @Property(str, notify=doneLabelChanged)
    def doneLabel(self) -> str:
        return self._props.done_label

    @Property(int, notify=elsewhereWaitingChanged)
    def elsewhereWaiting(self) -> int:
        return self._props.elsewhere_waiting

    @Property(str, notify=mineWaitingChanged)
    def mineWaiting(self) -> str:
        return self._props.mine_waiting

    @Property(int, notify=sentWaitingChanged)
    def sentWaiting(self) -> int:
        return self._props.sent_waiting

    @Property(int, notify=sentLongestMinChanged)
    def sentLongestMin(self) -> int:
        return self._props.sent_longest_min

    @Property(str, notify=messageChanged)
    def message(self) -> str:
        return self._props.message

    @Property(str, notify=messageUntilChanged)
    def messageUntil(self) -> str:
        return self._props.message_until

    @Property(bool, notify=alertAlwaysChanged)
    def alertAlways(self) -> bool:
        return self._props.alert_always

    @Property(str, notify=searchChanged)
    def search(self) -> str:
        return self._props.search

    @Property(bool, notify=searchingChanged)
    def searching(self) -> bool:
        return self._props.searching

    @Property(QObject, notify=mineChanged)
    def mine(self) -> QObject:
        return self._mine

    @Property(QObject, notify=elsewhereChanged)
    def elsewhere(self) -> QObject:
        return self._elsewhere

    @Property(QObject, notify=missedChanged)
    def missed(self) -> QObject:
        return self._missed

    @Property(QObject, notify=helpCallsChanged)
    def helpCalls(self) -> QObject:
        return self._help_calls

    @Property(QObject, notify=adviceChanged)
    def advice(self) -> QObject:
        return self._advice

    @Property(int, notify=adviceChanged)
    def adviceCount(self) -> int:
        return len(self._props.advice)

    @Property(int, notify=newcomersMinChanged)
    def newcomersMin(self) -> int:
        return self._props.newcomers_min

    @Property(int, notify=usualLowMinChanged)
    def usualLowMin(self) -> int:
        return self._props.usual_low_min

    @Property(int, notify=usualHighMinChanged)
    def usualHighMin(self) -> int:
        return self._props.usual_high_min

    @Property(QObject, notify=classesChanged)
    def classes(self) -> QObject:
        return self._classes

    @Property(QObject, notify=foundChanged)
    def found(self) -> QObject:
        return self._found

    @Property(QObject, notify=sendPlacesChanged)
    def sendPlaces(self) -> QObject:
        return self._send_places

    @Property(QObject, notify=languagesChanged)
    def languages(self) -> QObject:
        return self._languages

    @Property(int, notify=languagesChanged)
    def languagesCount(self) -> int:
        return len(self._props.languages)

    @Property(int, notify=missedChanged)
    def missedCount(self) -> int:
        return len(self._props.missed)

    @Property(str, notify=helpWantedChanged)
    def helpWanted(self) -> str:
        return self._props.help_wanted

    @Property(int, notify=helpCallsChanged)
    def helpCallsCount(self) -> int:
        return len(self._props.help_calls)

    @Property(int, notify=foundChanged)
    def foundCount(self) -> int:
        return len(self._props.found)

    @Property(int, notify=classesChanged)
    def classesCount(self) -> int:
        return len(self._props.classes)

    @Property(NoticeViewModel, notify=noticeChanged)
    def notice(self) -> NoticeViewModel:
        return self._notice
