"""Which screen the console shows, and how it stands with the server."""

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from servicer.props import ConsoleProps
from shared.qt.props import emit_changes

QML_IMPORT_NAME = "Servicer.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class ConsoleViewModel(QObject):
    """Shows one `ConsoleProps` after another."""

    screenChanged = Signal()
    linkChanged = Signal()
    asOfChanged = Signal()
    branchNameChanged = Signal()
    accentChanged = Signal()
    unpairedChanged = Signal()
    spotChanged = Signal()
    wrongRoleChanged = Signal()
    lostChanged = Signal()
    mayFindChanged = Signal()

    findWanted = Signal()

    def __init__(self, parent: QObject | None = None, *, may_find: bool = True) -> None:
        super().__init__(parent)
        self._may_find = may_find
        self._props = ConsoleProps()

    def become(self, props: ConsoleProps) -> None:
        """Show this; QML hears only of what differs."""
        before, self._props = self._props, props
        emit_changes(self, before, props)

    @Property(int, notify=screenChanged)
    def screen(self) -> int:
        return self._props.screen.value

    @Property(int, notify=linkChanged)
    def link(self) -> int:
        return self._props.link.value

    @Property(str, notify=asOfChanged)
    def asOf(self) -> str:
        return self._props.as_of

    @Property(str, notify=branchNameChanged)
    def branchName(self) -> str:
        return self._props.branch_name

    @Property(str, notify=accentChanged)
    def accent(self) -> str:
        return self._props.accent

    @Property(int, notify=spotChanged)
    def spot(self) -> int:
        return self._props.spot.value

    @Property(bool, notify=wrongRoleChanged)
    def wrongRole(self) -> bool:
        return self._props.wrong_role

    @Property(bool, notify=lostChanged)
    def lost(self) -> bool:
        return self._props.lost

    @Property(bool, notify=mayFindChanged)
    def mayFind(self) -> bool:
        return self._may_find

    @Property(bool, notify=unpairedChanged)
    def unpaired(self) -> bool:
        return self._props.unpaired
