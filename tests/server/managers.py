"""A manager's browser: signed in without a password where signing in is not what is tried."""

import re
from secrets import token_urlsafe
from typing import Any

from werkzeug.test import TestResponse

from server.domain.account import Account, AccountRole
from server.domain.events import SYSTEM
from server.store import accounts
from server.store.session import Session
from server.store.store import MAIN_BRANCH
from server.store.tokens import token_hash
from tests.server.in_time import BranchInTime

HERE = {"Origin": "http://localhost"}


class Manager:
    """Somebody with a browser, signed in to the manager's pages; their account is made where there is none."""

    def __init__(
        self,
        branch: BranchInTime,
        role: str = "manager",
        name: str = "ingrid",
        *,
        is_given: bool = False,
    ) -> None:
        self.branch = branch
        self.name = name
        self.browser = branch.http.application.test_client()
        self.browser.environ_base["HTTP_ACCEPT"] = "text/html"
        self.token = token_urlsafe(32)
        account = Account(name=name, shown=name.title(), role=AccountRole(role))

        def work(session: Session) -> None:
            if name not in session.state.all_accounts:
                accounts.keep(
                    session,
                    account,
                    password_hash=branch.store.passwords.nobodys,
                    is_given=is_given,
                )
            accounts.begin_session(
                session, name, token_hash(self.token), "127.0.0.1", "Firefox on Linux"
            )

        branch.store.write(MAIN_BRANCH, SYSTEM, work)
        self.browser.set_cookie("manager", self.token)

    def get(self, path: str, **options: Any) -> TestResponse:
        """Open a page: "/live"."""
        return self.browser.get(f"/manager{path}", **options)

    def seal(self, page: str = "/again") -> str:
        """Return the seal in a form of this page."""
        found = re.search(r'name="csrf" value="([^"]+)"', self.get(page).text)
        assert found, f"there is no form on {page}"
        return found[1]

    def post(
        self,
        path: str,
        form: dict[str, Any] | None = None,
        *,
        page: str = "/again",
        **options: Any,
    ) -> TestResponse:
        """Send a form of a page to this path, with the seal that the page has."""
        return self.browser.post(
            f"/manager{path}",
            data={"csrf": self.seal(page), **(form or {})},
            headers={**HERE, **options.pop("headers", {})},
            **options,
        )


PASSWORD = "purple tractor moon 9"


class Stranger:
    """Somebody with a browser that is not signed in, at an address."""

    def __init__(self, branch: BranchInTime, address: str = "10.0.0.7") -> None:
        self.branch = branch
        self.browser = branch.http.application.test_client()
        self.browser.environ_base["HTTP_ACCEPT"] = "text/html"
        self.at = {"REMOTE_ADDR": address}

    def get(self, path: str, **options: Any) -> TestResponse:
        """Open a page: "/sign-in"."""
        return self.browser.get(f"/manager{path}", environ_base=self.at, **options)

    def post(
        self, path: str, form: dict[str, Any], *, page: str = "", **options: Any
    ) -> TestResponse:
        """Send the form of a page; it stands on the page of the same address where no other is named."""
        shown = self.get(page or path).text
        seal = re.search(r'name="csrf" value="([^"]+)"', shown)
        assert seal, shown
        return self.browser.post(
            f"/manager{path}",
            data={"csrf": seal[1], **form},
            headers=HERE,
            environ_base=self.at,
            **options,
        )

    def sign_in(
        self, password: str = PASSWORD, name: str = "ingrid", **form: str
    ) -> TestResponse:
        """Give user name and password."""
        return self.post("/sign-in", {"name": name, "password": password, **form})

    def give_code(self, code: str) -> TestResponse:
        """Give the six digits, after the password."""
        return self.post("/sign-in/code", {"code": code})

    def is_in(self) -> bool:
        """Return whether this browser is signed in."""
        return self.get("/account").status_code == 200

    def cookie(self, name: str = "manager") -> str | None:
        """Return what the browser keeps under this name."""
        kept = self.browser.get_cookie(name)
        return None if kept is None else kept.value
