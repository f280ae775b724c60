"""The text of a program's own files as its version: nobody has to remember to raise a number."""

import os
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path


def version_of(*folders: Path, suffixes: tuple[str, ...], seed: str = "") -> str:
    """Return a hash of `seed` and of the names and contents of the files in `folders` with these suffixes."""
    digest = blake2b(seed.encode(), digest_size=8)
    for folder in folders:
        for path in sorted(path for path in _files(str(folder)) if path.endswith(suffixes)):
            name = path.removeprefix(str(folder)).replace(os.sep, "/")
            digest.update(name.encode() + b"\0" + Path(path).read_bytes() + b"\0")
    return digest.hexdigest()


def _files(folder: str) -> Iterator[str]:
    # `Path.rglob` takes longer than reading what it finds.
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(entry.path)
            elif entry.is_file():
                yield entry.path
