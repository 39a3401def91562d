"""What each row of set-up altered: of which thing, which setting, from what to what; pure."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any

from server.domain import events
from server.domain.events import Recorded
from server.domain.phrases import Phrase, phrase
from server.domain.ticket import Ticket

AUDITED = (
    events.BranchConfigured,
    events.QueueConfigured,
    events.DeskConfigured,
    events.ServicerConfigured,
    events.AccountConfigured,
    events.PasswordChanged,
    events.DevicePaired,
    events.DeviceConfigured,
    events.DeviceRevoked,
    events.QueueSwitched,
    events.KioskSwitched,
    events.QueueLent,
    events.MessageSet,
    events.StaffCalled,
    events.StaffCallEnded,
    events.ChangePutBack,
    events.DayClosed,
)
"""Facts that tell how a branch is set up, and what managers do in it; a manager's move with a ticket counts too."""


def is_audited(row: Recorded) -> bool:
    """Return whether the row is one of those of which somebody may ask later who did it."""
    return row.actor.manager is not None or isinstance(row.event, AUDITED)


class Kind(StrEnum):
    """Of what sort a thing is that is altered."""

    BRANCH = "branch"
    QUEUE = "queue"
    DESK = "desk"
    PERSON = "person"
    ACCOUNT = "account"
    DEVICE = "device"
    MESSAGE = "message"
    STAFF_CALL = "staff-call"
    DAY = "day"
    TICKET = "ticket"


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """A thing that is altered: its kind, and by what it is known: a slug, a number, a name, an id."""

    kind: Kind
    key: str | int = ""


Settings = Mapping[str, Any]
"""A thing's settings by name; what has a value for each language or class, by name and that: `names.de`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Altered:
    """One setting of a thing, before and after; no setting where the whole came or went: None is what is not there.

    `name` is what people call the thing.
    """

    thing: Thing
    name: str
    setting: str
    before: Any
    after: Any


SECRETS = frozenset({"pin", "password"})
"""Settings whose values nobody has."""


class SetUpSoFar:
    """What is set up after the rows it has followed."""

    def __init__(self) -> None:
        self._known: dict[Thing, Settings] = {}

    def follow(self, row: Recorded) -> tuple[Altered, ...]:
        """Go one row further, and return what that altered; nothing for a row of another sort."""
        told = self._told(row)
        if isinstance(row.event, events.DayClosed):
            self._end_day()
        if told is None:
            return ()
        thing, after = told
        before = self._known.get(thing)
        name = _name_of(thing, after or before or {})
        if after is None:
            self._known.pop(thing, None)
        else:
            self._known[thing] = after
        secret = _SECRET_OF.get(type(row.event))
        if secret is not None and before is not None and before == after:
            return (_altered(thing, name, secret),)
        return tuple(_differences(thing, name, before, after))

    def _end_day(self) -> None:
        """Forget what was set for the day that is over; loans end by rows of their own."""
        for thing, known in list(self._known.items()):
            if thing.kind in (Kind.MESSAGE, Kind.STAFF_CALL):
                del self._known[thing]
            elif "by_hand" in known:
                others = {k: v for k, v in known.items() if k != "by_hand"}
                self._known[thing] = others

    def _told(self, row: Recorded) -> tuple[Thing, Settings | None] | None:
        """Return which thing the row is about, and its settings after it, None where it is gone."""
        match row.event:
            case events.BranchConfigured(settings=settings):
                return Thing(kind=Kind.BRANCH), by_name(settings)
            case events.QueueConfigured(queue=queue):
                thing = Thing(kind=Kind.QUEUE, key=queue.slug)
                own = {"letter": queue.letter, "ordinal": queue.ordinal}
                named = by_name_and_key("names", queue.names)
                whole = {**own, **named, **by_name(queue.settings)}
                return thing, self._kept(thing, whole, "by_hand", gone=queue.removed)
            case events.DeskConfigured(desk=desk):
                thing = Thing(kind=Kind.DESK, key=desk.number)
                whole = {
                    "queues": desk.queues,
                    "policy": desk.policy,
                    "weights": desk.weights,
                    **by_name_and_key("names", desk.names),
                }
                return thing, self._kept(thing, whole, "lent", gone=desk.removed)
        return self._by_hand(row) or self._let_in(row)

    def _by_hand(self, row: Recorded) -> tuple[Thing, Settings | None] | None:
        match row.event:
            case events.QueueSwitched(queue=slug, switch=switch):
                return self._with(Kind.QUEUE, slug, "by_hand", switch)
            case events.KioskSwitched(device=id, switch=switch):
                return self._with(Kind.DEVICE, id, "by_hand", switch)
            case events.QueueLent(desk=number, queues=queues):
                return self._with(Kind.DESK, number, "lent", queues or None)
            case events.MessageSet(texts=texts, until=until):
                said = {**by_name_and_key("texts", texts), "until": until}
                return Thing(kind=Kind.MESSAGE), said if texts else None
            case events.StaffCalled(by=by, reason=reason):
                return Thing(kind=Kind.STAFF_CALL), {"by": by, "reason": reason}
            case events.StaffCallEnded():
                return Thing(kind=Kind.STAFF_CALL), None
            case events.DayClosed(opened=opened):
                return Thing(kind=Kind.DAY), {"day": opened}
        return None

    def _let_in(self, row: Recorded) -> tuple[Thing, Settings | None] | None:
        match row.event:
            case events.ServicerConfigured(servicer=servicer):
                thing = Thing(kind=Kind.PERSON, key=servicer.name)
                return thing, None if servicer.removed else {}
            case events.AccountConfigured(account=account):
                thing = Thing(kind=Kind.ACCOUNT, key=account.name)
                whole = by_name(account)
                shown = {k: v for k, v in whole.items() if k not in _NO_SETTINGS}
                return thing, None if account.removed else shown
            case events.PasswordChanged(account=name):
                thing = Thing(kind=Kind.ACCOUNT, key=name)
                return thing, self._known.get(thing, {})
            case (
                events.DevicePaired(device=device)
                | events.DeviceConfigured(device=device)
            ):
                thing = Thing(kind=Kind.DEVICE, key=device.id)
                whole = by_name(device)
                shown = {k: v for k, v in whole.items() if k not in _NO_SETTINGS}
                return thing, self._kept(thing, shown, "by_hand", gone=False)
            case events.DeviceRevoked(device=id):
                return Thing(kind=Kind.DEVICE, key=id), None
        return None

    def _kept(
        self, thing: Thing, whole: Settings, setting: str, *, gone: bool
    ) -> Settings | None:
        """Return the whole with what was set by hand, None where it is gone."""
        if gone:
            return None
        by_hand = self._known.get(thing, {}).get(setting)
        return whole if by_hand is None else {**whole, setting: by_hand}

    def _with(
        self, kind: Kind, key: str | int, setting: str, value: Any
    ) -> tuple[Thing, Settings]:
        thing = Thing(kind=kind, key=key)
        others = {k: v for k, v in self._known.get(thing, {}).items() if k != setting}
        return thing, others if value is None else {**others, setting: value}


_NO_SETTINGS = frozenset({"id", "removed"})
_SECRET_OF: dict[type, str] = {
    events.ServicerConfigured: "pin",
    events.PasswordChanged: "password",
}


def by_name(settings: Any) -> dict[str, Any]:
    """Return the fields of a settings class by name, those with a value for each language or class by that, too."""
    found: dict[str, Any] = {}
    for each in fields(settings):
        value = getattr(settings, each.name)
        if isinstance(value, dict):
            found |= by_name_and_key(each.name, value)
        else:
            found[each.name] = value
    return found


def by_name_and_key(name: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return each of the values by the setting's name and its own: `names.de`."""
    return {f"{name}.{key}": value for key, value in values.items()}


def with_settings(settings: Any, changed: Settings) -> Any:
    """Return the settings class with these changed, by name as `by_name` gives them; None takes away what has a key."""
    values: dict[str, Any] = {}
    for path, value in changed.items():
        name, has_key, key = path.partition(".")
        if not has_key:
            values[name] = value
            continue
        present = values.get(name, getattr(settings, name))
        others = {each: present[each] for each in present if each != key}
        values[name] = others if value is None else {**others, key: value}
    return replace(settings, **values)


def of_ticket(before: Ticket, after: Ticket) -> tuple[Altered, ...]:
    """Return what a move altered of the ticket, as far as others see it."""
    thing = Thing(kind=Kind.TICKET, key=after.id)
    return tuple(
        _altered(thing, after.label, name, getattr(before, name), getattr(after, name))
        for name in ("state", "queue", "for_desk", "priority")
        if getattr(before, name) != getattr(after, name)
    )


OF_TICKETS = phrase("A ticket’s move is taken back at the ticket, within 10 seconds.")

_WHY_NOT = {
    Kind.PERSON: phrase(
        "A PIN is not kept when somebody is removed or gets another one: add them anew, or give them one."
    ),
    Kind.ACCOUNT: phrase(
        "An account is changed back on the page of accounts, where the password is asked for again."
    ),
    Kind.DEVICE: phrase(
        "What lets a device in is not kept: revoke it, or pair it anew."
    ),
    Kind.DAY: phrase("A day that was closed stays closed."),
    Kind.STAFF_CALL: phrase("A call for help is over once somebody came."),
    Kind.TICKET: OF_TICKETS,
}


def why_not_put_back(altered: Iterable[Altered]) -> Phrase | None:
    """Return why such alterations are never put back, None where they may be."""
    for each in altered:
        is_new = each.thing.kind is Kind.PERSON and not each.setting
        if is_new and each.before is None:
            continue
        if each.thing.kind is Kind.DEVICE and each.setting:
            continue
        if each.thing.kind is Kind.DEVICE and each.after is None:
            return phrase("What lets a device in is not kept: pair it anew.")
        if each.thing.kind is Kind.BRANCH and each.before is None and not each.setting:
            return phrase("That is how the branch began.")
        if each.thing.kind in _WHY_NOT:
            return _WHY_NOT[each.thing.kind]
    return None


def _name_of(thing: Thing, settings: Settings) -> str:
    return str(
        settings.get("name", thing.key) if thing.kind is Kind.DEVICE else thing.key
    )


def _differences(
    thing: Thing, name: str, before: Settings | None, after: Settings | None
) -> Iterator[Altered]:
    if before is None and after is None:
        return
    if before is None or after is None:
        yield _altered(thing, name, "", before, after)
        return
    for setting in [*before, *(each for each in after if each not in before)]:
        was, now = before.get(setting), after.get(setting)
        if was != now:
            yield _altered(thing, name, setting, was, now)


def _altered(
    thing: Thing, name: str, setting: str, before: Any = None, after: Any = None
) -> Altered:
    return Altered(thing=thing, name=name, setting=setting, before=before, after=after)
