"""Nothing on the managers' pages is left in English: what is no name and no number goes through the catalogue.

The pages are shown in a language that nobody speaks. It marks whatever it is asked for: what bears no mark was never asked for, and would be
English in every language.
"""

import re
from collections.abc import Iterable, Iterator
from gettext import NullTranslations
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from babel import Locale
from babel.messages.pofile import read_po
from werkzeug.test import TestResponse

from server.commands.translations import CATALOGUES
from server.usecases.setup import (
    AddDevice,
    SetBranch,
    SetQueue,
    SetServicer,
)
from server.web.languages import Language, Languages
from shared.translations import LANGUAGE_NAMES, LANGUAGES, SOURCE
from shared.wire.messages import Role
from tests.server.in_time import BranchInTime, Device
from tests.server.managers import HERE, Manager
from tests.server.test_manager_nonsense import PAGES, addresses, fields
from tests.server.test_rights import named

ROOT = CATALOGUES.parent.parent
TAG = "de"
"""Whose dates and names of languages the language that nobody speaks has."""

NAMES = "Ægir Ärmel Össur Ñandú José Maria Ingrid ingrid Take Number Firefox Linux UTC Etc Europe elderly child parking passports"
"""What is called so in every language."""

CALLED_BEFORE = ("Take A Number", "Parking permits", "Passports")
"""What the branch and its queues were called at first, as the changes tell."""

NONSENSE = ["", "²", "§" * 500, "-1", "9" * 30, "\u202e", "25:61-99:00", "2026-12-24", "#999999", "3", "parking"]  # fmt: skip
LEAVES_ALONE = ("/sign-out", "/account/password", "/account/sessions/end")
"""After these nobody would be signed in any more, or argon2 would take its time."""

ALIKE = frozenset({"Browser", "Code", "Console", "Consoles", "Error:", "Live", "Logo", "Name", "Name ({language})", "Notes", "Pages", "Test", "Text", "Version", "min", "minutes", "no", "{high} min", "{h} h {n} min", "{low}–{high} min", "{n} min"})  # fmt: skip
"""What is spelled in another language as in English."""

_OPEN, _SHUT = "⟦", "⟧"
_PLACE = re.compile(r"({\w+}|%\(\w+\)s)")
_MARKED = re.compile(f"{_OPEN}[^{_SHUT}]*{_SHUT}")
_WORD = re.compile(r"[^\W\d_]{2,}")
_READ_OUT = ("aria-label", "title", "placeholder", "alt")
_ALONE = frozenset({"input", "img", "br", "link", "meta", "hr"})


class Marks(NullTranslations):
    """Marks every text, and leaves what is filled in outside."""

    def gettext(self, message: str) -> str:
        apart = _PLACE.sub(rf"{_SHUT}\1{_OPEN}", message)
        return f"{_OPEN}{apart}{_SHUT}"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        return self.gettext(message)


class Read(HTMLParser):
    """What people read of a page in its language: no code, and nothing that stands there in a language of its own."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._around: list[bool] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = dict(attrs)
        apart = tag in ("script", "style", "code", "svg") or has.get("lang", TAG) != TAG
        apart = apart or "code" in (has.get("class") or "").split()
        if not apart and not any(self._around):
            self.texts += [has[name] or "" for name in _READ_OUT if name in has]
        if tag not in _ALONE:
            self._around.append(apart)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """What is closed at once has no text."""

    def handle_endtag(self, tag: str) -> None:
        if tag not in _ALONE:
            self._around.pop()

    def handle_data(self, data: str) -> None:
        if not any(self._around):
            self.texts.append(data)


def known() -> frozenset[str]:
    """Return the words that stand on pages without having been asked for: names, days, months and languages."""
    locale = Locale.parse(TAG)
    kinds = [*locale.days["format"].values(), *locale.days["stand-alone"].values(), *locale.months["format"].values()]  # fmt: skip
    dates = [str(name) for kind in kinds for name in kind.values()]
    tongues = [*LANGUAGE_NAMES.values(), *(str(locale.languages[tag]) for tag in LANGUAGE_NAMES)]  # fmt: skip
    return frozenset(_WORD.findall(" ".join([NAMES, *dates, *tongues])))


KNOWN = known()


def unmarked(page: str) -> set[str]:
    """Return what is read on the page and was never asked for, but for what is known."""
    left = (" ".join(_MARKED.sub(" ", text).split()) for text in Read(page).texts)
    left = (text for text in left if text not in CALLED_BEFORE)
    return {text for text in left if set(_WORD.findall(text)) - KNOWN}


def told(where: str, answers: Iterable[TestResponse]) -> Iterator[str]:
    """Yield what of the answers is English, with where that is."""
    for answer in answers:
        if answer.mimetype == "text/html":
            yield from (f"{where}: {text[:200]}" for text in unmarked(answer.text))


@pytest.fixture(scope="module")
def branch(branch_of_the_file: BranchInTime) -> BranchInTime:
    """One branch for all of it, with names that are no English words, and somebody in line."""
    branch_of_the_file.do(SetBranch(settings={"name": "Ægir"}))
    branch_of_the_file.do(SetQueue(slug="parking", names={"en": "Ärmel"}))
    branch_of_the_file.do(SetQueue(slug="passports", names={"en": "Össur"}))
    branch_of_the_file.do(AddDevice(role=Role.CONSOLE, name="Ñandú"))
    kiosk = branch_of_the_file.do(AddDevice(role=Role.KIOSK, name="Ñandú Ñandú"))
    Device(branch_of_the_file, kiosk).take()
    branch_of_the_file.do(SetServicer(name="Maria", pin="482913"))
    # Of its own: what comes with the release is read once, for everybody in this process.
    languages = Languages()
    languages._by_tag[TAG] = Language(TAG, Marks())
    branch_of_the_file.http.application.extensions["languages"] = languages
    return branch_of_the_file


@pytest.fixture
def ingrid(branch: BranchInTime) -> Manager:
    """A manager who reads pages in the language that nobody speaks."""
    ingrid = Manager(branch)
    ingrid.browser.set_cookie("language", TAG)
    return ingrid


def pages(ingrid: Manager) -> Iterator[str]:
    """Open every page, as it is and where nothing is at its address; yield what of it is English."""
    for page in PAGES:
        if page.method == "GET":
            answers = (ingrid.get(path, follow_redirects=True) for path in addresses(page)[:2])  # fmt: skip
            yield from told(named(page), answers)


def forms(ingrid: Manager) -> Iterator[str]:
    """Send nonsense from every form; yield what of the answers is English."""
    seal = ingrid.seal()
    for page in PAGES:
        if page.method != "POST" or page.path in LEAVES_ALONE:
            continue
        for path in addresses(page)[:2]:
            names = fields(ingrid, page, path)
            for value in NONSENSE:
                answer = ingrid.browser.post(f"/manager{path}", data={"csrf": seal, **dict.fromkeys(names, value)}, headers=HERE, follow_redirects=True)  # fmt: skip
                yield from told(f"{named(page)} {value[:12]!r}", [answer])


@pytest.mark.slow
def test_no_page_is_left_in_english(ingrid: Manager) -> None:
    assert sorted(set(pages(ingrid))) == []


@pytest.mark.slow
def test_no_answer_to_a_form_is_left_in_english(ingrid: Manager) -> None:
    assert sorted(set(forms(ingrid))) == []
    assert sorted(set(pages(ingrid))) == [], "what was changed is told in the changes"


FRENCH = [
    CATALOGUES / "fr/LC_MESSAGES/messages.po",
    *sorted(ROOT.glob("*/i18n/fr.ts")),
    *sorted(ROOT.glob("*/*/i18n/fr.ts")),
]
_TIGHT = re.compile(r"«(?![\u00a0\u202f])|(?<![\u00a0\u202f])»")


@pytest.mark.parametrize("file", FRENCH, ids=lambda file: file.parent.parent.name)
def test_french_quotes_stand_apart_from_what_they_quote(file: Path) -> None:
    text = unescape(file.read_text(encoding="utf-8"))
    assert "«" in text or file.suffix == ".ts"
    assert [text[m.start() - 30 : m.end() + 30] for m in _TIGHT.finditer(text)] == []


@pytest.mark.parametrize("language", [tag for tag in LANGUAGES if tag != SOURCE])
def test_what_is_translated_is_another_text(language: str) -> None:
    with (CATALOGUES / language / "LC_MESSAGES/messages.po").open("rb") as file:
        catalogue = read_po(file, locale=language)
    english = {
        str(each.id)
        for each in catalogue
        if each.string == each.id and _WORD.search(_PLACE.sub("", str(each.id)))
    }
    assert english <= ALIKE
