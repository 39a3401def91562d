"""From nothing to a server that knows the screen: what each thing that happens makes of it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from msgspec import structs

from shared.pairing import state as folds
from shared.pairing.state import PairingState, Server
from shared.pairing.steps import (
    Asking,
    Changed,
    Choosing,
    Comparing,
    Refused,
    Searching,
    Typing,
    Unfit,
    Waiting,
    Welcomed,
)
from shared.pairing.terms import Face, Why, Wrong
from shared.wire.finding import FoundServer
from shared.wire.pairing import Pairing, PairingStatus
from tests.shared.pairings import (
    APPROVED,
    ASKED,
    HALL,
    LIBRARY,
    NOW,
    PENDING,
    after,
    asking,
    comparing,
    problem,
    searching,
)

# --- finding ---------------------------------------------------------------------------------


def test_the_only_server_is_asked_once_others_could_have_been_heard() -> None:
    heard = folds.heard_of(searching(), [HALL])
    assert isinstance(folds.ticked(heard, after(1.9)).step, Searching)
    assert folds.ticked(heard, after(2)).step == Asking((HALL.url,), "Hall")


def test_among_several_servers_somebody_chooses() -> None:
    heard = folds.heard_of(searching(), [LIBRARY, HALL])
    led = folds.ticked(heard, after(2))
    assert led.step == Choosing()
    assert led.found == (HALL, LIBRARY)
    assert folds.chose(led, LIBRARY).step == Asking((LIBRARY.url,), "Library")


def test_after_some_seconds_without_any_an_address_can_be_typed() -> None:
    assert isinstance(folds.ticked(searching(), after(7.9)).step, Searching)
    assert folds.ticked(searching(), after(8)).step == Typing()


def test_who_has_not_typed_yet_is_led_to_a_server_that_comes_late() -> None:
    late = folds.ticked(searching(), after(8))
    assert folds.heard_of(late, [HALL]).step == Asking((HALL.url,), "Hall")
    assert folds.heard_of(late, [HALL, LIBRARY]).step == Choosing()


@pytest.mark.parametrize("text", ["1", ""])
def test_who_types_is_not_led_away(text: str) -> None:
    typing = folds.typed(folds.wanted_to_type(searching()), text)
    assert folds.heard_of(typing, [HALL]).step == Typing(text, by_hand=True)


def test_a_server_that_is_gone_is_looked_for_on() -> None:
    gone = folds.heard_of(folds.heard_of(searching(), [HALL]), [])
    assert isinstance(folds.ticked(gone, after(3)).step, Searching)
    assert folds.ticked(gone, after(8)).step == Typing()


def test_who_is_at_a_code_already_stays_there_whoever_is_heard() -> None:
    assert folds.heard_of(comparing(), [HALL, LIBRARY]).step == comparing().step


def test_whoever_announces_a_thousand_servers_fills_no_screen() -> None:
    crowd = [FoundServer(f"http://10.0.4.2:{port}", str(port)) for port in range(1000)]
    assert len(folds.heard_of(searching(), crowd).found) == folds.MOST_FOUND


# --- typing ----------------------------------------------------------------------------------


def typing(text: str) -> PairingState:
    return folds.typed(folds.wanted_to_type(searching()), text)


def test_an_address_that_is_none_is_said_to_be_none() -> None:
    wrong = folds.gave_address(typing("no address"))
    assert wrong.step == Typing("no address", Wrong.NoAddress, by_hand=True)


def test_what_was_wrong_is_not_said_of_what_is_typed_next() -> None:
    wrong = folds.gave_address(typing("no address"))
    assert folds.typed(wrong, "no addres").step == Typing("no addres", by_hand=True)


def test_an_address_is_tried_and_whoever_typed_it_hears_that_nobody_is_there() -> None:
    tried = folds.gave_address(typing("10.0.4.2:1"))
    assert isinstance(tried.step, Asking)
    assert tried.step.urls == ("https://10.0.4.2:1", "http://10.0.4.2:1")
    told = folds.not_reached(tried, Wrong.NobodyThere)
    assert told.step == Typing("10.0.4.2:1", Wrong.NobodyThere, by_hand=True)


def test_what_is_typed_has_an_end() -> None:
    typed = typing("1" * 1000).step
    assert isinstance(typed, Typing)
    assert len(typed.text) == 120


def test_keys_elsewhere_type_nothing() -> None:
    assert folds.typed(comparing(), "1") == comparing()
    assert folds.gave_address(comparing()) == comparing()


def test_who_goes_back_looks_for_servers_again() -> None:
    back = folds.searched_again(typing("10"))
    assert back.step == Searching(NOW)
    known = replace(typing("10"), found=(HALL, LIBRARY))
    assert folds.searched_again(known).step == Choosing()
    one = replace(typing("10"), found=(HALL,))
    assert folds.searched_again(one).step == Searching(NOW, NOW)


# --- asking ----------------------------------------------------------------------------------


def test_a_server_that_was_found_is_asked_on_while_it_is_away() -> None:
    missed = folds.missed(folds.missed(asking()))
    assert missed.step == Asking((HALL.url,), "Hall", missed=2)


def test_what_was_reached_is_where_the_code_comes_from() -> None:
    reached = folds.reached(asking(), HALL.url, "9F3A")
    assert reached.server == Server(HALL.url, "Hall", "9F3A")


def test_a_code_lasts_ten_minutes_by_the_screens_own_clock() -> None:
    step = comparing().step
    assert isinstance(step, Comparing)
    assert step.code.until == after(600)
    assert (step.code.id, step.code.code, step.code.secret) == (
        ASKED.id,
        ASKED.code,
        ASKED.secret,
    )


def test_an_old_code_is_replaced_by_itself() -> None:
    assert isinstance(folds.ticked(comparing(), after(599)).step, Comparing)
    renewed = folds.ticked(comparing(), after(600))
    assert renewed.step == Asking((HALL.url,), "Hall")


@pytest.mark.parametrize(
    "told",
    [
        Pairing(status=PairingStatus.EXPIRED),
        # The answer with the token was lost on its way.
        Pairing(status=PairingStatus.APPROVED, name="Entrance"),
    ],
)
def test_a_pairing_that_ended_elsewhere_is_asked_anew(told: Pairing) -> None:
    assert isinstance(folds.answered(comparing(), told).step, Asking)


def test_the_code_stays_while_the_server_is_away_and_says_so() -> None:
    away = folds.missed(comparing())
    assert isinstance(away.step, Comparing)
    assert away.step.away
    back = folds.answered(away, PENDING)
    assert back.step == comparing().step


def test_approved_it_has_its_token_name_and_desk() -> None:
    told = Pairing(
        status=PairingStatus.APPROVED, token="the token", name="Desk 3", desk=3
    )
    assert folds.answered(comparing(), told).step == Welcomed(
        "Desk 3", "the token", 3, after(2)
    )


def test_without_a_name_it_is_welcome_all_the_same() -> None:
    told = Pairing(status=PairingStatus.APPROVED, token="the token")
    step = folds.answered(comparing(), told).step
    assert isinstance(step, Welcomed)
    assert step.name == ""


def test_refused_it_asks_again_by_hand_or_after_some_minutes() -> None:
    refused = folds.answered(comparing(), Pairing(status=PairingStatus.REFUSED))
    assert refused.step == Refused(after(300))
    assert isinstance(folds.asked_anew(refused).step, Asking)
    assert isinstance(folds.ticked(refused, after(299)).step, Refused)
    assert isinstance(folds.ticked(refused, after(300)).step, Asking)


@pytest.mark.parametrize(
    ("retry_after", "again_at"), [(timedelta(seconds=20), 20), (None, 60)]
)
def test_where_too_many_ask_it_waits_as_long_as_it_is_told(
    retry_after: timedelta | None, again_at: int
) -> None:
    waiting = folds.said_no(asking(), problem(429), retry_after)
    assert waiting.step == Waiting(after(again_at))
    assert folds.ticked(waiting, after(again_at - 1)).step == waiting.step


def test_a_code_that_is_compared_outlives_that_too_many_ask() -> None:
    assert folds.said_no(comparing(), problem(429), None) == comparing()


@pytest.mark.parametrize("status", [401, 404, 410])
def test_a_server_that_knows_the_code_no_more_is_asked_for_a_new_one(
    status: int,
) -> None:
    assert isinstance(folds.said_no(comparing(), problem(status), None).step, Asking)


def test_a_server_that_pairs_no_screens_says_so_in_its_own_words() -> None:
    told = folds.said_no(asking(), problem(404), None)
    assert told.step == Unfit(problem(404), after(60))


def test_an_answer_that_comes_late_changes_nothing() -> None:
    for late in (
        folds.answered(searching(), APPROVED),
        folds.given(searching(), ASKED),
        folds.reached(searching(), HALL.url, ""),
        folds.not_reached(searching(), Wrong.NobodyThere),
        folds.missed(searching()),
    ):
        assert late == searching()


# --- another server, another certificate -------------------------------------------------------


def test_another_server_is_chosen_or_typed() -> None:
    assert folds.wanted_another(comparing()).step == Typing(by_hand=True)
    heard = folds.heard_of(comparing(), [HALL, LIBRARY])
    assert folds.wanted_another(heard).step == Choosing()


def test_no_passer_by_leads_a_paired_screen_to_another_server() -> None:
    revoked = folds.knowing(Face.Kiosk, NOW, "en", HALL.url, Why.Revoked, settled=True)
    assert folds.wanted_another(revoked) == revoked
    assert revoked.step == Asking((HALL.url,))
    assert revoked.server == Server(HALL.url)


def test_another_certificate_is_never_taken_silently() -> None:
    changed = folds.saw_another(comparing())
    assert changed.step == Changed()
    assert folds.ticked(changed, after(100_000)).step == Changed()
    # Only by somebody's hand, and then it is looked at as if for the first time.
    believed = folds.asked_anew(changed)
    assert believed.step == Asking((HALL.url,), "Hall")
    assert believed.server == Server()


def test_a_new_code_is_asked_of_the_same_server_as_before() -> None:
    assert folds.asked_anew(comparing()).server == Server(HALL.url)


def test_who_knows_no_server_looks_for_one() -> None:
    assert folds.asked_anew(searching()).step == Searching(NOW)


def test_a_screen_that_distrusts_its_server_says_so_first() -> None:
    state = folds.distrusting(Face.Display, NOW, "de", HALL.url)
    assert (state.step, state.server, state.settled) == (
        Changed(),
        Server(HALL.url),
        True,
    )


@pytest.mark.parametrize(
    ("guessed", "told", "spoken"),
    [
        (True, "de", "de"),
        (False, "de", "en"),
        (True, "", "en"),
        # One that the programs do not speak.
        (True, "pt", "en"),
    ],
)
def test_the_branchs_own_language_counts_where_nobody_named_one(
    guessed: bool, told: str, spoken: str
) -> None:
    state = replace(folds.reached(asking(), HALL.url, ""), guessed=guessed)
    told_so = structs.replace(ASKED, language=told)
    assert folds.given(state, told_so).language == spoken


def test_another_language_changes_nothing_else() -> None:
    assert folds.spoke(comparing(), "de") == replace(comparing(), language="de")
