"""What a program keeps of its server: where it is, how it is known there, and whom it is believed from."""

import shlex
from pathlib import Path

from msgspec import Struct

from shared.pairing.address import is_address
from shared.pairing.trust import PUBLIC, Trust
from shared.state_file import StateFile


class Paired(Struct, frozen=True):
    """A server and this device's token for it; without a token the server is only remembered.

    `desk` is the only desk that a console is bound to. `changed` says that another certificate was shown at the last start, `lost` that somebody looks for
    the server at another address: until one there has approved it, it is kept as it was. `language` is the
    branch's own, as it was told before the server knew this program no more.
    """

    server: str
    token: str = ""
    name: str = ""
    desk: int | None = None
    trust: Trust = PUBLIC
    revoked: bool = False
    changed: bool = False
    lost: bool = False
    language: str = ""


def paired_file(state_dir: Path, program: str) -> StateFile[Paired]:
    """Return where a program keeps it, for its owner only."""
    return StateFile(state_dir / f"{program}-server.json", Paired, _leads_somewhere)


def forget(state_dir: Path, program: str) -> str:
    """Keep it no longer, and return what to tell whoever asked for that."""
    file = paired_file(state_dir, program)
    known = file.read()
    file.remove()
    said = "Forgotten. The next start looks for a server and asks to be paired."
    if known is None or not known.token or known.revoked:
        return said
    old = shlex.quote(known.name) if known.name else "NAME"
    return f"{said}\nThe server still lists it as it was: a manager revokes that on the page Devices, or by: takeanumber device remove {old}"


def _leads_somewhere(paired: Paired) -> bool:
    return is_address(paired.server)
