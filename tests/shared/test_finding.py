"""What a server says of itself in its network, and what a program makes of what it hears there."""

import pytest

from shared.wire.finding import MOST_BYTES, FoundServer, announcement, server_found


def found(addresses: list[str], port: int = 8000, **told: str) -> FoundServer | None:
    return server_found(
        {key.encode(): text.encode() for key, text in told.items()}, addresses, port
    )


def test_what_is_announced_is_what_is_found() -> None:
    told = announcement("City Service Centre", "1.4", "https://queue.example")
    heard = {key.encode(): value for key, value in told.items()}
    assert server_found(heard, [], 0) == FoundServer(
        "https://queue.example", "City Service Centre"
    )


def test_what_is_empty_is_not_announced() -> None:
    assert announcement("Hall", "") == {"name": b"Hall"}


def test_a_long_name_is_cut_between_two_letters() -> None:
    told = announcement("é" * 300, "1")["name"]
    assert len(told) <= MOST_BYTES
    assert set(told.decode()) == {"é"}


@pytest.mark.parametrize(
    ("addresses", "port", "url"),
    [
        (["10.0.4.2"], 8080, "http://10.0.4.2:8080"),
        (["fe80::1", "10.0.4.2"], 8080, "http://10.0.4.2:8080"),
        (["2001:db8::7", "10.0.4.2"], 80, "http://10.0.4.2:80"),
        (["2001:db8::7"], 8080, "http://[2001:db8::7]:8080"),
    ],
)
def test_without_an_address_of_its_own_it_is_at_the_announced_port(
    addresses: list[str], port: int, url: str
) -> None:
    server = found(addresses, port, name="Hall")
    assert server == FoundServer(url, "Hall")


@pytest.mark.parametrize(
    ("addresses", "port", "told"),
    [
        ([], 8000, {}),
        (["fe80::1"], 8000, {}),
        (["not an address"], 8000, {}),
        (["10.0.4.2"], 0, {}),
        (["10.0.4.2"], 8000, {"url": "ftp://elsewhere"}),
        (["10.0.4.2"], 8000, {"url": "https://[broken"}),
        (["10.0.4.2"], 8000, {"url": "javascript:alert(1)"}),
    ],
)
def test_what_leads_nowhere_is_not_found(
    addresses: list[str], port: int, told: dict[str, str]
) -> None:
    assert found(addresses, port, **told) is None


def test_without_a_name_it_is_called_by_its_address() -> None:
    assert found(["10.0.4.2"], 8080) == FoundServer(
        "http://10.0.4.2:8080", "10.0.4.2:8080"
    )


def test_what_nobody_can_read_is_left_out_of_its_name() -> None:
    server = found(["10.0.4.2"], name="City\n\x1b[31mCentre ")
    assert server is not None
    assert server.name == "City[31mCentre"
