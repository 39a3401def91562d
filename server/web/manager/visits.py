"""From where somebody signs in: which network, which browser, and whether that signed in at the account before."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from secrets import token_urlsafe

from flask import current_app, request
from itsdangerous import BadData, URLSafeSerializer
from werkzeug.wrappers import Response

from server.domain.gate import Gate
from server.domain.phrases import filled
from server.domain.refusals import TooManyTries
from server.store.store import Store
from server.store.tokens import token_hash
from server.usecases.accounts.entering import Visit
from server.usecases.accounts.trying import Origin
from server.web.languages import Language
from server.web.manager import cookies
from server.web.outside import network_of

_KNOWN_FOR_S = 180 * 24 * 60 * 60
_MOST_KNOWN = 8
"""Accounts that one browser is known at; the one that signed in longest ago is forgotten first."""

_MOST_OF_ADDRESS = 60

TRIES_FROM_NETWORK = 60
TRIES_OF_STRANGERS = 600
START_CODES_FROM_NETWORK = 5
START_CODES = 60
"""So many are looked at in ten minutes, whatever names they are for."""

_ON = " on "

_SYSTEMS = (("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS", "Mac"), ("CrOS", "ChromeOS"), ("Linux", "Linux"))  # fmt: skip
_BROWSERS = (("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("Chrom", "Chrome"), ("CriOS", "Chrome"), ("Safari", "Safari"))  # fmt: skip


def _gate() -> Gate:
    return Gate(timedelta(minutes=10), TooManyTries)


@dataclass(frozen=True, slots=True)
class SignInGates:
    """The gates that passwords go through before any is counted: names made up take no more room than these let in."""

    networks: Gate = field(default_factory=_gate)
    strangers: Gate = field(default_factory=_gate)
    start_codes: Gate = field(default_factory=_gate)

    def let_in(self, origin: Origin, now: datetime) -> None:
        """Count one more who wants to sign in; raise `TooManyTries`. A browser that is known passes."""
        if origin.is_known:
            return
        self.networks.count(origin.whence, TRIES_FROM_NETWORK, now)
        self.strangers.count("", TRIES_OF_STRANGERS, now)

    def let_start(self, network: str, now: datetime) -> None:
        """Count one more code that may make the first account; raise `TooManyTries`."""
        self.start_codes.count(network, START_CODES_FROM_NETWORK, now)
        self.start_codes.count("", START_CODES, now)

    def started(self, network: str) -> None:
        """Count the last code no longer: it was right."""
        self.start_codes.take_back(network)
        self.start_codes.take_back("")


def gates() -> SignInGates:
    """Return the gates of this server."""
    found: SignInGates = current_app.extensions["sign_in_gates"]
    return found


def visit_of(store: Store, account: str, token: str = "") -> Visit:
    """Return who wants to sign in at this account, to hold this token then."""
    known = _known(store).get(account)
    if known is None:
        origin = Origin(f"network {network_of(request.remote_addr)}", is_known=False)
    else:
        origin = Origin(f"browser {known}", is_known=True)
    return Visit(
        token_hash=token_hash(token),
        address=(request.remote_addr or "")[:_MOST_OF_ADDRESS],
        browser=browser_of(request.headers.get("User-Agent", "")),
        origin=origin,
    )


def remember(response: Response, store: Store, account: str) -> None:
    """Let the browser be known at the account, where it has just signed in."""
    known = _known(store)
    name = known.pop(account, None) or token_urlsafe(12)
    latest = [*known.items(), (account, name)][-_MOST_KNOWN:]
    value = str(_seals(store).dumps(latest))
    cookies.put(response, cookies.KNOWN, value, seconds=_KNOWN_FOR_S)


def counted_as(store: Store, name: str, *, is_there: bool) -> str:
    """Return under which name tries are counted: the account's, else one that no account can have, by which nobody tells that there is none."""
    if is_there:
        return name
    return f"?{store.tokens.code_hash('nobody', '', name).hex()[:4]}"


def browser_of(agent: str) -> str:
    """Return what a browser says of itself, in a word or two: "Firefox on Windows"; a program is none."""
    browser = next((name for sign, name in _BROWSERS if sign in agent), "")
    system = next((name for sign, name in _SYSTEMS if sign in agent), "")
    return _ON.join(filter(None, (browser, system)))


def browser_in_words(stored: str, language: Language) -> str:
    """Return the same in this language: "Firefox auf Windows"."""
    browser, _, system = stored.partition(_ON)
    if not system:
        return stored
    said = language.gettext("{browser} on {system}")
    return filled(said, {"browser": browser, "system": system})


def _known(store: Store) -> dict[str, str]:
    try:
        pairs = _seals(store).loads(cookies.sealed(cookies.KNOWN))
        return {str(account): str(name) for account, name in pairs}
    except (BadData, TypeError, ValueError):
        return {}


def _seals(store: Store) -> URLSafeSerializer:
    return URLSafeSerializer(store.tokens.fingerprint(b"known browsers"), salt="known")
