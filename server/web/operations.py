"""Is it alive, is it ready: for whoever operates the server."""

from flask import Blueprint, Response, current_app

from server.domain.events import SYSTEM
from server.store.store import Store


def make() -> Blueprint:
    """Return the operations pages."""
    blueprint = Blueprint("operations", __name__)

    @blueprint.get("/healthz")
    def healthz() -> Response:
        """The process answers."""
        return Response("ok\n", content_type="text/plain")

    @blueprint.get("/readyz")
    def readyz() -> Response:
        """The writer answers: a unit of work goes all the way through."""
        store: Store = current_app.extensions["store"]
        for branch_id in store.branches():
            store.write(branch_id, SYSTEM, lambda session: session.state.seq)
        return Response("ready\n", content_type="text/plain")

    return blueprint
