"""Servicers' PINs and managers' passwords: kept as argon2id hashes that are sealed with the server's secret, and worked out one at a time.

A few digits are found out from any hash within minutes. So what argon2id gives is hashed once more, under `secret.key`:
a copy of the database without that file says nothing about a PIN, nor about a password.
"""

import hashlib
import os
import threading
from base64 import b64decode, b64encode
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from hmac import compare_digest
from time import monotonic, sleep

import sqlalchemy as sa
from argon2 import Parameters, extract_parameters
from argon2.low_level import ARGON2_VERSION, Type, hash_secret_raw

from server.store import database, tables
from server.store.writer import Busy

_s = tables.servicer.c

_SEALED = "sealed"
"""How what is kept begins; a bare argon2id hash, as older versions kept it, begins with `$`."""

MOST_AT_ONCE = 16
"""PINs that are looked at or wait for it; so many are worked out within a second."""

# OWASP's smallest argon2id setting: a kiosk PC signs somebody in within a blink, and PINs are short anyway.
_HOW = Parameters(
    type=Type.ID,
    version=ARGON2_VERSION,
    salt_len=16,
    hash_len=32,
    time_cost=2,
    memory_cost=19_456,
    parallelism=1,
)


class Pins:
    """Hashes PINs and compares them, in one thread of its own: however many ask, the memory of one hash is used."""

    def __init__(self, secret: bytes, person: bytes = b"pin") -> None:
        """What is hashed for one `person`, in the words of BLAKE2, says nothing for another."""
        self._secret = secret
        self._person = person
        self._places = threading.BoundedSemaphore(MOST_AT_ONCE)
        self._thread = ThreadPoolExecutor(1, f"{person.decode()}s")
        self.nobodys = self._kept(os.urandom(_HOW.salt_len), os.urandom(_HOW.hash_len))
        """The hash of no PIN at all, so that whoever is not known is looked at as long as anybody."""

    @contextmanager
    def place(self) -> Iterator[None]:
        """Hold a place while a PIN is looked at; raise `Busy` when all are taken."""
        if not self._places.acquire(blocking=False):
            raise Busy("Too many are signing in at once.")
        try:
            yield
        finally:
            self._places.release()

    def hash(self, pin: str) -> "Future[str]":
        """Return what is going to be kept of a PIN."""
        salt = os.urandom(_HOW.salt_len)
        return self._thread.submit(
            lambda: self._kept(salt, _worked_out(pin, salt, _HOW))
        )

    def is_right(self, pin: str, kept: str) -> "Future[bool]":
        """Return whether the PIN is going to be the one of which this was kept."""
        return self._thread.submit(self._matches, pin, kept)

    def seal(self, bare: str) -> str:
        """Return how a bare argon2id hash is kept."""
        how, _, result = bare.rpartition("$")
        return f"{_SEALED}{how}${_encoded(self._sealed(_decoded(result)))}"

    def seal_all(self, engine: sa.Engine) -> None:
        """Seal every hash that a version before kept bare; nobody has to type a PIN for it."""
        bare = sa.select(_s.branch_id, _s.name, _s.pin_hash).where(
            _s.pin_hash.startswith("$")
        )
        with (
            engine.connect() as connection,
            database.begin(connection, sleep, monotonic()),
        ):
            for row in connection.execute(bare).all():
                connection.execute(
                    sa.update(tables.servicer)
                    .where(_s.branch_id == row.branch_id, _s.name == row.name)
                    .values(pin_hash=self.seal(row.pin_hash))
                )

    def close(self) -> None:
        """Finish what was begun."""
        self._thread.shutdown()

    def _matches(self, pin: str, kept: str) -> bool:
        bare = kept.removeprefix(_SEALED)
        _, salt, seal = bare.rsplit("$", 2)
        result = _worked_out(pin, _decoded(salt), extract_parameters(bare))
        return compare_digest(self._sealed(result), _decoded(seal))

    def _kept(self, salt: bytes, result: bytes) -> str:
        costs = f"m={_HOW.memory_cost},t={_HOW.time_cost},p={_HOW.parallelism}"
        head = f"$argon2id$v={_HOW.version}${costs}"
        return self.seal(f"{head}${_encoded(salt)}${_encoded(result)}")

    def _sealed(self, result: bytes) -> bytes:
        return hashlib.blake2b(
            result, digest_size=_HOW.hash_len, key=self._secret, person=self._person
        ).digest()


def _worked_out(pin: str, salt: bytes, how: Parameters) -> bytes:
    return hash_secret_raw(
        pin.encode(),
        salt,
        time_cost=how.time_cost,
        memory_cost=how.memory_cost,
        parallelism=how.parallelism,
        hash_len=how.hash_len,
        type=how.type,
        version=how.version,
    )


def _encoded(raw: bytes) -> str:
    return b64encode(raw).rstrip(b"=").decode()


def _decoded(text: str) -> bytes:
    return b64decode(text + "=" * (-len(text) % 4))
