"""Open files that others made: never hang on a FIFO, follow a link, or read more than agreed."""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flows.sources.article import SourceError

CHUNK = 1 << 20


@contextmanager
def opened(path: Path) -> Iterator[int]:
    """Open a regular file for reading and give its descriptor.

    The path is looked at before it is opened, since opening a FIFO waits for its writer; the descriptor
    is looked at again, since the path may have been replaced in between.

    Raises:
        SourceError: there is no such file, it is a link, no regular file, or may not be read.
    """
    try:
        require_regular(os.lstat(path).st_mode)
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as fault:
        raise SourceError(*_told(fault)) from fault
    except ValueError as fault:
        raise SourceError("missing", "no file can have this name; check the path") from fault
    try:
        require_regular(os.fstat(descriptor).st_mode)
        yield descriptor
    except OSError as fault:
        raise SourceError(*_told(fault)) from fault
    finally:
        os.close(descriptor)


def too_large(size: int, limit: int) -> str:
    """Say that `size` bytes are above `limit`, and where the limit is set."""
    return f"{size:,} bytes; an article has at most {limit:,} (max_article_bytes in crossfoot.toml)"


def require_regular(mode: int) -> None:
    """Refuse everything but a regular file.

    Raises:
        SourceError: the mode is that of a link, folder, FIFO, socket or device.
    """
    if stat.S_ISREG(mode):
        return
    if stat.S_ISLNK(mode):
        raise SourceError("not_a_file", "a symbolic link; put the file itself here")
    kinds = {stat.S_IFDIR: "a folder", stat.S_IFIFO: "a FIFO", stat.S_IFSOCK: "a socket"}
    kind = kinds.get(stat.S_IFMT(mode), "a device")
    raise SourceError("not_a_file", f"{kind}, not a regular file; put the text in a file")


def _told(fault: OSError) -> tuple[str, str]:
    if isinstance(fault, FileNotFoundError | NotADirectoryError):
        return "missing", "no such file; check the path"
    if fault.errno == errno.ELOOP:
        # It became a link after it was looked at.
        return "not_a_file", "a symbolic link; put the file itself here"
    if isinstance(fault, PermissionError):
        return "unreadable", "permission denied; allow this user to read it (chmod u+r)"
    return "unreadable", f"cannot be read: {fault.strerror or fault}"
