"""A console that is bound to a desk, as managers see and change it: nobody unbinds it unseen, and a desk that is gone is said."""

import pytest

from server.domain.refusals import CannotPutBack
from server.store.store import MAIN_BRANCH
from server.usecases.setup import AddDevice, BindDevice, PutBack, RemoveDesk
from shared.wire.messages import Role
from tests.server.forms import form_in
from tests.server.in_time import BranchInTime
from tests.server.managers import Manager
from tests.server.test_live_page import words_of


@pytest.fixture
def manager(branch: BranchInTime) -> Manager:
    """Somebody who may everything."""
    return Manager(branch)


def console(branch: BranchInTime) -> int:
    """Pair a console for desk 4 only, and return its id."""
    branch.do(AddDevice(role=Role.CONSOLE, name="Left"))
    with branch.store.reading(MAIN_BRANCH) as view:
        [device] = [each for each in view.devices() if each.name == "Left"]
    branch.do(BindDevice(device=device.id, desk=4))
    return device.id


def desk_of(branch: BranchInTime, id: int) -> tuple[str, int | None]:
    with branch.store.reading(MAIN_BRANCH) as view:
        return next((d.name, d.desk) for d in view.devices() if d.id == id)


def test_a_console_whose_desk_is_removed_says_so_and_is_renamed_all_the_same(
    branch: BranchInTime, manager: Manager
) -> None:
    path = f"/devices/{console(branch)}"
    branch.do(RemoveDesk(number=4))
    gone = "For desk 4 only, which is removed"
    assert gone in words_of(manager.get("/devices").text)
    form = form_in(manager.get(path).text, f"/manager{path}")
    assert form["desk"] == ["4"]
    assert manager.post(path, {**form, "name": "Right"}).status_code == 303
    assert desk_of(branch, int(path.rsplit("/", maxsplit=1)[-1])) == ("Right", 4)


@pytest.mark.parametrize(("said", "status"), [("abc", 422), ("99", 422), (None, 303)])
def test_a_desk_that_is_none_unbinds_no_console(
    branch: BranchInTime, manager: Manager, said: str | None, status: int
) -> None:
    id = console(branch)
    form = {"name": "Left"} if said is None else {"name": "Left", "desk": said}
    answer = manager.post(f"/devices/{id}", form)
    assert answer.status_code == status
    assert desk_of(branch, id) == ("Left", 4)


def test_two_who_change_a_consoles_name_and_desk_both_have_their_way(
    branch: BranchInTime, manager: Manager
) -> None:
    id = console(branch)
    path = f"/devices/{id}"
    form = form_in(manager.get(path).text, f"/manager{path}")
    branch.do(BindDevice(device=id, desk=3))
    manager.post(path, {**form, "name": "Right"})
    assert desk_of(branch, id) == ("Right", 3)


def test_a_console_is_not_put_back_to_a_desk_that_was_removed(
    branch: BranchInTime,
) -> None:
    id = console(branch)
    branch.do(BindDevice(device=id, desk=3))
    bound = branch.rows()
    branch.do(RemoveDesk(number=4))
    with pytest.raises(CannotPutBack, match="Desk 4 was removed since"):
        branch.do(PutBack(change=bound))
    assert desk_of(branch, id) == ("Left", 3)
