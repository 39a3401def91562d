"""Finding what is not translated: reads the programs' QML and Qt's .ts files; needs no Qt."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

SOURCE = "en"

PLURAL_FORMS: Mapping[str, int] = {"en": 2, "de": 2, "es": 2, "fr": 2, "ar": 6}
"""Every language, and how many plural forms Qt asks for in it."""

LANGUAGES = tuple(PLURAL_FORMS)

LANGUAGE_NAMES: Mapping[str, str] = {
    "ar": "العربية",
    "bn": "বাংলা",
    "de": "Deutsch",
    "en": "English",
    "es": "Español",
    "fr": "Français",
    "hi": "हिन्दी",
    "it": "Italiano",
    "pl": "Polski",
    "pt": "Português",
    "ru": "Русский",
    "tr": "Türkçe",
    "uk": "Українська",
    "zh": "中文",
}
"""Each language in its own words."""

FACES: Mapping[str, str] = {
    "kiosk/i18n": "kiosk/qml",
    "display/i18n": "display/qml",
    "servicer/i18n": "servicer/qml",
    "shared/qt/i18n": "shared/qt/qml",
}
"""Where the translations are, and the QML that they are for; relative to the packages' common folder."""

_LITERAL = r'"(?:[^"\\]|\\.)*"'
_TEXT = re.compile(rf"\bqsTr\(\s*({_LITERAL})(\s*,\s*{_LITERAL}\s*,)?")
_PLACE = re.compile(r"%(?:L?\d|n)")


@dataclass(frozen=True, slots=True)
class Text:
    """One text of the source: the component it is in, its English words, and whether it has plural forms."""

    context: str
    words: str
    plural: bool


@dataclass(frozen=True, slots=True)
class Gap:
    """Something untranslated: the file it is missing in, and what."""

    file: Path
    what: str

    def __str__(self) -> str:
        return f"{self.file}: {self.what}"


def texts_of(folder: Path) -> list[Text]:
    """Return every text to translate of the QML below a folder."""
    found = []
    for file in sorted(folder.rglob("*.qml")):
        for match in _TEXT.finditer(file.read_text(encoding="utf-8")):
            text = Text(file.stem, json.loads(match[1]), match[2] is not None)
            if text not in found:
                found.append(text)
    return found


def gaps(
    root: Path,
    languages: Sequence[str] = LANGUAGES,
    faces: Mapping[str, str] = FACES,
) -> Iterator[Gap]:
    """Yield everything that the programs under `root` leave untranslated."""
    for folder, qml in faces.items():
        texts = texts_of(root / qml)
        for language in languages:
            wanted = [text for text in texts if text.plural or language != SOURCE]
            if wanted:
                file = root / folder / f"{language}.ts"
                yield from gaps_of(file, language, wanted)


def gaps_of(file: Path, language: str, texts: Sequence[Text]) -> Iterator[Gap]:
    """Yield what one translation lacks."""
    if not file.exists():
        yield Gap(file, "there is no such translation")
        return
    try:
        told = translated(file)
    except ElementTree.ParseError as error:
        yield Gap(file, f"cannot be read: {error}")
        return
    for text in texts:
        forms = told.get((text.context, text.words))
        if forms is None:
            yield Gap(file, f"{text.context}: “{text.words}” is missing")
            continue
        wanted = PLURAL_FORMS[language] if text.plural else 1
        if len([form for form in forms if form.strip()]) < wanted:
            yield Gap(file, f"{text.context}: “{text.words}” is not translated")
            continue
        for form in forms:
            if not same_places(text, form):
                yield Gap(file, f"{text.context}: “{form}” fills in other places")


def translated(file: Path) -> dict[tuple[str, str], list[str]]:
    """Return the translations of a .ts file, by context and English words; an unfinished one is empty."""
    told = {}
    for context in ElementTree.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            key = (context.findtext("name", ""), message.findtext("source", ""))
            told[key] = forms_of(message)
    return told


def forms_of(message: ElementTree.Element) -> list[str]:
    """Return the translation's forms: one, or one for each plural; none while it is unfinished."""
    translation = message.find("translation")
    if translation is None or translation.get("type") is not None:
        return []
    plurals = [form.text or "" for form in translation.iter("numerusform")]
    return plurals or [translation.text or ""]


def same_places(text: Text, form: str) -> bool:
    """Return whether a translation has the places to fill in that its text has; a plural may say its number in words."""
    wanted, given = set(_PLACE.findall(text.words)), set(_PLACE.findall(form))
    return given == wanted or (text.plural and given | {"%n"} == wanted | {"%n"})
