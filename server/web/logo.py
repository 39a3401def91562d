"""The branch's logo, under a name that changes with it."""

from flask import Blueprint, Response, abort, current_app

from server.store.store import MAIN_BRANCH, Store
from shared.wire import routes

_FOR_EVER = "public, max-age=31536000, immutable"


def make() -> Blueprint:
    """Return the logo's page."""
    blueprint = Blueprint("logo", __name__)

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

    return blueprint
