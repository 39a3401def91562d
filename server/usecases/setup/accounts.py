"""Add, change and remove accounts of who opens the manager's pages, each with the hash of the password that was worked out before."""

from concurrent.futures import Future
from dataclasses import dataclass, replace
from typing import Any

from server.domain.account import (
    MOST_SHOWN,
    Account,
    AccountRole,
    check_name,
    check_password,
)
from server.domain.phrases import phrase
from server.domain.refusals import AlreadyThere, LastManager, NotValid, WrongStartCode
from server.store import accounts
from server.store.session import Session
from server.store.store import Store
from server.store.tokens import code_of, new_code
from server.usecases.steps.words import one_line


@dataclass(frozen=True, slots=True, kw_only=True)
class AddAccount:
    """Somebody who may open the manager's pages: `name` is typed to sign in, `shown` read beside what they did.

    Where the password `is_given`, made up for them, they choose their own before anything else.
    """

    name: str
    password: str
    is_given: bool = False
    shown: str = ""
    role: AccountRole = AccountRole.MANAGER


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAccount:
    """What of an account is to be another from now on; None is what stays."""

    name: str
    password: str | None = None
    shown: str | None = None
    role: AccountRole | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ResetAccount:
    """Somebody who cannot sign in any more, and the password by which they can again, to choose their own."""

    name: str
    password: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveAccount:
    """Somebody who opens the manager's pages no longer."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewStartCode:
    """The wish for a code by which the first account is made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TellAddress:
    """The question where browsers find the server."""


def address_known(store: Store, _command: TellAddress) -> "Future[str]":
    """Return the address of the server that runs, empty where none does."""
    return _done(store.address())


def tell_address(_session: Session, _command: TellAddress, address: str) -> str:
    """Return where browsers find the server that runs, empty where none does."""
    return address


def password_hashed(
    store: Store, command: AddAccount | SetAccount | ResetAccount
) -> "Future[str]":
    """Return what is going to be the hash of the command's password, empty without one; raise `NotValid`."""
    if command.password is None:
        return _done("")
    shown = getattr(command, "shown", None) or ""
    check_password(command.password, [command.name, shown])
    return store.passwords.hash(command.password)


def start_code_made(
    store: Store, _command: NewStartCode
) -> "Future[tuple[str, bytes]]":
    """Return a new code and its hash."""
    code = new_code()
    return _done((code, store.tokens.code_hash("start", "", code_of(code))))


def add_account(session: Session, command: AddAccount, password_hash: str) -> None:
    """Let somebody open the manager's pages; raise `AlreadyThere` or `NotValid`."""
    check_name(command.name)
    if any(each.name == command.name for each in session.state.accounts()):
        raise AlreadyThere(phrase("There is an account of this name already."))
    shown = shown_name(command.shown or command.name)
    account = Account(name=command.name, shown=shown, role=command.role)
    _not_easily_guessed(session, account, command.password)
    accounts.forget_tries(session, command.name)
    accounts.keep(
        session, account, password_hash=password_hash, is_given=command.is_given
    )
    accounts.drop_start_code(session)


def set_account(session: Session, command: SetAccount, password_hash: str) -> None:
    """Change the account; with another password or role it is signed out everywhere. Raises `UnknownAccount`, `LastManager` or `NotValid`."""
    before = session.state.account(command.name)
    role = command.role or before.role
    if role is not AccountRole.MANAGER:
        _not_the_last(session, before)
    shown = before.shown if command.shown is None else shown_name(command.shown)
    if command.password is not None:
        _not_easily_guessed(session, before, command.password)
    after = replace(before, shown=shown, role=role)
    accounts.keep(session, after, password_hash=password_hash or None)
    if password_hash:
        accounts.forget_tries(session, command.name)
    if password_hash or role is not before.role:
        accounts.end_sessions(session, command.name)


def change_password(
    session: Session, name: str, password: str, password_hash: str, *, here: bytes
) -> None:
    """Let the account sign in with this password from now on, signed in here and nowhere else; raise `UnknownAccount` or `NotValid`."""
    account = session.state.account(name)
    _not_easily_guessed(session, account, password)
    accounts.keep(session, account, password_hash=password_hash)
    accounts.end_sessions(session, name, but=here)


def reset_account(session: Session, command: ResetAccount, password_hash: str) -> None:
    """Let somebody sign in with this password alone, to choose their own: sessions, tries and the second factor are gone. Raises `UnknownAccount`."""
    account = session.state.account(command.name)
    _not_easily_guessed(session, account, command.password)
    without = replace(account, has_second_factor=False)
    accounts.keep(session, without, password_hash=password_hash, is_given=True)
    accounts.put_recovery_codes(session, command.name, [])
    accounts.end_sessions(session, command.name)
    accounts.forget_tries(session, command.name)


def remove_account(session: Session, command: RemoveAccount) -> None:
    """Let somebody open the manager's pages no longer; what they did stays. Raises `UnknownAccount` or `LastManager`."""
    account = session.state.account(command.name)
    _not_the_last(session, account)
    removed = replace(account, removed=True, has_second_factor=False)
    accounts.keep(session, removed)
    accounts.put_recovery_codes(session, command.name, [])
    accounts.end_sessions(session, command.name)
    accounts.forget_tries(session, command.name)


def new_start_code(session: Session, _command: NewStartCode, made: tuple[str, bytes]) -> str:  # fmt: skip
    """Return a code that makes the first account within an hour, once; the one before counts no longer. Raises `NotValid` where there is an account."""
    if session.state.accounts():
        name = next(iter(session.state.managers())).name
        raise NotValid(
            "start",
            phrase(
                "There is an account already. Who cannot sign in any more: takeanumber manager reset {name}",
                name=name,
            ),
        )
    code, hashed = made
    accounts.put_start_code(session, hashed)
    return code


def check_start_code(session: Session, hashed: bytes) -> None:
    """Raise `WrongStartCode` unless this is the hash of the code that makes the first account."""
    kept = accounts.start_code(
        session.flush().connection, session.state.id, session.now
    )
    if kept is None or kept != hashed or session.state.accounts():
        raise WrongStartCode


def make_first_account(
    session: Session, command: AddAccount, password_hash: str, code_hash: bytes
) -> None:
    """Let whoever has the code of this hash be the first manager; raise `WrongStartCode` or `NotValid`."""
    check_start_code(session, code_hash)
    add_account(session, command, password_hash)


def shown_name(text: str) -> str:
    """Return what somebody is called as it is kept; raise `NotValid`."""
    return one_line("shown", phrase("A name"), text, MOST_SHOWN)


def _not_easily_guessed(session: Session, account: Account, password: str) -> None:
    settings = session.state.settings
    of_branch = [settings.name, *settings.names.values()]
    check_password(password, [account.name, account.shown, *of_branch])


def _not_the_last(session: Session, account: Account) -> None:
    if [each.name for each in session.state.managers()] == [account.name]:
        raise LastManager


def _done(value: "str | tuple[str, bytes]") -> "Future[Any]":
    answer: Future[Any] = Future()
    answer.set_result(value)
    return answer
