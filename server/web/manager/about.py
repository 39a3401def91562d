"""Which version this is, and what is new in it."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from itertools import takewhile
from pathlib import Path

from flask import Response

from server.web.manager.pages import READERS, Asked, Pages

_CHANGELOG = Path(__file__).resolve().parents[3] / "CHANGELOG.md"
_MOST = 8
"""So many of what is new are told, newest first."""

_TECHNICAL = re.compile(r"\bAPI\b|command line|UTC|Chromium|\bproxy\b")

_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words, or something to type."""

    words: str
    is_typed: bool


@dataclass(frozen=True, slots=True)
class New:
    """Something that is new."""

    pieces: tuple[Piece, ...]

    @property
    def is_technical(self) -> bool:
        """Whether it is for whoever looks after the server: commands to type, and what programs say to each other."""
        return any(piece.is_typed or _TECHNICAL.search(piece.words) for piece in self.pieces)  # fmt: skip


def declare(pages: Pages) -> None:
    """Declare the page."""

    @pages.get("/about", who=READERS)
    def about_page(asked: Asked) -> Response:
        """Show the version, and what is new."""
        return asked.page(
            "manager/about.html",
            version=version("take-a-number"),
            news=[New(tuple(_pieces(each))) for each in _newest()[:_MOST]],
        )


def news(changelog: str) -> list[str]:
    """Return what the newest part of a change log says was added, a sentence or some each, without its links."""
    lines = iter(changelog.splitlines())
    for line in lines:
        if line.startswith("## "):
            break
    items: list[str] = []
    for line in takewhile(lambda line: not line.startswith("## "), lines):
        if line.startswith("- "):
            items.append(line[2:])
        elif line.startswith("  ") and items:
            items[-1] += " " + line.strip()
    return [_LINK.sub(r"\1", item) for item in items]


@cache
def _newest() -> list[str]:
    # An installed server may have been given no change log.
    return news(_CHANGELOG.read_text(encoding="utf-8")) if _CHANGELOG.exists() else []


def _pieces(item: str) -> list[Piece]:
    parts = item.replace("*", "").split("`")
    return [Piece(part, is_typed=n % 2 == 1) for n, part in enumerate(parts) if part]
