"""Starting a program and ending it cleanly; each program's app.py wires its parts in between."""

import logging
import os
import signal
import socket
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import PySide6.QtQuick  # noqa: F401  # without it a root window has no grabWindow
import shiboken6
from PySide6.QtCore import (
    QCoreApplication,
    QMessageLogContext,
    QObject,
    QSocketNotifier,
    Qt,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QScreen
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

import shared.qt.link  # noqa: F401  # registers its states for QML
from shared.qt.icons import Icons
from shared.qt.language import Language
from shared.qt.network import Target, believe_everywhere, open_network
from shared.qt.pairing.kept import Paired
from shared.qt.qr import QrCodes
from shared.qt.settings import Settings, ThemeMode, wants_gpu
from shared.qt.sign_of_life import SignOfLife

HERE = Path(__file__).parent
FONTS = HERE / "fonts"
QML = HERE / "qml"
FAMILIES = ["Inter", "Noto Sans Arabic"]

NO_SCREEN = (
    "There is no screen to show this on. Start it in the desktop session of its own machine; "
    "from elsewhere, say which screen is meant: DISPLAY=:0 (docs/install.md)."
)
NO_SCREEN_CODE = 2

THEME_MODES = {ThemeMode.LIGHT: 0, ThemeMode.DARK: 1, ThemeMode.CONTRAST: 2}


def prepare_environment() -> None:
    """Choose how Qt draws; has to happen before the application object exists."""
    os.environ.setdefault("QT_QUICK_CONTROLS_STYLE", "Basic")
    if not wants_gpu():
        os.environ.setdefault("QT_QUICK_BACKEND", "software")


def begin(kind: type[QGuiApplication]) -> QGuiApplication:
    """Return the application object; where it finds no screen, end the process in words that say what to do, not by Qt's abort."""
    qInstallMessageHandler(_end_in_own_words)
    application = kind(sys.argv[:1])
    qInstallMessageHandler(None)
    return application


def _end_in_own_words(
    kind: QtMsgType, _context: QMessageLogContext, words: str
) -> None:
    if kind is not QtMsgType.QtFatalMsg:
        return
    has_no_screen = "no Qt platform plugin could be initialized" in words
    sys.stderr.write(f"{NO_SCREEN if has_no_screen else words}\n")
    sys.stderr.flush()
    os._exit(NO_SCREEN_CODE)


def load_fonts() -> None:
    """Make the bundled fonts the application's own, so that no machine's fonts change the look."""
    for file in sorted(FONTS.glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
    # QML names one family; without this, its other letters would come from whatever fonts the machine has.
    for other in FAMILIES[1:]:
        QFont.insertSubstitution(FAMILIES[0], other)
    font = QFont()
    font.setFamilies(FAMILIES)
    QGuiApplication.setFont(font)


def make_engine(imports: Sequence[Path], theme: ThemeMode) -> QQmlApplicationEngine:
    """Return an engine that finds the shared QML modules and those in `imports`, in this theme."""
    engine = QQmlApplicationEngine()
    for folder in (QML, *imports):
        engine.addImportPath(str(folder))
    engine.addImageProvider("icons", Icons())
    engine.addImageProvider("qr", QrCodes())
    the_theme(engine).setProperty("mode", THEME_MODES[theme])
    return engine


def stand_still(engine: QQmlApplicationEngine) -> None:
    """Let nothing move, for those who asked for reduced motion and for pictures."""
    the_theme(engine).setProperty("reducedMotion", True)


def the_theme(engine: QQmlApplicationEngine) -> QObject:
    """Return the engine's theme; raise `TypeError` when it does not load."""
    theme = engine.singletonInstance("TakeANumber.Theme", "Theme")
    if not isinstance(theme, QObject):
        raise TypeError("the theme did not load")
    return theme


def load_window(
    engine: QQmlApplicationEngine,
    module: str,
    type_name: str,
    initial: Mapping[str, QObject],
) -> QQuickWindow:
    """Load a program's window with its view models; raise `RuntimeError` when the QML does not load."""
    engine.setInitialProperties(dict(initial))
    engine.loadFromModule(module, type_name)
    roots = engine.rootObjects()
    if not roots or not isinstance(roots[-1], QQuickWindow):
        raise RuntimeError(f"{module}.{type_name} did not load")
    return roots[-1]


def fill_screen(window: QQuickWindow) -> None:
    """Show the window over its whole screen, and follow it; without a window manager nobody else gives it the screen's size."""

    def fit(*_: object) -> None:
        window.setGeometry(window.screen().geometry())

    def follow(screen: QScreen) -> None:
        screen.geometryChanged.connect(fit)
        fit()

    follow(window.screen())
    window.screenChanged.connect(follow)
    window.showFullScreen()


class Program:
    """A started program: its application, and one stage after another; use it with `with`."""

    def __init__(
        self,
        name: str,
        settings: Settings,
        *,
        imports: Sequence[Path],
        translations: Sequence[Path] = (),
        theme: ThemeMode = ThemeMode.LIGHT,
        application: type[QGuiApplication] = QGuiApplication,
    ) -> None:
        logging.basicConfig(
            level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s"
        )
        prepare_environment()
        self._application = begin(application)
        QCoreApplication.setApplicationName(name)
        QGuiApplication.setDesktopFileName(f"takeanumber-{name}")
        self.sign_of_life = SignOfLife(self._application)
        load_fonts()
        self.name = name
        self.settings = settings
        self._imports = imports
        self._translations = translations
        self._theme = theme
        self._quitter = _QuitOnSignal(self._application)

    def stage(self, paired: Paired, language: str | None = None) -> "Stage":
        """Return a stage with this server, or with none while there is none."""
        engine = make_engine(self._imports, self.settings.theme or self._theme)
        spoken = Language(
            engine, self._translations, language or self.settings.language
        )
        return Stage(self, paired, engine, spoken)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._quitter.close()


class Stage:
    """A window and what is behind it, before one server: engine, network and language; use it with `with`."""

    def __init__(
        self,
        program: Program,
        paired: Paired,
        engine: QQmlApplicationEngine,
        language: Language,
    ) -> None:
        self.program = program
        self.paired = paired
        self._engine = engine
        self.language = language
        believe_everywhere(paired.trust)
        self.network = open_network(paired.trust, QCoreApplication.instance())
        self.target = Target(paired.server, paired.token, paired.trust)
        self._initial: Mapping[str, QObject] = {}

    def show(
        self, module: str, type_name: str, initial: Mapping[str, QObject]
    ) -> QQuickWindow:
        """Show the window; the view models in `initial` live as long as the stage."""
        self._initial = initial
        window = load_window(self._engine, module, type_name, initial)
        self.program.sign_of_life.starting()
        settings = self.program.settings
        if settings.windowed is None:
            fill_screen(window)
        else:
            window.resize(settings.windowed.width, settings.windowed.height)
            window.show()
        if settings.robot:
            from shared.qt.robot import Robot  # a real desk has no use for it

            self._robot = Robot(window)
        return window

    def exec(self) -> int:
        """Run until the window closes or the stage is asked to end; return the exit code."""
        self.program.sign_of_life.begin()
        return QCoreApplication.exec()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        # An engine that is made while a translator is installed may wait for ever.
        self.language.close()
        # The engine's bindings still read the view models, so it has to go first.
        shiboken6.delete(self._engine)
        shiboken6.delete(self.network)
        self._initial = {}


def end(code: int = 0) -> None:
    """End the stage: Qt's `quit` would ask its windows first, and a kiosk's refuses."""
    QCoreApplication.exit(code)


def _end_well() -> None:
    end()


class _QuitOnSignal:
    """Ends the event loop on SIGINT and SIGTERM: Python's own handlers would wait for Qt to run Python code."""

    def __init__(self, application: QGuiApplication) -> None:
        self._ours, self._theirs = socket.socketpair()
        self._theirs.setblocking(False)
        signal.set_wakeup_fd(self._theirs.fileno(), warn_on_full_buffer=False)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: None)
        self._notifier = QSocketNotifier(
            self._ours.fileno(), QSocketNotifier.Type.Read, application
        )
        # Nobody reads the byte: a stage that only begins then ends at once, too.
        self._notifier.activated.connect(_end_well, Qt.ConnectionType.QueuedConnection)

    def close(self) -> None:
        """Leave signals as they were found."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(-1)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_DFL)
        self._ours.close()
        self._theirs.close()
