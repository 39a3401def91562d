"""Writes down what customers were told about their wait, and what was learnt to tell it."""

from functools import partial

import structlog

from server.domain.events import SYSTEM
from server.live.to_keep import ToKeep
from server.store import promises
from server.store.promises import Learnt, Story
from server.store.session import Session
from server.store.store import Store

log = structlog.get_logger(__name__)


class WaitKeeper:
    """Writes what the streams have left; nobody waits for it, and what fails is lost: it is told again, or learnt again."""

    def __init__(self, store: Store, to_keep: ToKeep) -> None:
        self._store = store
        self._to_keep = to_keep

    def write(self) -> None:
        """Write what is left by now; writes nothing where nothing is."""
        for branch_id in self._to_keep.branches():
            stories, learnt = self._to_keep.take(branch_id)
            try:
                work = partial(_keep, stories=stories, learnt=learnt)
                self._store.write(branch_id, SYSTEM, work)
            except Exception:
                log.exception("what was told of waits not kept", branch=branch_id)

    def close(self) -> None:
        """Write what the streams left when they ended."""
        self.write()


def _keep(session: Session, stories: list[Story], learnt: Learnt | None) -> None:
    if stories:
        promises.keep_stories(session, stories)
    if learnt is not None:
        promises.keep_learnt(session, learnt)
