"""A plan as CSV, one row for each hour of each pool, for spreadsheets."""

import csv
from io import StringIO

from server.forecast.plan import Need, Plan
from server.present.analytics import of_100

COLUMNS = [
    "day",
    "hour",
    "queues",
    "per_hour",
    "weekdays",
    "desks",
    "in_time_of_100",
    "wait_s",
    "left_of_100",
    "usually",
    "in_time_usually_of_100",
    "wait_usually_s",
    "left_usually_of_100",
]


def plan_csv(plan: Plan) -> str:
    """Return the plan as RFC 4180 text with a header; where no desk is open usually, nobody is seen, and there is no wait."""
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for pool in plan.pools:
        queues = " ".join(pool.pool.queues)
        for need in pool.needs:
            writer.writerow([need.day, f"{need.hour:02}", queues, *_figures(need)])
    return text.getvalue()


def _figures(need: Need) -> list[float | None]:
    then, now = need.then, need.now
    return [
        round(need.per_hour, 2),
        need.from_days,
        need.desks,
        of_100(then.served),
        round(then.wait_s),
        of_100(then.left),
        need.usually,
        of_100(now.served),
        round(now.wait_s) if need.usually else None,
        of_100(now.left),
    ]
