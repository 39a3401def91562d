"""A second try for tests that are at the mercy of a busy machine, and for no others.

Such a test says so, with the reason: `@pytest.mark.busy_machine("paints within 2 s of real time")`. When nothing else
failed in a run, `script/test` tries these once more, alone. What else fails, a worker that crashed and a file that
cannot be collected are final.
"""

import signal
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest

MARK = "busy_machine"
NEVER = ("domain", "engine", "server")
"""Folders whose tests wait for no screen: what fails there is broken."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--note-for-second-try",
        type=Path,
        metavar="FILE",
        help="write down what failed, if it may be tried again and nothing else failed",
    )
    parser.addoption(
        "--second-try",
        type=Path,
        metavar="FILE",
        help="run only what is written in this file",
    )


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers",
        f"{MARK}(reason): is at the mercy of a busy machine; tried once more, alone, when it fails",
    )
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(_Verdict(config.option.note_for_second_try))


# --- who may say so -----------------------------------------------------------------------------------


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    wrong = [
        f"{node.nodeid}: {complaint}"
        for node in report.result or ()
        if isinstance(node, pytest.Item)
        for complaint in _complaints(node)
    ]
    if wrong:
        report.outcome = "failed"
        report.longrepr = "\n".join(wrong)
    return report


def _complaints(item: pytest.Item) -> list[str]:
    found = []
    for mark in item.iter_markers(MARK):
        reason = mark.args[0] if len(mark.args) == 1 and not mark.kwargs else None
        if not isinstance(reason, str) or not reason.strip():
            found.append(f"{MARK} takes one reason, in words.")
        if set(item.path.relative_to(item.config.rootpath).parts[:2]) & {*NEVER}:
            found.append(f"{MARK} is for no test of {', '.join(NEVER)}.")
    return found


# --- what a run came to -------------------------------------------------------------------------------


class _Verdict:
    """Sees all that fails, and says at the end what may be tried again."""

    def __init__(self, note: Path | None) -> None:
        self._note = note
        self._failed: list[str] = []
        self._final: list[str] = []
        self._crashed: list[str] = []
        self._workers: list[Any] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        # The report that xdist makes for a crashed test has no keywords.
        if report.failed:
            failed = self._failed if MARK in report.keywords else self._final
            failed.append(report.nodeid)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self._final.append(report.nodeid)

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodeready(self, node: Any) -> None:
        self._workers.append(node)

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any, error: object) -> None:
        # Where no test was running, xdist would replace the worker and say no more about it.
        if error is not None:
            self._crashed.append(f"{node.gateway.id}: {error}")

    @pytest.hookimpl(wrapper=True)
    def pytest_sessionfinish(
        self, session: pytest.Session, exitstatus: int
    ) -> Generator[None, None, None]:
        yield
        for worker in self._workers:
            # One that died after it had told all its results. Who does not end in time is killed, which is no crash.
            code = worker.gateway._io.popen.returncode
            if code not in {0, None, -signal.SIGKILL}:
                self._crashed.append(f"{worker.gateway.id} ended with {code}")
        if self._crashed and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED
        again = list(dict.fromkeys(self._failed))
        if self._note and again and not self._final and not self._crashed:
            self._note.write_text("\n".join(again), encoding="utf-8")

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        if self._crashed:
            terminalreporter.section("crashed workers", red=True)
            terminalreporter.write_line("\n".join(self._crashed))


def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> None:
    if config.option.second_try is None:
        return
    wanted = config.option.second_try.read_text(encoding="utf-8").splitlines()
    missing = {*wanted} - {item.nodeid for item in items}
    if missing:
        raise pytest.UsageError(f"not there to be tried again: {sorted(missing)}")
    config.hook.pytest_deselected(
        items=[item for item in items if item.nodeid not in wanted]
    )
    items[:] = [item for item in items if item.nodeid in wanted]
