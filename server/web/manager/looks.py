"""The live page's parts, drawn once for all who see the same: a change does not cost more with twenty managers than with one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from secrets import token_hex
from typing import Any

from flask import Response, current_app, render_template
from markupsafe import Markup

from server.domain.account import AccountRole
from server.domain.branch import DeskState
from server.forecast.outlook import Outlook
from server.live.last_seen import LastSeen
from server.live.parts import Part
from server.present import standing
from server.present.estimates import minutes
from server.present.hall import QueueRow, Standing
from server.store.store import MAIN_BRANCH
from server.web import pages
from server.web.languages import Language
from server.web.manager.csrf import HEADER, seal_of, sealed_field
from server.web.manager.pages import Asked

_LASTS = timedelta(seconds=1)
"""So long one look is enough for all who ask: time passes in it, too."""

MOST_OF_A_LINE = 50
"""So many of a line are listed, first of all first."""

_SEAL = Markup("<!--{}-->").format(token_hex(16))
"""Stands for the seal of each form until it is known whose browser the form goes to."""


@dataclass(slots=True)
class Look:
    """How the branch stood at one look, and what was drawn of that for whom."""

    standing: Standing
    seq: int
    drawn: dict[tuple[object, ...], Markup] = field(default_factory=dict)
    packed: dict[tuple[object, ...], bytes] = field(default_factory=dict)

    @property
    def language(self) -> Language:
        """The language of whoever asks, else the branch's own."""
        return pages.language_for(otherwise=self.standing.settings.languages[0])

    def is_good(self, least_seq: int, outlook: Outlook, now: datetime) -> bool:
        """Return whether it shows this row of the journal and what is known of waits, and is not old."""
        return (
            self.seq >= least_seq
            and abs(now - self.standing.now) < _LASTS
            and self.standing.outlook.says_what(outlook)
        )


class Looks:
    """The latest look at the branch."""

    def __init__(self) -> None:
        self._latest: Look | None = None

    def look(self, asked: Asked, least_seq: int | None = None) -> Look:
        """Return a look that shows at least this row of the journal: all there are, where none is named."""
        latest, outlook = self._latest, asked.store.outlook(MAIN_BRANCH)
        if (
            least_seq is not None
            and latest is not None
            and latest.is_good(least_seq, outlook, asked.now)
        ):
            return latest
        with asked.reading() as view:
            seq = view.branch.seq
            if latest is not None and latest.is_good(seq, outlook, asked.now):
                return latest
            stands = standing.read(view, asked.now, _heard(), outlook)
        self._latest = Look(stands, seq)
        return self._latest

    def draw(
        self,
        asked: Asked,
        look: Look,
        language: Language,
        parts: Iterable[Part],
        row: QueueRow | None = None,
    ) -> Mapping[str, Markup]:
        """Return the parts for a page of whoever asks: the live page, or the page of one queue."""
        seal = sealed_field(seal_of(asked.store, asked.secret))
        return {
            part.value: self._drawn(asked, look, language, part, row).replace(_SEAL, seal)
            for part in parts
        }  # fmt: skip

    def answer(
        self,
        asked: Asked,
        look: Look,
        parts: Sequence[Part],
        row: QueueRow | None = None,
    ) -> Response:
        """Answer with the parts, packed once for all who see the same; the seal of whoever asks is in the head, for the script to put into the forms."""
        language = look.language
        slug = None if row is None else row.queue.slug
        key = (tuple(parts), slug, language.tag, asked.account.role)
        if key not in look.packed:
            drawn = [self._drawn(asked, look, language, part, row) for part in parts]
            look.packed[key] = pages.packed(
                "".join(drawn).replace(_SEAL, sealed_field(""))
            )
        response = pages.respond_packed(look.packed[key])
        response.headers[HEADER] = seal_of(asked.store, asked.secret)
        return response

    def _drawn(
        self,
        asked: Asked,
        look: Look,
        language: Language,
        part: Part,
        row: QueueRow | None,
    ) -> Markup:
        role, slug = asked.account.role, None if row is None else row.queue.slug
        key = (part, slug, language.tag, role)
        if key not in look.drawn:
            more = {} if row is None else _of_line(asked, look, row)
            name = _TEMPLATES.get((part, row is not None), part.value)
            look.drawn[key] = _draw(name, look, language, role, **more)
        return look.drawn[key]


_TEMPLATES = {(Part.HEADING, True): "line_heading"}
"""Where a queue's page has another one than the live page, for which it is named after the part."""


def _of_line(asked: Asked, look: Look, row: QueueRow) -> dict[str, Any]:
    """Return what the page of one queue shows beside the look."""
    with asked.reading() as view:
        line = view.front_of(row.queue.slug, MOST_OF_A_LINE)
        next = view.next_calls()
    standing = look.standing
    return {
        "row": row,
        "line": line,
        "minutes": {ticket.id: minutes(standing.outlook.of(ticket)) for ticket in line},
        "next": next,
        "path": f"/manager/live/{row.queue.slug}",
        "others": [queue for queue in standing.queues if queue != row.queue],
        "desks": [
            desk.number for desk in standing.desks if desk.state is not DeskState.CLOSED
        ],
        "target": timedelta(minutes=standing.settings.target_minutes),
    }


def _draw(
    name: str, look: Look, language: Language, role: AccountRole, **more: Any
) -> Markup:
    drawn = render_template(
        f"manager/live/{name}.html",
        language=language,
        words={},
        branch=look.standing.settings,
        standing=look.standing,
        now=look.standing.now,
        nav=current_app.extensions["manager_nav"],
        may_act=role is AccountRole.MANAGER,
        csrf=lambda: _SEAL,
        **more,
    )
    return Markup(drawn)  # noqa: S704  # the template has escaped what it was given


def _heard() -> Mapping[int, datetime]:
    """Return when each device was heard of, of those that were a moment ago."""
    last_seen: LastSeen = current_app.extensions["last_seen"]
    return last_seen.heard(MAIN_BRANCH)
