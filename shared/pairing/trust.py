"""Whom a program believes to be its server; pure."""

from msgspec import Struct


class Trust(Struct, frozen=True):
    """Who is publicly trusted, where there is no `pem`; else whoever these authorities signed, or if `exact` only who shows this certificate."""

    pem: str = ""
    exact: bool = False


PUBLIC = Trust()


def shown_fingerprint(digest: bytes) -> str:
    """Return the first half of a SHA-256 as people compare it: `9F3A 11C0 77B2 04E8 …`, in groups of four."""
    text = digest[:8].hex().upper()
    return " ".join(text[place : place + 4] for place in range(0, len(text), 4))
