"""How queues, instants, openings and waits are told, by tables."""

from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from shared.qt import sample
from shared.wire.estimates import in_minutes
from shared.wire.messages import Estimate
from shared.wire.wording import (
    UNKNOWN_OPENING,
    Opening,
    clock_time,
    listed,
    name_in,
    opening_of,
    queue_name,
    side_by_side,
)

MIDNIGHT = datetime(2026, 3, 12, 23, 0, tzinfo=UTC)
"""Where the branch is, the 13th begins now."""


@pytest.mark.parametrize(
    ("names", "language", "told"),
    [
        ({"en": "Bills", "de": "Rechnungen"}, "de", "Rechnungen"),
        ({"en": "Bills", "de": "Rechnungen"}, "fr", "Bills"),
        ({"de": "Rechnungen", "en": "Bills"}, "fr", "Rechnungen"),
        ({"en": "Bills", "de": ""}, "de", "Bills"),
        ({}, "en", "bills"),
    ],
)
def test_a_queue_is_called_by_the_name_that_its_customer_understands_best(
    names: dict[str, str], language: str, told: str
) -> None:
    assert name_in(replace(sample.BILLS, names=names), language) == told


@pytest.mark.parametrize(
    ("slug", "language", "told"),
    [
        ("passports", "de", "Reisepässe und Personalausweise"),
        ("bills", "en", "Pay a bill"),
        ("bills", "it", "Pay a bill"),
        ("removed", "en", ""),
    ],
)
def test_a_queue_that_was_removed_has_no_name(
    slug: str, language: str, told: str
) -> None:
    assert queue_name(sample.THREE_QUEUES, slug, language) == told


@pytest.mark.parametrize(
    ("instant", "time_zone", "told"),
    [
        (sample.NOW, "Europe/Berlin", "10:42"),
        (sample.NOW, "UTC", "09:42"),
        (MIDNIGHT, "Europe/Berlin", "00:00"),
        (None, "Europe/Berlin", ""),
    ],
)
def test_a_clock_shows_the_branchs_own_time(
    instant: datetime | None, time_zone: str, told: str
) -> None:
    assert clock_time(instant, time_zone) == told


@pytest.mark.parametrize(
    ("now", "opens", "told"),
    [
        (sample.NOW, None, UNKNOWN_OPENING),
        (sample.NOW, timedelta(hours=2), Opening("12:42", 0, 4)),
        (sample.NOW, timedelta(hours=22, minutes=18), Opening("09:00", 1, 5)),
        (sample.NOW, timedelta(days=4), Opening("10:42", 4, 1)),
        # In UTC both are the 12th.
        (MIDNIGHT - timedelta(minutes=30), timedelta(hours=1), Opening("00:30", 1, 5)),
        (MIDNIGHT, timedelta(hours=8), Opening("08:00", 0, 5)),
    ],
)
def test_an_opening_is_told_by_the_branchs_own_calendar(
    now: datetime, opens: timedelta | None, told: Opening
) -> None:
    branch = sample.branch(next_opening=None if opens is None else now + opens)
    assert opening_of(replace(branch, now=now)) == told


@pytest.mark.parametrize(
    ("low_s", "high_s", "told"),
    [
        (0, 0, (1, 1)),
        (30, 59, (1, 1)),
        (60, 60, (1, 1)),
        (119, 121, (1, 3)),
        (480, 840, (8, 14)),
        (900, 900, (15, 15)),
        (959, 959, (15, 20)),
        (960, 961, (15, 20)),
        (16 * 60, 20 * 60, (15, 20)),
        (20 * 60, 20 * 60, (20, 20)),
        (21 * 60, 24 * 60 + 1, (20, 25)),
        (59 * 60, 60 * 60, (55, 60)),
        (61 * 60, 61 * 60, (60, 75)),
        (179 * 60, 240 * 60, (165, 240)),
        (241 * 60, 241 * 60, (240, 300)),
        (600 * 60, 905 * 60, (600, 960)),
    ],
)
def test_a_wait_is_told_in_minutes_widened_outwards_the_longer_the_coarser(
    low_s: int, high_s: int, told: tuple[int, int]
) -> None:
    assert in_minutes(Estimate(low_s=low_s, high_s=high_s)) == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], ""),
        (["Parking"], "Parking"),
        (["Parking 3", "", "Bills 2"], "Parking 3 · Bills 2"),
        # Otherwise the numbers would change places.
        (["فواتير 3", "Bills 2"], "\u200f\u2068فواتير 3\u2069 · \u2068Bills 2\u2069"),
        (["3 Bills", "אב"], "\u20683 Bills\u2069 · \u2068אב\u2069"),
        # A number is read either way, a single letter decides.
        (["3", "אב"], "\u200f\u20683\u2069 · \u2068אב\u2069"),
        (["א", "Bills"], "\u200f\u2068א\u2069 · \u2068Bills\u2069"),
    ],
)
def test_words_side_by_side_keep_their_own_direction(
    words: list[str], told: str
) -> None:
    assert side_by_side(words) == told


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "A101, R102"),
        ("de", "A101, R102"),
        ("ar", "\u200f\u2068A101\u2069\u060c \u2068R102\u2069"),
    ],
)
def test_a_list_has_its_languages_commas(language: str, told: str) -> None:
    assert listed(["A101", "R102"], language) == told
    assert listed([], language) == ""
