"""Files that are nobody else's business, whatever the umask and whoever made their directory."""

import os
import stat
from collections.abc import Iterable
from fnmatch import fnmatch
from pathlib import Path

_OTHERS = 0o077
"""What group and others may do."""


def private_directory(directory: Path, names: Iterable[str]) -> list[Path]:
    """Make the directory if need be, close it to others and with it the files of these names; return what stays open.

    `names` may hold `*`. A directory that holds anything else is somebody's own, a home or one for everybody's
    temporary files, and is left as it is.
    """
    directory.mkdir(parents=True, exist_ok=True, mode=0o700)
    if os.name != "posix":
        return []
    held = list(directory.iterdir())
    ours = [each for each in held if any(fnmatch(each.name, name) for name in names)]
    closed = [_close(each, 0o600) for each in ours if _is_file(each)]
    if len(ours) == len(held) and not _is_common(directory):
        closed.append(_close(directory, 0o700))
    elif _open(directory):
        closed.append(directory)
    return [each for each in closed if each is not None]


def private_file(file: Path) -> bool:
    """Close the file to others, and return whether it is; only its owner can."""
    return os.name != "posix" or not _is_file(file) or _close(file, 0o600) is None


def write_private(file: Path, content: bytes) -> None:
    """Write the whole file or nothing of it, for its owner only."""
    draft = draft_of(file)
    # One that was left behind may be open to others.
    draft.unlink(missing_ok=True)
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as whole:
        whole.write(content)
        whole.flush()
        os.fsync(whole.fileno())
    draft.replace(file)


def draft_of(file: Path) -> Path:
    """Return where a file is written before it takes its place."""
    return file.with_suffix(".new")


def _close(path: Path, mode: int) -> Path | None:
    """Return the path if it stays open to others."""
    if not _open(path):
        return None
    if path.stat().st_uid != os.geteuid():
        return path
    path.chmod(mode)
    return path if _open(path) else None


def _open(path: Path) -> bool:
    return bool(path.stat().st_mode & _OTHERS)


def _is_file(path: Path) -> bool:
    return stat.S_ISREG(path.lstat().st_mode)


def _is_common(directory: Path) -> bool:
    sticky = directory.stat().st_mode & stat.S_ISVTX
    return bool(sticky) or directory.resolve() in (Path.home(), Path("/"))
