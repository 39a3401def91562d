"""The kiosk's one view model: what is shown, and what a customer tapped."""

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

import kiosk.viewmodels.terms  # noqa: F401  # registers the words for QML
from kiosk.derive import KioskProps, LanguageRow, QueueRow, derive
from kiosk.grouping import GroupRow
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
    touched = Signal()
    groupTapped = Signal(int)
    backTapped = Signal()
    largerTapped = Signal()
    lowerTapped = Signal()
    speakTapped = Signal()
    toldAloud = Signal(str)
    changeTapped = Signal()
    reprintTapped = Signal()
    cornerHeld = Signal()
    digitTapped = Signal(str)
    digitErased = Signal()
    closeTapped = Signal()
    testPrintTapped = Signal()
    calibrateTapped = Signal()
    cardResized = Signal(float)
    cardMatched = Signal()

    # What a kiosk is equipped with stays; qmllint wants to hear that it could change.
    equipmentChanged = Signal()
    screenChanged = Signal()
    branchNameChanged = Signal()
    linkChanged = Signal()
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
    joinUrlChanged = Signal()
    problemTypeChanged = Signal()
    problemDetailChanged = Signal()
    fullTodayChanged = Signal()
    opensAtChanged = Signal()
    opensInDaysChanged = Signal()
    opensWeekdayChanged = Signal()
    groupsChanged = Signal()
    inGroupChanged = Signal()
    largerChanged = Signal()
    lowerChanged = Signal()
    speakingChanged = Signal()
    warnedChanged = Signal()
    changingChanged = Signal()
    gaveBackChanged = Signal()
    mayChangeChanged = Signal()
    paperChanged = Signal()
    pinTypedChanged = Signal()
    pinWrongChanged = Signal()
    pinLockedChanged = Signal()
    pxPerMmChanged = Signal()
    cardPxPerMmChanged = Signal()

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        speaks: bool = False,
        has_staff_door: bool = False,
        prints: bool = False,
        locked: bool = False,
    ) -> None:
        super().__init__(parent)
        self._speaks = speaks
        self._has_staff_door = has_staff_door
        self._prints = prints
        self._locked = locked
        self._props = KioskProps()
        self._queues = Rows(QueueRow, "slug", self)
        self._groups = Rows(GroupRow, "group", self)
        self._languages = Rows(LanguageRow, "code", self)

    @property
    def props(self) -> KioskProps:
        """What is shown."""
        return self._props

    def become(self, state: KioskState) -> None:
        """Show this state; QML hears only of what differs."""
        before, self._props = self._props, derive(state)
        self._queues.show(self._props.queues)
        self._groups.show(self._props.groups)
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

    @Property(int, notify=linkChanged)
    def link(self) -> int:
        return self._props.link

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

    @Property(str, notify=joinUrlChanged)
    def joinUrl(self) -> str:
        return self._props.join_url

    @Property(str, notify=problemTypeChanged)
    def problemType(self) -> str:
        return self._props.problem_type

    @Property(str, notify=problemDetailChanged)
    def problemDetail(self) -> str:
        return self._props.problem_detail

    @Property(bool, notify=fullTodayChanged)
    def fullToday(self) -> bool:
        return self._props.full_today

    @Property(str, notify=opensAtChanged)
    def opensAt(self) -> str:
        return self._props.opens_at

    @Property(int, notify=opensInDaysChanged)
    def opensInDays(self) -> int:
        return self._props.opens_in_days

    @Property(int, notify=opensWeekdayChanged)
    def opensWeekday(self) -> int:
        return self._props.opens_weekday

    @Property(QObject, notify=groupsChanged)
    def groups(self) -> QObject:
        return self._groups

    @Property(int, notify=groupsChanged)
    def groupCount(self) -> int:
        return len(self._props.groups)

    @Property(bool, notify=inGroupChanged)
    def inGroup(self) -> bool:
        return self._props.in_group

    @Property(bool, notify=largerChanged)
    def larger(self) -> bool:
        return self._props.larger

    @Property(bool, notify=lowerChanged)
    def lower(self) -> bool:
        return self._props.lower

    @Property(bool, notify=speakingChanged)
    def speaking(self) -> bool:
        return self._props.speaking

    @Property(bool, notify=warnedChanged)
    def warned(self) -> bool:
        return self._props.warned

    @Property(str, notify=changingChanged)
    def changing(self) -> str:
        return self._props.changing

    @Property(str, notify=gaveBackChanged)
    def gaveBack(self) -> str:
        return self._props.gave_back

    @Property(bool, notify=mayChangeChanged)
    def mayChange(self) -> bool:
        return self._props.may_change

    @Property(int, notify=paperChanged)
    def paper(self) -> int:
        return self._props.paper

    @Property(int, notify=pinTypedChanged)
    def pinTyped(self) -> int:
        return self._props.pin_typed

    @Property(bool, notify=pinWrongChanged)
    def pinWrong(self) -> bool:
        return self._props.pin_wrong

    @Property(bool, notify=pinLockedChanged)
    def pinLocked(self) -> bool:
        return self._props.pin_locked

    @Property(float, notify=pxPerMmChanged)
    def pxPerMm(self) -> float:
        return self._props.px_per_mm

    @Property(float, notify=cardPxPerMmChanged)
    def cardPxPerMm(self) -> float:
        return self._props.card_px_per_mm

    @Property(bool, notify=equipmentChanged)
    def speaks(self) -> bool:
        return self._speaks

    @Property(bool, notify=equipmentChanged)
    def hasStaffDoor(self) -> bool:
        return self._has_staff_door

    @Property(bool, notify=equipmentChanged)
    def prints(self) -> bool:
        return self._prints

    @Property(bool, notify=equipmentChanged)
    def locked(self) -> bool:
        return self._locked

    @Property(str, notify=queuesChanged)
    def namesAloud(self) -> str:
        return ". ".join(
            [row.names for row in self._props.groups]
            + [row.name for row in self._props.queues]
        )
