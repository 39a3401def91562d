"""What is easily wrong in the Arabic words of the pages: the form of a noun after a number, and numbers that run into each other."""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

MESSAGES = Path(__file__).parents[2] / "server/translations/ar/LC_MESSAGES/messages.po"
TANWIN = "\N{ARABIC FATHATAN}"

Words = list[tuple[str, ...]]


@pytest.fixture(scope="module")
def words() -> Words:
    """The forms of each text: six where it has a plural, else one."""
    with MESSAGES.open() as file:
        told = [message.string for message in read_po(file, locale="ar") if message.id]
    return [(each,) if isinstance(each, str) else tuple(each or ()) for each in told]


def test_eleven_and_more_have_the_accusative_and_a_hundred_has_not(
    words: Words,
) -> None:
    """CLDR: 11 to 99 are `many`, 100 to 102 `other`; the catalogue has those last, these before."""
    plurals = [each for each in words if len(each) == 6]
    wrong = [
        each[5] for each in plurals if each[4].count(TANWIN) > each[5].count(TANWIN)
    ]
    assert plurals
    assert not wrong


def test_no_number_stands_right_beside_another(words: Words) -> None:
    """“A003 5” would be read from left to right as one: the five minutes before the number."""
    every = [form for each in words for form in each]
    assert not [form for form in every if re.search(r"\{(number|label)\} \{", form)]


def test_minutes_that_may_be_any_number_are_written_short_or_counted(
    words: Words,
) -> None:
    """“3 دقيقة” is no Arabic; where no plural is asked for, the abbreviation stands."""
    counted = r"\{(n|target|minutes|high|low)\} (دقيقة|شخص|ساعة|مرة)"
    single = [each[0] for each in words if len(each) == 1]
    assert not [form for form in single if re.search(counted, form)]
