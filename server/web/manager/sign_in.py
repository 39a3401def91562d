"""Signing in to the manager's pages, and out again."""

from flask import Response

from server.store import accounts
from server.web.manager import cookies
from server.web.manager.pages import ANYBODY, READERS, SIGN_IN, Asked, Pages


def declare(pages: Pages) -> None:
    """Declare the pages of signing in and out."""

    @pages.get("/sign-in", who=ANYBODY, query={"next": "Where to go on."})
    def sign_in_page(asked: Asked) -> Response:
        """Ask for user name and password."""
        return asked.page("manager/sign_in.html")

    @pages.post("/sign-out", who=READERS)
    def sign_out(asked: Asked) -> Response:
        """Sign this browser out."""
        me = asked.signed_in
        assert me is not None
        asked.write(lambda session: accounts.end_session(session, me.token_hash))
        response = asked.go(SIGN_IN)
        cookies.drop(response, cookies.SESSION)
        return response
