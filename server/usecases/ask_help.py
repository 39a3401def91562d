"""A desk calls for help."""

from dataclasses import dataclass

from server.domain import events
from server.domain.branch import Desk
from server.store.session import Session
from server.usecases.steps.acting import this_desk


@dataclass(frozen=True, slots=True, kw_only=True)
class AskHelp:
    """`wanted` is false once the help has come."""

    desk: int
    wanted: bool = True


def ask_help(session: Session, command: AskHelp) -> Desk:
    """Return the desk with its call for help, which all consoles see; asking again changes nothing."""
    desk = this_desk(session, command.desk)
    if (desk.help_since is not None) == command.wanted:
        return desk
    asked = events.HelpAsked(desk=desk.number, wanted=command.wanted)
    with session.acting(desk):
        return session.record(asked)
