"""The first account: whoever has the one-time code of the server's log or terminal makes it."""

from secrets import token_urlsafe

from flask import Response, abort, current_app, request
from werkzeug.routing import MapAdapter

from server.domain.account import check_name, check_password
from server.domain.events import Actor
from server.domain.refusals import NotValid, TooManyTries, WrongStartCode
from server.store import accounts
from server.store.session import Session
from server.store.store import MAIN_BRANCH
from server.store.tokens import code_of
from server.usecases.accounts import entering
from server.usecases.setup.accounts import (
    AddAccount,
    check_start_code,
    make_first_account,
    password_hashed,
    shown_name,
)
from server.web import pages as speaking
from server.web.manager.pages import ANYBODY, HOME, START, Asked, Pages
from server.web.manager.said import problems_in, problems_of
from server.web.manager.sign_in import let_in
from server.web.manager.visits import gates, visit_of
from server.web.outside import network_of

WIZARD = "/manager/set-up/1"

_TEXT = {"type": "string"}


def declare(pages: Pages) -> None:
    """Declare the pages of the first start; they are gone once there is an account."""

    @pages.get("/start", who=ANYBODY)
    def start_page(asked: Asked) -> Response:
        """Ask for the one-time code of the server's log."""
        _only_at_first(asked)
        return asked.page("manager/start_code.html", wrong="")

    @pages.post("/start", who=ANYBODY, form={"code": _TEXT})
    def enter_start_code(asked: Asked) -> Response:
        """Ask for a name and a password where the code is right."""
        _only_at_first(asked)
        typed = asked.form.get("code", "")
        try:
            _check_code(asked, typed)
        except (WrongStartCode, TooManyTries) as error:
            return _code_page(asked, error)
        return asked.page("manager/start_account.html", code=typed, form={})

    @pages.get("/start/account", who=ANYBODY)
    def no_account_page(asked: Asked) -> Response:
        """Go back to the code, without which there is no account."""
        return asked.go(START)

    @pages.post(
        "/start/account",
        who=ANYBODY,
        form={"code": _TEXT, "shown": _TEXT, "name": _TEXT, "password": _TEXT},
    )
    def make_account(asked: Asked) -> Response:
        """Make the first account, and sign in to it."""
        _only_at_first(asked)
        typed = asked.form.get("code", "")
        try:
            hashed = _check_code(asked, typed)
        except (WrongStartCode, TooManyTries) as error:
            return _code_page(asked, error)
        problems = _problems_of(asked)
        try:
            if not problems:
                return _first_account(asked, hashed)
        except NotValid as error:
            problems = problems_of(error, speaking.language_for())
        except WrongStartCode as error:
            return _code_page(asked, error)
        return asked.page(
            "manager/start_account.html",
            422,
            code=typed,
            form=asked.form,
            problems=problems,
        )


def _problems_of(asked: Asked) -> dict[str, str]:
    """Return all that can be said of the form before the account is made."""
    form, name = asked.form, _name_in(asked)
    shown = form.get("shown", "")
    return problems_in(
        speaking.language_for(),
        lambda: check_name(name),
        lambda: shown_name(shown or "-"),
        lambda: check_password(form.get("password", ""), [name, shown]),
    )


def _name_in(asked: Asked) -> str:
    return asked.form.get("name", "").strip().casefold()


def _first_account(asked: Asked, code_hash: bytes) -> Response:
    store, form = asked.store, asked.form
    name = _name_in(asked)
    command = AddAccount(
        name=name, shown=form.get("shown", ""), password=form.get("password", "")
    )
    with store.passwords.place():
        password_hash = store.wait(password_hashed(store, command))
    token = token_urlsafe(32)
    visit = visit_of(store, name, token)

    def work(session: Session) -> None:
        make_first_account(session, command, password_hash, code_hash)

    def enter(session: Session) -> None:
        entering.enter_with_password(session, name, password_hash, visit)

    me = Actor(manager=name)
    store.write(MAIN_BRANCH, me, work)
    store.write(MAIN_BRANCH, me, enter)
    return let_in(asked, name, token, _first_page())


def _check_code(asked: Asked, typed: str) -> bytes:
    """Return the code's hash where it is the one that counts; raise `WrongStartCode` or `TooManyTries`."""
    network = network_of(request.remote_addr)
    gates().let_start(network, asked.now)
    hashed = asked.store.tokens.code_hash("start", "", code_of(typed))
    asked.write(lambda session: check_start_code(session, hashed))
    gates().started(network)
    return hashed


def _code_page(asked: Asked, error: Exception) -> Response:
    is_often = isinstance(error, TooManyTries)
    wrong = "often" if is_often else "wrong"
    status = 429 if is_often else 403
    return asked.page("manager/start_code.html", status, wrong=wrong)


def _only_at_first(asked: Asked) -> None:
    """Answer 404 once there is an account."""
    with asked.store.connecting() as connection:
        if accounts.is_any(connection, MAIN_BRANCH):
            abort(404)


def _first_page() -> str:
    """Return where whoever has just made the account goes on: the wizard."""
    known: MapAdapter = current_app.url_map.bind("")
    return WIZARD if known.test(WIZARD, "GET") else HOME
