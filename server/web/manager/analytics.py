"""How long people waited, when, and why: a period in sentences, charts and tables."""

from collections.abc import Mapping

from flask import Response, request
from werkzeug.exceptions import NotFound

from server.domain.branch import Queue
from server.domain.figures.answer import Analytics
from server.domain.figures.period import PeriodKind, compared
from server.domain.numbering import business_day
from server.present.analytics_figure import Dialect, Figure, figure_csv, figures_csv
from server.store.store import MAIN_BRANCH
from server.store.view import View
from server.usecases.analytics import analytics
from server.web.figures import StillCounting, keep_soon
from server.web.languages import Language
from server.web.manager import analytics_words as words
from server.web.manager.analytics_figures import figures
from server.web.manager.analytics_period import (
    Chosen,
    chosen,
    compared_with,
    days_in_words,
)
from server.web.manager.pages import READERS, Asked, Pages
from server.web.manager.tickets import TOLD_FOR
from server.web.phone.words import in_language, name_of


def declare(pages: Pages) -> None:
    """Declare the page of analytics."""

    @pages.get(
        "/analytics",
        who=READERS,
        query={
            "by": "`day`, `week`, `month` or `range`; a week if not said.",
            "from": "A day of the period, or the first of a range; the last whole one if not said.",
            "to": "The last day of a range.",
            "queue": "Of this queue alone.",
            "against": "`before`, `year` or `none`: what it is compared with.",
            "figure": "With `format`: this figure alone.",
            "format": "`csv`: the numbers, by the language's own comma.",
        },
    )
    def analytics_page(asked: Asked) -> Response:
        """Tell how long people waited in a period, and when, beside the time before."""
        language = asked.language
        wanted = _wanted(asked)
        found, wanted, counting = _found(asked, wanted)
        with asked.reading() as view:
            told = words.Told(
                found=found,
                chosen=wanted,
                language=language,
                names=_names(view, language),
                counting=counting,
            )
            queues, branch = view.queues(), view.branch.settings
            gone = [queue for queue in view.every_queue() if queue.slug == wanted.queue and queue not in queues]  # fmt: skip
        drawn = figures(told)
        if request.args.get("format") == "csv":
            if counting:
                raise StillCounting
            return _csv(drawn, wanted, language)
        return asked.page(
            "manager/analytics.html",
            branch=branch,
            found=found,
            chosen=wanted,
            heading=words.heading(told),
            below=words.below(told),
            sentences=words.sentences(told),
            counting=counting,
            facts=words.facts(told) if found.headline.asked else [],
            figures=drawn,
            queues=_named([*queues, *gone], language),
            against=compared_with(wanted, language),
            kinds=[(kind.value, wanted.url(wanted.of(kind))) for kind in PeriodKind],
            unreadable=days_in_words(found.unreadable, language),
            not_adding_up=days_in_words(found.not_adding_up, language),
            first_kept=wanted.today - TOLD_FOR,
        )


def _wanted(asked: Asked) -> Chosen:
    with asked.reading() as view:
        branch, open_day = view.branch.settings, view.branch.day
    said = request.args
    return chosen(
        by=said.get("by"),
        first=said.get("from"),
        last=said.get("to"),
        queue=said.get("queue"),
        against=said.get("against"),
        today=business_day(asked.now, branch.time_zone, branch.rollover_hour),
        open_day=open_day,
    )


def _found(asked: Asked, wanted: Chosen) -> tuple[Analytics, Chosen, int]:
    """Return the figures, and how many days are not in them yet; where no day was named and nobody came in the last period of its
    kind, those of this one."""
    found, counting = _of(asked, wanted)
    if wanted.is_said or found.headline.asked or counting:
        return found, wanted, counting
    now = wanted.at(wanted.current)
    found_now, counting_now = _of(asked, now)
    if found_now.headline.asked:
        return found_now, now, counting_now
    return found, wanted, counting


def _of(asked: Asked, wanted: Chosen) -> tuple[Analytics, int]:
    """Return the figures of the period, and how many days are not in them yet.

    What its days amount to is kept first, so that it is there at once the next time; many of them are counted while nobody
    waits. What is not whole yet is compared with nothing.
    """
    period, against = wanted.period, wanted.against
    counting = keep_soon(asked.store, MAIN_BRANCH, period.first, period.last)
    if against is not None:
        before = compared(period, against, wanted.today)
        counting += keep_soon(asked.store, MAIN_BRANCH, before.first, before.last)
    found = asked.read_aside(
        analytics,
        period,
        queue=wanted.queue,
        against=None if counting else against,
        now=asked.now,
        left_out=counting,
    )
    return found, len(set(counting))


def _names(view: View, language: Language) -> Mapping[str, str]:
    """Return what queues are called by their slug, and desks that have a name by `desk N`; also those that are no more."""
    queues = {queue.slug: name_of(queue, language) for queue in view.every_queue()}
    desks = {f"desk {desk.number}": in_language(desk.names, language) for desk in view.every_desk()}  # fmt: skip
    return queues | {key: name for key, name in desks.items() if name}


def _named(queues: list[Queue], language: Language) -> list[tuple[str, str]]:
    return [
        (queue.slug, f"{queue.letter} · {name_of(queue, language)}") for queue in queues
    ]


def _csv(drawn: list[Figure], wanted: Chosen, language: Language) -> Response:
    """Answer with one figure for a spreadsheet, or with all of them."""
    _ = language.gettext
    dialect = Dialect(language.locale.number_symbols["latn"]["decimal"])
    slug = request.args.get("figure")
    if slug is None:
        head = [_("Figure"), _("Row"), _("What"), _("Unit"), _("Value")]
        text = figures_csv(drawn, head, dialect)
    else:
        wanted_figure = next((each for each in drawn if each.slug == slug), None)
        if wanted_figure is None:
            raise NotFound
        text = figure_csv(wanted_figure, dialect)
    of = f"-{wanted.queue}" if wanted.queue else ""
    name = f"{slug or 'analytics'}{of}-{wanted.period.first}.csv"
    return Response(
        text,
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
