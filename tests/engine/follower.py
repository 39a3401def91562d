"""A client of another maker: knows what the stream's documentation says, and nothing of ours."""

import json
from typing import Any

AT_DESK = ("called", "serving")
OPEN = ("waiting", *AT_DESK, "held")
MOST_CALLS = 12


class Follower:
    """The branch by a snapshot and the events after it, in plain JSON; `staff` are told of open tickets too."""

    def __init__(self, *, staff: bool) -> None:
        self.staff = staff
        self.seq = 0
        self.resets = 0
        self.branch: dict[str, Any] = {}
        self.waiting: dict[str, int] = {}
        self.calls: list[dict[str, Any]] = []
        self.tickets: dict[int, dict[str, Any]] = {}
        self.missed: dict[int, dict[str, Any]] = {}

    def hear(self, piece: bytes) -> None:
        """Take one event of the stream."""
        lines = piece.decode().splitlines()
        fields = dict(line.split(": ", 1) for line in lines if ": " in line)
        told = json.loads(fields["data"])
        match fields["event"]:
            case "snapshot":
                self._begin(told)
            case "reset":
                self.resets += 1
            case "branch":
                self._take(told)
            case _ if told["seq"] > self.seq:
                self.seq = told["seq"]
                self._take(told)

    def shows(self) -> dict[str, Any]:
        """Return all it knows, but for the server's clock."""
        queues = [
            {**queue, "waiting": self.waiting[queue["slug"]]}
            for queue in self.branch["queues"]
        ]
        branch = {**self.branch, "queues": queues}
        branch.pop("now", None)
        tickets = [self.tickets[id] for id in sorted(self.tickets)]
        return {
            "branch": branch,
            "waiting": self.waiting,
            "calls": self.calls,
            "tickets": tickets,
            "missed": [self.missed[id] for id in sorted(self.missed)],
        }

    def _begin(self, told: dict[str, Any]) -> None:
        self.seq = told["seq"]
        self.branch = told["branch"]
        self.waiting = dict(told["board"]["waiting"])
        self.calls = told["board"]["recent_calls"]
        self.tickets = {ticket["id"]: ticket for ticket in told["tickets"]}
        self.missed = {ticket["id"]: ticket for ticket in told["missed"]}

    def _take(self, told: dict[str, Any]) -> None:
        if told["branch"] is not None:
            if told["branch"]["day"] != self.branch["day"]:
                self.missed = {}
            self.branch = told["branch"]
            queues = self.branch["queues"]
            self.waiting = {queue["slug"]: queue["waiting"] for queue in queues}
        if told["desk"] is not None:
            self._put_desk(told["desk"])
        if told["ticket"] is not None:
            self._put_ticket(told)
        self.waiting |= told["waiting"] or {}
        if told["stranded"] is not None:
            self.branch["stranded"] = told["stranded"]
        if told["help"] is not None:
            self.branch["help"] = told["help"]
        if told["recent_calls"] is not None:
            self.calls = told["recent_calls"]

    def _put_desk(self, desk: dict[str, Any]) -> None:
        desks = self.branch["desks"]
        number = desk["number"]
        self.branch["desks"] = [
            desk if known["number"] == number else known for known in desks
        ]

    def _put_ticket(self, told: dict[str, Any]) -> None:
        ticket = told["ticket"]
        if self.staff:
            self.tickets.pop(ticket["id"], None)
            self.missed.pop(ticket["id"], None)
            if ticket["state"] in OPEN:
                self.tickets[ticket["id"]] = ticket
            is_missed = ticket["state"] == "missed" and not ticket["test"]
            if is_missed and ticket["day"] == self.branch["day"]:
                self.missed[ticket["id"]] = ticket
        for desk in self.branch["desks"]:
            here = desk["serving"]
            if here is not None and here["id"] == ticket["id"]:
                desk["serving"] = None
            if ticket["state"] in AT_DESK and desk["number"] == ticket["desk"]:
                desk["serving"] = ticket
        self._put_call(ticket, again=told["event"] in {"called", "recalled"})

    def _put_call(self, ticket: dict[str, Any], *, again: bool) -> None:
        names = ("label", "desk", "queue", "called_at", "state", "servicer")
        call = {name: ticket[name] for name in names} | {"ticket": ticket["id"]}
        places = [c["ticket"] for c in self.calls]
        others = [c for c in self.calls if c["ticket"] != ticket["id"]]
        if again:
            self.calls = [call, *others][:MOST_CALLS]
        elif ticket["desk"] is None:
            self.calls = others
        elif ticket["id"] in places:
            self.calls[places.index(ticket["id"])] = call
