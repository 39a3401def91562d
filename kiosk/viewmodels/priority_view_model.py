"""The classes of priority."""

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.props import PriorityProps, PriorityRow
from shared.qt.rows import Rows

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PriorityViewModel(QObject):
    """Shows one `PriorityProps` after another."""

    asked = Signal()
    chosen = Signal(str)
    declined = Signal()

    classesChanged = Signal()
    offeredChanged = Signal()
    nameChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._props = PriorityProps()
        self._classes = Rows(PriorityRow, "slug", self)

    @property
    def props(self) -> PriorityProps:
        """What is shown."""
        return self._props

    def take(self, props: PriorityProps) -> None:
        """Have this to show; `show_together` tells QML what differs."""
        self._props = props
        self._classes.show(props.classes)

    @Property(QObject, notify=classesChanged)
    def classes(self) -> QObject:
        return self._classes

    @Property(int, notify=classesChanged)
    def classCount(self) -> int:
        return len(self._props.classes)

    @Property(bool, notify=offeredChanged)
    def offered(self) -> bool:
        return self._props.offered

    @Property(str, notify=nameChanged)
    def name(self) -> str:
        return self._props.name
