"""What a phone needs to put the page on its home screen; on iPhones that is what lets it be pushed to."""

from collections.abc import Callable

import msgspec
from flask import Blueprint, Response, current_app

from server.domain.branch import BranchSettings
from server.store.store import MAIN_BRANCH, Store
from server.web import pages
from shared.wire import codec

ICON_SIZES = (192, 512)


class _Icon(msgspec.Struct, frozen=True):
    src: str
    sizes: str
    type: str = "image/png"
    purpose: str = "any maskable"


class _Manifest(msgspec.Struct, frozen=True):
    """A web app manifest (https://www.w3.org/TR/appmanifest/).

    Without a `start_url` it is the page itself that is put on the home screen, a ticket's or that of all queues.
    """

    name: str
    short_name: str
    lang: str
    dir: str
    icons: list[_Icon]
    display: str = "standalone"
    scope: str = "/"


def declare(blueprint: Blueprint) -> None:
    """Declare the manifest."""

    @blueprint.get("/manifest.webmanifest")
    def manifest() -> Response:
        """Say how the page is called and looks on a home screen."""
        store: Store = current_app.extensions["store"]
        with store.reading(MAIN_BRANCH) as view:
            branch = view.branch.settings
        return respond(branch)


def respond(branch: BranchSettings) -> Response:
    """Answer with the manifest of this branch."""
    language = pages.language_for(otherwise=branch.languages[0])
    asset: Callable[[str], str] = current_app.extensions["asset"]
    icons = [
        _Icon(src=asset(f"icon-{size}.png"), sizes=f"{size}x{size}")
        for size in ICON_SIZES
    ]
    made = _Manifest(branch.name, branch.name, language.tag, language.direction, icons)
    return Response(codec.encode(made), content_type="application/manifest+json")
