"""pandera without hypothesis, which it imports, with pytest and all its plugins, where that is installed.

That takes as long as importing DuckDB, polars and pandera together, and is good for making rows up, which
pandera cannot for polars.
"""

import sys
from importlib import import_module
from typing import Any

HYPOTHESIS = "hypothesis"


def load() -> None:
    """Let pandera look for hypothesis now, in vain unless somebody else has imported it."""
    modules: dict[str, Any] = sys.modules
    if HYPOTHESIS in modules:
        return
    modules[HYPOTHESIS] = None
    try:
        import_module("pandera.strategies.base_strategies")
    finally:
        del modules[HYPOTHESIS]
