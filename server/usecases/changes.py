"""Who changed what, and when: how the branch is set up, and what managers did with tickets."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import islice

from server.domain import events, life
from server.domain.alterations import Altered, of_ticket, why_not_put_back
from server.domain.events import Actor, Recorded
from server.domain.phrases import Phrase
from server.store import audit, sign_ins
from server.store.acknowledged import LastLinks
from server.store.audit import Audit
from server.store.journal import UnreadableRow
from server.store.tokens import TicketTokens
from server.store.view import View
from server.usecases.steps.telling import told

MOST = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeMade:
    """One change: its number, when, by whom, and what it altered.

    `puts_back` is the change that it put back, `put_back_by` the one that put it back last, and `why_not` says why it is never put back,
    None where it may be.
    """

    change: int
    at: datetime
    actor: Actor
    altered: tuple[Altered, ...]
    puts_back: int | None = None
    put_back_by: int | None = None
    why_not: Phrase | None = None


@dataclass(slots=True)
class _Act:
    first: Recorded
    altered: list[Altered] = field(default_factory=list)
    moves: list[Recorded] = field(default_factory=list)
    puts_back: int | None = None


def changes(
    view: View, *, before: int | None = None, most: int = MOST
) -> list[ChangeMade]:
    """Return up to so many changes, the latest first, those before a number where one is said."""
    acts: dict[int, _Act] = {}
    put_back_by: dict[int, int] = {}
    for row, altered in told(view.connection, view.branch.id):
        act = acts.setdefault(row.act, _Act(row))
        act.altered += altered
        if row.ticket is not None:
            act.moves.append(row)
        if isinstance(row.event, events.ChangePutBack):
            act.puts_back = row.event.change
            put_back_by[row.event.change] = row.act
    wanted = [number for number in acts if before is None or number < before]
    made = (
        _made(view, number, acts[number], put_back_by.get(number))
        for number in sorted(wanted, reverse=True)
    )
    some = (each for each in made if each.altered or each.puts_back)
    return list(islice(some, most))


def look_through(view: View, tokens: TicketTokens, last: LastLinks) -> Audit:
    """Return whether any change or sign-in was altered afterwards, or taken away up to those that were told to be the `last`."""
    connection, branch_id = view.connection, view.branch.id
    found = audit.look_through(connection, branch_id, tokens, last.changes)
    altered = sign_ins.altered_from(connection, branch_id, tokens, last.sign_ins)
    return replace(found, sign_ins_altered_from=altered)


def _made(view: View, number: int, act: _Act, put_back_by: int | None) -> ChangeMade:
    altered = [*act.altered, *_moved(view, act.moves)]
    return ChangeMade(
        change=number,
        at=act.first.at,
        actor=act.first.actor,
        altered=tuple(altered),
        puts_back=act.puts_back,
        put_back_by=put_back_by,
        why_not=why_not_put_back(altered),
    )


def _moved(view: View, moves: list[Recorded]) -> Iterator[Altered]:
    for row in moves:
        try:
            story = view.story(row.ticket or 0)
        except UnreadableRow:
            continue
        earlier = [each for each in story if each.seq < row.seq]
        if earlier:
            before = life.told(earlier)
            yield from of_ticket(before, life.evolve(before, row))
