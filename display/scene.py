"""One picture of the display: what it knows, and what its installer set."""

from dataclasses import dataclass, field

from display.options import Options
from display.state import DisplayState


@dataclass(frozen=True, slots=True)
class Scene:
    """The input that shows one screen for good."""

    state: DisplayState
    options: Options = field(default_factory=Options)
    mid_pulse: bool = False
