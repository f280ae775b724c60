"""pandera without hypothesis and pydantic, which together take longer to import than all else.

hypothesis it imports, with pytest and all its plugins, where that is installed, to make rows up, which it
cannot for polars. Of pydantic it asks whether a table is one of pydantic's models; none is.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any

# First: it looks for pydantic too, and not for what it holds.
import polars as pl  # noqa: F401

HYPOTHESIS = "hypothesis"
PYDANTIC = ("pydantic", "pydantic_core")


class _Named(ModuleType):
    """A module with every name, each a class of which nothing is an instance."""

    __version__ = "2"

    def __getattr__(self, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (Exception,), {})


STANDS_IN: dict[str, Any] = {HYPOTHESIS: None, **{name: _Named(name) for name in PYDANTIC}}


@contextmanager
def spared() -> Iterator[None]:
    """Let what is imported find no hypothesis, and nothing in pydantic, unless they are loaded anyway."""
    modules: dict[str, Any] = sys.modules
    added = [name for name in STANDS_IN if name not in modules]
    for name in added:
        modules[name] = STANDS_IN[name]
    try:
        yield
    finally:
        for name in added:
            del modules[name]


with spared():
    import pandera.polars as pa
    import pandera.strategies.base_strategies  # noqa: F401 (imported later else, with hypothesis)

__all__ = ["pa", "spared"]
