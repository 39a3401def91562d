"""The accounts of others: who may open these pages, and what they may do there."""

from flask import Response, request
from werkzeug.datastructures import MultiDict

from server.domain.account import Account, AccountRole, check_name
from server.domain.phrases import phrase
from server.domain.refusals import (
    AlreadyThere,
    LastManager,
    NotValid,
    Refusal,
    UnknownAccount,
)
from server.store.session import Session
from server.store.tokens import new_password
from server.usecases.setup.accounts import (
    AddAccount,
    RemoveAccount,
    ResetAccount,
    SetAccount,
    add_account,
    password_hashed,
    remove_account,
    reset_account,
    set_account,
    shown_name,
)
from server.web import pages as speaking
from server.web.manager.meanwhile import (
    check_unchanged,
    typed_meanwhile,
    written_down,
)
from server.web.manager.pages import MANAGERS, Asked, Pages
from server.web.manager.said import problems_in, problems_of
from server.web.manager.typed import Typed

HERE = "/manager/accounts"
_TEXT = {"type": "string"}
_ROLE = {"type": "string", "enum": [role.value for role in AccountRole]}


def declare(pages: Pages) -> None:
    """Declare the pages of the others' accounts."""

    @pages.get("/accounts", who=MANAGERS, grave=True)
    def accounts_page(asked: Asked) -> Response:
        """List who may open these pages."""
        return _list(asked)

    @pages.get("/new-account", who=MANAGERS, grave=True)
    def new_account_page(asked: Asked) -> Response:
        """Ask for whom a new account is."""
        return asked.page("manager/account_add.html", form={})

    @pages.post(
        "/new-account",
        who=MANAGERS,
        grave=True,
        form={"shown": _TEXT, "name": _TEXT, "role": _ROLE},
    )
    def add(asked: Asked) -> Response:
        """Let somebody else open these pages; their first password is shown this once."""
        form, password = asked.form, new_password()
        name = form.get("name", "").strip().casefold()
        problems = problems_in(
            speaking.language_for(),
            lambda: check_name(name),
            lambda: shown_name(form.get("shown") or "-"),
            lambda: _role_of(form.get("role", "")),
        )
        if problems:
            return asked.page(
                "manager/account_add.html", 422, form=form, problems=problems
            )
        try:
            command = AddAccount(
                name=name,
                shown=form.get("shown", ""),
                role=_role_of(form.get("role", "")),
                password=password,
                is_given=True,
            )
            hashed = _hashed(asked, command)
            asked.write(lambda session: add_account(session, command, hashed))
        except (AlreadyThere, NotValid) as error:
            problems = _problems_of(error)
            return asked.page(
                "manager/account_add.html", 422, form=form, problems=problems
            )
        return _password_page(asked, name, password, is_new=True)

    _declare_one(pages)


def _declare_one(pages: Pages) -> None:
    @pages.get("/accounts/<name>", who=MANAGERS, grave=True)
    def other_account_page(asked: Asked, name: str) -> Response:
        """Show somebody's account."""
        return _one(asked, name)

    @pages.post(
        "/accounts/<name>",
        who=MANAGERS,
        grave=True,
        form={"shown": _TEXT, "role": _ROLE},
    )
    def change(asked: Asked, name: str) -> Response:
        """Change what somebody is called, and what they may do; with another role they sign in anew."""
        known = _account(asked, name)
        typed = typed_meanwhile(asked.form, _form_of(known), speaking.language_for())
        form = typed.form
        typed.problems |= problems_in(
            typed.language,
            lambda: shown_name(form.get("shown", "")),
            lambda: _role_of(form.get("role", "")),
        )
        if typed.problems:
            return _one(asked, name, 422, typed=typed)

        def work(session: Session) -> None:
            check_unchanged(known, session.state.account(name), typed.language)
            role = _role_of(form.get("role", ""))
            command = SetAccount(name=name, shown=form.get("shown", ""), role=role)
            set_account(session, command, "")

        try:
            asked.write(work)
        except (LastManager, NotValid) as error:
            typed.problems = _problems_of(error)
            return _one(asked, name, _status_of(error), typed=typed)
        return asked.go(f"{HERE}?done=changed")

    @pages.post("/accounts/<name>/reset", who=MANAGERS, grave=True)
    def reset(asked: Asked, name: str) -> Response:
        """Give somebody who cannot sign in any more a new password, shown this once, and no second step."""
        password = new_password()
        command = ResetAccount(name=name, password=password)
        hashed = _hashed(asked, command)
        asked.write(lambda session: reset_account(session, command, hashed))
        return _password_page(asked, name, password, is_new=False)

    @pages.get("/accounts/<name>/remove", who=MANAGERS, grave=True)
    def removal_page(asked: Asked, name: str) -> Response:
        """Ask whether somebody's account is to go."""
        return _one(asked, name, template="manager/account_remove.html")

    @pages.post("/accounts/<name>/remove", who=MANAGERS, grave=True)
    def remove(asked: Asked, name: str) -> Response:
        """Let somebody open these pages no longer."""
        try:
            command = RemoveAccount(name=name)
            asked.write(lambda session: remove_account(session, command))
        except LastManager as error:
            typed = Typed(MultiDict(), speaking.language_for())
            typed.problems = _problems_of(error)
            return _one(asked, name, 409, typed=typed)
        return asked.go(f"{HERE}?done=removed")


def _list(asked: Asked) -> Response:
    with asked.reading() as view:
        found, branch = view.accounts(), view.branch.settings
    done = request.args.get("done", "")
    return asked.page("manager/accounts.html", branch=branch, all=found, done=done)


def _one(
    asked: Asked,
    name: str,
    status: int = 200,
    *,
    template: str = "manager/account_of.html",
    typed: Typed | None = None,
) -> Response:
    known = _account(asked, name)
    form = _form_of(known)
    was = typed.was if typed and typed.was else written_down(form)
    if typed is not None:
        # What was typed is kept.
        form = MultiDict({**form.to_dict(), **typed.form.to_dict()})
    with asked.reading() as view:
        branch = view.branch.settings
    problems = {} if typed is None else typed.problems
    return asked.page(
        template, status, branch=branch, of=known, form=form, was=was, problems=problems
    )


def _account(asked: Asked, name: str) -> Account:
    with asked.reading() as view:
        for each in view.accounts():
            if each.name == name:
                return each
    raise UnknownAccount(name)


def _form_of(account: Account) -> MultiDict[str, str]:
    return MultiDict({"shown": account.shown, "role": account.role.value})


def _password_page(asked: Asked, name: str, password: str, *, is_new: bool) -> Response:
    with asked.reading() as view:
        shown = next(each.shown for each in view.accounts() if each.name == name)
    return asked.page(
        "manager/account_password.html", name=shown, password=password, is_new=is_new
    )


def _hashed(asked: Asked, command: AddAccount | ResetAccount) -> str:
    store = asked.store
    with store.passwords.place():
        hashed: str = store.wait(password_hashed(store, command))
    return hashed


def _role_of(text: str) -> AccountRole:
    try:
        return AccountRole(text)
    except ValueError:
        raise NotValid("role", phrase("Choose one of these.")) from None


def _problems_of(error: Refusal) -> dict[str, str]:
    problems = problems_of(error, speaking.language_for())
    if isinstance(error, AlreadyThere):
        return {"name": problems[""]}
    if isinstance(error, LastManager):
        return {"role": problems[""]}
    return problems


def _status_of(error: Refusal) -> int:
    return 409 if isinstance(error, LastManager) else 422
