"""How a setting is declared: once, beside its default; the command line, the checks, the docs and the forms read it here."""

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, dataclass, field, fields
from enum import Enum
from typing import Any, get_args, get_origin, get_type_hints

from server.domain.phrases import phrase
from server.domain.refusals import NotValid

_DECLARED = "setting"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A setting: what forms call it, what it means, of what kind it is, and from where to where it goes.

    `least` and `most` bound a number, or the length of a text; `repeated` says that it is a list of its kind.
    A number is read with its `unit` behind it, and 0 as what it means where that is something of its own.
    """

    name: str
    label: str
    help: str
    kind: type
    default: Any
    repeated: bool = False
    least: float | None = None
    most: float | None = None
    unit: str = ""
    zero: str = ""

    @property
    def choices(self) -> tuple[str, ...]:
        """The values there are, where they can be told one by one."""
        if issubclass(self.kind, Enum):
            return tuple(str(member.value) for member in self.kind)
        return ()

    def check(self, value: Any) -> None:
        """Raise `NotValid` unless the value is within bounds; None, where the kind allows it, always is."""
        if self.least is None or self.most is None or value is None:
            return
        if isinstance(value, str):
            if not self.least <= len(value.strip()) <= self.most:
                raise NotValid(
                    self.name,
                    phrase(
                        "“{label}” has {least} to {most} characters.",
                        label=self.label,
                        least=f"{self.least:g}",
                        most=f"{self.most:g}",
                    ),
                )
        elif isinstance(value, Mapping):
            for each in value.values():
                self.check(each)
        elif not self.least <= value <= self.most:
            raise NotValid(
                self.name,
                phrase(
                    "“{label}” is from {least} to {most}, not {given}.",
                    label=self.label,
                    least=f"{self.least:.15g}",
                    most=f"{self.most:.15g}",
                    given=f"{value:.15g}",
                ),
            )


def setting(
    default: Any = MISSING,
    *,
    label: str,
    help: str,
    least: float | None = None,
    most: float | None = None,
    unit: str = "",
    zero: str = "",
    default_factory: Any = MISSING,
) -> Any:
    """Declare a field of a settings class."""
    declared = {
        "label": label,
        "help": help,
        "least": least,
        "most": most,
        "unit": unit,
        "zero": zero,
    }
    return field(
        default=default,
        default_factory=default_factory,
        metadata={_DECLARED: declared},
    )


def settings_of(kind: type) -> Mapping[str, Setting]:
    """Return every setting of the class by name, in the order they are declared."""
    hints = get_type_hints(kind)
    return {each.name: each for each in _declared(kind, hints)}


def _declared(kind: type, hints: Mapping[str, Any]) -> Iterator[Setting]:
    for each in fields(kind):
        of, repeated = _kind_of(hints[each.name])
        yield Setting(
            name=each.name,
            kind=of,
            repeated=repeated,
            default=_default_of(each),
            **each.metadata[_DECLARED],
        )


def _kind_of(hint: Any) -> tuple[type, bool]:
    """Return the type and whether there are several: of `int | None` it is int, of `tuple[str, ...]` str."""
    options = [option for option in get_args(hint) if option is not type(None)]
    if get_origin(hint) is tuple:
        return options[0], True
    if get_origin(hint) is dict:
        return dict, False
    return (options[0] if options else hint), False


def _default_of(declared: Field[Any]) -> Any:
    if declared.default_factory is not MISSING:
        return declared.default_factory()
    return declared.default
