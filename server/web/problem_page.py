"""Failures as pages: what went wrong for a person, and what to do next. Every 404 looks the same."""

from flask import Response

from server.web import pages
from shared.wire import messages

_NO_SUCH_THING = 404
_BY_TYPE = frozenset(
    {
        "kiosk-only",
        "not-here",
        "queue-closed",
        "queue-full",
        "storage-full",
        "too-many-joins",
    }
)


def respond(problem: messages.Problem) -> Response:
    """Answer with a page about the problem, in the language that the browser asks for."""
    if problem.status == _NO_SUCH_THING:
        kind = "not-found"
    elif problem.type in _BY_TYPE:
        kind = problem.type
    else:
        kind = "broken" if problem.status >= 500 else "refused"
    return pages.respond(
        "problem.html", pages.language_for(), problem.status, kind=kind
    )
