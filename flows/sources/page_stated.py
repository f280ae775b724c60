"""The body of an article as its page states it for machines (JSON-LD), for pages that show it by a script."""

import json
from collections.abc import Iterator
from typing import Any

from flows.sources.fragment import loose_text

# Shorter than this it is a teaser.
LEAST = 120
DEEPEST = 6


def stated_body(tree: Any) -> str | None:
    """Return the longest `articleBody` of a page as text; None: there is none, or a teaser."""
    bodies: list[str] = []
    for element in tree.iter("script"):
        if str(element.get("type", "")).strip().lower() == "application/ld+json":
            try:
                bodies += _bodies(json.loads(element.text or ""), DEEPEST)
            except (ValueError, RecursionError):
                continue  # No JSON: many a page's is broken.
    longest = max(bodies, key=len, default="")
    text = loose_text(longest) if len(longest) >= LEAST else ""
    return text if len(text) >= LEAST else None


def _bodies(value: Any, depth: int) -> Iterator[str]:
    if depth == 0:
        return
    if isinstance(value, dict):
        body = value.get("articleBody")
        if isinstance(body, str):
            yield body
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from _bodies(one, depth - 1)
