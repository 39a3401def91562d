"""A hundred futures of a queue as it stands: when each one who waits would be called."""

import numpy as np

from server.forecast.chance import FUTURES, Chance
from server.forecast.pace import Pace
from server.forecast.samples import Values
from server.forecast.scene import AtWork, Doing, Scene


def waits(scene: Scene, pace: Pace, chance: Chance) -> Values:
    """Return how many seconds each of the scene's tickets waits still, a row for each in the scene's order, a column for each future.

    Every future follows the order of the scene; each is called by the desk that is free first. A newcomer takes no desk's time.
    """
    free = np.array([_free(each, pace, chance) for each in scene.desks])
    stays, keeps = _lots(scene, pace, chance)
    found = np.empty((len(scene.order), FUTURES))
    columns = np.arange(FUTURES)
    groups: dict[tuple[str, int | None], Values] = {}
    everywhere = len(scene.desks)
    for row, ticket in enumerate(scene.order):
        group = ticket.queue, ticket.for_desk
        places = groups.get(group)
        if places is None:
            places = groups[group] = np.array(scene.may_call(ticket), np.intp)
        among = free if len(places) == everywhere else free[places]
        first = among.argmin(axis=0)
        wait = found[row] = among[first, columns]
        if ticket.id not in scene.newcomers:
            # Whoever has left by then costs the desk nothing.
            kept = np.where(stays[row] < wait, 0.0, keeps[row])
            free[places[first], columns] = wait + kept
    return found


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
    stays = -np.log1p(-chance.of_tickets("patience", ids)) * pace.patience_s
    keeps = np.empty_like(stays)
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
    return stays, keeps
