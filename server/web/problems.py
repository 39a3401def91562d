"""Every failure, as RFC 9457 problem+json or as a page: one table from refusal to status and stable `type`."""

from collections.abc import Callable
from dataclasses import dataclass

import structlog
from flask import Flask, Response, request
from sqlalchemy.exc import DatabaseError
from werkzeug.exceptions import (
    HTTPException,
    MethodNotAllowed,
    NotFound,
    RequestEntityTooLarge,
    RequestTimeout,
)

from server.domain import refusals
from server.domain.phrases import phrase
from server.domain.refusals import Refusal
from server.live.places import TooManyStreams
from server.store import database
from server.store.digests import Damaged
from server.store.writer import Busy, StorageFailed
from server.web import pages, problem_page
from server.web.aside import TooManyLookBack
from server.web.figures import StillCounting
from server.web.unsaid import unsaid
from shared.wire import codec, messages

log = structlog.get_logger(__name__)


class NotAuthenticated(Refusal):
    """No token, or none that counts."""

    def __init__(self) -> None:
        super().__init__("A valid device token is needed.")


class NotAllowed(Refusal):
    """The token is good, but not for this."""

    def __init__(self, role: str) -> None:
        super().__init__(f"A {role} may not do this.")


class OtherKind(NotAllowed):
    """The token is good, but another kind of device's."""

    def __init__(self, role: str) -> None:
        Refusal.__init__(self, f"This is the token of a {role}.")


class OnlyLooks(NotAllowed):
    """Who is signed in may look and change nothing; `names` may let them do more."""

    def __init__(self, names: str) -> None:
        who = phrase("Who can do that here: {names}.", names=names)
        Refusal.__init__(self, who)


class NotReady(Refusal):
    """Something that the server needs does not work; `str()` says what."""

    seconds = 5


class FromElsewhere(Refusal):
    """A page of another site made the browser ask."""

    def __init__(self) -> None:
        super().__init__("Another site may not do this in your name.")


class NotSignedInHere(Refusal):
    """Nobody is signed in with this browser, or no longer."""

    def __init__(self) -> None:
        super().__init__("Sign in first.")


class WrongForm(Refusal):
    """The form was not one that this browser was shown, or was shown before it signed in."""

    def __init__(self) -> None:
        super().__init__("This form is no longer good. Open the page again.")


class PlainHttp(Refusal):
    """What managers do would travel in the clear over networks of others."""

    def __init__(self) -> None:
        super().__init__(
            "From here managers' pages need HTTPS. See docs/https.md; or set managers_over_http."
        )


class BadBody(Refusal):
    """The body is not the message it should be."""

    def __init__(self, message: str, field: str | None) -> None:
        super().__init__(message)
        self.field = field


@dataclass(frozen=True, slots=True)
class Kind:
    """How a refusal is answered."""

    status: int
    type: str
    title: str


KINDS: dict[type[Exception], Kind] = {
    NotAuthenticated: Kind(401, "unauthenticated", "Not authenticated"),
    NotAllowed: Kind(403, "forbidden", "Not allowed"),
    OnlyLooks: Kind(403, "viewer-only", "Not for a viewer"),
    FromElsewhere: Kind(403, "forbidden", "Not allowed"),
    NotSignedInHere: Kind(401, "unauthenticated", "Not authenticated"),
    WrongForm: Kind(403, "forbidden", "Not allowed"),
    PlainHttp: Kind(403, "https-needed", "HTTPS needed"),
    BadBody: Kind(422, "invalid", "Not valid"),
    refusals.NotValid: Kind(422, "invalid", "Not valid"),
    refusals.KeyReused: Kind(422, "idempotency-key-reused", "Idempotency key reused"),
    refusals.UnknownQueue: Kind(404, "unknown-queue", "Unknown queue"),
    refusals.UnknownDesk: Kind(404, "unknown-desk", "Unknown desk"),
    refusals.UnknownTicket: Kind(404, "unknown-ticket", "Unknown ticket"),
    refusals.UnknownServicer: Kind(401, "wrong-pin", "Wrong name or PIN"),
    refusals.UnknownDevice: Kind(404, "unknown-device", "Unknown device"),
    refusals.UnknownAccount: Kind(404, "unknown-account", "Unknown account"),
    refusals.UnknownChange: Kind(404, "unknown-change", "Unknown change"),
    refusals.CannotPutBack: Kind(409, "cannot-put-back", "Not possible to put back"),
    refusals.NoHelpCall: Kind(404, "no-help-call", "Nobody asks for help"),
    refusals.WrongState: Kind(409, "wrong-state", "Not possible now"),
    refusals.OtherDesk: Kind(409, "other-desk", "At another desk"),
    refusals.QueueClosed: Kind(409, "queue-closed", "Queue closed"),
    refusals.KioskClosed: Kind(409, "kiosk-closed", "Kiosk closed"),
    refusals.QueueFull: Kind(409, "queue-full", "Queue full"),
    refusals.KioskOnly: Kind(403, "kiosk-only", "At the kiosk only"),
    refusals.NotHere: Kind(403, "not-here", "On site only"),
    refusals.TooManyJoins: Kind(429, "too-many-joins", "Too many numbers"),
    refusals.TooManyMoves: Kind(429, "too-many-moves", "Too many moves"),
    refusals.TooManyTries: Kind(429, "too-many-tries", "Too many tries"),
    refusals.UnknownPairing: Kind(404, "unknown-pairing", "Unknown code"),
    refusals.TooManyPairings: Kind(429, "too-many-pairings", "Too many codes"),
    refusals.BoundElsewhere: Kind(409, "bound-elsewhere", "For another desk"),
    refusals.StillServing: Kind(409, "still-serving", "Still serving"),
    refusals.NotSignedIn: Kind(409, "not-signed-in", "Nobody signed in"),
    refusals.DeskTaken: Kind(409, "desk-taken", "Desk taken"),
    refusals.ServicerElsewhere: Kind(409, "servicer-elsewhere", "Signed in elsewhere"),
    refusals.AlreadyThere: Kind(409, "already-there", "Already there"),
    refusals.DeskPaused: Kind(409, "desk-paused", "Desk on a break"),
    refusals.TooLate: Kind(409, "too-late", "Too late"),
    refusals.NobodyBehind: Kind(409, "nobody-behind", "Nobody behind"),
    refusals.TooManyPostponements: Kind(
        409, "too-many-postponements", "Postponed too often"
    ),
    refusals.NothingToUndo: Kind(409, "nothing-to-undo", "Nothing to undo"),
    refusals.PriorityNotAllowed: Kind(
        403, "priority-not-allowed", "Priority not allowed"
    ),
    refusals.RecalledTooSoon: Kind(429, "recalled-too-soon", "Called a moment ago"),
    refusals.WrongPin: Kind(401, "wrong-pin", "Wrong name or PIN"),
    refusals.PinLocked: Kind(423, "locked", "Locked"),
    refusals.WrongPassword: Kind(401, "wrong-password", "Wrong name or password"),
    refusals.SignInLocked: Kind(423, "locked", "Locked"),
    refusals.WrongStartCode: Kind(403, "wrong-start-code", "Wrong start code"),
    refusals.LastManager: Kind(409, "last-manager", "Last manager"),
    TooManyStreams: Kind(429, "too-many-streams", "Too many streams"),
    NotReady: Kind(503, "not-ready", "Not ready"),
    Busy: Kind(503, "busy", "Busy"),
    TooManyLookBack: Kind(503, "busy", "Busy"),
    StillCounting: Kind(503, "busy", "Busy"),
    Damaged: Kind(500, "database-damaged", "Database damaged"),
    StorageFailed: Kind(507, "storage-full", "Storage full"),
}


_OWN_WORDS: dict[type[HTTPException], str] = {
    NotFound: "There is nothing at this address.",
    RequestEntityTooLarge: "The request is too large.",
    RequestTimeout: "The request did not arrive in time.",
}


def problem(error: Exception) -> messages.Problem:
    """Return the refusal as the message that clients get."""
    kind = next(KINDS[each] for each in type(error).__mro__ if each in KINDS)
    ticket = getattr(error, "ticket", None)
    return messages.Problem(
        type=kind.type,
        title=kind.title,
        status=kind.status,
        detail=str(error),
        field=getattr(error, "field", None),
        state=None if ticket is None else messages.TicketState(ticket.state.value),
    )


def respond(problem: messages.Problem, said: object = "") -> Response:
    """Return the problem as an HTTP response: a page for people, JSON for programs; `said` is what the rules said of it."""
    if pages.wants_page():
        return problem_page.respond(problem, said)
    return Response(
        codec.encode(problem), problem.status, content_type="application/problem+json"
    )


def register(app: Flask) -> None:
    """Answer every failure of the app with a problem; API paths only ever see JSON."""

    @app.errorhandler(Refusal)
    @app.errorhandler(Busy)
    @app.errorhandler(StorageFailed)
    def refused(error: Exception) -> Response:
        response = respond(problem(error), getattr(error, "said", ""))
        seconds = getattr(error, "seconds", None)
        if seconds is not None:
            response.headers["Retry-After"] = str(seconds)
        if response.status_code == 401:
            response.headers["WWW-Authenticate"] = "Bearer"
        return response

    @app.errorhandler(HTTPException)
    def not_http(error: HTTPException) -> Response:
        status = error.code or 500
        response = respond(
            messages.Problem(
                type=error.name.lower().replace(" ", "-"),
                title=error.name,
                status=status,
                detail=_in_words(error),
            )
        )
        if isinstance(error, MethodNotAllowed):
            response.allow.update(error.valid_methods or ())
        return response

    @app.errorhandler(Exception)
    def broken(error: Exception) -> Response:
        rule = str(request.url_rule)
        log.error("request failed", method=request.method, rule=rule, **unsaid(error))
        return respond(
            messages.Problem(
                type="internal",
                title="Internal error",
                status=500,
                detail="Something went wrong here. It was written to the server's log.",
            )
        )

    _register_storage(app, refused, broken)


def _in_words(error: HTTPException) -> str:
    """Return what is wrong with a request that came to no endpoint."""
    if isinstance(error, MethodNotAllowed):
        takes = ", ".join(sorted(error.valid_methods or ()))
        return f"This address takes no {request.method}, but {takes}."
    own = _OWN_WORDS.get(type(error))
    return own or error.description or error.name


def _register_storage(
    app: Flask,
    refused: Callable[[Exception], Response],
    broken: Callable[[Exception], Response],
) -> None:
    @app.errorhandler(Damaged)
    def damaged(error: Damaged) -> Response:
        log.critical("database damaged", what=str(error))
        return refused(error)

    @app.errorhandler(DatabaseError)
    def not_read(error: DatabaseError) -> Response:
        if database.is_held(error):
            return refused(Busy("Another program holds the queue database."))
        if database.is_damaged(error):
            return damaged(Damaged(f"The database cannot be read: {error.orig}."))
        return broken(error)
