"""What a manager asks of this device: to be found by its chime and its name, or to print a test."""

import logging
from collections.abc import Callable

from PySide6.QtCore import Property, QObject, QTimer, Signal
from PySide6.QtQml import QmlElement

from shared.qt.client import Answered, Client, Outcome
from shared.qt.events import EventStream
from shared.wire import routes
from shared.wire.pairing import DeviceAsked, DeviceTask, OwnDevice

QML_IMPORT_NAME = "TakeANumber.Server"
QML_IMPORT_MAJOR_VERSION = 1

log = logging.getLogger(__name__)

SHOWN_MS = 8_000
"""How long a device shows its name to who looks for it."""


@QmlElement
class DeviceViewModel(QObject):
    """Which name the device shows large just now; none while nobody looks for it."""

    shownNameChanged = Signal()

    def __init__(self, name: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name

    def show(self, name: str) -> None:
        """Show this name, or with an empty one none."""
        if name != self._name:
            self._name = name
            self.shownNameChanged.emit()

    @Property(str, notify=shownNameChanged)
    def shownName(self) -> str:
        return self._name


class Summons(QObject):
    """Does what the device is asked for; `test_print` where it has a printer, `told` says what it is now."""

    test_print = Signal()
    told = Signal(OwnDevice)

    def __init__(
        self,
        client: Client,
        stream: EventStream,
        view_model: DeviceViewModel,
        chime: Callable[[], None],
        *,
        shown_ms: int = SHOWN_MS,
    ) -> None:
        super().__init__(stream)
        self._client = client
        self._view_model = view_model
        self._chime = chime
        self._over = QTimer(self, singleShot=True, interval=shown_ms)
        self._over.timeout.connect(lambda: view_model.show(""))
        stream.began.connect(lambda _snapshot: self._ask_who_i_am(self.told.emit))
        stream.own_changed.connect(self.told)
        stream.asked.connect(self._asked)

    def _asked(self, asked: DeviceAsked) -> None:
        log.info("asked task=%s", asked.task)
        match asked.task:
            case DeviceTask.BEEP:
                self._chime()
                self._ask_who_i_am(self._show)
            case DeviceTask.TEST_PRINT:
                self.test_print.emit()

    def _show(self, own: OwnDevice) -> None:
        self._view_model.show(own.name)
        self._over.start()

    def _ask_who_i_am(self, then: Callable[[OwnDevice], None]) -> None:
        def told(answer: Outcome[OwnDevice]) -> None:
            if isinstance(answer, Answered) and answer.message is not None:
                then(answer.message)

        self._client.get(routes.OWN_DEVICE, OwnDevice, told)
