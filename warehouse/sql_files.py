"""The `.sql` files of macros and views, as statements in an order that works."""

import re
from collections.abc import Iterator
from importlib import resources

from warehouse.names import literal, quoted


def view_statements() -> Iterator[str]:
    """Yield the statements that create the macros and, each after those it reads, the views.

    A view is one file in `sql/views`: its name is the view's, its leading comment the view's comment.
    """
    sql = resources.files("warehouse") / "sql"
    yield from statements_of((sql / "macros.sql").read_text(encoding="utf-8"))
    files = sorted((sql / "views").iterdir(), key=lambda file: file.name)
    bodies = {
        file.name.removesuffix(".sql"): file.read_text(encoding="utf-8")
        for file in files
        if file.name.endswith(".sql")
    }
    for name in _in_order(bodies):
        comment, query = split_comment(bodies[name])
        yield f"create or replace view {quoted(name)} as\n{query}"
        yield f"comment on view {quoted(name)} is {literal(comment)}"
    yield from statements_of((sql / "query_macros.sql").read_text(encoding="utf-8"))


def split_comment(sql: str) -> tuple[str, str]:
    """Return the leading comment of `sql` as one line of text, and the query without it."""
    comment: list[str] = []
    lines = sql.strip().splitlines()
    while lines and (lines[0].startswith("--") or not lines[0].strip()):
        comment.append(lines.pop(0).removeprefix("--").strip())
    return " ".join(line for line in comment if line), "\n".join(lines).rstrip().removesuffix(";")


def statements_of(sql: str) -> list[str]:
    """Split a file of statements that end in a semicolon at a line's end."""
    return [part.strip() for part in re.split(r";[ \t]*(?:\n|$)", sql) if part.strip()]


def _in_order(bodies: dict[str, str]) -> list[str]:
    """Return the views' names, each after the views that its query names."""
    done: list[str] = []
    waiting = list(bodies)
    while waiting:
        ready = [
            name
            for name in waiting
            if not any(
                re.search(rf"\b{other}\b", split_comment(bodies[name])[1])
                for other in waiting
                if other != name
            )
        ]
        if not ready:
            raise ValueError(f"views that read each other: {', '.join(waiting)}")
        done.extend(ready)
        waiting = [name for name in waiting if name not in ready]
    return done
