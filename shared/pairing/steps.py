"""The steps on the way to a server that knows this program, each with what belongs to it; pure."""

from dataclasses import dataclass
from datetime import datetime

from shared.pairing.terms import Wrong
from shared.wire.messages import Problem


@dataclass(frozen=True, slots=True)
class Code:
    """What a manager compares, until when by this machine's own clock, and what only this screen knows."""

    id: str
    code: str
    secret: str
    until: datetime


@dataclass(frozen=True, slots=True)
class Searching:
    """Servers are looked for, since then; the first was `heard` then."""

    since: datetime
    heard: datetime | None = None


@dataclass(frozen=True, slots=True)
class Choosing:
    """There are several servers, or somebody wants another one."""


@dataclass(frozen=True, slots=True)
class Typing:
    """Somebody types an address; `by_hand` says that they asked for it, and are not led away."""

    text: str = ""
    wrong: Wrong = Wrong.Nothing
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Asking:
    """The server is asked for a code, at one of these addresses; `missed` counts the tries without an answer."""

    urls: tuple[str, ...]
    name: str = ""
    typed: str = ""
    missed: int = 0


@dataclass(frozen=True, slots=True)
class Comparing:
    """A manager compares the code; `away` says that the server was not heard at the last try."""

    code: Code
    away: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """A manager does not want this screen; it asks again by itself then."""

    until: datetime


@dataclass(frozen=True, slots=True)
class Waiting:
    """The server is asked by too many, and may be asked again then."""

    until: datetime


@dataclass(frozen=True, slots=True)
class Unfit:
    """The server says no for another reason; it is asked again then."""

    problem: Problem
    until: datetime


@dataclass(frozen=True, slots=True)
class Changed:
    """The server shows another certificate than the one that it was paired with."""


@dataclass(frozen=True, slots=True)
class Welcomed:
    """The server knows this screen, under this name; it goes on then."""

    name: str
    token: str
    desk: int | None
    until: datetime


Step = (
    Searching
    | Choosing
    | Typing
    | Asking
    | Comparing
    | Refused
    | Waiting
    | Unfit
    | Changed
    | Welcomed
)
