"""One word for one thing in each language, on every face: a table over all translations, side by side."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import parse

import pytest
from babel.messages.pofile import read_po

from shared.translations import FACES, LANGUAGES, SOURCE, texts_of

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Word:
    """How the English texts name a thing, and by which root each language does; texts that mean another thing are `beside`."""

    english: str
    roots: dict[str, str]
    beside: str = r"(?!)"


WORDS = {
    "desk": Word(
        r"(?<!{)\bdesks?\b(?!_|})",
        {"de": "schalter", "es": "ventanilla", "fr": "guichet", "ar": "شب(اك|ابيك)"},
    ),
    "room": Word(
        r"(?<!Make )\brooms?\b(?! for)",
        {"de": "raum|räume", "es": "sala", "fr": "salle", "ar": "غرف"},
    ),
    "window": Word(
        r"\bwindow (?:%1|{desk})|^Window$|\bwindow is open|to window$",
        {"de": "fenster", "es": "ventana", "fr": "fenêtre", "ar": "نافذة"},
    ),
    "counter": Word(
        r"\bcounters?\b",
        {"de": "theke", "es": "mostrador", "fr": "comptoir", "ar": "منضدة|مناضد"},
    ),
    "queue": Word(
        r"(?<!{)\bqueues?\b(?!})",
        {"de": "warteschlange", "es": "cola", "fr": "file", "ar": "طابور|طوابير"},
        beside="Back to all queues|Yes, leave the queue",
    ),
    "number": Word(
        r"(?<!{)\bnumbers?\b(?!})",
        {"de": "nummer", "es": "número", "fr": "numéro", "ar": "رقم|أرقام"},
        beside=r"not a number|^Give a number|Give two numbers|Take A Number",
    ),
    "priority": Word(
        r"\bpriority\b",
        {"de": "vorrang", "es": "prioridad", "fr": "priorit", "ar": "أولوي"},
    ),
    "kiosk": Word(
        r"(?<!{)\bkiosks?\b(?!})",
        {"de": "automat|gerät", "es": "quiosco", "fr": "borne", "ar": "جهاز|أجهزة"},
        beside="End the kiosk",
    ),
    "phone": Word(
        r"\bphones?\b",
        {"de": "handy", "es": "móvil", "fr": "téléphone", "ar": "هاتف|هواتف"},
    ),
    "call": Word(
        r"\bcall(?:ed|s)?\b",
        {
            "de": "aufruf|aufgerufen|aufzurufen|ruf.* auf",
            "es": "llam",
            "fr": "appel",
            "ar": "ند|ناد|نود",
        },
        beside="help|Call for|Call everybody|Call nobody|all next|Call again|calls off|(?:is|are) called$|is called \\(|somebody called|Calls itself|called\\?",
    ),
}

NEVER = {
    "de": [
        "Zurückgestellt",
        "Parken",
        "Neu verbinden",
        "Melden, wenn",
        "Schlange",
        "Telefon",
    ],
    "es": ["teléfono"],
    "ar": ["مكتب", "صفوف"],
}
"""What was understood as something else."""


def texts(language: str) -> Iterator[tuple[str, str, str]]:
    """Yield each face, its English text, and all of its forms in the language."""
    for folder in FACES:
        face = folder.partition("/")[0]
        messages = parse(ROOT / folder / f"{language}.ts").iter("message")
        for message in messages:
            source = message.findtext("source") or ""
            translation = message.find("translation")
            assert translation is not None
            yield face, source, " ".join(translation.itertext()).strip()
    file = ROOT / "server/translations" / language / "LC_MESSAGES/messages.po"
    with file.open("rb") as catalogue:
        for each in read_po(catalogue):
            if each.id:
                source, *_ = [each.id] if isinstance(each.id, str) else each.id
                said = each.string or ""
                yield "phone", source, said if isinstance(said, str) else " ".join(said)


SET_UP = "".join(
    file.read_text(encoding="utf-8")
    for pages in (
        "server/templates/manager",
        "server/web/manager",
        "server/usecases",
        "server/domain",
    )
    for file in sorted((ROOT / pages).rglob("*.*"))
    if file.suffix in (".html", ".py")
)
"""The manager's pages and what their rules say, where desks are set up: as desks, whatever the branch then calls them."""

ADRIFT = re.compile(r" [:;!?»]|« |«(?!\u202f)|(?<!\u202f)»|(?<![\u202f!?])[;!?]")
"""A mark that French sets apart, where a line could break before it; of colons those in addresses and commands stand close."""

TRANSLATED = [language for language in LANGUAGES if language != SOURCE]


@pytest.mark.parametrize("language", TRANSLATED)
@pytest.mark.parametrize("word", WORDS.values(), ids=WORDS)
def test_each_thing_has_one_word(word: Word, language: str) -> None:
    meant = [
        (face, english, text)
        for face, english, text in texts(language)
        if re.search(word.english, english, re.IGNORECASE)
        and not re.search(word.beside, english)
    ]
    others = [
        each
        for each in meant
        if not re.search(word.roots[language], each[2], re.IGNORECASE)
    ]
    assert meant
    assert others == []


@pytest.mark.parametrize("language", NEVER)
def test_what_is_misunderstood_is_on_no_face(language: str) -> None:
    found = [
        (face, text, never)
        for face, _, text in texts(language)
        for never in NEVER[language]
        if never in text
    ]
    assert found == []


def test_whatever_names_a_desk_has_its_words_for_rooms_windows_and_counters_too() -> (
    None
):
    """A branch calls its places as it likes: a text that knows desks only would be wrong there, except where it is set up."""
    known = {english.lower() for _, english, _ in texts("de")}
    alone = [
        (face, english)
        for face, english, _ in texts("de")
        for place in ("room", "window", "counter")
        if _of_another_place(english, place) not in known and english not in SET_UP
    ]
    assert alone == []


def _of_another_place(english: str, place: str) -> str:
    other = re.sub(r"(?<!{)desk(?!_|})", place, english.lower())
    return other.replace("at room", "in room")


COUNTED = re.compile(
    r"%\d (?:waiting|waited|in line|ahead|more|people|times|numbers|others)"
)
"""What is said of so many: one alone is said otherwise in most languages."""


@pytest.mark.parametrize("folder", FACES)
def test_what_is_counted_has_its_plural_forms(folder: str) -> None:
    counted = [text for text in texts_of(ROOT / FACES[folder]) if not text.plural]
    assert [text.words for text in counted if COUNTED.search(text.words)] == []


def test_french_marks_never_begin_a_line() -> None:
    adrift = [(face, text) for face, _, text in texts("fr") if ADRIFT.search(text)]
    assert adrift == []
