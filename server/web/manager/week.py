"""A week's opening hours in a form: from and until, as often as a day opens."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time

from babel.dates import get_day_names
from werkzeug.datastructures import MultiDict

from server.domain.branch import Span, Week
from server.domain.hours import overlapped_by_night
from server.web.languages import Language
from server.web.manager.clock_times import BadTime, Wrong, spans_of
from server.web.manager.typed import Typed

_WEEKDAYS = 7
_LEAST_PAIRS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekday:
    """A weekday's fields, two for each span."""

    name: str
    pairs: list[tuple[str, str]]
    is_second_open: bool


def week_form(week: Week | None) -> MultiDict[str, str]:
    """Return the fields of a week; none are filled in where it is always open."""
    form: MultiDict[str, str] = MultiDict()
    if week is None:
        form["always"] = "on"
    for day in range(_WEEKDAYS):
        fill_in(form, f"day{day}", (week or {}).get(day, ()))
    return form


def weekdays(
    form: Mapping[str, str], language: Language, problems: Mapping[str, str]
) -> list[Weekday]:
    """Return the week's rows, Monday first."""
    names = get_day_names("wide", context="stand-alone", locale=language.locale)
    rows = []
    for day in range(_WEEKDAYS):
        fields = fields_of(form, f"day{day}")
        rows.append(
            Weekday(
                name=names[day],
                pairs=list(zip(fields[::2], fields[1::2], strict=True)),
                is_second_open=any(
                    form.get(field) or field in problems for field in fields[2:]
                ),
            )
        )
    return rows


def read_week(typed: Typed) -> Week | None:
    """Return the week that was typed, None for always; note what is wrong."""
    if typed.is_ticked("always"):
        return None
    days = get_day_names("wide", context="stand-alone", locale=typed.language.locale)
    # A sentence begins with them.
    names = {day: name[:1].upper() + name[1:] for day, name in days.items()}
    week: Week = {}
    for day in range(_WEEKDAYS):
        spans = read_day(typed, f"day{day}", names[day])
        if spans:
            week[day] = spans
    for day in overlapped_by_night(week):
        said = typed.language.gettext("{day}: these times overlap with the night before.")  # fmt: skip
        typed.wrong(f"day{day}-from1", said, day=names[day])
    return week


def fields_of(form: Mapping[str, str], day: str) -> list[str]:
    """Return the names of a day's fields: from and until, twice at least."""
    pairs = _LEAST_PAIRS
    while f"{day}-from{pairs + 1}" in form:
        pairs += 1
    return [
        f"{day}-{end}{pair}" for pair in range(1, pairs + 1) for end in ("from", "until")
    ]  # fmt: skip


def fill_in(form: MultiDict[str, str], day: str, spans: tuple[Span, ...]) -> None:
    """Fill in the fields of a day."""
    for number, (opens, closes) in enumerate(spans, start=1):
        form[f"{day}-from{number}"] = f"{opens:%H:%M}"
        form[f"{day}-until{number}"] = f"{closes:%H:%M}" if closes != time(0) else "24:00"  # fmt: skip


def read_day(typed: Typed, day: str, name: str) -> tuple[Span, ...]:
    """Return the spans of a day that was typed; note what is wrong, in a sentence that begins with the day's name."""
    fields = fields_of(typed.form, day)
    spans = spans_of([typed.text(field) for field in fields])
    if not isinstance(spans, BadTime):
        return spans
    _ = typed.language.gettext
    said = {
        Wrong.NO_TIME: _("{day}: “{typed}” is no time such as 9:00."),
        Wrong.HALF: _("{day}: give both times, from and until."),
        Wrong.BACKWARDS: _("{day}: it ends before it begins."),
        Wrong.OVERLAP: _("{day}: these times overlap."),
    }[spans.wrong]
    typed.wrong(fields[spans.field], said, day=name, typed=spans.typed)
    return ()
