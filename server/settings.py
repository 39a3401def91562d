"""What an installer may set, read once: command line > TAKEANUMBER_* > takeanumber.toml > defaults."""

import os
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import platformdirs

PREFIX = "TAKEANUMBER_"
FILE = "takeanumber.toml"
MOST_PROXIES = 9

_NOT_SETTINGS = frozenset(
    {"server", "token", "token_file", "gpu", "language", "theme", "state_dir", "config"}
)
"""Variables with our prefix that other programs of the family read."""


class BadSetting(Exception):
    """A setting is unknown or not of its kind; `str()` says which, where, and what may have been meant."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the server needs to know before it starts."""

    data_dir: Path = field(
        default_factory=lambda: platformdirs.user_data_path("take-a-number")
    )
    """Where the database, the secret and the back-ups live."""

    host: str = "127.0.0.1"
    """The address to listen on; 0.0.0.0 for every network of this machine."""

    port: int = 8000
    """The TCP port to listen on; 0 takes any free one."""

    public_url: str | None = None
    """How phones reach this server, for QR codes; where it is not set, the address the kiosk used."""

    push_contact: str | None = None
    """Whom push services may write to, `mailto:…` or `https:…`; where not set, `public_url` if that is https."""

    push_services: str = ""
    """Push services of one's own: addresses that may be private or plain http, separated by commas."""

    proxies: int = 0
    """How many reverse proxies of one's own stand before the server: that many `X-Forwarded-*` are believed."""

    log_level: str = "info"
    """How much to log: debug, info, warning or error."""


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
    names = [each.name for each in fields(Settings)]
    found = {name: Source(getattr(Settings(), name), "default") for name in names}
    file = Path(arguments.get("config") or environment.get(f"{PREFIX}CONFIG") or FILE)
    if file.exists():
        for name, value in tomllib.loads(file.read_text()).items():
            found[_known(name, names, str(file))] = Source(value, str(file))
    elif arguments.get("config"):
        raise BadSetting(f"There is no file {file}.")
    for variable, value in environment.items():
        if not variable.startswith(PREFIX):
            continue
        name = variable.removeprefix(PREFIX).lower()
        if name not in _NOT_SETTINGS:
            found[_known(name, names, variable)] = Source(value, variable)
    for name, value in arguments.items():
        if name in names and value is not None:
            found[name] = Source(value, "command line")
    checked = {name: _check(name, source) for name, source in found.items()}
    return Settings(**checked), found


def _known(name: str, names: list[str], where: str) -> str:
    if name in names:
        return name
    close = get_close_matches(name, names, 1)
    hint = f" Did you mean “{close[0]}”?" if close else ""
    raise BadSetting(f"{where}: there is no setting “{name}”.{hint}")


def _check(name: str, source: Source) -> Any:
    value = source.value
    try:
        match name:
            case "data_dir":
                return Path(value).expanduser().absolute()
            case "port":
                port = int(value)
                if not 0 <= port <= 65535:
                    raise ValueError
                return port
            case "proxies":
                proxies = int(value)
                if not 0 <= proxies <= MOST_PROXIES:
                    raise ValueError
                return proxies
            case "public_url":
                return None if value in (None, "") else str(value).rstrip("/")
            case "push_contact" | "push_services" | "log_level":
                if not _CHECKS[name](value or ""):
                    raise ValueError
        return value
    except (TypeError, ValueError) as error:
        raise BadSetting(f"{source.origin}: “{value}” is no {name}.") from error


def _is_origin(text: str) -> bool:
    parts = urlsplit(text.strip())
    bare = parts.path in ("", "/") and not parts.query
    return parts.scheme in ("http", "https") and bool(parts.hostname) and bare


_CHECKS: dict[str, Callable[[str], bool]] = {
    "push_contact": lambda text: not text or text.startswith(("mailto:", "https://")),
    "push_services": lambda text: all(map(_is_origin, filter(None, text.split(",")))),
    "log_level": lambda text: text in ("debug", "info", "warning", "error"),
}
