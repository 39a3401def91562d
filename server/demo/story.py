"""What happens in the demo: one ticket's whole way on the real windows, then an ordinary day."""

import json
import random
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen
from uuid import uuid4

from server.demo.branch import DESKS, PIN, Tokens, queue_name
from server.demo.phone import take_picture
from server.demo.programs import DemoFailed, NotThere, Window
from server.store.store import MAIN_BRANCH
from server.store.tokens import TicketTokens
from shared.wire import routes

_ARRIVAL_EVERY_S = 6.5
_FIRST_OF_THE_DAY = 8
"""So many wait when the doors open, so that there is something to see at once."""

_PAUSE_BETWEEN_PRESSES_S = 6.0

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Stage:
    """The running programs of a demo, the language that its kiosk speaks, and where pictures of them go."""

    url: str
    language: str
    tokens: Tokens
    ticket_tokens: TicketTokens
    kiosk: Window
    display: Window
    consoles: dict[int, Window]
    pictures: Path

    def take(self, queue: str) -> dict[str, Any]:
        """Take a number as one of the simulated customers, and return the ticket."""
        ticket: dict[str, Any] = self._ask(
            routes.TICKETS, self.tokens.crowd, {"queue": queue}
        )
        return ticket

    def page_of(self, label: str) -> str:
        """Return the address of the page of the ticket that a desk has called last under this label."""
        # Only staff are told which ticket a label is.
        manager = self.tokens.manager
        calls = self._ask(routes.BOARD, manager)["recent_calls"]
        ticket = next(call["ticket"] for call in calls if call["label"] == label)
        taken_at = self._taken_at(ticket)
        return self.url + routes.ticket_page(
            self.ticket_tokens.of(MAIN_BRANCH, ticket, taken_at)
        )

    def _taken_at(self, ticket: int) -> datetime:
        desks = self._ask(routes.BRANCH, self.tokens.manager)["desks"]
        serving = (desk["serving"] for desk in desks if desk["serving"])
        found = next(each for each in serving if each["id"] == ticket)
        return datetime.fromisoformat(found["taken_at"])

    def _ask(self, path: str, token: str, body: dict[str, Any] | None = None) -> Any:
        request = Request(  # the demo's own server
            self.url + path,
            data=None if body is None else json.dumps(body).encode(),
            headers={
                "Authorization": f"Bearer {token}",
                "Idempotency-Key": str(uuid4()),
            },
        )
        with urlopen(request, timeout=10) as answer:
            return json.load(answer)


def one_ticket(stage: Stage, tell: Tell) -> None:
    """Play one ticket's whole way: tap, number, call, board, phone, served."""
    pictures = stage.pictures
    for number, servicer in DESKS.items():
        console = stage.consoles[number]
        console.press(f"desk-{number}").press(f"servicer-{servicer}").press("pin").type(
            PIN
        )
        console.press("signIn").see("primary")
    tell("Maria has signed in at desk 3, Jonas at desk 5.")
    stage.kiosk.see("queue-parking").picture(pictures / "1-kiosk-home.png")
    stage.kiosk.press("queue-parking").see("issuedLabel")
    stage.kiosk.picture(pictures / "2-kiosk-number.png")
    tapped = queue_name("parking", stage.language)
    tell(f"A customer has tapped “{tapped}” on the kiosk and holds A001.")
    desk = stage.consoles[3]
    desk.press("primary")
    stage.display.see("call-A001").picture(pictures / "3-display-call.png")
    desk.see("Recall").picture(pictures / "4-console-called.png")
    page = stage.page_of("A001")
    tell(
        "Maria has called: the display says A001, desk 3. The customer's phone is amber:"
    )
    tell(f"    {page}")
    if take_picture(page, pictures / "5-phone-your-turn.png"):
        tell("    (pictured)")
    # Nobody else waits: what comes next is done.
    desk.press("primary").see("Hold").press("primary")
    tell("A001 has been served.")


def ordinary_day(stage: Stage, speed: float, stop: threading.Event) -> None:
    """Let customers come and desks serve them until `stop` is set."""
    chance = random.Random(2019)  # a simulation
    queues = ["parking", "passports", "payments"]
    for _ in range(_FIRST_OF_THE_DAY):
        stage.take(chance.choice(queues))

    def crowd() -> None:
        while not stop.wait(chance.expovariate(1 / _ARRIVAL_EVERY_S) / speed):
            stage.take(chance.choice(queues))

    def serve(console: Window, pace: random.Random) -> None:
        while not stop.wait(pace.uniform(0.5, 1.5) * _PAUSE_BETWEEN_PRESSES_S / speed):
            # Nobody waits: the button is disabled, and the desk looks again a little later.
            try:
                console.press("primary")
            except NotThere:
                continue
            except DemoFailed:
                # Its window was closed, and the demo ends with it.
                return

    people = [threading.Thread(target=crowd, daemon=True)]
    people += [
        threading.Thread(
            target=serve, args=(console, random.Random(number)), daemon=True
        )
        for number, console in stage.consoles.items()
    ]
    for person in people:
        person.start()
    stop.wait()
