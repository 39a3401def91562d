"""The console, put together."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtQuick import QQuickWindow

from servicer.clerk import Clerk
from servicer.kept import act_keeper
from servicer.state import ConsoleState
from servicer.viewmodels.views import Views
from shared.qt.client import Client
from shared.qt.events import EventStream, utc_now
from shared.qt.launch import Program
from shared.qt.settings import Settings
from shared.qt.sound import Player

HERE = Path(__file__).parent
QML = (HERE / "qml", "Servicer", "Main")


def run(settings: Settings) -> int:
    """Run the console until it is asked to end; return the exit code."""
    folder, module, type_name = QML
    with Program(
        "servicer", settings, imports=[folder], translations=[HERE / "i18n"]
    ) as program:
        client = Client(program.target, program.network)
        stream = EventStream(program.target, program.network)
        views = Views.make()
        windows: list[QQuickWindow] = []

        def alert() -> None:
            for window in windows:
                window.alert(0)

        clerk = Clerk(
            views,
            client,
            act_keeper(settings.state_dir),
            now=utc_now,
            language=program.language.code,
            player=Player(),
            alert=alert,
        )
        stream.began.connect(clerk.begin)
        stream.happened.connect(clerk.happen)
        stream.standing_changed.connect(lambda: clerk.stand(stream.standing))
        windows.append(program.show(module, type_name, views.properties()))
        clerk.open()
        stream.start()
        return program.exec()


def still(state: ConsoleState) -> Mapping[str, QObject]:
    """Return the view models that show one state for good."""
    from shared.qt import sample  # nothing that a real desk needs

    views = Views.make()
    views.become(state, sample.NOW)
    return views.properties()
