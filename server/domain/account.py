"""Accounts of who opens the manager's pages: what they may do, what they are called, and which passwords are none."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from server.domain.phrases import phrase
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
        "1a2b3c4d5e6f", "1q2w3e4r5t6y", "1qaz2wsx3edc", "a1b2c3d4e5f6", "abc", "abcdefgh", "abcdefghijkl", "admin", "administrator",
        "april", "arsenal", "asdf", "asdfasdf", "asdfghjk", "asdfghjkl", "asdfghjklzxc", "august", "autumn", "azerty", "azertyuiop",
        "baseball", "bonjour", "changeme", "changemenow", "cheese", "chelsea", "company", "computer", "contrasena", "contraseña",
        "correcthorsebatterystaple", "december", "default", "doudou", "dragon", "february", "ficken", "flower", "football", "freedom",
        "friday", "geheim", "geheimnis", "google", "hallo", "hello", "helloworld", "hola", "hunter", "iloveyou", "iloveyouverymuch",
        "internet", "january", "jennifer", "jordan", "july", "june", "letmein", "letmeinplease", "liverpool", "login", "manager",
        "managermanager", "march", "master", "michael", "monday", "monkey", "motdepasse", "november", "october", "office", "p@ssw0rd",
        "p@ssword", "passport", "passw0rd", "password", "passwordmanager", "passwordpassword", "passwort", "passwort1", "poiuytrewq",
        "princess", "q1w2e3r4t5y6", "qazwsx", "qazwsxedc", "qazwsxedcrfv", "queue", "qwert", "qwerty", "qwerty123", "qwertyasdfgh",
        "qwertyqwerty", "qwertyuiop", "qwertyuiopas", "qwertzuiop", "reception", "samsung", "schatz", "secret", "secretsecret", "september",
        "shadow", "soccer", "soleil", "sommer", "spring", "starwars", "summer", "sunshine", "superman", "takeanumber", "teamo", "temporary",
        "test", "testtest", "testtesttest", "ticket", "trustno1", "user", "welcome", "welcometohell", "whatever", "winter", "winter2",
        "zaq12wsxcde3", "zxcvbnm", "zxcvbnmasdfg",
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
            phrase(
                "A user name has 1 to {most} small letters (a to z), digits, dots, dashes or underscores, and begins with a letter or digit.",
                most=MOST_OF_NAME,
            ),
        )


def check_password(password: str, names: Iterable[str]) -> None:
    """Raise `NotValid` for a password that is too short, too long, or among those guessed first for somebody of these names."""
    if len(password) < LEAST_OF_PASSWORD:
        raise NotValid(
            "password",
            phrase(
                "A password has at least {least} characters. Three or four words that do not belong together are good and easy to keep.",
                least=LEAST_OF_PASSWORD,
            ),
        )
    if len(password) > MOST_OF_PASSWORD:
        raise NotValid(
            "password",
            phrase("A password has at most {most} characters.", most=MOST_OF_PASSWORD),
        )
    if _is_guessed_first(password.casefold(), names):
        raise NotValid(
            "password", phrase("This password is among those that are guessed first.")
        )


def _is_guessed_first(password: str, names: Iterable[str]) -> bool:
    core = "".join(password.strip(_ENDINGS).split())
    if len(set(password)) <= len("abc") or not core:
        return True
    if core in _GUESSED_FIRST or any(password in row for row in _ROWS):
        return True
    own = {"".join(name.casefold().split()) for name in names}
    own |= {part for name in names for part in name.casefold().split()}
    return any(each and _is_repeated(each, core) for each in own)


def _is_repeated(word: str, text: str) -> bool:
    """Return whether the text is nothing but this word, once or several times."""
    return not text.replace(word, "")
