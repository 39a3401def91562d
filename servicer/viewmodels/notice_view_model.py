"""The one sentence that the servicer is told, in its parts."""

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from servicer.props import NoticeProps
from shared.qt.props import emit_changes

QML_IMPORT_NAME = "Servicer.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class NoticeViewModel(QObject):
    """Shows one `NoticeProps` after another."""

    kindChanged = Signal()
    labelChanged = Signal()
    deskChanged = Signal()
    servicerChanged = Signal()
    secondsChanged = Signal()
    detailChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._props = NoticeProps()

    def become(self, props: NoticeProps) -> None:
        """Show this; QML hears only of what differs."""
        before, self._props = self._props, props
        emit_changes(self, before, props)

    @Property(int, notify=kindChanged)
    def kind(self) -> int:
        return self._props.kind.value

    @Property(str, notify=labelChanged)
    def label(self) -> str:
        return self._props.label

    @Property(int, notify=deskChanged)
    def desk(self) -> int:
        return self._props.desk

    @Property(str, notify=servicerChanged)
    def servicer(self) -> str:
        return self._props.servicer

    @Property(int, notify=secondsChanged)
    def seconds(self) -> int:
        return self._props.seconds

    @Property(str, notify=detailChanged)
    def detail(self) -> str:
        return self._props.detail
