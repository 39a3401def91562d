"""The command line beside a running server: nothing that it is sent makes it deaf."""

from multiprocessing.connection import Client
from typing import Any

import msgspec
import pytest

from tests.serving import RunningServer


def ask(server: RunningServer, asked: bytes) -> Any:
    port, key = (server.data_dir / "control").read_text().split()
    with Client(("127.0.0.1", int(port)), authkey=bytes.fromhex(key)) as connection:
        connection.send_bytes(asked)
        return msgspec.json.decode(connection.recv_bytes())


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (b"{", "of another version"),
        (b'{"name": "Explode", "command": {}}', "of another version"),
        (b'{"name": "RemoveQueue", "command": {"slug": 7}}', "of another version"),
        (b'{"name": "RemoveQueue", "command": {"slug": "x"}}', "no queue"),
        (
            b'{"name": "SetQueue", "command": {"slug": "parking", "settings": {"digits": "x"}}}',
            "is no digits",
        ),
    ],
)
def test_a_command_that_cannot_be_done_is_refused_and_the_next_one_is_heard(
    server: RunningServer, asked: bytes, said: str
) -> None:
    assert said in ask(server, asked)["refused"]
    server.run("queue", "set", "parking", "--digits", "4")


def test_a_stranger_without_the_key_is_not_heard(server: RunningServer) -> None:
    from multiprocessing import AuthenticationError

    port, _ = (server.data_dir / "control").read_text().split()
    with pytest.raises(AuthenticationError):
        Client(("127.0.0.1", int(port)), authkey=b"guessed")
    server.run("queue", "set", "parking", "--digits", "4")
    assert (server.data_dir / "control").stat().st_mode & 0o077 == 0
