"""Moments as people write and read them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import click

from server.commands.acting import looking
from server.commands.day import today_of

until = click.option(
    "--until",
    metavar="TIME",
    help="Until when, such as 14:30; until the business day ends if not given.",
)


def moment_said(context: click.Context, text: str | None) -> datetime | None:
    """Return the moment of today that was said, in UTC; None where none was."""
    if text is None:
        return None
    with looking(context) as view:
        zone = ZoneInfo(view.branch.settings.time_zone)
        return moment_of(text, zone, today_of(view))


def shown_moment(context: click.Context, switch: Any) -> str:
    """Return until when something holds that was set by hand, as a clock on the wall shows it."""
    with looking(context) as view:
        zone = ZoneInfo(view.branch.settings.time_zone)
    return f"{datetime.fromisoformat(switch['until']).astimezone(zone):%H:%M}"


def moment_of(text: str, zone: ZoneInfo, today: date) -> datetime:
    """Return the moment that was meant, in UTC; a time alone is of this business day."""
    try:
        if len(text) <= len("00:00:00"):
            text = f"{today}T{text.zfill(5)}"
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise click.UsageError(
            f"“{text}” is not a time like 10:42 or 2026-11-23T10:42."
        ) from error
    local = moment if moment.tzinfo is not None else moment.replace(tzinfo=zone)
    return local.astimezone(UTC)


def clock_of(text: str) -> time:
    """Return the time of day that was meant, midnight for 24:00."""
    try:
        return time() if text == "24:00" else time.fromisoformat(text.zfill(5))
    except ValueError as error:
        raise click.UsageError(f"“{text}” is not a time like 10:42.") from error
