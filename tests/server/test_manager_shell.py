"""Nobody opens or changes anything on the manager's pages who is not signed in to, from here, with a form of ours."""

import pytest

from server.domain.events import SYSTEM
from server.store import accounts
from server.store.store import MAIN_BRANCH
from server.store.tokens import token_hash
from tests.server.in_time import BranchInTime
from tests.server.managers import HERE, Manager

ELSEWHERE = [
    {"Origin": "http://evil.example"},
    {"Origin": "null"},
    {"Origin": "http://localhost:8001"},
    {"Referer": "http://evil.example/"},
    {"Sec-Fetch-Site": "cross-site", **HERE},
    {"Sec-Fetch-Site": "same-site", **HERE},
]


def is_signed_in(branch: BranchInTime, manager: Manager) -> bool:
    with branch.store.connecting() as connection:
        return accounts.find_session(connection, token_hash(manager.token)) is not None


def test_a_session_signs_out_once(branch: BranchInTime) -> None:
    manager = Manager(branch)
    out = manager.post("/sign-out")
    assert (out.status_code, out.location) == (303, "/manager/sign-in")
    assert not is_signed_in(branch, manager)


@pytest.mark.parametrize("headers", ELSEWHERE)
def test_no_other_site_sends_a_form(
    branch: BranchInTime, headers: dict[str, str]
) -> None:
    manager = Manager(branch)
    form = {"csrf": manager.seal()}
    assert (
        manager.browser.post(
            "/manager/sign-out", data=form, headers=headers
        ).status_code
        == 403
    )
    assert is_signed_in(branch, manager)


@pytest.mark.slow
@pytest.mark.parametrize("seal", [None, "", "0" * 80, "é" * 80, "x"])
def test_a_form_without_its_seal_does_nothing(
    branch: BranchInTime, seal: str | None
) -> None:
    manager = Manager(branch)
    form = {} if seal is None else {"csrf": seal}
    answer = manager.browser.post("/manager/sign-out", data=form, headers=HERE)
    assert answer.status_code == 403
    assert is_signed_in(branch, manager)


def test_the_seal_of_another_browser_is_none(branch: BranchInTime) -> None:
    manager, other = Manager(branch), Manager(branch, name="jose")
    answer = manager.browser.post(
        "/manager/sign-out", data={"csrf": other.seal()}, headers=HERE
    )
    assert answer.status_code == 403
    assert is_signed_in(branch, manager)


@pytest.mark.parametrize(
    ("minutes", "is_in"), [([29, 29, 29], True), ([30], False), ([-31], False)]
)
def test_a_session_that_is_left_alone_for_half_an_hour_is_over(
    branch: BranchInTime, minutes: list[int], is_in: bool
) -> None:
    manager = Manager(branch)
    for each in minutes:
        branch.clock.forward(minutes=each)
        answer = manager.get("/again")
        # What is done aside is done by now.
        branch.store.write(MAIN_BRANCH, SYSTEM, lambda session: None)
    assert answer.status_code == (200 if is_in else 303)


def test_no_session_lasts_for_longer_than_half_a_day(branch: BranchInTime) -> None:
    manager = Manager(branch)
    for _ in range(36):
        assert manager.get("/again").status_code == 200
        branch.store.write(MAIN_BRANCH, SYSTEM, lambda session: None)
        branch.clock.forward(minutes=20)
    assert manager.get("/again").status_code == 303


@pytest.mark.parametrize("address", ["203.0.113.7", "8.8.8.8", "2001:db8::1", "100.64.0.1"])  # fmt: skip
def test_over_plain_http_nobody_comes_from_far_away(
    branch: BranchInTime, address: str
) -> None:
    manager = Manager(branch)
    far = {"REMOTE_ADDR": address}
    answer = manager.browser.get("/manager/sign-in", environ_base=far)
    assert (answer.status_code, "docs/https.md" in answer.text) == (403, True)
    secure = manager.browser.get("https://localhost/manager/again", environ_base=far)
    assert secure.status_code == 303


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "::1",
        "10.1.2.3",
        "192.168.7.7",
        "172.31.0.1",
        "fd00::7",
        "::ffff:10.0.0.1",
        "fe80::1%eth0",
    ],
)
def test_over_plain_http_one_comes_from_near_by(
    branch: BranchInTime, address: str
) -> None:
    manager = Manager(branch)
    near = {"REMOTE_ADDR": address}
    answer = manager.browser.get("/manager/again", environ_base=near)
    assert answer.status_code == 200


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ("X-Forwarded-For", "10.0.0.1"),
        ("X-Forwarded-Proto", "https"),
        ("X-Forwarded-Host", "queue.example"),
        ("X-Real-IP", "10.0.0.1"),
        ("Forwarded", "for=10.0.0.1;proto=https"),
        ("Via", "1.1 proxy"),
    ],
)
def test_who_comes_through_a_proxy_that_nobody_set_is_not_near_by(
    branch: BranchInTime, header: str, said: str
) -> None:
    answer = Manager(branch).get("/sign-in", headers={header: said})
    assert answer.status_code == 403


def test_over_https_cookies_are_for_this_very_host_alone(branch: BranchInTime) -> None:
    browser = branch.http.application.test_client()
    answer = browser.get("https://localhost/manager/start")
    (cookie,) = answer.headers.getlist("Set-Cookie")
    assert cookie.startswith("__Host-manager-form=")
    for word in ("Secure", "HttpOnly", "Path=/", "SameSite=Strict"):
        assert word in cookie.split("; ")
    assert "Domain" not in cookie
    assert answer.headers["Strict-Transport-Security"] == "max-age=2592000"
    assert answer.headers["Cache-Control"] == "no-store"
    policy = answer.headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "script-src 'self'" in policy


def test_a_session_of_plain_http_is_none_over_https(branch: BranchInTime) -> None:
    """Somebody on the way who plants a plain cookie signs nobody in."""
    manager = Manager(branch)
    answer = manager.browser.get("https://localhost/manager/sign-out")
    assert answer.status_code == 405
    answer = manager.browser.post(
        "https://localhost/manager/sign-out", headers={"Origin": "https://localhost"}
    )
    assert answer.location == "/manager/sign-in?next=%2Fmanager%2Flive"
