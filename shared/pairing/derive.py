"""What the pairing screen shows, derived from what the program knows; pure."""

from collections import Counter
from dataclasses import replace
from datetime import datetime
from math import ceil
from urllib.parse import quote

from shared.pairing.address import shown_address
from shared.pairing.props import PairingProps, ServerRow, SpokenRow
from shared.pairing.state import PairingState
from shared.pairing.steps import (
    Asking,
    Changed,
    Choosing,
    Comparing,
    Refused,
    Typing,
    Unfit,
    Waiting,
    Welcomed,
)
from shared.pairing.terms import Shown
from shared.translations import LANGUAGE_NAMES, LANGUAGES

APPROVING = "/manager/devices"
"""The page on which a manager approves a screen."""

SOON_MISSED = 2
"""After so many tries without an answer it is said that none comes."""


def derive(state: PairingState) -> PairingProps:
    """Return what to show."""
    step, server = state.step, state.server
    props = PairingProps(
        face=state.face,
        why=state.why,
        address=shown_address(server.url),
        server=server.name,
        fingerprint=server.fingerprint,
        may_change=not state.settled,
        languages=tuple(
            SpokenRow(code, LANGUAGE_NAMES.get(code, code), code == state.language)
            for code in LANGUAGES
        ),
    )
    match step:
        case Asking(urls=urls, name=name, typed=typed, missed=missed):
            return replace(
                props,
                shown=Shown.Asking,
                server=name,
                address=typed or shown_address(urls[0]),
                away=missed >= SOON_MISSED,
            )
        case Comparing(code=code, away=away):
            return replace(
                props,
                shown=Shown.Comparing,
                code=code.code,
                link=f"{server.url}{APPROVING}?code={quote(code.code)}",
                address=shown_address(server.url) + APPROVING,
                left_s=seconds_until(state, code.until),
                away=away,
            )
        case Waiting(until=until):
            left_s = seconds_until(state, until)
            return replace(props, shown=Shown.Waiting, left_s=left_s)
        case Unfit(problem=problem):
            return replace(props, shown=Shown.Unfit, detail=problem.detail)
        case Welcomed(name=name):
            return replace(props, shown=Shown.Welcomed, name=name)
    return looking(state, props)


def looking(state: PairingState, props: PairingProps) -> PairingProps:
    """Return what is shown where no server has been asked yet, or none is to be."""
    match state.step:
        case Choosing():
            return replace(props, shown=Shown.Choosing, servers=servers_of(state))
        case Typing(text=text, wrong=wrong):
            return replace(
                props,
                shown=Shown.Typing,
                typed=text,
                wrong=wrong,
                servers=servers_of(state),
            )
        case Refused():
            return replace(props, shown=Shown.Refused)
        case Changed():
            return replace(props, shown=Shown.Changed)
    return props


def servers_of(state: PairingState) -> tuple[ServerRow, ...]:
    """Return the servers to choose from; two of one name are told apart by their addresses."""
    names = Counter(each.name for each in state.found)
    return tuple(
        ServerRow(
            each.url,
            each.name,
            shown_address(each.url) if names[each.name] > 1 else "",
        )
        for each in state.found
    )


def seconds_until(state: PairingState, until: datetime) -> int:
    """Return the whole seconds that are left."""
    return max(0, ceil((until - state.now).total_seconds()))
