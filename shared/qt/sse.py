"""Reading server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Frame:
    """One server-sent event: its name, its data, and the id it carries, if any."""

    event: str
    data: bytes
    id: str | None


class Reader:
    """Turns pieces of a stream, cut anywhere, into frames; lines end in LF or CRLF."""

    def __init__(self) -> None:
        self._rest = b""
        self._event = ""
        self._data: list[bytes] = []
        self._id: str | None = None

    def feed(self, piece: bytes) -> list[Frame]:
        """Return the frames that this piece completes."""
        *lines, self._rest = (self._rest + piece).split(b"\n")
        frames = []
        for line in lines:
            frame = self._read(line.removesuffix(b"\r"))
            if frame is not None:
                frames.append(frame)
        return frames

    def _read(self, line: bytes) -> Frame | None:
        if not line:
            return self._finish()
        name, _, value = line.partition(b":")
        value = value.removeprefix(b" ")
        if name == b"event":
            self._event = value.decode(errors="replace")
        elif name == b"data":
            self._data.append(value)
        elif name == b"id":
            self._id = value.decode(errors="replace")
        return None

    def _finish(self) -> Frame | None:
        frame = None
        # The standard drops a frame without data; `bye` may have none and still counts here.
        if self._data or self._event:
            frame = Frame(self._event or "message", b"\n".join(self._data), self._id)
        self._event, self._data, self._id = "", [], None
        return frame
