"""The pairing screen's window, and what it shows for good in a picture."""

from collections.abc import Mapping

from PySide6.QtCore import QObject

from shared.pairing.state import PairingState
from shared.qt.pairing.pairing_view_model import PairingViewModel

WINDOW = ("TakeANumber.Pairing", "PairingWindow")


def still(state: PairingState) -> Mapping[str, QObject]:
    """Return the view models that show one state for good."""
    view_model = PairingViewModel()
    view_model.become(state)
    return {"pairing": view_model}
