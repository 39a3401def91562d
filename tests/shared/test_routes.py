"""What is said of addresses in logs."""

import pytest

from shared.wire.routes import ticket_page, without_token

TOKEN = "Zw5tQn8LkV2hYb7RdM4xPc"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (ticket_page(TOKEN), "/t/…"),
        (f"{ticket_page(TOKEN)}/leave", "/t/…/leave"),
        (f"Error transferring http://x:1/t/{TOKEN}?a - replied", None),
        (f"http://a/t/{TOKEN} and http://b/t/{TOKEN}#c", None),
        ("/api/v1/tickets", "/api/v1/tickets"),
        ("", ""),
    ],
)
def test_no_address_of_a_ticket_is_left(text: str, said: str | None) -> None:
    assert TOKEN not in without_token(text)
    assert said is None or without_token(text) == said
