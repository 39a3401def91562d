"""How a ticket's label is read aloud."""


def spoken(label: str) -> str:
    """Return the label as it is read aloud, sign by sign: `A 0 0 1`."""
    return " ".join(label)
