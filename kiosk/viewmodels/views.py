"""The kiosk's view models, changed together."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

import kiosk.viewmodels.terms  # noqa: F401  # registers the words for QML
from kiosk.derive import derive_aids, derive_kiosk, derive_staff, derive_ticket
from kiosk.derive_home import derive_home, derive_priority
from kiosk.derive_message import derive_message
from kiosk.state import KioskState
from kiosk.viewmodels.aids_view_model import AidsViewModel
from kiosk.viewmodels.home_view_model import HomeViewModel
from kiosk.viewmodels.kiosk_view_model import KioskViewModel
from kiosk.viewmodels.message_view_model import MessageViewModel
from kiosk.viewmodels.priority_view_model import PriorityViewModel
from kiosk.viewmodels.staff_view_model import StaffViewModel
from kiosk.viewmodels.ticket_view_model import TicketViewModel
from shared.qt.props import show_together
from shared.qt.summons import DeviceViewModel


@dataclass(frozen=True, slots=True)
class Views:
    """What QML shows: which screen, what is on each, and the bar below."""

    kiosk: KioskViewModel
    aids: AidsViewModel
    home: HomeViewModel
    priority: PriorityViewModel
    ticket: TicketViewModel
    message: MessageViewModel
    staff: StaffViewModel
    device: DeviceViewModel

    @staticmethod
    def make(
        *,
        speaks: bool = False,
        has_door: bool = False,
        prints: bool = False,
        locked: bool = False,
    ) -> "Views":
        """Return the view models of a kiosk with this equipment; they show nothing yet."""
        return Views(
            KioskViewModel(locked=locked),
            AidsViewModel(speaks=speaks),
            HomeViewModel(),
            PriorityViewModel(),
            TicketViewModel(),
            MessageViewModel(),
            StaffViewModel(has_door=has_door, prints=prints),
            DeviceViewModel(),
        )

    def become(self, state: KioskState) -> None:
        """Show this state; QML hears only of what differs."""
        show_together(
            (self.kiosk, derive_kiosk(state)),
            (self.aids, derive_aids(state)),
            (self.home, derive_home(state)),
            (self.priority, derive_priority(state)),
            (self.ticket, derive_ticket(state)),
            (self.message, derive_message(state)),
            (self.staff, derive_staff(state)),
        )

    def properties(self) -> dict[str, QObject]:
        """Return the window's initial properties."""
        return {
            "kiosk": self.kiosk,
            "aids": self.aids,
            "home": self.home,
            "priority": self.priority,
            "ticket": self.ticket,
            "message": self.message,
            "staff": self.staff,
            "device": self.device,
        }
