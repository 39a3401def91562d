"""Many futures of a queue as it stands: when each one who waits would be called."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from server.domain.ticket import Ticket
from server.forecast.chance import FUTURES, Chance
from server.forecast.pace import Pace
from server.forecast.samples import Values
from server.forecast.scene import AtWork, Busy, Scene, line_of

Places = NDArray[np.intp]


FURTHER = 3
"""So many are played who would come right after a newcomer."""


def waits(
    scene: Scene, pace: Pace, chance: Chance
) -> tuple[Values, Mapping[int, Values]]:
    """Return how many seconds each of the scene's tickets waits still, a row for each in the scene's order, its `FUTURES` waits from the shortest to the longest; and by newcomer the same of the `FURTHER` next ones to the same queue.

    Every future follows the order of the scene; each is called by the desk that is free first. A newcomer takes no desk's time.
    """
    desks = len(scene.desks)
    free = _free(scene.desks, pace, chance)
    flat = free.reshape(-1)
    lasts, keeps = _lots(scene, pace, chance)
    found = np.empty((len(scene.order), FUTURES))
    further: dict[int, Values] = {}
    futures = np.arange(FUTURES) * desks
    never = {line: _never(at, desks) for line, at in scene.may_call.items()}
    for ticket, wait, last, keep in zip(scene.order, found, lasts, keeps, strict=True):
        barred = never[line_of(ticket)]
        first = (free if barred is None else free + barred).argmin(axis=1)
        first += futures
        wait[:] = flat[first]
        if ticket.id not in scene.newcomers:
            after = wait + keep
            # Whoever has left by then costs the desk nothing.
            np.copyto(after, wait, where=last < wait)
            flat[first] = after
        else:
            further[ticket.id] = _further(free, barred, first, ticket, pace, chance)
    found.sort(axis=1)
    return found, further


def _further(
    free: Values,
    barred: Values | None,
    first: Places,
    newcomer: Ticket,
    pace: Pace,
    chance: Chance,
) -> Values:
    """Return how long those wait who come right after a newcomer, whom the desks at the places `first` call."""
    free = free.copy() if barred is None else free + barred
    flat = free.reshape(-1)
    futures = np.arange(FUTURES) * free.shape[1]
    services = pace.services(newcomer.queue)
    found = np.empty((FURTHER, FUTURES))
    for at, wait in enumerate(found):
        keeps = services.draw(chance.of_newcomer(newcomer.id, at))
        flat[first] += keeps + pace.gaps.mean
        first = free.argmin(axis=1) + futures
        wait[:] = flat[first]
    found.sort(axis=1)
    return found


def quantiles(futures: Values, shares: Sequence[float]) -> Values:
    """Return below how many seconds so many of each ticket's waits are, a row for each ticket, between neighbours in proportion."""
    places = np.array(shares) * (FUTURES - 1)
    below = places.astype(np.intp)
    found: Values = futures[:, below]
    found += (futures[:, np.minimum(below + 1, FUTURES - 1)] - found) * (places - below)
    return found


def _never(may_call: tuple[int, ...], desks: int) -> Values | None:
    """Return by how much later each desk would have to be free to call such a ticket, in each future; None where all may call it."""
    if len(may_call) == desks:
        return None
    barred = np.full((FUTURES, desks), np.inf)
    barred[:, may_call] = 0.0
    return barred


def _free(desks: Sequence[AtWork], pace: Pace, chance: Chance) -> Values:
    """Return after how many seconds each desk calls the next one, a row for each future."""
    found = pace.gaps.draw(chance.of_desks("gap", [each.desk.number for each in desks]))
    for at, each in enumerate(desks):
        number = each.desk.number
        match each.doing:
            case Busy.SERVING:
                slowness = pace.slowness(number)
                rest = chance.of_desk("rest", number)
                lasted = each.seconds / slowness
                whole = pace.services(each.queue).draw_longer(lasted, rest)
                found[at] += slowness * whole - each.seconds
            case Busy.AWAY:
                found[at] += each.seconds
            case Busy.FREE:
                gaps = chance.of_desk("gap", number)
                found[at] = pace.gaps.draw_longer(each.seconds, gaps) - each.seconds
    return found.T.copy()


def _lots(scene: Scene, pace: Pace, chance: Chance) -> tuple[Values, Values]:
    """Return how long each ticket's customer stays if never called, and how long a desk is kept by the call."""
    ids = [ticket.id for ticket in scene.order]
    lasts = chance.of_tickets("patience", ids) * pace.patience_s
    keeps = np.empty_like(lasts)
    services = chance.of_tickets("service", ids)
    queues = np.array([ticket.queue for ticket in scene.order])
    share = np.empty(len(ids))
    for slug in set(queues.tolist()):
        of_queue = queues == slug
        keeps[of_queue] = pace.services(slug).draw(services[of_queue])
        share[of_queue] = pace.share_missing(slug)
    missing = chance.of_tickets("missing", ids) < share[:, None]
    keeps[missing] = pace.missing_s
    keeps += pace.gaps.draw(chance.of_tickets("gap", ids))
    return lasts, keeps
