"""A poster for the wall: the queue's name and the code that opens its page."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from flask import Blueprint, Response, current_app, url_for
from qrcode.constants import ERROR_CORRECT_M
from qrcode.main import QRCode

from server.domain.branch import BranchSettings, Queue
from server.store.store import MAIN_BRANCH, Store
from server.web import pages
from server.web.endpoint import public_base
from server.web.phone import words

_QUIET_ZONE = 4


def declare(blueprint: Blueprint) -> None:
    """Declare the poster."""

    @blueprint.get("/q/<slug:slug>/poster", strict_slashes=False)
    def poster(slug: str) -> Response:
        """Show the queue's poster, one A4 page to print."""
        store: Store = current_app.extensions["store"]
        with store.reading(MAIN_BRANCH) as view:
            queue, branch = view.queue(slug), view.branch.settings
        return page(queue, branch, public_base() + url_for(".queue_page", slug=slug))


def page(queue: Queue, branch: BranchSettings, address: str) -> Response:
    """Answer with the poster; it says what to do in each language of the branch."""
    # A language that the pages do not speak falls back to one that may be there already.
    languages = list(dict.fromkeys(map(pages.language_named, branch.languages)))
    return pages.respond(
        "poster.html",
        languages[0],
        branch=branch,
        queue=queue,
        names=[(each, words.name_of(queue, each)) for each in languages],
        code=drawn(address),
        address=address,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A QR code as the path of an SVG, so many units wide."""

    width: int
    path: str


def drawn(address: str) -> Drawn:
    """Return the code of this address with its quiet zone."""
    code = QRCode(error_correction=ERROR_CORRECT_M, border=_QUIET_ZONE)
    code.add_data(address)
    code.make(fit=True)
    rows = code.get_matrix()
    path = "".join(
        f"M{x} {y}h{wide}v1h-{wide}z"
        for y, row in enumerate(rows)
        for x, wide in _dark_runs(row)
    )
    return Drawn(width=len(rows), path=path)


def _dark_runs(row: list[bool]) -> Iterator[tuple[int, int]]:
    """Yield where dark modules beside each other begin, and how many they are."""
    x = 0
    for dark, modules in groupby(row):
        wide = len(list(modules))
        if dark:
            yield x, wide
        x += wide
