"""The console's view models, changed together."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject

import servicer.viewmodels.terms  # noqa: F401  # registers the words for QML
from servicer.derive import derive_console, derive_sign_in
from servicer.derive_desk import derive_desk
from servicer.state import ConsoleState
from servicer.viewmodels.console_view_model import ConsoleViewModel
from servicer.viewmodels.desk_view_model import DeskViewModel
from servicer.viewmodels.sign_in_view_model import SignInViewModel
from shared.qt.summons import DeviceViewModel


@dataclass(frozen=True, slots=True)
class Views:
    """What QML shows: which screen, and what is on each."""

    console: ConsoleViewModel
    sign_in: SignInViewModel
    desk: DeskViewModel
    device: DeviceViewModel

    @staticmethod
    def make(*, may_find: bool = True) -> "Views":
        """Return view models that show nothing yet; a server that was given by options `may_find` nobody elsewhere."""
        return Views(
            ConsoleViewModel(may_find=may_find),
            SignInViewModel(),
            DeskViewModel(),
            DeviceViewModel(),
        )

    def become(self, state: ConsoleState, now: datetime) -> None:
        """Show this state as it looks now."""
        # The screens first, so that none appears with what it showed last time.
        self.sign_in.become(derive_sign_in(state, now))
        self.desk.become(derive_desk(state, now))
        self.console.become(derive_console(state))

    def properties(self) -> dict[str, QObject]:
        """Return the window's initial properties."""
        return {
            "status": self.console,
            "signIn": self.sign_in,
            "desk": self.desk,
            "device": self.device,
        }
