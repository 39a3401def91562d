"""The display's words for QML: `Terms.Shown.…`."""

from PySide6.QtCore import QEnum, QObject
from PySide6.QtQml import QmlElement

from display import terms

QML_IMPORT_NAME = "Display.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Terms(QObject):
    """Where QML finds them."""

    Shown = QEnum(terms.Shown)
    Truth = QEnum(terms.Truth)
