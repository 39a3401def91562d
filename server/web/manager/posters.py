"""Posters with QR codes: only for queues that give numbers to everybody's phone, as no other poster leads anywhere."""

from dataclasses import dataclass

from flask import Response, url_for

from server.domain.branch import JoinMode
from server.web import pages as web_pages
from server.web.endpoint import public_base
from server.web.languages import Language
from server.web.manager import headings
from server.web.manager.pages import READERS, Asked, Pages
from server.web.phone.poster import Drawn, drawn
from server.web.phone.words import name_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Poster:
    """A queue's poster: its name in each language of the branch, and the code of its address."""

    slug: str
    names: list[tuple[Language, str]]
    address: str
    code: Drawn


def declare(pages: Pages) -> None:
    """Declare the page of posters."""

    @pages.get("/posters", who=READERS)
    def posters_page(asked: Asked) -> Response:
        """Show every poster there is, each to be printed on a page of its own."""
        with asked.reading() as view:
            branch, queues = view.branch.settings, view.queues()
        languages = list(dict.fromkeys(map(web_pages.language_named, branch.languages)))
        base = public_base()
        posters = [
            Poster(
                slug=queue.slug,
                names=[(each, name_of(queue, each)) for each in languages],
                address=base + url_for("phone.queue_page", slug=queue.slug),
                code=drawn(base + url_for("phone.queue_page", slug=queue.slug)),
            )
            for queue in queues
            if queue.settings.join is JoinMode.OPEN
        ]
        others = [each for each in queues if each.settings.join is not JoinMode.OPEN]
        return asked.page(
            "manager/posters.html",
            branch=branch,
            posters=posters,
            others=[(each, name_of(each, asked.language)) for each in others],
            heading=headings.of_posters(asked.language, posters=len(posters)),
        )
