"""The console, put together."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
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
from shared.pairing.terms import Face
from shared.qt.client import Client
from shared.qt.clock import steady_clock
from shared.qt.events import EventStream
from shared.qt.follow import follow
from shared.qt.launch import Program, Stage
from shared.qt.pairing.belonging import Belonging
from shared.qt.pairing.life import VERSION, live, own_language
from shared.qt.reporting import Reporter
from shared.qt.settings import Settings, Size
from shared.qt.sound import Player, Sound
from shared.qt.summons import Summons
from shared.wire.messages import Role

if TYPE_CHECKING:
    from servicer.gallery import Sheet

HERE = Path(__file__).parent
QML = (HERE / "qml", "Servicer", "Main")

FULL, SMALL = Size(1100, 720), Size(360, 220)


def run(settings: Settings, options: Options) -> int:
    """Run the console until it is asked to end; return the exit code."""
    folder, _, _ = QML
    # Servicers need their other programs beside it.
    size = settings.windowed or (SMALL if options.compact else FULL)
    with Program(
        "servicer",
        replace(settings, windowed=size),
        imports=[folder],
        translations=[HERE / "i18n"],
        application=QApplication,  # the tray icon is a widget's
    ) as program:
        return live(program, Face.Console, partial(work, options=options))


def work(stage: Stage, *, options: Options) -> int:
    """Serve a desk, known to the server, until the stage is asked to end; return the exit code."""
    state_dir = stage.program.settings.state_dir
    _, module, type_name = QML
    with stage:
        client = Client(stage.target, stage.network)
        clock = steady_clock()
        stream = EventStream(stage.target, stage.network, role=Role.CONSOLE, now=clock)
        given = stage.program.settings
        views = Views.make(may_find=not (given.token or given.server))
        windows: list[QQuickWindow] = []

        def alert() -> None:
            for window in windows:
                window.alert(0)

        player = Player()
        presenter = Presenter(
            views,
            client,
            act_keeper(state_dir),
            memory(state_dir),
            now=clock,
            language=stage.program.settings.language or own_language(),
            speak=stage.language.switch,
            player=player,
            alert=alert,
            bound_to=stage.paired.desk,
        )
        summons = Summons(
            client, stream, views.device, lambda: player.play(Sound.CHIME)
        )
        summons.told.connect(lambda own: presenter.bind(own.desk))
        reporter = Reporter(client, stream, VERSION)
        belonging = Belonging(
            stage, Role.CONSOLE, client, stream, presenter.has_customer
        )
        views.console.findWanted.connect(belonging.look_again)
        parts: list[QObject] = [summons, reporter, belonging]
        follow(stream, presenter)
        window = stage.show(module, type_name, views.properties())
        window.setProperty("onTop", options.on_top)
        windows.append(window)
        reporter.watch(window)
        tray = Tray(window)
        views.desk.waitingChanged.connect(
            lambda: tray.show(int(views.desk.property("waiting")))
        )
        if options.idle:
            parts.append(IdleWatch(window, options.idle, presenter.leave))
        parts.append(ShortcutEar(state_dir, presenter.call_next, tray.bring_forward))
        presenter.open()
        stream.start()
        code = stage.exec()
        parts[-1].deleteLater()
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
