"""Yesterday's tickets have the labels of today's, and are told to nobody as today's."""

from datetime import timedelta

from server.usecases.call_next import CallNext, call_next
from server.usecases.no_show import no_show
from server.usecases.note import Note, note
from server.usecases.take_number import TakeNumber, take_number
from tests.engine.branch import Branch, Plan, Seat, opened
from tests.engine.watching import Watching

PLAN = Plan(
    queues=(("parking", ()),),
    seats=(Seat(1, ("parking",)), Seat(2, ("parking",))),
    people=("Ana", "Boris"),
)


def miss(branch: Branch, desk: int) -> int:
    """Let somebody come and miss the call; return the ticket."""
    ticket = branch.do(take_number, TakeNumber(queue="parking"))
    branch.do(call_next, CallNext(), desk)
    branch.do(no_show, ticket.id, desk)
    return ticket.id


def test_a_note_on_yesterdays_ticket_leaves_todays_call_of_that_label_as_it_is() -> (
    None
):
    with opened(PLAN) as branch:
        branch.sign_in(1, "Ana")
        branch.sign_in(2, "Boris")
        watching = Watching(branch)
        yesterdays = miss(branch, 1)
        branch.clock.now += timedelta(days=1)
        miss(branch, 2)
        branch.do(note, Note(ticket=yesterdays, text="form 7"), 1)
        watching.check(1)
        watching.close()
