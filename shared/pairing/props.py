"""What the pairing screen shows, as it is handed to its view model; what it does not need is empty."""

from dataclasses import dataclass

from shared.pairing.terms import Face, Shown, Why, Wrong


@dataclass(frozen=True, slots=True)
class ServerRow:
    """One server of the network: its branch's name, and its address where two bear the same name."""

    url: str
    name: str
    address: str


@dataclass(frozen=True, slots=True)
class SpokenRow:
    """One language, in its own name."""

    code: str
    name: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class PairingProps:
    """Everything that QML shows.

    `link` is what the QR code leads to, and `address` what somebody types by hand. `left_s` is how long the code lasts or the server
    is to be left in peace, in seconds. `server` is what the branch is called where it was found in the network. `may_change` says whether another server may be chosen.
    """

    face: Face = Face.Kiosk
    shown: Shown = Shown.Searching
    why: Why = Why.New
    code: str = ""
    link: str = ""
    address: str = ""
    server: str = ""
    left_s: int = 0
    away: bool = False
    fingerprint: str = ""
    may_change: bool = True
    typed: str = ""
    wrong: Wrong = Wrong.Nothing
    detail: str = ""
    name: str = ""
    servers: tuple[ServerRow, ...] = ()
    languages: tuple[SpokenRow, ...] = ()
