"""The reader of what is packed in something else."""

from pathlib import PurePath

from flows.sources.article import SourceError
from flows.sources.given import Reader

PACKED = (".gz", ".zip", ".parquet")


def inner_reader(name: str) -> Reader:
    """Return the reader of a packed file by its name.

    Raises:
        SourceError: nothing reads it, or it is packed again.
    """
    # Imported here, since the table names the modules that import this one.
    from flows.sources.kinds import READERS

    ending = PurePath(name).suffix.lower()
    if ending in PACKED:
        raise SourceError("nested", f"a {ending} within an archive; unpack it first")
    if ending not in READERS:
        known = ", ".join(sorted(set(READERS) - set(PACKED)))
        raise SourceError("unknown_kind", f"what is packed is not one of the kinds read: {known}")
    return READERS[ending]
