"""Many look back at once: whoever takes a number, and the server itself, notice nothing of it; what is refused aside is no fault."""

import re
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import ExitStack, suppress
from datetime import date
from pathlib import Path

import pytest
import requests

from bench import year
from server.domain.account import AccountRole
from server.domain.refusals import UnknownTicket
from server.store.store import MAIN_BRANCH, Store
from server.usecases.setup import AddAccount, AddDesk, AddQueue, SetQueue
from server.web.aside import AT_ONCE, MOST_WAITING, aside
from tests.server.conftest import free_port
from tests.serving import Device, RunningServer

PASSWORD = "purple tractor moon 9"
MANY = 30


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[RunningServer, date]]:  # fmt: skip
    """A running server of a branch to which 2,000 came yesterday, and that day."""
    server = RunningServer(tmp_path_factory.mktemp("busy") / "data", free_port())
    for slug in year.QUEUES:
        server.do(AddQueue(slug=slug, names={"en": slug}))
        server.do(SetQueue(slug=slug, settings={"max_waiting": 0}))
    for number in range(1, year.DESKS + 1):
        server.do(AddDesk(number=number, queues=year.QUEUES))
    server.do(AddAccount(name="vera", password=PASSWORD, role=AccountRole.VIEWER))
    (day,) = year.add_days(server.data_dir / "queue.db", 1)
    yield server.start(), day
    server.leave()


@pytest.fixture(scope="module")
def vera(busy: tuple[RunningServer, date]) -> requests.Session:
    """Somebody signed in who looks at the manager's pages."""
    browser, url = requests.Session(), busy[0].url
    browser.headers.update({"Origin": url, "Accept": "text/html"})
    page = browser.get(f"{url}/manager/sign-in").text
    (seal,) = re.findall(r'name="csrf" value="([^"]+)"', page)[:1]
    form = {"csrf": seal, "name": "vera", "password": PASSWORD}
    browser.post(f"{url}/manager/sign-in", data=form).raise_for_status()
    return browser


@pytest.mark.slow
def test_what_is_refused_aside_leaves_no_word_in_the_log(
    busy: tuple[RunningServer, date], vera: requests.Session
) -> None:
    server, day = busy
    for path, status in (
        (f"analytics/what-if?day={day}&change=policy&policy=strict&desk=99", 422),
        ("analytics?queue=nothing", 404),
        (f"tickets/{day}/Z999", 404),
    ):
        assert vera.get(f"{server.url}/manager/{path}").status_code == status
    assert "Traceback" not in server.log.text
    assert "greenlet" not in server.log.text.lower()


@pytest.mark.slow
def test_numbers_are_taken_while_thirty_look_back_and_others_have_given_up(
    busy: tuple[RunningServer, date], vera: requests.Session
) -> None:
    server, day = busy
    kiosk, cookies = server.device("kiosk"), dict(vera.cookies)
    page = f"{server.url}/manager/analytics/what-if?day={day}&change=policy&policy=strict"  # fmt: skip

    def look(patience_s: float) -> requests.Response | None:
        with suppress(requests.Timeout):
            headers = {"Accept": "text/html"}
            return requests.get(page, cookies=cookies, headers=headers, timeout=patience_s)  # fmt: skip
        return None

    with ThreadPoolExecutor(MANY) as people:
        gave_up = [people.submit(look, 0.5) for _ in range(MANY // 2)]
        wait(gave_up)
        looking = [people.submit(look, 120) for _ in range(MANY)]
        taken = _take_until(looking, server, kiosk)
        answers = [each.result() for each in looking]
    came = Counter(None if each is None else each.status_code for each in answers)
    assert set(came) == {200, 503}
    assert MOST_WAITING <= came[200] <= AT_ONCE + 2 * MOST_WAITING
    for each in answers:
        if each is not None and each.status_code == 503:
            assert int(each.headers["Retry-After"]) > 0
            assert "Too much at once" in each.text
    assert taken > MOST_WAITING
    assert server.log.text.count("event=ready") == 1


def _take_until(looking: list, server: RunningServer, kiosk: Device) -> int:  # type: ignore[type-arg]
    """Take numbers, and ask how the server is, until all have been answered; return how many were taken."""
    taken = 0
    while not all(each.done() for each in looking):
        kiosk.take(year.QUEUES[0])
        requests.get(f"{server.url}/healthz", timeout=10).raise_for_status()
        taken += 1
    return taken


@pytest.mark.parametrize("error", [UnknownTicket(), ZeroDivisionError()])
def test_what_is_raised_aside_is_raised_where_it_was_asked_for_and_nowhere_printed(
    error: Exception, capfd: pytest.CaptureFixture[str]
) -> None:
    def fail() -> None:
        raise error

    with pytest.raises(type(error)):
        aside(fail)
    assert capfd.readouterr().err == ""


def test_nobody_waits_for_a_connection(tmp_path: Path) -> None:
    store = Store(tmp_path / "data")
    with ExitStack() as all_at_once:
        for _ in range(MANY):
            all_at_once.enter_context(store.reading(MAIN_BRANCH))
    store.close()
