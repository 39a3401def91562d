"""What is remembered of the printer, over restarts of the kiosk: how it is used to answering."""

from pathlib import Path

from msgspec import Struct

from shared.state_file import StateFile


class Habits(Struct, frozen=True):
    """How a printer answers: at once, and in turn after what it was given before. A mute one does neither."""

    at_once: bool = False
    in_turn: bool = False


class Acquaintance(Struct, frozen=True):
    """What is written down, and of which printer."""

    address: str
    habits: Habits


class Known:
    """Remembers in a file, or without one until the kiosk ends, the habits of the printer at this address."""

    def __init__(
        self, address: str, file: StateFile[Acquaintance] | None = None
    ) -> None:
        self._address = address
        self._file = file
        self._habits: Habits | None = None

    @property
    def habits(self) -> Habits | None:
        """Its habits; None of a printer that nobody has met yet. Silence of one that used to answer is a fault."""
        # Whoever prints a test beside the kiosk may have told of another printer.
        met = self._file.read() if self._file is not None else None
        if met is None or met.address != self._address:
            return self._habits
        return met.habits

    def heard(self, habits: Habits) -> None:
        """Remember what it did just now beside all that it ever did; where that cannot be written it holds until the kiosk ends."""
        before = self.habits
        if before is not None:
            habits = Habits(
                before.at_once or habits.at_once, before.in_turn or habits.in_turn
            )
        if habits == before:
            return
        self._habits = habits
        if self._file is not None:
            self._file.write(Acquaintance(self._address, habits))

    def forget(self) -> None:
        """Another printer stands there now."""
        self._habits = None
        if self._file is not None:
            self._file.remove()


def known_printer(address: str, state_dir: Path) -> Known:
    """Return what this kiosk remembers of its printer."""
    return Known(address, StateFile(state_dir / "kiosk-printer-answers", Acquaintance))
