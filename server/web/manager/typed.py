"""What somebody typed into a form, read field by field; what is wrong with it is said at its field, in the page's language.

What cannot be read is said of all fields at once; what the rules refuse beyond that, they say when it is to be saved.
"""

import re
from collections.abc import Callable, Mapping
from enum import Enum
from typing import Any, TypeVar

from babel.numbers import format_decimal
from werkzeug.datastructures import MultiDict

from server.domain.phrases import filled
from server.domain.refusals import NotValid, Refusal
from server.domain.settings import Setting
from server.web.languages import Language
from server.web.problems import NotSignedInHere

T = TypeVar("T")

NOT_SAVED = 422
"""The status of a page that shows a form again."""

_NO_LIMIT = "no limit"
_NUMBER = re.compile(r"[+-]?\d+([.,٫]\d*)?")


class Typed:
    """A form as it was filled in: `form` keeps what was typed, `problems` has what is wrong by field, "" for the whole.

    `was` is what it was filled in with, where that matters; see `meanwhile.py`.
    """

    def __init__(self, form: MultiDict[str, str], language: Language) -> None:
        self.form = form
        self.language = language
        self.problems: dict[str, str] = {}
        self.was = ""

    def text(self, name: str) -> str:
        """Return what was typed there, with single blanks."""
        return " ".join(self.form.get(name, "").split())

    def is_ticked(self, name: str) -> bool:
        """Return whether the box is ticked."""
        return name in self.form

    def by_language(self, name: str, languages: tuple[str, ...]) -> dict[str, str]:
        """Return the words of fields that there is one of for each language: `name-en`, `name-de`."""
        return {
            tag: self.text(f"{name}-{tag}")
            for tag in languages
            if f"{name}-{tag}" in self.form
        }

    def wrong(self, field: str, phrase: str, /, **words: str) -> None:
        """Note what is wrong at a field; what was noted there first stays."""
        self.problems.setdefault(field, filled(phrase, words))

    def value(self, setting: Setting, name: str | None = None) -> Any:
        """Return what was typed for a setting, as its kind; note what is wrong, and return its default then."""
        name = name or setting.name
        if setting.kind is bool:
            return self.is_ticked(name)
        if issubclass(setting.kind, Enum):
            return self._one_of(name, setting)
        if setting.kind in (int, float):
            return self._number(name, setting)
        return self.text(name)

    def whole(self, name: str, least: int, most: int) -> int | None:
        """Return the whole number in this field, None where there is none, which is noted."""
        return self._read(name, int, least, most)

    def decimal(self, name: str, least: float, most: float) -> float | None:
        """Return the number in this field, None where there is none, which is noted."""
        return self._read(name, float, least, most)

    def _one_of(self, name: str, setting: Setting) -> Any:
        given = self.text(name)
        if given in setting.choices:
            return setting.kind(given)
        self.wrong(name, self.language.gettext("Choose one of these."))
        return setting.default

    def _number(self, name: str, setting: Setting) -> float | None:
        if not self.text(name) and may_be_empty(setting):
            return 0 if setting.zero == _NO_LIMIT else None
        assert setting.least is not None
        assert setting.most is not None
        number = self._read(
            name, setting.kind, setting.least, setting.most, or_empty=may_be_empty(setting)
        )  # fmt: skip
        default: float | None = setting.default
        return default if number is None else number

    def _read(
        self, name: str, kind: Callable[[str], T], least: float, most: float, *, or_empty: bool = False
    ) -> T | None:  # fmt: skip
        typed, _ = self.text(name), self.language.gettext
        if not typed:
            self.wrong(name, _("Give a number."))
            return None
        try:
            number: T | None = kind(typed.replace(",", ".").replace("٫", "."))
        except ValueError:
            number = None
        # Python reads underscores and exponents, too.
        if number is None or not _NUMBER.fullmatch(typed):
            self.wrong(name, self._no_number(kind, or_empty=or_empty), typed=typed)
            return None
        if not least <= number <= most:  # type: ignore[operator]  # both kinds are numbers
            self.wrong(
                name,
                _("Give a number from {least} to {most}."),
                least=written(least, self.language),
                most=written(most, self.language),
            )
            return None
        return number

    def _no_number(self, kind: Any, *, or_empty: bool) -> str:
        _ = self.language.gettext
        if or_empty:
            return _(
                "“{typed}” is not a number. Give a whole number, or leave it empty."
            )
        if kind is int:
            return _("“{typed}” is not a number. Give a whole number.")
        return _("“{typed}” is not a number. Give one such as 5 or 2.5.")

    def saving(
        self,
        save: Callable[[], T],
        at: Mapping[str, str] | None = None,
        instead: Mapping[str, str] | None = None,
    ) -> T | None:
        """Return what saving gives; where anything is wrong or is refused, note it and return None.

        `at` names the field on the page where the rules name another; `instead` is what is said at a field in the words of the page.
        """
        if self.problems:
            return None
        try:
            return save()
        except NotValid as refused:
            field = (at or {}).get(refused.field, refused.field)
            said = (instead or {}).get(refused.field)
            self.problems.setdefault(field, said or self.language.told(refused.said))
        except NotSignedInHere:
            raise
        except Refusal as refused:
            self.problems.setdefault("", self.language.told(refused.said))
        return None


def may_be_empty(setting: Setting) -> bool:
    """Return whether an empty field means something: no limit, or the branch's."""
    return setting.zero == _NO_LIMIT or setting.default is None


def shown(setting: Setting, value: Any) -> str | None:
    """Return how a form shows a setting's value; None for a box that is not ticked."""
    if isinstance(value, bool):
        return "on" if value else None
    if value is None or (value == 0 and setting.zero == _NO_LIMIT):
        return ""
    if isinstance(value, float):
        return f"{value:.15g}"
    return str(value.value if isinstance(value, Enum) else value)


def written(number: float, language: Language) -> str:
    """Return the number as the language writes it."""
    return format_decimal(number, locale=language.locale, numbering_system="default")
