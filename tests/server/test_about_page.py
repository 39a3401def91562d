"""What is new is told on a page as the change log has it."""

import pytest

from server.web.manager.about import New, Piece, news
from tests.server.in_time import BranchInTime
from tests.server.managers import Manager


@pytest.mark.parametrize(
    ("log", "told"),
    [
        ("", []),
        ("# Changelog\n- no version yet\n", []),
        ("## Unreleased\n### Added\n- One.\n- Two,\n  and more.\n", ["One.", "Two, and more."]),
        ("## 2\n- New.\n### Fixed\n- Right.\n## 1\n- Old.\n", ["New.", "Right."]),
        ("## 2\n- [HTTPS](docs/https.md) in a few lines.\n", ["HTTPS in a few lines."]),
        ("## 2\n  lost\n- `queue close`, [A](b) and [C](d)\n", ["`queue close`, A and C"]),
    ],
)  # fmt: skip
def test_what_is_new_is_what_the_newest_part_says(log: str, told: list[str]) -> None:
    assert news(log) == told


@pytest.mark.slow
def test_the_page_tells_the_version_and_what_is_new(branch: BranchInTime) -> None:
    page = Manager(branch, "viewer", "vera").get("/about").text
    assert "This is version 0." in page
    assert "<h2" in page
    assert page.count("<li>") > 3
    assert "(in English)" not in page


def test_what_is_for_whoever_looks_after_the_server_is_told_apart() -> None:
    told = [
        New((Piece("Type ", is_typed=False), Piece("takeanumber", is_typed=True))),
        New((Piece("The API tells it.", is_typed=False),)),
        New((Piece("A queue rests.", is_typed=False),)),
    ]
    assert [each.is_technical for each in told] == [True, True, False]


def test_who_reads_another_language_finds_the_english_news_folded(
    branch: BranchInTime,
) -> None:
    page = Manager(branch, "viewer", "vera").get("/about?language=de").text
    assert "Was ist neu (auf Englisch)</summary>" in page
    assert '<ul class="stack tight news" lang="en" dir="ltr">' in page
