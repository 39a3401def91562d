"""Set the branch up."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from zoneinfo import available_timezones

from server.domain import events
from server.domain.branch import BranchSettings
from server.domain.phrases import Phrase, phrase
from server.domain.ratio import MOST_SHARE, ratio_of
from server.domain.refusals import NotValid
from server.domain.settings import settings_of
from server.store import figures, pictures
from server.store.session import Session
from server.usecases.setup.hours import checked_hours
from server.usecases.setup.settings import changed
from server.usecases.steps.day import date_at
from server.usecases.steps.words import by_language, check_language, one_line
from shared.wire.messages import Role

GIVES_PRIORITY = (Role.KIOSK, Role.CONSOLE)
"""The devices at which numbers are taken, and with them priorities."""

LEAST_CONTRAST = 4.5
MOST_LOGO_BYTES = 64 * 1024
MOST_LOGO_PIXELS = 1024

_COLOUR = re.compile(r"#[0-9a-f]{6}")
_PNG = b"\x89PNG\r\n\x1a\n"
_BY_LANGUAGE = {"names": phrase("A name"), "footer": phrase("A line")}
"""Settings that are words by language, and what each is called in a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetBranch:
    """Settings of the branch to change; fields of `BranchSettings` by name.

    `words` are added to those there are by setting and language, and those of priority classes by class; empty ones are taken away.
    `logo` is a PNG, empty for none.
    """

    settings: dict[str, Any] = field(default_factory=dict)
    words: dict[str, dict[str, str]] = field(default_factory=dict)
    priority_words: dict[str, dict[str, str]] = field(default_factory=dict)
    logo: bytes | None = None


def set_branch(session: Session, command: SetBranch) -> BranchSettings:
    """Return the branch's settings after the change; raise `NotValid`."""
    settings = changed(session.state.settings, command.settings)
    if settings.logo not in ("", session.state.settings.logo):
        _check_kept(session, settings.logo)
    settings = _with_words(settings, command)
    if command.logo is not None:
        settings = replace(settings, logo=_keep_logo(session, command.logo))
    return configure_branch(session, settings)


def configure_branch(session: Session, settings: BranchSettings) -> BranchSettings:
    """Return the settings as the branch has them from now on; raise `NotValid`."""
    hours = checked_hours(settings.hours, session.state.settings.hours)
    settings = replace(settings, hours=hours)
    settings = _checked(settings)
    _check_same_day(session, settings)
    if settings.time_zone != session.state.settings.time_zone:
        figures.outdate(session)
    session.record(events.BranchConfigured(settings=settings))
    return settings


def _with_words(settings: BranchSettings, command: SetBranch) -> BranchSettings:
    said: dict[str, Any] = {}
    for name, given in command.words.items():
        if name not in _BY_LANGUAGE:
            there_are = ", ".join(_BY_LANGUAGE)
            raise NotValid("words", f"No words “{name}”. There are: {there_are}.")
        said[name] = _words(name, getattr(settings, name), given)
    # Those of a class that was taken away are kept for when it comes back.
    classes = dict(settings.priority_names)
    for name, given in command.priority_words.items():
        if name not in settings.priorities:
            raise NotValid(
                "priority_names", phrase("There is no priority “{name}”.", name=name)
            )
        classes[name] = _class_words(classes.get(name, {}), given)
    return replace(settings, **said, priority_names=classes)


def _words(
    name: str, present: Mapping[str, str], given: Mapping[str, str]
) -> dict[str, str]:
    most = int(settings_of(BranchSettings)[name].most or 0)
    return by_language(name, _BY_LANGUAGE[name], present, given, most)


def _class_words(
    present: Mapping[str, str], given: Mapping[str, str]
) -> dict[str, str]:
    what = phrase("What a priority is called")
    return by_language("priority_names", what, present, given)


def _checked(settings: BranchSettings) -> BranchSettings:
    if settings.time_zone not in available_timezones():
        raise NotValid(
            "time_zone",
            _no_zone(settings.time_zone),
        )
    _check_languages(settings.languages)
    for role in settings.priority_roles:
        if role not in GIVES_PRIORITY:
            raise NotValid(
                "priority_roles",
                phrase(
                    "No priority is given at a “{role}”. It may be: {roles}.",
                    role=role,
                    roles=", ".join(GIVES_PRIORITY),
                ),
            )
    try:
        ratio_of(settings.priority_ratio)
    except ValueError:
        raise NotValid(
            "priority_ratio",
            phrase(
                "A ratio has two shares from 1 to {most} such as 2:1, not “{given}”.",
                most=MOST_SHARE,
                given=settings.priority_ratio,
            ),
        ) from None
    for name in settings.priorities:
        one_line("priorities", phrase("A priority"), name, 40)
    accent = settings.accent.lower()
    _check_accent(accent)
    name = one_line("name", phrase("The branch’s name"), settings.name)
    # Also those that came as a whole, and not word by word.
    said: dict[str, Any] = {
        each: _words(each, {}, getattr(settings, each)) for each in _BY_LANGUAGE
    }
    said["priority_names"] = {
        each: _class_words({}, words) for each, words in settings.priority_names.items()
    }
    return replace(settings, name=name, accent=accent, **said)


def _no_zone(typed: str) -> Phrase:
    """Return what is wrong with it, and which zones have such a city, or what one looks like."""
    zones = ", ".join(zones_of(typed))
    if not zones:
        return phrase(
            "“{zone}” is not an IANA time zone, such as Europe/Lisbon.", zone=typed
        )
    return phrase(
        "“{zone}” is not an IANA time zone. Is it {zones}?",
        zone=typed,
        zones=zones,
    )


def zones_of(city: str) -> list[str]:
    """Return the IANA time zones that are named after this city."""
    city = city.strip().replace(" ", "_").lower()
    return sorted(
        zone
        for zone in available_timezones()
        if zone.rpartition("/")[2].lower() == city and not zone.startswith("posix")
    )


def _check_same_day(session: Session, settings: BranchSettings) -> None:
    """Raise `NotValid` where it would be another day at once, and whoever is here would expire by that."""
    today, then = (
        date_at(each, session.now) for each in (session.state.settings, settings)
    )
    here = len(session.state.room.tickets())
    if here and then > max(today, session.state.stands_for):
        zone_changes = settings.time_zone != session.state.settings.time_zone
        raise NotValid(
            "time_zone" if zone_changes else "rollover_hour",
            phrase(
                "It would be {day} here at once, and {n} who are still here would not be served. Change it when nobody waits.",
                day=then,
                n=here,
            ),
        )


def _check_languages(languages: tuple[str, ...]) -> None:
    if not languages:
        raise NotValid("languages", phrase("A branch has at least one language."))
    for language in languages:
        check_language("languages", language)
    if len(set(languages)) < len(languages):
        raise NotValid("languages", phrase("A language is named twice."))


def _check_accent(colour: str) -> None:
    if not colour:
        return
    if not _COLOUR.fullmatch(colour):
        raise NotValid(
            "accent", phrase("“{colour}” is no colour such as #0a55a3.", colour=colour)
        )
    contrast = 1.05 / (_luminance(colour) + 0.05)
    if contrast < LEAST_CONTRAST:
        raise NotValid(
            "accent",
            phrase(
                "White letters on {colour} cannot be read: their contrast is {contrast} : 1, and has to be {least} : 1. Take a darker one.",
                colour=colour,
                contrast=f"{contrast:.1f}",
                least=LEAST_CONTRAST,
            ),
        )


def _luminance(colour: str) -> float:
    """Return the relative luminance as WCAG 2.2 defines it, from 0 to 1."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _check_kept(session: Session, logo: str) -> None:
    if not pictures.is_kept(session, logo):
        raise NotValid("logo", f"There is no picture “{logo}”; send it as `logo`.")


def _keep_logo(session: Session, content: bytes) -> str:
    """Keep the picture and return its name, which goes by what is in it."""
    if not content:
        return ""
    width, height = (int.from_bytes(content[at : at + 4]) for at in (16, 20))
    if not content.startswith(_PNG) or content[12:16] != b"IHDR":
        raise NotValid("logo", phrase("A logo is a PNG file."))
    if len(content) > MOST_LOGO_BYTES or max(width, height) > MOST_LOGO_PIXELS:
        raise NotValid(
            "logo",
            phrase(
                "A logo has {size} KB and {pixels} pixels each way at most.",
                size=MOST_LOGO_BYTES // 1024,
                pixels=MOST_LOGO_PIXELS,
            ),
        )
    return pictures.keep(session, content)
