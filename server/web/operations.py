"""Is it alive, is it ready: for whoever operates the server."""

from dataclasses import dataclass
from time import monotonic

import gevent
import structlog
from flask import Blueprint, Response, current_app

from server.store.store import Store
from server.web.problems import NotReady

log = structlog.get_logger(__name__)

WITHIN_S = 5.0
_KEPT_S = 1.0
"""So long an answer is good for whoever else asks: each one costs a row on disk."""


@dataclass(slots=True)
class _Readiness:
    """What was found when it was looked last, and when that was."""

    trouble: str | None = None
    at: float = float("-inf")

    def look(self) -> str | None:
        """Return what keeps the server from being ready, None when nothing does."""
        if monotonic() - self.at > _KEPT_S:
            self.trouble = current_app.extensions["watch"].trouble() or _unwritable()
            self.at = monotonic()
        return self.trouble


def make() -> Blueprint:
    """Return the operations pages."""
    blueprint = Blueprint("operations", __name__)
    readiness = _Readiness()

    @blueprint.get("/healthz")
    def healthz() -> Response:
        """The process answers."""
        return Response("ok\n", content_type="text/plain")

    @blueprint.get("/readyz")
    def readyz() -> Response:
        """Every part works, and a row goes all the way to the disk."""
        trouble = readiness.look()
        if trouble is not None:
            raise NotReady(trouble)
        return Response("ready\n", content_type="text/plain")

    return blueprint


def _unwritable() -> str | None:
    store: Store = current_app.extensions["store"]
    try:
        with gevent.Timeout(WITHIN_S):
            store.prove_writable()
    except gevent.Timeout:
        return f"writer: no answer in {WITHIN_S:.0f} s"
    except Exception as error:
        log.exception("not writable")
        return f"writer: {error}"
    return None
