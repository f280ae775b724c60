"""Matches with their outcomes: "In 38 matches they won 20, drew 11 and lost seven"; and medals."""

from decimal import Decimal
from typing import Final

from flows.extraction.figure import Draft, Relation, figures_of
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
_ZERO: Final = Decimal(0)
_METALS: Final = ["gold", "silver", "bronze"]
_METALS_SET: Final = frozenset(_METALS)
_FAR: Final = 4  # sentences from the medals to those of each metal
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


def find_medals(reading: Reading, found: list[Relation]) -> list[Relation]:
    """Return the medals of an article with its gold, silver and bronze ones, told one after the other."""
    if not reading.document.vocabulary() >= _METALS_SET:
        return []
    lower = reading.document.lower
    counts = [draft for draft in reading.drafts if draft.kind == "count" and draft.value is not None]
    triples = [
        list(three)
        for three in zip(counts, counts[1:], counts[2:], strict=False)
        if [lower[one.last] if one.last < len(lower) else "" for one in three] == _METALS
    ]
    if len(triples) != 1:
        return []
    parts = triples[0]
    summed = figures_of((one for one in found if one.kind == "sum"), "part")
    wholes = [
        draft
        for draft in counts
        if draft.unit == "medal"
        and abs(draft.sentence - parts[0].sentence) <= _FAR
        and all(draft is not part and (draft.value or _ZERO) >= (part.value or _ZERO) for part in parts)
    ]
    made = sum((part.value or _ZERO for part in parts), _ZERO)
    near = [whole for whole in wholes if whole.value == made] or wholes
    if not summed.isdisjoint(map(id, parts)) or len({whole.value for whole in near}) != 1:
        return []
    # Of so few any number may be wrong, but by little.
    return (
        [spread("medals", near[0], parts, True)] if abs(made - (near[0].value or _ZERO)) <= made / 2 else []
    )


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
