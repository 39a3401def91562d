"""What every response says about caching, framing and scripts."""

from collections.abc import Callable, Iterable
from typing import Any

from flask import Flask

_ALWAYS = [("X-Content-Type-Options", "nosniff")]
_OF_PAGES = [
    *_ALWAYS,
    # Not "no-referrer": browsers would say of our own forms, too, that they come from nowhere ("Origin: null").
    ("Referrer-Policy", "same-origin"),
    ("X-Frame-Options", "DENY"),
    (
        "Content-Security-Policy",
        (
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            "font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; "
            "base-uri 'none'; manifest-src 'self'"
        ),
    ),
]
_BY_HTTPS_ONLY = ("Strict-Transport-Security", "max-age=2592000")
"""For thirty days a browser that came by https comes by nothing else."""

_NOT_STORED = ("Cache-Control", "no-store")


def register(app: Flask) -> None:
    """Add the security headers to every response, those about showing it to all but JSON.

    What does not say how long it may be kept is never stored.
    """
    answer: Callable[..., Iterable[bytes]] = app.wsgi_app

    def with_headers(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        def start(status: str, headers: list[tuple[str, str]], *rest: Any) -> Any:
            names = dict(headers)
            data = names.get("Content-Type", "").startswith("application/")
            headers = headers + (_ALWAYS if data else _OF_PAGES)
            if environ.get("wsgi.url_scheme") == "https":
                headers.append(_BY_HTTPS_ONLY)
            if "Cache-Control" not in names:
                headers.append(_NOT_STORED)
            return start_response(status, headers, *rest)

        return answer(environ, start)

    # Below Flask: its own after_request hooks cost as much as all the rest of a small answer.
    app.wsgi_app = with_headers  # type: ignore[method-assign]
