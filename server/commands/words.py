"""Settings in words, as commands show them and say what is so now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import click

from server.domain.settings import settings_of
from server.present.setting_words import value_in_words


def lines(settings: Any, names: Iterable[str] | None = None) -> Iterator[str]:
    """Yield a line for each setting, or each of these, by its label: `Most waiting at once: 20`."""
    for name, setting in settings_of(type(settings)).items():
        if names is None or name in names:
            yield f"{setting.label}: {value_in_words(setting, getattr(settings, name))}"


def table(*rows: Iterable[object]) -> Iterator[str]:
    """Yield the rows, headings first, with columns that stand below one another."""
    texts = [[str(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*texts, strict=True)]
    for row in texts:
        padded = zip(row, widths, strict=True)
        yield "  ".join(cell.ljust(width) for cell, width in padded).rstrip()


def say(text: Iterable[str]) -> None:
    """Print lines, each for itself."""
    for line in text:
        click.echo(line)


def words_by_language(
    texts: Iterable[str], option: str
) -> tuple[str | None, dict[str, str]]:
    """Return the text without a language, and those of languages: `Parking`, `de=Parken`, `de=` to take away.

    Ends with what is wrong where what stands before the first `=` looks like a language and is none.
    """
    from shared.translations import LANGUAGES

    own, others = None, dict[str, str]()
    for text in texts:
        language, equals, words = text.partition("=")
        language = language.strip().lower()
        if not equals or not _is_like_a_language(language):
            own = text
        elif language in LANGUAGES:
            others[language] = words.strip()
        else:
            raise click.UsageError(
                f"{option} “{text}”: there is no language “{language}”. There are: {', '.join(LANGUAGES)}."
            )
    return own, others


def _is_like_a_language(text: str) -> bool:
    first, _, rest = text.replace("_", "-").partition("-")
    return len(first) in (2, 3) and first.isalpha() and len(rest) <= 8
