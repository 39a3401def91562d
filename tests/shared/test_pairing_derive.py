"""What the pairing screen shows of what it knows."""

from dataclasses import replace

import pytest

from shared.pairing import state as folds
from shared.pairing.derive import derive
from shared.pairing.props import PairingProps, ServerRow
from shared.pairing.state import PairingState, Server
from shared.pairing.steps import (
    Asking,
    Changed,
    Choosing,
    Refused,
    Typing,
    Unfit,
    Waiting,
    Welcomed,
)
from shared.pairing.terms import Face, Shown, Why, Wrong
from shared.translations import LANGUAGES
from shared.wire.finding import FoundServer
from tests.shared.pairings import (
    HALL,
    LIBRARY,
    NOW,
    after,
    asking,
    comparing,
    problem,
    searching,
)


def shown(state: PairingState) -> PairingProps:
    """Return what is shown, without the languages that stand on every screen."""
    return replace(derive(state), languages=())


ALONE = PairingProps()
ADDRESS = "10.0.4.2:8080"


@pytest.mark.parametrize(
    ("state", "props"),
    [
        (searching(), ALONE),
        (asking(), replace(ALONE, shown=Shown.Asking, server="Hall", address=ADDRESS)),
        (
            comparing(),
            PairingProps(
                shown=Shown.Comparing,
                code="7K4M2XQ9",
                link="http://10.0.4.2:8080/manager/devices?code=7K4M2XQ9",
                address="10.0.4.2:8080/manager/devices",
                server="Hall",
                left_s=600,
            ),
        ),
        (
            replace(comparing(), step=Refused(after(9))),
            PairingProps(shown=Shown.Refused, server="Hall", address=ADDRESS),
        ),
        (
            replace(searching(), step=Waiting(after(79.2))),
            PairingProps(shown=Shown.Waiting, left_s=80),
        ),
        (
            replace(searching(), step=Unfit(problem(404), after(9))),
            PairingProps(shown=Shown.Unfit, detail="Not here."),
        ),
        (replace(searching(), step=Changed()), PairingProps(shown=Shown.Changed)),
        (
            replace(searching(), step=Welcomed("Entrance", "secret", 3, after(2))),
            PairingProps(shown=Shown.Welcomed, name="Entrance"),
        ),
        (
            replace(searching(), step=Typing("10.", Wrong.NoAddress)),
            PairingProps(shown=Shown.Typing, typed="10.", wrong=Wrong.NoAddress),
        ),
        (
            replace(
                searching(), step=Asking(("https://a:1", "http://a:1"), typed="A:1")
            ),
            PairingProps(shown=Shown.Asking, address="A:1"),
        ),
    ],
)
def test_each_step_has_its_screen(state: PairingState, props: PairingProps) -> None:
    assert shown(state) == props


def test_neither_secret_nor_token_is_shown() -> None:
    for state in (
        comparing(),
        replace(searching(), step=Welcomed("Entrance", "secret", 3, after(2))),
    ):
        assert "secret" not in str(derive(state))
        assert "only mine" not in str(derive(state))


def test_servers_of_one_name_are_told_apart_by_their_addresses() -> None:
    other = FoundServer("http://10.0.4.9:8080", "Library")
    state = replace(searching(), step=Choosing(), found=(HALL, LIBRARY, other))
    assert derive(state).servers == (
        ServerRow(HALL.url, "Hall", ""),
        ServerRow(LIBRARY.url, "Library", "10.0.4.3:8080"),
        ServerRow(other.url, "Library", "10.0.4.9:8080"),
    )


@pytest.mark.parametrize(("missed", "away"), [(0, False), (1, False), (2, True)])
def test_one_try_without_an_answer_is_not_worth_a_word(missed: int, away: bool) -> None:
    state = replace(searching(), step=Asking((HALL.url,), "Hall", missed=missed))
    assert derive(state).away is away


def test_a_server_that_is_not_heard_is_said_beside_its_code() -> None:
    assert derive(folds.missed(comparing())).away


def test_a_code_counts_down_in_whole_seconds_and_not_below_none() -> None:
    assert derive(replace(comparing(), now=after(47.5))).left_s == 553
    assert derive(replace(comparing(), now=after(900))).left_s == 0


def test_the_certificate_that_was_pinned_is_told() -> None:
    own = replace(comparing(), server=Server("https://hall.example", "", "9F3A 11C0"))
    props = derive(own)
    assert props.fingerprint == "9F3A 11C0"
    assert props.link == "https://hall.example/manager/devices?code=7K4M2XQ9"
    assert props.address == "hall.example/manager/devices"


@pytest.mark.parametrize("face", list(Face))
def test_a_revoked_screen_says_so_and_offers_no_other_server(face: Face) -> None:
    state = folds.knowing(face, NOW, "en", HALL.url, Why.Revoked, settled=True)
    props = derive(state)
    assert (props.face, props.why, props.may_change) == (face, Why.Revoked, False)


def test_every_language_is_offered_and_the_spoken_one_is_chosen() -> None:
    rows = derive(folds.spoke(searching(), "ar")).languages
    assert [row.code for row in rows] == list(LANGUAGES)
    assert [row.code for row in rows if row.chosen] == ["ar"]
    assert "العربية" in [row.name for row in rows]
