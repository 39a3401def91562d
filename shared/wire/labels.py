"""How a ticket is named on every screen, on paper and aloud."""


def label(letter: str, number: int) -> str:
    """Return the label of a number: the queue's letter and at least three digits, `A001`."""
    return f"{letter}{number:03d}"


def spoken(label: str) -> str:
    """Return the label as it is read aloud, sign by sign: `A 0 0 1`."""
    return " ".join(label)
