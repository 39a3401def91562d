"""The live page's parts, drawn once for all who see the same: a change does not cost more with twenty managers than with one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from secrets import token_hex

from flask import current_app, render_template
from markupsafe import Markup

from server.domain.account import AccountRole
from server.live.last_seen import LastSeen
from server.live.parts import Part
from server.present import standing
from server.present.hall import Standing
from server.store.store import MAIN_BRANCH
from server.web.languages import Language
from server.web.manager.csrf import sealed_field
from server.web.manager.pages import Asked

_LASTS = timedelta(seconds=1)
"""So long one look is enough for all who ask: time passes in it, too."""

_SEAL = Markup("<!--{}-->").format(token_hex(16))
"""Stands for the seal of each form until it is known whose browser the form goes to."""


@dataclass(slots=True)
class Look:
    """How the branch stood at one look, and what was drawn of that for whom."""

    standing: Standing
    seq: int
    drawn: dict[tuple[object, ...], Markup] = field(default_factory=dict)

    def is_good(self, least_seq: int, now: datetime) -> bool:
        """Return whether it shows this row of the journal, and is not old."""
        return self.seq >= least_seq and abs(now - self.standing.now) < _LASTS


class Looks:
    """The latest look at the branch."""

    def __init__(self) -> None:
        self._latest: Look | None = None

    def look(self, asked: Asked, least_seq: int | None = None) -> Look:
        """Return a look that shows at least this row of the journal: all there are, where none is named."""
        latest = self._latest
        if (
            least_seq is not None
            and latest is not None
            and latest.is_good(least_seq, asked.now)
        ):
            return latest
        with asked.reading() as view:
            seq = view.branch.seq
            if latest is not None and latest.is_good(seq, asked.now):
                return latest
            stands = standing.read(view, asked.now, _heard())
        self._latest = Look(stands, seq)
        return self._latest

    def draw(
        self, asked: Asked, look: Look, language: Language, parts: Iterable[Part]
    ) -> Mapping[str, Markup]:
        """Return the parts for whoever asks."""
        seal = sealed_field(asked.store, asked.secret)
        drawn = {}
        for part in parts:
            key = (part, language.tag, asked.account.role)
            if key not in look.drawn:
                look.drawn[key] = _draw(part, look, language, asked.account.role)
            drawn[part.value] = look.drawn[key].replace(_SEAL, seal)
        return drawn


def _draw(part: Part, look: Look, language: Language, role: AccountRole) -> Markup:
    drawn = render_template(
        f"manager/live/{part}.html",
        language=language,
        words={},
        branch=look.standing.settings,
        standing=look.standing,
        now=look.standing.now,
        nav=current_app.extensions["manager_nav"],
        may_act=role is AccountRole.MANAGER,
        csrf=lambda: _SEAL,
    )
    return Markup(drawn)  # noqa: S704  # the template has escaped what it was given


def _heard() -> Mapping[int, datetime]:
    """Return when each device was heard of, of those that were a moment ago."""
    last_seen: LastSeen = current_app.extensions["last_seen"]
    return last_seen.heard(MAIN_BRANCH)
