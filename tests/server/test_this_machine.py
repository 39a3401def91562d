"""What is asked on the server's own machine: addresses that phones reach are given, and managers may come by any of its own."""

import pytest

from server.domain.branch import JoinMode
from server.usecases.setup import SetQueue
from tests.server.in_time import BranchInTime
from tests.server.managers import Manager

NETWORK = "http://192.168.1.10:8000"


def address_given(branch: BranchInTime, host: str) -> str:
    """Take a number by this host and return where its page is."""
    kiosk = branch.device("kiosk")
    kiosk.headers["Host"] = host
    ticket = kiosk.take()
    return str(ticket["url"].partition("/t/")[0])


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:8000", "[::1]:8000"])
def test_phones_are_led_to_the_machines_address_in_its_network(
    branch: BranchInTime, host: str
) -> None:
    branch.store.address = lambda: NETWORK
    assert address_given(branch, host) == NETWORK


@pytest.mark.parametrize(
    ("host", "known"),
    [
        ("queue.example:8000", NETWORK),
        ("10.0.0.5", NETWORK),
        ("127.0.0.1:8000", "http://127.0.0.1:8000"),
        ("localhost:8000", ""),
    ],
)
def test_what_reaches_the_server_is_kept(
    branch: BranchInTime, host: str, known: str
) -> None:
    branch.store.address = lambda: known
    assert address_given(branch, host) == f"http://{host}"


def test_posters_that_are_printed_on_the_server_lead_phones_to_it(
    branch: BranchInTime,
) -> None:
    branch.do(SetQueue(slug="parking", settings={"join": JoinMode.OPEN}))
    branch.store.address = lambda: NETWORK
    assert f"{NETWORK}/q/parking" in Manager(branch).get("/posters").text


class End:
    """The server's end of a connection, at an address of the machine that no test can have."""

    def getsockname(self) -> tuple[str, int]:
        return ("203.0.113.5", 8000)


@pytest.mark.parametrize(
    ("address", "status"),
    [("203.0.113.5", 303), ("::ffff:203.0.113.5", 303), ("203.0.113.6", 403)],
)
def test_whoever_comes_by_the_servers_own_address_is_on_its_machine(
    branch: BranchInTime, address: str, status: int
) -> None:
    asked = {"REMOTE_ADDR": address, "gunicorn.socket": End()}
    browser = branch.http.application.test_client()
    answer = browser.get("/manager/live", environ_overrides=asked)
    assert answer.status_code == status
