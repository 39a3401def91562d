"""Signing in to the manager's pages with password and six digits, giving the password again, and signing out."""

from datetime import datetime, timedelta
from math import ceil
from secrets import token_urlsafe
from typing import Any

from flask import Response, request
from itsdangerous import BadData, URLSafeSerializer

from server.domain.account import MOST_OF_PASSWORD
from server.domain.events import SYSTEM
from server.domain.refusals import SignInLocked, TooManyTries, WrongPassword
from server.store import accounts
from server.store.session import Session
from server.store.sign_ins import SignInOutcome
from server.store.store import MAIN_BRANCH, Store
from server.store.tokens import code_of
from server.usecases.accounts import entering
from server.usecases.accounts.entering import Visit
from server.usecases.accounts.trying import count_try, refuse_while_locked
from server.web.manager import cookies
from server.web.manager.pages import (
    AGAIN,
    ANYBODY,
    HOME,
    READERS,
    SIGN_IN,
    START,
    Asked,
    Pages,
    next_of,
)
from server.web.manager.visits import counted_as, gates, remember, visit_of

CODE_WITHIN = timedelta(minutes=5)
"""How long after the password the six digits may come."""

_TEXT = {"type": "string"}
_MOST_OF_NAME = 200


def declare(pages: Pages) -> None:
    """Declare the pages of signing in and out."""
    _declare_password(pages)
    _declare_code(pages)
    _declare_again(pages)

    @pages.get("", who=READERS)
    def first_page(asked: Asked) -> Response:
        """Go on to the first page."""
        return asked.go(HOME)

    @pages.post("/sign-out", who=READERS, early=True)
    def sign_out(asked: Asked) -> Response:
        """Sign this browser out."""
        me = asked.account.name
        visit = visit_of(asked.store, me, asked.secret)
        asked.write(lambda session: entering.leave(session, me, visit))
        response = asked.go(SIGN_IN)
        cookies.drop(response, cookies.SESSION)
        return response


def _declare_password(pages: Pages) -> None:
    @pages.get("/sign-in", who=ANYBODY, query={"next": "Where to go on."})
    def sign_in_page(asked: Asked) -> Response:
        """Ask for user name and password."""
        if asked.signed_in is not None:
            return asked.go(next_of(request.args.get("next")))
        with asked.store.connecting() as connection:
            if not accounts.is_any(connection, MAIN_BRANCH):
                return asked.go(START)
        return _password_page(asked, next=next_of(request.args.get("next")))

    @pages.post(
        "/sign-in",
        who=ANYBODY,
        form={"name": _TEXT, "password": _TEXT, "next": _TEXT},
    )
    def sign_in(asked: Asked) -> Response:
        """Sign in with user name and password; where the account has a second step, that is next."""
        name = asked.form.get("name", "").strip().casefold()[:_MOST_OF_NAME]
        wanted, token = next_of(asked.form.get("next")), token_urlsafe(32)
        visit = visit_of(asked.store, name, token)
        try:
            kept = check_password(asked, name, asked.form.get("password", ""), visit)
            is_in = asked.write(
                lambda session: entering.enter_with_password(session, name, kept, visit)
            )
        except (WrongPassword, SignInLocked, TooManyTries) as error:
            return _password_page(asked, error, name=name, next=wanted)
        if is_in:
            return let_in(asked, name, token, wanted)
        response = asked.go(f"{SIGN_IN}/code")
        print_of_password, at = _print_of(asked.store, kept), asked.now.timestamp()
        pending = [name, print_of_password, wanted, at, token_urlsafe(12)]
        seal = str(_seals(asked.store).dumps(pending))
        seconds = int(CODE_WITHIN.total_seconds())
        cookies.put(response, cookies.CODE, seal, seconds=seconds)
        return response


def _declare_code(pages: Pages) -> None:
    @pages.get("/sign-in/code", who=ANYBODY)
    def code_page(asked: Asked) -> Response:
        """Ask for the six digits."""
        pending = _pending(asked.store, asked.now)
        if pending is None:
            return asked.go(SIGN_IN)
        return asked.page("manager/sign_in_code.html", name=pending[0], wrong="")

    @pages.post("/sign-in/code", who=ANYBODY, form={"code": _TEXT})
    def enter_code(asked: Asked) -> Response:
        """Sign in with the six digits, or with a recovery code in their place."""
        store, typed = asked.store, asked.form.get("code", "")
        pending = _pending(store, asked.now)
        if pending is None:
            return asked.go(SIGN_IN)
        name, print_of_password, wanted = pending
        token = _token_of(store, typed)
        visit = visit_of(store, name, token)
        with store.connecting() as connection:
            found = accounts.find(connection, MAIN_BRANCH, name)
        if found is None or _print_of(store, found.password_hash) != print_of_password:
            return asked.go(SIGN_IN)
        kept = found.password_hash
        try:
            gates().let_in(visit.origin, asked.now)
            asked.write(lambda session: count_try(session, name, visit.origin, at_code=True))  # fmt: skip
            try:
                asked.write(
                    lambda session: entering.enter_with_code(
                        session, name, kept, typed, visit, store.tokens
                    )
                )
            except WrongPassword:
                _note(asked, name, visit, SignInOutcome.WRONG_CODE)
                raise
        except (WrongPassword, SignInLocked, TooManyTries) as error:
            return refused(asked, "manager/sign_in_code.html", error, name=name)
        response = let_in(asked, name, token, wanted)
        cookies.drop(response, cookies.CODE)
        return response


def _declare_again(pages: Pages) -> None:
    @pages.get("/again", who=READERS, early=True, query={"next": "Where to go on."})
    def again_page(asked: Asked) -> Response:
        """Ask for the password again, before something grave."""
        wanted = next_of(request.args.get("next"))
        return asked.page("manager/again.html", next=wanted, wrong="")

    @pages.post(
        "/again", who=READERS, early=True, form={"password": _TEXT, "next": _TEXT}
    )
    def prove_again(asked: Asked) -> Response:
        """Let what is grave be done for five minutes."""
        name, wanted = asked.account.name, next_of(asked.form.get("next"))
        visit = visit_of(asked.store, name, asked.secret)
        try:
            kept = check_password(asked, name, asked.form.get("password", ""), visit)
            asked.write(lambda session: entering.prove_again(session, name, kept, visit))  # fmt: skip
        except (WrongPassword, SignInLocked, TooManyTries) as error:
            return refused(asked, "manager/again.html", error, next=wanted)
        return asked.go(HOME if wanted.startswith(AGAIN) else wanted)


def check_password(asked: Asked, name: str, password: str, visit: Visit) -> str:
    """Return what is kept of the account's password where this is it; raise `WrongPassword`, `SignInLocked`, `TooManyTries` or `Busy`.

    Each password that is looked at was counted before. Whoever has no account is answered in the same way and after the same time.
    """
    store = asked.store
    with store.connecting() as connection:
        found = accounts.find(connection, MAIN_BRANCH, name)
        counted = counted_as(store, name, is_there=found is not None)
        tries = accounts.tries_of(connection, MAIN_BRANCH, counted)
    refuse_while_locked(tries, visit.origin, asked.now)
    gates().let_in(visit.origin, asked.now)
    kept = store.passwords.nobodys if found is None else found.password_hash
    with store.passwords.place():
        asked.write(lambda session: count_try(session, counted, visit.origin))
        looked_at = password[: MOST_OF_PASSWORD + 1]
        if not store.wait(store.passwords.is_right(looked_at, kept)):
            _note(asked, name, visit, SignInOutcome.WRONG_PASSWORD)
            raise WrongPassword
    return kept


def let_in(asked: Asked, name: str, token: str, wanted: str) -> Response:
    """Answer that the browser goes on there with its new session; the one that it had before, if any, is over."""
    old = cookies.given(cookies.SESSION)
    if old is not None:
        hashed = visit_of(asked.store, name, old).token_hash
        asked.store.write(
            MAIN_BRANCH, SYSTEM, lambda session: accounts.end_session(session, hashed)
        )
    response = asked.go(wanted)
    cookies.put(response, cookies.SESSION, token)
    cookies.drop(response, cookies.BEFORE)
    remember(response, asked.store, name)
    return response


def refused(asked: Asked, template: str, error: Exception, **values: Any) -> Response:
    """Answer with the page again, which says what was wrong, or in how many minutes to try again."""
    status = _STATUS[type(error)]
    seconds: int | None = getattr(error, "seconds", None)
    wrong = "wrong" if seconds is None else "locked"
    minutes = ceil((seconds or 0) / 60)
    response = asked.page(template, status, wrong=wrong, minutes=minutes, **values)
    if seconds is not None:
        response.headers["Retry-After"] = str(seconds)
    return response


_STATUS: dict[type[Exception], int] = {
    WrongPassword: 401,
    SignInLocked: 423,
    TooManyTries: 429,
}


def _password_page(
    asked: Asked, error: Exception | None = None, *, next: str, name: str = ""
) -> Response:
    template = "manager/sign_in.html"
    if error is not None:
        return refused(asked, template, error, name=name, next=next)
    return asked.page(template, name=name, next=next, wrong="")


def _note(asked: Asked, name: str, visit: Visit, outcome: SignInOutcome) -> None:
    def work(session: Session) -> None:
        entering.note_failure(session, name, visit, outcome)

    asked.write(work)


def _pending(store: Store, now: datetime) -> tuple[str, str, str] | None:
    """Return whose password was right a moment ago, the print of its hash, and where they want to go; None where nobody's was."""
    seal = cookies.sealed(cookies.CODE)
    try:
        name, print_of_password, wanted, at, _ = _seals(store).loads(seal)
        is_old = abs(now.timestamp() - at) >= CODE_WITHIN.total_seconds()
    except (BadData, TypeError, ValueError):
        return None
    if is_old:
        return None
    return str(name), str(print_of_password), next_of(str(wanted))


def _token_of(store: Store, typed: str) -> str:
    """Return the token of the session that this browser's password and these digits begin: the same for both of two presses."""
    seal = cookies.sealed(cookies.CODE).encode()
    digits = code_of(typed).encode("utf-8", "surrogatepass")
    return store.tokens.fingerprint(b"signed in", seal, digits).hex()


def _print_of(store: Store, password_hash: str) -> str:
    return store.tokens.fingerprint(b"pending", password_hash.encode()).hex()[:32]


def _seals(store: Store) -> URLSafeSerializer:
    return URLSafeSerializer(store.tokens.fingerprint(b"pending sign-ins"), salt="code")
