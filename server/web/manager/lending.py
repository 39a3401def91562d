"""Letting a desk serve one more queue until the day ends, from the live page."""

from flask import Response, current_app

from server.forecast.advice import Declined
from server.live.hub import Hub
from server.store.store import MAIN_BRANCH
from server.usecases.lend_queue import (
    LendQueue,
    TakeQueueBack,
    lend_queue,
    take_queue_back,
)
from server.web.manager.pages import HOME, MANAGERS, Asked, Pages

_FORM = {"desk": {"type": "integer"}, "queue": {"type": "string"}}


def declare(pages: Pages) -> None:
    """Declare what the menu of a desk does."""

    @pages.post("/live/lend", who=MANAGERS, form=_FORM)
    def lend_to_desk(asked: Asked) -> Response:
        """Let a desk serve one more queue."""
        desk, queue = _chosen(asked)
        command = LendQueue(desk=desk, queue=queue)
        asked.write(lambda session: lend_queue(session, command))
        return asked.go(HOME)

    @pages.post("/live/lend-back", who=MANAGERS, form=_FORM)
    def take_back_from_desk(asked: Asked) -> Response:
        """Let a desk serve a queue no longer that it was lent."""
        desk, queue = _chosen(asked)
        command = TakeQueueBack(desk=desk, queue=queue)
        asked.write(lambda session: take_queue_back(session, command))
        return asked.go(HOME)

    @pages.post("/live/not-now", who=MANAGERS, form={"queue": {"type": "string"}})
    def not_now(asked: Asked) -> Response:
        """Have no desk asked to serve this queue too, until that is wanted anew."""
        hub: Hub = current_app.extensions["hub"]
        hub.decline(MAIN_BRANCH, Declined(queue=asked.form.get("queue", "")))
        return asked.go(HOME)


def _chosen(asked: Asked) -> tuple[int, str]:
    return asked.form.get("desk", 0, int), asked.form.get("queue", "")
