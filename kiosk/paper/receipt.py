"""A ticket as the bytes that receipt printers understand (ESC/POS)."""

from kiosk.paper.slip import Slip

CODE_PAGE = "CP858"
"""Latin letters with the euro sign; every receipt printer has it."""

WIDTHS = {80: 576, 58: 384}
"""Dots across, by the paper's width in millimetres."""

PROFILE = "TM-T20II"
"""A usual printer; only what all understand is used of it."""


def receipt(slip: Slip, paper_mm: int = 80) -> bytes:
    """Return the ticket's bytes, cut at the end; drawn where the printer lacks its letters."""
    # Imported at the first ticket: it takes a third of a second.
    from escpos.printer import Dummy

    width = WIDTHS[paper_mm]
    printer = Dummy(profile=PROFILE)
    printer.hw("INIT")
    printer.set(align="center")
    if writable(slip):
        write_head(printer, slip)
    else:
        from kiosk.paper.raster import drawn, head

        printer.image(drawn(head(slip), width), impl="bitImageRaster")
    if slip.url:
        printer.image(code(slip.url, width), impl="bitImageRaster")
    if writable(slip):
        write_foot(printer, slip)
    else:
        from kiosk.paper.raster import drawn, foot

        printer.image(drawn(foot(slip), width), impl="bitImageRaster")
    printer.cut()
    output: bytes = printer.output
    return output


def writable(slip: Slip) -> bool:
    """Return whether the printer's own letters suffice."""
    words = slip.words
    said = (
        slip.place,
        slip.queue,
        words.your_number,
        words.follow,
        words.keep,
        slip.footer,
    )
    try:
        "".join(said).encode(CODE_PAGE)
    except UnicodeEncodeError:
        return False
    return True


def write_head(printer, slip: Slip) -> None:  # type: ignore[no-untyped-def]  # the library has no types
    """Write what stands above the code."""
    printer.charcode(CODE_PAGE)
    printer.text(f"{slip.place}\n")
    printer.set(align="center", bold=True)
    printer.text(f"{slip.queue}\n\n")
    printer.set(align="center", bold=False)
    printer.text(f"{slip.words.your_number}\n")
    printer.set(align="center", bold=True, custom_size=True, width=6, height=6)
    printer.text(f"{slip.label}\n")
    printer.set(align="center", bold=False, normal_textsize=True)


def write_foot(printer, slip: Slip) -> None:  # type: ignore[no-untyped-def]  # the library has no types
    """Write what stands below the code."""
    printer.set(align="center", bold=False, normal_textsize=True)
    if slip.url:
        printer.text(f"{slip.words.follow}\n")
    printer.text(f"{slip.words.keep}\n{slip.taken}\n")
    if slip.footer:
        printer.text(f"{slip.footer}\n")


def code(url: str, width: int):  # type: ignore[no-untyped-def]  # likewise
    """Return the QR code as a picture about half as wide as the paper: dots of equal size, four of white around."""
    from qrcode.constants import ERROR_CORRECT_M
    from qrcode.image.pil import PilImage
    from qrcode.main import QRCode

    made = QRCode(border=4, error_correction=ERROR_CORRECT_M)
    made.add_data(url)
    made.make()
    made.box_size = max(3, width * 6 // 10 // (made.modules_count + 8))
    return made.make_image(image_factory=PilImage).get_image().convert("L")
