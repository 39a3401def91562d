"""Managers read who changed what, in words, and put any of it back."""

import html
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from enum import Enum
from typing import Any, get_args, get_type_hints

import pytest
from werkzeug.test import TestResponse

from server.domain.account import Account
from server.domain.alterations import Altered, Kind, Thing
from server.domain.branch import (
    BranchSettings,
    Desk,
    Device,
    Hours,
    JoinMode,
    Policy,
    Queue,
    QueueSettings,
)
from server.domain.settings import settings_of
from server.domain.ticket import Ticket, TicketState
from server.domain.today import ByHand, Switch
from server.store.store import MAIN_BRANCH
from server.usecases.setup import AddQueue, SetBranch, SetQueue
from server.web.languages import Language, Languages
from server.web.manager.change_labels import labels
from server.web.manager.change_words import ChangeWords, Line
from shared.translations import LANGUAGES as LANGUAGE_TAGS
from shared.translations import SOURCE
from tests.database import opened
from tests.server.in_time import BranchInTime
from tests.server.managers import Manager

LANGUAGES = Languages()
ENGLISH, GERMAN = LANGUAGES.choose(["en"]), LANGUAGES.choose(["de"])
PARKING = Queue(slug="parking", letter="A", names={"en": "Parking permits", "de": "Parken"}, ordinal=1)  # fmt: skip
NINE_TO_FOUR = ((time(9), time(16)),)
CITY_HALL = BranchSettings(
    name="City Hall",
    names={"de": "Rathaus"},
    time_zone="UTC",
    priority_names={"senior": {"en": "Over 65", "de": "Über 65"}},
)
WEEK = Hours(week={0: NINE_TO_FOUR, 3: NINE_TO_FOUR})


@pytest.fixture
def manager(branch: BranchInTime) -> Manager:
    """A manager who is signed in."""
    return Manager(branch)


def words(answer: TestResponse) -> str:
    """Return the page as it is read, without what it is made of."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", answer.text)).split())


def settings(branch: BranchInTime) -> BranchSettings:
    with branch.store.reading(MAIN_BRANCH) as view:
        return view.branch.settings


def ways_back(answer: TestResponse) -> list[str]:
    """Return where the page offers to put something back, the latest change first."""
    return re.findall(r'action="/manager(/changes/\d+/put-back)"', answer.text)


# --- the page -------------------------------------------------------------------------------------


def test_what_was_just_changed_is_said_with_the_way_back(
    branch: BranchInTime, manager: Manager
) -> None:
    manager.post("/hours/week", {"day0-from1": "9", "day0-until1": "16"})
    closes = {"first": "2026-12-31", "other-from1": "9", "other-until1": "12"}
    answer = manager.post("/hours/day", closes)
    page = manager.get(str(answer.location).removeprefix("/manager"))
    assert "Your branch: Thu 31 Dec: 09:00–12:00." in words(page)
    (back,) = ways_back(page)
    answer = manager.post(back)
    assert answer.status_code == 303
    assert settings(branch).hours.exceptions == {}
    assert "Your branch: Thu 31 Dec: closed." in words(manager.get(str(answer.location).removeprefix("/manager")))  # fmt: skip


def test_changes_are_listed_with_who_what_and_the_way_back(
    branch: BranchInTime, manager: Manager
) -> None:
    branch.do(SetQueue(slug="parking", settings={"join": "open"}))
    manager.post("/queues/passports/remove")
    page = manager.get("/changes")
    read = words(page)
    assert "Ingrid Passports was removed" in read
    assert "The command line Parking permits: Numbers on phones Nobody Everybody Put back" in read  # fmt: skip
    assert "Nothing was altered afterwards:" in read
    assert "changes today. Nobody tried to get in." in read
    manager.post(ways_back(page)[0])
    with branch.store.reading(MAIN_BRANCH) as view:
        assert view.queue("passports").letter == "R"
    assert "Was put back later" in words(manager.get("/changes"))


def test_put_back_restores_each_setting_exactly(
    branch: BranchInTime, manager: Manager
) -> None:
    before = settings(branch)
    branch.do(
        SetBranch(
            settings={"name": "Town Hall", "languages": ["de", "en"], "accent": "#0a55a3", "priorities": {}, "target_minutes": 5},
            words={"footer": {"de": "Guten Tag"}},
        )
    )  # fmt: skip
    assert settings(branch) != before
    manager.post(ways_back(manager.get("/changes"))[0])
    assert settings(branch) == before


def test_what_cannot_be_put_back_says_so(
    branch: BranchInTime, manager: Manager
) -> None:
    branch.do(AddQueue(slug="bills", names={"en": "Bills"}))
    (back, *_) = ways_back(manager.get("/changes"))
    branch.device("kiosk").take("bills")
    answer = manager.post(back)
    assert answer.status_code == 422
    assert 'id="errors"' in answer.text
    assert "Nothing was changed." in answer.text
    assert "to put right" not in answer.text
    assert manager.post("/changes/999999/put-back").status_code == 422


@pytest.mark.slow
def test_a_refusal_is_said_in_the_language_of_the_page(
    branch: BranchInTime, manager: Manager
) -> None:
    branch.do(SetQueue(slug="parking", letter="P"))
    (back, *_) = ways_back(manager.get("/changes"))
    branch.do(SetQueue(slug="passports", letter="A"))
    manager.browser.set_cookie("language", "de")
    said = "Eine Warteschlange mit dem Buchstaben A gibt es schon."
    assert said in words(manager.post(back))


def test_what_is_never_put_back_says_why(manager: Manager) -> None:
    manager.post("/people/add", {"name": "Rosa"})
    manager.post("/people/pin", {"name": "Rosa"})
    assert "A PIN is not kept when somebody" in words(manager.get("/changes"))


def test_who_tried_to_get_in_is_told(branch: BranchInTime, manager: Manager) -> None:
    stranger = Manager(branch, name="jose").browser
    stranger.delete_cookie("manager")
    page = stranger.get("/manager/sign-in")
    seal = re.search(r'name="csrf" value="([^"]+)"', page.text)
    assert seal
    form = {"csrf": seal[1], "name": "stranger", "password": "not the one at all"}
    stranger.post("/manager/sign-in", data=form, headers={"Origin": "http://localhost"})
    read = words(manager.get("/changes"))
    assert "1 wrong password or code." in read
    assert "Nobody of that name Wrong password" in read


def test_an_entry_that_was_altered_afterwards_is_told_of(
    branch: BranchInTime, manager: Manager
) -> None:
    with branch.stopped(), opened(branch.directory / "queue.db") as database:
        database.execute("UPDATE audit SET link = zeroblob(32) WHERE seq = (SELECT max(seq) FROM audit)")  # fmt: skip
        database.commit()
    manager = Manager(branch, name="other")
    assert "is written here was altered afterwards" in words(manager.get("/changes"))


def test_a_viewer_reads_changes_and_puts_nothing_back(branch: BranchInTime) -> None:
    branch.do(SetBranch(settings={"target_minutes": 20}))
    viewer = Manager(branch, role="viewer", name="vera")
    page = viewer.get("/changes")
    assert "Nobody should wait longer than 15 min 20 min" in words(page)
    assert ways_back(page) == []


# --- in words -------------------------------------------------------------------------------------


def altered(kind: Kind, key: str | int, setting: str, before: object, after: object) -> Altered:  # fmt: skip
    return Altered(thing=Thing(kind=kind, key=key), name=str(key), setting=setting, before=before, after=after)  # fmt: skip


def closed_on_the_24th(why: dict[str, str] | None = None) -> Hours:
    """Return hours that are closed on one day, for this reason."""
    eve = date(2026, 12, 24)
    return Hours(
        week=WEEK.week, exceptions={eve: ()}, reasons={eve: why} if why else {}
    )


@pytest.mark.parametrize(
    ("what", "lines"),
    [
        (altered(Kind.QUEUE, "parking", "letter", "A", "B"), [("Parking permits: Letter", "A", "B")]),
        (altered(Kind.QUEUE, "parking", "max_waiting", 300, 0), [("Parking permits: At most so many wait at once", "300", "no limit")]),
        (altered(Kind.QUEUE, "parking", "first_number", None, 1000), [("Parking permits: First number of a day", "as the branch", "1,000")]),
        (altered(Kind.QUEUE, "parking", "join", JoinMode.OFF, JoinMode.ONSITE), [("Parking permits: Numbers on phones", "Nobody", "Whoever stands here")]),
        (altered(Kind.QUEUE, "parking", "names.de", None, "Parken"), [("Parking permits: Name (German)", "none", "Parken")]),
        (altered(Kind.QUEUE, "gone", "digits", 3, 4), [("gone: Digits of a number, at least", "3", "4")]),
        (altered(Kind.QUEUE, "parking", "hours", None, WEEK), [("Parking permits: Opening hours", "as the branch", "of its own")]),
        (altered(Kind.DESK, 3, "queues", ("parking",), ("parking", "gone")), [("Desk 3: What it serves", "Parking permits", "Parking permits, gone")]),
        (altered(Kind.DESK, 3, "policy", Policy.OLDEST, Policy.RATIO), [("Desk 3: Whom it calls first", "Who has waited longest", "In turn, by shares")]),
        (altered(Kind.DESK, 3, "weights", (), (2, 1)), [("Desk 3: Shares", "none", "2:1")]),
        (altered(Kind.BRANCH, "", "ratings_by_name", False, True), [("City Hall: Reports tell ratings by person, too", "no", "yes")]),
        (altered(Kind.BRANCH, "", "languages", ("en",), ("de", "en")), [("City Hall: Languages on the screens", "English", "German, English")]),
        (altered(Kind.BRANCH, "", "priority_roles", ("console",), ()), [("City Hall: Priority is given", "At the desks", "none")]),
        (altered(Kind.BRANCH, "", "priorities.elderly", 15, None), [("City Hall: Head start (elderly)", "15\N{NO-BREAK SPACE}min", "none")]),
        (altered(Kind.PERSON, "Maria", "pin", None, None), [("Maria: a new PIN", None, None)]),
        (altered(Kind.DESK, 3, "", None, {}), [("Desk 3 was added", None, None)]),
        (altered(Kind.STAFF_CALL, "", "", None, {"by": "ingrid"}), [("Everybody was called to help", None, None)]),
        (altered(Kind.STAFF_CALL, "", "", {"by": "ingrid"}, None), [("The call for help ended", None, None)]),
        (altered(Kind.QUEUE, "parking", "", {}, None), [("Parking permits was removed", None, None)]),
        (altered(Kind.BRANCH, "", "hours", Hours(), WEEK), [("City Hall: Every week", "always", "by the week")]),
        (
            altered(Kind.BRANCH, "", "hours", WEEK, Hours(week={0: ((time(9), time(12)),), 3: NINE_TO_FOUR}, exceptions={date(2026, 12, 24): ()})),
            [("City Hall: Monday", "09:00–16:00", "09:00–12:00"), ("City Hall: Thu 24 Dec", "09:00–16:00", "closed")],
        ),
        (
            altered(Kind.BRANCH, "", "hours", closed_on_the_24th(), closed_on_the_24th({"en": "Staff outing"})),
            [("City Hall: Why Thu 24 Dec differs", "none", "Staff outing")],
        ),
        (altered(Kind.MESSAGE, "", "", None, {"texts.en": "We are late."}), [("Everybody who waits was told: “We are late.”", None, None)]),
    ],
)  # fmt: skip
def test_a_change_is_told_by_names_and_in_words(
    what: Altered, lines: list[tuple[str, str | None, str | None]]
) -> None:
    told = ChangeWords(ENGLISH, [PARKING], CITY_HALL).lines(what)
    assert list(told) == [Line(what=what, before=before, after=after) for what, before, after in lines]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "setting", "said"),
    [
        ("de", "priorities.elderly", "Vorsprung (Ältere Menschen)"),
        ("en", "priorities.elderly", "Head start (elderly)"),
        ("de", "priority_names.elderly", "(Ältere Menschen)"),
        ("de", "priorities.de", "(de)"),
    ],
)
def test_a_class_is_told_by_its_name(language: str, setting: str, said: str) -> None:
    classes = {"elderly": {"de": "Ältere Menschen"}}
    branch = BranchSettings(priority_names=classes)
    words = ChangeWords(LANGUAGES.choose([language]), [], branch)
    (line,) = words.lines(altered(Kind.BRANCH, "", setting, None, 15))
    assert said in line.what


def test_a_queue_is_told_by_its_name_in_the_language_of_the_page() -> None:
    told = ChangeWords(GERMAN, [PARKING], CITY_HALL)
    assert told.thing(altered(Kind.QUEUE, "parking", "letter", "A", "B")) == "Parken"


FRENCH, ARABIC = LANGUAGES.choose(["fr"]), LANGUAGES.choose(["ar"])
LETTER = altered(Kind.QUEUE, "parking", "letter", "A", "B")
SAID = altered(Kind.MESSAGE, "", "", None, {"texts.en": "Late."})


@pytest.mark.parametrize(
    ("language", "what", "said"),
    [
        (GERMAN, LETTER, "Parken: Buchstabe"),
        (GERMAN, SAID, "„Late.“"),
        (FRENCH, LETTER, "Parking permits\u202f: Lettre"),
        (FRENCH, SAID, "«\u202fLate.\u202f»"),
        (ARABIC, LETTER, "\u2068Parking permits\u2069: \u2068"),
        (ARABIC, SAID, "«\u2068Late.\u2069»"),
    ],
)
def test_colons_and_quotation_marks_are_the_languages_own(
    language: Language, what: Altered, said: str
) -> None:
    (line,) = ChangeWords(language, [PARKING], CITY_HALL).lines(what)
    assert said in line.what


@pytest.mark.parametrize(
    ("kind", "declared"), [(Kind.BRANCH, BranchSettings), (Kind.QUEUE, QueueSettings)]
)
def test_every_setting_has_a_label(kind: Kind, declared: type) -> None:
    assert set(settings_of(declared)) <= set(labels(kind, ENGLISH))


# --- words for every value --------------------------------------------------------------------------

OF_TICKETS = {"state", "queue", "for_desk", "priority"}
TOLD = [
    (Kind.BRANCH, BranchSettings, None),
    (Kind.QUEUE, QueueSettings, None),
    (Kind.DESK, Desk, {"policy"}),
    (Kind.ACCOUNT, Account, None),
    (Kind.DEVICE, Device, None),
    (Kind.TICKET, Ticket, OF_TICKETS),
]
"""Of which classes which settings are told, all where none is named."""


def enums(kind: Any) -> Iterator[type[Enum]]:
    """Yield the enums in a type."""
    if isinstance(kind, type) and issubclass(kind, Enum):
        yield kind
    for each in get_args(kind):
        yield from enums(each)


CODED = [
    (kind, name, member)
    for kind, of, names in TOLD
    for name, of_field in get_type_hints(of).items()
    if names is None or name in names
    for enum in enums(of_field)
    for member in enum
]


def test_there_are_values_to_be_told() -> None:
    assert {member for _, _, member in CODED} >= {*TicketState, *Policy, *JoinMode}


@pytest.mark.parametrize("tag", LANGUAGE_TAGS)
@pytest.mark.parametrize(("kind", "name", "member"), CODED)
def test_every_value_has_words_in_every_language(
    kind: Kind, name: str, member: Enum, tag: str
) -> None:
    what = Altered(thing=Thing(kind=kind, key=1), name="x", setting=name, before=None, after=member)  # fmt: skip
    (line,) = ChangeWords(LANGUAGES.choose([tag]), [PARKING], CITY_HALL).lines(what)
    assert line.after
    if tag != SOURCE:
        assert line.after not in (member.value, member.name)


@pytest.mark.parametrize(
    ("setting", "value", "said"),
    [
        ("queue", "parking", "Parking permits"),
        ("priority", "senior", "Over 65"),
        ("state", TicketState.DONE, "was served"),
    ],
)
def test_what_became_of_a_ticket_is_told_by_names(
    setting: str, value: object, said: str
) -> None:
    what = Altered(thing=Thing(kind=Kind.TICKET, key=1), name="A001", setting=setting, before=None, after=value)  # fmt: skip
    (line,) = ChangeWords(ENGLISH, [PARKING], CITY_HALL).lines(what)
    assert line.after == said


@pytest.mark.parametrize(
    ("to", "hour", "said"),
    [
        (ByHand.OPEN, 4, "open for today"),
        (ByHand.CLOSED, 4, "closed for today"),
        (ByHand.CLOSED, 14, "closed until 14:00"),
    ],
)
def test_what_is_set_until_the_day_ends_is_for_today(
    to: ByHand, hour: int, said: str
) -> None:
    switch = Switch(to=to, until=datetime(2026, 11, 25, hour, tzinfo=UTC))
    what = Altered(thing=Thing(kind=Kind.QUEUE, key="parking"), name="parking", setting="by_hand", before=None, after=switch)  # fmt: skip
    (line,) = ChangeWords(ENGLISH, [PARKING], CITY_HALL).lines(what)
    assert line.after == said
