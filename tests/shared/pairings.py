"""States of a pairing for its tests."""

from datetime import UTC, datetime, timedelta

from shared.pairing import state as folds
from shared.pairing.state import PairingState
from shared.pairing.terms import Face
from shared.wire.finding import FoundServer
from shared.wire.messages import Problem
from shared.wire.pairing import Pairing, PairingAsked, PairingStatus

NOW = datetime(2026, 3, 12, 9, 42, tzinfo=UTC)
HALL = FoundServer("http://10.0.4.2:8080", "Hall")
LIBRARY = FoundServer("http://10.0.4.3:8080", "Library")

ASKED = PairingAsked(
    id="p1", code="7K4M2XQ9", secret="only mine", expires_at=NOW + timedelta(days=400)
)
PENDING = Pairing(status=PairingStatus.PENDING)
APPROVED = Pairing(
    status=PairingStatus.APPROVED, token="the token", name="Entrance", desk=None
)


def after(seconds: float) -> datetime:
    """Return the moment so many seconds later."""
    return NOW + timedelta(seconds=seconds)


def searching() -> PairingState:
    """Return a kiosk that has just begun to look."""
    return folds.searching(Face.Kiosk, NOW, "en")


def asking(server: FoundServer = HALL) -> PairingState:
    """Return one that asks the server which it chose."""
    return folds.chose(searching(), server)


def comparing() -> PairingState:
    """Return one whose code is being compared."""
    return folds.given(folds.reached(asking(), HALL.url, ""), ASKED)


def problem(status: int, kind: str = "no") -> Problem:
    """Return what a server says that refuses."""
    return Problem(type=kind, title="No", status=status, detail="Not here.")
