"""The view model of the pairing screen."""

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

import shared.qt.pairing.terms  # noqa: F401  # registers the words for QML
from shared.pairing.derive import derive
from shared.pairing.props import PairingProps, ServerRow, SpokenRow
from shared.pairing.state import PairingState
from shared.qt.props import emit_changes
from shared.qt.rows import Rows

QML_IMPORT_NAME = "TakeANumber.PairingModel"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PairingViewModel(QObject):
    """Shows one `PairingState` after another."""

    serverChosen = Signal(str)
    anotherWanted = Signal()
    typingWanted = Signal()
    searchWanted = Signal()
    textTyped = Signal(str)
    addressGiven = Signal()
    languageChosen = Signal(str)
    askedAnew = Signal()

    faceChanged = Signal()
    lockedChanged = Signal()
    shownChanged = Signal()
    whyChanged = Signal()
    codeChanged = Signal()
    linkChanged = Signal()
    addressChanged = Signal()
    serverChanged = Signal()
    leftSChanged = Signal()
    awayChanged = Signal()
    fingerprintChanged = Signal()
    mayChangeChanged = Signal()
    typedChanged = Signal()
    wrongChanged = Signal()
    detailChanged = Signal()
    nameChanged = Signal()
    serversChanged = Signal()
    languagesChanged = Signal()

    def __init__(self, parent: QObject | None = None, *, locked: bool = False) -> None:
        super().__init__(parent)
        self._locked = locked
        self._props = PairingProps()
        self._servers = Rows(ServerRow, "url", self)
        self._languages = Rows(SpokenRow, "code", self)

    @property
    def props(self) -> PairingProps:
        """What is shown."""
        return self._props

    def become(self, state: PairingState) -> None:
        """Show this state; QML hears only of what differs."""
        before, self._props = self._props, derive(state)
        self._servers.show(self._props.servers)
        self._languages.show(self._props.languages)
        emit_changes(self, before, self._props)

    @Property(int, notify=faceChanged)
    def face(self) -> int:
        return self._props.face.value

    @Property(bool, notify=lockedChanged)
    def locked(self) -> bool:
        return self._locked

    @Property(int, notify=shownChanged)
    def shown(self) -> int:
        return self._props.shown.value

    @Property(int, notify=whyChanged)
    def why(self) -> int:
        return self._props.why.value

    @Property(str, notify=codeChanged)
    def code(self) -> str:
        return self._props.code

    @Property(str, notify=linkChanged)
    def link(self) -> str:
        return self._props.link

    @Property(str, notify=addressChanged)
    def address(self) -> str:
        return self._props.address

    @Property(str, notify=serverChanged)
    def server(self) -> str:
        return self._props.server

    @Property(int, notify=leftSChanged)
    def leftS(self) -> int:
        return self._props.left_s

    @Property(bool, notify=awayChanged)
    def away(self) -> bool:
        return self._props.away

    @Property(str, notify=fingerprintChanged)
    def fingerprint(self) -> str:
        return self._props.fingerprint

    @Property(bool, notify=mayChangeChanged)
    def mayChange(self) -> bool:
        return self._props.may_change

    @Property(str, notify=typedChanged)
    def typed(self) -> str:
        return self._props.typed

    @Property(int, notify=wrongChanged)
    def wrong(self) -> int:
        return self._props.wrong.value

    @Property(str, notify=detailChanged)
    def detail(self) -> str:
        return self._props.detail

    @Property(str, notify=nameChanged)
    def name(self) -> str:
        return self._props.name

    @Property(QObject, notify=serversChanged)
    def servers(self) -> QObject:
        return self._servers

    @Property(int, notify=serversChanged)
    def serverCount(self) -> int:
        return len(self._props.servers)

    @Property(QObject, notify=languagesChanged)
    def languages(self) -> QObject:
        return self._languages
