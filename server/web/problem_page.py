"""Failures as pages: what went wrong for a person, and what to do next. Every 404 looks the same."""

from flask import Response, request

from server.web import pages
from shared.wire import messages

_MANAGERS = "/manager"
_NO_SUCH_THING = 404
_NOT_FOR_YOU = 403
_NOT_SIGNED_IN = 401
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


def respond(problem: messages.Problem, said: object = "") -> Response:
    """Answer with a page about the problem, in the language that the browser asks for; managers read what the rules said, too."""
    if request.path.startswith(_MANAGERS):
        language = pages.language_for()
        return pages.respond(
            "manager/problem.html",
            language,
            problem.status,
            kind=_kind_for_managers(problem),
            said=language.told(said),
            account=None,
            path=request.path,
            words={},
        )
    if problem.status == _NO_SUCH_THING:
        kind = "not-found"
    elif problem.type in _BY_TYPE:
        kind = problem.type
    else:
        kind = "broken" if problem.status >= 500 else "refused"
    return pages.respond(
        "problem.html", pages.language_for(), problem.status, kind=kind
    )


def _kind_for_managers(problem: messages.Problem) -> str:
    if problem.type in ("https-needed", "storage-full", "locked", "busy"):
        return problem.type
    if problem.status == _NO_SUCH_THING:
        return "not-found"
    if problem.status == _NOT_SIGNED_IN:
        return "signed-out"
    if problem.status == _NOT_FOR_YOU:
        return "viewer" if problem.type == "viewer-only" else "forbidden"
    return "broken" if problem.status >= 500 else "refused"
