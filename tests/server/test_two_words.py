"""Whoever scanned with a browser that forgets finds their number again, and nobody finds another's by guessing."""

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from server.domain.branch import JoinMode
from server.store.tokens import TicketTokens
from server.usecases.setup import SetBranch, SetQueue
from server.web.phone import two_words
from server.web.phone.two_words import are_words_of, words_of
from shared.labels import labels_meant
from shared.translations import LANGUAGES
from tests.server.in_time import BranchInTime

pytestmark = pytest.mark.slow

TOKENS = TicketTokens(b"x" * 32)
HERE = {"Origin": "http://localhost"}


@pytest.fixture
def branch(branch: BranchInTime) -> BranchInTime:
    """A branch where anybody may take a number on a phone."""
    branch.do(SetQueue(slug="parking", settings={"join": JoinMode.OPEN}))
    return branch


def browser(branch: BranchInTime) -> FlaskClient:
    return branch.http.application.test_client()


def taken(branch: BranchInTime) -> tuple[str, str, str]:
    """Take a number on a phone; return its page, its label and its two words."""
    page = browser(branch).post("/q/parking").location
    assert page is not None
    return page, *shown(branch, page)


def shown(branch: BranchInTime, page: str, **headers: str) -> tuple[str, str]:
    """Return the label and the two words on a page."""
    text = browser(branch).get(page, headers=headers).text
    label = re.search(r'data-say="{label}">(.+?)</h1>', text)
    words = re.search(r'class="again".*?: (.+?)</p>', text)
    assert label
    assert words
    return label[1], words[1]


def find(
    phone: FlaskClient, label: str, words: str, address: str = "127.0.0.1"
) -> TestResponse:
    return phone.post(
        "/back",
        data={"label": label, "words": words},
        headers=HERE,
        environ_overrides={"REMOTE_ADDR": address},
    )


def test_label_and_words_lead_back_to_the_page(branch: BranchInTime) -> None:
    taken(branch)
    page, label, words = taken(branch)
    phone = browser(branch)
    assert "/back" in phone.get("/q/parking").text
    assert 'action="/back"' in phone.get("/back").text
    assert find(phone, label, words).location == page
    # From now on the browser has it, and takes no second one.
    assert page in phone.get("/q/parking").text
    assert branch.rows("taken") == 2


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_words_are_in_the_languages_of_the_page_and_found_in_all(
    branch: BranchInTime, tag: str
) -> None:
    english = branch.http.post("/q/parking").location
    page = browser(branch).post("/q/parking", headers={"Accept-Language": tag}).location
    assert english
    assert page
    label, said = shown(branch, page)
    assert set(said.split()) <= set(two_words._names()[tag])
    assert find(browser(branch), label, said).location == page
    assert find(browser(branch), *shown(branch, english)).location == english


@pytest.mark.parametrize("typed", ["a1", "A 001", "A-1", "a０１", "A٠٠١", " a001 "])
def test_a_number_is_found_however_it_is_typed(
    branch: BranchInTime, typed: str
) -> None:
    page, _, words = taken(branch)
    assert find(browser(branch), typed, words).location == page


def test_other_words_find_nothing_and_say_so(branch: BranchInTime) -> None:
    _, label, words = taken(branch)
    first, second = words.split()
    for wrong in (
        "",
        first,
        f"{second} {first}",
        f"{words} {first}",
        "% %",
        "x" * 9_999,
    ):
        answer = find(browser(branch), label, wrong, f"10.0.0.{len(wrong) % 250}")
        if answer.status_code == 429:
            break
        assert answer.status_code == 404
        assert "No number of today goes with these words" in answer.text
        assert "Set-Cookie" not in answer.headers


def test_yesterdays_number_is_found_no_more(branch: BranchInTime) -> None:
    _, label, words = taken(branch)
    branch.clock.forward(days=1)
    branch.look_after()
    assert find(browser(branch), label, words).status_code == 404


@pytest.mark.parametrize("label", ["A001", "Z999", "nonsense", ""])
def test_at_one_number_five_wrong_tries_an_hour_are_looked_at(
    branch: BranchInTime, label: str
) -> None:
    """There or not, the answers are the same."""
    _, _, words = taken(branch)
    tries = [find(browser(branch), label, "no way", f"10.0.0.{n}") for n in range(6)]
    assert [answer.status_code for answer in tries] == [404] * 5 + [429]
    assert 0 < int(tries[-1].headers["Retry-After"]) <= 3600
    assert "tried too often" in tries[-1].text
    branch.clock.forward(hours=1)
    right = find(browser(branch), label, words)
    assert right.status_code == (303 if label == "A001" else 404)


def test_from_one_address_twenty_wrong_tries_an_hour_are_looked_at(
    branch: BranchInTime,
) -> None:
    _, label, words = taken(branch)
    status = [find(browser(branch), f"Z{n}", "no way").status_code for n in range(21)]
    assert status == [404] * 20 + [429]
    assert find(browser(branch), label, words).status_code == 429
    assert find(browser(branch), label, words, "10.0.0.9").status_code == 303


def test_who_is_right_is_not_counted(branch: BranchInTime) -> None:
    _, label, words = taken(branch)
    status = {find(browser(branch), label, words).status_code for _ in range(30)}
    assert status == {303}


def test_no_other_site_plants_a_ticket_that_way(branch: BranchInTime) -> None:
    _, label, words = taken(branch)
    form = {"label": label, "words": words}
    phone = browser(branch)
    elsewhere = {"Origin": "http://evil.example"}
    assert phone.post("/back", data=form, headers=elsewhere).status_code == 403
    assert "Set-Cookie" not in phone.post("/back", data=form).headers


def test_the_words_are_nowhere_in_the_database(branch: BranchInTime) -> None:
    branch.do(SetBranch(settings={"name": "Hall"}))
    _, _, words = taken(branch)
    with branch.switched_off():
        kept = (branch.directory / "queue.db").read_bytes()
    assert words.encode() not in kept


@pytest.mark.parametrize(
    ("language", "said", "typed"),
    [
        ("de", "Löwe Schlüssel", "loewe SCHLUESSEL"),
        ("de", "Straße Tür", "strasse, tur"),
        ("es", "león jardín", "Leon - Jardin"),
        ("fr", "forêt été", "FORET ETE"),
        ("ar", "قلعة موسيقى", "القلعه موسيقي"),
        ("ar", "أسد إجاصة", "اسد اجاصه"),
        ("en", "amber river", "Amber · River"),
    ],
)
def test_words_are_typed_as_people_type(
    monkeypatch: pytest.MonkeyPatch, language: str, said: str, typed: str
) -> None:
    names = two_words._names()[language]
    pair = tuple(names.index(word) for word in said.split())
    monkeypatch.setattr(two_words, "_pair", lambda tokens, token: pair)
    assert words_of(TOKENS, "", language) == said
    assert are_words_of(TOKENS, "", typed)
    assert not are_words_of(TOKENS, "", " ".join(reversed(typed.split())))


def test_each_language_has_as_many_words_each_of_one_meaning() -> None:
    names = two_words._names()
    assert set(names) == set(LANGUAGES)
    for tag, words in names.items():
        plain = {two_words._plain(word) for word in words}
        assert (len(words), len(plain)) == (128, 128), tag
        assert all(re.fullmatch(r"\w+", word) for word in words), tag
    rows = Path(two_words.__file__).with_suffix(".txt").read_text().splitlines()
    assert {row.count("|") for row in rows} == {len(LANGUAGES) - 1}


def test_the_words_of_many_tickets_are_spread_evenly() -> None:
    said = {words_of(TOKENS, str(number), "en") for number in range(2_000)}
    assert all(len(set(pair.split())) == 2 for pair in said), "of two different words"
    assert len(said) > 1_800


@pytest.mark.parametrize(
    ("typed", "first"),
    [("A007", "A7"), ("ab 12", "AB12"), ("7", None), ("A", None), ("A0", "A0")],
)
def test_which_labels_may_be_meant(typed: str, first: str | None) -> None:
    labels = labels_meant(typed)
    assert (labels[0] if labels else None) == first
