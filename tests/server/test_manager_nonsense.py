"""Whatever a manager's browser sends, nothing of it is an error of ours, and nothing of it breaks out of the page that shows it again."""

import re

import pytest

from server.usecases.setup import SetServicer
from server.web import manager
from server.web.manager.pages import Page
from tests.server.in_time import BranchInTime
from tests.server.managers import HERE, Manager
from tests.server.test_rights import STREAM, named

pytestmark = pytest.mark.slow

PAGES = [page for page in manager.make().declared if page.gives != STREAM]
NONSENSE = [
    "",
    " ",
    "\x00",
    "x" * 500,
    "9" * 30,
    "9" * 5_000,
    "-1",
    "1e999",
    "NaN",
    "²",
    "١٢",
    "\u202e\ud83d\ude00",
    "\ud800",
    "\r\nSet-Cookie: a=b",
    "'\"><script>alert(1)</script>",
    "{{ 7 * 7 }}",
    "../../etc/passwd",
    "2026-02-30",
    "25:61-99:00",
]
BROKEN_OUT = "<script>alert"
IN_PATHS = ["0", "-1", "9" * 30, "nothing", "%00", "%ff", "a%20b", "..", "'\"><script>alert(1)"]  # fmt: skip
LEAVES_ALONE = ("/sign-out", "/account/password")
"""After these nobody would be signed in any more, or argon2 would take its time."""


@pytest.fixture(scope="module")
def branch(branch_of_the_file: BranchInTime) -> BranchInTime:
    """One branch for all of it, with somebody in line."""
    branch_of_the_file.device("kiosk").take()
    branch_of_the_file.do(SetServicer(name="Maria", pin="482913"))
    return branch_of_the_file


def addresses(page: Page) -> list[str]:
    """Return the page's address, with what there is and with nonsense in its path."""
    if "<" not in page.path:
        return [page.path]
    there = re.sub(r"<int:\w+>", "3", page.path)
    there = re.sub(r"<slug(?::\w+)?>|<slug:\w+>", "parking", there)
    there = re.sub(r"<name>", "Maria", there)
    return [
        re.sub(r"<[^>]+>", "x", there),
        *(re.sub(r"<[^>]+>", value, page.path) for value in IN_PATHS),
    ]


def fields(manager: Manager, page: Page, path: str) -> set[str]:
    """Return the names of what the form of this address has, as far as a page shows it."""
    shown = [path, path.rpartition("/")[0]]
    names = set(page.form)
    for each in shown:
        names |= set(re.findall(r' name="([\w.-]+)"', manager.get(each).text))
    return names - {"csrf"}


def test_no_nonsense_in_a_form_is_an_error_of_ours(branch: BranchInTime) -> None:
    ingrid = Manager(branch)
    seal, wrong = ingrid.seal(), []
    for page in PAGES:
        if page.method != "POST" or page.path in LEAVES_ALONE:
            continue
        for path in addresses(page)[:2]:
            names = fields(ingrid, page, path)
            for value in NONSENSE:
                form = {name: value.encode("utf-8", "surrogatepass") for name in names}
                answer = ingrid.browser.post(
                    f"/manager{path}",
                    data={"csrf": seal, **form},
                    headers=HERE,
                )
                if answer.status_code >= 500 or BROKEN_OUT in answer.text:
                    wrong.append(f"{answer.status_code} {named(page)} {path} {value!r}")
    assert wrong == [], "\n".join(wrong)


def test_no_nonsense_in_an_address_is_an_error_of_ours(branch: BranchInTime) -> None:
    ingrid = Manager(branch)
    wrong = []
    for page in PAGES:
        if page.method != "GET":
            continue
        queries = {**page.query, "done": "", "next": "", "language": "", "day": ""}
        for path in addresses(page):
            for value in (*NONSENSE, None):
                query = {} if value is None else dict.fromkeys(queries, value.encode("utf-8", "surrogatepass"))  # fmt: skip
                answer = ingrid.get(path, query_string=query)
                if answer.status_code >= 500 or BROKEN_OUT in answer.text:
                    wrong.append(f"{answer.status_code} {named(page)} {path} {value!r}")
    assert wrong == [], "\n".join(wrong)


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"", "application/x-www-form-urlencoded"),
        (b"\xff\xfe", "application/x-www-form-urlencoded"),
        (b"{}", "application/json"),
        (b"--x\r\n", "multipart/form-data; boundary=x"),
        (b"a=1&" * 9_000, "application/x-www-form-urlencoded"),
        (b"x" * 70_000, "application/x-www-form-urlencoded"),
    ],
)
def test_what_is_no_form_of_ours_is_refused(
    branch: BranchInTime, body: bytes, kind: str
) -> None:
    ingrid = Manager(branch)
    seal = {"X-CSRF-Token": ingrid.seal()}
    for page in PAGES:
        if page.method == "POST" and page.path not in LEAVES_ALONE:
            (path, *_) = addresses(page)
            for headers in (HERE, {**HERE, **seal}):
                answer = ingrid.browser.post(
                    f"/manager{path}", data=body, content_type=kind, headers=headers
                )
                assert answer.status_code < 500, (named(page), answer.text)
                if headers is HERE:
                    assert answer.status_code in (400, 403, 413), named(page)
