"""docs/sources.md names every setting, every kind of file and every reason why something is refused."""

import ast
from dataclasses import fields
from pathlib import Path

from flows.source_settings import KINDS, NAMES
from flows.sources import READERS
from flows.sources.politeness import Politeness

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "sources.md").read_text(encoding="utf-8")
# Told by the steps of a run and by the warehouse, not by a reader.
ELSEWHERE = {"extraction_failed"}


def reasons() -> set[str]:
    """Return the first word given to each `SourceError`, and the fourth of each `Refused`."""
    found = set(ELSEWHERE)
    for module in (ROOT / "flows" / "sources").glob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                place = {"SourceError": 0, "Refused": 2}.get(node.func.id)
                if place is not None and len(node.args) > place:
                    reason = node.args[place]
                    if isinstance(reason, ast.Constant) and isinstance(reason.value, str):
                        found.add(reason.value)
    return found


def test_every_reason_is_explained() -> None:
    table = PAGE[PAGE.index("| reason |") :]
    assert [reason for reason in sorted(reasons()) if f"`{reason}`" not in table] == []


def test_every_setting_and_kind_is_explained() -> None:
    names = [*NAMES, *KINDS, *(one.name for one in fields(Politeness))]
    assert [name for name in names if name not in PAGE] == []
    assert [ending for ending in READERS if f"`{ending}`" not in PAGE] == []
