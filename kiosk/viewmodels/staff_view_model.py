"""The door for staff, and what is behind it."""

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.props import StaffProps

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class StaffViewModel(QObject):
    """Shows one `StaffProps` after another."""

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
    pinTypedChanged = Signal()
    pinWrongChanged = Signal()
    pinLockedChanged = Signal()
    paperChanged = Signal()
    cardPxPerMmChanged = Signal()

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        has_door: bool = False,
        prints: bool = False,
    ) -> None:
        super().__init__(parent)
        self._has_door = has_door
        self._prints = prints
        self._props = StaffProps()

    @property
    def props(self) -> StaffProps:
        """What is shown."""
        return self._props

    def take(self, props: StaffProps) -> None:
        """Have this to show; `show_together` tells QML what differs."""
        self._props = props

    @Property(int, notify=pinTypedChanged)
    def pinTyped(self) -> int:
        return self._props.pin_typed

    @Property(bool, notify=pinWrongChanged)
    def pinWrong(self) -> bool:
        return self._props.pin_wrong

    @Property(bool, notify=pinLockedChanged)
    def pinLocked(self) -> bool:
        return self._props.pin_locked

    @Property(int, notify=paperChanged)
    def paper(self) -> int:
        return self._props.paper.value

    @Property(float, notify=cardPxPerMmChanged)
    def cardPxPerMm(self) -> float:
        return self._props.card_px_per_mm

    @Property(bool, notify=equipmentChanged)
    def hasDoor(self) -> bool:
        return self._has_door

    @Property(bool, notify=equipmentChanged)
    def prints(self) -> bool:
        return self._prints
