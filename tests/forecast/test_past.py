"""What plans are made from, out of the figures that are kept of each business day."""

from datetime import date

from server.domain.figures.kept import (
    DayFigures,
    PresenceFigures,
    QueueFigures,
    packed,
)
from server.forecast.past import Handled, past_of

FRIDAY, SATURDAY = date(2026, 11, 27), date(2026, 11, 28)
SECOND = 1_000_000
HOUR = 3600 * SECOND


def queue(slug: str, asked: dict[int, int], **figures: object) -> QueueFigures:
    nothing = {"served": 0, "gone": 0, "expired": 0, "here": 0, "waits": {}, "services": b"", "totals": b""}  # fmt: skip
    no_sums = {"left": b"", "missed": b"", "others": b"", "wait_us": {}, "service_us": 0, "total_us": 0}  # fmt: skip
    return QueueFigures(queue=slug, asked=asked, **(nothing | no_sums | figures))  # type: ignore[arg-type]


def seat(desk: int, there: dict[int, int], serving: dict[str, int]) -> PresenceFigures:
    return PresenceFigures(
        desk=desk, person="", open_us=0, break_us=0, serving_us=serving, there_us=there
    )


def test_the_hours_of_a_night_are_of_the_business_day() -> None:
    day = DayFigures(
        day=FRIDAY,
        queues=(queue("bar", {23: 4, 1: 2, 4: 1}),),
        presence=(seat(7, {23: HOUR, 1: HOUR // 4}, {}),),
    )
    past = past_of([day])
    assert past.came == {("bar", (FRIDAY, 23)): 4, ("bar", (FRIDAY, 1)): 2, ("bar", (FRIDAY, 4)): 1}  # fmt: skip
    assert past.staffed == {(7, (FRIDAY, 23)): 1.0, (7, (FRIDAY, 1)): 0.25}


def test_all_who_sat_at_a_desk_and_all_days_are_added_up() -> None:
    monday = DayFigures(
        day=FRIDAY,
        queues=(
            queue(
                "a",
                {9: 6},
                served=3,
                gone=2,
                wait_us={9: 300 * SECOND},
                missed=packed([60 * SECOND]),
                others=packed([40 * SECOND]),
                left=packed([600 * SECOND, 5 * SECOND]),
            ),
        ),
        presence=(
            seat(1, {9: HOUR // 2}, {"a": 900 * SECOND}),
            seat(1, {9: HOUR // 4}, {"a": 100 * SECOND, "b": 50 * SECOND}),
        ),
    )
    other = DayFigures(day=SATURDAY, queues=(queue("a", {10: 1}, served=1, wait_us={10: SECOND}),))  # fmt: skip
    past = past_of([monday, other])
    assert past.staffed == {(1, (FRIDAY, 9)): 0.75}
    assert past.handled == {
        "a": Handled(called=6, busy_s=1000, left=2, waited_s=300 + 1 + 60 + 40 + 605)
    }
