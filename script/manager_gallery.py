"""Every state of the manager's pages, served by the real application from made-up branches that stand still at one moment."""

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from secrets import token_urlsafe
from tempfile import TemporaryDirectory
from typing import Any

from flask import Flask, Response
from playwright.sync_api import Page
from werkzeug.serving import WSGIRequestHandler, make_server

from server.domain.account import Account, AccountRole
from server.domain.events import SYSTEM, Actor
from server.live.hub import Hub
from server.serve.app import create_app
from server.serve.control import perform
from server.settings import Settings
from server.store import accounts
from server.store.pairings import Asking
from server.store.session import Session
from server.store.store import MAIN_BRANCH, Store
from server.store.tokens import token_hash
from server.usecases.ask_help import AskHelp, ask_help
from server.usecases.call_next import CallNext, call_next
from server.usecases.finish import finish
from server.usecases.note_report import NoteReport, note_report
from server.usecases.pause import Pause, pause
from server.usecases.setup import (
    AddDesk,
    AddDevice,
    AddQueue,
    AddServicer,
    SayToAll,
    SetBranch,
)
from server.usecases.sign_in import SignIn, sign_in
from server.usecases.start import start
from server.usecases.switch_queue import CloseQueue
from server.usecases.take_number import TakeNumber, take_number
from shared.wire.messages import Role

NOW = datetime(2026, 11, 24, 10, 42, tzinfo=UTC)
"""A Tuesday."""

MANAGER, VIEWER, NOBODY = "ingrid", "vera", ""

QUEUES = {
    "parking": {
        "en": "Parking permits",
        "de": "Bewohnerparkausweise",
        "ar": "تصاريح وقوف السيارات",
        "es": "Permisos de aparcamiento",
        "fr": "Permis de stationnement",
    },
    "passports": {
        "en": "Passports and ID cards",
        "de": "Reisepässe und Personalausweise",
        "ar": "جوازات السفر وبطاقات الهوية",
        "es": "Pasaportes y documentos de identidad",
        "fr": "Passeports et cartes d’identité",
    },
    "payments": {
        "en": "Pay a bill",
        "de": "Rechnung bezahlen",
        "ar": "دفع فاتورة",
        "es": "Pagar una factura",
        "fr": "Payer une facture",
    },
    "registration": {
        "en": "Registration",
        "de": "Wohnsitzanmeldung",
        "ar": "تسجيل السكن",
        "es": "Empadronamiento",
        "fr": "Inscription",
    },
    "weddings": {
        "en": "Weddings",
        "de": "Eheschließungen",
        "ar": "عقود الزواج",
        "es": "Bodas",
        "fr": "Mariages",
    },
}
PEOPLE = ("Maria", "Peter", "Aylin", "Jonas", "Sofia", "Bartholomäus")
DESKS = {
    1: ("parking", "payments"),
    2: ("payments",),
    3: ("passports",),
    4: ("passports",),
    5: ("parking", "registration"),
    6: ("registration", "passports"),
}
WORKING_DAYS = {str(day): [["09:00:00", "16:00:00"]] for day in range(5)}


@dataclass
class Hands:
    """A clock that is turned while a branch is made up."""

    now: datetime

    def __call__(self) -> datetime:
        """Return what it shows."""
        return self.now


@dataclass
class MadeUp:
    """A branch that is made up through the use cases, and who looks after it."""

    store: Store
    clock: Hands
    app: Flask
    tokens: dict[str, str] = field(default_factory=dict)
    devices: dict[str, int] = field(default_factory=dict)

    def do(self, command: Any) -> Any:
        """Run a set-up command."""
        return perform(self.store, type(command).__name__, command)

    def at(self, minutes: float) -> "MadeUp":
        """Be so many minutes before now."""
        self.clock.now = NOW - timedelta(minutes=minutes)
        return self

    def by(self, device: str, work: Callable[[Session], Any]) -> Any:
        """Do something at a device."""
        actor = Actor(device=self.devices[device])
        return self.store.write(MAIN_BRANCH, actor, work)

    def device(self, role: Role, name: str) -> None:
        """Pair a device that is heard of until now."""
        self.do(AddDevice(role=role, name=name))
        with self.store.reading(MAIN_BRANCH) as view:
            self.devices[name] = next(d.id for d in view.devices() if d.name == name)
        self.heard(name)

    def heard(self, name: str) -> None:
        """Let a device be heard of now."""
        self.app.extensions["last_seen"].note(MAIN_BRANCH, self.devices[name])

    def take(self, queue: str, minutes: float, *, language: str = "en") -> None:
        """Let somebody take a number so many minutes before now."""
        taken = TakeNumber(queue=queue, role="kiosk", language=language)
        self.at(minutes).by("Entrance", lambda session: take_number(session, taken))

    def sit(self, desk: int, minutes: float) -> None:
        """Let somebody sit down at a desk."""
        signed = SignIn(desk=desk, servicer=PEOPLE[desk - 1])
        self.at(minutes).by(f"Desk {desk}", lambda session: sign_in(session, signed))

    def call(self, desk: int, minutes: float) -> int:
        """Let a desk call whoever is next."""
        called = self.at(minutes).by(
            f"Desk {desk}", lambda session: call_next(session, CallNext())
        )
        return int(called.id)

    def serve(self, desk: int, minutes: float) -> int:
        """Let a desk call whoever is next, who comes at once."""
        ticket = self.call(desk, minutes)
        self.by(f"Desk {desk}", lambda session: start(session, ticket))
        return ticket

    def path(self, path: str) -> str:
        """Return the address, with the id of the device of the name in it."""
        return path.format_map(self.devices)

    def report(self, name: str, minutes: float, **said: str) -> None:
        """Let a device say how it is."""
        told = NoteReport(
            **{"version": "1.4.2", "paper": None, "screen": "1080×1920", **said}
        )
        self.at(minutes).by(name, lambda session: note_report(session, told))

    def ask(self, role: Role, name: str, address: str) -> None:
        """Let a screen ask to be let in."""
        asking = Asking(
            role=role, name=name, version="1.4.2", address=address, network=address
        )
        self.store.pairings.ask(MAIN_BRANCH, asking)

    def account(self, name: str, role: AccountRole) -> None:
        """Let somebody be signed in."""
        token = self.tokens[name] = token_urlsafe(32)

        def work(session: Session) -> None:
            account = Account(name=name, shown=name.title(), role=role)
            accounts.keep(session, account, password_hash="sealed$none")
            hashed = token_hash(token)
            accounts.begin_session(session, name, hashed, "10.0.4.12", "Firefox on Windows")  # fmt: skip

        self.store.write(MAIN_BRANCH, SYSTEM, work)


def empty(branch: MadeUp) -> None:
    """Nothing is set up."""


def set_up(branch: MadeUp) -> None:
    """Queues, desks, people and devices of a city's service centre."""
    branch.at(24 * 60)
    settings = {
        "name": "City Service Centre",
        "names": {"de": "Bürgerbüro Innenstadt", "ar": "مركز خدمات المدينة"},
        "time_zone": "Europe/Lisbon",
        "languages": ["en", "de", "ar"],
        "hours": {"week": WORKING_DAYS},
    }
    branch.do(SetBranch(settings=settings))
    for letter, (slug, names) in zip("ARLHU", QUEUES.items(), strict=True):
        own = {"hours": {"week": {"3": [["13:30:00", "16:00:00"]]}}} if slug == "weddings" else {}  # fmt: skip
        branch.do(AddQueue(slug=slug, letter=letter, names=names, settings=own))
    for number, queues in DESKS.items():
        branch.do(AddDesk(number=number, queues=queues))
        branch.do(AddServicer(name=PEOPLE[number - 1], pin="482913"))
    for name in ("Entrance", "Side door"):
        branch.device(Role.KIOSK, name)
    for name in ("Hall", "Waiting room 2"):
        branch.device(Role.DISPLAY, name)
    for number in DESKS:
        branch.device(Role.CONSOLE, f"Desk {number}")


def busy(branch: MadeUp) -> None:
    """A Tuesday morning: twelve wait, a desk is idle, somebody asks for help, a display is silent."""
    set_up(branch)
    for desk in (1, 2, 3, 5, 6):
        branch.sit(desk, 100)
    branch.take("payments", 30)
    ticket = branch.serve(2, 20)
    for queue, *minutes in (
        ("passports", 45, 18, 16, 11, 9, 7, 4, 1),
        ("registration", 25, 4, 2),
        ("parking", 21, 6, 3, 2),
    ):
        for each in sorted(minutes, reverse=True):
            branch.take(queue, each)
    branch.serve(6, 12)
    branch.serve(1, 4)
    branch.call(3, 0.4)
    branch.at(6).by("Desk 2", lambda session: finish(session, ticket))
    away = Pause(desk=5, reason="Break", until=NOW + timedelta(minutes=8))
    branch.at(8).by("Desk 5", lambda session: pause(session, away))
    branch.at(2).by("Desk 6", lambda session: ask_help(session, AskHelp(desk=6)))
    branch.report("Entrance", 11, paper="out")
    branch.report("Side door", 30, paper="low")
    branch.report("Hall", 100)
    branch.at(6).heard("Waiting room 2")
    branch.at(0)
    for name in ("Entrance", "Side door", "Hall", "Desk 1", "Desk 3", "Desk 6"):
        branch.heard(name)
    branch.at(1).ask(Role.KIOSK, "Entrance 2", "10.0.4.37")
    branch.ask(Role.CONSOLE, "Desk 7", "9.9.9.9")
    branch.at(0)


def late(branch: MadeUp) -> None:
    """The same with a queue closed by hand, and a message to everybody."""
    busy(branch)
    branch.do(CloseQueue(slug="passports"))
    texts = {
        "en": "We are running 20 minutes late. Thank you for waiting.",
        "de": "Wir sind 20 Minuten später dran. Danke für Ihre Geduld.",
        "ar": "نحن متأخرون 20 دقيقة. شكرًا لانتظاركم.",
    }
    branch.do(SayToAll(texts=texts, until=NOW + timedelta(minutes=48)))


def quiet(branch: MadeUp) -> None:
    """Two desks are open, and nobody waits."""
    set_up(branch)
    branch.sit(1, 100)
    branch.sit(3, 90)
    branch.at(0)
    for name in branch.devices:
        branch.heard(name)


def early(branch: MadeUp) -> None:
    """Two hours before: nothing is open yet."""
    set_up(branch)
    branch.clock.now = NOW - timedelta(hours=2)


BRANCHES = {
    "busy": busy,
    "late": late,
    "quiet": quiet,
    "early": early,
    "empty": empty,
}


@dataclass(frozen=True, slots=True)
class State:
    """A page of a made-up branch, and what is done there before it is looked at."""

    branch: str
    path: str
    first: Callable[[Page], None] = lambda page: None
    who: str = MANAGER


def lose(page: Page) -> None:
    """Let the page notice that its server is away."""
    page.context.set_offline(True)
    page.wait_for_selector(".link.lost")


def open_menu(page: Page) -> None:
    """Open the first menu of the list."""
    page.locator("tbody summary").first.click()


def send_wrong(page: Page) -> None:
    """Send a form with two things that are wrong."""
    page.locator("[name=letter]").fill("R")
    page.locator("[name=daily_cap]").fill("a lot")
    page.locator("main form .bar .primary").first.click()
    page.wait_for_selector("#errors")


def open_all(page: Page) -> None:
    """Open what is folded."""
    page.locator("summary.more").first.click()


STATES = {
    "live": State("busy", "/manager/live"),
    "live-viewer": State("busy", "/manager/live", who=VIEWER),
    "live-lost": State("busy", "/manager/live", lose),
    "live-closed-by-hand": State("late", "/manager/live?switched=passports"),
    "live-quiet": State("quiet", "/manager/live"),
    "live-early": State("early", "/manager/live"),
    "live-empty": State("empty", "/manager/live"),
    "line": State("busy", "/manager/live/passports"),
    "line-menu": State("busy", "/manager/live/passports", open_menu),
    "line-empty": State("busy", "/manager/live/payments"),
    "devices": State("busy", "/manager/devices"),
    "devices-empty": State("empty", "/manager/devices"),
    "device": State("busy", "/manager/devices/{Desk 1}"),
    "device-revoke": State("busy", "/manager/devices/{Entrance}/revoke"),
    "help": State("busy", "/manager/help"),
    "message": State("busy", "/manager/message"),
    "message-shown": State("late", "/manager/message"),
    **{
        name: State("busy", f"/manager/{path}")
        for name, path in {
            "queues": "queues",
            "queue-add": "queues/add",
            "queue": "queues/passports/change",
            "desks": "desks",
            "desk": "desks/1",
            "people": "people",
            "person-add": "people/add",
            "hours": "hours",
            "hours-own": "hours/weddings",
            "branch": "branch",
            "posters": "posters",
            "account": "account",
            **{f"wizard-{step}": f"set-up/{step}" for step in range(1, 6)},
        }.items()
    },
    "sign-in": State("busy", "/manager/sign-in", who=NOBODY),
    "about": State("busy", "/manager/about"),
    "set-up": State("busy", "/manager/set-up"),
    "queues": State("busy", "/manager/queues"),
    "queues-viewer": State("busy", "/manager/queues", who=VIEWER),
    "queues-none": State("empty", "/manager/queues"),
    "queue": State("busy", "/manager/queues/parking/change"),
    "queue-wrong": State("busy", "/manager/queues/parking/change", send_wrong),
    "desks": State("busy", "/manager/desks"),
    "desk": State("busy", "/manager/desks/6"),
    "people": State("busy", "/manager/people"),
    "person": State("busy", "/manager/people/add"),
    "hours": State("busy", "/manager/hours"),
    "hours-viewer": State("busy", "/manager/hours", who=VIEWER),
    "branch": State("busy", "/manager/branch", open_all),
    "posters": State("busy", "/manager/posters"),
    "changes": State("busy", "/manager/changes"),
    "set-up-1": State("empty", "/manager/set-up/1"),
    "set-up-2": State("empty", "/manager/set-up/2"),
    "set-up-3": State("busy", "/manager/set-up/3"),
    "set-up-4": State("empty", "/manager/set-up/4"),
    "set-up-5": State("busy", "/manager/set-up/5"),
    "set-up-try": State("busy", "/manager/set-up/try"),
    "more": State("busy", "/manager/more"),
}
"""Every state of the manager's pages, by the name of its picture."""


class _Quiet(WSGIRequestHandler):
    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Keep the pictures' requests out of the terminal."""


class Gallery:
    """Where each made-up branch is served."""

    def __init__(self) -> None:
        self.branches: dict[str, MadeUp] = {}
        self.urls: dict[str, str] = {}

    def open(self, page: Page, state: State) -> None:
        """Show this state and wait until it stands as it will."""
        url = self.urls[state.branch]
        page.context.clear_cookies()
        if state.who:
            token = self.branches[state.branch].tokens[state.who]
            page.context.add_cookies([{"name": "manager", "value": token, "url": url}])
        shown = page.goto(url + self.branches[state.branch].path(state.path))
        assert shown is not None
        assert shown.ok, (state, shown.status)
        if page.locator("[data-events]").count():
            page.wait_for_selector(".link:not(.lost)")
        state.first(page)
        page.evaluate("document.fonts.ready")


@contextmanager
def serving() -> Iterator[Gallery]:
    """Serve every made-up branch on a port of its own."""
    gallery = Gallery()
    with ExitStack() as stack:
        for name, make_up in BRANCHES.items():
            directory = Path(stack.enter_context(TemporaryDirectory())) / "data"
            clock = Hands(NOW)
            store = Store(directory, clock=clock)
            stack.callback(store.close)
            hub = Hub(clock)
            stack.callback(hub.close)
            app = create_app(Settings(data_dir=directory), store, hub, clock)
            app.view_functions["manager.live_events"] = _silence
            branch = gallery.branches[name] = MadeUp(store, clock, app)
            make_up(branch)
            branch.account(MANAGER, AccountRole.MANAGER)
            branch.account(VIEWER, AccountRole.VIEWER)
            gallery.urls[name] = stack.enter_context(_served(app))
        yield gallery


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
