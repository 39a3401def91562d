"""A console that a manager bound to a desk offers that one, and no other."""

from servicer import answers
from servicer.derive import derive_sign_in
from servicer.state import Chosen
from tests.servicer.desk import MARIAS, NOBODYS, NOW, TOMAS, maria, nobody

free = nobody(MARIAS, TOMAS, NOBODYS, chosen=Chosen(4, "Maria"))


def test_bound_it_shows_that_desk_alone_and_has_chosen_it() -> None:
    props = derive_sign_in(answers.bound_to(free, 5), NOW)
    assert [desk.number for desk in props.desks] == [5]
    assert (props.desk, props.bound, props.servicer) == (5, True, "Maria")


def test_no_other_desk_can_be_chosen_there() -> None:
    bound = answers.bound_to(free, 5)
    assert answers.chose_desk(bound, 3) == bound
    assert answers.chose_desk(bound, 0) == bound


def test_unbound_it_offers_all_again_and_remembers_where_it_was() -> None:
    loose = answers.bound_to(answers.bound_to(free, 5), None)
    props = derive_sign_in(loose, NOW)
    assert [desk.number for desk in props.desks] == [3, 4, 5]
    assert (props.desk, props.bound) == (5, False)


def test_what_is_bound_already_is_not_bound_anew() -> None:
    bound = answers.bound_to(free, 5)
    assert answers.bound_to(bound, 5) is bound
    assert answers.bound_to(free, None) is free


def test_whoever_sits_elsewhere_stays_there() -> None:
    sits = answers.bound_to(maria(), 5)
    assert sits.seat == maria().seat
    assert sits.seat is not None
    assert sits.seat.desk == 3
