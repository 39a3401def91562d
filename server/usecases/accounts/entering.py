"""Somebody signs in to the manager's pages: the password, and six digits where the account asks for them; then a session begins."""

from dataclasses import dataclass
from hmac import compare_digest

from server.domain.account import Account
from server.domain.refusals import WrongPassword
from server.store import accounts
from server.store.accounts import Credentials
from server.store.session import Session
from server.store.sign_ins import SignInOutcome, SignInRecord, record_sign_in
from server.store.tokens import TicketTokens
from server.usecases.accounts.second_factor import check_code
from server.usecases.accounts.trying import Origin, take_back, was_right


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A browser that wants a session: the hash of the token that it would hold, where it is, what it is, and how its tries are counted."""

    token_hash: bytes
    address: str
    browser: str
    origin: Origin


def enter_with_password(
    session: Session, name: str, password_hash: str, visit: Visit
) -> bool:
    """Begin a session for whoever gave the password of this hash, and return True; False where the six digits are still to come.

    Raises `WrongPassword` where the password is another one by now.
    """
    found = _unchanged(session, name, password_hash)
    if found.account.has_second_factor:
        take_back(session, name, visit.origin)
        return False
    was_right(session, name, visit.origin)
    _begin(session, found.account, visit, SignInOutcome.IN)
    return True


def enter_with_code(
    session: Session, name: str, password_hash: str, typed: str, visit: Visit, tokens: TicketTokens
) -> None:  # fmt: skip
    """Begin a session for whoever gave the password of this hash, and now these six digits or this recovery code; raise `WrongPassword`.

    Where the visit's session is there already, the same digits were sent twice.
    """
    found = _unchanged(session, name, password_hash)
    if accounts.find_session(session.flush().connection, visit.token_hash) is not None:
        was_right(session, name, visit.origin, at_code=True)
        return
    is_recovery = check_code(session, name, typed, tokens)
    was_right(session, name, visit.origin, at_code=True)
    how = SignInOutcome.RECOVERY_CODE if is_recovery else SignInOutcome.IN
    _begin(session, found.account, visit, how)


def prove_again(session: Session, name: str, password_hash: str, visit: Visit) -> None:
    """Let what is grave be done in this session for five minutes; raise `WrongPassword`."""
    _unchanged(session, name, password_hash)
    was_right(session, name, visit.origin)
    accounts.note_seen(session, visit.token_hash, proved=True)


def note_failure(
    session: Session, name: str, visit: Visit, outcome: SignInOutcome
) -> None:
    """Write down that somebody failed to sign in; a name that nobody bears is not, it may be a password typed in the wrong field."""
    is_known = any(each.name == name for each in session.state.accounts())
    _note(session, name if is_known else "", visit, outcome)


def leave(session: Session, name: str, visit: Visit) -> None:
    """End the session."""
    accounts.end_session(session, visit.token_hash)
    _note(session, name, visit, SignInOutcome.OUT)


def _unchanged(session: Session, name: str, password_hash: str) -> Credentials:
    found = accounts.find(session.flush().connection, session.state.id, name)
    if found is None or not compare_digest(found.password_hash, password_hash):
        raise WrongPassword
    return found


def _begin(
    session: Session, account: Account, visit: Visit, how: SignInOutcome
) -> None:
    accounts.begin_session(
        session, account.name, visit.token_hash, visit.address, visit.browser
    )
    _note(session, account.name, visit, how)


def _note(session: Session, name: str, visit: Visit, outcome: SignInOutcome) -> None:
    record_sign_in(
        session,
        SignInRecord(
            at=session.now,
            account=name,
            outcome=outcome,
            address=visit.address,
            browser=visit.browser,
        ),
    )
