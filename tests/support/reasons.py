"""The reasons for rejects that the program can give, found in its source."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
# Where the reason stands among the arguments of what makes a reject.
PLACES = {
    "SourceError": (0,),
    "Refused": (2,),
    "Mask": (2,),
    "_reject": (1, 2),
    "Reject": (2,),
}


def reject_reasons() -> dict[str, str]:
    """Return the reasons that are written as words in the source, each with a file that gives it."""
    found: dict[str, str] = {}
    for package in ("flows", "warehouse"):
        for path in sorted((ROOT / package).rglob("*.py")):
            for reason in _reasons(ast.parse(path.read_text("utf-8")), package == "warehouse"):
                found.setdefault(reason, path.relative_to(ROOT).as_posix())
    return found


def _reasons(tree: ast.Module, is_warehouse: bool) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            # Of the relations in the warehouse the last argument is the reason.
            places = PLACES.get(name, (5,) if name == "Relation" and is_warehouse else ())
            for place in places:
                if len(node.args) > place:
                    yield from _texts(node.args[place])
            for word in node.keywords:
                if word.arg == "reason":
                    yield from _texts(word.value)
        elif isinstance(node, ast.Dict):
            for key, value in zip(node.keys, node.values, strict=True):
                if isinstance(key, ast.Constant) and key.value == "reason":
                    yield from _texts(value)


def _texts(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _texts(node.body)
        yield from _texts(node.orelse)
