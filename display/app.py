"""The display, put together."""

import os
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject

from display.announcer import Announcer, Wording
from display.options import Options
from display.presenter import Presenter
from display.scene import Scene
from display.viewmodels.board_plan import BoardPlan  # noqa: F401  # registers it for QML
from display.viewmodels.display_settings import DisplaySettings
from display.viewmodels.display_view_model import DisplayViewModel
from shared.qt.clock import steady_clock
from shared.qt.events import EventStream
from shared.qt.follow import follow
from shared.qt.launch import Program
from shared.qt.settings import Settings, ThemeMode
from shared.qt.sound import Player
from shared.qt.speech import Speech
from shared.wire.messages import Role

HERE = Path(__file__).parent
QML = (HERE / "qml", "Display", "Main")


def run(settings: Settings, options: Options) -> int:
    """Run the display until it is asked to end; return the exit code."""
    folder, module, type_name = QML
    with Program(
        "display",
        settings,
        imports=[folder],
        translations=[HERE / "i18n"],
        theme=ThemeMode.DARK,
    ) as program:
        clock = steady_clock()
        stream = EventStream(
            program.target, program.network, role=Role.DISPLAY, now=clock
        )
        view_model = DisplayViewModel()
        presenter = Presenter(
            view_model,
            now=clock,
            first_language=settings.language,
            server=program.target.absolute("/"),
        )
        speech = Speech(Player())
        announcer = Announcer(
            speech,
            Wording(HERE / "i18n", options.clips),
            lambda: presenter.state,
            speaks=options.speech,
        )
        presenter.announced.connect(announcer.announce)
        speech.busy_changed.connect(presenter.listen)
        presenter.language_changed.connect(program.language.switch)
        follow(stream, presenter)
        window = program.show(
            module,
            type_name,
            {"display": view_model, "settings": DisplaySettings(options)},
        )
        if log_file := os.environ.get("TAKEANUMBER_FRAME_LOG"):
            from display.frame_log import (
                FrameLog,  # a real waiting room has no use for it
            )

            FrameLog(Path(log_file), view_model, window)
        stream.start()
        return program.exec()


def still(scene: Scene) -> Mapping[str, QObject]:
    """Return the view models that show one state for good."""
    view_model = DisplayViewModel(mid_pulse=scene.mid_pulse)
    view_model.become(scene.state)
    return {"display": view_model, "settings": DisplaySettings(scene.options)}
