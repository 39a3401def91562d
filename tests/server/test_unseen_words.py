"""What people read on screens can be read: no name is nothing to the eye, and none covers the lines around it."""

from typing import Any

import pytest

from tests.server.in_time import BranchInTime, Device

UNSEEN = ["\u200b", "\u2060\ufeff", "\u200e\u200f", "\u3164", "\u2800", "\u00ad", " \u200d "]  # fmt: skip
HEAPED = "a" + "\u0301" * 7


@pytest.fixture
def manager(branch: BranchInTime) -> Device:
    """A manager's program."""
    return branch.device("manager")


def everywhere(text: str) -> list[tuple[str, dict[str, Any]]]:
    """Return each way in which a manager, or a screen that asks to be let in, has this read by others."""
    return [
        ("/set-up/set-branch", {"settings": {"name": text}}),
        ("/set-up/set-branch", {"words": {"footer": {"en": text}}}),
        ("/set-up/set-queue", {"slug": "parking", "names": {"en": text}}),
        ("/set-up/set-desk", {"number": 3, "names": {"en": text}}),
        ("/set-up/add-servicer", {"name": text, "pin": "739164"}),
        ("/message", {"texts": {"en": text}}),
        ("/staff-call", {"reason": text}),
        ("/pairings", {"role": "kiosk", "name": text}),
    ]


@pytest.mark.parametrize("text", [*UNSEEN, HEAPED, "a\u202eb"])
def test_what_nobody_can_read_is_refused_wherever_it_would_be_shown(
    manager: Device, text: str
) -> None:
    taken = [
        path
        for path, body in everywhere(text)
        if manager.post(path, body).status_code != 422
    ]
    assert taken == []


@pytest.mark.parametrize(
    "text", ["👨\u200d👩\u200d👧", "نامه\u200cها", "Việt ngữ", "C\u00adD", "שָׁלוֹם", "é́́", "12", "?"]
)  # fmt: skip
def test_what_can_be_read_is_kept_as_it_is(manager: Device, text: str) -> None:
    for path, body in everywhere(text):
        assert manager.post(path, body).status_code in (200, 201, 204), path
    names = manager.get("/set-up").json["queues"][0]["names"]
    assert names["en"] == text


def test_what_was_copied_along_unseen_makes_no_second_person(manager: Device) -> None:
    add = "/set-up/add-servicer"
    assert manager.post(add, {"name": "Mona", "pin": "739164"}).status_code == 204
    twice = manager.post(add, {"name": "Mona\u200b", "pin": "583920"})
    assert (twice.status_code, twice.json["type"]) == (409, "already-there")
