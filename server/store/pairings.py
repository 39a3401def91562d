"""Screens that ask to be let in, and what became of their asking.

What a screen asked is sealed into the secret that it alone gets: nothing has to be kept for it, so nobody can push it out.
The book of who waits is for managers to look at; a screen that asks how it stands is in it again, whatever happened to it
meanwhile, and one that does not ask any more is shown no longer. Only what a manager said is on disk.
"""

import hmac
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as NoBase64
from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import blake2b
from typing import TYPE_CHECKING

import msgspec
import sqlalchemy as sa

from server.domain.gate import Gate
from server.domain.refusals import TooManyTries, UnknownPairing
from server.store import tables
from server.store.clocks import Clock

if TYPE_CHECKING:
    from server.store.session import Session

ALPHABET = "234679CDFHJKMNPQRTVWXY"
"""Without what looks alike (0 O, 1 I L, 5 S, 8 B, 2 Z, 6 G), and without vowels: nobody has to read out a word."""

CODE_LENGTH = 8
LASTS = timedelta(minutes=10)
KEPT = timedelta(hours=1)
"""How long it is kept what a manager said: a screen that was away for a while still hears it."""

MOST_WRONG_CODES = 5
"""So many codes that nobody shows may be typed by one manager in ten minutes."""

MOST_WAITING = 1_000
HEARD_WITHIN = timedelta(seconds=15)
"""Who waits asks every two or three seconds how it stands; who has not for so long was stopped, or only wants to fill the list."""

_ASKS_ON_AFTER = timedelta(seconds=1)
"""Who asks how it stands so long after it came is not gone again at once."""

_MOST_GONE = 10_000
"""Of so many codes it is remembered that a screen showed them."""

_LOOK_EVERY = timedelta(seconds=1)
"""So often those whose time is over are looked for, to make room: looking through all costs more than asking."""

MOST_SHOWN = 20

_ID_BYTES = 16
_p = tables.pairing.c


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What a screen asks: to be let in in a role, by a name that it suggests; from which address, and of which network that is one."""

    role: str
    name: str
    version: str
    address: str
    network: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A screen that asked to be let in; `code` is what it shows. It `is_near` where it asked from a network of the house, no address of the internet."""

    id: str
    branch_id: int
    code: str
    asking: Asking
    expires_at: datetime
    is_near: bool

    @property
    def at(self) -> datetime:
        """When it asked."""
        return self.expires_at - LASTS


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a manager said: the device that the screen is now, None for no; and whether its token was fetched."""

    device: int | None
    fetched: bool


def typed(code: str) -> str:
    """Return a code as it is kept, however it was typed: in small letters, with a hyphen, with blanks."""
    return "".join(each for each in code.upper() if each.isalnum())


class _Crowd:
    """Those who wait, by network, of each first who was not heard for longest."""

    def __init__(self) -> None:
        self._of: dict[str, dict[str, Asked]] = {}
        self.count = 0

    def put(self, asked: Asked) -> None:
        """Add one more."""
        self._of.setdefault(asked.asking.network, {})[asked.id] = asked
        self.count += 1

    def drop(self, asked: Asked) -> None:
        """Take one away who is there."""
        theirs = self._of[asked.asking.network]
        del theirs[asked.id]
        if not theirs:
            del self._of[asked.asking.network]
        self.count -= 1

    def least_missed(self) -> Asked:
        """Return who was not heard for longest, of the network that most wait from."""
        return next(iter(self._noisiest().values()))

    def noise(self) -> int:
        """Return how many wait from that network."""
        return len(self._noisiest())

    def _noisiest(self) -> dict[str, Asked]:
        return max(self._of.values(), key=len, default={})


class Pairings:
    """Makes codes and secrets, and knows who waits for a manager just now. Used on the loop alone."""

    def __init__(self, secret: bytes, clock: Clock) -> None:
        self._secret = secret
        self._clock = clock
        self._waiting: dict[str, Asked] = {}
        self._heard: dict[str, datetime] = {}
        self._gone: dict[str, None] = {}
        self._near, self._far = _Crowd(), _Crowd()
        self._looked_at = clock()
        self._wrong = Gate(LASTS, TooManyTries)

    # --- the screen's side ----------------------------------------------------------------------

    def ask(
        self, branch_id: int, asking: Asking, *, is_near: bool
    ) -> tuple[Asked, str]:
        """Return what was asked with its code, and the secret by which the screen hears what becomes of it."""
        asked = Asked(
            id=secrets.token_urlsafe(_ID_BYTES),
            branch_id=branch_id,
            code="".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH)),
            asking=asking,
            expires_at=self._clock() + LASTS,
            is_near=is_near,
        )
        self.hold(asked)
        said = msgspec.json.encode(asked)
        return asked, f"{_in_ascii(said)}.{_in_ascii(self._seal(said))}"

    def of(self, id: str, secret: str) -> Asked:
        """Return what was asked by whoever got this secret; raise `UnknownPairing` for another's, or none of ours."""
        said, _, seal = secret.partition(".")
        try:
            told = urlsafe_b64decode(said + "==")
            ours = hmac.compare_digest(_in_ascii(self._seal(told)), seal)
            asked = msgspec.json.decode(told, type=Asked) if ours else None
        except (NoBase64, ValueError, msgspec.DecodeError):
            asked = None
        if asked is None or asked.id != id:
            raise UnknownPairing
        return asked

    def is_over(self, asked: Asked) -> bool:
        """Return whether the code has lasted as long as it may."""
        return not timedelta(0) < asked.expires_at - self._clock() <= LASTS

    def is_forgotten(self, asked: Asked) -> bool:
        """Return whether it is so long ago that nobody may hear any more what a manager said."""
        return asked.expires_at + KEPT < self._clock()

    def hold(self, asked: Asked) -> None:
        """Have it wait for a manager, heard of just now. Where there are too many, somebody of the crowd it may belong to goes."""
        now = self._clock()
        self._heard[asked.id] = now
        if asked.id in self._waiting:
            self._crowd_of(asked).drop(asked)
            self._crowd_of(asked).put(asked)
            return
        self._waiting[asked.id] = asked
        self._gone.pop(asked.code, None)
        self._crowd_of(asked).put(asked)
        if len(self._waiting) <= MOST_WAITING:
            return
        if not timedelta(0) <= now - self._looked_at < _LOOK_EVERY:
            self._looked_at = now
            self._forget_expired()
        if len(self._waiting) > MOST_WAITING:
            far_ones_go = 2 * self._far.count >= len(self._waiting)
            crowds = (self._far, self._near)
            crowd = self._far if far_ones_go else max(crowds, key=_Crowd.noise)
            self.let_go(crowd.least_missed())

    def let_go(self, asked: Asked) -> None:
        """Have it wait no longer."""
        if self._waiting.pop(asked.id, None) is None:
            return
        self._crowd_of(asked).drop(asked)
        del self._heard[asked.id]
        self._gone[asked.code] = None
        if len(self._gone) > _MOST_GONE:
            del self._gone[next(iter(self._gone))]

    def _crowd_of(self, asked: Asked) -> _Crowd:
        return self._near if asked.is_near else self._far

    def token_of(self, asked: Asked) -> str:
        """Return the token that the screen gets if it is let in: 256 bits that only the server's secret can compute.

        It is derived rather than drawn, so that it can be told later although the database holds only its hash.
        """
        return _in_ascii(self._derived(b"paired", asked.id.encode()))

    # --- the manager's side ---------------------------------------------------------------------

    def waiting(self, branch_id: int) -> list[Asked]:
        """Return who is heard of: those of the house first, and one of each network before the second of any.

        Of one network those come first that have asked again how they stand, whoever asked earliest before the others: it costs a flood little to ask
        for codes, and more to wait.
        """
        self._forget_expired()
        now = self._clock()
        there = [
            asked
            for asked in self._waiting.values()
            if asked.branch_id == branch_id
            and timedelta(0) <= now - self._heard[asked.id] < HEARD_WITHIN
        ]
        there.sort(key=lambda asked: (not self._asks_on(asked), asked.at))
        of_network: Counter[str] = Counter()
        ranked = []
        for asked in there:
            network = asked.asking.network
            ranked.append((not asked.is_near, of_network[network], asked))
            of_network[network] += 1
        return [asked for *_, asked in sorted(ranked, key=lambda each: each[:2])]

    def _asks_on(self, asked: Asked) -> bool:
        return self._heard[asked.id] - asked.at >= _ASKS_ON_AFTER

    def shown_by(self, branch_id: int, code: str) -> Asked | None:
        """Return who shows this code, listed or not."""
        self._forget_expired()
        wanted = typed(code)
        for asked in self._waiting.values():
            if asked.branch_id == branch_id and asked.code == wanted:
                return asked
        return None

    def find(self, branch_id: int, code: str, who: str) -> Asked:
        """Return who shows this code; raise `UnknownPairing`, or `TooManyTries` where this manager has typed too many wrong ones.

        A code that a screen has shown is no wrong one: somebody presses twice, or presses in a list that is old.
        """
        self._wrong.count(who, MOST_WRONG_CODES, self._clock())
        asked = self.shown_by(branch_id, code)
        if asked is not None or typed(code) in self._gone:
            self._wrong.take_back(who)
        if asked is None:
            raise UnknownPairing
        return asked

    def _forget_expired(self) -> None:
        for asked in list(self._waiting.values()):
            if self.is_over(asked):
                self.let_go(asked)

    def _seal(self, said: bytes) -> bytes:
        return self._derived(b"pairing", said)

    def _derived(self, what: bytes, of: bytes) -> bytes:
        return blake2b(of, digest_size=32, key=self._secret, person=what).digest()


def _in_ascii(said: bytes) -> str:
    return urlsafe_b64encode(said).rstrip(b"=").decode()


# --- what became of it --------------------------------------------------------------------------


def find_verdict(connection: sa.Connection, branch_id: int, id: str) -> Verdict | None:
    """Return what a manager said, None while nobody has."""
    row = connection.execute(
        sa.select(_p.device, _p.fetched).where(_p.branch_id == branch_id, _p.id == id)
    ).one_or_none()
    return None if row is None else Verdict(row.device, row.fetched)


def keep_verdict(session: "Session", asked: Asked, device: int | None) -> None:
    """Keep that the screen is this device now, or that it was refused; forget what was said long ago."""
    branch_id = session.state.id
    old = session.now - KEPT
    session.beside(
        sa.delete(tables.pairing).where(_p.branch_id == branch_id, _p.at < old)
    )
    session.beside(
        sa.insert(tables.pairing).values(
            branch_id=branch_id,
            id=asked.id,
            device=device,
            at=session.now,
            fetched=False,
        )
    )


def note_fetched(session: "Session", asked: Asked) -> None:
    """Remember that the screen was told its token."""
    this = _p.branch_id == session.state.id, _p.id == asked.id
    session.beside(sa.update(tables.pairing).where(*this).values(fetched=True))
