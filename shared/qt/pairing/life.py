"""A program's life: paired if need be, at work, and once its server knows it no more, begun anew."""

import logging
import socket
from collections.abc import Callable
from dataclasses import replace as with_fields
from datetime import datetime
from importlib.metadata import version

from msgspec.structs import replace
from PySide6.QtCore import QLocale

from shared.pairing import state as folds
from shared.pairing.state import PairingState
from shared.pairing.terms import Face, Why
from shared.pairing.trust import Trust
from shared.qt.clock import steady_clock
from shared.qt.launch import Program, Stage, end
from shared.qt.pairing.finder import Finder
from shared.qt.pairing.kept import Paired, paired_file
from shared.qt.pairing.pairing_view_model import PairingViewModel
from shared.qt.pairing.presenter import PairingPresenter
from shared.qt.pairing.window import WINDOW
from shared.qt.settings import THIS_MACHINE, Settings
from shared.state_file import StateFile
from shared.translations import LANGUAGES, SOURCE
from shared.wire.messages import Role
from shared.wire.pairing import AskToPair

log = logging.getLogger(__name__)

ROLES = {Face.Kiosk: Role.KIOSK, Face.Display: Role.DISPLAY, Face.Console: Role.CONSOLE}

VERSION = version("take-a-number")

Work = Callable[[Stage], int]


def live(program: Program, face: Face, work: Work) -> int:
    """Pair the program where nobody has given it a token, then let it work; return the exit code."""
    settings = program.settings
    if settings.token:
        server = settings.server or THIS_MACHINE
        paired = Paired(server, settings.token, trust=Trust(settings.authority))
    else:
        file = paired_file(settings.state_dir, program.name)
        kept = file.read()
        if kept is not None and settings.server not in ("", kept.server):
            # It was moved to another server, which does not know it.
            kept = None
        if kept is None or not kept.token or kept.revoked or kept.changed or kept.lost:
            kept = pair(program, face, kept, file)
            if kept is None:
                return 0
            file.write(kept)
        paired = kept
    return work(program.stage(paired))


def pair(
    program: Program, face: Face, kept: Paired | None, file: StateFile[Paired]
) -> Paired | None:
    """Show how to pair this screen until it is; return None where the program was ended before."""
    settings = program.settings
    wanted = settings.language or own_language()
    language = wanted or (kept.language if kept is not None else "") or SOURCE
    got: list[Paired] = []
    with program.stage(Paired(""), language) as stage:
        view_model = PairingViewModel(
            locked=face is Face.Kiosk and settings.windowed is None
        )
        clock = steady_clock()
        presenter = PairingPresenter(
            view_model,
            Finder(stage.network),
            with_fields(
                beginning(face, clock(), language, kept, settings), guessed=not wanted
            ),
            AskToPair(role=ROLES[face], name=own_name(), version=VERSION),
            now=clock,
            trust=Trust(settings.authority),
            known=kept,
            speak=stage.language.switch,
            parent=stage.network,
        )

        def remember(url: str) -> None:
            held = file.read()
            # One that it is paired with stays until another one has approved it.
            if held is None or (not held.token and held.server != url):
                file.write(Paired(url))

        def go_on(paired: Paired) -> None:
            got.append(
                replace(paired, revoked=False, changed=False, lost=False, language="")
            )
            end()

        presenter.met.connect(remember)
        presenter.paired.connect(go_on)
        stage.show(*WINDOW, {"pairing": view_model})
        presenter.open()
        stage.exec()
    return got[0] if got else None


def beginning(
    face: Face, now: datetime, language: str, kept: Paired | None, settings: Settings
) -> PairingState:
    """Return where pairing begins: at the server that is known, or with looking for one."""
    if kept is not None and kept.changed:
        return folds.distrusting(face, now, language, kept.server)
    if kept is not None and kept.lost:
        return folds.searching(face, now, language)
    url = settings.server or ("" if kept is None else kept.server)
    if not url:
        return folds.searching(face, now, language)
    revoked = kept is not None and kept.revoked
    return folds.knowing(
        face,
        now,
        language,
        url,
        Why.Revoked if revoked else Why.New,
        settled=revoked or settings.server != "",
    )


def own_name() -> str:
    """Return what this machine is called, for the manager to know it by; nothing where all are called so."""
    name = socket.gethostname().partition(".")[0]
    return "" if name == "localhost" else name[:60]


def own_language() -> str:
    """Return the language of this machine's desktop; nothing where it names none, or one that the programs do not speak."""
    code = QLocale.system().name().partition("_")[0]
    return code if code in LANGUAGES else ""
