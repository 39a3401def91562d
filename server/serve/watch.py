"""Watches over the parts of the process: each one that has ended is begun anew, and one that stands still leaves its trace."""

import faulthandler
import os
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NoReturn, Protocol

import structlog

log = structlog.get_logger(__name__)


class Part(Protocol):
    """A part of the process with a life of its own."""

    def is_alive(self) -> bool:
        """Return whether it has not ended."""

    def silent_s(self) -> float:
        """Return for how many seconds it has shown no sign of life; 0 while it has nothing to do."""

    def revive(self) -> None:
        """Begin anew; what it left behind is left behind."""


@dataclass(frozen=True, slots=True)
class _Watched:
    name: str
    part: Part
    most_silent_s: float
    revives: bool


def die_with_a_trace() -> NoReturn:
    """End this process, every thread's stack in the log: whoever watches over it starts it anew."""
    os.kill(os.getpid(), signal.SIGABRT)
    os._exit(1)


@dataclass
class Watch:
    """All parts, looked at every second; `trouble` says what does not work just now."""

    die: Callable[[], NoReturn] = die_with_a_trace
    stopping: bool = False
    _parts: list[_Watched] = field(default_factory=list)
    _wrong: dict[str, str] = field(default_factory=dict)
    _complaints: dict[str, str] = field(default_factory=dict)

    def over(
        self, name: str, part: Part, most_silent_s: float, *, revives: bool = False
    ) -> None:
        """Watch over this part too; one that `revives` is begun anew when it stands still, for another all is."""
        self._parts.append(_Watched(name, part, most_silent_s, revives))

    def look(self) -> None:
        """Look at every part once."""
        for each in self._parts:
            self._look_at(each)
        self._write_complaints_down()

    def trouble(self) -> str | None:
        """Return what does not work, None when all does."""
        if self.stopping:
            return "The server is stopping."
        wrong = {**self._asked(), **self._wrong}
        return "; ".join(f"{name}: {what}" for name, what in wrong.items()) or None

    def _asked(self) -> dict[str, str]:
        """Return what parts say that keeps them from their work, by name."""
        said = {
            each.name: getattr(each.part, "trouble", lambda: None)()
            for each in self._parts
        }
        return {name: what for name, what in said.items() if what is not None}

    def _write_complaints_down(self) -> None:
        """Log what keeps parts from their work, once for as long as it does."""
        before, self._complaints = self._complaints, self._asked()
        for name, what in self._complaints.items():
            if before.get(name) != what:
                log.critical("part in trouble", part=name, what=what)
        for name in before.keys() - self._complaints.keys():
            log.warning("part works again", part=name)

    def _look_at(self, each: _Watched) -> None:
        silent_s = each.part.silent_s()
        if not each.part.is_alive():
            self._wrong[each.name] = "it has ended"
            log.error("part ended; beginning it anew", part=each.name)
        elif silent_s > each.most_silent_s:
            self._wrong[each.name] = f"it has stood still for {silent_s:.0f} s"
            log.critical("part stands still", part=each.name, seconds=round(silent_s))
            if not each.revives:
                self.die()
            faulthandler.dump_traceback(sys.stderr, all_threads=True)
        else:
            self._wrong.pop(each.name, None)
            return
        try:
            each.part.revive()
        except Exception:  # the next look tries again
            log.exception("part does not begin anew", part=each.name)
