"""What a browser carries from page to page: its own name, its last ticket, and the pass it got on site."""

import re
from dataclasses import dataclass, replace
from secrets import token_urlsafe
from typing import Self

from flask import current_app, request
from itsdangerous import BadData, URLSafeSerializer
from werkzeug.wrappers import Response

COOKIE = "visit"
_A_DAY_S = 24 * 60 * 60
_NAME = re.compile(r"[A-Za-z0-9_-]{22}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """A browser; `name` tells it from others, `token` is its last ticket's, `entry` its pass; both may be empty."""

    name: str
    token: str = ""
    entry: str = ""

    @classmethod
    def of_request(cls) -> Self:
        """Return who asks; without a cookie, by the name in the form, or as somebody new."""
        try:
            name, token, entry = _seals().loads(request.cookies.get(COOKIE, ""))
            visitor = cls(name=str(name), token=str(token), entry=str(entry))
        except (BadData, TypeError, ValueError):
            visitor = cls(name=request.form.get("browser", ""))
        if not _NAME.fullmatch(visitor.name):
            visitor = replace(visitor, name=token_urlsafe(16))
        return visitor

    def remember(self, response: Response) -> None:
        """Let the browser carry this for a day; scripts never see it."""
        public: str = current_app.config["PUBLIC_URL"] or ""
        response.set_cookie(
            COOKIE,
            _seals().dumps([self.name, self.token, self.entry]),
            max_age=_A_DAY_S,
            httponly=True,
            samesite="Lax",
            secure=request.is_secure or public.startswith("https:"),
        )


def _seals() -> URLSafeSerializer:
    key = current_app.extensions["store"].tokens.fingerprint(b"cookies")
    return URLSafeSerializer(key, salt=COOKIE)
