"""The manager's pages, declared: who may open them, and what guards them.

The declarations are the role table, the checks and these pages' part of the OpenAPI document at once.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Concatenate, ParamSpec, TypeVar
from urllib.parse import urlencode, urlsplit

from flask import Blueprint, Response, current_app, redirect, request
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import NotFound

from server.domain.account import Account, AccountRole
from server.domain.events import SYSTEM, Actor
from server.store import accounts
from server.store.accounts import SignedIn
from server.store.session import Session
from server.store.store import MAIN_BRANCH, Store
from server.store.tokens import token_hash
from server.store.view import View
from server.store.writer import Busy
from server.web import pages
from server.web.aside import read_aside
from server.web.endpoint import MOST_NUMBER
from server.web.languages import Language
from server.web.manager import cookies
from server.web.manager.csrf import FIELD, HEADER, is_seal_of, seal_of, sealed_field
from server.web.outside import CameFrom, came_from, is_near
from server.web.problems import (
    FromElsewhere,
    NotSignedInHere,
    OnlyLooks,
    PlainHttp,
    WrongForm,
)

P = ParamSpec("P")
T = TypeVar("T")
View_ = Callable[..., Response]

MANAGERS = frozenset({AccountRole.MANAGER})
READERS = frozenset({AccountRole.MANAGER, AccountRole.VIEWER})
ANYBODY: frozenset[AccountRole] = frozenset()
"""Who may open a page: no account is needed where none may be named."""

PREFIX = "/manager"
SIGN_IN = "/manager/sign-in"
START = "/manager/start"
AGAIN = "/manager/again"
OWN_PASSWORD = "/manager/own-password"  # noqa: S105
HOME = "/manager/live"

_NOTED_EVERY = timedelta(minutes=1)
"""So often it is written down that a session is used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page, or one thing that is done from one; `part` is fetched by a script, `grave` asks the password again, and an
    `early` one is there before one has chosen a password in place of one that somebody else gave."""

    method: str
    path: str
    who: frozenset[AccountRole]
    grave: bool
    early: bool
    part: bool
    gives: str
    form: Mapping[str, Mapping[str, Any]]
    query: Mapping[str, str]
    view: View_


@dataclass(frozen=True, slots=True)
class Asked:
    """One request for a page that was let in: by whom, at which instant, and the store to answer from."""

    declared: Page
    store: Store
    now: datetime
    signed_in: SignedIn | None
    secret: str
    """What the browser alone holds, by which its forms are known: its session's token, or one for before that."""

    @property
    def account(self) -> Account:
        """Who asks; only on pages that are not for anybody."""
        assert self.signed_in is not None, "this page is for anybody"
        return self.signed_in.account

    @property
    def form(self) -> MultiDict[str, str]:
        """What was posted."""
        return request.form

    @property
    def language(self) -> Language:
        """The language of whoever asks, else the branch's own."""
        with self.reading() as view:
            own = view.branch.settings.languages[0]
        return pages.language_for(otherwise=own)

    @contextmanager
    def reading(self) -> Iterator[View]:
        """Give a view on the branch."""
        with self.store.reading(MAIN_BRANCH) as view:
            yield view

    def read_aside(
        self, work: Callable[Concatenate[View, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Return what work that takes long makes of a view on the branch; raise `TooManyLookBack`."""
        return read_aside(self.store, MAIN_BRANCH, work, *args, **kwargs)

    def write(self, work: Callable[[Session], T]) -> T:
        """Do the work in one unit as whoever asks, and return its result; raise its refusal, or `NotSignedInHere`."""
        me = self.signed_in
        if me is None:
            return self.store.write(MAIN_BRANCH, SYSTEM, work)

        def checked(session: Session) -> T:
            # The account may be gone, or another one, and the session ended, since the request was let in.
            found = accounts.find_session(session.flush().connection, me.token_hash)
            known = session.state.all_accounts.get(me.account.name)
            if found is None or known != me.account:
                raise NotSignedInHere
            return work(session)

        return self.store.write(MAIN_BRANCH, Actor(manager=me.account.name), checked)

    def page(self, template: str, status: int = 200, **values: Any) -> Response:
        """Answer with a page in the language of whoever asks."""
        if "branch" not in values:
            with self.reading() as view:
                values["branch"] = view.branch.settings
        own = values["branch"].languages[0]
        # One for all forms of the page: random letters weigh, and cannot be compressed.
        seal = sealed_field(seal_of(self.store, self.secret))
        values.setdefault("words", {})
        values["problems"] = _in_order(values.get("problems") or {}, request.form)
        response = pages.respond(
            template,
            pages.language_for(otherwise=own),
            status,
            account=None if self.signed_in is None else self.signed_in.account,
            path=request.path,
            is_plain=not request.is_secure,
            nav=current_app.extensions["manager_nav"],
            csrf=lambda: seal,
            **values,
        )
        if self.signed_in is None:
            cookies.put(response, cookies.BEFORE, self.secret)
        return response

    def go(self, path: str) -> Response:
        """Answer that the browser goes on at another of the manager's pages."""
        return go(path)


def _in_order(problems: Mapping[str, str], form: MultiDict[str, str]) -> dict[str, str]:
    """Return what is wrong in the order of the fields on the page, as browsers send them; first what is of no field."""
    fields = list(form)
    last = len(fields)

    def place(name: str) -> int:
        return fields.index(name) if name in fields else last if name else -1

    return {name: problems[name] for name in sorted(problems, key=place)}


class Pages:
    """A blueprint whose pages are declared rather than only routed."""

    def __init__(self) -> None:
        self.blueprint = Blueprint("manager", __name__, url_prefix=PREFIX)
        self.declared: list[Page] = []

    def get(
        self,
        path: str,
        *,
        who: frozenset[AccountRole],
        part: bool = False,
        grave: bool = False,
        early: bool = False,
        gives: str = "text/html",
        query: Mapping[str, str] | None = None,
    ) -> Callable[[View_], View_]:
        """Declare a page, or a part of one that a script fetches (then 401 is said without a session); it never changes anything."""
        return self._declare(
            "GET",
            path,
            who=who,
            part=part,
            grave=grave,
            early=early,
            gives=gives,
            query=query or {},
        )

    def post(
        self,
        path: str,
        *,
        who: frozenset[AccountRole],
        part: bool = False,
        grave: bool = False,
        early: bool = False,
        gives: str = "text/html",
        form: Mapping[str, Mapping[str, Any]] | None = None,
    ) -> Callable[[View_], View_]:
        """Declare what a form of a page does."""
        return self._declare(
            "POST",
            path,
            who=who,
            part=part,
            grave=grave,
            early=early,
            gives=gives,
            form=form or {},
        )

    def paths(self) -> frozenset[str]:
        """Return the address of every page that there is, of those without a name in it."""
        return frozenset(
            PREFIX + page.path
            for page in self.declared
            if page.method == "GET" and not page.part and "<" not in page.path
        )

    def _declare(self, method: str, path: str, **declared: Any) -> Callable[[View_], View_]:  # fmt: skip
        def declare(view: View_) -> View_:
            page = Page(
                **{"form": {}, "query": {}, **declared},
                method=method,
                path=path,
                view=view,
            )
            self.declared.append(page)

            def serve(**path_arguments: Any) -> Response:
                return _serve(page, path_arguments)

            self.blueprint.add_url_rule(
                path,
                endpoint=view.__name__,
                view_func=serve,
                methods=[method],
                strict_slashes=False,
            )
            return view

        return declare


def go(path: str) -> Response:
    """Answer that the browser goes on at this page of the manager's."""
    assert path.startswith(PREFIX), "nobody is sent elsewhere"
    response = redirect(path, 303)
    assert isinstance(response, Response)
    return response


def next_of(wanted: str | None) -> str:
    """Return where to go on where that is one of the manager's pages, else the first of them."""
    # A browser takes a backslash for a slash, and leaves control characters out.
    well = wanted is not None and wanted.startswith(f"{PREFIX}/") and wanted.isprintable()  # fmt: skip
    return wanted if well and wanted and "\\" not in wanted else HOME


def here() -> str:
    """Return the address that was asked for, or for a form the page it stands on."""
    if request.method == "GET":
        return request.full_path.removesuffix("?")
    return next_of(urlsplit(request.referrer or "").path)


# --- letting in ---------------------------------------------------------------------------------


def _serve(page: Page, path_arguments: Mapping[str, Any]) -> Response:
    _refuse_plain_http()
    if page.method == "POST":
        _refuse_other_sites()
    store: Store = current_app.extensions["store"]
    now: datetime = current_app.extensions["clock"]()
    if any(isinstance(v, int) and v > MOST_NUMBER for v in path_arguments.values()):
        raise NotFound
    token = cookies.given(cookies.SESSION)
    signed_in = None if token is None else _session_of(store, token, now)
    if signed_in is None and page.who:
        return _sent_to_sign_in(store, page)
    secret = token if signed_in is not None and token is not None else cookies.before()
    if page.method == "POST":
        _refuse_others_forms(store, secret)
    if signed_in is not None:
        if page.who and not page.early and signed_in.has_given_password:
            return _sent_to_choose(page)
        if page.who and signed_in.account.role not in page.who:
            raise OnlyLooks(_managers(store))
        if page.grave and not signed_in.is_proved(now):
            return go(f"{AGAIN}?{urlencode({'next': here()})}")
        _note_seen(store, signed_in, now)
    return page.view(Asked(page, store, now, signed_in, secret), **path_arguments)


def _refuse_plain_http() -> None:
    """Raise `PlainHttp` where a password would travel in the clear over more than a network of one's own."""
    if request.is_secure or current_app.config["MANAGERS_OVER_HTTP"]:
        return
    if not is_near(request):
        raise PlainHttp


def _refuse_other_sites() -> None:
    if came_from(request, current_app.config["PUBLIC_URL"]) is CameFrom.ELSEWHERE:
        raise FromElsewhere


def _refuse_others_forms(store: Store, secret: str) -> None:
    given = request.form.get(FIELD) or request.headers.get(HEADER, "")
    if not is_seal_of(store, secret, given):
        raise WrongForm


def _session_of(store: Store, token: str, now: datetime) -> SignedIn | None:
    with store.connecting() as connection:
        found = accounts.find_session(connection, token_hash(token))
    return None if found is None or found.is_over(now) else found


def _sent_to_sign_in(store: Store, page: Page) -> Response:
    if page.part:
        raise NotSignedInHere
    with store.connecting() as connection:
        if not accounts.is_any(connection, MAIN_BRANCH):
            return go(START)
    return go(f"{SIGN_IN}?{urlencode({'next': here()})}")


def _sent_to_choose(page: Page) -> Response:
    if page.part:
        raise NotSignedInHere
    return go(f"{OWN_PASSWORD}?{urlencode({'next': here()})}")


def _managers(store: Store) -> str:
    """Return who may change things, by the names that others read, as a list in the language of whoever asks."""
    with store.reading(MAIN_BRANCH) as view:
        every = view.accounts()
    managers = [each.shown for each in every if each.role is AccountRole.MANAGER]
    return pages.language_for().listed(managers)


def _note_seen(store: Store, signed_in: SignedIn, now: datetime) -> None:
    """Write down now and then that the session is used; nobody waits for it."""
    hashed = signed_in.token_hash
    if abs(now - signed_in.seen_at) >= _NOTED_EVERY:
        # Who cannot be served soon is not turned away for it.
        with suppress(Busy):
            store.submit(
                MAIN_BRANCH,
                SYSTEM,
                lambda session: accounts.note_seen(session, hashed),
            )
