"""Every screen of the pairing, by name, as the state that shows it; pure."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from shared.pairing.state import PairingState, Server
from shared.pairing.steps import (
    Asking,
    Changed,
    Choosing,
    Code,
    Comparing,
    Refused,
    Searching,
    Step,
    Typing,
    Unfit,
    Waiting,
    Welcomed,
)
from shared.pairing.terms import Face, Why, Wrong
from shared.wire.finding import FoundServer
from shared.wire.messages import Problem

NOW = datetime(2026, 3, 12, 9, 42, tzinfo=UTC)

URL = "http://10.0.4.2:8080"

NAMES: Mapping[str, str] = {
    "en": "City Service Centre",
    "de": "Bürgerzentrum Charlottenburg-Wilmersdorf",
    "ar": "مركز خدمات المدينة",
}

OWN_NAMES: Mapping[Face, Mapping[str, str]] = {
    Face.Kiosk: {"en": "Entrance", "de": "Eingang", "ar": "المدخل"},
    Face.Display: {"en": "Hall", "de": "Wartehalle", "ar": "القاعة"},
    Face.Console: {"en": "Desk 3", "de": "Schalter 3", "ar": "شباك 3"},
}


def screens(face: Face, language: str) -> Mapping[str, PairingState]:
    """Return the state of every screen, for a program of this face."""
    name = NAMES.get(language, NAMES["en"])
    own = OWN_NAMES[face].get(language, OWN_NAMES[face]["en"])
    known = PairingState(
        face, NOW, Choosing(), server=Server(URL, name), language=language
    )
    code = Code("1", "7K4M2XQ9", "secret", NOW + timedelta(minutes=9, seconds=12))
    comparing = replace(known, step=Comparing(code))
    typed = replace(comparing, server=Server("http://192.168.178.120:8000"))
    later = NOW + timedelta(seconds=80)
    pinned = Server("https://queue.centre.example", "", "9F3A 11C0 77B2 04E8")
    refusal = Problem(
        type="not-found",
        title="Not found",
        status=404,
        detail="There is nothing at this address.",
    )
    several = (
        FoundServer(URL, name),
        FoundServer("http://10.0.4.3:8080", "Library"),
        FoundServer("http://10.0.4.9:8080", "Library"),
    )
    steps: Mapping[str, Step] = {
        "pairing-searching": Searching(NOW),
        "pairing-asking": Asking((URL,), name),
        "pairing-server-away": Asking((URL,), name, missed=3),
        "pairing-refused": Refused(later),
        "pairing-too-many": Waiting(later),
        "pairing-unfit": Unfit(refusal, later),
        "pairing-changed": Changed(),
        "pairing-welcome": Welcomed(own, "token", None, later),
        "pairing-nothing-found": Typing(),
        "pairing-typed": Typing("192.168.178.120:8000", by_hand=True),
        "pairing-wrong-address": Typing("192.168.178.1", Wrong.NobodyThere),
    }
    return {
        "pairing": comparing,
        "pairing-typed-server": typed,
        "pairing-away": replace(comparing, step=Comparing(code, away=True)),
        "pairing-revoked": replace(comparing, why=Why.Revoked, settled=True),
        "pairing-own-certificate": replace(comparing, server=pinned),
        "pairing-choosing": replace(known, found=several, server=Server()),
    } | {name: replace(known, step=step) for name, step in steps.items()}
