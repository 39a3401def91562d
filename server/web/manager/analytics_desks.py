"""What desks and people did with their time, who left, what was promised, and each queue by itself."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from server.domain.figures.answer import FEW, Analytics, Occupied
from server.domain.figures.kept import PROMISE_KINDS
from server.domain.phrases import filled
from server.present.analytics import MINUTE_S, Busiest, busiest, leaving, of_100
from server.present.analytics_figure import Column, Drawn, Figure, Mark, Row, figure
from server.web.languages import Language
from server.web.manager.analytics_words import Told, minutes, share
from server.web.manager.typed import written

_HOUR_S = 3600


# --- desks and people ---------------------------------------------------------------------------


def desks(told: Told) -> Figure:
    """Return what each desk did with the time that it was open."""
    found, language = told.found, told.language
    _ = language.gettext
    called = {each.name: _desk(each.name, told.names, language) for each in found.desks}
    return _occupied(
        found.desks,
        called,
        language,
        slug="desks",
        heading=_busiest(found.desks, called, language),
        measured=_(
            "Of 100 minutes that a desk was open: serving, free, and on a break"
        ),
        of=_("Desk"),
    )


def _desk(number: str, names: Mapping[str, str], language: Language) -> str:
    own = names.get(f"desk {number}")
    label = own or filled(language.gettext("Desk {number}"), {"number": number})
    # A name with a number in it stays on one line.
    return label.replace(" ", "\N{NO-BREAK SPACE}") if label[-1:].isdigit() else label


def people(told: Told) -> Figure:
    """Return what each person did with the time at a desk."""
    found, language = told.found, told.language
    _ = language.gettext
    return _occupied(
        found.people,
        {each.name: each.name for each in found.people},
        language,
        slug="people",
        # Nobody is held up to the others.
        heading=_("The same, by person"),
        measured=_(
            "Of 100 minutes that somebody was at a desk: serving, free, and on a break"
        ),
        of=_("Person"),
    )


def _occupied(
    those: Sequence[Occupied],
    called: Mapping[str, str],
    language: Language,
    **more: str,
) -> Figure:
    _ = language.gettext
    return figure(
        [
            Column(key="serving", label=_("serving"), unit=_("of 100"), mark=Mark.BAR),
            Column(key="free", label=_("free"), unit=_("of 100"), mark=Mark.BAR_PALE),
            Column(key="away", label=_("break"), unit=_("of 100"), mark=Mark.BAR_TOO),
            Column(key="open", label=_("open"), unit=_("h"), decimals=1),
            Column(
                key="served",
                label=language.pgettext("figure", "served"),
                unit=_("people"),
            ),
        ],
        [
            _occupied_row(each, called[each.name], language)
            for each in those
            if each.open_s
        ],
        drawn=Drawn.SHARES,
        **more,
    )


def _occupied_row(each: Occupied, label: str, language: Language) -> Row:
    serving, away = (
        of_100(each.serving_s / each.open_s),
        of_100(each.break_s / each.open_s),
    )
    says = language.gettext("{n} of 100 min serving")
    return Row(
        label=label,
        # They are the whole hundred.
        values=(
            serving,
            max(0, 100 - serving - away),
            away,
            each.open_s / _HOUR_S,
            each.served,
        ),
        says=filled(says, {"n": written(serving, language)}),
    )


def _busiest(
    desks: Sequence[Occupied], called: Mapping[str, str], language: Language
) -> str:
    _ = language.gettext
    found = busiest(desks)
    free = ""
    if found.free:
        n = written(of_100(found.free.free_s / found.free.open_s), language)
        words = {"other": called[found.free.name], "n": n}
        free = filled(_("{other} was free {n} of 100 minutes"), words)
    if not found.full:
        return free or _("What the desks did with their time")
    full = _full(found, called, language)
    return filled(_("{this}; {that}"), {"this": full, "that": free}) if free else full


def _full(found: Busiest, called: Mapping[str, str], language: Language) -> str:
    _ = language.gettext
    if len(found.full) == 1:
        return filled(_("{desk} hardly had a pause"), {"desk": called[found.full[0].name]})  # fmt: skip
    if len(found.full) == found.of:
        return _("No desk had much of a pause")
    many, of = written(len(found.full), language), written(found.of, language)
    return filled(_("{n} of {all} desks hardly had a pause"), {"n": many, "all": of})


# --- who left, and what was promised ------------------------------------------------------------


def gone(told: Told) -> Figure:
    """Return who left, and who did not come, by how long they had waited."""
    found, language = told.found, told.language
    _ = language.gettext
    return figure(
        [
            Column(key="left", label=_("left"), unit=_("of 100"), mark=Mark.BAR),
            Column(
                key="missed",
                label=_("did not come"),
                unit=_("of 100"),
                mark=Mark.BAR_TOO,
            ),
            Column(key="people", label=_("of so many"), unit=_("people")),
        ],
        [
            Row(
                label=_minutes_from(each.from_s, each.to_s, language),
                values=(
                    share(each.left, each.people),
                    share(each.missed, each.people),
                    each.people if each.people >= FEW else None,
                ),
            )
            for each in found.gone
        ],
        slug="left",
        drawn=Drawn.PAIRS,
        heading=_leaving(found, language),
        measured=_(
            "Of 100 people who had waited so many minutes: left before a call, or did not come when called"
        ),
        of=_("Minutes waited"),
    )


def _minutes_from(low_s: float, high_s: float | None, language: Language) -> str:
    low = written(round(low_s / MINUTE_S), language)
    if high_s is None:
        return f"{low}+"
    return f"{low}–{written(round(high_s / MINUTE_S), language)}"


def _leaving(found: Analytics, language: Language) -> str:
    _ = language.gettext
    after = leaving(found.gone)
    if after is None:
        return _("Who left, and who did not come, by minutes waited")
    if after.minutes == 0:
        return _("Hardly anybody leaves before a call")
    words = {
        "minutes": written(after.minutes, language),
        "n": written(of_100(after.share), language),
    }
    return filled(_("After {minutes} minutes, {n} of 100 leave"), words)


def promises(told: Told) -> Figure:
    """Return what was promised, and what came."""
    found, language = told.found, told.language
    _ = language.gettext
    promises = found.promises
    heading = _("What was promised, and what came")
    if promises.coverage is not None and promises.people >= FEW:
        right = written(of_100(promises.coverage), language)
        heading = filled(
            _("What was promised was right {n} times in 100"), {"n": right}
        )
    return figure(
        [
            Column(
                key="low",
                label=_("promised from"),
                unit=_("min"),
                decimals=1,
                mark=Mark.BAND,
                in_key=_("promised"),
            ),
            Column(key="high", label=_("promised to"), unit=_("min"), decimals=1),
            Column(
                key="tenth", label=_("1 in 10 waited less"), unit=_("min"), decimals=1
            ),
            Column(
                key="half",
                label=_("half waited less"),
                unit=_("min"),
                decimals=1,
                mark=Mark.DOT,
            ),
            Column(
                key="ninetieth",
                label=_("9 in 10 waited less"),
                unit=_("min"),
                decimals=1,
                mark=Mark.WHISKER,
                in_key=_("8 in 10 really waited"),
            ),
            Column(key="kept", label=_("kept"), unit=_("of 100")),
            Column(key="people", label=_("of so many"), unit=_("people")),
        ],
        [
            Row(
                label=_minutes_from(*_kind(each.mid_s), language),
                values=(
                    *(
                        seconds / MINUTE_S
                        for seconds in (
                            each.low_s,
                            each.high_s,
                            each.p10,
                            each.p50,
                            each.p90,
                        )
                    ),
                    share(each.kept, each.people),
                    each.people,
                ),
            )
            for each in promises.classes
            if each.people >= FEW
        ],
        slug="promises",
        drawn=Drawn.RANGES,
        heading=heading,
        measured=_(
            "Minutes promised when a number was taken, and minutes really waited"
        ),
        of=_("Middle of what was promised (min)"),
    )


def _kind(mid_s: float) -> tuple[int, int | None]:
    """Return from and until how many seconds those were told to wait who are counted together."""
    at = bisect_right(PROMISE_KINDS, mid_s)
    return PROMISE_KINDS[at - 1], next(iter(PROMISE_KINDS[at:]), None)


# --- queues -------------------------------------------------------------------------------------


def queues(told: Told) -> Figure:
    """Return how long people waited in each queue."""
    found, language = told.found, told.language
    _ = language.gettext
    return figure(
        [
            Column(
                key="served",
                label=language.pgettext("figure", "served"),
                unit=_("people"),
            ),
            Column(key="half", label=_("half waited less"), unit=_("min"), decimals=1),
            Column(
                key="nine_in_ten",
                label=_("9 in 10 waited less"),
                unit=_("min"),
                decimals=1,
            ),
            Column(
                key="service",
                label=_("being served, on average"),
                unit=_("min"),
                decimals=1,
            ),
        ],
        [
            Row(
                label=told.names.get(each.queue, each.queue),
                values=(
                    each.served,
                    minutes(each.wait.median, each.served),
                    minutes(each.wait.p90, each.served),
                    minutes(each.service.mean, each.served),
                ),
            )
            for each in found.queues
        ],
        slug="queues",
        drawn=Drawn.TABLE,
        heading=_("Waits by queue"),
        measured=_("People served, and minutes"),
        of=_("Queue"),
    )
