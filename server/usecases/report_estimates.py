"""How right it was what people were told about their wait."""

from datetime import date

from server.domain.figures import everybody
from server.domain.figures.answer import Promises
from server.store import promises
from server.store.figures import Spans
from server.store.view import View
from server.usecases.steps.counted_days import counted_days, together
from shared.wire import messages

_MICROSECONDS = 1_000_000


def report_estimates(view: View, first: date, last: date) -> messages.EstimatesReport:
    """Return how right it was on the days from `first` to `last`; days that are damaged are left out, and logged."""
    found = counted_days(view, Spans(view), first, last, None).days
    told = everybody.promises(together(view, found))
    slugs = sorted({queue.queue for day in found for queue in day.queues})
    queues = [
        _row(slug, everybody.promises(together(view, found, slug))) for slug in slugs
    ]
    return messages.EstimatesReport(
        day=first,
        to=last,
        all=_row("all", told),
        queues=[row for row in queues if row.people],
        alike=[
            messages.ToldAlike(
                low_s=each.low_s,
                mid_s=each.mid_s,
                high_s=each.high_s,
                people=each.people,
                kept=each.kept,
                p10_s=each.p10,
                p50_s=each.p50,
                p90_s=each.p90,
            )
            for each in told.classes
        ],
        while_waiting=_while_waiting(view, first, last),
    )


def _row(name: str, told: Promises) -> messages.Estimates:
    return messages.Estimates(
        name=name,
        people=told.people,
        kept=told.kept,
        error_s=told.error_s,
        width_s=told.width_s,
    )


def _while_waiting(view: View, first: date, last: date) -> messages.Estimates:
    people = kept = 0
    error = width = 0.0
    stories = promises.told_while_waiting(view.connection, view.branch.id, first, last)
    for waited, told in stories:
        for each in told:
            left_s = waited / _MICROSECONDS - each.after_s
            if each.promise is None or left_s < 0:
                continue
            people += 1
            kept += each.promise.low_s <= left_s <= each.promise.high_s
            error += abs(left_s - each.promise.mid_s)
            width += each.promise.high_s - each.promise.low_s
    return messages.Estimates(
        name="while waiting",
        people=people,
        kept=kept,
        error_s=error / people if people else None,
        width_s=width / people if people else None,
    )
