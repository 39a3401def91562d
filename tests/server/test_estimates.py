"""Which range is told: words do not flicker, and that something is known, or nothing any more, is always news."""

import pytest

from server.domain.promise import Promise
from server.present.estimates import steadied


def minutes(low: float, high: float) -> Promise:
    return Promise(round(low * 60), round((low + high) * 30), round(high * 60))


KNOWN = minutes(8, 14)
CASES = {
    "the same": (minutes(8, 14), False),
    "other seconds, the same words": (Promise(8 * 60 + 59, 700, 13 * 60 + 1), False),
    "one minute less": (minutes(7, 14), False),
    "one minute more": (minutes(8, 15), False),
    "one minute at both ends": (minutes(7, 13), False),
    "two minutes less": (minutes(6, 14), True),
    "two minutes more at the beginning": (minutes(10, 14), True),
    "two minutes less at the end": (minutes(8, 12), True),
    "over the edge of a quarter of an hour": (minutes(8, 15.1), False),
    "well over it, in steps of five": (minutes(8, 17), True),
}


@pytest.mark.parametrize(("now", "is_news"), CASES.values(), ids=CASES.keys())
def test_a_range_is_news_once_its_words_differ_by_two_minutes(
    now: Promise, is_news: bool
) -> None:
    assert steadied(KNOWN, now) is (now if is_news else KNOWN)


def test_that_something_is_known_or_nothing_any_more_is_news() -> None:
    assert steadied(None, KNOWN) is KNOWN
    assert steadied(KNOWN, None) is None
    assert steadied(None, None) is None


def test_coarse_words_hide_what_is_less_than_a_step() -> None:
    told = minutes(21, 38)  # 20 to 40
    assert steadied(told, minutes(24, 36)) is told
    assert steadied(told, minutes(19, 34)) == minutes(19, 34)  # 15 to 35


def test_what_lies_at_the_edge_of_two_steps_is_not_now_one_now_the_other() -> None:
    told = minutes(6, 20.5)  # 6 to 25
    for high in (19.5, 20.5, 19, 21, 18.5):
        assert steadied(told, minutes(6, high)) is told
    assert steadied(told, minutes(6, 17)) == minutes(6, 17)
