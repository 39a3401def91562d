"""How a program stands with its server, for QML: `Link.LinkState.Live`."""

from PySide6.QtCore import QEnum, QObject
from PySide6.QtQml import QmlElement

from shared.wire import link

QML_IMPORT_NAME = "TakeANumber.Server"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Link(QObject):
    """Where QML finds the states."""

    LinkState = QEnum(link.LinkState)
