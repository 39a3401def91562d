"""The pages' colours can be told apart: words by 4.5 to 1, and what a field or a focus is drawn with by 3 to 1 (WCAG 2.2)."""

import re
from pathlib import Path

import pytest

import server

THEME = Path(server.__path__[0]) / "static/theme.css"
THEMES = ("light", "dark", "more contrast")
GROUNDS = ("bg", "surface", "sunken")


def colours(theme: str) -> dict[str, str]:
    """Return each colour of a theme by its name."""
    blocks = re.findall(r":root \{(.*?)\}", THEME.read_text("utf-8"), re.DOTALL)
    return dict(re.findall(r"--([\w-]+): (#[0-9A-Fa-f]{6});", blocks[THEMES.index(theme)]))  # fmt: skip


def light(colour: str) -> float:
    """Return the relative luminance."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)  # fmt: skip
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio."""
    dark, bright = sorted((light(one), light(other)))
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(
    ("ink", "grounds", "least"),
    [
        ("text", GROUNDS, 7),
        ("text2", GROUNDS, 4.5),
        ("accent", GROUNDS, 4.5),
        ("ok", GROUNDS, 4.5),
        ("warn", GROUNDS, 4.5),
        ("danger", GROUNDS, 4.5),
        ("control", GROUNDS, 3),
        ("on-accent", ("accent",), 4.5),
        ("on-call", ("call",), 7),
    ],
)
def test_each_ink_is_seen_on_each_ground(
    theme: str, ink: str, grounds: tuple[str, ...], least: float
) -> None:
    found = colours(theme)
    ratios = {ground: contrast(found[ink], found[ground]) for ground in grounds}
    assert {g: r for g, r in ratios.items() if r < least} == {}


def test_a_ratio_is_as_the_guidelines_reckon() -> None:
    assert round(contrast("#000000", "#FFFFFF"), 1) == 21
    assert round(contrast("#777777", "#FFFFFF"), 2) == 4.48


@pytest.mark.parametrize("number", range(1, 6))
def test_a_queues_letter_is_seen_on_its_colour(number: int) -> None:
    found = colours("light")
    assert contrast(found["on-queue"], found[f"queue-{number}"]) >= 4.5
