"""What a change calls each setting: as its form does."""

from collections.abc import Mapping

from server.domain.alterations import Altered, Kind
from server.web.languages import Language

_BY_CLASS = frozenset({"priorities", "priority_names"})


def label_of(altered: Altered, language: Language, classes: Mapping[str, str]) -> str:
    """Return what the setting is called, with the language or the class it is of; `classes` have the names of those."""
    name, _, key = altered.setting.partition(".")
    label = labels(altered.thing.kind, language).get(name, name)
    if not key:
        return label
    if name in _BY_CLASS:
        return f"{label} ({classes.get(key, key)})"
    tongues = language.locale.languages
    return f"{label} ({tongues.get(key, key)})"


def labels(kind: Kind, language: Language) -> dict[str, str]:
    """Return what each setting of such a thing is called."""
    match kind:
        case Kind.BRANCH:
            return _of_branch(language)
        case Kind.QUEUE:
            return _of_queue(language)
    return _of_others(language)


def _of_branch(language: Language) -> dict[str, str]:
    _ = language.gettext
    return {
        "name": _("Name"),
        "names": _("Name"),
        "time_zone": _("Time zone"),
        "languages": _("Languages on the screens"),
        "rollover_hour": _("A new day starts at"),
        "first_number": _("First number of a day"),
        "hours": _("Opening hours"),
        "priorities": _("Head start"),
        "priority_roles": _("Priority is given"),
        "priority_names": _("What customers read"),
        "priority_ratio": _("With priority to without"),
        "rejoin_minutes": _("Who did not come may come back within"),
        "rejoin_place": _("Who comes back lets go first"),
        "most_postponements": _("A customer may let others go first"),
        "joins_per_minute": _("Numbers a minute for phones at one address"),
        "pin_digits": _("Digits of a PIN, at least"),
        "place": _("What desks are called"),
        "footer": _("Line at the foot of screens and paper"),
        "accent": _("Colour of buttons"),
        "logo": _("Logo"),
        "ratings_by_name": _("Reports tell ratings by person, too"),
        "target_minutes": _("Nobody should wait longer than"),
    }


def _of_queue(language: Language) -> dict[str, str]:
    _ = language.gettext
    return {
        "letter": _("Letter"),
        "ordinal": _("Order on screens"),
        "names": _("Name"),
        "by_hand": _("By hand"),
        "max_waiting": _("At most so many wait at once"),
        "daily_cap": _("At most so many numbers a day"),
        "expected_minutes": _("One visit takes about"),
        "digits": _("Digits of a number, at least"),
        "first_number": _("First number of a day"),
        "hours": _("Opening hours"),
        "closing_guard": _("Stop giving numbers when those who wait fill the rest of the day"),
        "join": _("Numbers on phones"),
    }  # fmt: skip


def _of_others(language: Language) -> dict[str, str]:
    _ = language.gettext
    return {
        "queues": _("What it serves"),
        "policy": _("Whom it calls first"),
        "weights": _("Shares"),
        "names": _("Name"),
        "lent": _("Serves until the day ends"),
        "by_hand": _("By hand"),
        "name": _("Name"),
        "role": _("May"),
        "shown": _("Name that others read"),
        "has_second_factor": _("Six digits as a second step"),
        "desk": _("Only for desk"),
        "texts": _("Text"),
        "until": _("Until"),
        "by": _("Who"),
        "reason": _("Why"),
        "state": _("State"),
        "queue": _("Queue"),
        "for_desk": _("Kept for desk"),
        "priority": _("Priority"),
    }
