"""The display, put together."""

import os
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from display.announcer import Announcer, Wording
from display.options import Options
from display.presenter import Presenter
from display.scene import Scene
from display.viewmodels.board_plan import BoardPlan  # noqa: F401  # registers it for QML
from display.viewmodels.display_settings import DisplaySettings
from display.viewmodels.display_view_model import DisplayViewModel
from shared.pairing.terms import Face
from shared.qt.client import Client
from shared.qt.clock import steady_clock
from shared.qt.events import EventStream
from shared.qt.follow import follow
from shared.qt.launch import Program, Stage
from shared.qt.pairing.belonging import Belonging
from shared.qt.pairing.life import VERSION, live
from shared.qt.reporting import Reporter
from shared.qt.settings import Settings, ThemeMode
from shared.qt.sound import Player, Sound
from shared.qt.speech import Speech
from shared.qt.summons import DeviceViewModel, Summons
from shared.wire.messages import Role
from shared.wire.pairing import SoundState

HERE = Path(__file__).parent
QML = (HERE / "qml", "Display", "Main")


def run(settings: Settings, options: Options) -> int:
    """Run the display until it is asked to end; return the exit code."""
    folder, _, _ = QML
    with Program(
        "display",
        settings,
        imports=[folder],
        translations=[HERE / "i18n"],
        theme=ThemeMode.DARK,
    ) as program:
        return live(program, Face.Display, partial(work, options=options))


def work(stage: Stage, *, options: Options) -> int:
    """Show whose turn it is, known to the server, until the stage is asked to end; return the exit code."""
    _, module, type_name = QML
    with stage:
        clock = steady_clock()
        client = Client(stage.target, stage.network)
        stream = EventStream(stage.target, stage.network, role=Role.DISPLAY, now=clock)
        view_model, device = DisplayViewModel(), DeviceViewModel()
        presenter = Presenter(
            view_model,
            now=clock,
            first_language=stage.program.settings.language,
            server=stage.target.absolute("/"),
        )
        player = Player()
        speech = Speech(player)
        announcer = Announcer(
            speech,
            Wording(HERE / "i18n", options.clips),
            lambda: presenter.state,
            speaks=options.speech,
        )
        presenter.announced.connect(announcer.announce)
        speech.busy_changed.connect(presenter.listen)
        presenter.language_changed.connect(stage.language.switch)
        parts: list[QObject] = [
            Summons(client, stream, device, lambda: player.play(Sound.CHIME)),
            Belonging(stage, Role.DISPLAY, client, stream, lambda: False),
        ]
        reporter = Reporter(client, stream, VERSION)
        parts.append(reporter)

        def tell_sound() -> None:
            reporter.tell_sound(sound_of(player, speech, options))

        tell_sound()
        speech.busy_changed.connect(lambda busy: None if busy else tell_sound())
        follow(stream, presenter)
        window = stage.show(
            module,
            type_name,
            {
                "display": view_model,
                "settings": DisplaySettings(options),
                "device": device,
            },
        )
        reporter.watch(window)
        if log_file := os.environ.get("TAKEANUMBER_FRAME_LOG"):
            from display.frame_log import (
                FrameLog,  # a real waiting room has no use for it
            )

            FrameLog(Path(log_file), view_model, window)
        stream.start()
        return stage.exec()


def sound_of(player: Player, speech: Speech, options: Options) -> SoundState:
    """Return what is heard here, as far as is known; recorded words count until one is missed."""
    if player.silent:
        return SoundState.MUTE
    is_untried = options.clips is not None and not speech.unsaid
    if options.speech and not speech.speaks and not is_untried:
        return SoundState.NO_VOICE
    return SoundState.THERE


def still(scene: Scene) -> Mapping[str, QObject]:
    """Return the view models that show one state for good."""
    view_model = DisplayViewModel(mid_pulse=scene.mid_pulse)
    view_model.become(scene.state)
    return {
        "display": view_model,
        "settings": DisplaySettings(scene.options),
        "device": DeviceViewModel(),
    }
