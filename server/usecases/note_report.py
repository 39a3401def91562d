"""A device says how it is."""

from dataclasses import dataclass

from server.domain.refusals import NotValid
from server.store import reports
from server.store.reports import Report
from server.store.session import Session

_PRINTS = "kiosk"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteReport:
    """The program's version, how the paper is where there is a printer, the screen in pixels."""

    version: str
    paper: str | None
    screen: str


def note_report(session: Session, command: NoteReport) -> None:
    """Remember what the asking device says of itself; raise `NotValid` for what no page can show."""
    device = session.state.devices[session.actor.device or 0]
    for field in ("version", "screen"):
        if not getattr(command, field).isprintable():
            raise NotValid(field, f"A {field} has letters only that a screen can show.")
    if command.paper is not None and device.role != _PRINTS:
        raise NotValid("paper", "Only a kiosk prints.")
    report = Report(
        version=command.version,
        paper=command.paper,
        screen=command.screen,
        at=session.now,
    )
    reports.keep(session, device.id, report)
