"""The languages that pages speak: catalogs read from `.po` files at the start, no build step between."""

from collections.abc import Iterable, Iterator
from datetime import datetime, tzinfo
from functools import cache
from gettext import NullTranslations
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.dates import format_datetime
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations

from server.domain.phrases import Phrase, filled
from shared.translations import LANGUAGE_NAMES

SOURCE = "en"
"""The language that the pages are written in; it needs no catalog."""

_CATALOGS = Path(__file__).resolve().parent.parent / "translations"
_ENOUGH_TO_MEET_EVERY_FORM = 200


class Language:
    """One language: its words, its plural forms and its direction."""

    def __init__(self, tag: str, catalog: NullTranslations) -> None:
        self.tag = tag
        self.locale = Locale.parse(tag)
        self._catalog = catalog
        # Each plural form by the smallest number that takes it, so that a phrase can be had in all its forms.
        self._examples: dict[str, int] = {}
        for number in range(_ENOUGH_TO_MEET_EVERY_FORM):
            self._examples.setdefault(self.cardinal(number), number)

    @property
    def own_name(self) -> str:
        """What it calls itself: `Deutsch`."""
        return LANGUAGE_NAMES[self.tag]

    @property
    def direction(self) -> str:
        """How it is written: `ltr` or `rtl`."""
        return self.locale.text_direction

    @property
    def days(self) -> Locale:
        """By which days are written: in English with the day before the month, as times of day are counted to 24."""
        return Locale.parse("en_GB") if self.tag == SOURCE else self.locale

    @property
    def numbers(self) -> str:
        """The BCP 47 tag by which browsers format numbers as this server does."""
        return f"{self.tag}-u-nu-{self.locale.default_numbering_system}"

    def day_and_time(self, at: datetime, zone: tzinfo) -> str:
        """Return the day of the week and the time of day there: `Tuesday, 10:42`."""
        parts = ("EEEE", "HH:mm")
        return self.listed(
            format_datetime(at, part, tzinfo=zone, locale=self.locale) for part in parts
        )

    def listed(self, words: Iterable[str]) -> str:
        """Return them one after the other, with this language's comma: `A, B`."""
        return (", " if self.direction == "ltr" else "، ").join(words)

    def gettext(self, text: str) -> str:
        """Return the text in this language."""
        return self._catalog.gettext(text)

    def ngettext(self, one: str, many: str, number: int) -> str:
        """Return the text for so many, in this language."""
        return self._catalog.ngettext(one, many, number)

    def pgettext(self, of: str, text: str) -> str:
        """Return the text as it is said of such a thing: a queue is closed otherwise than a day."""
        return self._catalog.pgettext(of, text)

    def told(self, said: object) -> str:
        """Return what the rules said in this language; what has no words in it stands as it was said."""
        if not isinstance(said, Phrase):
            return str(said)
        words = {name: self.told(word) for name, word in said.words.items()}
        return filled(self.gettext(said.pattern), words)

    def cardinal(self, number: int) -> str:
        """Return the CLDR form of "3 tickets": `one`, `few`, `other` ..."""
        return self.locale.plural_form(number)

    def ordinal(self, number: int) -> str:
        """Return the CLDR form of "the 3rd ticket": `one`, `few`, `other` ..."""
        return self.locale.ordinal_form(number)

    def plural_forms(self, one: str, many: str) -> dict[str, str]:
        """Return the phrase by CLDR form, for scripts that have no catalog; `other` is always there."""
        forms = {
            form: self.ngettext(one, many, number)
            for form, number in self._examples.items()
        }
        forms.setdefault("other", self.ngettext(one, many, 100))
        return forms


class Languages:
    """Every language there is a catalog for, and the source language."""

    def __init__(self, catalogs: Path = _CATALOGS) -> None:
        self._by_tag = {SOURCE: Language(SOURCE, NullTranslations())}
        for path in sorted(catalogs.glob("*/LC_MESSAGES/messages.po")):
            tag = path.parts[-3]
            self._by_tag[tag] = Language(tag, _read(path))

    def __iter__(self) -> Iterator[Language]:
        """Yield each language, the source language first."""
        return iter(self._by_tag.values())

    def __contains__(self, tag: str) -> bool:
        """Return whether there is this language."""
        return tag in self._by_tag

    def choose(self, wanted: Iterable[str | None]) -> Language:
        """Return the first wanted language that there is, `de` for `de-AT`; the source language if none is."""
        for tag in wanted:
            for known in (tag or "", (tag or "").partition("-")[0]):
                if known.lower() in self._by_tag:
                    return self._by_tag[known.lower()]
        return self._by_tag[SOURCE]


@cache
def shipped() -> Languages:
    """Return the languages that come with this release, read once."""
    return Languages()


def _read(path: Path) -> Translations:
    compiled = BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file))
    compiled.seek(0)
    return Translations(compiled)
