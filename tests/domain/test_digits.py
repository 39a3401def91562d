"""Whole numbers as somebody types them."""

import pytest

from server.domain.digits import whole


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("7", 7),
        ("007", 7),
        ("٣", 3),
        ("9" * 18, 10**18 - 1),
        ("9" * 19, None),
        ("9" * 5_000, None),
        ("", None),
        (" 7", None),
        ("-7", None),
        ("1_0", None),
        ("1e3", None),
        ("²", None),
        ("seven", None),
    ],
)
def test_digits_alone_are_a_number(typed: str, number: int | None) -> None:
    assert whole(typed) == number
