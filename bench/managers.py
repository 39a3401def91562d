"""What managers at the live page cost, how soon they see a call, and what their pages weigh and take to begin."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from time import sleep, time

from bench import manager_pages
from bench.crowd import Crowd, take_many
from bench.full_branch import (
    DESKS,
    KIOSKS,
    MANAGERS,
    QUEUES,
    TAKERS,
    FullBranch,
    Watching,
    add_accounts,
    signed_in,
)
from bench.load import Loaded
from bench.looking import Moments
from bench.measure import (
    Cost,
    Figure,
    a_server,
    consoles,
    put_load,
    quantile,
    raise_file_limit,
)

_ROUND_S = 4.0


def run(*, quick: bool) -> Iterator[Figure]:
    """Measure; `quick` with fewer rounds and calls."""
    raise_file_limit()
    with a_server(desks=DESKS, queues=QUEUES) as server:
        branch = FullBranch(server)
        yield from manager_pages.measure(branch, times=5 if quick else 30)
        yield from _takes(branch, rounds=2 if quick else 6)
        yield from _quiet_pace(branch, seconds=5 if quick else 20)
        yield from _long_watch(branch, calls=100 if quick else 1_000)
    yield from _calls(1_000, calls=15 if quick else 60)


# --- what they cost -------------------------------------------------------------------------------


@dataclass
class _Round:
    """Takes a second, the server's milliseconds of CPU for each, and the milliseconds they took."""

    rate: float
    cpu_ms: float
    latencies_ms: list[float]


def _takes(branch: FullBranch, rounds: int) -> Iterator[Figure]:
    """Take numbers with and without managers, by turns in one run: a machine that gets slower meanwhile does not decide."""
    alone, watched = list[_Round](), list[_Round]()
    note = ""
    _take(branch, 1.0)
    for number in range(rounds):
        # Without and with, with and without: neither is always the later one.
        for managers in (0, MANAGERS) if number % 2 == 0 else (MANAGERS, 0):
            branch.fill()
            if not managers:
                alone.append(_take(branch, _ROUND_S))
                continue
            with Watching(branch.server, branch.managers) as watching:
                watched.append(_take(branch, _ROUND_S))
                looked = watching.stop()
            share = looked.cpu_s / _ROUND_S
            note = f"{looked.fetches / _ROUND_S:.0f} fetches/s of {looked.kilobytes / max(1, looked.fetches):.1f} kB, client {share:.0%} busy"
    branch.fill()
    rates = [there.rate / not_there.rate for there, not_there in zip(watched, alone, strict=True)]  # fmt: skip
    costs = [there.cpu_ms / not_there.cpu_ms for there, not_there in zip(watched, alone, strict=True)]  # fmt: skip
    yield Figure(what="takes a second, nobody watching", value=quantile([each.rate for each in alone], 0.5), unit="/s", more_is_better=True)  # fmt: skip
    yield Figure(
        what=f"the same, {MANAGERS} managers on the live page",
        value=quantile([each.rate for each in watched], 0.5),
        unit="/s",
        more_is_better=True,
        note=note,
    )
    yield Figure(
        what="cost in takes a second, median of pairs",
        value=(1 - quantile(rates, 0.5)) * 100,
        unit="%",
        target=5,
        beyond=2,
        note=f"pairs: {_each(rates)} ×",
    )
    yield Figure(
        what="cost in the server's CPU for a take, median of pairs",
        value=(quantile(costs, 0.5) - 1) * 100,
        unit="%",
        note=f"pairs: {_each(costs)} ×",
    )
    worth = [
        (cost - 1) * there.rate for cost, there in zip(costs, watched, strict=True)
    ]
    yield Figure(
        what="their cost in the server's CPU, as so many takes",
        value=quantile(worth, 0.5),
        unit="/s",
        target=50,
        beyond=20,
        note="the same on a slow minute: 5 % of 1,000 takes a second",
    )
    for who, found in (("nobody watching", alone), (f"{MANAGERS} managers", watched)):
        yield Figure(
            what=f"take p99, {TAKERS} clients, {who}",
            value=quantile([ms for each in found for ms in each.latencies_ms], 0.99),
            unit="ms",
        )


def _take(branch: FullBranch, seconds: float) -> _Round:
    cost = Cost(branch.server.pid)
    loaded: Loaded = put_load(branch.server, branch.takers, hold=seconds)
    assert not loaded.others, loaded.others
    taken = len(loaded.latencies_ms)
    return _Round(
        taken / loaded.seconds, cost.cpu_s() * 1000 / taken, loaded.latencies_ms
    )


def _each(ratios: list[float]) -> str:
    return " ".join(f"{ratio:.2f}" for ratio in sorted(ratios))


def _quiet_pace(branch: FullBranch, seconds: float) -> Iterator[Figure]:
    """At the pace of a town hall, a number and a call a second: the server's CPU with nobody and with managers watching."""
    shares = []
    for managers in ([], branch.managers):
        with Watching(branch.server, managers) as watching:
            cost, began = Cost(branch.server.pid), time()
            _town_hall(branch, seconds)
            shares.append(cost.cpu_s() / (time() - began))
            watching.stop()
    for who, share in zip(("nobody", f"{MANAGERS} managers"), shares, strict=True):
        yield Figure(what=f"a number and a call a second, {who}: CPU", value=share * 100, unit="%", note="of one core")  # fmt: skip


def _town_hall(branch: FullBranch, seconds: float) -> None:
    for second in range(int(seconds)):
        began = time()
        branch.kiosks[second % KIOSKS].take(f"q{second % QUEUES + 1}")
        sleep(max(0.0, began + 0.5 - time()))
        number = second % DESKS
        branch.desks[number].post(f"/desks/{number + 1}/call-next", {"finish": True})
        sleep(max(0.0, began + 1 - time()))


def _long_watch(branch: FullBranch, calls: int) -> Iterator[Figure]:
    """Whether what the server holds grows while managers watch many calls."""
    branch.fill()
    with Watching(branch.server, branch.managers) as watching:
        _town_hall(branch, 3)
        cost = Cost(branch.server.pid)
        before = cost.memory_mb()
        for number in range(calls):
            at = number % DESKS
            branch.kiosks[number % KIOSKS].take(f"q{number % QUEUES + 1}")
            branch.desks[at].post(f"/desks/{at + 1}/call-next", {"finish": True})
        _town_hall(branch, 2)
        grown = cost.memory_mb() - before
        watching.stop()
    yield Figure(
        what=f"memory: {calls} takes and calls, {MANAGERS} managers",
        value=grown,
        unit="MB",
        note=f"{before:.1f} MB before",
    )


# --- how soon -------------------------------------------------------------------------------------


def _calls(phones: int, calls: int) -> Iterator[Figure]:
    """Call while phones and managers watch, at moments that keep no time: the page is told once a second at most."""
    with a_server(desks=1) as server:
        (desk,) = consoles(server, 1)
        add_accounts(server)
        managers = signed_in(server, MANAGERS)
        pages = take_many(server, phones + calls)
        moments = random.Random(13)
        with (
            Crowd(server, pages[calls:]) as crowd,
            Watching(server, managers) as watching,
        ):
            called = []
            for _ in range(calls):
                sleep(moments.uniform(0.1, 1.9))
                began = time()
                desk.post("/desks/1/call-next", {"finish": True})
                called.append((desk.get("/board").json()["seq"], began))
            sleep(3)
            looked = watching.stop()
            crowd.stop()
    for what, found, target in (
        ("the page's stream says it", looked.told, None),
        ("the page has fetched it", looked.shown, (1000.0, 500.0)),
    ):
        ms = [
            (_first(page, seq) - began) * 1000
            for page in found
            for seq, began in called
        ]
        for name, share in (("p50", 0.5), ("p99", 0.99), ("max", 1.0)):
            goals = target if target and name == "p99" else (None, None)
            yield Figure(
                what=f"call → {what}, {phones} phones: {name}",
                value=quantile(ms, share),
                unit="ms",
                target=goals[0],
                beyond=goals[1],
                note=f"{MANAGERS} managers" if name == "p50" else "",
            )


def _first(moments: Moments, seq: int) -> float:
    """Return when this row, or a later one, was known first."""
    return next(at for known, at in moments if known >= seq)
