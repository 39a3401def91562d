"""What fails on a busy machine is tried again if it says so; nothing else that fails is ever green."""

import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
pytestmark = pytest.mark.slow

MARKED = """
import os, pytest
from pathlib import Path

BEEN = Path(__file__).with_suffix(".been")

def test_that_is_fine():
    pass

@pytest.mark.busy_machine("paints in real time")
def test_at_mercy():
    first = not BEEN.exists()
    BEEN.touch()
    BODY
"""


def failing_first(body: str) -> str:
    return MARKED.replace("BODY", body)


def run(planted: Path, files: dict[str, str]) -> tuple[int, str]:
    """Run `script/test` on these test files, on one worker, and return its exit code and what it said."""
    for name, text in {"pytest.ini": "", **files}.items():
        file = planted / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    ours = {k: v for k, v in os.environ.items() if not k.startswith("PYTEST")}
    done = subprocess.run(
        [
            "script/test",
            *("-c", str(planted / "pytest.ini"), "--rootdir", str(planted), "-n", "1"),
            *("-p", "xdist.plugin", "-p", "tests.second_try", str(planted / "tests")),
        ],
        cwd=ROOT,
        env={**ours, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout


AGAIN = "Once more, alone:\n"


def test_what_says_so_is_tried_once_more_alone_and_may_pass(tmp_path: Path) -> None:
    code, said = run(
        tmp_path, {"tests/qt/test_a.py": failing_first("assert not first")}
    )
    assert code == 0, said
    first, again, second = said.partition(f"{AGAIN}tests/qt/test_a.py::test_at_mercy\n")
    assert "1 failed, 1 passed" in first
    assert again
    assert "1 passed, 1 deselected" in second


def test_what_fails_twice_has_failed(tmp_path: Path) -> None:
    code, said = run(tmp_path, {"tests/qt/test_a.py": failing_first("assert False")})
    assert code == 1, said
    assert said.count(AGAIN) == 1
    assert "1 failed, 1 deselected" in said


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ("def test_unmarked(): assert False", "2 failed"),
        ("import os\ndef test_unmarked(): os._exit(1)", "2 failed"),
        ("import nothing_of_this_name", "1 error"),
    ],
)
def test_with_anything_else_that_fails_nothing_is_tried_again(
    tmp_path: Path, other: str, told: str
) -> None:
    files = {
        "tests/qt/test_a.py": failing_first("assert not first"),
        "tests/qt/test_b.py": other,
    }
    code, said = run(tmp_path, files)
    assert code not in {0, 5}, said
    assert told in said
    assert AGAIN not in said


@pytest.mark.parametrize("death", ["_exit(0)", "abort()", "kill(os.getpid(), 9)"])
def test_a_worker_that_crashes_is_final_also_under_a_marked_test(
    tmp_path: Path, death: str
) -> None:
    body = f"if first: os.{death}"
    code, said = run(tmp_path, {"tests/qt/test_a.py": failing_first(body)})
    assert code == 1, said
    assert "crashed while running" in said
    assert AGAIN not in said


@pytest.mark.parametrize("hook", ["pytest_sessionfinish", "pytest_unconfigure"])
def test_a_worker_that_crashes_where_no_test_runs_fails_the_run(
    tmp_path: Path, hook: str
) -> None:
    files = {
        "tests/conftest.py": f"""
import os, pytest
@pytest.hookimpl(tryfirst=True)
def {hook}():
    if "PYTEST_XDIST_WORKER" in os.environ:
        os.abort()
""",
        "tests/qt/test_a.py": "def test_fine(): pass",
    }
    code, said = run(tmp_path, files)
    assert "1 passed" in said
    assert "crashed workers" in said
    assert code == 1, said


@pytest.mark.parametrize("folder", ["domain", "engine", "server"])
def test_where_no_screen_is_waited_for_nothing_may_be_marked(
    tmp_path: Path, folder: str
) -> None:
    code, said = run(
        tmp_path, {f"tests/{folder}/test_a.py": failing_first("assert not first")}
    )
    assert code not in {0, 5}, said
    assert "is for no test of domain, engine, server" in said
    assert AGAIN not in said


@pytest.mark.parametrize("reason", ["", '""', "1", 'reason="slow"', '"a", "b"'])
def test_a_mark_without_a_reason_is_an_error(tmp_path: Path, reason: str) -> None:
    text = failing_first("assert not first").replace('"paints in real time"', reason)
    code, said = run(tmp_path, {"tests/qt/test_a.py": text})
    assert code not in {0, 5}, said
    assert "takes one reason" in said
    assert AGAIN not in said
