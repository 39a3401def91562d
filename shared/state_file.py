"""What a program keeps from one start to the next. Whatever became of its file meanwhile, the program starts."""

import logging
import os
import stat
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Generic, TypeVar

import msgspec
from msgspec import Struct

from shared.private_files import draft_of, write_private
from shared.wire import codec

log = logging.getLogger(__name__)

MOST_BYTES = 1_000_000
"""No program keeps so much; what is larger was written by nobody of ours."""

S = TypeVar("S")


class StateFile(Generic[S]):
    """One thing of this kind in a file of its own; every instant in it has its zone, and all of it `fits`."""

    def __init__(
        self, file: Path, kind: type[S], fits: Callable[[S], bool] = lambda _: True
    ) -> None:
        self._file = file
        self._kind = kind
        self._fits = fits

    def read(self) -> S | None:
        """Return what was written, or None where nothing was; what is there instead is put aside and logged."""
        try:
            kept = codec.decode(_bytes_of(self._file), self._kind)
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:
            self._put_aside(str(error))
            return None
        if not (_has_zones(kept) and self._fits(kept)):
            self._put_aside("it holds what is never written")
            return None
        return kept

    def write(self, content: S) -> bool:
        """Return whether it is on disk now, as a whole and for its owner only; why not is logged."""
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            for place in (self._file, draft_of(self._file)):
                if place.is_dir():
                    self._put_aside("a directory", place)
            write_private(self._file, codec.encode(content))
        except OSError as error:
            log.warning("not kept file=%s error=%s", self._file, error)
            return False
        return True

    def remove(self) -> None:
        """Keep it no longer; where that cannot be, it is logged."""
        try:
            self._file.unlink(missing_ok=True)
        except OSError as error:
            log.warning("still kept file=%s error=%s", self._file, error)

    def _put_aside(self, why: str, place: Path | None = None) -> None:
        """Move what is there out of the way of what will be written, for somebody to look at."""
        place = place or self._file
        aside = _free_name(place)
        try:
            place.rename(aside)
        except OSError as error:
            log.warning("unreadable file=%s why=%s error=%s", place, why, error)
        else:
            log.warning("unreadable, put aside file=%s why=%s", aside, why)


def _bytes_of(file: Path) -> bytes:
    """Return what the file holds; raise `OSError` where it is no file, or too large to be ours."""
    # Whoever opens a pipe to read it would wait for ever.
    if not stat.S_ISREG(file.stat().st_mode):
        raise OSError("not a file")
    with file.open("rb") as opened:
        content = opened.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise OSError("too large")
    return content


def _free_name(place: Path) -> Path:
    """Return a name beside it that nothing bears; the last of some, once there are many."""
    names = [place.with_name(f"{place.name}.unreadable{n or ''}") for n in range(10)]
    return next((each for each in names if not os.path.lexists(each)), names[-1])


def _has_zones(value: object) -> bool:
    """Return whether every instant in it says where it is meant."""
    match value:
        case datetime():
            return value.tzinfo is not None
        case Struct():
            return all(_has_zones(each) for each in msgspec.structs.astuple(value))
        case dict():
            return all(_has_zones(each) for each in value.values())
        case list() | tuple():
            return all(_has_zones(each) for each in value)
    return True
