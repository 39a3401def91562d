"""`takeanumber translations`: which texts are not translated yet."""

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

import click

from shared.translations import LANGUAGES, PLURAL_FORMS, SOURCE, Gap, gaps

ROOT = Path(__file__).resolve().parents[2]
WEB = ROOT / "server"
CATALOGUES = WEB / "translations"

KEYWORDS: dict[str, Any] = {
    "_": None,
    "gettext": None,
    "phrase": None,
    "ngettext": (1, 2),
    "plural": (1, 2),
    "pgettext": ((1, "c"), 2),
}
"""What marks a text to translate, and which of its arguments are texts; `c` is for what it is said of."""

_METHODS = [("**.py", "python"), ("templates/**.html", f"{__name__}:page_texts")]
_OF_A_LANGUAGE = re.compile(rb"\b\w+\.(?=[np]?gettext\()")
_PLACE = re.compile(r"{\w+}|%\(\w+\)s")


class Text(NamedTuple):
    """A text to translate; one with plural forms is a tuple, and `of` tells apart what English calls alike."""

    words: str | tuple[str, ...]
    of: str | None = None

    @property
    def first(self) -> str:
        """Its words for one."""
        return self.words if isinstance(self.words, str) else self.words[0]


@click.command("translations")
@click.option("--check", is_flag=True, help="End with 1 when anything is missing.")
def translations(check: bool) -> None:
    """List what is not translated: in the three programs and on the web pages."""
    found = [*gaps(ROOT), *web_gaps(WEB, CATALOGUES)]
    for gap in found:
        file = gap.file.relative_to(ROOT) if ROOT in gap.file.parents else gap.file
        click.echo(f"{file}: {gap.what}")
    if not found:
        click.echo(f"Everything is translated: {', '.join(LANGUAGES)}.")
    elif check:
        raise SystemExit(1)


def web_gaps(pages: Path, catalogues: Path) -> Iterator[Gap]:
    """Yield what the web pages leave untranslated."""
    wanted = web_texts(pages)
    for language in LANGUAGES:
        if wanted and language != SOURCE:
            file = catalogues / language / "LC_MESSAGES" / "messages.po"
            yield from catalogue_gaps(file, language, wanted)


def web_texts(pages: Path) -> set[Text]:
    """Return every text to translate of the web pages."""
    from babel.messages.extract import extract_from_dir

    found = extract_from_dir(str(pages), _METHODS, keywords=KEYWORDS)
    return {Text(words, of) for *_, words, _, of in found if words}


def page_texts(
    file: BinaryIO,
    keywords: Sequence[str],
    comment_tags: Sequence[str],
    options: dict[str, Any],
) -> Iterator[Any]:
    """Yield the texts of a template, also those that it asks a certain language for: `each.gettext("…")`."""
    from jinja2.ext import babel_extract

    bare = BytesIO(_OF_A_LANGUAGE.sub(b"", file.read()))
    yield from babel_extract(bare, keywords, comment_tags, options)


def catalogue_gaps(file: Path, language: str, wanted: set[Text]) -> Iterator[Gap]:
    """Yield what one web translation lacks."""
    from babel.messages.pofile import read_po

    if not file.exists():
        yield Gap(file, "there is no such translation")
        return
    with file.open("rb") as source:
        catalogue = read_po(source, locale=language)
    for text in sorted(wanted, key=str):
        called = f"“{text.first}”" + (f" of a {text.of}" if text.of else "")
        message = catalogue.get(text.first, text.of)
        if message is None:
            yield Gap(file, f"{called} is missing")
            continue
        told = (
            message.string if isinstance(message.string, tuple) else (message.string,)
        )
        is_one = isinstance(text.words, str)
        wanted_forms = 1 if is_one else PLURAL_FORMS[language]
        if (
            message.fuzzy
            or len([form for form in told if str(form or "").strip()]) < wanted_forms
        ):
            yield Gap(file, f"{called} is not translated")
            continue
        for form in told:
            if not _fills_the_same(text.words, str(form)):
                yield Gap(file, f"“{form}” fills in other places")


def _fills_the_same(text: str | tuple[str, ...], form: str) -> bool:
    """Return whether a translation has its text's places to fill in; a plural may say its numbers in words."""
    places = set(_PLACE.findall(text if isinstance(text, str) else " ".join(text)))
    given = set(_PLACE.findall(form))
    return given == places if isinstance(text, str) else given <= places
