"""Moments and names as the manager's pages write them, by the branch's clocks: filters of their templates."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime
from flask import Blueprint
from jinja2 import pass_context
from jinja2.runtime import Context

from server.domain.branch import BranchSettings, Queue
from server.web.languages import Language
from server.web.phone.words import clock_time, name_of

_A_WEEK = timedelta(days=7)


def register(blueprint: Blueprint) -> None:
    """Let templates say `at | clock`, `at | weekday`, `at | moment(now)`, `queue | named` and `branch | called`."""
    blueprint.add_app_template_filter(_clock, "clock")
    blueprint.add_app_template_filter(_weekday, "weekday")
    blueprint.add_app_template_filter(_moment, "moment")
    blueprint.add_app_template_filter(_named, "named")
    blueprint.add_app_template_filter(_called, "called")


def called(branch: BranchSettings, language: Language) -> str:
    """Return the branch's name in this language, or its own; before it has one, what managers call it."""
    if not branch.is_named:
        return language.gettext("Your branch")
    return branch.called(language.tag)


@pass_context
def _clock(context: Context, at: datetime) -> str:
    """Return the time of day: 09:05."""
    language, zone = _around(context)
    return clock_time(at, language, zone)


@pass_context
def _weekday(context: Context, at: datetime) -> str:
    """Return the day of the week."""
    language, zone = _around(context)
    return format_datetime(at, "EEEE", tzinfo=zone, locale=language.locale)


@pass_context
def _moment(context: Context, at: datetime, now: datetime) -> str:
    """Return the time of day, with the weekday where it is another day, with the date where it is another week."""
    language, zone = _around(context)
    here = at.astimezone(zone)
    clock = clock_time(at, language, zone)
    if here.date() == now.astimezone(zone).date():
        return clock
    if abs(at - now) < _A_WEEK:
        weekday = format_date(here.date(), "EEE", locale=language.locale)
        return f"{weekday} {clock}"
    day = format_date(here.date(), "d MMMM", locale=language.locale)
    return language.listed((day, clock))


@pass_context
def _named(context: Context, thing: Queue) -> str:
    """Return what a queue is called in the page's language, or in the first one it has."""
    return name_of(thing, context["language"])


@pass_context
def _called(context: Context, branch: BranchSettings) -> str:
    """Return what the branch is called in the page's language."""
    return called(branch, context["language"])


def _around(context: Context) -> tuple[Language, ZoneInfo]:
    language: Language = context["language"]
    return language, ZoneInfo(context["branch"].time_zone)
