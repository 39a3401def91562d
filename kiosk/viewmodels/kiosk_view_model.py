"""The window: which screen is shown, and what is around it."""

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.props import KioskProps

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class KioskViewModel(QObject):
    """Shows one `KioskProps` after another."""

    touched = Signal()
    doneTapped = Signal()
    toldAloud = Signal(str)

    # What a kiosk is equipped with stays; qmllint wants to hear that it could change.
    equipmentChanged = Signal()
    screenChanged = Signal()
    branchNameChanged = Signal()
    linkChanged = Signal()
    asOfChanged = Signal()
    warnedChanged = Signal()
    pxPerMmChanged = Signal()
    logoChanged = Signal()
    accentChanged = Signal()
    footerChanged = Signal()
    placeChanged = Signal()

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        locked: bool = False,
    ) -> None:
        super().__init__(parent)
        self._locked = locked
        self._props = KioskProps()

    @property
    def props(self) -> KioskProps:
        """What is shown."""
        return self._props

    def take(self, props: KioskProps) -> None:
        """Have this to show; `show_together` tells QML what differs."""
        self._props = props

    @Property(int, notify=screenChanged)
    def screen(self) -> int:
        return self._props.screen.value

    @Property(str, notify=branchNameChanged)
    def branchName(self) -> str:
        return self._props.branch_name

    @Property(int, notify=linkChanged)
    def link(self) -> int:
        return self._props.link.value

    @Property(str, notify=asOfChanged)
    def asOf(self) -> str:
        return self._props.as_of

    @Property(bool, notify=warnedChanged)
    def warned(self) -> bool:
        return self._props.warned

    @Property(float, notify=pxPerMmChanged)
    def pxPerMm(self) -> float:
        return self._props.px_per_mm

    @Property(bool, notify=equipmentChanged)
    def locked(self) -> bool:
        return self._locked

    @Property(str, notify=logoChanged)
    def logo(self) -> str:
        return self._props.logo

    @Property(str, notify=accentChanged)
    def accent(self) -> str:
        return self._props.accent

    @Property(str, notify=footerChanged)
    def footer(self) -> str:
        return self._props.footer

    @Property(str, notify=placeChanged)
    def place(self) -> str:
        return self._props.place
