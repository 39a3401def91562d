"""What a ticket's paper says; pure."""

from dataclasses import dataclass

TEST_LABEL = "A000"
"""The label of a test, which no customer ever gets."""


@dataclass(frozen=True, slots=True)
class Words:
    """The fixed words on the paper, in the customer's language."""

    your_number: str
    follow: str
    keep: str
    test: str


@dataclass(frozen=True, slots=True)
class Slip:
    """One ticket's paper. `taken` is the branch's local date and time; `url` may be empty, like the branch's own `footer`."""

    ticket: int
    label: str
    queue: str
    place: str
    taken: str
    url: str
    words: Words
    footer: str = ""
