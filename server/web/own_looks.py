"""What makes the pages the branch's own: its logo and its colour, under names that change with them."""

import re

from flask import Blueprint, Response, abort, current_app

from server.store.store import MAIN_BRANCH, Store
from shared.wire import routes

_COLOUR = re.compile(r"[0-9a-f]{6}")
_FOR_EVER = "public, max-age=31536000, immutable"


def make() -> Blueprint:
    """Return the pages of logo and colour."""
    blueprint = Blueprint("own_looks", __name__)

    @blueprint.get(f"{routes.LOGO}/<name>")
    def logo(name: str) -> Response:
        """Answer with the picture; whoever has it once keeps it."""
        store: Store = current_app.extensions["store"]
        with store.reading(MAIN_BRANCH) as view:
            content = view.picture(name)
        if content is None:
            abort(404)
        response = Response(content, content_type="image/png")
        response.headers["Cache-Control"] = _FOR_EVER
        return response

    @blueprint.get("/accent/<name>.css")
    def accent(name: str) -> Response:
        """Answer with the style sheet of a colour; it is for light pages, on dark ones it could not be read."""
        if not _COLOUR.fullmatch(name):
            abort(404)
        light = (
            f"@media (prefers-color-scheme: light) {{ :root {{ --accent: #{name}; }} }}"
        )
        response = Response(light, content_type="text/css; charset=utf-8")
        response.headers["Cache-Control"] = _FOR_EVER
        return response

    return blueprint
