"""The kiosk, put together."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject

from kiosk.reception import Reception
from kiosk.state import KioskState
from kiosk.tap import tap_keeper
from kiosk.viewmodels.kiosk_view_model import KioskViewModel
from shared.qt.client import Client
from shared.qt.events import EventStream, utc_now
from shared.qt.launch import Program
from shared.qt.settings import Settings

HERE = Path(__file__).parent
QML = (HERE / "qml", "Kiosk", "Main")


def run(settings: Settings) -> int:
    """Run the kiosk until it is asked to end; return the exit code."""
    folder, module, type_name = QML
    with Program(
        "kiosk", settings, imports=[folder], translations=[HERE / "i18n"]
    ) as program:
        client = Client(program.target, program.network)
        stream = EventStream(program.target, program.network)
        view_model = KioskViewModel()
        reception = Reception(
            view_model,
            client,
            tap_keeper(settings.state_dir),
            now=utc_now,
            first_language=settings.language,
            speak=program.language.switch,
        )
        stream.began.connect(reception.begin)
        stream.happened.connect(reception.happen)
        stream.standing_changed.connect(lambda: reception.stand(stream.standing))
        program.show(module, type_name, {"kiosk": view_model})
        reception.open()
        stream.start()
        return program.exec()


def still(state: KioskState) -> Mapping[str, QObject]:
    """Return the view models that show one state for good."""
    view_model = KioskViewModel()
    view_model.become(state)
    return {"kiosk": view_model}
