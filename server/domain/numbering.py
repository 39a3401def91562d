"""Numbers, labels, business days, and the order within a queue."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_MOMENT_DIGITS = 16


def label(letter: str, number: int, digits: int = 3) -> str:
    """Return the label of a number: the queue's letter and at least so many digits, `A001`; it never wraps."""
    return f"{letter}{number:0{digits}d}"


TEST = "TEST"
"""What labels of test numbers begin with; no queue has so long a letter."""


def test_label(number: int) -> str:
    """Return the label of a test number: `TEST1`."""
    return label(TEST, number, digits=1)


def letter_of(label: str) -> str:
    """Return the letter, or letters, that a label begins with: `AB` of `AB007`."""
    return label.rstrip("0123456789")


def business_day(now: datetime, time_zone: str, rollover_hour: int) -> date:
    """Return the day that `now` belongs to at the branch; it starts at the rollover hour, local time."""
    local = now.astimezone(ZoneInfo(time_zone))
    day = local.date()
    return day - timedelta(days=1) if local.hour < rollover_hour else day


def day_begins(day: date, time_zone: str, rollover_hour: int) -> datetime:
    """Return the instant at which this business day begins at the branch."""
    local = datetime.combine(day, time(rollover_hour), tzinfo=ZoneInfo(time_zone))
    return local.astimezone(UTC)


def position(moment: datetime, seq: int) -> str:
    """Return the position key of a ticket: the moment of taking, then its row's seq.

    Keys are decimal fractions written out: they order as text, and between any two there is always another. Each ends
    with the seq of the row that gave it, ten digits, so that no two are equal, whoever goes and comes back.
    """
    return f"{(moment - _EPOCH) // _MICROSECOND:0{_MOMENT_DIGITS}d}{seq:010d}"


def moment_of(position: str) -> datetime:
    """Return the moment that a position key tells: of somebody between others, one between theirs."""
    digits = position[:_MOMENT_DIGITS].ljust(_MOMENT_DIGITS, "0")
    return _EPOCH + int(digits) * _MICROSECOND


def between(low: str, high: str, seq: int) -> str:
    """Return a position key strictly between `low` and `high` (low < high), with a row's seq at its end, as all keys have.

    Where both are the same, as older releases could make them, it orders right behind them. It has as few digits before the seq as there is room for, so that keys grow by one digit at most however often
    somebody is put between two others.
    """
    for width in range(1, max(len(low), len(high)) + 2):
        below, above = (int(key[:width].ljust(width, "0")) for key in (low, high))
        # Whatever follows these digits, it stays above `low` and below `high`.
        if above - below >= 2:
            return f"{(below + above) // 2:0{width}d}{seq:010d}"
    return f"{high}{seq:010d}"


def shifted(position: str, by: timedelta) -> str:
    """Return the position key as if its moment were so much later; keys that are shifted alike keep their order."""
    later = max(_EPOCH, moment_of(position) + by)
    digits = (later - _EPOCH) // _MICROSECOND
    return f"{digits:0{_MOMENT_DIGITS}d}{position[_MOMENT_DIGITS:]}"


def placed(others: Sequence[str], behind: int, moment: datetime, seq: int) -> str:
    """Return the position key, right behind the first `behind` of `others`, of a ticket that row `seq` puts there.

    `others` are keys in their order. Where there are not that many, it is the key of a ticket that is taken now: behind
    them all.
    """
    if len(others) <= behind:
        return position(moment, seq)
    return between(others[behind - 1] if behind else "0", others[behind], seq)
