"""The customer's bar: languages, and what makes the screen easier to use."""

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.props import AidsProps, LanguageRow
from shared.qt.rows import Rows

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class AidsViewModel(QObject):
    """Shows one `AidsProps` after another."""

    languageTapped = Signal(str)
    pageTapped = Signal(int)
    contrastTapped = Signal()
    largerTapped = Signal()
    lowerTapped = Signal()
    speakTapped = Signal()

    # What a kiosk is equipped with stays; qmllint wants to hear that it could change.
    equipmentChanged = Signal()
    languagesChanged = Signal()
    nextPageChanged = Signal()
    contrastChanged = Signal()
    largerChanged = Signal()
    lowerChanged = Signal()
    speakingChanged = Signal()

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        speaks: bool = False,
    ) -> None:
        super().__init__(parent)
        self._speaks = speaks
        self._props = AidsProps()
        self._languages = Rows(LanguageRow, "code", self)

    @property
    def props(self) -> AidsProps:
        """What is shown."""
        return self._props

    def take(self, props: AidsProps) -> None:
        """Have this to show; `show_together` tells QML what differs."""
        self._props = props
        self._languages.show(props.languages)

    @Property(QObject, notify=languagesChanged)
    def languages(self) -> QObject:
        return self._languages

    @Property(bool, notify=contrastChanged)
    def contrast(self) -> bool:
        return self._props.contrast

    @Property(bool, notify=largerChanged)
    def larger(self) -> bool:
        return self._props.larger

    @Property(bool, notify=lowerChanged)
    def lower(self) -> bool:
        return self._props.lower

    @Property(bool, notify=speakingChanged)
    def speaking(self) -> bool:
        return self._props.speaking

    @Property(bool, notify=equipmentChanged)
    def speaks(self) -> bool:
        return self._speaks

    @Property(int, notify=nextPageChanged)
    def nextPage(self) -> int:
        return self._props.next_page

    @Property(int, notify=languagesChanged)
    def languageCount(self) -> int:
        return len(self._props.languages)
