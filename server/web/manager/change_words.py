"""Changes in words of the page's language: names instead of slugs, and each setting as its form calls it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any
from zoneinfo import ZoneInfo

from babel.dates import get_day_names

from server.domain.account import AccountRole
from server.domain.alterations import SECRETS, Altered, Kind
from server.domain.branch import (
    BranchSettings,
    Hours,
    JoinMode,
    PlaceWord,
    Policy,
    Queue,
    Span,
)
from server.domain.hours import spans_of
from server.domain.phrases import filled
from server.domain.ticket import TicketState
from server.domain.today import ByHand, Switch
from server.web.languages import Language
from server.web.manager.change_labels import label_of
from server.web.manager.moments import called
from server.web.manager.other_days import in_words
from server.web.manager.typed import written
from server.web.phone.words import name_of
from shared.wire.messages import Role

_MINUTES = frozenset({"expected_minutes", "target_minutes", "rejoin_minutes", "priorities"})  # fmt: skip
_UNLIMITED = frozenset({"max_waiting", "daily_cap"})
_AS_BRANCH = frozenset({"hours", "first_number"})
_QUEUES = frozenset({"queues", "lent"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing that was altered: what of what, and its value before and after; None where there is none to tell."""

    what: str
    before: str | None = None
    after: str | None = None


def of(thing: str, what: str, language: Language) -> str:
    """Return both with the language's colon between them."""
    said = language.gettext("{thing}: {what}")
    return filled(said, {"thing": thing, "what": what})


class ChangeWords:
    """Tells alterations in a language, with the names that queues have now and the clock of the branch."""

    def __init__(self, language: Language, queues: list[Queue], branch: BranchSettings) -> None:  # fmt: skip
        self._language = language
        self._names = {queue.slug: name_of(queue, language) for queue in queues}
        self._branch = branch
        self._zone = ZoneInfo(branch.time_zone)
        self._classes = {
            name: words.get(language.tag) or name
            for name, words in branch.priority_names.items()
        }

    def lines(self, altered: Altered) -> Iterator[Line]:
        """Yield what was altered; of opening hours each day that differs."""
        thing = self.thing(altered)
        if not altered.setting:
            yield Line(what=self._came_or_went(altered, thing))
        elif altered.setting in SECRETS:
            _ = self._language.gettext
            said = _("{thing}: a new PIN") if altered.setting == "pin" else _("{thing}: a new password")  # fmt: skip
            yield Line(what=filled(said, {"thing": thing}))
        elif isinstance(altered.before, Hours) and isinstance(altered.after, Hours):
            for day, before, after in self._days(altered.before, altered.after):
                yield Line(
                    what=of(thing, day, self._language), before=before, after=after
                )
        else:
            yield Line(
                what=of(
                    thing,
                    label_of(altered, self._language, self._classes),
                    self._language,
                ),
                before=self._value(altered, altered.before),
                after=self._value(altered, altered.after),
            )

    def thing(self, altered: Altered) -> str:
        """Return what people call the thing that was altered."""
        _, key = self._language.gettext, altered.thing.key
        match altered.thing.kind:
            case Kind.BRANCH:
                return called(self._branch, self._language)
            case Kind.QUEUE:
                return self._names.get(str(key), str(key))
            case Kind.DESK:
                return filled(_("Desk {number}"), {"number": str(key)})
            case Kind.MESSAGE:
                return _("Message to everybody who waits")
            case Kind.STAFF_CALL:
                return _("Call for help")
            case Kind.DAY:
                return _("The day")
            case Kind.ACCOUNT:
                return filled(_("Account {name}"), {"name": altered.name})
            case Kind.DEVICE:
                return self._device(altered)
        return altered.name

    def _device(self, altered: Altered) -> str:
        """Return what the device is called, after its kind where that is told: there may be a desk of the same name."""
        _ = self._language.gettext
        whole = altered.after or altered.before
        role = whole.get("role") if isinstance(whole, Mapping) else None
        kinds = {Role.KIOSK: _("Kiosk"), Role.DISPLAY: _("Display"), Role.CONSOLE: _("Console")}  # fmt: skip
        if altered.setting or role not in kinds:
            return altered.name
        words = {"kind": kinds[Role(role)], "name": altered.name}
        return filled(_("{kind} “{name}”"), words)

    def _came_or_went(self, altered: Altered, thing: str) -> str:
        _ = self._language.gettext
        if altered.thing.kind is Kind.DAY:
            return _("The day was ended by hand")
        if altered.thing.kind is Kind.BRANCH:
            return _("The branch began")
        is_new = altered.before is None
        if altered.thing.kind is Kind.STAFF_CALL:
            return _("Everybody was called to help") if is_new else _("The call for help ended")  # fmt: skip
        if altered.thing.kind is Kind.MESSAGE:
            said = _("Everybody who waits was told") if is_new else _("The message to everybody was taken back")  # fmt: skip
        else:
            said = _("{thing} was added") if is_new else _("{thing} was removed")
        whole: Mapping[str, Any] = altered.after or altered.before or {}
        texts = [text for name, text in whole.items() if name.startswith("texts.")]
        came_or_went = filled(said, {"thing": thing})
        if not texts:
            return came_or_went
        return filled(_("{said}: “{text}”"), {"said": came_or_went, "text": texts[0]})

    # --- values -----------------------------------------------------------------------------

    def _value(self, altered: Altered, value: Any) -> str:
        _ = self._language.gettext
        name = altered.setting.partition(".")[0]
        if value in (None, "", (), {}):
            return _("as the branch") if name in _AS_BRANCH else _("none")
        if name in _UNLIMITED and value == 0:
            return _("no limit")
        said = self._by_name(name, value)
        return self._plain(value) if said is None else said

    def _by_name(self, name: str, value: Any) -> str | None:
        """Return the value of a setting that has words of its own, None of any other."""
        _ = self._language.gettext
        if name == "queue":
            return self._names.get(str(value), str(value))
        if name in _QUEUES:
            return self._language.listed(self._names.get(slug, slug) for slug in value)
        if name == "languages":
            names = self._language.locale.languages
            return self._language.listed(str(names.get(tag, tag)) for tag in value)
        if name == "priority_roles":
            roles = {Role.CONSOLE: _("At the desks"), Role.KIOSK: _("At the kiosk")}
            return self._language.listed(roles.get(Role(role), role) for role in value)
        if name == "priority":
            return self._classes.get(str(value), str(value))
        if name == "weights":
            return ":".join(map(str, value))
        if name == "logo":
            return _("a picture")
        if name in _MINUTES:
            said = filled(_("{n} min"), {"n": written(value, self._language)})
            # A length of time stays on one line.
            return said.replace(" ", "\N{NO-BREAK SPACE}")
        return None

    def _plain(self, value: Any) -> str:
        _ = self._language.gettext
        match value:
            case bool():
                return _("yes") if value else _("no")
            case Hours():
                return _("of its own")
            case Switch():
                return self._switch(value)
            case datetime():
                return self._clock(value)
            case Enum():
                return _member_words(self._language)[value]
            case int() | float():
                return written(value, self._language)
            case tuple():
                return self._language.listed(self._plain(each) for each in value)
            case Mapping():
                return self._language.listed(map(str, value.values()))
        return str(value)

    def _switch(self, switch: Switch) -> str:
        _, is_closed = self._language.gettext, switch.to is ByHand.CLOSED
        local = switch.until.astimezone(self._zone)
        if (local.hour, local.minute) == (self._branch.rollover_hour, 0):
            # The day ends in the small hours, when nobody is there.
            return _("closed for today") if is_closed else _("open for today")
        said = _("closed until {time}") if is_closed else _("open until {time}")
        return filled(said, {"time": self._clock(switch.until)})

    def _clock(self, at: datetime) -> str:
        return f"{at.astimezone(self._zone):%H:%M}"

    def _days(self, before: Hours, after: Hours) -> Iterator[tuple[str, str, str]]:
        """Yield the days that differ: weekdays, then single days, each with its times before and after, then why they differ."""
        _ = self._language.gettext
        if (before.week is None) != (after.week is None):
            was, now = (_("always") if each.week is None else _("by the week") for each in (before, after))  # fmt: skip
            yield _("Every week"), was, now
        else:
            names = get_day_names("wide", context="stand-alone", locale=self._language.locale)  # fmt: skip
            for day in range(7):
                was, now = (self._spans((each.week or {}).get(day, ())) for each in (before, after))  # fmt: skip
                if was != now:
                    yield names[day], was, now
        for single in sorted({*before.exceptions, *after.exceptions}):
            was, now = self._that_day(before, single), self._that_day(after, single)
            if was != now:
                yield in_words(single, single, self._language), was, now
        for single in sorted({*before.reasons, *after.reasons}):
            whys = (each.reasons.get(single, {}).values() for each in (before, after))
            was, now = (self._language.listed(why) or _("none") for why in whys)
            if was != now:
                words = {"day": in_words(single, single, self._language)}
                yield filled(_("Why {day} differs"), words), was, now

    def _that_day(self, hours: Hours, day: date) -> str:
        if day not in hours.exceptions and hours.week is None:
            return self._language.gettext("always")
        return self._spans(spans_of(hours, day))

    def _spans(self, spans: tuple[Span, ...]) -> str:
        return self._language.listed(f"{opens:%H:%M}–{closes:%H:%M}" for opens, closes in spans) or self._language.gettext("closed")  # fmt: skip


def _member_words(language: Language) -> dict[Enum, str]:
    _ = language.gettext
    return {
        JoinMode.OFF: _("Nobody"),
        JoinMode.ONSITE: _("Whoever stands here"),
        JoinMode.OPEN: _("Everybody"),
        Policy.OLDEST: _("Who has waited longest"),
        Policy.STRICT: _("In this order"),
        Policy.RATIO: _("In turn, by shares"),
        PlaceWord.DESK: _("Desk"),
        PlaceWord.ROOM: _("Room"),
        PlaceWord.WINDOW: _("Window"),
        PlaceWord.COUNTER: _("Counter"),
        AccountRole.MANAGER: _("Manager"),
        AccountRole.VIEWER: _("Viewer"),
        TicketState.WAITING: _("waits"),
        TicketState.CALLED: _("called"),
        TicketState.SERVING: _("is served"),
        TicketState.HELD: _("set aside"),
        TicketState.DONE: _("was served"),
        TicketState.MISSED: _("did not come"),
        TicketState.LEFT: _("went away"),
        TicketState.EXPIRED: _("not called before the day ended"),
    }
