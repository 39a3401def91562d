"""What a browser carries from page to page: its own name, its last ticket, and the pass it got on site."""

import re
from dataclasses import dataclass
from secrets import token_urlsafe
from typing import Self

from flask import current_app, request
from itsdangerous import BadData, URLSafeSerializer
from werkzeug.wrappers import Response

from server.domain.refusals import UnknownTicket
from server.store.store import Store

COOKIE = "visit"
_FORM = "form"
_A_DAY_S = 24 * 60 * 60
_NAME = re.compile(r"[A-Za-z0-9_-]{22}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """A browser; `name` tells it from others, `token` is its last ticket's, `entry` its pass; both may be empty.

    `known` says that it brought its name along, as a cookie; else the name is new.
    """

    name: str
    token: str = ""
    entry: str = ""
    known: bool = False

    @classmethod
    def of_request(cls) -> Self:
        """Return who asks; without a cookie, somebody new."""
        try:
            name, token, entry = _seals(COOKIE).loads(request.cookies.get(COOKIE, ""))
        except (BadData, TypeError, ValueError):
            return cls(name=token_urlsafe(16))
        return cls(name=str(name), token=str(token), entry=str(entry), known=True)

    def remember(self, response: Response) -> None:
        """Let the browser carry this for a day; scripts never see it."""
        public: str = current_app.config["PUBLIC_URL"] or ""
        response.set_cookie(
            COOKIE,
            _seals(COOKIE).dumps([self.name, self.token, self.entry]),
            max_age=_A_DAY_S,
            httponly=True,
            samesite="Lax",
            secure=request.is_secure or public.startswith("https:"),
        )


@dataclass(frozen=True, slots=True)
class Form:
    """One showing of a form that takes a number: to which browser, and which one it was."""

    name: str
    number: str

    @classmethod
    def of_request(cls) -> Self | None:
        """Return the form that was sent, None where it is none of ours."""
        try:
            name, number = _seals(_FORM).loads(request.form.get("form", ""))
        except (BadData, TypeError, ValueError):
            return None
        return cls(str(name), str(number))

    @staticmethod
    def shown_to(visitor: Visitor) -> str:
        """Return what a form that is shown now carries along."""
        seal = _seals(_FORM).dumps([visitor.name, token_urlsafe(16)])
        return seal if isinstance(seal, str) else seal.decode()


def _seals(what: str) -> URLSafeSerializer:
    key = current_app.extensions["store"].tokens.fingerprint(b"cookies")
    return URLSafeSerializer(key, salt=what)


def last_ticket(store: Store, visitor: Visitor) -> int | None:
    """Return the id of the browser's last ticket, None where it has none."""
    try:
        return store.ticket_of(visitor.token)[1] if visitor.token else None
    except UnknownTicket:
        return None
