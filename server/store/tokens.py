"""Secrets that are shown once and stored only as hashes."""

import hashlib
import secrets
from base64 import b32encode, urlsafe_b64encode
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from server.store.pairings import ALPHABET
from shared.private_files import write_private

SECRET_BYTES = 32
_TICKET_TOKEN_BYTES = 16
_SEED_BYTES = 16


@dataclass(frozen=True, slots=True)
class DeviceToken:
    """A new device's token, and the seed that it is derived from; unlike the token, the seed may be kept."""

    seed: str
    token: str


def token_hash(token: str) -> bytes:
    """Return what is stored of a token: its SHA-256."""
    return hashlib.sha256(token.encode()).digest()


_FACTOR_BYTES = 20
"""As RFC 4226 recommends."""


def new_code(groups: int = 2) -> str:
    """Return a fresh code to read out and to type, 18 bits a group: `7K4M-2XQ9`."""
    drawn = ["".join(secrets.choice(ALPHABET) for _ in range(4)) for _ in range(groups)]
    return "-".join(drawn)


def new_password() -> str:
    """Return a fresh password of 89 bits that can be read out."""
    return new_code(5).lower()


def code_of(typed: str) -> str:
    """Return a code as it is compared, however it was typed: without blanks and dashes, in capitals."""
    return "".join(each for each in typed.upper() if each.isalnum())[:200]


class TicketTokens:
    """The tokens in ticket URLs: 128 bits that only the holder of the server's secret can compute.

    They are derived rather than drawn, so that a retried request and a reprint give the same URL although
    the database holds only their hashes.
    """

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def of(self, branch_id: int, ticket_id: int, taken_at: datetime) -> str:
        """Return the token of this ticket, 22 characters that are safe in a URL."""
        name = f"{branch_id}/{ticket_id}/{taken_at.isoformat()}".encode()
        derived = hashlib.blake2b(
            name, digest_size=_TICKET_TOKEN_BYTES, key=self._secret, person=b"ticket"
        )
        return urlsafe_b64encode(derived.digest()).rstrip(b"=").decode()

    def new_device(self) -> DeviceToken:
        """Return a fresh token of a device."""
        seed = secrets.token_urlsafe(_SEED_BYTES)
        return DeviceToken(seed, self.of_device(seed))

    def of_device(self, seed: str) -> str:
        """Return the token that is derived from this seed: 256 bits, 43 characters."""
        return urlsafe_b64encode(self._drawn(b"device", seed)).rstrip(b"=").decode()

    def installation(self) -> str:
        """Return what stays the same of this server wherever it is, and tells nothing of its secret: 16 hexadecimal digits."""
        return hashlib.blake2b(
            b"", digest_size=8, key=self._secret, person=b"installation"
        ).hexdigest()

    def fingerprint(self, *parts: bytes) -> bytes:
        """Return a keyed hash of a request: requests may hold PINs, which a bare hash would give away."""
        whole = b"\0".join(parts)
        return hashlib.blake2b(
            whole, digest_size=32, key=self._secret, person=b"request"
        ).digest()

    def code_hash(self, what: str, whose: str, code: str) -> bytes:
        """Return what is stored of a code that is too short for a bare hash."""
        return self._drawn(b"code", what, whose, code)

    def factor_secret(self, whose: str, salt: bytes) -> str:
        """Return the secret of somebody's second factor, in base 32."""
        return b32encode(
            self._drawn(b"factor", whose, salt.hex())[:_FACTOR_BYTES]
        ).decode()

    def _drawn(self, kind: bytes, *parts: str) -> bytes:
        whole = b"\0".join(part.encode("utf-8", "replace") for part in parts)
        return hashlib.blake2b(
            whole, digest_size=32, key=self._secret, person=kind
        ).digest()

    def link(self, before: bytes | None, seq: int, digest: bytes) -> bytes:
        """Return the link of a chain that comes after the one `before`, for the journal row of this seq and digest."""
        return hashlib.blake2b(
            (before or b"") + seq.to_bytes(8) + digest,
            digest_size=16,
            key=self._secret,
            person=b"audit",
        ).digest()


def load_or_make_secret(path: Path) -> bytes:
    """Return the server's secret; the first start makes it, readable by its owner only."""
    if not path.exists():
        write_private(path, secrets.token_bytes(SECRET_BYTES))
    return path.read_bytes()
