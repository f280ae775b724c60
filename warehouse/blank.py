"""An empty warehouse, kept as Python keeps byte code: beside the program, made once, and never needed.

Making its tables, views and comments, and filling in the reference data, takes longer than reading ten
articles.
"""

import os
import shutil
import sys
from collections.abc import Callable
from contextlib import suppress
from hashlib import blake2b
from importlib.util import cache_from_source
from pathlib import Path

import duckdb

from schemas.reference import Reference, digest_of
from warehouse import ddl
from warehouse.publish import flush
from warehouse.reference_tables import load_reference

PREFIX = "blank-"


def put_blank(
    target: Path, reference: Reference, connect: Callable[[Path], duckdb.DuckDBPyConnection]
) -> None:
    """Put an empty warehouse with this reference data at `target`, if one is kept or can be.

    Where it cannot be (a read-only installation, PYTHONDONTWRITEBYTECODE), a run makes all that is missing.
    """
    with suppress(OSError, duckdb.Error):
        kept = _kept(reference)
        if not kept.exists():
            if sys.dont_write_bytecode:
                return
            _make(kept, reference, connect)
        shutil.copyfile(kept, target)


def _kept(reference: Reference) -> Path:
    parts = (duckdb.__version__, ddl.definitions_hash(), digest_of(reference))
    name = blake2b(" ".join(parts).encode(), digest_size=8).hexdigest()
    return Path(cache_from_source(__file__)).parent / f"{PREFIX}{name}.duckdb"


def _make(kept: Path, reference: Reference, connect: Callable[[Path], duckdb.DuckDBPyConnection]) -> None:
    kept.parent.mkdir(parents=True, exist_ok=True)
    made = kept.with_name(f"{kept.name}.{os.getpid()}")
    try:
        with connect(made) as connection:
            ddl.create(connection)
            load_reference(connection, reference)
        # Of other versions, and what killed runs left; a run that makes its own now does without.
        for old in kept.parent.glob(f"{PREFIX}*"):
            if old != made:
                old.unlink(missing_ok=True)
        flush(made)
        made.replace(kept)
    finally:
        made.unlink(missing_ok=True)
