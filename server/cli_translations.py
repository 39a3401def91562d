"""`takeanumber translations`: which texts are not translated yet."""

from collections.abc import Iterator
from pathlib import Path

import click

from shared.translations import LANGUAGES, PLURAL_FORMS, SOURCE, Gap, gaps

ROOT = Path(__file__).resolve().parent.parent
WEB = ROOT / "server"
CATALOGUES = WEB / "translations"

_METHODS = [("**.py", "python"), ("templates/**.html", "jinja2.ext.babel_extract")]


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


def web_texts(pages: Path) -> set[str | tuple[str, ...]]:
    """Return every text to translate of the web pages; one with plural forms is a tuple."""
    from babel.messages.extract import extract_from_dir

    return {found[2] for found in extract_from_dir(str(pages), _METHODS) if found[2]}


def catalogue_gaps(
    file: Path, language: str, wanted: set[str | tuple[str, ...]]
) -> Iterator[Gap]:
    """Yield what one web translation lacks."""
    from babel.messages.pofile import read_po

    if not file.exists():
        yield Gap(file, "there is no such translation")
        return
    with file.open("rb") as source:
        catalogue = read_po(source, locale=language)
    for text in sorted(wanted, key=str):
        words = text if isinstance(text, str) else text[0]
        message = catalogue.get(words)
        if message is None:
            yield Gap(file, f"“{words}” is missing")
            continue
        told = (
            message.string if isinstance(message.string, tuple) else (message.string,)
        )
        forms = 1 if isinstance(text, str) else PLURAL_FORMS[language]
        if message.fuzzy or len([form for form in told if form]) < min(
            forms, len(told)
        ):
            yield Gap(file, f"“{words}” is not translated")
