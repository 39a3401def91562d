"""More queues than fit one screen, and where each is found."""

import pytest
from msgspec.structs import replace

from kiosk import state as folds
from kiosk.derive_home import derive_home
from kiosk.made_up import at, many_queues, nine_queues
from kiosk.state import KioskState
from shared.qt import sample
from shared.wire.messages import Queue

HOME = at(sample.branch(), "en")


def letters(state: KioskState) -> str:
    """Return the letters of the queues that can be tapped."""
    return "".join(row.letter for row in derive_home(state).queues)


MANY = at(sample.branch(many_queues()), "en")
NINE = at(sample.branch(nine_queues()), "en")
SIX = at(sample.branch(sample.SIX_QUEUES), "en")


@pytest.mark.parametrize(
    ("state", "queues", "groups"),
    [
        (SIX, "ARLHUW", []),
        (NINE, "ARLHUWYFX", []),
        (MANY, "", ["A R L H U W", "Y F X C D E"]),
        (folds.opened_group(MANY, 0), "ARLHUW", []),
        (folds.opened_group(MANY, 1), "YFXCDE", []),
    ],
)
def test_more_queues_than_fit_are_found_in_groups(
    state: KioskState, queues: str, groups: list[str]
) -> None:
    home = derive_home(state)
    assert letters(state) == queues
    assert [row.letters for row in home.groups] == groups
    assert [row.group for row in home.groups] == list(range(len(groups)))
    assert home.in_group == (state.group is not None)
    assert (home.next_page, home.more) == (0, 0)


@pytest.mark.parametrize(
    ("state", "page", "queues", "following", "more"),
    [
        (folds.switched_larger(HOME), None, "ARL", 0, 0),
        (folds.switched_larger(SIX), None, "ARL", 1, 3),
        (folds.switched_larger(SIX), 1, "HUW", 0, 3),
        (folds.switched_larger(MANY), 2, "YFX", 3, 3),
        (folds.switched_lower(SIX), None, "ARLHUW", 0, 0),
        (folds.switched_lower(NINE), None, "ARLHUW", 1, 3),
        (folds.switched_lower(NINE), 1, "YFX", 0, 6),
        (folds.switched_lower(folds.switched_larger(HOME)), None, "AR", 1, 1),
        (folds.switched_lower(folds.switched_larger(HOME)), 1, "L", 0, 2),
    ],
)
def test_in_larger_letters_or_lower_down_queues_go_page_by_page(
    state: KioskState, page: int | None, queues: str, following: int, more: int
) -> None:
    opened = folds.opened_group(state, page)
    home = derive_home(opened)
    assert (letters(opened), home.groups) == (queues, ())
    assert (home.next_page, home.more) == (following, more)


def lettered(letters: str) -> list[Queue]:
    """Return a queue for each letter."""
    return [replace(sample.PARKING, slug=each, letter=each) for each in letters]


@pytest.mark.parametrize(
    "groups",
    [
        ["ABCDE", "FGHIJ"],
        ["ABCDEF", "GHIJK"],
        ["ABCDEFG", "HIJKLM", "NOPQRS"],
        ["ABCDEFG", "HIJKLMN", "OPQRST"],
    ],
    ids=" ".join,
)
def test_queues_are_shared_out_among_their_groups_as_evenly_as_they_can_be(
    groups: list[str],
) -> None:
    state = at(sample.branch(lettered("".join(groups))), "en")
    rows = derive_home(state).groups
    assert [row.letters for row in rows] == [" ".join(each) for each in groups]
    opened = [folds.opened_group(state, place) for place in range(len(groups))]
    assert [letters(each) for each in opened] == groups


def test_a_group_says_the_names_of_its_queues() -> None:
    groups = derive_home(folds.chose_language(MANY, "de")).groups
    assert groups[1].names == (
        "Bewohnerparkausweise · Ausweis, Reisepass · Rechnung bezahlen"
        " · Wohnsitzanmeldung · Führerscheine · Geburten und Eheschließungen"
    )


def test_a_queue_keeps_its_colour_in_its_group() -> None:
    rows = derive_home(folds.opened_group(MANY, 1)).queues
    assert [row.ordinal for row in rows] == [6, 7, 8, 9, 10, 11]
