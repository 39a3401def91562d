"""What was injected, how often, and what was seen: a row for each, shown as one table at the end of a run."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

import pytest

NOTED = "injected"
"""The name under which a test's report carries its rows, from one process of pytest to another too."""


class Seen(Protocol):
    """Notes what was seen of an injection."""

    def __call__(
        self, injected: str, often: str, what: str | Mapping[str, int]
    ) -> None:
        """Note a row; where `what` counts kinds of answers, the rows of one injection are added up, `often` as their unit."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table."""

    injected: str
    often: str
    what: str | Mapping[str, int]


def drawn(rows: Iterable[Row]) -> list[str]:
    """Return the table as lines of Markdown, the rows of one injection together."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row.injected, []).append(row)
    lines = ["| Injected | How often | What was seen |", "|---|---|---|"]
    for injected, group in groups.items():
        counts: dict[str, Counter[str]] = {}
        for row in group:
            if isinstance(row.what, str):
                lines.append(f"| {injected} | {row.often} | {row.what} |")
            else:
                counts.setdefault(row.often, Counter()).update(row.what)
        for unit, each in counts.items():
            told = ", ".join(f"{n:,} × {kind}" for kind, n in sorted(each.items()))
            lines.append(f"| {injected} | {each.total():,} {unit} | {told} |")
    return lines


@pytest.fixture
def seen(request: pytest.FixtureRequest) -> Seen:
    """What notes a row of the table."""

    def note(injected: str, often: str, what: str | Mapping[str, int]) -> None:
        plain = what if isinstance(what, str) else dict(what)
        request.node.user_properties.append((NOTED, [injected, often, plain]))

    return note


def _row(noted: Any) -> Row:
    injected, often, what = noted
    return Row(injected, often, what)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Show the table, where anything was injected."""
    rows = [
        _row(value)
        for reports in terminalreporter.stats.values()
        for report in reports
        if isinstance(report, pytest.TestReport) and report.when == "call"
        for name, value in report.user_properties
        if name == NOTED
    ]
    if rows:
        terminalreporter.section("injected, how often, what was seen")
        for line in drawn(rows):
            terminalreporter.write_line(line)
