"""Gunicorn's arbiter, which starts the serving process anew should it end or stand still, and says which of them it was."""

import os
import signal
import sys
from time import monotonic, sleep
from typing import Any

import structlog
from gunicorn.arbiter import Arbiter

from server.serve.worker import has_served

log = structlog.get_logger(__name__)

LAST_WORDS_S = 3.0
"""So long a process that stands still has to leave its stacks before it is killed."""

_LET_SPEAK_S = 0.5
_AGAIN_AFTER_S = 2.0


CANNOT_BEGIN = 1
"""What the server ends with when it cannot begin, whatever the reason."""


class Supervisor(Arbiter):
    """Watches over the one worker by its heartbeat."""

    def __init__(self, app: Any) -> None:
        self._not_before = 0.0
        self._has_served = False
        self._stopping = False
        super().__init__(app)

    def init_signals(self) -> None:
        """End at SIGTERM, SIGINT, SIGQUIT and when the terminal is closed, unless `nohup` keeps that away."""
        at_hang_up = signal.getsignal(signal.SIGHUP)
        super().init_signals()
        if at_hang_up is signal.SIG_IGN:
            signal.signal(signal.SIGHUP, signal.SIG_IGN)

    handle_hup = Arbiter.handle_term

    def _go_on(self) -> None:
        """Do nothing: one worker owns the database, and how many there are is not for a signal to say."""

    handle_ttin = handle_ttou = handle_usr1 = handle_usr2 = handle_winch = _go_on

    def stop(self, graceful: bool = True) -> None:
        """End the worker; how it ends is no news any more."""
        self._stopping = True
        super().stop(graceful)

    def murder_workers(self) -> None:
        """Make a worker whose heart stands still leave its stacks, then end it."""
        for pid, worker in list(self.WORKERS.items()):
            silent_s = monotonic() - worker.tmp.last_update()
            if silent_s <= self.timeout:
                continue
            if not worker.aborted:
                worker.aborted = True
                log.critical(
                    "server stands still; starting it anew",
                    pid=pid,
                    seconds=round(silent_s),
                )
                # One that was stopped hears nothing before it is let go on, and has stacks to leave that are overdue.
                self.kill_worker(pid, signal.SIGCONT)
                sleep(_LET_SPEAK_S)
                self.kill_worker(pid, signal.SIGABRT)
            elif silent_s > self.timeout + LAST_WORDS_S:
                self.kill_worker(pid, signal.SIGKILL)

    def reap_workers(self) -> None:
        """Take notice of workers that have ended; end when the very first cannot begin."""
        while (ended := _ended_child()) is not None:
            pid, code = ended
            worker = self.WORKERS.pop(pid, None)
            if worker is not None:
                self._has_served |= has_served(worker.tmp)
                worker.tmp.close()
                self._take_notice(pid, code, stood_still=worker.aborted)

    def manage_workers(self) -> None:
        """Start what is missing, but not over and over in the same second."""
        if monotonic() >= self._not_before:
            super().manage_workers()

    def _take_notice(self, pid: int, code: int, *, stood_still: bool) -> None:
        if self._stopping or code in {0, -signal.SIGTERM}:
            return
        if code in {self.WORKER_BOOT_ERROR, self.APP_LOAD_ERROR}:
            if not self._has_served:
                # The worker has said why.
                self.stop(graceful=False)
                sys.exit(CANNOT_BEGIN)
            log.error("server does not begin; trying again", pid=pid)
            self._not_before = monotonic() + _AGAIN_AFTER_S
            return
        if stood_still:
            why = "it stood still"
        elif code < 0:
            why = f"it was ended by {signal.Signals(-code).name}"
        else:
            why = f"it ended with {code}"
        log.error("server ended; starting it anew", pid=pid, why=why)


def _ended_child() -> tuple[int, int] | None:
    """Return the number and exit code of a child that has ended, negative for a signal."""
    try:
        pid, status = os.waitpid(-1, os.WNOHANG)
    except ChildProcessError:
        return None
    return (pid, os.waitstatus_to_exitcode(status)) if pid else None
