"""The branches whose pages are looked at: a day at a city's service centre, as it stands at one moment."""

from datetime import timedelta
from secrets import token_bytes

import pyotp

from script.manager_made_up import (
    CAREFUL,
    DESKS,
    MANAGER,
    NOW,
    PASSWORD,
    PEOPLE,
    QUEUES,
    VIEWER,
    WORKING_DAYS,
    MadeUp,
)
from server.domain.account import AccountRole
from server.domain.promise import Promise
from server.forecast.advice import Advice, Enough, How, OneMore, Slower
from server.forecast.outlook import Outlook
from server.serve.acts import ComeToDesk
from server.store import accounts
from server.usecases.accounts import second_factor
from server.usecases.ask_help import AskHelp, ask_help
from server.usecases.call_staff import CallStaff
from server.usecases.finish import finish
from server.usecases.kiosk_help import CallForHelp, call_for_help
from server.usecases.lend_queue import LendQueue
from server.usecases.pause import Pause, pause
from server.usecases.setup import (
    AddDesk,
    AddQueue,
    AddServicer,
    SayToAll,
    SetBranch,
    SetQueue,
)
from server.usecases.switch_kiosk import CloseKiosk
from server.usecases.switch_queue import CloseQueue, OpenQueue
from server.usecases.try_pin import TRIES_BEFORE_LOCK, try_pin
from shared.wire.messages import Role

START_CODE = "7K4M2XQ9"
"""What the server says that nobody has an account at."""

WORD = "Donaudampfschifffahrtsgesellschaftskapit"
"""A word without a place to break it, as long as a name may be."""

BREAK = timedelta(minutes=8)


def new(branch: MadeUp) -> None:
    """A server that was just started: nobody has an account."""
    hashed = branch.store.tokens.code_hash("start", "", START_CODE)
    branch.at(0).beside(lambda session: accounts.put_start_code(session, hashed))


def empty(branch: MadeUp) -> None:
    """There are accounts, and nothing is set up."""
    branch.at(2 * 24 * 60)
    branch.account(MANAGER, AccountRole.MANAGER, shown="Ingrid Sørensen")
    branch.account(VIEWER, AccountRole.VIEWER)
    branch.account(CAREFUL, AccountRole.MANAGER, shown="Tomás", password=PASSWORD)
    tokens, salt = branch.store.tokens, token_bytes(16)
    secret = second_factor.secret_of(tokens, CAREFUL, salt)
    digits = pyotp.TOTP(secret).at(branch.clock.now)
    codes = [f"code {n}" for n in range(7)]
    branch.beside(
        lambda session: second_factor.turn_on(
            session, CAREFUL, salt, digits, codes, tokens
        )
    )
    branch.at(0)


def set_up(branch: MadeUp) -> None:
    """Queues, desks, people and devices of a city's service centre."""
    empty(branch)
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
    away = Pause(desk=5, reason="Break", until=NOW + BREAK)
    branch.at(8).by("Desk 5", lambda session: pause(session, away))
    branch.at(2).by("Desk 6", lambda session: ask_help(session, AskHelp(desk=6)))
    branch.report("Entrance", 11, paper="out")
    branch.report("Side door", 30, paper="low")
    branch.report("Hall", 100)
    branch.at(6).heard("Waiting room 2")
    branch.at(0).foresee(
        parking=(8, 14), passports=(30, 40), payments=(1, 1), registration=(10, 15)
    )
    for name in ("Entrance", "Side door", "Hall", "Desk 1", "Desk 3", "Desk 6"):
        branch.heard(name)
    branch.at(0.1).ask(Role.KIOSK, "Entrance 2", "10.0.4.37")
    branch.known["code"] = branch.ask(Role.CONSOLE, "Desk 7", "9.9.9.9")
    branch.at(0)


def advised(branch: MadeUp) -> None:
    """The same, with what is foreseen: one more desk is wanted for passports; of those that help for registration, desk 1, which it was lent, is wanted back, and desk 6, which was opened for it, is no longer needed."""
    busy(branch)
    branch.do(LendQueue(desk=1, queue="registration"))
    far, near = Promise(1620, 2100, 2580), Promise(780, 1080, 1380)
    shown = {"passports": far, "parking": Promise(900, 1080, 1200), "registration": Promise(60, 180, 300)}  # fmt: skip
    slower = Slower(queue="payments", before=Promise(30, 60, 60), after=Promise(120, 240, 420))  # fmt: skip
    more = OneMore(queue="passports", desk=2, how=How.LEND, before=far, after=near, late_before=6, late_after=2, slower=slower)  # fmt: skip
    enough = (
        Enough(queue="registration", desk=1, how=How.LEND, newcomers=shown["parking"], own="parking"),
        Enough(queue="registration", desk=6, how=How.OPEN, newcomers=shown["registration"]),
    )  # fmt: skip
    outlook = Outlook(shown=shown, advice=Advice(more=(more,), enough=enough))
    branch.store.outlook = lambda _branch: outlook


def late(branch: MadeUp) -> None:
    """The same with a queue closed by hand, a message to everybody, days that differ, and wrong PINs at a console."""
    busy(branch)
    branch.do(CloseQueue(slug="passports"))
    hours = {
        "week": WORKING_DAYS,
        "exceptions": {
            "2026-12-24": [],
            "2026-12-25": [],
            "2026-12-31": [["09:00:00", "12:00:00"]],
        },
        "reasons": {
            "2026-12-31": {
                "en": "Staff outing",
                "de": "Betriebsausflug",
                "ar": "رحلة الموظفين",
            }
        },
    }
    branch.do(SetBranch(settings={"hours": hours}))
    for _ in range(TRIES_BEFORE_LOCK):
        branch.at(1).by("Desk 4", lambda session: try_pin(session, PEOPLE[3]))
    branch.at(4)
    texts = {
        "en": "We are running 20 minutes late. Thank you for waiting.",
        "de": "Wir sind 20 Minuten später dran. Danke für Ihre Geduld.",
        "ar": "نحن متأخرون 20 دقيقة. شكرًا لانتظاركم.",
    }
    branch.do(SayToAll(texts=texts, until=NOW + timedelta(minutes=48)))
    branch.at(0)


def trouble(branch: MadeUp) -> None:
    """The same on a bad day: everybody is called to help, a kiosk is silent, a printer broken, a display not heard, a queue full, another one served by nobody."""
    busy(branch)
    kiosk = branch.devices["Side door"]
    wanted = CallForHelp(kiosk=kiosk, language="ar")
    branch.at(4).by("Side door", lambda session: call_for_help(session, wanted))
    branch.at(30).heard("Side door")
    branch.report("Entrance", 3, paper="trouble")
    branch.report("Hall", 6, sound="mute")
    branch.at(0).heard("Hall")
    branch.at(25).do(OpenQueue(slug="weddings"), by=MANAGER)
    branch.take("weddings", 19)
    branch.take("weddings", 3)
    branch.at(2).do(SetQueue(slug="payments", settings={"daily_cap": 1}), by=MANAGER)
    branch.do(LendQueue(desk=2, queue="passports"), by=MANAGER)
    branch.at(1).do(CallStaff(reason="Desk 3: a school class is here"), by=MANAGER)
    branch.do(ComeToDesk(desk=6), by=MANAGER)
    branch.do(CloseKiosk(device=branch.devices["Entrance"]), by=MANAGER)
    branch.at(0.1)
    for _ in range(23):
        branch.ask(Role.DISPLAY, "Corridor", "10.0.4.41")
    branch.at(0)


def quiet(branch: MadeUp) -> None:
    """Two desks are open, and nobody waits."""
    set_up(branch)
    branch.sit(1, 100)
    branch.sit(3, 90)
    branch.at(0)
    for name in branch.devices:
        branch.report(name, 0)
        branch.heard(name)


def early(branch: MadeUp) -> None:
    """Two hours before: nothing is open yet."""
    set_up(branch)
    branch.clock.now = NOW - timedelta(hours=2)


def over(branch: MadeUp) -> None:
    """After closing: three still wait, and one desk is left."""
    set_up(branch)
    branch.clock.now = NOW + timedelta(hours=5)
    for minutes in (-270, -272, -276):
        branch.take("passports", minutes)
    branch.sit(3, -280)
    branch.clock.now = NOW + timedelta(hours=5, minutes=38)


def long_named(branch: MadeUp) -> None:
    """A queue, a desk, somebody and two screens, each of a name that is one long word."""
    set_up(branch)
    branch.at(1).do(SetBranch(settings={"name": WORD, "names": {}}), by=MANAGER)
    branch.do(AddQueue(slug="long", names={"en": WORD, "de": WORD}), by=MANAGER)
    branch.do(AddDesk(number=7, queues=("long",), names={"en": WORD}), by=MANAGER)
    branch.do(AddServicer(name=WORD, pin="482913"), by=MANAGER)
    branch.device(Role.KIOSK, WORD)
    branch.device(Role.CONSOLE, f"{WORD[:-1]}n")
    branch.at(0)
