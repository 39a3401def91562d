"""Putting many pictures on one sheet, each under its name, to look at them together."""

from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

CELL = (640, 480)
CAPTION = 22
GAP = 12
GREY = (110, 110, 110)
BLACK = (0, 0, 0)


def make_sheet(pictures: Sequence[Path], sheet: Path, columns: int = 4) -> None:
    """Write one picture that shows all of `pictures`, each fitted into a cell."""
    lines = -(-len(pictures) // columns)
    width = columns * (CELL[0] + GAP) + GAP
    height = lines * (CELL[1] + CAPTION + GAP) + GAP
    canvas = Image.new("RGB", (width, height), GREY)
    draw = ImageDraw.Draw(canvas)
    font = ImageFont.load_default(size=16)
    for place, path in enumerate(pictures):
        line, column = divmod(place, columns)
        x = GAP + column * (CELL[0] + GAP)
        y = GAP + line * (CELL[1] + CAPTION + GAP)
        draw.text((x, y), path.stem, fill=BLACK, font=font)
        with Image.open(path) as picture:
            small = picture.convert("RGB")
            small.thumbnail(CELL)
            canvas.paste(small, (x, y + CAPTION))
    sheet.parent.mkdir(parents=True, exist_ok=True)
    canvas.save(sheet)
