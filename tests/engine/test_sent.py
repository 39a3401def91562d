"""Customers who were sent to one desk, beside those who simply wait."""

from server.domain.branch import Policy
from server.usecases.call_next import CallNext, call_next
from server.usecases.take_number import TakeNumber, take_number
from server.usecases.transfer import Transfer, transfer
from tests.engine.branch import Plan, Seat, opened

PLAN = Plan(
    queues=(("parking", ()), ("passports", ())),
    seats=(Seat(1, ("parking",), Policy.STRICT), Seat(2, ("parking", "passports"))),
    people=("Ana", "Boris"),
)


def test_who_was_sent_from_a_foreign_queue_goes_first_also_behind_one_sent_in_its_own() -> (
    None
):
    with opened(PLAN) as branch:
        branch.sign_in(1, "Ana")
        branch.sign_in(2, "Boris")
        take = [TakeNumber(queue="parking")] * 2 + [TakeNumber(queue="passports")]
        _, own, foreign = [branch.do(take_number, command) for command in take]
        for sent in (own, foreign):
            branch.do(transfer, Transfer(ticket=sent.id, desk=1), 2)
        called = branch.do(call_next, CallNext(), 1)
        assert called is not None
        assert called.label == foreign.label
