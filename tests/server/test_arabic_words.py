"""What is easily wrong in the Arabic words of the pages: the form of a noun after a number, and numbers that run into each other."""

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

MESSAGES = Path(__file__).parents[2] / "server/translations/ar/LC_MESSAGES/messages.po"
TANWIN = "\N{ARABIC FATHATAN}"


@pytest.fixture(scope="module")
def messages() -> list[Message]:
    with MESSAGES.open() as file:
        return [message for message in read_po(file, locale="ar") if message.id]


def test_eleven_and_more_have_the_accusative_and_a_hundred_has_not(
    messages: list[Message],
) -> None:
    """CLDR: 11 to 99 are `many`, 100 to 102 `other`; the catalogue has those fifth, these fourth."""
    wrong = [
        message.string[5]
        for message in messages
        if message.pluralizable
        and message.string[4].count(TANWIN) > message.string[5].count(TANWIN)
    ]
    assert not wrong


def test_no_number_stands_right_beside_another(messages: list[Message]) -> None:
    """“A003 5” would be read from left to right as one: the five minutes before the number."""
    strings = [
        string
        for message in messages
        for string in ([message.string] if isinstance(message.string, str) else message.string)
    ]  # fmt: skip
    wrong = [each for each in strings if re.search(r"\{(number|label)\} \{", each)]
    assert not wrong


def test_minutes_that_may_be_any_number_are_written_short_or_counted(
    messages: list[Message],
) -> None:
    """“3 دقيقة” is no Arabic; where no plural is asked for, the abbreviation stands."""
    wrong = [
        message.string
        for message in messages
        if not message.pluralizable
        and re.search(r"\{(n|target|minutes|high|low)\} (دقيقة|شخص|ساعة|مرة)", message.string)
    ]  # fmt: skip
    assert not wrong
