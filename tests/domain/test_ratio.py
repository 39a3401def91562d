"""Two kinds of customers, called in turn: nobody of either kind waits for longer than the other's share of a round."""

from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.domain.ratio import NONE_YET, Ratio, ratio_of

P, O = True, False  # noqa: E741  # with priority, and the others


@pytest.mark.parametrize(
    ("ratio", "line", "comes", "place"),
    [
        (Ratio(2, 1), [], P, 0),
        (Ratio(2, 1), [O, O, O], P, 0),
        (Ratio(2, 1), [P, O, O], P, 1),
        (Ratio(2, 1), [P, P, O, O], P, 3),
        (Ratio(2, 1), [P, P, O, P, P, O, O], P, 6),
        (Ratio(1, 2), [P, O, O, O], P, 3),
        (Ratio(2, 1), [P, P, P, P], O, 2),
        (Ratio(2, 1), [P], O, 1),
        (Ratio(1, 3), [P, P, P], O, 1),
    ],
)
def test_whoever_comes_goes_where_their_turn_is(
    ratio: Ratio, line: list[bool], comes: bool, place: int
) -> None:
    assert ratio.place(NONE_YET, line, has_priority=comes) == place


@given(
    st.tuples(st.integers(1, 4), st.integers(1, 4)),
    st.lists(st.tuples(st.booleans(), st.booleans()), max_size=60),
)
def test_while_both_kinds_wait_each_is_called_by_its_share(
    shares: tuple[int, int], steps: list[tuple[bool, bool]]
) -> None:
    ratio = Ratio(*shares)
    turns = NONE_YET
    line: list[bool] = []
    while_both: list[bool] = []
    for comes, has_priority in steps:
        if comes:
            line.insert(
                ratio.place(turns, line, has_priority=has_priority), has_priority
            )
        elif line:
            both = len(set(line)) == 2
            called = line.pop(0)
            turns = ratio.after_call(turns, has_priority=called)
            while_both = [*while_both, called] if both else []
            for kind, run in groupby(while_both):
                assert len(list(run)) <= ratio.shares[0 if kind else 1]


def test_priority_that_never_ends_lets_the_others_have_their_share() -> None:
    ratio, turns, line, called = Ratio(1, 2), NONE_YET, [O, O, O], []
    for _ in range(6):
        line.insert(ratio.place(turns, line, has_priority=P), P)
        called.append(line.pop(0))
        turns = ratio.after_call(turns, has_priority=called[-1])
    assert called == [P, O, O, P, O, P]


@pytest.mark.parametrize("text", ["2", "0:1", "1:0", "21:1", "a:b", "2:1:1", " 2:1"])
def test_what_is_no_ratio_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=text):
        ratio_of(text)
    assert (ratio_of("2:1"), ratio_of("")) == (Ratio(2, 1), None)
