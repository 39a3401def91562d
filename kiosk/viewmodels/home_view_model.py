"""The first screen: the queues to tap."""

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from kiosk.grouping import GroupRow
from kiosk.props import HomeProps, QueueRow
from shared.qt.rows import Rows

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class HomeViewModel(QObject):
    """Shows one `HomeProps` after another."""

    queueTapped = Signal(str)
    groupTapped = Signal(int)
    backTapped = Signal()
    helpTapped = Signal()

    queuesChanged = Signal()
    groupsChanged = Signal()
    inGroupChanged = Signal()
    changingChanged = Signal()
    joinUrlChanged = Signal()
    deskCountChanged = Signal()
    nextPageChanged = Signal()
    moreChanged = Signal()
    noticeChanged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._props = HomeProps()
        self._queues = Rows(QueueRow, "slug", self)
        self._groups = Rows(GroupRow, "group", self)

    @property
    def props(self) -> HomeProps:
        """What is shown."""
        return self._props

    def take(self, props: HomeProps) -> None:
        """Have this to show; `show_together` tells QML what differs."""
        self._props = props
        self._queues.show(props.queues)
        self._groups.show(props.groups)

    @Property(QObject, notify=queuesChanged)
    def queues(self) -> QObject:
        return self._queues

    @Property(int, notify=queuesChanged)
    def queueCount(self) -> int:
        return len(self._props.queues)

    @Property(QObject, notify=groupsChanged)
    def groups(self) -> QObject:
        return self._groups

    @Property(int, notify=groupsChanged)
    def groupCount(self) -> int:
        return len(self._props.groups)

    @Property(bool, notify=inGroupChanged)
    def inGroup(self) -> bool:
        return self._props.in_group

    @Property(str, notify=changingChanged)
    def changing(self) -> str:
        return self._props.changing

    @Property(str, notify=joinUrlChanged)
    def joinUrl(self) -> str:
        return self._props.join_url

    @Property(int, notify=deskCountChanged)
    def deskCount(self) -> int:
        return self._props.desk_count

    @Property(str, notify=queuesChanged)
    def namesAloud(self) -> str:
        return ". ".join(
            [row.names for row in self._props.groups]
            + [row.name for row in self._props.queues]
        )

    @Property(int, notify=nextPageChanged)
    def nextPage(self) -> int:
        return self._props.next_page

    @Property(int, notify=moreChanged)
    def more(self) -> int:
        return self._props.more

    @Property(str, notify=noticeChanged)
    def notice(self) -> str:
        return self._props.notice
