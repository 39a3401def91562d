"""Pictures of the board as a page: every state, size, language and theme, by a real Chromium, with contact sheets."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from script.board_gallery import drawings, opened, show
from script.chromium import chromium
from script.contact_sheet import make_sheet
from script.wanted import is_wanted

THEMES = ("dark", "light")
SIZES = ((1920, 1080), (1080, 1920), (1280, 720))


def screens(
    out: Path,
    languages: Sequence[str],
    states: Sequence[str] = (),
    sizes: Sequence[tuple[int, int]] = (),
    themes: Sequence[str] = (),
) -> Iterator[Path]:
    """Write `board/<state>-<WxH>-<language>-<theme>.png` for every state, and yield the contact sheets."""
    (out / "board").mkdir(parents=True, exist_ok=True)
    with chromium() as browser:
        for theme in themes or THEMES:
            with opened(browser, theme) as page:
                for language in languages:
                    for width, height in sizes or SIZES:
                        page.set_viewport_size({"width": width, "height": height})
                        look = f"{width}x{height}-{language}-{theme}"
                        drawn = []
                        for name, drawing in drawings(language).items():
                            if not is_wanted(name, states):
                                continue
                            show(page, drawing, language)
                            path = out / "board" / f"{name}-{look}.png"
                            page.screenshot(path=path)
                            drawn.append(path)
                        if drawn:
                            sheet = out / f"board-{look}.png"
                            make_sheet(drawn, sheet)
                            yield sheet
