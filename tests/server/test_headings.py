"""Each page of the set-up has its answer at its head: a table of cases."""

from collections.abc import Callable
from typing import Any

import pytest

from server.web.languages import Languages
from server.web.manager import headings

LANGUAGES = Languages()
NOON = ("Monday", "9:00")


@pytest.mark.parametrize(
    ("heading", "of", "said"),
    [
        (headings.of_queues, {"queues": 0, "are_open": 0}, "No queue yet. What do people come for?"),
        (headings.of_queues, {"queues": 1, "are_open": 0}, "1 queue. Closed now."),
        (headings.of_queues, {"queues": 2, "are_open": 2}, "2 queues. Open now."),
        (headings.of_queues, {"queues": 3, "are_open": 1}, "3 queues. 1 is open now."),
        (headings.of_queues, {"queues": 3, "are_open": 2}, "3 queues. 2 are open now."),
        (headings.of_desks, {"desks": 0, "unserved": []}, "No desk yet. Where are people served?"),
        (headings.of_desks, {"desks": 1, "unserved": []}, "1 desk. Every queue has one."),
        (headings.of_desks, {"desks": 2, "unserved": ["Weddings"]}, "2 desks. Nobody serves Weddings."),
        (headings.of_desks, {"desks": 2, "unserved": ["A", "B"]}, "2 desks. Nobody serves A and B."),
        (headings.of_desks, {"desks": 2, "unserved": ["A", "B", "C"]}, "2 desks. Nobody serves 3 queues."),
        (headings.of_set_up, {"queues": 2, "desks": 0, "unserved": ["A", "B"]}, "Not everything is set up yet."),
        (headings.of_set_up, {"queues": 0, "desks": 2, "unserved": []}, "Not everything is set up yet."),
        (headings.of_set_up, {"queues": 2, "desks": 2, "unserved": ["Weddings"]}, "Nobody serves Weddings."),
        (headings.of_set_up, {"queues": 2, "desks": 2, "unserved": []}, ""),
        (headings.of_people, {"people": 0, "at_desks": 0}, "Nobody yet. Who serves?"),
        (headings.of_people, {"people": 1, "at_desks": 0}, "1 person serves here. Nobody is at a desk now."),
        (headings.of_people, {"people": 4, "at_desks": 1}, "4 people serve here. 1 is at a desk now."),
        (headings.of_people, {"people": 4, "at_desks": 4}, "4 people serve here. 4 are at a desk now."),
        (headings.of_hours, {"is_open": True, "closes": None, "opens": None, "closed_on": []}, "Open now, day and night."),
        (headings.of_hours, {"is_open": True, "closes": "16:00", "opens": None, "closed_on": []}, "Open now, until 16:00."),
        (headings.of_hours, {"is_open": False, "closes": None, "opens": None, "closed_on": []}, "Closed, and not opening again."),
        (headings.of_hours, {"is_open": False, "closes": None, "opens": NOON, "closed_on": []}, "Closed now; opens Monday at 9:00."),
        (headings.of_hours, {"is_open": True, "closes": "16:00", "opens": None, "closed_on": ["Thu 24 Dec", "Fri 25 Dec"]}, "Open now, until 16:00. Closed on Thu 24 Dec."),
        (headings.of_branch, {"name": "City Hall", "languages": 1}, "City Hall speaks 1 language."),
        (headings.of_branch, {"name": "City Hall", "languages": 3}, "City Hall speaks 3 languages."),
        (headings.of_posters, {"posters": 0}, "No posters: no queue gives numbers by a poster or a link"),
        (headings.of_posters, {"posters": 1}, "1 poster to print"),
        (headings.of_posters, {"posters": 2}, "2 posters to print"),
        (headings.of_changes, {"by": [], "wrong": 0}, "Nothing was changed today. Nobody tried to get in."),
        (headings.of_changes, {"by": ["Ingrid"], "wrong": 0}, "Ingrid changed 1 thing today. Nobody tried to get in."),
        (headings.of_changes, {"by": ["Ingrid"] * 1200, "wrong": 1}, "Ingrid changed 1,200 things today. 1 wrong password or code."),
        (headings.of_changes, {"by": ["Ingrid", "Jo", "Jo"], "wrong": 2}, "3 changes today. 2 wrong passwords or codes."),
    ],
)  # fmt: skip
def test_each_page_has_its_answer_at_its_head(
    heading: Callable[..., str], of: dict[str, Any], said: str
) -> None:
    assert heading(LANGUAGES.choose(["en"]), **of) == said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "Jetzt geöffnet, bis 16:00. Am Do., 24. Dez. geschlossen."),
        ("fr", "jeu. 24 déc."),
        ("es", "24 dic"),
        ("ar", "24 ديسمبر"),
    ],
)
def test_a_day_that_ends_with_a_full_stop_brings_the_sentence_no_second_one(
    language: str, said: str
) -> None:
    of: dict[str, Any] = {"is_open": True, "closes": "16:00", "opens": None}
    ends = {"de": "Do., 24. Dez.", "fr": "jeu. 24 déc.", "es": "24 dic.", "ar": "24 ديسمبر"}  # fmt: skip
    told = headings.of_hours(
        LANGUAGES.choose([language]), **of, closed_on=[ends[language]]
    )
    assert ".." not in told
    assert said in told
