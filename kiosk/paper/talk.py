"""Asking a printer and knowing its answer from all else that comes over the cable: late ones, and what it says unasked."""

import time
from enum import Enum

from kiosk.paper.cables import Cable

XON, XOFF = 0x11, 0x13
"""It can take more, it can take no more."""

AFTER_THE_FIRST = 3
"""How many bytes follow the first of an automatic status (ASB)."""

MOST_AT_ONCE = 64
PAUSE_S = 0.02


class Answers(Enum):
    """In which way an answer comes."""

    AT_ONCE = "whatever is still to be printed"
    IN_TURN = "only after everything before it was printed"


class Question(Enum):
    """What is asked, and in which way it is answered."""

    PAPER = (b"\x10\x04\x04", Answers.AT_ONCE)  # DLE EOT 4
    OFFLINE_CAUSE = (b"\x10\x04\x02", Answers.AT_ONCE)  # DLE EOT 2
    IN_TURN = (b"\x1dr\x01", Answers.IN_TURN)  # GS r 1


class Talk:
    """A conversation over a cable; every method raises `OSError` when the printer is gone.

    Epson's reference gives each kind of byte that a printer says bits by which it is known; other makers keep to it.
    """

    def __init__(self, cable: Cable) -> None:
        self._cable = cable
        self._of_status = 0
        self.stopped = False
        """Whether it has said that it takes no more, and not yet that it does again."""

    def ask(self, question: Question, within_s: float) -> int | None:
        """Return the answer to this question and to no other; None when there is none within this time."""
        asked, way = question.value
        for _ in range(MOST_AT_ONCE):
            if self._hear(0, way) is None:
                break
        self._cable.send(asked)
        return self.wait(way, within_s)

    def wait(self, way: Answers, within_s: float) -> int | None:
        """Return the first answer that comes in this way; None when there is none within this time."""
        until = time.monotonic() + within_s
        while (left_s := until - time.monotonic()) > 0:
            said = self._hear(left_s, way)
            if said is None:
                # A port of the kernel may say at once that there is nothing.
                time.sleep(min(left_s, PAUSE_S))
            elif said:
                return said[0]
        return None

    def _hear(self, within_s: float, way: Answers) -> list[int] | None:
        """Return what was answered in this way among what comes next; None where nothing comes."""
        said = self._cable.answer(within_s)
        return [byte for byte in said if self._way_of(byte) is way] if said else None

    def _way_of(self, byte: int) -> Answers | None:
        """Return in which way it answers; None for what nobody asked."""
        if byte in (XON, XOFF):
            self.stopped = byte == XOFF
            return None
        match byte & 0x93:
            case 0x12:
                return Answers.AT_ONCE
            case 0x10:
                self._of_status = AFTER_THE_FIRST
                return None
        if byte & 0x90:
            return None
        # The rest of a status looks like an answer in turn.
        if self._of_status:
            self._of_status -= 1
            return None
        return Answers.IN_TURN
