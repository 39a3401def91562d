"""A plan as words and a table for each pool, for a terminal."""

from collections.abc import Mapping
from datetime import timedelta

from server.forecast.plan import GOAL, Need, Plan, PoolPlan, Stretch, worst
from server.present.analytics import of_100

_WIDTH = 12


def plan_text(plan: Plan, names: Mapping[str, str], place: str) -> str:
    """Return the plan as lines of text; `names` is what queues are called, `place` what desks are called here."""
    year, week, _ = plan.first.isocalendar()
    last = plan.first + timedelta(days=6)
    minutes = round(plan.within_s / 60)
    lines = [
        f"Week {year}-W{week:02}, {plan.first} to {last}: {place}s for {of_100(GOAL)} of 100 seen within {minutes} min.",
        _sentence(worst(plan), names, place)
        if any(pool.needs for pool in plan.pools)
        else "Nothing is known yet from which a week could be planned.",
    ]
    for pool in plan.pools:
        lines += ["", *_pool(pool, names, place)]
    return "\n".join(lines)


def _sentence(found: Stretch | None, names: Mapping[str, str], place: str) -> str:
    if found is None:
        return f"No hour needs more {place}s than are usually open."
    queues = ", ".join(names[slug] for slug in found.pool.queues)
    return (
        f"{found.day:%A} from {found.hour} to {found.until} needs {_so_many(found.desks, place)}"
        f" for {queues}; usually {found.usually} {'is' if found.usually == 1 else 'are'} open."
    )


def _pool(pool: PoolPlan, names: Mapping[str, str], place: str) -> list[str]:
    title = ", ".join(names[slug] for slug in pool.pool.queues)
    numbers = ", ".join(map(str, pool.pool.desks))
    which = f"{place} {numbers}" if pool.pool.desks else f"no {place} serves it"
    lines = [f"{title} ({which})"]
    if pool.needs:
        days = sorted({need.day for need in pool.needs})
        lines.append(" " * 5 + "".join(f"{day:%a %d}".rjust(_WIDTH) for day in days))
        for hour in pool.hours:
            cells = (_cell(pool.need(day, hour)).rjust(_WIDTH) for day in days)
            lines.append(f"{hour:02}-{(hour + 1) % 24:02}{''.join(cells)}")
    elif not pool.unknown:
        lines.append("Nothing is known of it yet.")
    lines += [f"{day:%A}: nothing is known of it yet." for day in pool.unknown]
    lines += [f"{day:%A}: known from {count} such {'day' if count == 1 else 'days'} only." for day, count in pool.thin.items()]  # fmt: skip
    lines += [f"{day}: not the usual hours." for day in pool.different]
    return lines


def _cell(need: Need | None) -> str:
    """Return how many it needs, with how many are open usually where those are fewer, and how many of 100 are seen then."""
    if need is None:
        return ""
    fewer = f" ({need.usually})" if need.lacks else ""
    return f"{need.desks}{fewer} {of_100(need.then.served)}%"


def _so_many(count: int, place: str) -> str:
    return f"{count} {place}" if count == 1 else f"{count} {place}s"
