"""The seal in every form of the manager's pages: only who can read the page knows it, which no other site can."""

from hmac import compare_digest
from secrets import token_hex

from markupsafe import Markup

from server.store.store import Store

FIELD = "csrf"
HEADER = "X-CSRF-Token"
"""Where a script says the seal, and is told one for the forms that it fetched."""

_SALT_LENGTH = 16


def seal_of(store: Store, secret: str) -> str:
    """Return a seal of what the browser alone holds; another one each time, so that compressed pages give none away."""
    salt = token_hex(_SALT_LENGTH // 2)
    return salt + _rest(store, salt, secret)


def is_seal_of(store: Store, secret: str, given: str) -> bool:
    """Return whether this is one of the seals that were given out for this browser."""
    salt, rest = given[:_SALT_LENGTH], given[_SALT_LENGTH:]
    return compare_digest(_rest(store, salt, secret).encode(), rest.encode())


def sealed_field(seal: str) -> Markup:
    """Return the field that stands in every form."""
    return Markup('<input type="hidden" name="{}" value="{}">').format(FIELD, seal)


def _rest(store: Store, salt: str, secret: str) -> str:
    return store.tokens.fingerprint(b"csrf", salt.encode(), secret.encode()).hex()
