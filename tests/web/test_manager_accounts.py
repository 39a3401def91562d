"""The first start and signing in with a real browser: by keyboard, without scripts, open to all, and silent."""

import re

import pyotp
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.serving import RunningServer
from tests.web.audit import violations

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PASSWORD = "purple tractor moon 9"
ANSWERED = "the server responded with a status of 4"
"""What browsers say of every page that says what went wrong."""


def faults(page: Page) -> list[str]:
    """Return what axe finds, and whether a phone would have to scroll sideways."""
    said = [f"{page.title()}: {each}" for each in violations(page)]
    width = page.evaluate("document.documentElement.scrollWidth")
    return said if width <= 390 else [*said, f"{page.title()}: {width} wide"]


def start_code(server: RunningServer) -> str:
    server.log.wait_for("no manager yet")
    code = re.search(r"code=(\S+)", server.log.text)
    assert code
    return code[1]


@pytest.mark.parametrize("scripts", [True, False])
def test_from_the_servers_code_to_a_second_step_by_keyboard(
    browser: Browser, server: RunningServer, scripts: bool
) -> None:
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, locale="en", java_script_enabled=scripts
    )
    page, said = context.new_page(), list[str]()
    page.on("console", lambda message: said.append(message.text))
    wrong: list[str] = []

    def look() -> None:
        if scripts:
            wrong.extend(faults(page))

    def type_in(label: str, text: str) -> None:
        page.get_by_label(label, exact=True).focus()
        page.keyboard.type(text)

    page.goto(f"{server.url}/manager")
    expect(page).to_have_title(re.compile("set up your branch"))
    look()
    type_in("Set-up code", start_code(server).lower())
    page.keyboard.press("Enter")
    expect(page).to_have_title(re.compile("Make your account"))
    look()
    type_in("Your name", "Ingrid Sørensen")
    type_in("User name", "ingrid")
    type_in("Password", "passport2026")
    page.keyboard.press("Enter")
    expect(page).to_have_title(re.compile("^Error:"))
    expect(page.get_by_label("Your name")).to_have_value("Ingrid Sørensen")
    look()
    type_in("Password", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/manager/(live|set-up/1)$"))

    page.goto(f"{server.url}/manager/account")
    look()
    page.get_by_role("link", name="Turn it on").press("Enter")
    expect(page).to_have_title(re.compile("authenticator"))
    look()
    page.get_by_text("I can’t scan it").press("Enter")
    secret = page.locator("details code").last.inner_text()
    app = pyotp.TOTP(secret.replace(" ", ""))
    type_in("Six digits", app.now())
    page.keyboard.press("Enter")
    expect(page).to_have_title(re.compile("ten codes"))
    look()
    recovery = page.locator("li .code").first.inner_text()

    page.goto(f"{server.url}/manager/account")
    page.get_by_role("button", name="Sign out").press("Enter")
    expect(page).to_have_title(re.compile("^Sign in"))
    look()
    type_in("User name", "ingrid")
    type_in("Password", PASSWORD)
    page.keyboard.press("Enter")
    expect(page).to_have_title(re.compile("six digits"))
    look()
    type_in("Code", recovery)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/manager/live$"))
    page.goto(f"{server.url}/manager/account")
    expect(page.get_by_text("9 recovery codes are left.")).to_be_visible()
    assert wrong == []
    assert [each for each in said if ANSWERED not in each] == []
    context.close()


@pytest.mark.parametrize("language", ["de", "ar"])
def test_the_pages_of_accounts_are_whole_in_other_languages(
    browser: Browser, server: RunningServer, language: str
) -> None:
    server.run("manager", "add", "ingrid", "--name", "Ingrid", "--password", PASSWORD)
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, locale=language
    )
    page = context.new_page()
    page.goto(f"{server.url}/manager")
    wrong = faults(page)
    page.locator("#name").fill("ingrid")
    page.locator("#password").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/manager/live$"))
    for path in ("account", "account/second-step", "accounts", "new-account", "accounts/ingrid", "accounts/ingrid/remove", "again"):  # fmt: skip
        for theme in ("light", "dark"):
            page.emulate_media(color_scheme=theme)
            page.goto(f"{server.url}/manager/{path}")
            wrong += faults(page)
    assert wrong == []
    context.close()
