"""The cookie by which a browser is a display: its token, for the board's own paths and for nothing else."""

from flask import request
from werkzeug.wrappers import Response

from server.web.asker import Asker, by_token
from server.web.problems import NotAuthenticated
from shared.wire.messages import Role

PATH = "/board"
DISPLAY = frozenset({Role.DISPLAY})

_NAME = "board"
_LONGEST_S = 400 * 24 * 60 * 60
"""Browsers keep nothing longer; whoever comes back in that time begins it anew."""


def by_cookie() -> Asker:
    """Return which display's browser asks; raise `NotAuthenticated`, or `NotAllowed` for another kind's token."""
    return by_token(kept(), DISPLAY)


def kept() -> str:
    """Return the token that the browser keeps; raise `NotAuthenticated` where it keeps none."""
    token = request.cookies.get(_full_name())
    if not token:
        raise NotAuthenticated
    return token


def keep(response: Response, token: str) -> None:
    """Let the browser keep the token; no script sees it, no other site's page sends it, no other path gets it."""
    response.set_cookie(
        _full_name(),
        token,
        max_age=_LONGEST_S,
        path=PATH,
        httponly=True,
        samesite="Strict",
        secure=request.is_secure,
    )


def _full_name() -> str:
    # Browsers take this prefix only with Secure: nobody can plant it by http.
    return f"__Secure-{_NAME}" if request.is_secure else _NAME
