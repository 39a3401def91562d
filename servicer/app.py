"""The console, put together."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtQuick import QQuickWindow
from PySide6.QtWidgets import QApplication

from servicer.idle import IdleWatch
from servicer.kept import act_keeper, memory
from servicer.options import Options
from servicer.presenter import Presenter
from servicer.shortcut import ShortcutEar
from servicer.state import ConsoleState
from servicer.tray import Tray
from servicer.viewmodels.views import Views
from shared.qt.client import Client
from shared.qt.clock import steady_clock
from shared.qt.events import EventStream
from shared.qt.follow import follow
from shared.qt.launch import Program
from shared.qt.settings import Settings, Size
from shared.qt.sound import Player
from shared.wire.messages import Role

if TYPE_CHECKING:
    from servicer.gallery import Sheet

HERE = Path(__file__).parent
QML = (HERE / "qml", "Servicer", "Main")

FULL, SMALL = Size(1100, 720), Size(360, 220)


def run(settings: Settings, options: Options) -> int:
    """Run the console until it is asked to end; return the exit code."""
    folder, module, type_name = QML
    # Servicers need their other programs beside it.
    size = settings.windowed or (SMALL if options.compact else FULL)
    with Program(
        "servicer",
        replace(settings, windowed=size),
        imports=[folder],
        translations=[HERE / "i18n"],
        application=QApplication,  # the tray icon is a widget's
    ) as program:
        client = Client(program.target, program.network)
        clock = steady_clock()
        stream = EventStream(
            program.target, program.network, role=Role.CONSOLE, now=clock
        )
        views = Views.make()
        windows: list[QQuickWindow] = []

        def alert() -> None:
            for window in windows:
                window.alert(0)

        presenter = Presenter(
            views,
            client,
            act_keeper(settings.state_dir),
            memory(settings.state_dir),
            now=clock,
            language=program.language.code,
            speak=program.language.switch,
            player=Player(),
            alert=alert,
        )
        follow(stream, presenter)
        window = program.show(module, type_name, views.properties())
        window.setProperty("onTop", options.on_top)
        windows.append(window)
        tray = Tray(window)
        views.desk.waitingChanged.connect(
            lambda: tray.show(int(views.desk.property("waiting")))
        )
        if options.idle:
            IdleWatch(window, options.idle, presenter.leave)
        ear = ShortcutEar(settings.state_dir, presenter.call_next, tray.bring_forward)
        presenter.open()
        stream.start()
        code = program.exec()
        ear.deleteLater()
        return code


def still(shown: "ConsoleState | Sheet") -> Mapping[str, QObject]:
    """Return the view models that show one state for good, a sheet over it included."""
    from shared.qt import sample  # nothing that a real desk needs

    views = Views.make()
    state = shown if isinstance(shown, ConsoleState) else shown.state
    views.become(state, sample.NOW)
    if not isinstance(shown, ConsoleState):
        views.desk.ask_at_once(shown.deed, shown.asks, shown.ticket, shown.label)
    return views.properties()
