"""What a program knows on its way to a server, and how each thing that happens changes it; pure."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from shared.pairing.address import LONGEST, addresses_of
from shared.pairing.steps import (
    Asking,
    Changed,
    Choosing,
    Code,
    Comparing,
    Refused,
    Searching,
    Step,
    Typing,
    Unfit,
    Waiting,
    Welcomed,
)
from shared.pairing.terms import Face, Why, Wrong
from shared.translations import LANGUAGES
from shared.wire.finding import FoundServer
from shared.wire.messages import Problem
from shared.wire.pairing import (
    SECONDS_A_CODE_LASTS,
    Pairing,
    PairingAsked,
    PairingStatus,
)

GATHER = timedelta(seconds=2)
"""How long other servers are waited for once one was heard."""

PATIENCE = timedelta(seconds=8)
"""After how long without any the address can be typed."""

LASTS = timedelta(seconds=SECONDS_A_CODE_LASTS)

AGAIN_AFTER = timedelta(minutes=5)
"""After how long a screen that was refused asks again by itself: nobody may be there to touch it."""

WAIT = timedelta(seconds=60)
"""How long to wait where the server says that it is asked too much, and not for how long."""

WELCOME = timedelta(seconds=2)
"""How long it is said that all is well."""

MOST_FOUND = 12
"""Anybody may announce as many as they like; the right one can be typed."""

TOO_MANY = 429
EXPIRED = frozenset({401, 404, 410})
"""A server that was set up anew meanwhile knows the pairing no more."""


@dataclass(frozen=True, slots=True)
class Server:
    """The server that is spoken to; `fingerprint` is that of a certificate that is not publicly trusted, empty for any other."""

    url: str = ""
    name: str = ""
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class PairingState:
    """Everything that the screen is derived from.

    `found` are the servers in the network by name. `settled` says that the server was named when the program was started, or was
    paired with before: then no passer-by is offered another one. `guessed` says that nobody has named a language: then the server's own is spoken.
    """

    face: Face
    now: datetime
    step: Step
    why: Why = Why.New
    found: tuple[FoundServer, ...] = ()
    server: Server = Server()
    settled: bool = False
    language: str = "en"
    guessed: bool = False


def searching(face: Face, now: datetime, language: str) -> PairingState:
    """Return how a program begins that knows nothing."""
    return PairingState(face, now, Searching(now), language=language)


def knowing(
    face: Face, now: datetime, language: str, url: str, why: Why, settled: bool
) -> PairingState:
    """Return how a program begins that knows its server, but is not known to it."""
    return PairingState(
        face,
        now,
        Asking((url,)),
        why,
        server=Server(url),
        language=language,
        settled=settled,
    )


def distrusting(face: Face, now: datetime, language: str, url: str) -> PairingState:
    """Return how a program begins whose server shows another certificate."""
    return PairingState(
        face, now, Changed(), server=Server(url), language=language, settled=True
    )


def ticked(state: PairingState, now: datetime) -> PairingState:
    """Time passed."""
    state = replace(state, now=now)
    match state.step:
        case Searching(heard=datetime() as heard) if state.found:
            if now >= heard + GATHER:
                return _led(state)
        case Searching(since=since):
            if now >= since + PATIENCE:
                return replace(state, step=Typing())
        case Comparing(code=code) if now >= code.until:
            return asked_anew(state)
        case Refused(until=until) | Waiting(until=until) | Unfit(until=until):
            if now >= until:
                return asked_anew(state)
    return state


def heard_of(state: PairingState, servers: Iterable[FoundServer]) -> PairingState:
    """These servers are in the network now."""
    known = sorted(set(servers), key=lambda each: (each.name, each.url))
    found = tuple(known[:MOST_FOUND])
    if found == state.found:
        return state
    state = replace(state, found=found)
    match state.step:
        case Searching(heard=None) if found:
            return replace(state, step=replace(state.step, heard=state.now))
        case Typing(text="", by_hand=False) if found:
            return _led(state)
    return state


def _led(state: PairingState) -> PairingState:
    """Go on to the only server, or let somebody choose among several."""
    if len(state.found) == 1:
        return chose(state, state.found[0])
    return replace(state, step=Choosing())


def chose(state: PairingState, server: FoundServer) -> PairingState:
    """Somebody chose a server, or there is only this one."""
    return replace(state, step=Asking((server.url,), server.name), server=Server())


def wanted_another(state: PairingState) -> PairingState:
    """Somebody wants another server than this one."""
    if state.settled:
        return state
    step = Choosing() if state.found else Typing(by_hand=True)
    return replace(state, step=step, server=Server())


def wanted_to_type(state: PairingState) -> PairingState:
    """Somebody wants to type an address."""
    return replace(state, step=Typing(by_hand=True))


def searched_again(state: PairingState) -> PairingState:
    """Somebody goes back to looking for servers."""
    if len(state.found) > 1:
        return replace(state, step=Choosing())
    return replace(state, step=_search(state))


def typed(state: PairingState, text: str) -> PairingState:
    """Somebody typed; what was said of the address before counts no longer."""
    if not isinstance(state.step, Typing):
        return state
    return replace(state, step=Typing(text[:LONGEST], by_hand=True))


def gave_address(state: PairingState) -> PairingState:
    """Somebody is done with typing."""
    if not isinstance(state.step, Typing):
        return state
    urls = tuple(addresses_of(state.step.text))
    if not urls:
        return replace(state, step=replace(state.step, wrong=Wrong.NoAddress))
    return replace(
        state, step=Asking(urls, typed=state.step.text.strip()), server=Server()
    )


def reached(state: PairingState, url: str, fingerprint: str) -> PairingState:
    """A server answers at this address, and is about to be asked for a code."""
    if not isinstance(state.step, Asking):
        return state
    server = Server(url, state.step.name, fingerprint)
    return replace(state, step=replace(state.step, urls=(url,)), server=server)


def not_reached(state: PairingState, wrong: Wrong) -> PairingState:
    """No server answers there: whoever typed the address is told, any other is asked again."""
    step = state.step
    if not isinstance(step, Asking):
        return state
    if step.typed:
        return replace(state, step=Typing(step.typed, wrong, by_hand=True))
    return replace(state, step=replace(step, missed=step.missed + 1))


def given(state: PairingState, asked: PairingAsked) -> PairingState:
    """The server gave a code; how long it lasts is measured here, since clocks differ."""
    if not isinstance(state.step, Asking):
        return state
    code = Code(asked.id, asked.code, asked.secret, state.now + LASTS)
    if state.guessed and asked.language in LANGUAGES:
        state = replace(state, language=asked.language)
    return replace(state, step=Comparing(code))


def answered(state: PairingState, pairing: Pairing) -> PairingState:
    """The server said how the pairing stands."""
    step = state.step
    if not isinstance(step, Comparing):
        return state
    match pairing:
        case Pairing(status=PairingStatus.APPROVED, token=str(token)):
            welcomed = Welcomed(
                pairing.name or "", token, pairing.desk, state.now + WELCOME
            )
            return replace(state, step=welcomed)
        case Pairing(status=PairingStatus.REFUSED):
            return replace(state, step=Refused(state.now + AGAIN_AFTER))
        case Pairing(status=PairingStatus.PENDING):
            return replace(state, step=replace(step, away=False))
    return asked_anew(state)


def missed(state: PairingState) -> PairingState:
    """The server was not heard."""
    match state.step:
        case Comparing() as step:
            return replace(state, step=replace(step, away=True))
        case Asking():
            return not_reached(state, Wrong.NobodyThere)
    return state


def said_no(
    state: PairingState, problem: Problem, retry_after: timedelta | None
) -> PairingState:
    """The server said no to a question for a code, or for how it stands."""
    if problem.status == TOO_MANY:
        if isinstance(state.step, Comparing):
            return state
        until = state.now + (retry_after or WAIT)
        return replace(state, step=Waiting(until))
    if isinstance(state.step, Comparing) and problem.status in EXPIRED:
        return asked_anew(state)
    return replace(state, step=Unfit(problem, state.now + (retry_after or WAIT)))


def saw_another(state: PairingState) -> PairingState:
    """The server shows another certificate than a moment ago."""
    return replace(state, step=Changed())


def asked_anew(state: PairingState) -> PairingState:
    """Ask the same server for a new code; where it shows another certificate, somebody has decided to believe that one."""
    server = state.server
    if not server.url:
        return replace(state, step=_search(state))
    expected = Server() if isinstance(state.step, Changed) else Server(server.url)
    return replace(state, step=Asking((server.url,), server.name), server=expected)


def spoke(state: PairingState, language: str) -> PairingState:
    """Whoever stands here reads another language."""
    return replace(state, language=language, guessed=False)


def _search(state: PairingState) -> Searching:
    return Searching(state.now, state.now if state.found else None)
