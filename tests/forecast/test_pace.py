"""How long a service usually takes: nothing before enough of them were measured, and nothing of what a manager expects."""

import pytest

from server.domain.promise import Promise
from server.forecast.pace import Pace


@pytest.mark.parametrize(
    ("took", "usual"),
    [
        ([], None),
        ([60.0] * 19, None),
        ([60.0] * 20, Promise(60, 60, 60)),
        ([float(each) for each in range(21)], Promise(5, 10, 15)),
        ([10.0] * 10 + [20.5] * 10, Promise(10, 15, 21)),
        ([900.0] * 500 + [60.0] * 400, Promise(60, 60, 60)),
    ],
)
def test_between_what_every_second_service_lies(
    took: list[float], usual: Promise | None
) -> None:
    pace = Pace()
    pace.expect("parking", 30)
    for each in took:
        pace.note_service("parking", 3, each)
    assert pace.usual("parking") == usual
    assert Pace.load(pace.dump()).usual("parking") == usual
