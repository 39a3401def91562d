"""What only the kiosk is told when it starts."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import click

PAPER_MM = ("80", "58")


@dataclass(frozen=True, slots=True)
class Options:
    """The printer's address (empty: none), its paper's width, and the PIN behind which the kiosk can be ended."""

    printer: str = ""
    paper_mm: int = 80
    pin: str = ""


Command = Callable[..., int | None]


def with_options(
    test: Callable[[str, int, str | None, Path, bool], int],
) -> Callable[[Command], Command]:
    """Return what adds the kiosk's own options, and hands them over as `options`.

    `test` prints at an address, in a width and a language, for the kiosk of a state directory, and is told whether the printer is a new one.
    """

    def add(function: Command) -> Command:
        @wraps(function)
        def command(
            printer: str,
            paper: str,
            staff_pin: str,
            print_test: bool,
            new_printer: bool,
            **others: Any,
        ) -> int | None:
            if print_test:
                if not printer:
                    raise click.UsageError("--print-test needs --printer.")
                language, state_dir = others["language"], others["state_dir"]
                sys.exit(test(printer, int(paper), language, state_dir, new_printer))
            if new_printer:
                raise click.UsageError("--new-printer needs --print-test.")
            options = Options(printer, int(paper), staff_pin)
            return function(options=options, **others)

        full: Command = command
        for option in reversed(OPTIONS):
            full = option(full)
        return full

    return add


def printer_address(
    _context: click.Context, _parameter: click.Parameter, given: str
) -> str:
    """Return the address; raise `click.BadParameter` when it is none."""
    parts = urlsplit(given)
    known = (
        (parts.scheme == "tcp" and parts.hostname)
        or (parts.scheme == "usb" and parts.path)
        or (parts.scheme == "cups" and parts.path)
    )
    if given and not known:
        raise click.BadParameter(
            f"“{given}” is not tcp://HOST[:PORT], usb:/dev/usb/lp0, usb:MODEL or cups:NAME."
        )
    return given


def only_digits(
    _context: click.Context, _parameter: click.Parameter, given: str
) -> str:
    """Return the PIN; raise `click.BadParameter` for what the kiosk's pad cannot type."""
    if given and not (given.isascii() and given.isdigit() and 4 <= len(given) <= 8):
        raise click.BadParameter("A PIN has four to eight digits.")
    return given


OPTIONS: list[Callable[[Command], Command]] = [
    click.option(
        "--printer",
        envvar="TAKEANUMBER_KIOSK_PRINTER",
        default="",
        callback=printer_address,
        metavar="ADDRESS",
        help="A receipt printer: tcp://HOST (port 9100), usb:/dev/usb/lp0, usb:MODEL or cups:NAME.",
    ),
    click.option(
        "--paper",
        envvar="TAKEANUMBER_KIOSK_PAPER",
        type=click.Choice(PAPER_MM),
        default="80",
        show_default=True,
        help="The paper's width in millimetres.",
    ),
    click.option(
        "--staff-pin",
        envvar="TAKEANUMBER_KIOSK_PIN",
        default="",
        callback=only_digits,
        help="With it, staff who hold the upper left corner for three seconds can end the kiosk.",
    ),
    click.option(
        "--print-test", is_flag=True, help="Print a test, say how it went, and end."
    ),
    click.option(
        "--new-printer",
        is_flag=True,
        help="With --print-test: another printer stands there now; forget how the one before it answered.",
    ),
]
