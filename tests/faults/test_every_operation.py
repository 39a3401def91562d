"""Whatever is sent to any operation of the document, by whomever: no answer is an error of ours, and each is one that the document declares."""

import os
import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import Case, GenerationMode, checks
from schemathesis.openapi import from_url
from schemathesis.specs.openapi import checks as of_document

from server.domain.account import AccountRole
from server.usecases.setup import AddAccount
from server.web import api, manager, openapi
from shared.wire.messages import Role
from tests.injected import Seen
from tests.server.conftest import free_port
from tests.serving import RunningServer, set_up_once

pytestmark = pytest.mark.nightly

EXAMPLES = int(os.environ.get("EXAMPLES", "150"))
"""Valid ones and wrong ones, so many each, for each operation; of a manager's page a tenth."""

OPERATIONS = [
    (method, path)
    for path, operations in openapi.document(
        api.make().endpoints, manager.make().declared
    )["paths"].items()
    for method in operations
]

HELD = [
    checks.not_a_server_error,
    of_document.status_code_conformance,
    of_document.content_type_conformance,
    of_document.response_headers_conformance,
    of_document.response_schema_conformance,
]

NOBODY: dict[str, str] = {}
PASSWORD = "nine lamps by the harbour"
SEAL = re.compile(r'name="csrf" value="([^"]+)"')


@dataclass
class Asked:
    """A running server with people in it, and whoever may ask it something."""

    server: RunningServer
    schema: Any
    askers: dict[str, dict[str, str]]
    known: dict[str, list[Any]]
    http: requests.Session = field(default_factory=requests.Session)

    def let_in(self, role: AccountRole) -> None:
        """See that somebody with this role is signed in to the manager's pages: somebody new, where who was here has signed out or shut themselves out."""
        here = f"{self.server.url}/manager/account"
        cookie = self.askers.get(role)
        answer = requests.get(here, headers=cookie, timeout=30, allow_redirects=False)
        if answer.status_code == 200:
            return
        name = f"{role}{len(self.known['name'])}"
        self.server.do(AddAccount(name=name, shown=name, role=role, password=PASSWORD))
        with requests.Session() as browser:
            url = f"{self.server.url}/manager"
            form = {"csrf": _seal(browser, f"{url}/sign-in"), "name": name, "password": PASSWORD}  # fmt: skip
            assert browser.post(f"{url}/sign-in", form, timeout=30).ok
            self.known["name"].append(name)
            self.known["csrf"].append(_seal(browser, f"{url}/again"))
            self.askers[role] = {"Cookie": f"manager={browser.cookies['manager']}"}

    def ask(self, case: Case[Any], headers: dict[str, str]) -> requests.Response:
        """Send a request; of a stream only its head is waited for."""
        case.headers.update(headers)
        asked = case.as_transport_kwargs(base_url=self.server.url)
        answer = self.http.request(
            **asked, stream=True, timeout=30, allow_redirects=False
        )
        if answer.headers.get("Content-Type", "").startswith("text/event-stream"):
            answer._content = b""
            answer.close()
        else:
            assert answer.content is not None
        return answer


def _seal(browser: requests.Session, page: str) -> str:
    found = SEAL.search(browser.get(page, timeout=30).text)
    assert found is not None
    return found[1]


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asked]:
    directory = tmp_path_factory.mktemp("asked") / "data"
    shutil.copytree(set_up_once(desks=8), directory)
    server = RunningServer(directory, free_port()).start()
    server.run("queue", "set", "parking", "--join", "open", "--max-waiting", "0")
    devices = {role: server.device(role) for role in Role}
    devices[Role.CONSOLE].sign_in()
    tickets = [devices[Role.KIOSK].take() for _ in range(60)]
    for ticket in tickets[:8]:
        devices[Role.CONSOLE].post(f"/tickets/{ticket['id']}/call", {"finish": True})
    yield Asked(
        server,
        from_url(f"{server.url}/api/v1/openapi.json"),
        {
            role: {"Authorization": f"Bearer {device.token}"}
            for role, device in devices.items()
        },
        {
            "id": [ticket["id"] for ticket in tickets],
            "desk": [3, 4],
            "token": [ticket["url"].rpartition("/")[2] for ticket in tickets],
            "slug": ["parking", "passports"],
            "queue": ["parking", "passports"],
            "servicer": ["Maria"],
            "name": [],
            "csrf": [],
        },
    )
    server.stop()


def requests_of(
    asked: Asked, operation: Any, mode: GenerationMode
) -> st.SearchStrategy[Case[Any]]:
    """Return requests to the operation, half of them about what is there."""

    @st.composite
    def made(draw: Callable[[Any], Any]) -> Case[Any]:
        case = draw(operation.as_strategy(generation_mode=mode))
        if draw(st.booleans()):
            for place in (case.path_parameters, case.body):
                if isinstance(place, dict):
                    for name in place.keys() & asked.known.keys():
                        place[name] = draw(st.sampled_from(asked.known[name]))
        assert isinstance(case, Case)
        return case

    return made()


def can_be_wrong(operation: Mapping[str, Any]) -> bool:
    """Return whether there are requests that are not as declared: where only a text is asked for, every one is."""
    schemas = [each["schema"] for each in operation["parameters"]]
    return "requestBody" in operation or any(
        schema != {"type": "string"} for schema in schemas
    )


@pytest.mark.parametrize(
    ("method", "path"), OPERATIONS, ids=[f"{m} {p}" for m, p in OPERATIONS]
)
def test_no_request_is_an_error_of_ours_and_every_answer_is_a_declared_one(
    asked: Asked, seen: Seen, method: str, path: str
) -> None:
    operation = asked.schema[path][method]
    roles = operation.definition.raw.get("x-roles")
    is_page = path.startswith("/manager")
    if is_page:
        for role in AccountRole:
            asked.let_in(role)
    # Whoever may do it four times of five, and then anybody.
    asks = st.sampled_from([*(roles or []), None])
    may = asks.map(lambda role: asked.askers.get(role, NOBODY))
    asker = st.one_of(may, may, may, may, st.sampled_from([*asked.askers.values()]))
    answers: Counter[int] = Counter()

    def hold(mode: GenerationMode) -> None:
        @settings(
            max_examples=max(1, EXAMPLES // 10) if is_page else EXAMPLES,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        )
        @given(requests_of(asked, operation, mode), asker)
        def each(case: Case[Any], headers: dict[str, str]) -> None:
            answer = asked.ask(case, headers)
            answers[answer.status_code] += 1
            case.validate_response(answer, checks=HELD)

        each()

    hold(GenerationMode.POSITIVE)
    if can_be_wrong(operation.definition.raw):
        hold(GenerationMode.NEGATIVE)
    assert requests.get(f"{asked.server.url}/readyz", timeout=10).ok
    assert 'event="request failed"' not in asked.server.log.text
    seen(
        "schemathesis, any request to each operation",
        "requests",
        {str(status): n for status, n in answers.items()},
    )


def test_what_is_tried_is_the_document_that_the_server_gives_out(asked: Asked) -> None:
    raw = asked.schema.raw_schema["paths"]
    assert {(m, p) for p, operations in raw.items() for m in operations} == {
        *OPERATIONS
    }
    assert schemathesis.__version__
