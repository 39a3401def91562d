"""The small parent under which each program runs: it starts a window anew that stands still or has crashed.

It loads no Qt. It gives the program the end of a pipe, on which the window's event loop says every second that it lives
(`shared/qt/sign_of_life.py`); what it says and how are the same on every system.
"""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from queue import Empty, Queue
from time import monotonic, sleep
from types import FrameType

SWITCH = "TAKEANUMBER_STILL_S"
"""How many seconds a window may stand still; with 0 nobody watches, for debuggers."""

PIPE = "TAKEANUMBER_SIGN_OF_LIFE"
"""Tells the program which end of a pipe is its own."""

AGAIN = 75
"""The exit code of a program that wants to begin anew: its server knows it no more."""

STARTS, LIVES = b"s", b"."
EVERY_S = 1.0

STILL_S = 10.0
START_S = 30.0
"""How long each step of a start may take: until Qt is there, until the window is, until it lives."""

LONGEST_START = 3
"""How often that may double, on a machine that is too slow for it; what a start has read, the next one reads from memory."""

END_S = 15.0
"""How long a program may take to end, with a ticket at the printer, before it is killed."""

STACKS_S = 2.0
"""How long it may take to write down where it stood."""

STEADY_S = 60.0
"""Who has lived so long is started at once after a crash; who has not, after a longer and longer while."""

LONGEST = 6
"""The number of quick crashes after which the wait grows no longer."""


def guarded(name: str, run: Callable[[], object]) -> None:
    """Run the program of this name in a process of its own, and end as it does; in that process, `run` it."""
    still_s = patience_s()
    if PIPE in os.environ:
        run()
        return
    if not still_s:
        run_unguarded(name, run)
        return
    sys.exit(Guardian([sys.executable, "-m", name, *sys.argv[1:]], still_s).watch())


def run_unguarded(name: str, run: Callable[[], object]) -> None:
    """Run the program in this process, and in its place another one where it wants to begin anew."""
    try:
        run()
    except SystemExit as end:
        if end.code != AGAIN:
            raise
        os.execv(sys.executable, [sys.executable, "-m", name, *sys.argv[1:]])  # noqa: S606


def patience_s() -> float:
    """Return for how many seconds a window may stand still; end with what is wrong where that is no number."""
    given = os.environ.get(SWITCH, "")
    try:
        return max(0.0, float(given or STILL_S))
    except ValueError:
        sys.exit(f"{SWITCH}: “{given}” is not a number of seconds.")


def own_end() -> int | None:
    """Return our end of the guardian's pipe, which no child of ours inherits; None where nobody watches."""
    told = os.environ.pop(PIPE, None)
    if told is None:
        return None
    if sys.platform == "win32":
        import msvcrt

        return msvcrt.open_osfhandle(int(told), os.O_WRONLY)
    pipe = int(told)
    os.set_inheritable(pipe, False)
    os.set_blocking(pipe, False)
    return pipe


def leave_guardian() -> None:
    """Let nobody watch: this process will show no window, and takes as long as it takes."""
    pipe = own_end()
    if pipe is not None:
        os.close(pipe)


class Child:
    """One process of the program, and what is heard of it."""

    def __init__(self, command: list[str]) -> None:
        ours, theirs = os.pipe()
        if sys.platform == "win32":
            import msvcrt

            os.set_inheritable(theirs, True)
            told, closes = msvcrt.get_osfhandle(theirs), False
        else:
            told, closes = theirs, True
        self.process = subprocess.Popen(
            command,
            env={**os.environ, PIPE: str(told)},
            close_fds=closes,
            pass_fds=(theirs,) if closes else (),
        )
        os.close(theirs)
        self.said: Queue[bytes] = Queue()
        threading.Thread(target=self._listen, args=(ours,), daemon=True).start()

    def _listen(self, pipe: int) -> None:
        """Pass on each sign of life, and nothing at the end."""
        while said := os.read(pipe, 1):
            self.said.put(said)
        os.close(pipe)
        self.said.put(b"")

    def put_down(self) -> None:
        """Let it write down where each of its threads stands, and kill it."""
        if sys.platform != "win32":  # there it wrote them by itself
            self.process.send_signal(signal.SIGABRT)
            # Whoever was stopped hears the one only after the other.
            self.process.send_signal(signal.SIGCONT)
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(STACKS_S)
        self.process.kill()
        self.process.wait()


class Guardian:
    """Watches over one program; ends when the program has ended as it was meant to."""

    def __init__(self, command: list[str], still_s: float) -> None:
        self._command = command
        self._still_s = still_s
        self._child: Child | None = None
        self._asked: int | None = None
        self._silent_s = 0.0
        self._quick_ends = 0
        self._starts_in_vain = 0

    def watch(self) -> int:
        """Return the program's exit code, after as many starts as it takes."""
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._pass_on)
        while True:
            began = monotonic()
            code = self._one_life()
            if code is not None:
                return code
            lived_s = monotonic() - began
            self._quick_ends = 0 if lived_s > STEADY_S else self._quick_ends + 1
            self._rest()
            if self._asked is not None:
                return 0

    def _one_life(self) -> int | None:
        """Start the program and return its exit code; None when it is to be started anew."""
        child = self._child = Child(self._command)
        self._silent_s = 0
        if self._asked is not None:
            self._pass_on(self._asked)
        last = b""
        while True:
            asked = self._asked is not None
            # Counted in turns of our own, not by a clock: who slept or was stopped with us did not stand still.
            try:
                said = child.said.get(timeout=EVERY_S)
            except Empty:
                self._silent_s += EVERY_S
            else:
                if said == b"":
                    return self._ended(child.process.wait(), shown=last == LIVES)
                last = said
                self._silent_s = self._silent_s + EVERY_S if asked else 0
            if self._silent_s >= (END_S if asked else self._patience_s(last)):
                child.put_down()
                return self._stood_still(shown=last == LIVES)

    def _patience_s(self, last: bytes) -> float:
        """Return how long it may be silent after it last said this: a window that was seen alive for a moment, a start for longer."""
        if last == LIVES:
            self._starts_in_vain = 0
            return self._still_s
        longer = 1 << min(self._starts_in_vain, LONGEST_START)
        return max(START_S * longer, self._still_s)

    def _stood_still(self, *, shown: bool) -> int | None:
        after = f"{self._silent_s:.0f} s"
        if self._asked is not None:
            say(f"The program did not end within {after}; killed.")
            return 1
        if shown:
            say(f"The window stood still for {after}; starting anew.")
        else:
            self._starts_in_vain += 1
            say(f"The program stood still for {after} at its start; starting anew.")
        return None

    def _ended(self, code: int, *, shown: bool) -> int | None:
        """Return the exit code; None when it had shown its window and then crashed."""
        if self._asked is not None and code == -self._asked:
            return 0
        if self._asked is None and code == AGAIN:
            return None
        if self._asked is not None or code == 0 or not shown:
            return as_shells_say(code)
        say(f"The program crashed ({how(code)}); starting anew.")
        return None

    def _rest(self) -> None:
        """Return at once after the first crash, later after each that follows soon, and when asked to end."""
        left_s = 2 ** min(self._quick_ends, LONGEST) - 2
        while left_s > 0 and self._asked is None:
            sleep(EVERY_S)
            left_s -= 1

    def _pass_on(self, number: int, _frame: FrameType | None = None) -> None:
        """Ask the program to end, as we were asked."""
        self._asked = number
        self._silent_s = 0
        # On Windows the console asks it by itself, and this would be no request but a blow.
        if sys.platform != "win32" and self._child is not None:
            self._child.process.send_signal(number)


def how(code: int) -> str:
    """Return in words how a program ended that crashed."""
    return f"signal {-code}" if code < 0 else f"exit code {code}"


def as_shells_say(code: int) -> int:
    """Return the exit code by which shells tell of a signal."""
    return code if code >= 0 else 128 - code


def say(words: str) -> None:
    """Write a line to the log, as the program itself does."""
    # Only here: whoever goes well has no use for it.
    import logging

    logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s %(message)s")
    logging.getLogger("guardian").error(words)
