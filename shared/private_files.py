"""Files that are nobody else's business, whatever the umask and whoever made their directory."""

import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from fnmatch import fnmatch
from pathlib import Path

_OTHERS = 0o077
"""What group and others may do."""


_WRITE = 0o022
"""By which they may put something else in the place of what a directory holds."""


def private_directory(directory: Path, names: Iterable[str]) -> list[Path]:
    """Make the directory if need be, close it to others and with it the files of these names; return what stays open.

    `names` may hold `*`. A directory that holds anything else is not ours alone: whoever may look into it still may, but nobody
    else may write there any more. A home, the root and one for everybody's temporary files are left as they are.
    """
    directory.mkdir(parents=True, exist_ok=True, mode=0o700)
    if os.name != "posix":
        return []
    held = list(directory.iterdir())
    ours = [each for each in held if any(fnmatch(each.name, name) for name in names)]
    closed = [_close(each, _OTHERS) for each in ours if each.is_file()]
    if _is_common(directory):
        closed.append(directory if _open(directory) else None)
    elif len(ours) == len(held):
        closed.append(_close(directory, _OTHERS))
    else:
        _close(directory, _WRITE)
        closed.append(directory if _open(directory) else None)
    return [each for each in closed if each is not None]


def private_file(file: Path) -> bool:
    """Close the file to others, and return whether it is; only its owner can."""
    return os.name != "posix" or not file.is_file() or _close(file, _OTHERS) is None


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


def _close(path: Path, rights: int) -> Path | None:
    """Take these rights from others; return the path if they keep any of them."""
    if not _open(path, rights):
        return None
    with suppress(OSError):
        if _is_ours(path):
            mine = 0o700 if path.is_dir() else 0o600
            path.chmod(path.stat().st_mode & 0o7777 & ~rights | mine)
    return path if _open(path, rights) else None


def _is_ours(path: Path) -> bool:
    """Return whether it is our own, and no link leads to it that others have put there to have it closed."""
    me, root = os.geteuid(), 0
    return path.stat().st_uid == me and path.lstat().st_uid in (me, root)


def _open(path: Path, rights: int = _OTHERS) -> bool:
    with suppress(FileNotFoundError):  # gone since it was listed
        return bool(path.stat().st_mode & rights)
    return False


def _is_common(directory: Path) -> bool:
    sticky = directory.stat().st_mode & stat.S_ISVTX
    return bool(sticky) or directory.resolve() in (Path.home(), Path("/"))
