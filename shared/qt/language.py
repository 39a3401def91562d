"""The language of the windows, switched while they are shown."""

import hashlib
import logging
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import platformdirs
import PySide6
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlEngine

log = logging.getLogger(__name__)

SOURCE = "en"
"""The language that the texts are written in."""

SHARED = Path(__file__).parent / "i18n"
"""The texts of the shared controls."""

COMPILED = Path(platformdirs.user_cache_dir("takeanumber")) / "translations"


class Language:
    """Translates every text, sets its direction, and tells QML as `Qt.uiLanguage`."""

    def __init__(
        self, engine: QQmlEngine, folders: Sequence[Path], first: str | None
    ) -> None:
        self._engine = engine
        self._folders = [SHARED, *folders]
        self._translators: list[QTranslator] = []
        self.code = SOURCE
        self.switch(first or SOURCE)

    def switch(self, code: str) -> None:
        """Show everything in this language; texts without a translation stay in English."""
        self.code = code
        self.close()
        self._translators = [
            found
            for folder in self._folders
            if (found := load(folder, code)) is not None
        ]
        if not self._translators and code.partition("-")[0] != SOURCE:
            log.warning("no translation, shown in English: language=%s", code)
        for translator in self._translators:
            QCoreApplication.installTranslator(translator)
        QGuiApplication.setLayoutDirection(QLocale(code).textDirection())
        self._engine.setUiLanguage(code)
        self._engine.retranslate()

    def close(self) -> None:
        """Translate nothing any more; an engine made while a translator is installed may wait for Python for ever."""
        for translator in self._translators:
            QCoreApplication.removeTranslator(translator)
        self._translators = []


def load(folder: Path, code: str) -> QTranslator | None:
    """Return the folder's translation into a language, or None when it has none."""
    source = folder / f"{code}.ts"
    if not source.exists():
        return None
    translator = QTranslator()
    target = compiled(source)
    if translator.load(str(target)):
        return translator
    # A dying card may have spoilt it since.
    compile_to(source, target)
    return translator if translator.load(str(target)) else None


def compiled(source: Path, into: Path = COMPILED) -> Path:
    """Return the translation as Qt loads it, made once for each version of its text."""
    digest = hashlib.sha256(source.read_bytes()).hexdigest()[:24]
    target = into / f"{source.stem}-{digest}.qm"
    if not target.exists():
        compile_to(source, target)
    return target


def compile_to(source: Path, target: Path) -> None:
    """Run Qt's own compiler on a translation, and put all of it or nothing there; log when that fails."""
    draft = target.with_suffix(f".{os.getpid()}")
    tool = Path(PySide6.__file__).parent / (
        "lrelease.exe" if sys.platform == "win32" else "lrelease"
    )
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            [tool, "-silent", source, "-qm", draft],
            check=True,
            capture_output=True,
            text=True,
        )
        draft.replace(target)
    except (OSError, subprocess.CalledProcessError) as error:
        log.warning("translation not compiled file=%s error=%s", source.name, error)
