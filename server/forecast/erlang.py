"""How long people wait for so many desks, in the long run: Erlang's formulas.

Customers come at random at an even rate, each keeps a desk for a time that is exponentially spread, and whoever waits is
called in the order in which they came; with a measured patience everybody leaves after a time that is so spread, too.
"""

from dataclasses import dataclass
from math import exp, expm1, inf, lgamma, log, log1p, pi

_SMALL = 1e-16
_MOST_STEPS = 1_000_000
_LONGEST_PATIENCE_S = 1e8
"""Who would stay for three years stays."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """Customers who come in an hour, for how many seconds each keeps a desk, and after how many the mean one who waits leaves; None is never."""

    per_hour: float
    handling_s: float
    patience_s: float | None = None

    @property
    def load(self) -> float:
        """How many desks are busy if nobody leaves, in erlangs."""
        return self.per_hour * self.handling_s / 3600


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What comes of it: which share is seen in time, how long the mean one waits until seen or gone, and which share has `left`.

    `served` is of all who asked; `seen` is the service level of reports, of those who asked without whoever left sooner than that:
    served within T/(asked − left within T).
    """

    served: float
    seen: float
    wait_s: float
    left: float


def erlang_b(load: float, desks: int) -> float:
    """Return which share finds all desks busy where nobody waits: a^c/c! over the sum of a^k/k!, k ≤ c.

    By the recursion B(c) = a·B(c−1)/(c + a·B(c−1)), which never leaves 0…1 (Erlang 1917; Cooper, Introduction to Queueing Theory).
    """
    busy = 1.0
    for each in range(1, desks + 1):
        busy = load * busy / (each + load * busy)
    return busy


def erlang_c(load: float, desks: int) -> float:
    """Return which share has to wait where nobody leaves: B/(1 − (a/c)(1 − B)), everybody where the desks are too few (Erlang 1917)."""
    if load >= desks:
        return 1.0
    busy = erlang_b(load, desks)
    return busy / (1 - load / desks * (1 - busy))


def expected(flow: Flow, desks: int, within_s: float) -> Expected:
    """Return what comes of the flow at so many desks, `seen` being within so many seconds."""
    if flow.load <= 0:
        return Expected(served=1.0, seen=1.0, wait_s=0.0, left=0.0)
    if flow.patience_s is None:
        return _patient(flow, desks, within_s)
    if desks == 0:
        return Expected(served=0.0, seen=0.0, wait_s=flow.patience_s, left=1.0)
    return _impatient(flow, min(flow.patience_s, _LONGEST_PATIENCE_S), desks, within_s)


def desks_for(flow: Flow, within_s: float, share: float, most: int = 500) -> int | None:
    """Return the fewest desks at which this share of all who ask is seen in time, None where `most` are too few."""
    for desks in range(most + 1):
        if expected(flow, desks, within_s).served >= share:
            return desks
    return None


def _patient(flow: Flow, desks: int, within_s: float) -> Expected:
    """M/M/c: seen within T = 1 − C·exp(−(c − a)·T/handling), mean wait = C·handling/(c − a)."""
    free = desks - flow.load
    if free <= 0:
        return Expected(served=0.0, seen=0.0, wait_s=inf, left=0.0)
    must_wait = erlang_c(flow.load, desks)
    seen = 1 - must_wait * exp(-free * within_s / flow.handling_s)
    return Expected(
        served=seen, seen=seen, wait_s=must_wait * flow.handling_s / free, left=0.0
    )


def _impatient(flow: Flow, patience_s: float, desks: int, within_s: float) -> Expected:
    """M/M/c+M, by the virtual wait V of somebody who would never leave (Baccelli & Hebuterne 1981; Zeltyn & Mandelbaum 2005).

    Its density at t > 0 is proportional to g(t) = exp(λ(1 − exp(−θt))/θ − cμt). With J the integral of g over all t > 0, and E = 1/B(c − 1):
    P(V > 0) = λJ/(E + λJ), and P(left) = (1 + (λ − cμ)J)/(E + λJ).
    As λ·exp(−θt)·g = g' + cμ·g, who is served within T is (E + g(T) − 1 + cμ∫g to T)/(E + λJ), and from T on g is g(T) times
    that of the rate λ·exp(−θT).
    """
    rate, leaving, speed = flow.per_hour / 3600, 1 / patience_s, desks / flow.handling_s
    busy = erlang_b(flow.load, desks - 1)
    if busy == 0:
        return Expected(served=1.0, seen=1.0, wait_s=0.0, left=0.0)
    whole = _log_integral(rate, speed, leaving)
    # All is divided by E + λJ, and J may be more than a float holds.
    scale = -log(busy), log(rate) + whole
    total = _log_of_sum(*scale)
    kept = exp(-leaving * within_s)
    reached = rate * -expm1(-leaving * within_s) / leaving - speed * within_s
    rest = reached + _log_integral(rate * kept, speed, leaving) if kept else -inf
    # What is left of it is no more than the whole, however large both logarithms are.
    rest = min(rest, whole)
    left = exp(-total) + (rate - speed) * exp(whole - total)
    served = (
        exp(scale[0] - total)
        + exp(reached - total)
        - exp(-total)
        + speed * (exp(whole - total) - exp(rest - total))
    )
    waits_on = kept * rate * exp(rest - total)
    served, left = _share(served), _share(left)
    asked = served + waits_on
    return Expected(
        served=served,
        seen=_share(served / asked) if asked > 0 else 0.0,
        wait_s=left * patience_s,
        left=left,
    )


def _log_integral(rate: float, speed: float, leaving: float) -> float:
    """Return the logarithm of the integral of exp(λ(1 − exp(−θt))/θ − cμt) over all t > 0: an incomplete gamma function of cμ/θ and λ/θ.

    Below the mean by its series, above by the complement's continued fraction (Numerical Recipes, 6.2), with exponents kept apart.
    """
    at, upto = speed / leaving, rate / leaving
    if upto < at + 1:
        return log(_series(at, upto) / leaving)
    whole = _log_whole(at, upto)
    # What is taken away is less than half of it, as the integral ends above the mean.
    return whole + log1p(-_fraction(at, upto) * exp(-whole)) - log(leaving)


def _series(at: float, upto: float) -> float:
    """Return the sum of x^n/(s(s + 1)…(s + n))."""
    term = total = 1 / at
    for step in range(1, _MOST_STEPS):
        term *= upto / (at + step)
        total += term
        if term < total * _SMALL:
            break
    return total


def _fraction(at: float, upto: float) -> float:
    """Return the upper incomplete gamma function without its factor exp(−x)·x^s, by Lentz's method."""
    b = upto + 1 - at
    c, d = inf, 1 / b
    found = d
    for step in range(1, _MOST_STEPS):
        a = step * (at - step)
        b += 2
        d = 1 / (a * d + b)
        c = b + a / c
        found *= c * d
        if abs(c * d - 1) < 4 * _SMALL:
            break
    return found


def _log_whole(at: float, upto: float) -> float:
    """Return x − s·ln x + ln Γ(s); by Stirling's series where terms of millions would cancel."""
    if at < 50:
        return upto - at * log(upto) + lgamma(at)
    over = (upto - at) / at
    correction = 1 / (12 * at) - 1 / (360 * at**3) + 1 / (1260 * at**5)
    return at * (over - log1p(over)) + log(2 * pi / at) / 2 + correction


def _log_of_sum(one: float, other: float) -> float:
    more = max(one, other)
    return more + log1p(exp(min(one, other) - more))


def _share(value: float) -> float:
    return min(1.0, max(0.0, value))
