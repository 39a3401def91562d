"""A receipt printer standing on loopback: it takes bytes on a TCP port, answers what it is asked, and shows what came out."""

import re
import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from enum import Enum
from types import TracebackType
from typing import Self

import zxingcpp
from PIL import Image

PAPER, OFFLINE = b"\x10\x04\x04", b"\x10\x04\x02"
IN_TURN = b"\x1dr\x01"
RASTER = b"\x1dv0"
CUT = (b"\x1dV\x00", b"\x1dV\x01", b"\x1dVA", b"\x1dVB")
CONTROLS = re.compile(
    rb"\x1b@|\x1b[atEGM{!-].|\x1d[!B].|\x1bd.|\x1d[Hhwf].|\x1bJ.|\x1b[23]", re.DOTALL
)


class Others(Enum):
    """What happens to whoever comes while it is at another's ticket."""

    WAIT = "their cable is taken, and their questions are answered later"
    ARE_HUNG_UP_ON = "their cable is taken and closed at once"
    ARE_REFUSED = "their cable is not taken"


@dataclass
class PrinterStand:
    """`paper` and `cause` are what it answers to DLE EOT 4 and 2; `ends_inside` runs out of paper while it prints.

    A `dumb` one never answers, one that is not `orderly` answers at once only and never in turn; one that `hangs_up` does so as soon as a picture comes.
    One that `jams` answers in turn until a ticket comes. What is in `late_s` is answered so many seconds late; `unasked` it says when a cable
    is plugged in and when a ticket comes. A ticket takes it `takes_s`, and what `others` meet meanwhile differs between models.
    """

    paper: int = 0x12
    cause: int = 0x12
    ends_inside: bool = False
    dumb: bool = False
    orderly: bool = True
    hangs_up: bool = False
    jams: bool = False
    late_s: dict[bytes, float] = field(default_factory=dict)
    unasked: bytes = b""
    takes_s: float = 0
    others: Others = Others.WAIT
    received: list[bytes] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._port = self._listening.getsockname()[1]
        self._printing = threading.Lock()
        self._thread = threading.Thread(target=self._serve, daemon=True)

    @property
    def address(self) -> str:
        """Where the kiosk finds it."""
        return f"tcp://127.0.0.1:{self._port}"

    @contextmanager
    def held(self) -> Iterator[None]:
        """Let somebody else be at it."""
        with socket.create_connection(("127.0.0.1", self._port)) as other:
            other.sendall(PAPER)
            assert other.recv(1)
            yield

    @property
    def tickets(self) -> list[bytes]:
        """What was to be printed, without the questions."""
        return [data for data in self.received if data]

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with self._printing:
            # Closing alone does not wake who waits for the next cable.
            self._listening.shutdown(socket.SHUT_RDWR)
        self._thread.join(timeout=10)
        self._listening.close()

    def _serve(self) -> None:
        while True:
            try:
                cable, _ = self._listening.accept()
            except OSError:
                return
            match self.others:
                case Others.WAIT:
                    with self._printing, cable:
                        self._talk(cable)
                case Others.ARE_REFUSED:
                    with self._printing, cable:
                        self._listening.close()
                        self._talk(cable)
                        self._listening = socket.create_server(
                            ("127.0.0.1", self._port)
                        )
                case Others.ARE_HUNG_UP_ON if self._printing.acquire(blocking=False):
                    threading.Thread(target=self._talk_alone, args=[cable]).start()
                case Others.ARE_HUNG_UP_ON:
                    hang_up(cable)

    def _talk_alone(self, cable: socket.socket) -> None:
        try:
            with cable:
                self._talk(cable)
        finally:
            self._printing.release()

    def _talk(self, cable: socket.socket) -> None:
        printed = b""
        cable.sendall(self.unasked)
        while piece := cable.recv(65536):
            for question, answer in (
                (PAPER, self.paper),
                (OFFLINE, self.cause),
                (IN_TURN, 0x0C if self.ends_inside else 0x00),
            ):
                if question in piece:
                    piece = piece.replace(question, b"")
                    begun = bool(printed or piece)
                    deaf = not self.orderly or (self.jams and begun)
                    if question == IN_TURN and begun:
                        threading.Event().wait(self.takes_s)
                    if not self.dumb and not (question == IN_TURN and deaf):
                        said = answer if begun or question != IN_TURN else 0x00
                        self._say(cable, bytes([said]), self.late_s.get(question, 0))
            if piece:
                cable.sendall(self.unasked)
            printed += piece
            if self.hangs_up and RASTER in printed:
                break
        self.received.append(printed)

    def _say(self, cable: socket.socket, answer: bytes, late_s: float) -> None:
        def say() -> None:
            with suppress(OSError):
                cable.sendall(answer)

        if late_s:
            threading.Timer(late_s, say).start()
        else:
            say()


def hang_up(cable: socket.socket) -> None:
    """Break the connection, as a printer does that has no time."""
    cable.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    cable.close()


def is_cut(data: bytes) -> bool:
    """Return whether the paper is cut, and only at the end."""
    places = [data.rfind(cut) for cut in CUT if cut in data]
    return bool(places) and max(places) >= len(data) - 5


def text_of(data: bytes) -> str:
    """Return the letters that the printer puts on paper."""
    without = remove_pictures(data)
    for cut in CUT:
        without = without.replace(cut, b"")
    return CONTROLS.sub(b"", without).decode("cp858")


def remove_pictures(data: bytes) -> bytes:
    """Return the bytes without their pictures."""
    while (at := data.find(RASTER)) >= 0:
        width, height = raster_size(data, at)
        data = data[:at] + data[at + 8 + width * height :]
    return data


def raster_size(data: bytes, at: int) -> tuple[int, int]:
    """Return the bytes across and the dots down of the picture that begins there."""
    head = data[at + 4 : at + 8]
    return head[0] + 256 * head[1], head[2] + 256 * head[3]


def pictures_of(data: bytes) -> list[Image.Image]:
    """Return each picture as it comes out of the printer."""
    found, at = [], data.find(RASTER)
    while at >= 0:
        width, height = raster_size(data, at)
        bits = data[at + 8 : at + 8 + width * height]
        dots = Image.frombytes("1", (width * 8, height), bits)
        found.append(Image.eval(dots.convert("L"), lambda dot: 255 - dot))
        at = data.find(RASTER, at + 8 + width * height)
    return found


def codes_of(data: bytes) -> list[str]:
    """Return what a phone reads from the paper."""
    strips = pictures_of(data)
    paper = Image.new("L", (600, sum(strip.height for strip in strips) + 1), color=255)
    y = 0
    for strip in strips:
        paper.paste(strip, ((600 - strip.width) // 2, y))
        y += strip.height
    return [code.text for code in zxingcpp.read_barcodes(paper)]
