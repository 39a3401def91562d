"""A device says how it is."""

from dataclasses import dataclass
from datetime import datetime

from server.domain.refusals import NotValid
from server.store import reports
from server.store.reports import Report
from server.store.session import Session

_PRINTS, _CALLS_OUT = "kiosk", "display"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteReport:
    """The program's version, how the paper is where there is a printer, how the sound where calls are heard, the screen in pixels."""

    version: str
    paper: str | None
    sound: str | None
    screen: str


def note_report(session: Session, command: NoteReport) -> None:
    """Remember what the asking device says of itself; raise `NotValid` for what no page can show."""
    device = session.state.devices[session.actor.device or 0]
    for field in ("version", "screen"):
        if not getattr(command, field).isprintable():
            raise NotValid(field, f"A {field} has letters only that a screen can show.")
    if command.paper is not None and device.role != _PRINTS:
        raise NotValid("paper", "Only a kiosk prints.")
    if command.sound is not None and device.role != _CALLS_OUT:
        raise NotValid("sound", "Only a display calls out.")
    before = reports.find(session.flush().connection, session.state.id).get(device.id)
    report = Report(
        version=command.version,
        paper=command.paper,
        sound=command.sound,
        screen=command.screen,
        at=_since(before, command) or session.now,
    )
    reports.keep(session, device.id, report)


def _since(before: Report | None, command: NoteReport) -> datetime | None:
    """Return since when paper and sound are as they are told now, None where they were not."""
    if before is None:
        return None
    is_so = (before.paper, before.sound) == (command.paper, command.sound)
    return before.at if is_so else None
