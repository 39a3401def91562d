"""Who is paired is in the journal: since when, and until when."""

from click.testing import CliRunner

from server.cli import main
from server.domain import events
from server.domain.events import Actor
from server.live.last_seen import LastSeen
from server.serve.housekeeping import note_seen
from server.store import journal
from server.store.store import MAIN_BRANCH
from server.usecases.setup import RemoveDevice
from tests.server.in_time import BranchInTime
from tests.server.test_journal import checked


def facts(branch: BranchInTime) -> list[events.Event]:
    with branch.store.reading(MAIN_BRANCH) as view:
        return [row.event for row in journal.read(view.connection, MAIN_BRANCH)]


def test_pairing_and_revoking_are_rows_of_the_journal(branch: BranchInTime) -> None:
    kiosk = branch.device("kiosk")
    paired = facts(branch)[-1]
    assert isinstance(paired, events.DevicePaired)
    assert paired.device.role == "kiosk"
    assert kiosk.get("/branch").status_code == 200
    branch.do(RemoveDevice(name=paired.device.name))
    assert facts(branch)[-1] == events.DeviceRevoked(device=paired.device.id)
    assert kiosk.get("/branch").status_code == 401
    assert checked(branch).differences == []


def test_no_two_devices_have_one_id_though_some_were_revoked(
    branch: BranchInTime,
) -> None:
    for _ in range(3):
        branch.device("kiosk")
    with branch.store.reading(MAIN_BRANCH) as view:
        first, *_ = view.devices()
    branch.do(RemoveDevice(name=first.name))
    branch.device("display")
    ids = [f.device.id for f in facts(branch) if isinstance(f, events.DevicePaired)]
    assert len(ids) == len(set(ids)) == 4


def test_the_journal_says_which_manager_did_it(branch: BranchInTime) -> None:
    manager = branch.device("manager")
    ticket = branch.device("kiosk").take()
    assert manager.move(ticket, "cancel").status_code == 200
    with branch.store.reading(MAIN_BRANCH) as view:
        last = view.story(ticket["id"])[-1]
        (name,) = [each.name for each in view.devices() if each.role == "manager"]
    assert isinstance(last.event, events.Cancelled)
    assert last.actor.manager == name
    assert (last.actor.desk, last.actor.servicer) == (None, None)


def test_a_customer_at_their_phone_is_nobody_the_journal_knows(
    branch: BranchInTime,
) -> None:
    ticket = branch.device("kiosk").take()
    assert branch.device("kiosk").customer(ticket, "leave") == "done"
    with branch.store.reading(MAIN_BRANCH) as view:
        assert view.story(ticket["id"])[-1].actor == Actor()


def test_the_day_ends_by_itself_though_a_kiosk_finds_out(branch: BranchInTime) -> None:
    kiosk = branch.device("kiosk")
    waiting = kiosk.take()
    branch.clock.forward(days=1)
    taken = kiosk.take()
    with branch.store.reading(MAIN_BRANCH) as view:
        expired, first = view.story(waiting["id"])[-1], view.story(taken["id"])[0]
        (device,) = [each.id for each in view.devices() if each.role == "kiosk"]
    assert (expired.actor, first.actor) == (Actor(), Actor(device=device))
    assert expired.act == first.act


def test_the_list_says_when_each_device_was_heard_of_last(branch: BranchInTime) -> None:
    kiosk, _drawer = branch.device("kiosk"), branch.device("console")
    kiosk.get("/branch")

    def listed() -> list[str]:
        arguments = ["--data-dir", str(branch.directory), "device", "list"]
        headings, *lines = CliRunner().invoke(main, arguments).output.splitlines()
        seen_at = headings.index("Last heard")
        return [f"{line.split()[0]}: {line[seen_at:]}" for line in lines]

    assert listed() == ["kiosk: never heard of", "console: never heard of"]
    last_seen: LastSeen = branch.http.application.extensions["last_seen"]
    note_seen(branch.store, last_seen.take())
    assert listed()[0].startswith("kiosk: heard ") or listed()[0] == "kiosk: here"
    assert listed()[1] == "console: never heard of"
    assert last_seen.take() == {}, "it is written down once"
