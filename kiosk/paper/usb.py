"""Finding a printer at a USB port by what it calls itself: the kernel's lp0 may be lp1 after it was plugged in again."""

from pathlib import Path

CLASSES = Path("/sys/class/usbmisc")
DEVICES = Path("/dev/usb")


def find(named: str, classes: Path = CLASSES, devices: Path = DEVICES) -> Path:
    """Return the device of a path, or of the printer whose IEEE 1284 id holds this name.

    A path that is not there stands for the only USB printer that is. Raises `FileNotFoundError` when there is none, or more than one.
    """
    if named.startswith("/"):
        path = Path(named)
        if path.exists():
            return path
        wanted = ""
    else:
        wanted = named.casefold()
    found = sorted(
        devices / printer.name
        for printer in classes.glob("lp*")
        if wanted in says(printer).casefold()
    )
    if len(found) != 1:
        many = ", ".join(map(str, found)) or "none"
        raise FileNotFoundError(f"no such USB printer: {named} (there: {many})")
    return found[0]


def says(printer: Path) -> str:
    """Return what a printer says it is: `MFG:EPSON;MDL:TM-T20II;SN:…`; nothing where it was unplugged at this moment."""
    try:
        return (printer / "device" / "ieee1284_id").read_text(errors="replace").strip()
    except OSError:
        return ""
