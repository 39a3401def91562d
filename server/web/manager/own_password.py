"""A password of one's own, chosen before anything else by whoever signed in with one that somebody else gave."""

from flask import Response, request

from server.domain.account import check_password
from server.domain.phrases import phrase
from server.domain.refusals import NotValid
from server.store import accounts
from server.store.session import Session
from server.store.store import MAIN_BRANCH
from server.usecases.setup.accounts import change_password
from server.web import pages as speaking
from server.web.manager.pages import HOME, OWN_PASSWORD, READERS, Asked, Pages, next_of
from server.web.manager.said import problems_of
from server.web.manager.visits import visit_of

_TEXT = {"type": "string"}


def declare(pages: Pages) -> None:
    """Declare the page."""

    @pages.get(
        "/own-password",
        who=READERS,
        grave=True,
        early=True,
        query={"next": "Where to go on."},
    )
    def own_password_page(asked: Asked) -> Response:
        """Ask for a password of one's own; who has one changes it on the page of the account."""
        wanted = _after(request.args.get("next"))
        if not _has_given(asked):
            return asked.go(wanted)
        return asked.page("manager/own_password.html", next=wanted)

    @pages.post(
        "/own-password",
        who=READERS,
        grave=True,
        early=True,
        form={"password": _TEXT, "next": _TEXT},
    )
    def choose_own_password(asked: Asked) -> Response:
        """Take the password that one chose in place of the one that was given."""
        wanted = _after(asked.form.get("next"))
        if not _has_given(asked):
            return asked.go(wanted)
        try:
            _choose(asked, asked.form.get("password", ""))
        except NotValid as error:
            problems = problems_of(error, speaking.language_for())
            return asked.page(
                "manager/own_password.html", 422, next=wanted, problems=problems
            )
        return asked.go(wanted)


def _choose(asked: Asked, password: str) -> None:
    """Have the account sign in with this password from now on; raise `NotValid`."""
    store, me = asked.store, asked.account
    here = visit_of(store, me.name, asked.secret).token_hash
    check_password(password, [me.name, me.shown])
    with store.connecting() as connection:
        found = accounts.find(connection, MAIN_BRANCH, me.name)
    with store.passwords.place():
        if found and store.wait(store.passwords.is_right(password, found.password_hash)):  # fmt: skip
            raise NotValid(
                "password",
                phrase("This is the one that you were given. Choose another one."),
            )
        hashed = store.wait(store.passwords.hash(password))

    def work(session: Session) -> None:
        change_password(session, me.name, password, hashed, here=here)

    asked.write(work)


def _has_given(asked: Asked) -> bool:
    return asked.signed_in is not None and asked.signed_in.has_given_password


def _after(wanted: str | None) -> str:
    well = next_of(wanted)
    return HOME if well.startswith(OWN_PASSWORD) else well
