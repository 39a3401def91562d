"""Writes down what customers were told about their wait and what was learnt to tell it, and has it learnt anew where nothing is."""

from functools import partial
from pathlib import Path

import gevent
import structlog
from gevent.subprocess import PIPE, Popen

from server.domain.events import SYSTEM
from server.live.hub import Hub
from server.serve import relearn
from server.store import promises
from server.store.promises import Learnt, Story
from server.store.session import Session
from server.store.store import Store

log = structlog.get_logger(__name__)


class WaitKeeper:
    """Writes what the streams have left; nobody waits for it, and what fails is lost: it is told again, or learnt again."""

    def __init__(self, store: Store, hub: Hub, directory: Path) -> None:
        self._store = store
        self._hub = hub
        self._directory = directory

    def look_after(self) -> None:
        """Write what is left by now, and have learnt elsewhere what the streams want; writes nothing where nothing is left."""
        self.write()
        for branch_id in self._hub.to_keep.take_wanted():
            gevent.spawn(self._relearn, branch_id)

    def write(self) -> None:
        """Write what is left by now."""
        for branch_id in self._hub.to_keep.branches():
            stories, learnt = self._hub.to_keep.take(branch_id)
            try:
                work = partial(_keep, stories=stories, learnt=learnt)
                self._store.write(branch_id, SYSTEM, work)
            except Exception:
                log.exception("what was told of waits not kept", branch=branch_id)

    def close(self) -> None:
        """Write what the streams left when they ended."""
        self.write()

    def _relearn(self, branch_id: int) -> None:
        """Learn from the whole journal in a process of its own, and let the streams go on from there."""
        command = relearn.command(self._directory, branch_id)
        try:
            written, _ = Popen(command, stdout=PIPE).communicate()
            learnt = relearn.read(written)
        except Exception as error:  # noqa: BLE001  # what went wrong there, it said itself
            log.error("waits not learnt anew", branch=branch_id, why=str(error))  # noqa: TRY400
            return
        self._hub.relearn(branch_id, learnt)
        log.info("waits learnt anew", branch=branch_id, rows=learnt.seq)


def _keep(session: Session, stories: list[Story], learnt: Learnt | None) -> None:
    if stories:
        promises.keep_stories(session, stories)
    if learnt is not None:
        promises.keep_learnt(session, learnt)
