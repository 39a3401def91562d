"""Every state of the manager's pages, by the name of its picture."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from playwright.sync_api import Page

from script.manager_branches import START_CODE
from script.manager_made_up import CAREFUL, MANAGER, NOBODY, PASSWORD, VIEWER, MadeUp
from server.domain.refusals import DeskTaken, SignInLocked
from server.store import accounts
from server.store.session import Session
from server.store.store import MAIN_BRANCH
from server.store.writer import Busy, StorageFailed
from server.usecases.setup import RemoveServicer
from server.web.problems import NotSignedInHere


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A page of a made-up branch: who looks at it, what was `before` at the branch, and what is done `first` on the page.

    It answers with this `status`; the browser sends these `headers` with what it asks.
    """

    branch: str
    path: str
    first: Callable[[Page], None] = lambda page: None
    who: str = MANAGER
    before: Callable[[MadeUp], None] = lambda branch: None
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


# --- what is done first -------------------------------------------------------------------------


def lose(page: Page) -> None:
    """Let the page notice that its server is away."""
    page.context.set_offline(True)
    page.wait_for_selector(".link.lost")


def open_menu(page: Page) -> None:
    """Open the first menu of the list."""
    page.locator("tbody summary").first.click()


def open_all(page: Page) -> None:
    """Open what is folded."""
    page.locator("summary.more").first.click()


def read_numbers(page: Page) -> None:
    """Open the table of each chart, and have one chart say what it is at one place."""
    for numbers in page.locator(".chart details").all():
        numbers.locator("summary").click()
    page.locator("#hours .plot").focus()
    page.keyboard.press("End")
    page.keyboard.press("ArrowLeft")


def open_removal(page: Page) -> None:
    """Open what is said of removing it."""
    page.locator("#remove summary").click()


def spoil(page: Page) -> None:
    """Let the page's forms be old ones."""
    page.evaluate("document.getElementsByName('csrf').forEach(e => (e.value = 'old'))")


def send(**fields: str) -> Callable[[Page], None]:
    """Fill in these fields and send the form that they are in."""

    def work(page: Page) -> None:
        for name, value in fields.items():
            page.locator(f"main [name={name}]").first.fill(value)
        field = page.locator(f"main [name={next(iter(fields))}]").first
        with page.expect_navigation():
            field.evaluate(
                "field => field.form.querySelector('button:not([type=button])').click()"
            )

    return work


def press(button: str) -> Callable[[Page], None]:
    """Press the button of the form that is posted there."""

    def work(page: Page) -> None:
        # In a menu that is shut, too.
        form = page.locator(f"form[action$='{button}']").first
        with page.expect_navigation():
            form.evaluate("form => form.querySelector('button').click()")

    return work


def press_late(page: Page) -> None:
    """Put back what cannot be put back, on a page that does not know it yet."""
    form = page.locator("form[action$='/put-back']").first
    form.evaluate("form => (form.action = '/manager/changes/1/put-back')")
    with page.expect_navigation():
        form.locator("button").click()


def then(*works: Callable[[Page], None]) -> Callable[[Page], None]:
    """Do one after the other."""

    def work(page: Page) -> None:
        for each in works:
            each(page)

    return work


# --- what was before ----------------------------------------------------------------------------


def try_often(branch: MadeUp) -> None:
    """Let five wrong passwords have been tried."""
    tries = accounts.Tries(whence="network 127.0.0.1", count=5, at=branch.clock.now)
    branch.beside(lambda session: accounts.count_try(session, CAREFUL, tries))


def give_password(branch: MadeUp) -> None:
    """Let the viewer's password be one that somebody else gave."""

    def work(session: Session) -> None:
        viewer = session.state.account(VIEWER)
        hashed = branch.store.passwords.nobodys
        accounts.keep(session, viewer, password_hash=hashed, is_given=True)

    branch.beside(work)
    branch.signed_in(VIEWER)


def try_codes(branch: MadeUp) -> None:
    """Let five wrong codes have been tried, of those that make the first account."""
    gate = branch.app.extensions["sign_in_gates"]
    for _ in range(5):
        gate.let_start("127.0.0.1", branch.clock.now)


def nobody_serves(branch: MadeUp) -> None:
    """Let nobody serve."""
    with branch.store.reading(MAIN_BRANCH) as view:
        names = view.servicers()
    for name in names:
        branch.do(RemoveServicer(name=name))


def breaking(error: Exception) -> Callable[[MadeUp], None]:
    """Let the server fail with this once."""

    def work(branch: MadeUp) -> None:
        branch.known["fails"] = error

    return work


_SIGN_IN = "/manager/sign-in"
_IN = send(name=CAREFUL, password=PASSWORD)
_HTTPS = {"X-Forwarded-Proto": "https"}

ENTERING = {
    "start": State(branch="new", path="/manager/start", who=NOBODY),
    "start-help": State(branch="new", path="/manager/start", first=open_all, who=NOBODY),
    "start-wrong": State(branch="new", path="/manager/start", first=send(code="AAAA2222"), who=NOBODY),
    "start-often": State(branch="new", path="/manager/start", first=send(code="AAAA2222"), who=NOBODY, before=try_codes),
    "start-account": State(branch="new", path="/manager/start", first=send(code=START_CODE), who=NOBODY),
    "start-account-wrong": State(branch="new", path="/manager/start", first=then(send(code=START_CODE), send(name="In grid", password="short")), who=NOBODY),
    "sign-in": State(branch="busy", path=_SIGN_IN, who=NOBODY),
    "sign-in-encrypted": State(branch="busy", path=_SIGN_IN, who=NOBODY, headers=_HTTPS),
    "sign-in-wrong": State(branch="busy", path=_SIGN_IN, first=send(name="ingrid", password="purple"), who=NOBODY),
    "sign-in-locked": State(branch="busy", path=_SIGN_IN, first=_IN, who=NOBODY, before=try_often),
    "sign-in-code": State(branch="busy", path=_SIGN_IN, first=_IN, who=NOBODY),
    "sign-in-code-recovery": State(branch="busy", path=_SIGN_IN, first=then(_IN, open_all), who=NOBODY),
    "sign-in-code-wrong": State(branch="busy", path=_SIGN_IN, first=then(_IN, send(code="123456")), who=NOBODY),
    "again": State(branch="busy", path="/manager/again?next=/manager/accounts"),
    "again-wrong": State(branch="busy", path="/manager/again?next=/manager/accounts", first=send(password="purple")),
}  # fmt: skip
"""Before one is in."""

ACCOUNTS = {
    "account": State(branch="quiet", path="/manager/account"),
    "account-wrong": State(branch="quiet", path="/manager/account", first=send(old="purple", new="short")),
    "account-careful": State(branch="quiet", path="/manager/account", who=CAREFUL),
    "account-viewer": State(branch="quiet", path="/manager/account?done=password", who=VIEWER),
    "second-step": State(branch="quiet", path="/manager/account/second-step", first=open_all),
    "second-step-wrong": State(branch="quiet", path="/manager/account/second-step", first=send(code="123456")),
    "recovery-codes": State(branch="quiet", path="/manager/account", first=press("/recovery-codes"), who=CAREFUL),
    "accounts": State(branch="quiet", path="/manager/accounts?done=changed"),
    "account-add": State(branch="quiet", path="/manager/new-account"),
    "account-add-wrong": State(branch="quiet", path="/manager/new-account", first=send(shown="", name="Vera B")),
    "account-of": State(branch="quiet", path="/manager/accounts/vera"),
    "account-password": State(branch="quiet", path="/manager/accounts/vera", first=press("/reset"), who=CAREFUL),
    "own-password": State(branch="quiet", path="/manager/own-password", who=VIEWER, before=give_password),
    "own-password-wrong": State(branch="quiet", path="/manager/own-password", first=send(password="short"), who=VIEWER, before=give_password),
    "account-remove": State(branch="quiet", path="/manager/accounts/vera/remove"),
}  # fmt: skip
"""Who may open these pages."""

LIVE = {
    "live": State(branch="busy", path="/manager/live"),
    "live-advised": State(branch="advised", path="/manager/live"),
    "live-viewer": State(branch="busy", path="/manager/live", who=VIEWER),
    "live-lost": State(branch="busy", path="/manager/live", first=lose),
    "live-closed-by-hand": State(branch="late", path="/manager/live?switched=passports"),
    "live-trouble": State(branch="trouble", path="/manager/live"),
    "live-quiet": State(branch="quiet", path="/manager/live"),
    "live-early": State(branch="early", path="/manager/live"),
    "live-over": State(branch="over", path="/manager/live"),
    "live-empty": State(branch="empty", path="/manager/live"),
    "line": State(branch="busy", path="/manager/live/passports"),
    "line-menu": State(branch="busy", path="/manager/live/passports", first=open_menu),
    "line-cancelled": State(branch="cancelled", path="/manager/live/passports?done=cancelled&ticket={ticket}"),
    "line-late": State(branch="cancelled", path="/manager/live/passports?done=late&ticket={ticket}"),
    "line-lost": State(branch="busy", path="/manager/live/passports", first=lose),
    "line-empty": State(branch="busy", path="/manager/live/payments"),
    "help": State(branch="busy", path="/manager/help"),
    "message": State(branch="busy", path="/manager/message"),
    "message-shown": State(branch="late", path="/manager/message"),
}  # fmt: skip
"""The day."""

DEVICES = {
    "devices": State(branch="busy", path="/manager/devices"),
    "devices-menu": State(branch="busy", path="/manager/devices", first=open_menu),
    "devices-scanned": State(branch="busy", path="/manager/devices?code={code}"),
    "devices-wrong": State(branch="busy", path="/manager/devices", first=send(name="Entrance")),
    "devices-viewer": State(branch="busy", path="/manager/devices", who=VIEWER),
    "devices-crowd": State(branch="trouble", path="/manager/devices"),
    "devices-approved": State(branch="quiet", path="/manager/devices?done=approved"),
    "devices-empty": State(branch="empty", path="/manager/devices"),
    "device": State(branch="busy", path="/manager/devices/{Desk 1}"),
    "device-wrong": State(branch="busy", path="/manager/devices/{Desk 1}", first=send(name="Desk 2")),
    "device-revoke": State(branch="busy", path="/manager/devices/{Entrance}/revoke"),
    "device-revoke-console": State(branch="busy", path="/manager/devices/{Desk 1}/revoke"),
}  # fmt: skip
"""The screens."""

SET_UP = {
    "set-up": State(branch="busy", path="/manager/set-up"),
    "queues": State(branch="busy", path="/manager/queues"),
    "queues-menu": State(branch="busy", path="/manager/queues", first=open_menu),
    "queues-changed": State(branch="changed", path="/manager/queues?done=saved&change={change}"),
    "queues-viewer": State(branch="busy", path="/manager/queues", who=VIEWER),
    "queues-none": State(branch="empty", path="/manager/queues"),
    "queue": State(branch="busy", path="/manager/queues/parking/change"),
    "queue-add": State(branch="busy", path="/manager/queues/add", first=open_all),
    "queue-remove": State(branch="busy", path="/manager/queues/parking/change", first=open_removal),
    "queue-wrong": State(branch="busy", path="/manager/queues/parking/change", first=send(letter="R", daily_cap="a lot")),
    "desks": State(branch="busy", path="/manager/desks"),
    "desks-none": State(branch="empty", path="/manager/desks"),
    "desk": State(branch="busy", path="/manager/desks/6"),
    "desk-add": State(branch="busy", path="/manager/desks/add"),
    "desk-wrong": State(branch="busy", path="/manager/desks/add", first=send(number="6")),
    "people": State(branch="busy", path="/manager/people"),
    "people-menu": State(branch="busy", path="/manager/people", first=open_menu),
    "people-locked": State(branch="late", path="/manager/people"),
    "people-none": State(branch="empty", path="/manager/people"),
    "person": State(branch="busy", path="/manager/people/add"),
    "person-wrong": State(branch="busy", path="/manager/people/add", first=send(name="Bartholomäus")),
    "slips": State(branch="quiet", path="/manager/people", first=press("/people/pin")),
}  # fmt: skip
"""What is set once: queues, desks and people."""

BRANCH = {
    "more": State(branch="busy", path="/manager/more"),
    "about": State(branch="busy", path="/manager/about"),
    "hours": State(branch="busy", path="/manager/hours"),
    "hours-days": State(branch="late", path="/manager/hours?day=2026-12-31"),
    "hours-own": State(branch="busy", path="/manager/hours/weddings"),
    "hours-wrong": State(branch="busy", path="/manager/hours", first=send(**{"day0-from1": "nine", "day0-until1": "16"})),
    "hours-viewer": State(branch="busy", path="/manager/hours", who=VIEWER),
    "branch": State(branch="busy", path="/manager/branch", first=open_all),
    "branch-wrong": State(branch="busy", path="/manager/branch", first=send(name="", target_minutes="soon")),
    "branch-viewer": State(branch="busy", path="/manager/branch", who=VIEWER),
    "posters": State(branch="busy", path="/manager/posters"),
    "posters-open": State(branch="posters", path="/manager/posters"),
    "changes": State(branch="changed", path="/manager/changes"),
    "changes-viewer": State(branch="changed", path="/manager/changes", who=VIEWER),
    "changes-refused": State(branch="changed", path="/manager/changes", first=press_late),
    "changes-altered": State(branch="tampered", path="/manager/changes"),
    "changes-none": State(branch="empty", path="/manager/changes"),
}  # fmt: skip
"""The branch as a whole, and what is looked up."""

ANALYTICS = {
    "analytics": State(branch="weeks", path="/manager/analytics"),
    "analytics-read": State(branch="weeks", path="/manager/analytics", first=read_numbers, who=VIEWER),
    "analytics-day": State(branch="weeks", path="/manager/analytics?by=day&from=2026-11-18"),
    "analytics-range": State(branch="weeks", path="/manager/analytics?by=range&from=2026-09-01&to=2026-11-23&queue=passports&against=none"),
    "analytics-nobody": State(branch="weeks", path="/manager/analytics?by=month&from=2026-02-22&against=year"),
    "analytics-few": State(branch="busy", path="/manager/analytics"),
    "analytics-none": State(branch="empty", path="/manager/analytics"),
    "plan": State(branch="weeks", path="/manager/analytics/plan"),
    "plan-numbers": State(branch="weeks", path="/manager/analytics/plan", first=open_all),
    "plan-viewer": State(branch="busy", path="/manager/analytics/plan", who=VIEWER),
    "what-if": State(branch="weeks", path="/manager/analytics/what-if?day=2026-11-16&change=more&queue=passports&from=10&to=12"),
    "what-if-policy": State(branch="weeks", path="/manager/analytics/what-if?day=2026-11-16&change=policy&policy=strict"),
    "what-if-asked": State(branch="weeks", path="/manager/analytics/what-if"),
    "what-if-wrong": State(branch="weeks", path="/manager/analytics/what-if?change=more&from=ten&to=12", status=422),
    "what-if-none": State(branch="empty", path="/manager/analytics/what-if"),
    "plan-none": State(branch="empty", path="/manager/analytics/plan"),
}  # fmt: skip
"""What was, and what is to come."""

STORIES = {
    "ticket": State(branch="overtaken", path="/manager/tickets/{day}/{label}"),
    "ticket-waiting": State(branch="busy", path="/manager/tickets/2026-11-24/R005"),
    "ticket-long-ago": State(branch="overtaken-long-ago", path="/manager/tickets/{day}/{label}"),
    "ticket-find": State(branch="busy", path="/manager/tickets"),
    "ticket-unknown": State(branch="busy", path="/manager/tickets/2026-11-24/A999", status=404),
}  # fmt: skip
"""What somebody asks who waited long."""

WIZARD = {
    "set-up-1": State(branch="empty", path="/manager/set-up/1"),
    "set-up-1-wrong": State(branch="empty", path="/manager/set-up/1", first=send(name="", time_zone="Mars", **{"office-from1": "nine"})),
    "set-up-2": State(branch="empty", path="/manager/set-up/2"),
    "set-up-2-wrong": State(branch="empty", path="/manager/set-up/2", first=send(**{"name-1": "", "minutes-1": "long"})),
    "set-up-2-more": State(branch="busy", path="/manager/set-up/2"),
    "set-up-3": State(branch="busy", path="/manager/set-up/3"),
    "set-up-3-none": State(branch="empty", path="/manager/set-up/3"),
    "set-up-4": State(branch="empty", path="/manager/set-up/4"),
    "set-up-4-wrong": State(branch="empty", path="/manager/set-up/4", first=send(**{"name-0": ""})),
    "set-up-4-slips": State(branch="slips", path="/manager/set-up/4", first=send(**{"name-0": "Maria", "name-1": "Bartholomäus"}), before=nobody_serves),
    "set-up-5": State(branch="busy", path="/manager/set-up/5"),
    "set-up-5-none": State(branch="empty", path="/manager/set-up/5", first=open_all),
    "set-up-try": State(branch="quiet", path="/manager/set-up/try"),
    "set-up-try-none": State(branch="empty", path="/manager/set-up/try"),
    "set-up-try-closed": State(branch="over", path="/manager/set-up/try"),
    "set-up-try-awaited": State(branch="awaited", path="/manager/set-up/try"),
    "set-up-try-given": State(branch="given", path="/manager/set-up/try"),
    "set-up-try-failed": State(branch="failed", path="/manager/set-up/try"),
    "set-up-try-over": State(branch="tried", path="/manager/set-up/try"),
}  # fmt: skip
"""The wizard, and the test number."""

PROBLEMS = {
    "not-found": State(branch="busy", path="/manager/nothing", status=404),
    "not-for-viewers": State(branch="busy", path="/manager/help", who=VIEWER, status=403),
    "form-old": State(branch="busy", path="/manager/help", first=then(spoil, send(reason=""))),
    "signed-out": State(branch="busy", path="/manager/about", status=401, before=breaking(NotSignedInHere())),
    "refused": State(branch="busy", path="/manager/about", status=409, before=breaking(DeskTaken(3, "Aylin"))),
    "https-needed": State(branch="busy", path=_SIGN_IN, who=NOBODY, status=403, headers={"X-Forwarded-For": "9.9.9.9"}),
    "too-often": State(branch="busy", path="/manager/about", status=423, before=breaking(SignInLocked(300))),
    "too-many": State(branch="busy", path="/manager/about", status=503, before=breaking(Busy())),
    "disk-full": State(branch="busy", path="/manager/about", status=507, before=breaking(StorageFailed())),
    "broken": State(branch="busy", path="/manager/about", status=500, before=breaking(RuntimeError("It broke."))),
}  # fmt: skip
"""What can go wrong."""

CHAPTERS = {
    "entering": ENTERING,
    "accounts": ACCOUNTS,
    "live": LIVE,
    "devices": DEVICES,
    "set-up": SET_UP,
    "branch": BRANCH,
    "analytics": ANALYTICS,
    "wizard": WIZARD,
    "stories": STORIES,
    "problems": PROBLEMS,
}

STATES = {
    name: state for chapter in CHAPTERS.values() for name, state in chapter.items()
}
