"""Somebody at a kiosk calls for help, and a desk answers."""

from dataclasses import dataclass

from server.domain import events
from server.domain.branch import HelpCall
from server.domain.refusals import NoHelpCall
from server.store.session import Session
from server.usecases.steps.acting import who_helps


@dataclass(frozen=True, slots=True, kw_only=True)
class CallForHelp:
    """`wanted` is false once the customer needs none any more; `language` is what they speak."""

    kiosk: int
    wanted: bool = True
    language: str | None = None


def call_for_help(session: Session, command: CallForHelp) -> HelpCall | None:
    """Return the kiosk's call for help, which all consoles see, None for none any more.

    Asking again changes nothing while nobody has said that they are coming; after that, somebody else stands there.
    """
    there = session.state.help.get(command.kiosk)
    if command.wanted and (there is None or there.is_answered):
        asked = events.KioskHelpAsked(device=command.kiosk, language=command.language)
        session.record(asked)
    elif there is not None and not command.wanted:
        session.record(events.KioskHelpEnded(device=command.kiosk))
    return session.state.help.get(command.kiosk)


def come_to_help(session: Session, kiosk: int) -> HelpCall:
    """Return the call, to which the asking manager or somebody from the asking desk is coming; raise `NotSignedIn`, `NoHelpCall`."""
    helper, call = who_helps(session), _call_at(session, kiosk)
    manager = helper.name if helper.desk is None else None
    if (call.desk, call.manager) != (helper.desk, manager):
        coming = events.KioskHelpComing(device=kiosk, desk=helper.desk, manager=manager)
        session.record(coming)
    return _call_at(session, kiosk)


def end_help(session: Session, kiosk: int) -> None:
    """Forget the call: whoever asked was helped; raise `NotSignedIn`, `NoHelpCall`."""
    who_helps(session)
    _call_at(session, kiosk)
    session.record(events.KioskHelpEnded(device=kiosk))


def _call_at(session: Session, kiosk: int) -> HelpCall:
    call = session.state.help.get(kiosk)
    if call is None:
        raise NoHelpCall
    return call
