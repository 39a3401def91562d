"""The second step of signing in: six digits of an app on one's phone, each once, or one of ten recovery codes."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from hmac import compare_digest

import pyotp

from server.domain.refusals import WrongPassword
from server.store import accounts
from server.store.session import Session
from server.store.tokens import TicketTokens, code_of

RECOVERY_CODES = 10
_AROUND = 1
"""So many half minutes a phone's clock may be ahead or behind."""

Draw = Callable[[], str]


def secret_of(tokens: TicketTokens, account: str, salt: bytes) -> str:
    """Return the secret that the phone's app holds, as apps take it: 160 bits that only the holder of the server's secret can compute."""
    return tokens.factor_secret(account, salt)


def address_of(secret: str, account: str, issuer: str) -> str:
    """Return what the QR code says that an app scans."""
    return pyotp.TOTP(secret).provisioning_uri(name=account, issuer_name=issuer)


def matching_step(secret: str, digits: str, now: datetime, after: int) -> int | None:
    """Return the half minute of which these are the six digits: this one, the one before or the next, and later than `after`; else None."""
    code = pyotp.TOTP(secret)
    present = code.timecode(now)
    found = None
    # Each is compared, so that it takes as long whichever it is.
    for step in range(present - _AROUND, present + _AROUND + 1):
        if compare_digest(code.generate_otp(step), digits) and step > after:
            found = step
    return found


def is_six_digits(typed: str) -> bool:
    """Return whether this can be the digits of an app, rather than a recovery code."""
    return len(typed) == len("123456") and typed.isascii() and typed.isdigit()


def check_code(session: Session, account: str, typed: str, tokens: TicketTokens) -> bool:  # fmt: skip
    """Return whether what was typed is a recovery code rather than six digits, and use it up; raise `WrongPassword` where it is neither."""
    connection, branch_id = session.flush().connection, session.state.id
    found = accounts.find(connection, branch_id, account)
    if found is None or found.factor_salt is None:
        raise WrongPassword
    bare = code_of(typed)
    if is_six_digits(bare):
        secret = secret_of(tokens, account, found.factor_salt)
        after = accounts.last_step(connection, branch_id, account)
        step = matching_step(secret, bare, session.now, after)
        if step is None:
            raise WrongPassword
        accounts.use_step(session, account, step)
        return False
    hashed = tokens.code_hash("recovery", account, bare)
    if hashed not in accounts.recovery_codes(connection, branch_id, account):
        raise WrongPassword
    accounts.use_recovery_code(session, account, hashed)
    return True


def turn_on(
    session: Session, name: str, salt: bytes, digits: str, codes: list[str], tokens: TicketTokens
) -> None:  # fmt: skip
    """Ask for six digits from now on, of the app that has the secret of this salt and shows these; raise `WrongPassword`.

    The recovery codes count from now on, and none given before.
    """
    account = session.state.account(name)
    bare = code_of(digits)
    secret = secret_of(tokens, name, salt)
    step = matching_step(secret, bare, session.now, 0) if is_six_digits(bare) else None
    if step is None:
        raise WrongPassword
    accounts.keep(session, replace(account, has_second_factor=True), factor_salt=salt)
    accounts.use_step(session, name, step)
    put_codes(session, name, codes, tokens)


def turn_off(session: Session, name: str) -> None:
    """Ask for a password alone from now on."""
    account = session.state.account(name)
    accounts.keep(session, replace(account, has_second_factor=False))
    accounts.put_recovery_codes(session, name, [])


def put_codes(session: Session, name: str, codes: list[str], tokens: TicketTokens) -> None:  # fmt: skip
    """Let these recovery codes count, each once, and none given before."""
    hashes = [tokens.code_hash("recovery", name, code_of(code)) for code in codes]
    accounts.put_recovery_codes(session, name, hashes)
