"""A figure of the analytics as one plain structure: its chart, its table and its CSV are made of it, and so cannot differ."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from io import StringIO
from math import floor
from typing import Any

Value = float | None
"""What is measured; None where nothing is, or of too few people to be told."""


class Drawn(StrEnum):
    """As what a figure is drawn."""

    SHADES = "shades"
    LOAD = "load"
    WAITS = "waits"
    DAYS = "days"
    SHARES = "shares"
    PAIRS = "pairs"
    RANGES = "ranges"
    TABLE = "table"


class Mark(StrEnum):
    """By what a column is known in a chart, as its key shows it."""

    BAR = "bar"
    BAR_TOO = "bar-too"
    BAR_PALE = "bar-pale"
    OUTLINE = "outline"
    LINE = "line"
    LINE_THIN = "line-thin"
    LINE_BEFORE = "line-before"
    GOAL = "goal"
    STEPS = "steps"
    BAND = "band"
    WHISKER = "whisker"
    DOT = "dot"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """What is measured in one column, and in which unit; `key` is its name for programs."""

    key: str
    label: str
    unit: str = ""
    decimals: int = 0
    mark: Mark | None = None
    in_key: str = ""
    """What the key says, where that is not the label."""

    @property
    def title(self) -> str:
        """The label with its unit."""
        return f"{self.label} ({self.unit})" if self.unit else self.label


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table, one place in the chart: an hour, a day, a desk; `href` is the page that tells more of it."""

    label: str
    values: tuple[Value, ...]
    short: str = ""
    """What stands at the axis, where that has less room."""

    href: str = ""
    says: str = ""
    """What the chart writes beside it, in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure: what it shows in a sentence, what is measured, and the numbers.

    `of` says what the rows are; values are rounded as they are shown, so that nobody reads two numbers for one.
    """

    slug: str
    drawn: Drawn
    heading: str
    measured: str
    of: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    note: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether there is not one number in it."""
        return all(value is None for row in self.rows for value in row.values)


def figure(columns: Sequence[Column], rows: Iterable[Row], **more: Any) -> Figure:
    """Return a figure whose values are rounded to what their columns show."""
    rounded = (
        Row(
            label=row.label,
            values=tuple(map(_rounded, row.values, columns)),
            short=row.short,
            href=row.href,
            says=row.says,
        )
        for row in rows
    )
    return Figure(columns=tuple(columns), rows=tuple(rounded), **more)


def _rounded(value: Value, column: Column) -> Value:
    if value is None:
        return None
    # As `of_100` does: half of one is one.
    return round(value, column.decimals) if column.decimals else floor(value + 0.5)


@dataclass(frozen=True, slots=True)
class Dialect:
    """How spreadsheets of a language read CSV: a comma in numbers leaves the semicolon between them."""

    decimal: str = "."

    @property
    def delimiter(self) -> str:
        """What stands between two cells."""
        return "," if self.decimal == "." else ";"

    def cell(self, value: Value) -> str:
        """Return a number as it stands in a cell."""
        return (
            ""
            if value is None
            else f"{value}".removesuffix(".0").replace(".", self.decimal)
        )


def figure_csv(figure: Figure, dialect: Dialect) -> str:
    """Return the figure's table as RFC 4180 text with a header, one line for each row."""
    head = [figure.of, *(column.title for column in figure.columns)]
    body = ([row.label, *map(dialect.cell, row.values)] for row in figure.rows)
    return _csv([head, *body], dialect)


def figures_csv(
    figures: Iterable[Figure], head: Sequence[str], dialect: Dialect
) -> str:
    """Return every number of all figures as RFC 4180 text, one line for each: figure, row, what is measured, its unit, the number."""
    lines = (line for each in figures for line in _lines(each, dialect))
    return _csv([head, *lines], dialect)


def _lines(figure: Figure, dialect: Dialect) -> Iterator[list[str]]:
    for row in figure.rows:
        for column, value in zip(figure.columns, row.values, strict=True):
            yield [figure.measured, row.label, column.label, column.unit, dialect.cell(value)]  # fmt: skip


def _csv(lines: Iterable[Sequence[str]], dialect: Dialect) -> str:
    text = StringIO()
    # By this mark spreadsheets know that it is UTF-8.
    text.write("\N{ZERO WIDTH NO-BREAK SPACE}")
    writer = csv.writer(text, delimiter=dialect.delimiter)
    for line in lines:
        writer.writerow([_safe(cell) for cell in line])
    return text.getvalue()


def _safe(cell: str) -> str:
    """Return what no spreadsheet takes for a formula (OWASP, CSV injection); numbers are never negative here."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@")) else cell
