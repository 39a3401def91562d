"""Changes of the set-up as messages, and in words."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from enum import Enum
from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from server.domain.alterations import SECRETS, Altered, Kind
from server.domain.branch import BranchSettings, QueueSettings
from server.domain.settings import Setting, settings_of
from server.domain.today import Switch
from server.present.setting_words import value_in_words
from server.store.audit import Audit
from server.usecases.changes import ChangeMade
from shared.wire import messages

COMMAND_LINE = "command line"

_SETTINGS: Mapping[Kind, Mapping[str, Setting]] = {
    Kind.BRANCH: settings_of(BranchSettings),
    Kind.QUEUE: settings_of(QueueSettings),
}
_LABELS = {
    "letter": "Letter",
    "ordinal": "Order on screens",
    "names": "Name",
    "by_hand": "By hand",
    "queues": "Serves",
    "policy": "Calls",
    "weights": "Ratio",
    "lent": "Serves until the day ends",
    "pin": "PIN",
    "password": "Password",
    "role": "Role",
    "name": "Name",
    "desk": "Desk",
    "shown": "Shown as",
    "has_second_factor": "Second factor",
    "texts": "Text",
    "until": "Until",
    "state": "State",
    "queue": "Queue",
    "for_desk": "Kept for",
    "priority": "Priority",
}
_THINGS = {
    Kind.BRANCH: "Branch",
    Kind.QUEUE: "Queue",
    Kind.DESK: "Desk",
    Kind.PERSON: "Servicer",
    Kind.ACCOUNT: "Account",
    Kind.DEVICE: "Device",
    Kind.MESSAGE: "Message to all",
    Kind.STAFF_CALL: "Call to the staff",
    Kind.DAY: "Business day",
    Kind.TICKET: "Ticket",
}


def change(made: ChangeMade) -> messages.Change:
    """Return the change as managers' programs read it."""
    return messages.Change(
        change=made.change,
        at=made.at,
        by=who(made),
        altered=[_altered(each) for each in made.altered],
        puts_back=made.puts_back,
        put_back_by=made.put_back_by,
        why_not=None if made.why_not is None else str(made.why_not),
    )


def audit(found: Audit) -> messages.Audit:
    """Return whether anything was altered afterwards, as managers' programs read it."""
    return messages.Audit(
        entries=found.entries,
        unchained=found.unchained,
        altered_from=found.altered_from,
        sign_ins_altered_from=found.sign_ins_altered_from,
    )


def audit_text(found: Audit) -> str:
    """Return the same as a sentence."""
    if found.altered_from is None and found.sign_ins_altered_from is not None:
        return f"From sign-in {found.sign_ins_altered_from} on, who signed in was altered afterwards."
    if found.altered_from is None:
        return f"Nothing was altered afterwards: {found.entries:,} entries."
    return f"From entry {found.altered_from} on, what is written here was altered afterwards."


def who(made: ChangeMade) -> str:
    """Return who made the change; commands that were typed before these were written down are told alike."""
    actor = made.actor
    return actor.manager or actor.servicer or COMMAND_LINE


def lines(made: ChangeMade, zone: ZoneInfo) -> Iterator[str]:
    """Yield each alteration of the change in words: `Queue parking: Most waiting at once: 300 → 20`."""
    for each in made.altered:
        yield f"{thing(each)}: {alteration(each, zone)}"


def thing(altered: Altered) -> str:
    """Return what was altered: `Queue parking`."""
    kind = _THINGS[altered.thing.kind]
    return f"{kind} {altered.name}".strip()


def alteration(altered: Altered, zone: ZoneInfo) -> str:
    """Return what became of it: `Most waiting at once: 300 → 20`, `added`, `removed`, `another PIN`."""
    if not altered.setting:
        said = altered.after if altered.before is None else altered.before
        texts = [v for k, v in (said or {}).items() if k.startswith("texts.")]
        words = f" “{texts[0]}”" if texts else ""
        return ("added" if altered.before is None else "removed") + words
    label = setting_label(altered)
    if altered.setting in SECRETS:
        return f"another {label}" if label == "PIN" else f"another {label.lower()}"
    before, after = (
        value_text(altered, value, zone) for value in (altered.before, altered.after)
    )
    return f"{label}: {before} → {after}"


def setting_label(altered: Altered) -> str:
    """Return what forms call the setting, with its language or class behind."""
    name, _, key = altered.setting.partition(".")
    declared = _SETTINGS.get(altered.thing.kind, {}).get(name)
    label = _LABELS.get(name, name) if declared is None else declared.label
    return f"{label} ({key})" if key else label


def value_text(altered: Altered, value: Any, zone: ZoneInfo) -> str:
    """Return one of the two values in words."""
    name, _, key = altered.setting.partition(".")
    declared = _SETTINGS.get(altered.thing.kind, {}).get(name)
    if declared is not None and not key:
        return value_in_words(declared, value)
    match value:
        case None | () | "":
            return "none"
        case Switch(to=to, until=until):
            return f"{to.value} until {until.astimezone(zone):%H:%M}"
        case datetime():
            return f"{value.astimezone(zone):%H:%M}"
        case Enum():
            return str(value.value)
        case tuple():
            return ", ".join(map(str, value))
    return str(value)


def _altered(altered: Altered) -> messages.Altered:
    return messages.Altered(
        kind=altered.thing.kind.value,
        name=altered.name,
        setting=altered.setting,
        before=_plain(altered.before),
        after=_plain(altered.after),
    )


def _plain(value: Any) -> Any:
    return msgspec.to_builtins(value, str_keys=True)
