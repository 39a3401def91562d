"""A branch that is made up through the use cases, at one moment that stands still: whoever looks after it, and what happens there."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from secrets import token_urlsafe
from typing import Any

from flask import Flask

from server.domain.account import Account, AccountRole
from server.domain.events import COMMAND_LINE, SYSTEM, Actor
from server.domain.promise import Promise
from server.forecast.outlook import Outlook
from server.serve.acts import ACTS
from server.store import accounts
from server.store.pairings import Asking
from server.store.session import Session
from server.store.store import MAIN_BRANCH, Store
from server.store.tokens import token_hash
from server.usecases.call_next import CallNext, call_next
from server.usecases.note_report import NoteReport, note_report
from server.usecases.setup import AddDevice
from server.usecases.sign_in import SignIn, sign_in
from server.usecases.start import start
from server.usecases.take_number import TakeNumber, take_number
from shared.wire.messages import Role

NOW = datetime(2026, 11, 24, 10, 42, tzinfo=UTC)
"""A Tuesday."""

BEGAN = NOW - timedelta(days=2, minutes=10)
"""When the server was started first."""

MANAGER, VIEWER, CAREFUL, NOBODY = "ingrid", "vera", "tomas", ""
"""Who looks at a page: one who may do everything, one who only looks, and one who signs in with six digits after the password."""

PASSWORD = "purple tractor moon 9"

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
    known: dict[str, Any] = field(default_factory=dict)
    ago: timedelta = timedelta(0)
    """So long before now is what it does while it is set up."""

    def do(self, command: Any, by: str | None = None) -> Any:
        """Do what a command says, as this manager, else on the command line."""
        act = ACTS[type(command).__name__]
        more = [] if act.first is None else [self.store.wait(act.first(self.store, command))]  # fmt: skip
        actor = COMMAND_LINE if by is None else Actor(manager=by)
        return self.store.write(
            MAIN_BRANCH, actor, lambda session: act.run(session, command, *more)
        )

    def beside(self, work: Callable[[Session], Any]) -> Any:
        """Write down what nobody does, but the server."""
        return self.store.write(MAIN_BRANCH, SYSTEM, work)

    def at(self, minutes: float) -> "MadeUp":
        """Be so many minutes before now."""
        self.clock.now = NOW - self.ago - timedelta(minutes=minutes)
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

    def take(self, queue: str, minutes: float, *, language: str = "en") -> int:
        """Let somebody take a number so many minutes before now; return the ticket's id."""
        taken = TakeNumber(queue=queue, role="kiosk", language=language)
        self.at(minutes)
        return int(self.by("Entrance", lambda session: take_number(session, taken)).id)

    def foresee(self, **minutes: tuple[int, int]) -> None:
        """Let it be known how long whoever came now would wait, queue by queue, and those before them as much less."""
        shown = {slug: _minutes(*each) for slug, each in minutes.items()}
        tickets = {}
        with self.store.reading(MAIN_BRANCH) as view:
            for slug, promise in shown.items():
                line = view.front_of(slug, 100)
                for place, ticket in enumerate(line, 1):
                    tickets[ticket.id] = promise.times(place / (len(line) + 1))
            known = Outlook(seq=view.branch.seq, tickets=tickets, shown=shown)
        self.store.outlook = lambda branch_id: known

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
        """Return the address, with the id of the device, or what else of the name is in it."""
        return path.format_map(self.devices | self.known)

    def report(self, name: str, minutes: float, **said: str) -> None:
        """Let a device say how it is."""
        told = NoteReport(
            **{
                "version": "1.4.2",
                "paper": None,
                "sound": None,
                "screen": "1080×1920",
                **said,
            }
        )
        self.at(minutes).by(name, lambda session: note_report(session, told))

    def ask(self, role: Role, name: str, address: str) -> str:
        """Let a screen ask to be let in; return the code that it shows."""
        asking = Asking(
            role=role, name=name, version="1.4.2", address=address, network=address
        )
        asked, _secret = self.store.pairings.ask(
            MAIN_BRANCH, asking, is_near=ip_address(address).is_private
        )
        return asked.code

    def account(
        self, name: str, role: AccountRole, *, shown: str = "", password: str = ""
    ) -> None:
        """Let somebody have an account; without a password nobody signs in to it."""
        passwords = self.store.passwords
        hashed = passwords.nobodys
        if password:
            hashed = self.store.wait(passwords.hash(password))
        account = Account(name=name, shown=shown or name.title(), role=role)
        self.beside(
            lambda session: accounts.keep(session, account, password_hash=hashed)
        )

    def signed_in(self, name: str, browser: str = "Firefox on Windows") -> None:
        """Let somebody be signed in with this browser."""
        token = self.tokens[name] = token_urlsafe(32)
        hashed, address = token_hash(token), "10.0.4.12"
        self.beside(
            lambda session: accounts.begin_session(
                session, name, hashed, address, browser
            )
        )


def _minutes(low: int, high: int) -> Promise:
    return Promise(low * 60, (low + high) * 30, high * 60)
