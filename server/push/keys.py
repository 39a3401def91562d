"""The key pair by which push services know this server (VAPID, RFC 8292)."""

from dataclasses import dataclass
from pathlib import Path

import msgspec

from shared.private_files import write_private


@dataclass(frozen=True, slots=True)
class Keys:
    """Both halves in unpadded base64url: the private number, and the public point as browsers want it."""

    private: str
    public: str


def load_keys(path: Path) -> Keys:
    """Return the server's keys, made at the first start and readable by its owner only."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Keys)
    except FileNotFoundError:
        keys = _new_keys()
    write_private(path, msgspec.json.encode(keys))
    return keys


def _new_keys() -> Keys:
    # Its import costs a tenth of a start, and all starts but the first read the file alone.
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from py_vapid.utils import b64urlencode

    private = ec.generate_private_key(ec.SECP256R1())
    public = private.public_key().public_bytes(
        serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint
    )
    number = private.private_numbers().private_value
    return Keys(b64urlencode(number.to_bytes(32)), b64urlencode(public))
