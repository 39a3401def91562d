"""Servicers' PINs, stored as argon2id hashes."""

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError

# OWASP's smallest argon2id setting: a kiosk PC signs somebody in within a blink, and PINs are short anyway.
_hasher = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)


def hash_pin(pin: str) -> str:
    """Return what is stored of a PIN."""
    return _hasher.hash(pin)


def is_right(pin: str, hash: str) -> bool:
    """Return whether the PIN is the hashed one. Takes tens of milliseconds and lets other threads run."""
    try:
        return _hasher.verify(hash, pin)
    except VerificationError:
        return False
