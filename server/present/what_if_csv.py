"""A day that was played again, for a spreadsheet."""

import csv
import io

from server.forecast.what_if import Waits
from server.usecases.what_if import PlayedAgain

_FIGURES = (
    "came",
    "called",
    "served",
    "left",
    "unserved",
    "mean_s",
    "half_s",
    "most_s",
    "in_time",
    "counted",
)


def what_if_csv(played: PlayedAgain) -> str:
    """Return, as RFC 4180 text with a header, three rows for each queue, and for all together: as it really was, played as it was, played with the change; of plays each figure is the mean."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["day", "queue", "played", *_FIGURES])
    for row in played.rows:
        for how, waits in (
            ("really", row.really),
            ("as it was", row.before),
            ("with the change", row.after),
        ):
            writer.writerow([played.day, row.queue or "all", how, *_cells(waits)])
    return out.getvalue()


def _cells(waits: Waits) -> list[str]:
    figures = (getattr(waits, name) for name in _FIGURES)
    return ["" if each is None else f"{round(each, 2):.10g}" for each in figures]
