"""One's own account: password, second step, recovery codes, and where one is signed in."""

from secrets import token_bytes
from typing import Any
from zoneinfo import ZoneInfo

from flask import Response, request
from itsdangerous import BadData, URLSafeSerializer
from werkzeug.exceptions import NotFound

from server.domain.account import check_password as check_new_password
from server.domain.refusals import NotValid, SignInLocked, TooManyTries, WrongPassword
from server.store import accounts
from server.store.accounts import SignedIn
from server.store.session import Session
from server.store.store import MAIN_BRANCH
from server.store.tokens import new_code
from server.usecases.accounts import entering, second_factor
from server.usecases.setup.accounts import change_password
from server.web import pages as speaking
from server.web.manager.pages import READERS, Asked, Pages
from server.web.manager.said import problems_of
from server.web.manager.sign_in import check_password, refused
from server.web.manager.visits import browser_in_words, visit_of
from server.web.phone.poster import drawn

HERE = "/manager/account"
_TEXT = {"type": "string"}
_SALT_BYTES = 16
_NAME_LENGTH = 16
_GROUP = 4


def declare(pages: Pages) -> None:
    """Declare the pages of one's own account."""

    @pages.get("/account", who=READERS)
    def account_page(asked: Asked) -> Response:
        """Show one's account, and where one is signed in."""
        return _account_page(asked)

    @pages.post("/account/password", who=READERS, form={"old": _TEXT, "new": _TEXT})
    def set_password(asked: Asked) -> Response:
        """Take another password; whoever is signed in elsewhere is not any more."""
        name, new = asked.account.name, asked.form.get("new", "")
        visit = visit_of(asked.store, name, asked.secret)

        def work(session: Session, kept: str, hashed: str) -> None:
            entering.prove_again(session, name, kept, visit)
            change_password(session, name, new, hashed, here=visit.token_hash)

        try:
            check_new_password(new, [name, asked.account.shown])
            kept = check_password(asked, name, asked.form.get("old", ""), visit)
            with asked.store.passwords.place():
                hashed = asked.store.wait(asked.store.passwords.hash(new))
            asked.write(lambda session: work(session, kept, hashed))
        except NotValid as error:
            problems = problems_of(error, speaking.language_for())
            return _account_page(asked, 422, problems={"new": problems["password"]})
        except (WrongPassword, SignInLocked, TooManyTries) as error:
            return _account_page(asked, error=error)
        return asked.go(f"{HERE}?done=password")

    @pages.post("/account/sessions/<id>/end", who=READERS)
    def end_session(asked: Asked, id: str) -> Response:
        """Sign oneself out elsewhere."""
        gone = next((s.token_hash for s in _sessions(asked) if _name_of(s) == id), None)
        if gone is None:
            raise NotFound
        asked.write(lambda session: accounts.end_session(session, gone))
        return asked.go(HERE)

    @pages.post("/account/sessions/end", who=READERS)
    def end_other_sessions(asked: Asked) -> Response:
        """Sign oneself out everywhere else."""
        me = asked.account.name
        hashed = visit_of(asked.store, me, asked.secret).token_hash
        asked.write(lambda session: accounts.end_sessions(session, me, but=hashed))
        return asked.go(f"{HERE}?done=sessions")

    _declare_second_factor(pages)


def _declare_second_factor(pages: Pages) -> None:
    @pages.get("/account/second-step", who=READERS, grave=True)
    def second_factor_page(asked: Asked) -> Response:
        """Show the secret for an app on one's phone, as a QR code and in letters."""
        if asked.account.has_second_factor:
            return asked.go(HERE)
        return _second_factor_page(asked, token_bytes(_SALT_BYTES))

    @pages.post(
        "/account/second-step",
        who=READERS,
        grave=True,
        form={"salt": _TEXT, "code": _TEXT},
    )
    def turn_on(asked: Asked) -> Response:
        """Ask for six digits from now on, where these are the app's; the recovery codes are shown this once."""
        name, store = asked.account.name, asked.store
        try:
            salt = bytes.fromhex(_seals(asked).loads(asked.form.get("salt", "")))
        except (BadData, TypeError, ValueError):
            return asked.go(f"{HERE}/second-step")
        if asked.account.has_second_factor:
            return asked.go(HERE)
        codes, digits = _new_codes(), asked.form.get("code", "")
        try:
            asked.write(
                lambda session: second_factor.turn_on(
                    session, name, salt, digits, codes, store.tokens
                )
            )
        except WrongPassword:
            with asked.reading() as view:
                is_on = any(
                    each.has_second_factor and each.name == name
                    for each in view.accounts()
                )
            # Pressed twice: the first press has turned it on, and new codes are to be had there.
            return asked.go(HERE) if is_on else _second_factor_page(asked, salt, 422)
        return asked.page("manager/recovery_codes.html", codes=codes, is_new=True)

    @pages.post("/account/second-step/off", who=READERS, grave=True)
    def turn_off(asked: Asked) -> Response:
        """Ask for a password alone from now on."""
        name = asked.account.name
        asked.write(lambda session: second_factor.turn_off(session, name))
        return asked.go(f"{HERE}?done=off")

    @pages.post("/account/recovery-codes", who=READERS, grave=True)
    def renew_codes(asked: Asked) -> Response:
        """Give ten new recovery codes, shown this once; the ones before count no longer."""
        if not asked.account.has_second_factor:
            return asked.go(HERE)
        name, store, codes = asked.account.name, asked.store, _new_codes()
        asked.write(
            lambda session: second_factor.put_codes(session, name, codes, store.tokens)
        )
        return asked.page("manager/recovery_codes.html", codes=codes, is_new=False)


def _account_page(
    asked: Asked,
    status: int = 200,
    *,
    error: Exception | None = None,
    problems: dict[str, str] | None = None,
) -> Response:
    with asked.reading() as view:
        left = accounts.recovery_codes(view.connection, MAIN_BRANCH, asked.account.name)
        branch = view.branch.settings
    mine = asked.signed_in
    assert mine is not None
    zone = ZoneInfo(branch.time_zone)
    language = speaking.language_for(otherwise=branch.languages[0])
    sessions = [
        {
            "id": _name_of(each),
            "browser": browser_in_words(each.browser, language),
            "address": each.address,
            "when": language.day_and_time(each.seen_at, zone),
            "is_this": each.token_hash == mine.token_hash,
        }
        for each in _sessions(asked)
    ]
    shown: dict[str, Any] = {
        "branch": branch,
        "sessions": sessions,
        "codes_left": len(left),
        "said": problems or {},
        "done": request.args.get("done", ""),
    }
    if error is not None:
        return refused(asked, "manager/account.html", error, **shown)
    return asked.page("manager/account.html", status, wrong="", **shown)


def _second_factor_page(asked: Asked, salt: bytes, status: int = 200) -> Response:
    name = asked.account.name
    secret = second_factor.secret_of(asked.store.tokens, name, salt)
    with asked.reading() as view:
        branch = view.branch.settings
    address = second_factor.address_of(secret, name, branch.name)
    letters = [secret[at : at + _GROUP] for at in range(0, len(secret), _GROUP)]
    return asked.page(
        "manager/second_step.html",
        status,
        branch=branch,
        qr=drawn(address),
        secret=" ".join(letters),
        salt=str(_seals(asked).dumps(salt.hex())),
        is_wrong=status != 200,
    )


def _sessions(asked: Asked) -> list[SignedIn]:
    """Return where one is signed in, this browser among them."""
    with asked.store.connecting() as connection:
        found = accounts.sessions_of(connection, MAIN_BRANCH, asked.account.name)
    return [each for each in found if not each.is_over(asked.now)]


def _name_of(session: SignedIn) -> str:
    return session.token_hash.hex()[:_NAME_LENGTH]


def _new_codes() -> list[str]:
    return [new_code(3).lower() for _ in range(second_factor.RECOVERY_CODES)]


def _seals(asked: Asked) -> URLSafeSerializer:
    """Return the seals of secrets that are shown, for this session alone."""
    key = asked.store.tokens.fingerprint(b"second step", asked.secret.encode())
    return URLSafeSerializer(key, salt="second step")
