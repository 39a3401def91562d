"""What a browser keeps for the manager's pages; under https no other site, and no other name of this one, can plant it."""

import re
from secrets import token_urlsafe

from flask import request
from werkzeug.wrappers import Response

SESSION = "manager"
"""Who is signed in."""

BEFORE = "manager-form"
"""Whose forms those are that stand before signing in."""

CODE = "manager-code"
"""Whose password was right and whose six digits are still to come."""

KNOWN = "manager-known"
"""At which accounts this browser signed in before."""

_A_TOKEN = re.compile(r"[A-Za-z0-9_-]{22,64}")


def given(name: str) -> str | None:
    """Return what the browser keeps under this name, None where that is nothing that is one of ours."""
    value = request.cookies.get(_full(name))
    return value if value and _A_TOKEN.fullmatch(value) else None


def sealed(name: str) -> str:
    """Return what the browser keeps under this name, whatever it is."""
    return request.cookies.get(_full(name), "")


def before() -> str:
    """Return by what the forms of a browser are known where nobody is signed in: what it keeps, or something new."""
    return given(BEFORE) or token_urlsafe(24)


def put(response: Response, name: str, value: str, *, seconds: int | None = None) -> None:  # fmt: skip
    """Let the browser keep this until it is closed, or for so long; scripts never see it."""
    response.set_cookie(
        _full(name),
        value,
        max_age=seconds,
        httponly=True,
        samesite="Lax" if name == SESSION else "Strict",
        secure=request.is_secure,
        path="/",
    )


def drop(response: Response, name: str) -> None:
    """Let the browser keep this no longer."""
    response.delete_cookie(
        _full(name), httponly=True, secure=request.is_secure, path="/"
    )


def _full(name: str) -> str:
    # Browsers take this prefix only with Secure, on the whole site and for this very host.
    return f"__Host-{name}" if request.is_secure else name
