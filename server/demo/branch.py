"""The branch of the demo: three queues, two desks, two people, and a manager."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from server.serve.control import run_command
from server.store.tokens import new_password
from server.usecases.setup import (
    AddAccount,
    AddDesk,
    AddDevice,
    AddQueue,
    AddServicer,
    SetBranch,
)
from shared.wire.messages import Role

PIN = "482913"
DESKS = {3: "Maria", 5: "Jonas"}
MANAGER = "demo"
"""The user name by which one signs in on the manager's pages."""

_NAMES = {
    "en": "City Service Centre",
    "de": "Bürgerservice",
    "es": "Oficina de atención ciudadana",
    "fr": "Accueil de la mairie",
    "ar": "مركز خدمة المواطنين",
}

_QUEUES = {
    "parking": {
        "en": "Parking permits",
        "de": "Bewohnerparkausweise",
        "es": "Permisos de aparcamiento",
        "fr": "Permis de stationnement",
        "ar": "تصاريح وقوف السيارات",
    },
    "passports": {
        "en": "Passports and ID cards",
        "de": "Reisepässe und Personalausweise",
        "es": "Pasaportes y documentos de identidad",
        "fr": "Passeports et cartes d’identité",
        "ar": "جوازات السفر وبطاقات الهوية",
    },
    "payments": {
        "en": "Pay a bill",
        "de": "Rechnung bezahlen",
        "es": "Pagar una factura",
        "fr": "Payer une facture",
        "ar": "دفع فاتورة",
    },
}


@dataclass(frozen=True, slots=True)
class Tokens:
    """The demo's device tokens."""

    kiosk: str
    display: str
    consoles: dict[int, str]
    crowd: str
    manager: str
    password: str
    """By which `MANAGER` signs in on the pages."""


def languages_of(environment: Mapping[str, str]) -> list[str]:
    """Return the branch's languages, first the one that whoever starts the demo speaks."""
    # In this order, as gettext has it.
    said = (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    spoken = next(filter(None, said), "")[:2]
    return sorted(_NAMES, key=lambda language: language != spoken)


def queue_name(slug: str, language: str) -> str:
    """Return what the queue is called in this language."""
    return _QUEUES[slug][language]


def set_up(directory: Path, languages: list[str]) -> Tokens:
    """Set the demo's branch up in an empty data directory, in these languages, and return how one gets in."""
    run_command(
        directory,
        SetBranch(
            settings={
                "name": _NAMES[languages[0]],
                "names": _NAMES,
                "languages": languages,
            }
        ),
    )
    for slug, names in _QUEUES.items():
        run_command(directory, AddQueue(slug=slug, names=names))
    for number, servicer in DESKS.items():
        run_command(directory, AddDesk(number=number))
        run_command(directory, AddServicer(name=servicer, pin=PIN))
    password = new_password()
    run_command(directory, AddAccount(name=MANAGER, password=password))
    return Tokens(
        kiosk=_pair(directory, Role.KIOSK, "Entrance"),
        display=_pair(directory, Role.DISPLAY, "Waiting room"),
        consoles={n: _pair(directory, Role.CONSOLE, f"Desk {n}") for n in DESKS},
        crowd=_pair(directory, Role.KIOSK, "Simulated customers"),
        manager=_pair(directory, Role.MANAGER, "Manager"),
        password=password,
    )


def _pair(directory: Path, role: Role, name: str) -> str:
    return str(run_command(directory, AddDevice(role=role, name=name)))
