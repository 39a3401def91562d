"""What somebody types as an address, and which addresses it may mean."""

import pytest

from shared.pairing.address import addresses_of, shown_address


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (
            "10.0.4.2:8080",
            ["https://10.0.4.2:8080", "http://10.0.4.2:8080"],
        ),
        (
            " Queue.Example ",
            [
                "https://queue.example",
                "http://queue.example:8000",
                "http://queue.example",
            ],
        ),
        (
            "queue",
            ["https://queue", "http://queue:8000", "http://queue"],
        ),
        ("http://10.0.4.2:8000/", ["http://10.0.4.2:8000"]),
        ("https://queue.example/manager/devices", ["https://queue.example"]),
        ("10.0.4.2:8080/manager", ["https://10.0.4.2:8080", "http://10.0.4.2:8080"]),
        ("[2001:db8::7]:80", ["https://[2001:db8::7]:80", "http://[2001:db8::7]:80"]),
    ],
)
def test_an_address_means_the_safest_first(typed: str, meant: list[str]) -> None:
    assert list(addresses_of(typed)) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "   ",
        "10.0.4",
        "10.0.4.2:99999",
        "10.0.4.256",
        "no address",
        "ftp://queue.example",
        "queue@elsewhere.example",
        "queue..example",
        "-queue",
        "[broken",
        "javascript:alert(1)",
        "a" * 200,
    ],
)
def test_what_is_no_address_means_none(typed: str) -> None:
    assert addresses_of(typed) == ()


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("http://10.0.4.2:8080", "10.0.4.2:8080"),
        ("https://queue.example/", "queue.example"),
        ("", ""),
    ],
)
def test_an_address_is_shown_as_it_is_typed(url: str, shown: str) -> None:
    assert shown_address(url) == shown
