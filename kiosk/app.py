"""The kiosk, put together."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from kiosk.asking import asking_in
from kiosk.helping import Helping
from kiosk.options import Options
from kiosk.paper.clerk import PaperClerk
from kiosk.paper.known import known_printer
from kiosk.paper.press import Press
from kiosk.paper.printer import Printer
from kiosk.paper.words import Wording
from kiosk.phone_code import PhoneCode
from kiosk.presenter import Presenter
from kiosk.reader import Reader
from kiosk.ruler import Ruler
from kiosk.staff import StaffDoor
from kiosk.state import KioskState
from kiosk.viewmodels.views import Views
from shared.pairing.terms import Face
from shared.qt.client import Client
from shared.qt.clock import steady_clock
from shared.qt.events import EventStream, utc_now
from shared.qt.follow import follow
from shared.qt.launch import Program, Stage, end
from shared.qt.pairing.belonging import Belonging
from shared.qt.pairing.life import VERSION, live
from shared.qt.reporting import Reporter
from shared.qt.settings import Settings
from shared.qt.sound import Player, Sound
from shared.qt.speech import Speech
from shared.qt.summons import Summons
from shared.wire.messages import Role

HERE = Path(__file__).parent
QML = (HERE / "qml", "Kiosk", "Main")


def run(settings: Settings, options: Options) -> int:
    """Run the kiosk until it is asked to end; return the exit code."""
    folder, _, _ = QML
    with Program(
        "kiosk", settings, imports=[folder], translations=[HERE / "i18n"]
    ) as program:
        return live(program, Face.Kiosk, partial(work, options=options))


def work(stage: Stage, *, options: Options) -> int:
    """Give numbers, known to the server, until the stage is asked to end; return the exit code."""
    settings = stage.program.settings
    _, module, type_name = QML
    with stage:
        client = Client(stage.target, stage.network)
        stream = EventStream(
            stage.target, stage.network, role=Role.KIOSK, now=steady_clock()
        )
        player = Player()
        speech = Speech(player)
        views = Views.make(
            speaks=speech.engine != "",
            has_door=options.pin != "",
            prints=options.printer != "",
            locked=settings.windowed is None,
        )
        presenter = Presenter(
            views,
            client,
            asking_in(settings.state_dir, client, utc_now),
            now=utc_now,
            first_language=settings.language,
            speak=stage.language.switch,
            prints=options.printer != "",
        )
        summons = Summons(
            client, stream, views.device, lambda: player.play(Sound.CHIME)
        )
        summons.told.connect(presenter.recognise)
        reporter = Reporter(client, stream, VERSION)
        parts: list[QObject] = [Reader(views, presenter, speech)]
        parts.append(
            StaffDoor(
                views,
                presenter,
                Ruler(settings.state_dir),
                options.pin,
                end,
            )
        )
        if options.printer:
            known = known_printer(options.printer, settings.state_dir)
            printer = Printer(options.printer, options.paper_mm, known=known)
            press = Press(printer, client)
            clerk = PaperClerk(presenter, press, views, Wording())
            summons.test_print.connect(clerk.print_test)
            clerk.found.connect(reporter.tell_paper)
            parts.append(clerk)
        parts.append(PhoneCode(presenter, client))
        parts.append(Helping(views, presenter, client))
        parts.append(Belonging(stage, Role.KIOSK, client, stream, presenter.has_reader))
        follow(stream, presenter)
        reporter.watch(stage.show(module, type_name, views.properties()))
        presenter.open()
        stream.start()
        return stage.exec()


def still(state: KioskState) -> Mapping[str, QObject]:
    """Return the view models that show one state for good, on a kiosk that has everything."""
    views = Views.make(speaks=True, has_door=True, prints=True)
    views.become(state)
    return views.properties()
