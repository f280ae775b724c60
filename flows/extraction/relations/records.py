"""Matches with their outcomes: "In 38 matches they won 20, drew 11 and lost seven"."""

from typing import Final

from flows.extraction.figure import Draft, Relation
from flows.extraction.reading import Reading
from flows.extraction.relations.shapes import Shape
from flows.extraction.relations.sums import spread

_OUTCOMES: Final = {
    word: outcome
    for outcome, words in (
        ("won", "won winning wins win victories victory"),
        ("drawn", "drew drawn drawing draws draw tied ties tie"),
        ("lost", "lost losing losses loss defeats defeat"),
    )
    for word in words.split()
}
_PLAYED: Final = frozenset("match game fixture bout fight".split())
_UNBEATEN: Final = frozenset("unbeaten undefeated".split())
_NEAR: Final = 3  # tokens between an outcome and its number


def find_records(reading: Reading, shapes: list[Shape]) -> list[Relation]:
    """Return the matches played with those won, drawn and lost; complete where all three are told."""
    found = []
    for shape in shapes:
        if len(shape.figures) < 3:
            continue
        drafts = [shape.draft(position) for position in shape.figures]
        played = [draft for draft in drafts if draft.kind == "count" and draft.unit in _PLAYED]
        outcomes: dict[str, Draft] = {}
        for draft in drafts:
            outcome = _outcome(reading.document.lower, shape, draft)
            if outcome is not None and draft.kind == "count":
                outcomes.setdefault(outcome, draft)
        totals = [draft for draft in played if draft not in outcomes.values()]
        words = reading.document.lower[shape.tokens[0] : shape.tokens[-1]]
        lost_none = "lost" not in outcomes and "drawn" in outcomes and _lost_none(words)
        if len(totals) == 1 and "won" in outcomes and ("lost" in outcomes or lost_none):
            parts = sorted(outcomes.values(), key=lambda draft: draft.start)
            found.append(spread("record", totals[0], parts, len(outcomes) + lost_none == 3))
    return found


def _lost_none(words: list[str]) -> bool:
    """Whether the words say that no match was lost: "two draws and no defeat"."""
    none = any(
        one in ("no", "without") and _OUTCOMES.get(other) == "lost"
        for one, other in zip(words, [*words[1:], ""], strict=True)
    )
    return none or not _UNBEATEN.isdisjoint(words)


def _outcome(lower: list[str], shape: Shape, draft: Draft) -> str | None:
    """Return the outcome that a number's neighbours name: "won 20", "20 wins"; or None."""
    after = lower[draft.last] if draft.last < shape.tokens[-1] else ""
    if after in _OUTCOMES and draft.unit not in _PLAYED:
        return _OUTCOMES[after]
    for index in range(draft.first - 1, max(shape.tokens[0], draft.first - _NEAR) - 1, -1):
        if lower[index] in _OUTCOMES:
            return _OUTCOMES[lower[index]]
        if not lower[index].isalpha():
            return None
    return None
