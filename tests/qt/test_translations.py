"""What is not translated is found; what is, is shown."""

import re
import subprocess
import sys
from ast import Call, JoinedStr, parse, unparse, walk
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest
from babel.messages.pofile import read_po
from click.testing import CliRunner
from PySide6.QtCore import QPointF
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from display import app, gallery
from server.cli import main
from server.commands.translations import KEYWORDS, web_gaps, web_texts
from shared.qt import language
from shared.translations import (
    FACES,
    LANGUAGE_NAMES,
    LANGUAGES,
    SOURCE,
    gaps,
    texts_of,
)
from tests.qt.window import Shown

ROOT = Path(__file__).resolve().parents[2]
MESSAGES = "server/translations/{}/LC_MESSAGES/messages.po"

QML = """
Text { text: qsTr("Hello") }
Text { text: qsTr("%1 of \\"%2\\"").arg(1).arg(2) }
Text { text: qsTr("%n waiting", "", 3) }
"""

COMPLETE = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context><name>Page</name>
<message><source>Hello</source><translation>Hallo</translation></message>
<message><source>%1 of "%2"</source><translation>%1 von „%2“</translation></message>
<message numerus="yes"><source>%n waiting</source>
<translation><numerusform>Einer wartet</numerusform><numerusform>%n warten</numerusform></translation></message>
</context></TS>
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A kiosk with one page, fully translated into German."""
    (tmp_path / "kiosk/qml").mkdir(parents=True)
    (tmp_path / "kiosk/i18n").mkdir()
    (tmp_path / "kiosk/qml/Page.qml").write_text(QML, encoding="utf-8")
    (tmp_path / "kiosk/i18n/de.ts").write_text(COMPLETE, encoding="utf-8")
    return tmp_path


def what_lacks(root: Path, *languages: str) -> list[str]:
    """Return the gaps of these languages in words."""
    return [gap.what for gap in gaps(root, languages)]


def test_a_complete_translation_has_no_gap(root: Path) -> None:
    assert what_lacks(root, "de") == []


def test_a_language_without_a_file_is_a_gap(root: Path) -> None:
    assert what_lacks(root, "fr") == ["there is no such translation"]


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("Hallo", "", "Page: “Hello” is not translated"),
        (
            "<translation>Hallo",
            '<translation type="unfinished">Hallo',
            "Page: “Hello” is not translated",
        ),
        ("<source>Hello", "<source>Hullo", "Page: “Hello” is missing"),
        ("%1 von „%2“", "%1 von allen", "Page: “%1 von allen” fills in other places"),
        (
            "<numerusform>%n warten</numerusform>",
            "",
            "Page: “%n waiting” is not translated",
        ),
    ],
)
def test_each_kind_of_gap_is_found(root: Path, old: str, new: str, what: str) -> None:
    file = root / "kiosk/i18n/de.ts"
    file.write_text(COMPLETE.replace(old, new), encoding="utf-8")
    assert what_lacks(root, "de") == [what]


def test_a_gap_of_the_web_pages_is_found(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    page = '{{ _("Hello") }} {{ ngettext("%(num)s waits", "%(num)s wait", 3) }}'
    (tmp_path / "templates/page.html").write_text(page, encoding="utf-8")
    others = [code for code in LANGUAGES if code != SOURCE]
    for code in others:
        folder = tmp_path / "catalogues" / code / "LC_MESSAGES"
        folder.mkdir(parents=True)
        (folder / "messages.po").write_text(
            'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
            'msgid "Hello"\nmsgstr "Hallo"\n',
            encoding="utf-8",
        )
    (tmp_path / "catalogues/ar/LC_MESSAGES/messages.po").unlink()
    found = [
        (gap.file.parent.parent.name, gap.what)
        for gap in web_gaps(tmp_path, tmp_path / "catalogues")
    ]
    missing, no_file = "“%(num)s waits” is missing", "there is no such translation"
    assert found == [(code, no_file if code == "ar" else missing) for code in others]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the programs, their translations and the script that updates these."""
    bulky = ignore_patterns("__pycache__", "fonts", "sounds", "icons", "assets")
    for folder in ("kiosk", "display", "servicer", "shared", "server", "script"):
        copytree(ROOT / folder, tmp_path / "copy" / folder, ignore=bulky)
    return tmp_path / "copy"


def files_with_gaps(copy: Path, *command: str) -> set[str]:
    """Run it in the copy; return the files that it says something is missing in, and ends with 1 for."""
    told = subprocess.run(
        [sys.executable, "-X", "utf8", *command],
        cwd=copy,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (told.returncode, told.stderr) == (1, "")
    return {line.partition(": ")[0] for line in told.stdout.splitlines()}


def files_of(code: str) -> set[str]:
    """Return every file of a language."""
    return {*(f"{folder}/{code}.ts" for folder in FACES), MESSAGES.format(code)}


@pytest.mark.slow
def test_the_command_finds_nothing_untranslated() -> None:
    answer = CliRunner().invoke(main, ["translations", "--check"])
    assert answer.exit_code == 0, answer.output


@pytest.mark.slow
def test_the_command_finds_a_text_missing_anywhere(copy: Path) -> None:
    for name in files_of("de"):
        file = copy / name
        told = file.read_text(encoding="utf-8")
        lacking = re.sub(r'(<source>|\nmsgid "(?=\w))', r"\1Not ", told, count=1)
        file.write_text(lacking, encoding="utf-8")
    check = ("-m", "server.cli", "translations", "--check")
    assert files_with_gaps(copy, *check) == files_of("de")


@pytest.mark.slow
def test_the_files_of_a_new_language_are_made(copy: Path) -> None:
    known = copy / "shared/translations.py"
    told = known.read_text(encoding="utf-8")
    known.write_text(told.replace('"en": 2', '"en": 2, "eo": 2'), encoding="utf-8")
    assert files_with_gaps(copy, "script/translations") == files_of("eo")
    assert all((copy / file).exists() for file in files_of("eo"))


@pytest.mark.parametrize("qml", FACES.values())
def test_each_program_has_texts_to_translate(qml: str) -> None:
    assert texts_of(ROOT / qml)


@pytest.mark.slow
def test_the_pages_have_texts_to_translate() -> None:
    assert web_texts(ROOT / "server")


def test_french_signs_stay_on_the_line_of_their_words_on_pages() -> None:
    with (ROOT / MESSAGES.format("fr")).open("rb") as file:
        told = [message.string for message in read_po(file, locale="fr")]
    loose = [said for said in told if re.search(r" [:;?!»]|« ", str(said))]
    assert loose == []


@pytest.mark.slow
def test_no_text_is_asked_for_where_it_is_not_found() -> None:
    """What stands within an f-string is not found in every Python, and would stay untranslated."""
    lost = [
        f"{file.relative_to(ROOT)}:{call.lineno}"
        for file in sorted((ROOT / "server").rglob("*.py"))
        for phrase in walk(parse(file.read_text(encoding="utf-8")))
        if isinstance(phrase, JoinedStr)
        for call in walk(phrase)
        if isinstance(call, Call) and unparse(call.func).split(".")[-1] in KEYWORDS
    ]
    assert lost == []


def test_each_language_has_a_name_on_the_kiosk() -> None:
    assert set(LANGUAGES) <= set(LANGUAGE_NAMES)


def test_the_language_is_switched_while_the_window_is_shown(qtbot: QtBot) -> None:
    scene = gallery.screens("en")["call"]
    with Shown(app, scene) as shown:
        words, sides = [], []
        for code in ("de", "fr", "ar", "en"):
            shown.speak(code)
            words.append(shown.text("hero-desk-word"))
            hero = shown.item("hero").mapToScene(QPointF(0, 0)).x()
            sides.append("right" if hero > shown.window.width() / 3 else "left")
        assert words == ["Schalter", "Guichet", "شباك", "Desk"]
        assert sides == ["left", "left", "right", "left"]


def test_plurals_follow_each_language(qtbot: QtBot) -> None:
    scene = gallery.screens("de")["call"]
    with Shown(app, scene, language="de") as shown:
        said = {
            QAccessible.queryAccessibleInterface(item).text(QAccessible.Text.Name)
            for item in shown.items()
            if item.objectName() == "waiting"
        }
    assert said == {"2 warten", "6 warten", "0 warten"}


def test_a_translation_is_compiled_once_for_each_version(
    root: Path, tmp_path: Path
) -> None:
    source = root / "kiosk/i18n/de.ts"
    first = language.compiled(source, tmp_path / "cache")
    made_at = first.stat().st_mtime_ns
    assert language.compiled(source, tmp_path / "cache").stat().st_mtime_ns == made_at
    source.write_text(COMPLETE.replace("Hallo", "Guten Tag"), encoding="utf-8")
    assert language.compiled(source, tmp_path / "cache") != first


@pytest.mark.parametrize("spoilt", [b"", b"\xff\xfe", b"half"])
def test_a_translation_that_was_spoilt_is_made_anew(root: Path, spoilt: bytes) -> None:
    source = root / "kiosk/i18n/de.ts"
    made = language.compiled(source)
    made.write_bytes(spoilt)
    try:
        assert language.load(source.parent, "de") is not None
        assert made.read_bytes() != spoilt
    finally:
        made.unlink()


def test_a_translation_that_does_not_compile_is_no_problem(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    source = tmp_path / "de.ts"
    source.write_text("not xml", encoding="utf-8")
    assert not language.compiled(source, tmp_path / "cache").exists()
    assert "translation not compiled" in caplog.text
