"""What staff set for now, beside what is set up: it ends by itself, with the business day at the latest."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class ByHand(StrEnum):
    """What staff made of a queue or a kiosk, whatever the hours say."""

    CLOSED = "closed"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Switch:
    """A queue or a kiosk was closed or opened by hand, `until` then: the end of the business day at the latest."""

    to: ByHand
    until: datetime

    def is_over(self, now: datetime) -> bool:
        """Return whether the hours say again what is so."""
        return self.until <= now


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffCall:
    """A manager asks everybody at the desks to come and help."""

    since: datetime
    by: str
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TestAwaited:
    """The next number that this kiosk gives until then, or any kiosk where none is named, is a test."""

    __test__ = False  # pytest takes the name for one of its own

    until: datetime
    device: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """What was set by hand since the business day began: of queues by slug, of kiosks by their device's id.

    `staff_call` is there while a manager calls everybody to help, `test` while a kiosk's next number is to be a test.
    """

    queues: Mapping[str, Switch] = field(default_factory=dict)
    kiosks: Mapping[int, Switch] = field(default_factory=dict)
    staff_call: StaffCall | None = None
    test: TestAwaited | None = None

    def is_test_awaited(self, device: int | None, now: datetime) -> bool:
        """Return whether the number that this kiosk is about to give is a test."""
        test = self.test
        if test is None or test.until <= now:
            return False
        return test.device in (None, device)

    def kiosk(self, device: int | None, now: datetime) -> Switch | None:
        """Return how the kiosk was closed, None while it is not."""
        switch = None if device is None else self.kiosks.get(device)
        return None if switch is None or switch.is_over(now) else switch
