"""A call reaches a locked phone: encrypted for it, signed by this server, and never in anybody's way."""

import json
import time

import pytest
import requests
from py_vapid import Vapid02

from tests.push_service import (
    CONTACT,
    PushService,
    ask,
    bytes_of,
    kept,
    server,
    service,
    start,
)
from tests.serving import Device, RunningServer

pytestmark = pytest.mark.slow

__all__ = ["server", "service"]


def until_kept(number: int, server: RunningServer, desk: Device) -> None:
    """Return once the server knows so many browsers; fail when that is not so within half a minute."""
    patience = time.monotonic() + 30
    while kept(server) != number:
        assert time.monotonic() < patience, f"{kept(server)} browsers are kept"
        desk.get("/board")


def test_a_call_reaches_the_phone_that_asked(
    server: RunningServer, service: PushService, kiosk: Device, desk: Device
) -> None:
    ticket = kiosk.take()
    phone = service.browser()
    assert ask(ticket, phone.subscription).status_code == 204
    assert desk.post("/desks/3/call-next").status_code == 200
    path, headers, body = service.next()
    assert service.origin + path == phone.endpoint
    assert phone.read(body) == {
        "title": "A001",
        "body": "Go to desk 3",
        "url": ticket["url"].removeprefix(server.url),
        "lang": "en",
        "dir": "ltr",
        "soft": False,
    }
    assert headers["content-encoding"] == "aes128gcm"
    assert (headers["urgency"], headers["topic"]) == ("high", "call")
    assert 0 < int(headers["ttl"]) <= 120


@pytest.mark.slow
def test_it_is_signed_with_the_key_that_the_page_gave_to_the_browser(
    server: RunningServer, service: PushService, kiosk: Device, desk: Device
) -> None:
    ticket = kiosk.take()
    ask(ticket, service.browser().subscription)
    desk.post("/desks/3/call-next")
    _, headers, _ = service.next()
    assert Vapid02.verify(headers["authorization"])
    fields = headers["authorization"].removeprefix("vapid ").split(",")
    parts = dict(field.strip().split("=", 1) for field in fields)
    claims = json.loads(bytes_of(parts["t"].split(".")[1]))
    assert (claims["aud"], claims["sub"]) == (service.origin, CONTACT)
    assert f'data-push="{parts["k"]}"' in requests.get(ticket["url"], timeout=10).text


@pytest.mark.slow
def test_a_second_call_is_pushed_too_and_survives_a_restart(
    server: RunningServer, service: PushService, kiosk: Device, desk: Device
) -> None:
    ticket = kiosk.take()
    phone = service.browser()
    ask(ticket, phone.subscription)
    desk.post("/desks/3/call-next")
    service.next()
    desk.post(f"/tickets/{ticket['id']}/hold")
    server.kill()
    start(server, service)
    desk.post(f"/tickets/{ticket['id']}/call")
    _, headers, body = service.next()
    assert phone.read(body)["title"] == "A001"
    assert Vapid02.verify(headers["authorization"])


@pytest.mark.slow
@pytest.mark.parametrize("status", [404, 410])
def test_a_phone_that_is_gone_is_forgotten(
    status: int,
    server: RunningServer,
    service: PushService,
    kiosk: Device,
    desk: Device,
) -> None:
    ask(kiosk.take(), service.browser().subscription)
    service.answers = [(status, {})]
    desk.post("/desks/3/call-next")
    service.next()
    until_kept(0, server, desk)


@pytest.mark.slow
def test_what_fails_is_tried_once_more(
    server: RunningServer, service: PushService, kiosk: Device, desk: Device
) -> None:
    ask(kiosk.take(), service.browser().subscription)
    service.answers = [(503, {})]
    desk.post("/desks/3/call-next")
    first, second = service.next(), service.next()
    assert first[0] == second[0]
    assert kept(server) == 1


@pytest.mark.slow
def test_a_redirect_leads_nowhere(
    server: RunningServer, service: PushService, kiosk: Device, desk: Device
) -> None:
    first, second = kiosk.take(), kiosk.take()
    ask(first, service.browser().subscription)
    ask(second, service.browser().subscription)
    service.answers = [(307, {"Location": f"{service.origin}/elsewhere"})]
    desk.post("/desks/3/call-next")
    service.next()
    desk.post("/desks/3/call-next", {"finish": True})
    path, _, _ = service.next()
    assert path != "/elsewhere"


@pytest.mark.slow
@pytest.mark.parametrize("move", ["finish", "cancel"])
def test_a_phone_is_forgotten_when_its_ticket_ends(
    move: str,
    server: RunningServer,
    service: PushService,
    kiosk: Device,
    desk: Device,
) -> None:
    ticket = kiosk.take()
    ask(ticket, service.browser().subscription)
    desk.post("/desks/3/call-next")
    assert kept(server) == 1
    assert desk.post(f"/tickets/{ticket['id']}/{move}").status_code == 200
    until_kept(0, server, desk)


@pytest.mark.slow
def test_phones_are_forgotten_at_the_end_of_the_day(
    server: RunningServer, service: PushService, kiosk: Device, desk: Device
) -> None:
    for _ in range(3):
        ask(kiosk.take(), service.browser().subscription)
    assert kept(server) == 3
    server.run("close-day")
    until_kept(0, server, desk)


def test_a_phone_may_take_it_back(
    server: RunningServer, service: PushService, kiosk: Device
) -> None:
    ticket = kiosk.take()
    phone, other = service.browser(), service.browser()
    ask(ticket, phone.subscription)
    ask(ticket, other.subscription)
    for _ in range(2):
        gone = requests.delete(
            f"{ticket['url']}/push", json={"endpoint": phone.endpoint}, timeout=10
        )
        assert gone.status_code == 204
    assert kept(server) == 1


@pytest.mark.slow
def test_the_same_phone_is_kept_once_and_a_sixth_replaces_the_first(
    server: RunningServer, service: PushService, kiosk: Device, desk: Device
) -> None:
    ticket = kiosk.take()
    phones = [service.browser() for _ in range(6)]
    for phone in (phones[0], *phones):
        assert ask(ticket, phone.subscription).status_code == 204
    assert kept(server) == 5
    desk.post("/desks/3/call-next")
    reached = {service.origin + service.next()[0] for _ in range(5)}
    assert reached == {phone.endpoint for phone in phones[1:]}


@pytest.mark.slow
def test_a_phone_with_bad_keys_is_forgotten_and_others_are_not_held_up(
    server: RunningServer, service: PushService, kiosk: Device, desk: Device
) -> None:
    ticket = kiosk.take()
    bad = service.browser().subscription
    bad["keys"] = {"p256dh": "BAAA", "auth": "x"}
    assert ask(ticket, bad).status_code == 204
    good = service.browser()
    ask(ticket, good.subscription)
    desk.post("/desks/3/call-next")
    assert good.read(service.next()[2])["title"] == "A001"
    until_kept(1, server, desk)


@pytest.mark.slow
def test_a_call_is_answered_while_the_push_service_is_silent(
    server: RunningServer, service: PushService, kiosk: Device, desk: Device
) -> None:
    ask(kiosk.take(), service.browser().subscription)
    service.awake.clear()
    assert desk.post("/desks/3/call-next").status_code == 200
    assert kiosk.take()["label"] == "A002"
    assert service.received.empty()
    service.awake.set()
    service.next()


def test_the_key_stays_and_is_its_owners_alone(
    server: RunningServer, kiosk: Device
) -> None:
    key = server.data_dir / "push.key"
    before = key.read_bytes()
    assert key.stat().st_mode & 0o777 == 0o600
    server.stop()
    server.start(TAKEANUMBER_PUSH_CONTACT=CONTACT)
    assert key.read_bytes() == before


def test_without_anybody_to_ask_no_push_is_offered(
    server: RunningServer, service: PushService, kiosk: Device
) -> None:
    ticket = kiosk.take()
    server.stop()
    server.start()
    assert 'data-push=""' in requests.get(ticket["url"], timeout=10).text
    answer = ask(ticket, service.browser().subscription)
    assert answer.status_code == 404
    assert answer.headers["Content-Type"] == "application/problem+json"


def test_the_service_worker_may_rule_over_ticket_pages(server: RunningServer) -> None:
    answer = requests.get(f"{server.url}/sw.js", timeout=10)
    assert answer.headers["Content-Type"].startswith("text/javascript")
