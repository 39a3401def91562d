"""A ticket as its customer sees it, with what is around it: its desk, and what everybody is told."""

from collections.abc import Container, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from server.domain.branch import BranchSettings, Desk, DeskState, Message
from server.domain.ticket import OPEN_STATES, Ticket, TicketState
from server.forecast.outlook import Outlook
from server.present.estimates import estimate
from shared.wire import messages

COMES_YET = OPEN_STATES | {TicketState.MISSED}
"""Those who are told what everybody who waits is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What a customer's page says beside their own place; `desks` are those there are, by number, `next` whom they call next, `outlook` how long people wait."""

    settings: BranchSettings
    desks: Mapping[int, Desk]
    next: Container[int] = ()
    message: Message | None
    now: datetime
    outlook: Outlook

    def serves(self, ticket: Ticket) -> bool:
        """Return whether a desk is open that may call the ticket; one on a break is not."""
        return any(
            desk.state is DeskState.OPEN
            and (
                ticket.for_desk == desk.number
                if ticket.for_desk is not None
                else ticket.queue in desk.serves
            )
            for desk in self.desks.values()
        )

    @property
    def texts(self) -> dict[str, str] | None:
        """What everybody who waits is told now, by language."""
        said = self.message
        return None if said is None or said.is_over(self.now) else said.texts


def ticket_view(
    ticket: Ticket, around: Around, *, ahead: int | None, behind: int | None
) -> messages.TicketView:
    """Return the ticket as its customer sees it; `ahead` and `behind` are None unless it waits."""
    desk = None if ticket.desk is None else around.desks.get(ticket.desk)
    kept_until = None
    if ticket.state is TicketState.MISSED and ticket.ended_at is not None:
        patience = timedelta(minutes=around.settings.rejoin_minutes)
        kept_until = ticket.ended_at + patience
    return messages.TicketView(
        label=ticket.label,
        queue=ticket.queue,
        state=messages.TicketState(ticket.state.value),
        ahead=ahead,
        behind=behind,
        estimate=estimate(around.outlook.of(ticket)),
        desk=ticket.desk,
        servicer=ticket.servicer,
        called_at=ticket.last_called_at,
        next=ticket.id in around.next,
        served=ticket.state is not TicketState.WAITING or around.serves(ticket),
        kept_until=kept_until,
        desk_names={} if desk is None else desk.names,
        message=around.texts if ticket.state in COMES_YET else None,
    )
