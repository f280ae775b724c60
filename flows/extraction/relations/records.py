"""Matches with their outcomes: "In 38 matches they won 20, drew 11 and lost seven"; and medals."""

from decimal import Decimal
from typing import Final

from flows.extraction.figure import Draft, Relation, figures_of
from flows.extraction.reading import Reading
from flows.extraction.relations.shapes import Shape
from flows.extraction.relations.sums import adds_up, spread

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
_METALS: Final = tuple(frozenset((metal, metal + "s")) for metal in ("gold", "silver", "bronze"))
_EACH: Final = frozenset((0, 1, 2))
_ARE: Final = frozenset(("are", "were"))
_AGO: Final = frozenset("ago earlier previously before".split())
_IN_ALL: Final = (["in", "all"], ["in", "total"])
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
    if any(metal.isdisjoint(reading.document.vocabulary()) for metal in _METALS):
        return []
    counts = [draft for draft in reading.drafts if draft.kind == "count" and draft.value is not None]
    triples = [
        list(three)
        for three in zip(counts, counts[1:], counts[2:], strict=False)
        if {_metal_of(reading, one) for one in three} == _EACH
    ]
    summed = figures_of(one for one in found if one.kind == "sum" and one.is_complete and adds_up(one))
    told = []
    for parts in triples:
        whole = _medals_of(reading, parts, counts, is_only=len(triples) == 1)
        if whole is not None and summed.isdisjoint(map(id, parts)):
            told.append(spread("medals", whole, parts, True))
    return told


def _medals_of(reading: Reading, parts: list[Draft], counts: list[Draft], *, is_only: bool) -> Draft | None:
    """Return the medals of all metals: the number beside them in their sentence, else the only one near.

    Of so few any number may be wrong, but by little.
    """
    lower = reading.document.lower
    made = sum((part.value or _ZERO for part in parts), _ZERO)
    others = [draft for draft in counts if not any(draft is part for part in parts)]
    near = [
        draft
        for draft in others
        if draft.sentence == parts[0].sentence
        and (
            draft.unit == "medal"
            or (
                draft.last < parts[0].first
                and parts[0].first - draft.last <= _NEAR + 1
                and draft.unit is None
            )
            or (draft.first > parts[2].last and lower[draft.last : draft.last + 2] in _IN_ALL)
        )
    ]
    if not near and is_only:
        near = [
            draft
            for draft in others
            if draft.unit == "medal"
            and abs(draft.sentence - parts[0].sentence) <= _FAR
            and _AGO.isdisjoint(reading.document.vocabulary_of(draft.sentence))
        ]
    near = [draft for draft in near if all((draft.value or _ZERO) >= (part.value or _ZERO) for part in parts)]
    near = [draft for draft in near if draft.value == made] or near
    if len({draft.value for draft in near}) != 1:
        return None
    told = near[0].value or _ZERO
    is_near = abs(made - told) <= made / 2 or sorted(str(made)) == sorted(str(told))
    return near[0] if is_near else None


def _metal_of(reading: Reading, draft: Draft) -> int:
    """Return which metal so many medals are of, by the word behind them; -1 where that is none."""
    for word in reading.document.lower[draft.last : draft.last + 2]:
        for place, metal in enumerate(_METALS):
            if word in metal:
                return place
        if word not in _ARE:
            break
    return -1


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
