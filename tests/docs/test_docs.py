"""What the documents say is so: their commands are understood, their links lead somewhere, nothing settable is left out."""

import re
import shlex
from collections.abc import Iterator
from dataclasses import fields
from importlib import import_module
from pathlib import Path

import click
import pytest

from server.cli import main
from server.settings import Settings
from server.web.problems import KINDS

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
OTHERS = ("ln ", "useradd ", "install ", "systemctl ")
"""Commands of the system's, in which our name is only a word."""
PROGRAMS = ("kiosk", "display", "servicer")


def blocks(text: str) -> Iterator[str]:
    """Yield the lines of the shell blocks, those that go on joined, and the text of the others."""
    for block in re.findall(r"^```\w*\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
        yield from block.replace("\\\n", " ").splitlines()


def commands_in(text: str) -> Iterator[str]:
    """Yield each `takeanumber …` with at least one word behind it, from blocks and from running text."""
    in_text = re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)
    for piece in (*blocks(text), *re.findall(r"`([^`\n]+)`", in_text)):
        if piece.startswith(OTHERS):
            continue
        found = re.search(r"(?:^|[\s/;])takeanumber (?!…)(\S.*)", piece)
        if found:
            yield found[1]


COMMANDS = [
    pytest.param(command, id=f"{document.name}: {command}")
    for document in DOCUMENTS
    for command in dict.fromkeys(commands_in(document.read_text(encoding="utf-8")))
]


def understand(words: list[str]) -> click.Command:
    """Return the command that these words run; raise `click.UsageError` when they are not understood."""
    command: click.Command = main
    while isinstance(command, click.Group):
        if not words:
            return command
        name, *words = words
        found = command.get_command(click.Context(command), name)
        if found is None:
            raise click.UsageError(f"{command.name} has no command “{name}”.")
        if name in PROGRAMS:
            found = import_module(f"{name}.command").main
        command = found
    # Only understood, not carried out: values stay as they are, and a command in a sentence need not be whole.
    _, rest, _ = command.make_parser(click.Context(command)).parse_args(words)
    if rest not in ([], ["…"]):
        raise click.UsageError(f"{command.name} does not know {rest}.")
    return command


@pytest.mark.parametrize("text", COMMANDS)
def test_every_command_in_the_documents_is_understood(text: str) -> None:
    text = text.replace("kiosk|display|console|manager", "kiosk")
    text = text.replace("kiosk|display|console", "kiosk")
    words = shlex.split(text, comments=True)
    understand([word for word in words if word != "--help"])


@pytest.mark.parametrize(
    "text", ["queues add parking", "queue add parking --colour red", "display --loud"]
)
def test_a_command_that_is_not_there_would_be_noticed(text: str) -> None:
    with pytest.raises(click.UsageError):
        understand(text.split())


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_to_files_that_are_there(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    targets = re.findall(r"\]\((?!https?:)([^)#]+)", text)
    missing = [each for each in targets if not (document.parent / each).exists()]
    assert missing == []


def test_every_setting_is_documented() -> None:
    text = (ROOT / "docs/configure.md").read_text(encoding="utf-8")
    assert [
        each.name for each in fields(Settings) if f"`{each.name}`" not in text
    ] == []


@pytest.mark.parametrize("group", ["branch", "queue", "desk"])
def test_every_option_of_set_up_is_documented(group: str) -> None:
    text = (ROOT / "docs/configure.md").read_text(encoding="utf-8")
    found = main.commands[group]
    assert isinstance(found, click.Group)
    options = {
        option
        for name in ("add", "set")
        if name in found.commands
        for parameter in found.commands[name].params
        for option in parameter.opts
        if option.startswith("--")
    }
    assert [option for option in sorted(options) if option not in text] == []


def test_every_error_is_documented_beside_its_status() -> None:
    text = (ROOT / "docs/api.md").read_text(encoding="utf-8")
    rows = {
        int(status): set(re.findall(r"`([\w-]+)`", types))
        for status, types in re.findall(r"^\| (\d{3}) \| (.*) \|$", text, re.MULTILINE)
    }
    missing = {
        kind.type
        for kind in KINDS.values()
        if kind.type not in rows.get(kind.status, ())
    }
    assert missing == set()


def test_every_injection_is_where_the_list_says() -> None:
    listed = (ROOT / "tests/faults/README.md").read_text(encoding="utf-8")
    places = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", listed)
    assert len(places) > 20
    assert [
        (file, test)
        for file, test in places
        if f"def {test}(" not in (ROOT / file).read_text(encoding="utf-8")
    ] == []
