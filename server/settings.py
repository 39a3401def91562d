"""What an installer may set, read once: command line > TAKEANUMBER_* > takeanumber.toml > defaults."""

import os
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import platformdirs

from server.domain.refusals import NotValid
from server.domain.settings import Setting, setting, settings_of

PREFIX = "TAKEANUMBER_"
FILE = "takeanumber.toml"
EVERYWHERE = Path("/etc") / FILE
"""Read where the working directory has none: what the service is set by, commands typed anywhere are set by too."""

_NOT_SETTINGS = frozenset(
    {"server", "token", "token_file", "gpu", "language", "theme", "state_dir", "config"}
)
"""Variables with our prefix that other programs of the family read."""


ANNOUNCE_WHERE_HEARD = "auto"
ANNOUNCE_OFF = "off"


class BadSetting(Exception):
    """A setting is unknown or not of its kind; `str()` says which, where, and what may have been meant."""


class LogLevel(StrEnum):
    """How much to log."""

    DEBUG = "debug"
    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the server needs to know before it starts."""

    data_dir: Path = setting(
        default_factory=lambda: platformdirs.user_data_path("take-a-number"),
        label="Data directory",
        help="Where the database, the secret and the lock live.",
    )
    host: str = setting(
        "127.0.0.1",
        label="Address",
        help="The address to listen on; 0.0.0.0 for every network of this machine.",
    )
    port: int = setting(
        8000,
        label="Port",
        help="The TCP port to listen on; 0 takes any free one.",
        least=0,
        most=65_535,
    )
    public_url: str | None = setting(
        None,
        label="Public address",
        help="How phones reach this server, for QR codes: http://192.168.1.10:8000 or https://…; the address the kiosk used if not set.",
    )
    push_contact: str | None = setting(
        None,
        label="Contact for push services",
        help="Whom push services may write to, mailto:… or https:…; the public address if that is https. Without it no pushes are offered.",
    )
    push_services: str = setting(
        "",
        label="Own push services",
        help="Push services of one's own that may be on a private network or plain http, separated by commas: http://10.0.0.5:8090,https://push.lan.",
    )
    proxies: int = setting(
        0,
        label="Reverse proxies",
        help="How many reverse proxies of one's own stand before the server: that many X-Forwarded-For, -Proto and -Host are believed. Without it all phones behind a proxy count as one address.",
        least=0,
        most=9,
    )
    managers_over_http: bool = setting(
        False,
        label="Managers over plain HTTP",
        help="Whether managers may sign in over plain HTTP from other than this machine and private networks; their passwords can be read on the way.",
    )
    announce: str = setting(
        "auto",
        label="Announce in the network",
        help="Whether screens find the server by themselves (mDNS): auto where it listens beyond this machine or has a public address, off, or at which of this machine's addresses, separated by commas.",
    )
    log_level: LogLevel = setting(LogLevel.INFO, label="Log", help="How much to log.")


@dataclass(frozen=True, slots=True)
class Source:
    """A setting's value and where it comes from."""

    value: Any
    origin: str


def load(
    arguments: Mapping[str, Any], environment: Mapping[str, str] | None = None
) -> tuple[Settings, dict[str, Source]]:
    """Return the settings and each one's source; raise `BadSetting`. Arguments that are None were not given."""
    environment = os.environ if environment is None else environment
    names = list(settings_of(Settings))
    found = {name: Source(getattr(Settings(), name), "default") for name in names}
    wanted = arguments.get("config") or environment.get(f"{PREFIX}CONFIG")
    for name, written in _written(wanted).items():
        found[_known(name, names, written.origin)] = written
    for variable, value in environment.items():
        if not variable.startswith(PREFIX):
            continue
        name = variable.removeprefix(PREFIX).lower()
        if name not in _NOT_SETTINGS:
            found[_known(name, names, variable)] = Source(value, variable)
    for name, value in arguments.items():
        if name in names and value is not None:
            found[name] = Source(value, "command line")
    declared = settings_of(Settings)
    checked = {name: _check(declared[name], source) for name, source in found.items()}
    return Settings(**checked), found


def _written(wanted: str | None) -> dict[str, Source]:
    """Return what the file says that is wanted, or else the one that is there; raise `BadSetting`."""
    files = [Path(wanted)] if wanted else [Path(FILE), EVERYWHERE]
    file = next((each for each in files if each.exists()), None)
    if file is None:
        if wanted:
            raise BadSetting(f"There is no file {wanted}.")
        return {}
    try:
        values = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise BadSetting(f"{file} cannot be read: {error.strerror}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadSetting(f"{file} is no TOML: {error}.") from error
    return {name: Source(value, str(file)) for name, value in values.items()}


def _known(name: str, names: list[str], where: str) -> str:
    if name in names:
        return name
    close = get_close_matches(name, names, 1)
    hint = f" Did you mean “{close[0]}”?" if close else ""
    raise BadSetting(f"{where}: there is no setting “{name}”.{hint}")


def _check(declared: Setting, source: Source) -> Any:
    value = source.value
    try:
        if declared.name in _OWN_WAY:
            return _OWN_WAY[declared.name](value)
        if isinstance(value, bool) and declared.kind is not bool:
            raise ValueError
        value = declared.kind(value)
        declared.check(value)
    except (TypeError, ValueError, KeyError, NotValid) as error:
        raise BadSetting(
            f"{source.origin}: “{value}” is no {declared.name}. {_wanted(declared)}"
        ) from error
    return value


def _wanted(declared: Setting) -> str:
    """Return a sentence about what may be set."""
    if declared.choices:
        return f"It is one of {', '.join(declared.choices)}."
    if declared.least is not None and declared.most is not None:
        return f"It is from {declared.least:g} to {declared.most:.15g}."
    return declared.help


def _host(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError
    return value.strip()


def _data_dir(value: Any) -> Path:
    return Path(value).expanduser().absolute()


def _public_url(value: Any) -> str | None:
    if value in (None, ""):
        return None
    parts = urlsplit(str(value))
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query:
        raise ValueError
    return str(value).rstrip("/")


def _announce(value: Any) -> str:
    if value is False:
        return ANNOUNCE_OFF
    if value is True:
        return ANNOUNCE_WHERE_HEARD
    said = str(value).strip()
    if said not in (ANNOUNCE_WHERE_HEARD, ANNOUNCE_OFF):
        for address in said.split(","):
            ip_address(address.strip())
    return said


def _push_contact(value: Any) -> str | None:
    if value and not str(value).startswith(("mailto:", "https://")):
        raise ValueError
    return None if value is None else str(value)


def _push_services(value: Any) -> str:
    if not all(map(_is_origin, filter(None, str(value).split(",")))):
        raise ValueError
    return str(value)


def _is_origin(text: str) -> bool:
    parts = urlsplit(text.strip())
    bare = parts.path in ("", "/") and not parts.query
    return parts.scheme in ("http", "https") and bool(parts.hostname) and bare


def _flag(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    return {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}[str(value).lower()]  # fmt: skip


_OWN_WAY: dict[str, Callable[[Any], Any]] = {
    "data_dir": _data_dir,
    "host": _host,
    "public_url": _public_url,
    "announce": _announce,
    "managers_over_http": _flag,
    "push_contact": _push_contact,
    "push_services": _push_services,
}
"""Settings that are more than a value of their kind within bounds."""
