"""A window that stands still, or crashes, leaves its stacks in the log and starts anew; nothing that was tapped is lost."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil
import pytest

from server.demo.programs import Window
from shared.qt.guardian import AGAIN, PIPE, SWITCH
from tests.server.conftest import free_port
from tests.serving import RunningServer

pytestmark = pytest.mark.slow

PROGRAMS = ["kiosk", "display", "servicer"]
STILL_S = "3"
WITHIN_S = 60
NOWHERE = "http://127.0.0.1:9"


class Watched:
    """A program with its window and its guardian."""

    def __init__(
        self, program: str, folder: Path, server: str, token: str, still_s: str
    ) -> None:
        self._log = folder / "log"
        arguments = ["--server", server, "--windowed", "800x600"]
        self.window = Window(
            program,
            [program, *arguments, "--state-dir", str(folder)],
            {
                "QT_QPA_PLATFORM": "offscreen",
                "TAKEANUMBER_TOKEN": token,
                SWITCH: still_s,
            },
            self._log,
        )
        self.guardian = psutil.Process(self.window._process.pid)
        self._picture = folder / "shown.png"
        self.shows()

    def shows(self) -> None:
        """See that the window is there."""
        self.window.picture(self._picture)
        assert self._picture.stat().st_size
        self._picture.unlink()

    @property
    def process(self) -> psutil.Process:
        """The process whose window it is."""
        (child,) = self.guardian.children()
        return child

    @property
    def log(self) -> str:
        """What was written to standard error."""
        return self._log.read_text()

    def logs(self, words: str) -> None:
        """Wait until the log says this."""
        until(lambda: words in self.log, f"never logged: {words}")


def until(true: Callable[[], bool], otherwise: str) -> None:
    """Wait until something is true; fail when it never becomes so."""
    give_up = time.monotonic() + WITHIN_S
    while not true():
        assert time.monotonic() < give_up, otherwise
        time.sleep(0.05)


@contextmanager
def guarding(program: str, before: str = "pass") -> Iterator["subprocess.Popen[str]"]:
    """Let a guardian watch over a program of one line; do this in it before."""
    guard = (
        f"import sys; from shared.qt import guardian; {before};"
        f"sys.exit(guardian.Guardian([sys.executable, '-c', {program!r}], 1).watch())"
    )
    with subprocess.Popen(
        [sys.executable, "-c", guard], stderr=subprocess.PIPE, text=True
    ) as process:
        try:
            yield process
        finally:
            process.terminate()


Start = Callable[..., Watched]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts a program before no server, or before this one."""
    started: list[Watched] = []

    def one(
        program: str,
        *,
        server: str = NOWHERE,
        token: str = "none",
        still_s: str = STILL_S,
    ) -> Watched:
        folder = tmp_path / f"{program}-{len(started)}"
        folder.mkdir()
        started.append(Watched(program, folder, server, token, still_s))
        return started[-1]

    yield one
    for each in started:
        each.window.end()


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_window_that_is_stopped_leaves_its_stacks_and_starts_anew(
    program: str, start: Start
) -> None:
    watched = start(program)
    before = watched.process
    before.suspend()
    watched.logs("The window stood still for 3 s; starting anew.")
    assert "most recent call first" in watched.log
    assert f"{program}/app.py" in watched.log
    watched.shows()
    assert watched.process != before
    watched.window.end()
    assert watched.window._process.returncode == 0


@pytest.mark.parametrize("program", ["display"])
def test_a_program_that_is_stopped_before_its_window_is_there_starts_anew(
    program: str, start: Start
) -> None:
    watched = start(program)
    # Anew, and this time it is stopped as soon as it is a program of its own.
    watched.process.kill()
    watched.logs("starting anew")

    def born() -> bool:
        with suppress(psutil.Error):
            return any(PIPE in each.environ() for each in watched.guardian.children())
        return False

    until(born, "no restart")
    watched.process.suspend()
    watched.logs("The program stood still for 30 s at its start; starting anew.")
    watched.shows()


@pytest.mark.parametrize("says", [b"", b"s", b"ss"])
def test_each_step_of_a_start_has_its_time_and_a_slow_machine_is_given_more(
    says: bytes,
) -> None:
    program = f"import os, time; os.write(int(os.environ['{PIPE}']), {says!r}); time.sleep(600)"
    with guarding(program, "guardian.START_S = 1.0") as guardian:
        for after in (1, 2, 4):
            assert guardian.stderr is not None
            assert f"stood still for {after} s at its start" in next(guardian.stderr)


def test_what_shows_no_window_takes_as_long_as_it_takes() -> None:
    program = "from shared.qt import guardian; guardian.leave_guardian(); import time; time.sleep(3)"
    with guarding(program, "guardian.START_S = 1.0") as guardian:
        _, said = guardian.communicate(timeout=WITHIN_S)
    assert (guardian.returncode, said) == (0, "")


def test_the_log_names_the_function_in_which_a_window_stood(
    start: Start, tmp_path: Path
) -> None:
    watched = start("display")
    nobody_reads = tmp_path / "pipe.png"
    os.mkfifo(nobody_reads)
    # Saving a picture there waits for ever, on the event loop.
    stdin = watched.window._process.stdin
    assert stdin is not None
    stdin.write(f'{{"picture": "{nobody_reads}"}}\n')
    stdin.flush()
    watched.logs("starting anew")
    assert 'shared/qt/robot.py", line' in watched.log
    assert "in _do" in watched.log
    watched.shows()


@pytest.mark.parametrize("how", [signal.SIGSEGV, signal.SIGKILL])
def test_a_program_that_crashes_starts_anew(how: signal.Signals, start: Start) -> None:
    watched = start("kiosk")
    watched.process.send_signal(how)
    watched.logs(f"The program crashed (signal {how.value}); starting anew.")
    watched.shows()


def test_a_tap_outlives_a_window_that_stood_still(start: Start, tmp_path: Path) -> None:
    server = RunningServer(tmp_path / "data", free_port())
    server.set_up()
    server.start()
    token = server.device("kiosk").token
    watched = start("kiosk", server=server.url, token=token)
    watched.window.see("queue-parking")
    server.kill()
    watched.window.press("queue-parking")
    watched.process.suspend()
    watched.logs("starting anew")
    server.start()
    watched.window.see("issuedLabel")
    board = server.device("console").get("/board").json()
    assert board["waiting"]["parking"] == 1
    server.stop()


def test_a_window_that_was_asleep_with_its_guardian_did_not_stand_still(
    start: Start,
) -> None:
    watched = start("display")
    before = watched.process
    for each in (before, watched.guardian):
        each.suspend()
    other = start("display", still_s="1")
    other.process.suspend()
    # As long as the other takes twice, it slept for longer than a window may stand still.
    for _ in range(2):
        seen = other.log.count("starting anew")
        until(lambda seen=seen: other.log.count("starting anew") > seen, "no restart")  # type: ignore[misc]
        other.shows()
        other.process.suspend()
    for each in (watched.guardian, before):
        each.resume()
    watched.shows()
    assert watched.process == before
    assert "starting anew" not in watched.log


def test_whoever_kills_the_guardian_kills_the_window_though_it_stands_still(
    start: Start,
) -> None:
    watched = start("display")
    window = watched.process
    window.suspend()
    watched.guardian.kill()
    until(lambda: not window.is_running(), "the window is still there")


def test_a_program_that_crashes_again_and_again_is_left_longer_in_peace() -> None:
    crash = f"import os; os.write(int(os.environ['{PIPE}']), b'.'); os._exit(3)"
    with guarding(crash) as guardian:
        assert guardian.stderr is not None
        at = []
        for _ in range(3):
            assert "crashed (exit code 3)" in guardian.stderr.readline()
            at.append(time.monotonic())
        assert at[2] - at[1] > 1.9 > at[1] - at[0]
        guardian.terminate()
        assert guardian.wait(WITHIN_S) == 0


def test_a_program_that_wants_to_begin_anew_is_started_at_once_and_says_nothing(
    tmp_path: Path,
) -> None:
    mark = tmp_path / "began"
    program = (
        f"import os, pathlib; mark = pathlib.Path({str(mark)!r}); first = not mark.exists();"
        f"mark.touch(); os.write(int(os.environ['{PIPE}']), b'.'); os._exit({AGAIN} if first else 0)"
    )
    with guarding(program) as guardian:
        _, said = guardian.communicate(timeout=WITHIN_S)
    assert (guardian.returncode, said) == (0, "")


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_program_without_a_screen_ends_at_once_with_its_own_words(
    program: str,
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", program, "--token", "none"],
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "xcb", "DISPLAY": ":not-there"},
        capture_output=True,
        text=True,
        timeout=WITHIN_S,
    )
    assert done.returncode == 2
    assert done.stderr.startswith("There is no screen to show this on. ")
    assert done.stderr.count("\n") == 1, "Qt's own words and the guardian's stay away"


@pytest.mark.parametrize(
    ("program", "role"),
    [("kiosk", "display"), ("display", "kiosk"), ("servicer", "manager")],
)
def test_a_program_with_another_kinds_token_is_refused_at_once(
    start: Start, tmp_path: Path, program: str, role: str
) -> None:
    server = RunningServer(tmp_path / "data", free_port())
    token = server.run("device", "add", role, "Hall").splitlines()[-1]
    server.start()
    try:
        start(program, server=server.url, token=token).logs("stream refused status=403")
    finally:
        server.stop()


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_wrong_option_is_answered_as_ever(program: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", program, "--server", "x"],
        check=False,
        capture_output=True,
        text=True,
        timeout=WITHIN_S,
    )
    assert done.returncode == 2
    assert "“x” is not an http(s) address." in done.stderr


def test_for_a_debugger_nobody_watches(start: Start) -> None:
    watched = start("display", still_s="0")
    assert watched.guardian.children() == []
