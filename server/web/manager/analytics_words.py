"""What the analytics say at their head: the answer, two sentences, and figures with their change."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from urllib.parse import urlencode

from babel.dates import get_day_names
from markupsafe import Markup

from server.domain.figures.answer import FEW, Analytics, Headline
from server.domain.phrases import filled
from server.domain.spread import Spread
from server.present.analytics import (
    MINUTE_S,
    Worst,
    in_time,
    of_100,
    owing_to,
    under,
    worst_cell,
    worst_hour,
)
from server.web.languages import Language
from server.web.manager.analytics_period import (
    PATH,
    Chosen,
    called,
    compared_with,
    in_words,
)
from server.web.manager.typed import written
from server.web.pages import woven

_WEEK_DAYS, _HOURS = 7, 24


class Tone(StrEnum):
    """Whether a change is for the better or for the worse, where it is either."""

    NONE = "quiet"
    BETTER = "ok"
    WORSE = "warn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One figure in large, and how it changed."""

    name: str
    value: str
    change: str
    tone: Tone = Tone.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is told of a period, in which language; `names` says what queues are called by their slug, and desks by `desk N`."""

    found: Analytics
    chosen: Chosen
    language: Language
    names: Mapping[str, str]
    counting: int = 0
    """So many days are not in it yet."""


def minutes(seconds: float | None, people: int) -> float | None:
    """Return the minutes, of enough people for it to be told."""
    return None if seconds is None or people < FEW else seconds / MINUTE_S


def share(part: int, people: int) -> float | None:
    """Return how many of a hundred, of enough people for it to be told."""
    return 100 * part / people if people >= FEW else None


def weekday(number: int, language: Language) -> str:
    """Return the name of a weekday, Monday is 0."""
    return str(get_day_names("wide", context="format", locale=language.locale)[number])


def hours(first: int, last: int, language: Language) -> dict[str, str]:
    """Return from which hour to which, as phrases have them."""
    return {"from": written(first, language), "to": written(last, language)}


def may_tell(headline: Headline | None) -> bool:
    """Return whether there are enough for it to be told how long they waited."""
    return headline is not None and headline.served >= FEW


def told_before(found: Analytics) -> Headline | None:
    """Return what it is compared with, where anybody came then."""
    before = found.headline_before
    return before if before is not None and before.asked else None


def heading(told: Told) -> str:
    """Return the page's answer."""
    found, chosen, language = told.found, told.chosen, told.language
    _ = language.gettext
    if found.first_day is None:
        return _("After one full day you see here how long people wait.")
    words = {"period": called(chosen, language)}
    wait = found.headline.wait
    if told.counting and not found.headline.asked:
        return filled(_("{period}: still being counted."), words)
    if not found.headline.asked:
        is_to_come = chosen.is_to_come
        return filled(_("{period}: that is still to come.") if is_to_come else _("{period}: nobody took a number."), words)  # fmt: skip
    if not may_tell(found.headline) or wait.median is None or wait.p90 is None:
        return filled(_("{period}: too few people were served to tell how long they waited."), words)  # fmt: skip
    half, nine = under(wait.median), under(wait.p90)
    words |= {"half": written(half, language), "nine": written(nine, language)}
    if half == nine:
        return filled(language.ngettext("{period}: 9 in 10 waited under {nine} minute.", "{period}: 9 in 10 waited under {nine} minutes.", nine), words)  # fmt: skip
    return filled(language.ngettext("{period}: half waited under {half} minute, 9 in 10 under {nine}.", "{period}: half waited under {half} minutes, 9 in 10 under {nine}.", half), words)  # fmt: skip


def below(told: Told) -> list[str]:
    """Return of which queue this is, which days these are, what they are compared with, and what is not over yet."""
    found, chosen, language = told.found, told.chosen, told.language
    _ = language.gettext
    if found.first_day is None:
        return []
    said = [] if chosen.queue is None else [told.names.get(chosen.queue, chosen.queue)]
    days = in_words(chosen.period if chosen.is_to_come else found.period, language)
    # The heading may have said so.
    if days != called(chosen, language):
        said.append(days)
    before = {"before": compared_with(chosen, language)}
    if told.counting:
        said.append(_("not whole yet"))
    elif chosen.against is None:
        said.append(_("compared with nothing"))
    elif told_before(found) is None:
        said.append(filled(_("there is nothing of {before} to compare with"), before))
    else:
        said.append(filled(_("compared with {before}"), before))
    if found.is_running and chosen.is_now and chosen.open_day <= chosen.today:
        said.append(_("today is still going on"))
    return said


# --- two sentences ------------------------------------------------------------------------------


def sentences(told: Told) -> list[Markup]:
    """Return who came and how many were called in time, and when it was worst; each with its change."""
    found, language = told.found, told.language
    headline = found.headline
    if not headline.asked:
        return []
    first = (
        _came(told),
        _called(told),
        _because(told),
        *_unserved(headline, language),
    )
    said = [Markup(" ").join(part for part in first if part)]
    worst = worst_cell(found.cells) if found.period.days > 1 else worst_hour(found.hours)  # fmt: skip
    if worst is None or worst.p90 < MINUTE_S:
        return said
    last = (_worst(worst, language), _one_more(told, worst))
    return [*said, Markup(" ").join(part for part in last if part)]


def _came(told: Told) -> Markup:
    found, language = told.found, told.language
    _ = language.gettext
    n, before = found.headline.asked, told_before(found)
    people = language.ngettext("{n} person", "{n} people", n)
    who = _bold(people, language, n=n)
    if before is None:
        return woven(_("{people} took a number."), people=who)
    words = {"people": who, "before": compared_with(told.chosen, language), "n": written(abs(n - before.asked), language)}  # fmt: skip
    if n == before.asked:
        return woven(_("{people} took a number, as many as {before}."), **words)
    if n > before.asked:
        return woven(_("{people} took a number, {n} more than {before}."), **words)
    return woven(_("{people} took a number, {n} fewer than {before}."), **words)


def _called(told: Told) -> Markup:
    found, language = told.found, told.language
    _ = language.gettext
    share, before = in_time(found.headline.within), told_before(found)
    if share is None:
        return Markup("")
    now = of_100(share)
    target = written(found.target_s // MINUTE_S, language)
    who = _bold(_("{n} of 100"), language, n=now)
    words = {
        "share": who,
        "target": target,
        "before": compared_with(told.chosen, language),
    }
    then = None if before is None else in_time(before.within)
    if then is None:
        return woven(
            _("{share} were called within your {target} minutes and served."), **words
        )
    words["n"] = written(abs(now - of_100(then)), language)
    if now == of_100(then):
        return woven(_("{share} were called within your {target} minutes and served, as {before}."), **words)  # fmt: skip
    if now > of_100(then):
        return woven(_("{share} were called within your {target} minutes and served: {n} more than {before}."), **words)  # fmt: skip
    return woven(_("{share} were called within your {target} minutes and served: {n} fewer than {before}."), **words)  # fmt: skip


def _unserved(now: Headline, language: Language) -> Iterator[Markup]:
    """Yield how many had to go when the day ended, and how many are still here, where anybody did or is."""
    if now.expired:
        many = language.ngettext("{n} person was still waiting when the day ended, and was not served.", "{n} people were still waiting when the day ended, and were not served.", now.expired)  # fmt: skip
        yield woven(many, n=written(now.expired, language))
    if now.here:
        many = language.ngettext("{n} person is still here.", "{n} people are still here.", now.here)  # fmt: skip
        yield woven(many, n=written(now.here, language))


def _because(told: Told) -> Markup:
    """Return on which weekday the change hangs, where it is one alone."""
    found, language = told.found, told.language
    if told_before(found) is None or in_time(found.headline.within) is None:
        return Markup("")
    found_weekday = owing_to(found)
    if found_weekday is None:
        return Markup("")
    said = language.gettext("That is mostly because of {weekday}.")
    return woven(said, weekday=weekday(found_weekday, language))


def _one_more(told: Told, worst: Worst) -> Markup:
    """Return a link to that hour played again with one more desk, where it is of one day that is over."""
    chosen, period = told.chosen, told.found.period
    day = period.first
    if worst.weekday is not None:
        # The hours before business days begin are the last ones of the day before.
        its_weekday = worst.weekday - (worst.hour < told.found.begins)
        day += timedelta(days=(its_weekday - day.weekday()) % _WEEK_DAYS)
    if period.days > _WEEK_DAYS or day >= chosen.today:
        return Markup("")
    asked = {
        "day": day,
        "change": "more",
        "queue": chosen.queue or [each.queue for each in told.found.queues],
        "from": f"{worst.hour}:00",
        "to": f"{(worst.hour + 1) % _HOURS}:00",
    }
    address = f"{PATH}/what-if?{urlencode(asked, doseq=True, safe=':')}"
    link = Markup('<a href="{}">{}</a>')
    said = told.language.gettext("What would one more desk have done?")
    return link.format(address, said)


def _worst(worst: Worst, language: Language) -> Markup:
    _ = language.gettext
    many = under(worst.p90)
    words = hours(worst.hour, worst.hour + 1, language)
    if worst.weekday is None:
        when = filled(_("from {from} to {to}"), words)
    else:
        when = filled(_("{weekday} from {from} to {to}"), words | {"weekday": weekday(worst.weekday, language)})  # fmt: skip
    said = language.ngettext("Worst was {when}: it took {n} minute until 9 in 10 were called.", "Worst was {when}: it took {n} minutes until 9 in 10 were called.", many)  # fmt: skip
    return woven(said, when=Markup("<b>{}</b>").format(when), n=written(many, language))


def _bold(phrase: str, language: Language, *, n: int) -> Markup:
    return Markup("<b>{}</b>").format(filled(phrase, {"n": written(n, language)}))


# --- figures ------------------------------------------------------------------------------------


def facts(told: Told) -> list[Fact]:
    """Return how many were served, how long they waited, and who was not served, each with its change."""
    found, language = told.found, told.language
    _ = language.gettext
    now, before = found.headline, told_before(found)
    return [
        Fact(name=_("Served"), value=written(now.served, language), change=_more(now.served, None if before is None else before.served, language)),
        _waited(_("Half waited under"), "median", found, language),
        _waited(_("9 in 10 under"), "p90", found, language),
        _missed(now, before, language),
        *_lost(_("Left before a call"), now.left_uncalled, None if before is None else before.left_uncalled, language, is_always=True),
        *_lost(_("Not served when the day ended"), now.expired, None if before is None else before.expired, language),
        *([Fact(name=_("Still here"), value=written(now.here, language), change="")] if now.here else []),
    ]  # fmt: skip


def _waited(name: str, which: str, found: Analytics, language: Language) -> Fact:
    _ = language.gettext
    minutes = _minutes(found.headline, which)
    if minutes is None:
        return Fact(name=name, value="–", change=_("too few people"))
    value = filled(_("{n} min"), {"n": written(minutes, language)})
    then = _minutes(told_before(found), which)
    if then is None:
        return Fact(name=name, value=value, change="")
    words = {"n": written(abs(minutes - then), language)}
    if minutes == then:
        return Fact(name=name, value=value, change=_("as before"))
    if minutes < then:
        return Fact(name=name, value=value, change=filled(_("{n} min less"), words), tone=Tone.BETTER)  # fmt: skip
    return Fact(name=name, value=value, change=filled(_("{n} min more"), words), tone=Tone.WORSE)  # fmt: skip


def _minutes(headline: Headline | None, which: str) -> int | None:
    if headline is None or not may_tell(headline):
        return None
    wait: Spread = headline.wait
    seconds = wait.median if which == "median" else wait.p90
    return None if seconds is None else under(seconds)


def _missed(now: Headline, before: Headline | None, language: Language) -> Fact:
    """Return who was called and did not come: what changes is the share, where anybody was called."""
    _ = language.gettext
    name, value = _("Called, did not come"), written(now.missed, language)
    if now.missed_rate is None:
        return Fact(name=name, value=value, change="")
    share = of_100(now.missed_rate)
    of = filled(_("{n} in 100"), {"n": written(share, language)})
    if before is None or before.missed_rate is None:
        return Fact(name=name, value=value, change=of)
    then = of_100(before.missed_rate)
    if share == then:
        return Fact(name=name, value=value, change=filled(_("{share}, as before"), {"share": of}))  # fmt: skip
    words = {"share": of, "n": written(then, language)}
    return Fact(
        name=name,
        value=value,
        # So many of a hundred are no persons.
        change=filled(_("{share}, before: {n}"), words),
        tone=Tone.BETTER if share < then else Tone.WORSE,
    )


def _lost(name: str, now: int, then: int | None, language: Language, *, is_always: bool = False) -> list[Fact]:  # fmt: skip
    """Return how many went unserved in one way, where anybody did, now or then."""
    if not (is_always or now or then):
        return []
    tone = Tone.NONE
    if then is not None and then != now:
        tone = Tone.WORSE if now > then else Tone.BETTER
    return [Fact(name=name, value=written(now, language), change=_more(now, then, language), tone=tone)]  # fmt: skip


def _more(now: int, then: int | None, language: Language) -> str:
    _ = language.gettext
    if then is None:
        return ""
    if now == then:
        return _("as before")
    words: Mapping[str, str] = {"n": written(abs(now - then), language)}
    return filled(_("{n} more") if now > then else _("{n} fewer"), words)
