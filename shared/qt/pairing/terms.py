"""The words of pairing for QML: `Terms.Shown.…`."""

from PySide6.QtCore import QEnum, QObject
from PySide6.QtQml import QmlElement

from shared.pairing import terms

QML_IMPORT_NAME = "TakeANumber.PairingModel"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Terms(QObject):
    """Where QML finds them."""

    Face = QEnum(terms.Face)
    Shown = QEnum(terms.Shown)
    Wrong = QEnum(terms.Wrong)
    Why = QEnum(terms.Why)
