"""Whom a desk calls next: pure functions over what waits."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.domain.branch import Desk, Policy
from server.domain.policy import Head, choose

QUEUES = ("parking", "passports", "tax")


def desk(policy: Policy, weights: tuple[int, ...] = ()) -> Desk:
    return Desk(number=3, queues=QUEUES, policy=policy, weights=weights)


def head(queue: str, position: str) -> Head:
    return Head(queue, position, ticket=int(position))


def called(at: Desk, heads: list[Head], times: int) -> list[str]:
    """Return which queues are called, when each always has somebody waiting."""
    queues = []
    for _ in range(times):
        choice = choose(at, heads)
        assert choice is not None
        queues.append(choice.head.queue)
        if choice.turns is not None:
            at = replace(at, turns=choice.turns)
    return queues


@pytest.mark.parametrize("policy", Policy)
def test_nobody_waiting_is_nobody_called(policy: Policy) -> None:
    assert choose(desk(policy), []) is None


@pytest.mark.parametrize(
    ("policy", "waiting", "expected"),
    [
        (Policy.OLDEST, {"parking": "5", "passports": "3", "tax": "4"}, "passports"),
        (Policy.STRICT, {"parking": "5", "passports": "3", "tax": "4"}, "parking"),
        (Policy.STRICT, {"passports": "9", "tax": "1"}, "passports"),
        (Policy.RATIO, {"passports": "9", "tax": "1"}, "passports"),
    ],
)
def test_a_policy_chooses_among_the_heads(
    policy: Policy, waiting: dict[str, str], expected: str
) -> None:
    heads = [head(queue, position) for queue, position in waiting.items()]
    choice = choose(desk(policy), heads)
    assert choice is not None
    assert choice.head.queue == expected


def test_a_ratio_is_kept_round_by_round() -> None:
    heads = [head(queue, "1") for queue in QUEUES]
    queues = called(desk(Policy.RATIO, (3, 2, 1)), heads, 12)
    assert queues == [*["parking"] * 3, *["passports"] * 2, "tax"] * 2


def test_a_queue_where_nobody_waits_loses_its_turn_rather_than_stopping_the_desk() -> (
    None
):
    only_tax = [head("tax", "1")]
    assert called(desk(Policy.RATIO, (3, 2, 1)), only_tax, 3) == ["tax"] * 3


@pytest.mark.parametrize("policy", [Policy.STRICT, Policy.RATIO])
def test_who_was_sent_to_this_desk_goes_first(policy: Policy) -> None:
    heads = [head("parking", "1"), head("elsewhere", "9")]
    choice = choose(desk(policy, (1, 1, 1)), heads)
    assert choice is not None
    assert choice.head.queue == "elsewhere"


@given(
    st.lists(st.integers(1, 5), min_size=3, max_size=3),
    st.integers(1, 30),
)
def test_no_queue_starves_under_a_ratio(weights: list[int], rounds: int) -> None:
    heads = [head(queue, "1") for queue in QUEUES]
    at = desk(Policy.RATIO, tuple(weights))
    queues = called(at, heads, sum(weights) * rounds)
    assert [queues.count(queue) for queue in QUEUES] == [w * rounds for w in weights]
