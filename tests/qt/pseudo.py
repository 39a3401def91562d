"""A language that nobody speaks: accented English, 40 % longer, to find texts that have no room and texts that are not translated."""

from pathlib import Path
from xml.etree import ElementTree as ET

from PySide6.QtCore import QTranslator

from shared.qt.language import compile_to
from shared.translations import FACES, Text, texts_of

ACCENTED = str.maketrans("aeioucnyAEIOUCN", "áéíöüçñýÁÉÍÖÜÇÑ")
LONGER = 0.4


def pseudo_translator(root: Path, folder: Path) -> QTranslator:
    """Return a translator of every text of the programs, made in `folder`.

    It is compiled like the real ones: QML asks for texts on a thread that cannot wait for Python.
    """
    tree = ET.Element("TS", version="2.1", language="en", sourcelanguage="en")
    for qml in FACES.values():
        for text in texts_of(root / qml):
            add(tree, text)
    source = folder / "pseudo.ts"
    ET.ElementTree(tree).write(source, encoding="utf-8", xml_declaration=True)
    compiled = folder / "pseudo.qm"
    compile_to(source, compiled)
    translator = QTranslator()
    assert translator.load(str(compiled))
    return translator


def add(tree: ET.Element, text: Text) -> None:
    """Add one text's translation."""
    context = ET.SubElement(tree, "context")
    ET.SubElement(context, "name").text = text.context
    message = ET.SubElement(context, "message")
    ET.SubElement(message, "source").text = text.words
    translation = ET.SubElement(message, "translation")
    if text.plural:
        message.set("numerus", "yes")
        for _ in range(2):
            form = ET.SubElement(translation, "numerusform")
            form.text = stretched(text.words)
    else:
        translation.text = stretched(text.words)


def stretched(text: str) -> str:
    """Return the text with accents and 40 % longer, its places to fill in as they are."""
    words = [
        word if "%" in word else word.translate(ACCENTED) for word in text.split(" ")
    ]
    growing = [place for place, word in enumerate(words) if "%" not in word and word]
    for step in range(round(len(text) * LONGER)):
        if growing:
            words[growing[step % len(growing)]] += "ö"
    return " ".join(words)
