"""Instants are told in UTC, whichever zone whoever set them wrote them in."""

from datetime import timedelta, timezone

import pytest

from tests.server.in_time import BranchInTime

ELSEWHERE = timezone(timedelta(hours=-9))


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/message", {"texts": {"en": "Back soon"}}),
        ("/queues/parking/close", {}),
        ("/desks/3/pause", {}),
    ],
)
def test_what_lasts_until_a_moment_tells_it_in_utc(
    branch: BranchInTime, path: str, body: dict[str, object]
) -> None:
    asker = branch.console() if "desks" in path else branch.device("manager")
    until = branch.clock() + timedelta(minutes=20)
    written = until.astimezone(ELSEWHERE).isoformat()
    assert asker.post(path, {**body, "until": written}).status_code == 200
    told = branch.device("manager").get("/branch").text
    assert "-09:00" not in told
    assert until.isoformat().replace("+00:00", "Z") in told


@pytest.mark.parametrize("hours", [14, -14])
@pytest.mark.parametrize("year", ["0001-01-01T00:00:00", "9999-12-31T23:59:59"])
def test_a_moment_that_utc_does_not_have_is_refused(
    branch: BranchInTime, year: str, hours: int
) -> None:
    for path in ("/message", "/queues/parking/close"):
        body = {"until": f"{year}{hours:+03}:00"}
        if path == "/message":
            body |= {"texts": {"en": "Hi"}}  # type: ignore[dict-item]
        answer = branch.device("manager").post(path, body)
        assert answer.json["type"] == "invalid", answer.text
    paused = branch.console().post("/desks/3/pause", {"until": f"{year}{hours:+03}:00"})
    assert paused.json["type"] == "invalid", paused.text
