"""What each page of the set-up answers, as the sentence at its head."""

from server.domain.phrases import filled
from server.web.languages import Language
from server.web.manager.typed import written


def of_queues(language: Language, *, queues: int, are_open: int) -> str:
    """Return how many queues there are, and how many of them give numbers now."""
    _ = language.gettext
    if not queues:
        return _("No queue yet. What do people come for?")
    there = _counted(language, language.ngettext("{n} queue.", "{n} queues.", queues), queues)  # fmt: skip
    if not are_open:
        return " ".join((there, _("Closed now.")))
    if are_open == queues:
        return " ".join((there, _("Open now.")))
    some = language.ngettext("{n} is open now.", "{n} are open now.", are_open)
    return f"{there} {_counted(language, some, are_open)}"


def of_desks(language: Language, *, desks: int, unserved: list[str]) -> str:
    """Return how many desks there are, and which queues have none."""
    _ = language.gettext
    if not desks:
        return _("No desk yet. Where are people served?")
    there = _counted(language, language.ngettext("{n} desk.", "{n} desks.", desks), desks)  # fmt: skip
    return f"{there} {of_unserved(language, unserved)}"


def of_unserved(language: Language, unserved: list[str]) -> str:
    """Return which queues nobody serves: by name while they are few."""
    _ = language.gettext
    if not unserved:
        return _("Every queue has one.")
    if len(unserved) == 1:
        return filled(_("Nobody serves {queue}."), {"queue": unserved[0]})
    if len(unserved) == 2:
        both = {"queue": unserved[0], "other": unserved[1]}
        return filled(_("Nobody serves {queue} and {other}."), both)
    many = language.ngettext(
        "Nobody serves {n} queue.", "Nobody serves {n} queues.", len(unserved)
    )
    return _counted(language, many, len(unserved))


def of_set_up(
    language: Language, *, queues: int, desks: int, unserved: list[str]
) -> str:
    """Return what keeps customers from being served, nothing where nothing does."""
    if not queues or not desks:
        return language.gettext("Not everything is set up yet.")
    return of_unserved(language, unserved) if unserved else ""


def of_people(language: Language, *, people: int, at_desks: int) -> str:
    """Return how many serve here, and how many of them are at a desk now."""
    _ = language.gettext
    if not people:
        return _("Nobody yet. Who serves?")
    there = _counted(language, language.ngettext("{n} person serves here.", "{n} people serve here.", people), people)  # fmt: skip
    if not at_desks:
        return " ".join((there, _("Nobody is at a desk now.")))
    now = language.ngettext("{n} is at a desk now.", "{n} are at a desk now.", at_desks)
    return f"{there} {_counted(language, now, at_desks)}"


def of_hours(
    language: Language,
    *,
    is_open: bool,
    closes: str | None,
    opens: tuple[str, str] | None,
    closed_on: list[str],
) -> str:
    """Return whether it is open and until or from when, and on which of the next days it is closed."""
    _ = language.gettext
    if is_open and closes is None:
        now = _("Open now, day and night.")
    elif is_open:
        now = filled(_("Open now, until {time}."), {"time": closes or ""})
    elif opens is None:
        now = _("Closed, and not opening again.")
    else:
        now = filled(_("Closed now; opens {day} at {time}."), {"day": opens[0], "time": opens[1]})  # fmt: skip
    if not closed_on:
        return now
    return " ".join((now, filled(_("Closed on {days}."), {"days": closed_on[0]})))


def of_branch(language: Language, *, name: str, languages: int) -> str:
    """Return whose settings these are, and how many languages its screens speak."""
    speaks = language.ngettext("{branch} speaks {n} language.", "{branch} speaks {n} languages.", languages)  # fmt: skip
    return filled(speaks, {"branch": name, "n": written(languages, language)})


def of_posters(language: Language, *, posters: int) -> str:
    """Return how many posters there are to print."""
    if not posters:
        return language.gettext(
            "No posters: no queue gives numbers by a poster or a link"
        )
    many = language.ngettext("{n} poster to print", "{n} posters to print", posters)
    return _counted(language, many, posters)


def of_changes(language: Language, *, by: list[str], wrong: int) -> str:
    """Return who changed how much today, told as one name for each change, and whether anybody tried to get in."""
    _ = language.gettext
    if not by:
        changed = _("Nothing was changed today.")
    elif len(set(by)) == 1:
        said = language.ngettext("{name} changed {n} thing today.", "{name} changed {n} things today.", len(by))  # fmt: skip
        changed = filled(said, {"name": by[0], "n": written(len(by), language)})
    else:
        changed = _counted(language, language.ngettext("{n} change today.", "{n} changes today.", len(by)), len(by))  # fmt: skip
    if not wrong:
        return " ".join((changed, _("Nobody tried to get in.")))
    tried = language.ngettext("{n} wrong password or code.", "{n} wrong passwords or codes.", wrong)  # fmt: skip
    return f"{changed} {_counted(language, tried, wrong)}"


def _counted(language: Language, phrase: str, number: int) -> str:
    return filled(phrase, {"n": written(number, language)})
