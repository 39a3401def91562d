"""Putting many pictures on one sheet, each under its name, to look at them together."""

from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

CELL_AREA = 640 * 360
CAPTION = 22
GAP = 12
GREY = (110, 110, 110)
BLACK = (0, 0, 0)


def make_sheet(pictures: Sequence[Path], sheet: Path, columns: int = 4) -> None:
    """Write one picture that shows all of `pictures`, each fitted into a cell; there is at least one."""
    cell = cell_of(pictures)
    lines = -(-len(pictures) // columns)
    width = columns * (cell[0] + GAP) + GAP
    height = lines * (cell[1] + CAPTION + GAP) + GAP
    canvas = Image.new("RGB", (width, height), GREY)
    draw = ImageDraw.Draw(canvas)
    font = ImageFont.load_default(size=16)
    for place, path in enumerate(pictures):
        line, column = divmod(place, columns)
        x = GAP + column * (cell[0] + GAP)
        y = GAP + line * (cell[1] + CAPTION + GAP)
        draw.text((x, y), path.stem, fill=BLACK, font=font)
        with Image.open(path) as picture:
            small = picture.convert("RGB")
            small.thumbnail(cell)
            canvas.paste(small, (x, y + CAPTION))
    sheet.parent.mkdir(parents=True, exist_ok=True)
    canvas.save(sheet)


def cell_of(pictures: Sequence[Path]) -> tuple[int, int]:
    """Return the size of a cell: the first picture's shape, whatever its size."""
    with Image.open(pictures[0]) as picture:
        side = (CELL_AREA / (picture.width * picture.height)) ** 0.5
        return round(picture.width * side), round(picture.height * side)
