"""What an installer is told before the screen hangs on the wall."""

import pytest
from click.testing import CliRunner

from display.command import main


@pytest.mark.parametrize(
    ("options", "code", "told"),
    [
        (["--diagonal", "55", "--distance", "4"], 0, "can be read"),
        (["--diagonal", "55", "--distance", "6"], 0, "at closing time: 3 earlier"),
        (
            ["--diagonal", "55", "--distance", "9"],
            0,
            "at closing time: 1 earlier call,",
        ),
        (["--diagonal", "55", "--distance", "9.5"], 1, "With a message, or at"),
        (["--diagonal", "55", "--distance", "9"], 0, "Needed: digits of 99 mm"),
        (["--diagonal", "32", "--distance", "20"], 1, "too small; they reach 5."),
        (["--diagonal", "55", "--distance", "4", "--columns"], 0, "3 columns"),
        ([], 1, "Say how large the screen is"),
    ],
)
def test_check_says_whether_the_board_can_be_read(
    options: list[str], code: int, told: str
) -> None:
    heard = CliRunner().invoke(main, ["--check", *options])
    assert heard.exit_code == code
    assert told in heard.output
