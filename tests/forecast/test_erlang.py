"""Erlang's formulas against what they stand for: sums of fractions, the chain of states step by step, and days that are played."""

import heapq
import random
from fractions import Fraction
from math import exp, factorial, inf, isfinite

import pytest

from server.forecast.erlang import Flow, desks_for, erlang_b, erlang_c, expected

Case = tuple[float, float, float, int, float]

LOADS = (("1/50", 1), ("1/2", 1), ("9/10", 1), ("2", 3), ("9/2", 5), ("12", 20), ("19", 20), ("95", 100), ("480", 500), ("700", 500))  # fmt: skip

FLOWS: tuple[Case, ...] = (  # per hour, handling, patience, desks, within
    (20, 300, 900, 2, 900),
    (40, 300, 600, 3, 900),
    (10, 600, 1800, 3, 600),
    (100, 120, 300, 2, 600),
    (60, 180, 60, 4, 60),
    (12, 240, 7200, 1, 900),
    (300, 100, 600, 9, 300),
    (36, 100, 100_000, 1, 60),
    (90, 100, 6000, 2, 600),
)


@pytest.mark.parametrize(("load", "desks"), LOADS)
def test_erlang_b_and_c_are_the_sums_of_fractions_that_they_stand_for(
    load: str, desks: int
) -> None:
    a = Fraction(load)
    terms = [a**k / factorial(k) for k in range(desks + 1)]
    b = terms[-1] / sum(terms)
    assert erlang_b(float(a), desks) == pytest.approx(float(b), rel=1e-12)
    waiting = terms[-1] * desks / (desks - a) if a < desks else None
    c = waiting / (sum(terms[:-1]) + waiting) if waiting else Fraction(1)
    assert erlang_c(float(a), desks) == pytest.approx(float(c), rel=1e-12)


def test_an_example_of_the_textbooks() -> None:
    """One desk, two customers in three services' time: two thirds wait, two services' time on average."""
    flow = Flow(per_hour=20, handling_s=120)
    found = expected(flow, 1, 120)
    assert erlang_c(flow.load, 1) == pytest.approx(2 / 3)
    assert found.wait_s == pytest.approx(240)
    assert found.seen == pytest.approx(1 - 2 / 3 * exp(-1 / 3))
    assert found.left == 0


@pytest.mark.parametrize("case", FLOWS)
def test_erlang_a_is_the_chain_of_states_followed_step_by_step(case: Case) -> None:
    served, seen, wait_s, left = _followed(*case)
    per_hour, handling, patience, desks, within = case
    found = expected(
        Flow(per_hour=per_hour, handling_s=handling, patience_s=patience), desks, within
    )
    assert found.served == pytest.approx(served, abs=1e-9)
    assert found.seen == pytest.approx(seen, abs=1e-9)
    assert found.wait_s == pytest.approx(wait_s, rel=1e-9)
    assert found.left == pytest.approx(left, abs=1e-9)


@pytest.mark.parametrize("case", FLOWS[:5])
def test_erlang_a_is_within_a_point_of_days_that_are_played(case: Case) -> None:
    seen, wait_s, left = _played(*case, customers=120_000, seed=7)
    per_hour, handling, patience, desks, within = case
    found = expected(
        Flow(per_hour=per_hour, handling_s=handling, patience_s=patience), desks, within
    )
    assert found.seen == pytest.approx(seen, abs=0.01)
    assert found.left == pytest.approx(left, abs=0.01)
    assert found.wait_s == pytest.approx(wait_s, rel=0.03)


def test_without_end_of_patience_it_is_erlang_c() -> None:
    patient = Flow(per_hour=50, handling_s=300)
    nearly = Flow(per_hour=50, handling_s=300, patience_s=1e9)
    for desks in (5, 6, 9):
        one, other = expected(patient, desks, 900), expected(nearly, desks, 900)
        assert other.seen == pytest.approx(one.seen, abs=1e-5)
        assert other.wait_s == pytest.approx(one.wait_s, rel=1e-4)


@pytest.mark.parametrize("per_hour", [1e-9, 1, 60, 29_999, 30_000, 30_001, 1e6, 1e9])
@pytest.mark.parametrize("patience", [None, 1e-3, 60, 7200, 1e8, 1e15])
def test_no_number_of_customers_and_no_patience_is_too_much(
    per_hour: float, patience: float | None
) -> None:
    flow = Flow(per_hour=per_hour, handling_s=60, patience_s=patience)
    before = 0.0
    for desks in (0, 1, 2, 7, 50, 499, 500):
        for within in (0, 1e-6, 900, 1e9):
            found = expected(flow, desks, within)
            assert 0 <= found.seen <= 1
            assert 0 <= found.left <= 1
            assert found.wait_s >= 0
            assert isfinite(found.wait_s) or patience is None
        one = expected(flow, desks, 900).seen
        assert one >= before - 1e-9, "a desk more made it worse"
        before = one


def test_where_nobody_comes_nobody_waits_and_without_a_desk_nobody_is_seen() -> None:
    nobody, somebody = Flow(per_hour=0, handling_s=60), Flow(per_hour=9, handling_s=60)
    assert expected(nobody, 0, 900).seen == 1
    assert expected(somebody, 0, 900).seen == 0
    assert expected(somebody, 0, 900).wait_s == inf


def test_the_fewest_desks_for_a_goal() -> None:
    flow = Flow(per_hour=60, handling_s=240, patience_s=3600)
    desks = desks_for(flow, 900, 0.8)
    assert desks is not None
    fewer = expected(flow, desks - 1, 900)
    assert expected(flow, desks, 900).served >= 0.8 > fewer.served
    assert fewer.seen > fewer.served, "who leaves is not seen"
    assert desks_for(flow, 900, 0.8, most=desks - 1) is None


def _followed(
    per_hour: float, handling: float, patience: float, desks: int, within: float
) -> tuple[float, float, float, float]:
    """Return served, seen, mean wait and left from the chain's balance, and each place's way to the desk by uniformization (Jensen 1953)."""
    rate, free, leaving = per_hour / 3600, 1 / handling, 1 / patience
    weights = [1.0]
    while len(weights) < desks + 2 or weights[-1] > 1e-18 * max(weights):
        n = len(weights)
        out = min(n, desks) * free + max(0, n - desks) * leaving
        weights.append(weights[-1] * rate / out)
    chance = [weight / sum(weights) for weight in weights]
    waiting = sum((n - desks) * p for n, p in enumerate(chance) if n > desks)
    at = chance[desks:]
    every = desks * free + (len(at) + 1) * leaving
    seen, still, weight = sum(chance[:desks]), 0.0, exp(-every * within)
    after = 1 - weight
    steps = int(every * within + 12 * (every * within) ** 0.5 + 60)
    for step in range(steps):
        still += weight * sum(at)
        seen += at[0] * desks * free / every * after
        at = [
            here * (1 - (desks * free + (place + 1) * leaving) / every)
            + behind * (desks * free + (place + 1) * leaving) / every
            for place, (here, behind) in enumerate(zip(at, [*at[1:], 0.0], strict=True))
        ]
        weight *= every * within / (step + 1)
        after -= weight
    return seen, seen / (seen + still), waiting / rate, leaving * waiting / rate


def _played(
    per_hour: float,
    handling: float,
    patience: float,
    desks: int,
    within: float,
    *,
    customers: int,
    seed: int,
) -> tuple[float, float, float]:
    """Return seen, mean wait and left of so many customers, each with a time to come, a patience and a time at the desk."""
    rng = random.Random(seed)
    free_at = [0.0] * desks
    now = waited = 0.0
    seen = left = left_soon = 0
    for _ in range(customers):
        now += rng.expovariate(per_hour / 3600)
        ready = max(now, free_at[0])
        patient_until = now + rng.expovariate(1 / patience)
        if patient_until < ready:
            left += 1
            left_soon += patient_until - now <= within
            waited += patient_until - now
            continue
        waited += ready - now
        seen += ready - now <= within
        heapq.heapreplace(free_at, ready + rng.expovariate(1 / handling))
    return seen / (customers - left_soon), waited / customers, left / customers
