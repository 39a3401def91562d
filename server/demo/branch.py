"""The branch of the demo: three queues, two desks, three people."""

from dataclasses import dataclass
from pathlib import Path

from server.serve.control import run_command
from server.usecases.setup import AddDesk, AddDevice, AddQueue, AddServicer, SetBranch
from shared.wire.messages import Role

PIN = "482913"
DESKS = {3: "Maria", 5: "Jonas"}

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


def set_up(directory: Path) -> Tokens:
    """Set the demo's branch up in an empty data directory, and return its devices' tokens."""
    run_command(
        directory,
        SetBranch(
            settings={
                "name": "City Service Centre",
                "languages": ["en", "de", "es", "fr", "ar"],
            }
        ),
    )
    for slug, names in _QUEUES.items():
        run_command(directory, AddQueue(slug=slug, names=names))
    for number, servicer in DESKS.items():
        run_command(directory, AddDesk(number=number))
        run_command(directory, AddServicer(name=servicer, pin=PIN))
    return Tokens(
        kiosk=_pair(directory, Role.KIOSK, "Entrance"),
        display=_pair(directory, Role.DISPLAY, "Waiting room"),
        consoles={n: _pair(directory, Role.CONSOLE, f"Desk {n}") for n in DESKS},
        crowd=_pair(directory, Role.KIOSK, "Simulated customers"),
        manager=_pair(directory, Role.MANAGER, "Manager"),
    )


def _pair(directory: Path, role: Role, name: str) -> str:
    return str(run_command(directory, AddDevice(role=role, name=name)))
