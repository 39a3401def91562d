"""Who installs one part gets what it needs, and only that: a server no Qt, a kiosk no Flask."""

import re
import subprocess
import sys
from importlib.metadata import packages_distributions, requires

import pytest
from packaging.requirements import Requirement

pytestmark = pytest.mark.slow

ALONE = """
import importlib, sys
from importlib.abc import MetaPathFinder

class NotInstalled(MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in BLOCKED:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

BLOCKED = set(sys.argv[1].split(","))
sys.meta_path.insert(0, NotInstalled())
for module in sys.argv[2:]:
    importlib.import_module(module)
"""


def installed_by(extra: str) -> set[str]:
    """Return the names of all distributions that come with this extra."""
    found: set[str] = set()
    wanted = [("take-a-number", frozenset({extra}))]
    while wanted:
        name, extras = wanted.pop()
        for text in requires(name) or []:
            needed = Requirement(text)
            contexts = [{"extra": each} for each in (*extras, "")]
            if needed.marker and not any(map(needed.marker.evaluate, contexts)):
                continue
            if canonical(needed.name) not in found:
                found.add(canonical(needed.name))
                wanted.append((needed.name, frozenset(needed.extras)))
    return found


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize(
    ("extra", "modules"),
    [
        (
            "server",
            [
                "server.cli",
                "server.serve.run",
                "server.serve.worker",
                "server.serve.app",
            ],
        ),
        (
            "desktop",
            ["server.cli", "kiosk.app", "display.app", "servicer.app", "qrcode"],
        ),
    ],
)
def test_one_part_alone_has_what_it_needs(extra: str, modules: list[str]) -> None:
    there = installed_by(extra) | {"take-a-number"}
    blocked = {
        package
        for package, owners in packages_distributions().items()
        if not there & {canonical(owner) for owner in owners}
    }
    assert ("PySide6" in blocked) == (extra == "server")
    assert ("flask" in blocked) == (extra == "desktop")
    done = subprocess.run(
        [sys.executable, "-c", ALONE, ",".join(sorted(blocked)), *modules],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
