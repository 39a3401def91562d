"""The console's words for QML: `Terms.Deed.Recall` …"""

from PySide6.QtCore import QEnum, QObject
from PySide6.QtQml import QmlElement

from servicer import terms

QML_IMPORT_NAME = "Servicer.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Terms(QObject):
    """Where QML finds them."""

    Shown = QEnum(terms.Shown)
    Phase = QEnum(terms.Phase)
    Spot = QEnum(terms.Spot)
    Stands = QEnum(terms.Stands)
    Intake = QEnum(terms.Intake)
    Advised = QEnum(terms.Advised)
    Deed = QEnum(terms.Deed)
    Asks = QEnum(terms.Asks)
    Said = QEnum(terms.Said)
