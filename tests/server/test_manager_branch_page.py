"""A manager changes what is set for the branch: every setting that there is, and each where it stands."""

import html
from io import BytesIO
from typing import Any

import pytest
from werkzeug.test import TestResponse

from server.domain.branch import BranchSettings, PlaceWord
from server.domain.settings import settings_of
from server.store.store import MAIN_BRANCH
from server.usecases.setup import SetBranch, SetQueue
from server.web.manager.branch import form_of
from tests.server.forms import form_in
from tests.server.in_time import BranchInTime
from tests.server.managers import Manager

pytestmark = pytest.mark.slow

OWN_PAGE = {"hours": "/hours"}
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + (32).to_bytes(4) * 2 + b"\x08\x06"


@pytest.fixture
def manager(branch: BranchInTime) -> Manager:
    """A manager who is signed in to a branch of two languages."""
    branch.do(SetBranch(settings={"name": "Service Centre", "languages": ["en", "de"]}))
    return Manager(branch)


def settings(branch: BranchInTime) -> BranchSettings:
    with branch.store.reading(MAIN_BRANCH) as view:
        return view.branch.settings


def words(answer: TestResponse) -> str:
    """Return the page as it is read."""
    return html.unescape(answer.text)


def send(branch: BranchInTime, manager: Manager, **changed: Any) -> TestResponse:
    """Send the form as it stands but for this; a list is of boxes that are ticked, None is left out."""
    form: Any = form_of(settings(branch))
    for name, typed in changed.items():
        form.setlist(name.replace("__", "-"), typed if isinstance(typed, list) else [typed])  # fmt: skip
        if typed is None:
            del form[name]
    fields = {name: form.getlist(name) if len(form.getlist(name)) > 1 else form[name] for name in form}  # fmt: skip
    return manager.post("/branch", fields, content_type="multipart/form-data")


CHANGES: list[tuple[str, dict[str, Any], Any]] = [
    ("name", {"name": "City  Hall "}, "City Hall"),
    ("names", {"names__de": "Bürgerbüro"}, {"de": "Bürgerbüro"}),
    ("time_zone", {"time_zone": "Europe/Lisbon"}, "Europe/Lisbon"),
    ("languages", {"languages": ["en", "ar"], "own": "ar"}, ("ar", "en")),
    ("rollover_hour", {"rollover_hour": "0"}, 0),
    ("first_number", {"first_number": "100"}, 100),
    ("priorities", {"class-3": "pregnant", "class-3-minutes": "10"}, {"elderly": 15, "child": 5, "pregnant": 10}),
    ("priorities", {"class-1": ""}, {"child": 5}),
    ("priority_roles", {"priority_roles": ["console", "kiosk"]}, ("console", "kiosk")),
    ("priority_roles", {"priority_roles": None}, ()),
    ("priority_names", {"class-1-en": "Standing is hard"}, {"elderly": {"en": "Standing is hard"}}),
    ("priority_ratio", {"priority_ratio": "2:1"}, "2:1"),
    ("rejoin_minutes", {"rejoin_minutes": "20"}, 20),
    ("rejoin_place", {"rejoin_place": "0"}, 0),
    ("most_postponements", {"most_postponements": "1"}, 1),
    ("joins_per_minute", {"joins_per_minute": "60"}, 60),
    ("pin_digits", {"pin_digits": "6"}, 6),
    ("place", {"place": "room"}, PlaceWord.ROOM),
    ("footer", {"footer__en": "Missed it? Ask."}, {"en": "Missed it? Ask."}),
    ("accent", {"accent": "#0A55A3"}, "#0a55a3"),
    ("ratings_by_name", {"ratings_by_name": "on"}, True),
    ("target_minutes", {"target_minutes": "25"}, 25),
]  # fmt: skip


@pytest.mark.parametrize(("setting", "typed", "is_now"), CHANGES)
def test_each_setting_is_changed_on_the_page(
    branch: BranchInTime,
    manager: Manager,
    setting: str,
    typed: dict[str, Any],
    is_now: Any,
) -> None:
    answer = send(branch, manager, **typed)
    assert answer.status_code == 303, words(answer)
    assert getattr(settings(branch), setting) == is_now


def test_no_setting_is_forgotten(manager: Manager) -> None:
    tried = {setting for setting, _, _ in CHANGES} | {"logo", *OWN_PAGE}
    assert tried == set(settings_of(BranchSettings))
    for path in OWN_PAGE.values():
        assert manager.get(path).status_code == 200


def test_saving_the_form_as_it_stands_changes_nothing(
    branch: BranchInTime, manager: Manager
) -> None:
    branch.do(SetBranch(words={"footer": {"de": "Guten Tag"}}, priority_words={"child": {"en": "With a child"}}))  # fmt: skip
    before = settings(branch)
    assert send(branch, manager).status_code == 303
    assert settings(branch) == before


@pytest.mark.parametrize("page", ["/branch", "/set-up/1"])
def test_languages_keep_their_order_and_a_new_one_is_the_last(
    branch: BranchInTime, manager: Manager, page: str
) -> None:
    name, order = {"name": "City Hall"}, ("de", "fr", "ar")
    roles = {"priority_roles": ("console", "kiosk")}
    branch.do(SetBranch(settings={**name, "languages": order, **roles}))
    before = settings(branch)
    form = form_in(manager.get(page).text, f"/manager{page}")
    assert manager.post(page, form, page=page).status_code == 303
    assert settings(branch) == before
    manager.post(page, {**form, "languages": ["en", *order]}, page=page)
    assert settings(branch).languages == (*order, "en")


def test_a_logo_is_sent_and_taken_away(branch: BranchInTime, manager: Manager) -> None:
    assert send(branch, manager, logo=(BytesIO(PNG), "logo.png")).status_code == 303
    name = settings(branch).logo
    assert name
    assert f"/logo/{name}" in manager.get("/branch").text
    send(branch, manager)
    assert settings(branch).logo == name
    send(branch, manager, no_logo="on")
    assert settings(branch).logo == ""


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("name", "", "Give it a name."),
        ("target_minutes", "zero", "“zero” is not a number. Give a whole number."),
        ("target_minutes", "1_0", "“1_0” is not a number. Give a whole number."),
        ("target_minutes", "0", "Give a number from 1 to 1,440."),
        ("time_zone", "lisbon", "There is no time zone “lisbon”. Is it Europe/Lisbon?"),
        ("time_zone", "Atlantis", "There is no time zone “Atlantis”. Give one such as Europe/Lisbon."),
        ("priority_ratio", "lots", "Give two numbers such as 2:1, or leave it empty."),
        ("accent", "yellow", "Give a colour such as #0a55a3, dark enough"),
        ("accent", "#ffff00", "Give a colour such as #0a55a3, dark enough"),
        ("class-1-minutes", "soon", "“soon” is not a number. Give a whole number."),
        ("class-2", "elderly", "Two classes have this name."),
        ("rollover_hour", "24", "Give a number from 0 to 23."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_at_its_field(
    branch: BranchInTime, manager: Manager, field: str, typed: str, said: str
) -> None:
    before = settings(branch)
    answer = send(branch, manager, **{field: typed})
    assert answer.status_code == 422
    assert f'<a href="#{field}">{said}' in words(answer)
    assert f'id="{field}-error"' in answer.text
    assert settings(branch) == before


def test_a_picture_that_is_no_png_is_refused_at_its_field(
    branch: BranchInTime, manager: Manager
) -> None:
    answer = send(branch, manager, logo=(BytesIO(b"GIF89a"), "logo.png"))
    assert answer.status_code == 422
    assert '<a href="#logo">A logo is a PNG file of 60 KB' in answer.text


def test_all_that_is_wrong_is_said_at_once(
    branch: BranchInTime, manager: Manager
) -> None:
    answer = send(branch, manager, name="", time_zone="here", pin_digits="3")
    assert "3 things to put right. Nothing is saved yet." in answer.text


def test_a_viewer_reads_what_is_set_and_cannot_change_it(branch: BranchInTime) -> None:
    viewer = Manager(branch, role="viewer", name="jose")
    page = viewer.get("/branch").text
    assert '<fieldset class="stack wide" disabled>' in page
    assert "Save</button>" not in page
    assert send(branch, viewer, name="Mine").status_code == 403
    assert settings(branch).name != "Mine"


def test_there_are_posters_only_for_queues_that_give_numbers_to_everybody(
    branch: BranchInTime, manager: Manager
) -> None:
    page = words(manager.get("/posters"))
    assert "<h1>No posters: no queue gives numbers by a poster or a link</h1>" in page
    assert "To nobody: a poster would lead nowhere" in page
    branch.do(SetQueue(slug="parking", settings={"join": "open"}))
    branch.do(SetQueue(slug="passports", settings={"join": "onsite"}))
    page = words(manager.get("/posters"))
    assert "<h1>1 poster to print</h1>" in page
    assert "http://localhost/q/parking" in page
    assert "/q/passports" not in page
    assert "To whoever stands at the kiosk, which shows the code" in page


def test_what_is_wrong_is_said_in_the_order_of_the_page(manager: Manager) -> None:
    # As a browser sends it. The rules find the name, after numbers that cannot be read.
    form: Any = form_in(manager.get("/branch").text, "/manager/branch")
    wrong = {"name": "", "target_minutes": "soon", "rejoin_minutes": "later"}
    page = words(manager.post("/branch", {**form, **wrong}, content_type="multipart/form-data"))  # fmt: skip
    said = ["Give it a name.", "“soon” is not a number.", "“later” is not a number."]
    places = [page.index(each) for each in said]
    assert places == sorted(places)
