"""Many futures of a queue as it stands: when each one who waits would be called."""

import numpy as np

from server.forecast.chance import FUTURES, Chance
from server.forecast.pace import Pace
from server.forecast.samples import Values
from server.forecast.scene import AtWork, Doing, Scene, line_of


def waits(scene: Scene, pace: Pace, chance: Chance) -> Values:
    """Return how many seconds each of the scene's tickets waits still, a row for each in the scene's order, a column for each future.

    Every future follows the order of the scene; each is called by the desk that is free first. A newcomer takes no desk's time.
    """
    desks = len(scene.desks)
    free = np.array([_free(each, pace, chance) for each in scene.desks]).T.copy()
    flat = free.reshape(-1)
    lasts, keeps = _lots(scene, pace, chance)
    found = np.empty((len(scene.order), FUTURES))
    futures = np.arange(FUTURES) * desks
    never = {line: _never(at, desks) for line, at in scene.may_call.items()}
    for row, ticket in enumerate(scene.order):
        barred = never[line_of(ticket)]
        first = (free if barred is None else free + barred).argmin(axis=1) + futures
        wait = found[row] = flat[first]
        if ticket.id not in scene.newcomers:
            # Whoever has left by then costs the desk nothing.
            flat[first] = wait + keeps[row] * (lasts[row] >= wait)
    return found


def _never(may_call: tuple[int, ...], desks: int) -> Values | None:
    """Return by how much later each desk would have to be free to call such a ticket; None where all may call it."""
    if len(may_call) == desks:
        return None
    barred = np.full(desks, np.inf)
    barred[list(may_call)] = 0.0
    return barred


def _free(each: AtWork, pace: Pace, chance: Chance) -> Values:
    """Return after how many seconds the desk calls the next one, in each future."""
    number = each.desk.number
    gaps = chance.of_desk("gap", number)
    match each.doing:
        case Doing.SERVING:
            slowness = pace.slowness(number)
            services = pace.services(each.queue)
            rest = chance.of_desk("rest", number)
            whole = slowness * services.draw_longer(each.seconds / slowness, rest)
            return whole - each.seconds + pace.gaps.draw(gaps)
        case Doing.AWAY:
            return each.seconds + pace.gaps.draw(gaps)
        case Doing.FREE:
            return pace.gaps.draw_longer(each.seconds, gaps) - each.seconds


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
