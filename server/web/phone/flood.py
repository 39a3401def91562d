"""How many numbers one address may take in a minute."""

from collections import deque
from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address
from math import ceil

from server.domain.refusals import TooManyJoins

_A_MINUTE = timedelta(minutes=1)
_MANY_ADDRESSES = 10_000
_IPV6_HOST_BITS = 64


class FloodGate:
    """Counts takes by address for a minute, in memory: a restart forgets them, and nobody's address is kept.

    Asked inside a unit of work, so one at a time.
    """

    def __init__(self) -> None:
        self._taken: dict[str, deque[datetime]] = {}

    def count(self, address: str, most: int, now: datetime) -> None:
        """Count one more; raise `TooManyJoins` instead when `most` were counted within the last minute."""
        if len(self._taken) > _MANY_ADDRESSES:
            self._forget(now)
        taken = self._taken.setdefault(network_of(address), deque())
        # Not "older than": a clock that was set back must not shut anybody out for longer.
        while taken and not timedelta(0) <= now - taken[0] < _A_MINUTE:
            taken.popleft()
        if len(taken) >= most:
            raise TooManyJoins(
                max(1, ceil((taken[0] + _A_MINUTE - now).total_seconds()))
            )
        taken.append(now)

    def _forget(self, now: datetime) -> None:
        self._taken = {
            address: taken
            for address, taken in self._taken.items()
            if taken and now - taken[-1] < _A_MINUTE
        }


def network_of(address: str) -> str:
    """Return the address, of IPv6 the network: one home has as many addresses there as it likes."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    if isinstance(parsed, IPv6Address) and parsed.ipv4_mapped is not None:
        return str(parsed.ipv4_mapped)
    if isinstance(parsed, IPv6Address):
        return str(int(parsed) >> _IPV6_HOST_BITS)
    return str(parsed)
