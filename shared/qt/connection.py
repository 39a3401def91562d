"""How the program stands with its server."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from PySide6.QtCore import QEnum, QObject
from PySide6.QtQml import QmlElement

from shared.wire.messages import Problem

QML_IMPORT_NAME = "TakeANumber.Server"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Connection(QObject):
    """The states for QML, such as `Connection.State.Live`."""

    @QEnum
    class State(Enum):
        """Live: what is shown is true now. Reconnecting: lost a moment ago. Away: lost for longer."""

        Live = 0
        Reconnecting = 1
        Away = 2


@dataclass(frozen=True, slots=True)
class Standing:
    """How it stands, when the server was last heard (None: never), and why it refuses us, if it does."""

    state: Connection.State = Connection.State.Reconnecting
    last_truth: datetime | None = None
    refusal: Problem | None = None

    @property
    def live(self) -> bool:
        """Whether what is shown is true now."""
        return self.state is Connection.State.Live
