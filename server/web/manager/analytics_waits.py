"""How long people waited and when: by weekday and hour, beside what the desks could take, by hour, and by day."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby

from babel.dates import get_day_names

from server.domain.figures.answer import NOBODY, Analytics, Cell, DayLevel, HourWaits
from server.domain.figures.period import day_of, week_of
from server.domain.phrases import filled
from server.present.analytics import (
    MINUTE_S,
    hard,
    in_time,
    of_100,
    overfull,
    peak,
    under,
)
from server.present.analytics_figure import Column, Drawn, Figure, Mark, Row, figure
from server.web.languages import Language
from server.web.manager.analytics_period import Chosen, compared_with, day_in_words
from server.web.manager.analytics_words import (
    Told,
    hours,
    may_tell,
    minutes,
    told_before,
    weekday,
)
from server.web.manager.typed import written

_MOST_DAYS = 62
"""Of more days than these the weeks are shown."""


def _hour_row(hour: int, values: Sequence[float | None], language: Language) -> Row:
    label = f"{written(hour, language)}–{written(hour + 1, language)}"
    return Row(label=label, short=written(hour, language), values=tuple(values))


# --- weekday and hour ---------------------------------------------------------------------------


def weekdays(told: Told) -> Figure:
    """Return within how long 9 in 10 were called, by weekday and hour."""
    found, language = told.found, told.language
    _ = language.gettext
    # By the clock on the wall: an hour after midnight is its own weekday's first, not the last of the one before.
    every = sorted({cell.hour for cell in found.cells})
    short = get_day_names("abbreviated", context="stand-alone", locale=language.locale)
    by_day = groupby(
        sorted(found.cells, key=lambda cell: (cell.weekday, cell.hour)),
        key=lambda cell: cell.weekday,
    )
    # One hour alone is neither dark nor bright.
    has_several = sum(cell.p90 is not None for cell in found.cells) > 1
    week = [(day, {cell.hour: cell for cell in cells}) for day, cells in by_day]
    return figure(
        [
            Column(key=f"h{hour}", label=written(hour, language), unit=_("min"))
            for hour in every
        ],
        [
            Row(
                label=short[day],
                values=tuple(_at_most(cells.get(hour)) for hour in every),
            )
            for day, cells in week
            if has_several and any(cell.is_open for cell in cells.values())
        ],
        slug="weekdays",
        drawn=Drawn.SHADES,
        heading=_hard(found, language),
        measured=_(
            "Within how many minutes 9 in 10 were called, by weekday and hour of arrival. The stronger the colour, the longer."
        ),
        of=_("Weekday"),
        note=_("Empty: closed, or fewer than 5 people."),
    )


def _at_most(cell: Cell | None) -> float | None:
    if cell is None or cell.p90 is None:
        return None
    return float(under(cell.p90))


def _hard(of: Analytics, language: Language) -> str:
    _ = language.gettext
    found = hard(of.cells, of.begins)
    if found is None:
        return _("Waits by weekday and hour")
    words = {"weekday": weekday(found.weekday, language)}
    if found.is_morning is None:
        words |= hours(found.hour, found.hour + 1, language)
        return filled(_("Waits are longest on {weekday} from {from} to {to}"), words)
    if found.is_morning:
        return filled(_("{weekday} mornings are the hard ones"), words)
    return filled(_("{weekday} afternoons are the hard ones"), words)


# --- by hour ------------------------------------------------------------------------------------


def loads(told: Told) -> Figure:
    """Return how many came in each hour, and how many could have been served."""
    found, language = told.found, told.language
    _ = language.gettext
    decimals = 0 if found.period.days == 1 else 1
    rows = []
    for load in found.loads:
        room = (
            round(load.capacity, 1)
            if load.capacity is not None and may_tell(found.headline)
            else None
        )
        came = round(load.asked, decimals)
        # What an hour's desks can take nobody knows before it is over.
        excess = None if room is None or load.is_going_on else max(0.0, came - room)
        rows.append(_hour_row(load.hour, (came, room, excess), language))
    on_a_day = _(
        "People who came in each hour, against how many the open desks could have served"
    )
    on_average = _(
        "People who came in each hour of a day, on average, against how many the open desks could have served"
    )
    return figure(
        [
            Column(
                key="arrived",
                label=_("came"),
                unit=_("people"),
                decimals=decimals,
                mark=Mark.BAR,
            ),
            Column(
                key="capacity",
                label=_("could be served"),
                unit=_("people"),
                decimals=1,
                mark=Mark.STEPS,
            ),
            Column(
                key="excess",
                label=_("more than that"),
                unit=_("people"),
                decimals=1,
                mark=Mark.OUTLINE,
            ),
        ],
        rows,
        slug="load",
        drawn=Drawn.LOAD,
        heading=_overfull(found, language),
        measured=on_a_day if found.period.days == 1 else on_average,
        of=_("Hour"),
    )


def _overfull(found: Analytics, language: Language) -> str:
    _ = language.gettext
    # How long one customer takes is not known from a few.
    if not may_tell(found.headline) or all(
        load.capacity is None for load in found.loads
    ):
        return _("Who came, by hour")
    runs = overfull(found.loads)
    if not runs:
        return _("Your desks could take everybody who came") if _everybody_was(found) else _("Who came, and how many your desks could take")  # fmt: skip
    if len(runs) == 1:
        return filled(
            _("From {from} to {to} more came than your desks could take"),
            hours(*runs[0], language),
        )
    if len(runs) == 2:
        words = hours(*runs[0], language)
        words |= {
            "then": written(runs[1][0], language),
            "until": written(runs[1][1], language),
        }
        return filled(
            _(
                "From {from} to {to}, and from {then} to {until}, more came than your desks could take"
            ),
            words,
        )
    return _("Several times a day more came than your desks could take")


def _everybody_was(found: Analytics) -> bool:
    """Return whether nobody was sent home unserved, whoever came had a desk that served them, and no more than that came in the hour that is going on."""
    now = found.headline
    is_full = any(
        load.is_going_on and load.asked > (load.capacity or 0) for load in found.loads
    )
    return not (now.expired or is_full) and all(queue.served for queue in found.queues)


def by_hour(told: Told) -> Figure:
    """Return how long people waited, by the hour in which they came."""
    found, language = told.found, told.language
    _ = language.gettext
    has_before = told_before(found) is not None
    target = found.target_s / MINUTE_S
    rows = [
        _hour_row(each.hour, _waits(each, target, has_before), language)
        for each in found.hours
    ]
    then = filled(
        _("9 in 10, {before}"), {"before": compared_with(told.chosen, language)}
    )
    before = Column(
        key="before", label=then, unit=_("min"), decimals=1, mark=Mark.LINE_BEFORE
    )
    return figure(
        [
            Column(
                key="half",
                label=_("half waited less"),
                unit=_("min"),
                decimals=1,
                mark=Mark.LINE,
            ),
            Column(
                key="nine_in_ten",
                label=_("9 in 10 waited less"),
                unit=_("min"),
                decimals=1,
                mark=Mark.LINE_THIN,
            ),
            *([before] if has_before else []),
            Column(key="goal", label=_("your target"), unit=_("min"), mark=Mark.GOAL),
        ],
        rows if any(row.values[0] is not None for row in rows) else [],
        slug="hours",
        drawn=Drawn.WAITS,
        heading=_peak(found, language),
        measured=_("Minutes waited, by hour of arrival"),
        of=_("Hour"),
    )


def _waits(
    hour: HourWaits, target: float, has_before: bool
) -> tuple[float | None, ...]:
    wait, before = hour.wait, hour.before_p90
    then = None if before is None else before / MINUTE_S
    return (
        minutes(wait.median, hour.people),
        minutes(wait.p90, hour.people),
        *([then] if has_before else []),
        target,
    )


def _peak(found: Analytics, language: Language) -> str:
    _ = language.gettext
    longest = peak(found.hours)
    if longest is None:
        return _("Waits by hour")
    words = hours(longest.hour, longest.hour + 1, language)
    if longest.eases:
        return filled(_("Waits peak from {from} to {to} and ease afterwards"), words)
    return filled(_("Waits are longest from {from} to {to}"), words)


# --- by day -------------------------------------------------------------------------------------


def by_day(told: Told) -> Figure:
    """Return how many were called in time, by day, or by week where the days are many."""
    found, language = told.found, told.language
    _ = language.gettext
    before = told_before(found)
    then = None if before is None else in_time(before.within)
    by_week = found.period.days > _MOST_DAYS
    rows = list(
        (_each_week if by_week else _each_day)(found.days, told.chosen, language)
    )
    if then is not None:
        rows = [
            Row(
                label=row.label,
                short=row.short,
                href=row.href,
                values=(*row.values, 100 * then),
            )
            for row in rows
        ]
    goal = Column(
        key="goal",
        label=compared_with(told.chosen, language),
        unit=_("of 100"),
        mark=Mark.GOAL,
    )
    share = in_time(found.headline.within)
    words = {"target": written(found.target_s // MINUTE_S, language)}
    if share is None:
        heading = filled(
            _("Called within your {target} minutes and served, by day"), words
        )
    else:
        words["n"] = written(of_100(share), language)
        heading = filled(
            _("Called within your {target} minutes and served: {n} of 100"), words
        )
    return figure(
        [
            Column(
                key="within",
                label=_("called in time and served"),
                unit=_("of 100"),
                mark=Mark.LINE,
            ),
            Column(key="people", label=_("came"), unit=_("people")),
            *([goal] if then is not None else []),
        ],
        rows if any(row.values[0] is not None for row in rows) else [],
        slug="days",
        drawn=Drawn.DAYS,
        heading=heading,
        measured=_("Of 100 people; those who left before your target are not counted"),
        of=_("Week") if by_week else _("Day"),
    )


def _each_day(
    days: Sequence[DayLevel], chosen: Chosen, language: Language
) -> Iterator[Row]:
    for each in days:
        share = in_time(each.within)
        yield Row(
            label=day_in_words(each.day, "MMMEd", language),
            short=day_in_words(each.day, "MMMd", language),
            href=chosen.url(day_of(each.day)),
            values=(None if share is None else 100 * share, each.asked),
        )


def _each_week(
    days: Sequence[DayLevel], chosen: Chosen, language: Language
) -> Iterator[Row]:
    def monday(day: DayLevel) -> date:
        return day.day - timedelta(days=day.day.weekday())

    for first, week in groupby(days, key=monday):
        those = list(week)
        share = in_time(sum((each.within for each in those), NOBODY))
        yield Row(
            label=day_in_words(first, "MMMd", language),
            href=chosen.url(week_of(first)),
            values=(
                None if share is None else 100 * share,
                sum(each.asked for each in those),
            ),
        )
