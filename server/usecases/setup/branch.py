"""Set the branch up."""

import re
from dataclasses import dataclass
from typing import Any
from zoneinfo import available_timezones

from server.domain import events
from server.domain.branch import BranchSettings
from server.domain.refusals import NotValid
from server.store.session import Session
from server.usecases.setup.settings import changed
from shared.wire.messages import Role

_LANGUAGE = re.compile(r"[a-z]{2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class SetBranch:
    """Settings of the branch to change; fields of `BranchSettings` by name."""

    settings: dict[str, Any]


def set_branch(session: Session, command: SetBranch) -> BranchSettings:
    """Return the branch's settings after the change; raise `NotValid`."""
    settings = changed(session.state.settings, command.settings)
    _check(settings)
    session.record(events.BranchConfigured(settings=settings))
    return settings


def _check(settings: BranchSettings) -> None:
    if settings.time_zone not in available_timezones():
        raise NotValid("time_zone", f"“{settings.time_zone}” is not an IANA time zone.")
    if not settings.languages:
        raise NotValid("languages", "A branch has at least one language.")
    for language in settings.languages:
        if not _LANGUAGE.fullmatch(language):
            raise NotValid("languages", f"“{language}” is no language such as “de”.")
    for role in settings.priority_roles:
        if role not in {*Role}:
            raise NotValid("priority_roles", f"There are no devices called “{role}”.")
