"""Where the manager's pages are looked at: the real application serves made-up branches that stand still at one moment."""

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from flask import Flask, Response
from jinja2 import FileSystemBytecodeCache
from playwright.sync_api import Page, expect
from werkzeug.serving import WSGIRequestHandler, make_server

from script import manager_branches as days
from script import manager_past as past
from script import manager_stories as stories
from script import manager_tried_out as tried_out
from script.manager_made_up import BEGAN, NOW, Hands, MadeUp
from script.manager_states import State
from server.live.hub import Hub
from server.serve.app import create_app
from server.settings import Settings
from server.store import accounts
from server.store.store import MAIN_BRANCH, Store
from server.web.manager.visits import SignInGates

BRANCHES: dict[str, Callable[[MadeUp], None]] = {
    "new": days.new,
    "empty": days.empty,
    "slips": days.empty,
    "busy": days.busy,
    "advised": days.advised,
    "late": days.late,
    "trouble": days.trouble,
    "quiet": days.quiet,
    "early": days.early,
    "over": days.over,
    "long-named": days.long_named,
    "posters": tried_out.posters,
    "awaited": tried_out.awaited,
    "given": tried_out.given,
    "failed": tried_out.failed,
    "tried": tried_out.tried,
    "cancelled": tried_out.cancelled,
    "changed": tried_out.changed,
    "tampered": tried_out.tampered,
    "weeks": past.weeks,
    "overtaken": stories.overtaken,
    "overtaken-long-ago": stories.overtaken_long_ago,
}

LONG_AGO = ("weeks",)
"""Branches that are older than the others."""


class _Quiet(WSGIRequestHandler):
    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Keep the pictures' requests out of the terminal."""


class Gallery:
    """Where each made-up branch is served, from when it is first looked at."""

    def __init__(self, stack: ExitStack, room: Path) -> None:
        self._stack = stack
        self._room = room
        self._served: dict[str, tuple[MadeUp, str]] = {}
        # What all branches would do again, each for itself: bring a new database to its schema, and compile the templates.
        Store(room / "new", clock=Hands(BEGAN)).close()
        (room / "compiled").mkdir()
        self._compiled = FileSystemBytecodeCache(str(room / "compiled"))

    def open(self, page: Page, state: State, *, scripts: bool = True) -> None:
        """Show this state and wait until it stands as it will; without scripts it stands as it came."""
        branch, url = self.served(state.branch)
        if not state.who:
            _forget_tries(branch)
        state.before(branch)
        page.context.clear_cookies()
        page.set_extra_http_headers(dict(state.headers))
        if state.who:
            cookie = {"name": "manager", "value": branch.tokens[state.who], "url": url}
            page.context.add_cookies([cookie])  # type: ignore[list-item]
        shown = page.goto(url + branch.path(state.path))
        assert shown is not None
        assert shown.status == state.status, (state, shown.status)
        # Until the page says that it is live; asked from outside, for the page may evaluate nothing.
        if scripts and page.locator("[data-events]").count():
            link = page.locator(".link")
            expect(link).to_have_text(link.get_attribute("data-live") or "")
        state.first(page)
        page.evaluate("document.fonts.ready")

    def served(self, name: str) -> tuple[MadeUp, str]:
        """Return a branch and where it is served."""
        if name not in self._served:
            branch = self._made_up(name)
            self._served[name] = branch, self._stack.enter_context(_served(branch.app))
        return self._served[name]

    def _made_up(self, name: str) -> MadeUp:
        directory = self._room / "branches" / name
        clock = Hands(BEGAN)
        if name in LONG_AGO:
            clock.now -= past.AGO
        else:
            shutil.copytree(self._room / "new", directory)
        store = Store(directory, clock=clock)
        self._stack.callback(store.close)
        hub = Hub(clock)
        self._stack.callback(hub.close)
        settings = Settings(data_dir=directory, proxies=1)
        app = create_app(settings, store, hub, clock)
        app.jinja_env.bytecode_cache = self._compiled
        app.view_functions["manager.live_events"] = _silence
        clock.now = NOW
        branch = MadeUp(store, clock, app)
        app.before_request(lambda: _fail_once(branch))
        BRANCHES[name](branch)
        with store.reading(MAIN_BRANCH) as view:
            there = view.accounts()
        for each in there:
            branch.signed_in(each.name, "Safari on iPhone")
            branch.signed_in(each.name)
        return branch


@contextmanager
def serving() -> Iterator[Gallery]:
    """Serve each made-up branch that is looked at, on a port of its own."""
    with ExitStack() as stack:
        room = Path(stack.enter_context(TemporaryDirectory()))
        yield Gallery(stack, room)


def _forget_tries(branch: MadeUp) -> None:
    """Have nobody have tried to get in."""
    branch.app.extensions["sign_in_gates"] = SignInGates()
    with branch.store.reading(MAIN_BRANCH) as view:
        names = [each.name for each in view.accounts()]

    for name in names:
        branch.beside(lambda session, name=name: accounts.forget_tries(session, name))


def _fail_once(branch: MadeUp) -> None:
    error = branch.known.pop("fails", None)
    if error is not None:
        raise error


@contextmanager
def _served(app: Flask) -> Iterator[str]:
    server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=_Quiet)
    server.daemon_threads = True  # type: ignore[attr-defined]  # streams never end by themselves
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def _silence() -> Response:
    """Stream to a page that everything is as it was, and that there is somebody."""

    def events() -> Iterator[bytes]:
        said = NOW.isoformat().replace("+00:00", "Z")
        yield b'event: changed\ndata: {"parts": [], "seq": 0, "now": "%s"}\n\n' % said.encode()  # fmt: skip
        threading.Event().wait()

    return Response(events(), content_type="text/event-stream")
