"""The kiosk's words for QML: `Terms.Shown.…`."""

from PySide6.QtCore import QEnum, QObject
from PySide6.QtQml import QmlElement

from kiosk import terms

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Terms(QObject):
    """Where QML finds them."""

    Shown = QEnum(terms.Shown)
    Openness = QEnum(terms.Openness)
    Paper = QEnum(terms.Paper)
