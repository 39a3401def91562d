"""Accounts of who opens the manager's pages: what they may do, what they are called, and which passwords are none."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from server.domain.refusals import NotValid


class AccountRole(StrEnum):
    """What somebody may do on the manager's pages."""

    MANAGER = "manager"
    VIEWER = "viewer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Somebody who opens the manager's pages: `name` is what they type, `shown` what others read beside what they did.

    Password and second factor are kept beside it in the store, never here.
    """

    name: str
    shown: str
    role: AccountRole
    has_second_factor: bool = False
    removed: bool = False


LEAST_OF_PASSWORD = 12
MOST_OF_PASSWORD = 200
MOST_OF_NAME = 40
MOST_SHOWN = 60

_ENDINGS = "0123456789!.?*#-_ "
_GUESSED_FIRST = frozenset(
    {
        "abcdefghijkl", "abcdefgh", "abc", "administrator", "admin", "azerty", "azertyuiop", "baseball", "changeme", "changemenow",
        "correcthorsebatterystaple", "default", "dragon", "football", "hello", "helloworld", "iloveyou", "iloveyouverymuch",
        "letmein", "letmeinplease", "login", "manager", "managermanager", "master", "monkey", "motdepasse", "contraseña", "passwort",
        "passw0rd", "p@ssw0rd", "p@ssword", "password", "passwordpassword", "passwordmanager", "princess", "qazwsx", "qazwsxedc",
        "qazwsxedcrfv", "qwerty", "qwertyuiop", "qwertyuiopas", "qwertzuiop", "qwertyqwerty", "qwertyasdfgh", "asdfghjkl", "asdfghjklzxc",
        "1q2w3e4r5t6y", "1qaz2wsx3edc", "zaq12wsxcde3", "secret", "secretsecret", "shadow", "starwars", "sunshine", "superman",
        "takeanumber", "temporary", "test", "testtest", "testtesttest", "trustno1", "user", "welcome", "welcometohell", "whatever",
        "zxcvbnm",
    }
)  # fmt: skip
"""What people take who have to take something, whatever digits and marks they put around it."""

_ROWS = ("01234567890123456789", "98765432109876543210", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm")  # fmt: skip


def check_name(name: str) -> None:
    """Raise `NotValid` unless this can be typed anywhere as a user name."""
    plain = name.isascii() and all(each.isalnum() or each in ".-_" for each in name)
    if not plain or not 1 <= len(name) <= MOST_OF_NAME or not name[0].isalnum():
        raise NotValid(
            "name",
            f"A user name has 1 to {MOST_OF_NAME} small letters (a to z), digits, dots, dashes or underscores, and begins with a letter or digit.",
        )


def check_password(password: str, names: Iterable[str]) -> None:
    """Raise `NotValid` for a password that is too short, too long, or among those guessed first for somebody of these names."""
    if len(password) < LEAST_OF_PASSWORD:
        raise NotValid(
            "password",
            f"A password has at least {LEAST_OF_PASSWORD} characters. Three or four words that do not belong together are good and easy to keep.",
        )
    if len(password) > MOST_OF_PASSWORD:
        raise NotValid(
            "password", f"A password has at most {MOST_OF_PASSWORD} characters."
        )
    if _is_guessed_first(password.casefold(), names):
        raise NotValid(
            "password", "This password is among those that are guessed first."
        )


def _is_guessed_first(password: str, names: Iterable[str]) -> bool:
    core = password.strip(_ENDINGS)
    if len(set(password)) <= len("abc") or not core:
        return True
    if core in _GUESSED_FIRST or any(password in row for row in _ROWS):
        return True
    own = {"".join(name.casefold().split()) for name in names}
    bare = "".join(core.split())
    own |= {part for name in names for part in name.casefold().split()}
    return any(each and _is_repeated(each, bare) for each in own)


def _is_repeated(word: str, text: str) -> bool:
    """Return whether the text is nothing but this word, once or several times."""
    return not text.replace(word, "")
