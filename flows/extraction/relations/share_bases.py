"""Bases of shares that stand elsewhere: named by words, or the one that agrees."""

from bisect import bisect_left
from decimal import Decimal
from typing import Final

from flows.extraction.figure import Draft, Member, Relation, in_text_order, related, sentence_of
from flows.extraction.reading import Reading
from flows.extraction.relations.likeness import may_be_part, same_measure
from flows.extraction.relations.lists import list_after
from flows.extraction.relations.relating import Changes, is_current, relate
from flows.extraction.relations.shapes import Shape

NEAR: Final = 2  # sentences between a share and what it is a share of
_REACH: Final = 40  # sentences over which a base that is named may stand
_MOST: Final = 12  # levels near a share that are tried
# Nouns that name a whole by themselves.
_WHOLES: Final = frozenset("market industry total sector segment field".split())
# A noun of what was done stands for the deed's metric: sales are what was sold.
_DEEDS: Final = {
    "sales": "sold",
    "deliveries": "delivered",
    "registrations": "registered",
    "output": "built",
    "production": "built",
    "exports": "exported",
    "imports": "imported",
    "shipments": "shipped",
    "revenues": "revenue",
}


def accounted_for(
    reading: Reading, shape: Shape, share: int, after: int, changes: Changes
) -> Relation | None:
    """Return the share of "accounted for 90% of X sales, with A leading with 9, followed by B (8)"."""
    classes = shape.classes
    end = after
    while end < len(classes) and classes[end] in "wNesqi&":
        end += 1
    if end >= len(classes) or classes[end] not in ",(-:":
        return None
    parts = list_after(shape, end, changes)
    if len(parts) < 2:
        return None
    words = reading.document.words[shape.tokens[after] : shape.tokens[end]]
    base = _base_by_words(reading, shape, words, [shape.draft(part) for part in parts])
    members = [(share, "share"), *((part, "part") for part in parts)]
    relation = relate(shape, "share", "accounted_for", members)
    if base is None:
        return relation
    return with_member(relation, "base", base)


def of_the_market(reading: Reading, shape: Shape, share: int, changes: Changes) -> Relation | None:
    """Return the share of "17% of the market, as shipments fell to 5 million", whose figure is elsewhere."""
    classes = shape.classes
    after = share + 2
    end = after
    while end < len(classes) and classes[end] in "wNes" and end - after < 5:
        end += 1
    words = reading.document.words[shape.tokens[after] : shape.tokens[end]]
    levels = [p for p in shape.figures if classes[p] == "L" and is_current(shape.draft(p), changes)]
    if len(levels) != 1 or shape.draft(levels[0]).subject != shape.draft(share).subject:
        return None
    if any(word[:1].isupper() for word in words):
        return None
    base = _base_by_words(reading, shape, words, [shape.draft(levels[0])])
    if base is None:
        return None
    return with_member(
        relate(shape, "share", "of_the_market", [(share, "share"), (levels[0], "part")]), "base", base
    )


def _around(drafts: list[Draft], sentence: int) -> list[Draft]:
    """Return the figures of the sentences around one: an article's, not a book's."""
    first = bisect_left(drafts, sentence - _REACH, key=sentence_of)
    last = bisect_left(drafts, sentence + _REACH + 1, key=sentence_of)
    return drafts[first:last]


def _base_by_words(reading: Reading, shape: Shape, words: list[str], parts: list[Draft]) -> Draft | None:
    """Return the figure whose subject and metric are those that the words of the base name, if it is one.

    "Leaf sales" names a subject and a metric; "the market" a subject: the metric is then that of the part.
    """
    names = {word.lower() for word in words if word[:1].isupper()} - {"The"}
    nouns = [word.lower() for word in words if word[:1].islower() and len(word) > 3]
    deeds = [_DEEDS.get(noun, noun) for noun in nouns]
    places = {part.place for part in parts} - {None}
    candidates = []
    for draft in _around(reading.drafts, shape.sentence):
        if draft.sentence == shape.sentence or draft.status != "reported" or draft.kind == "growth":
            continue
        if not may_be_part(parts[0], draft):
            continue
        subject = set((draft.subject or "").lower().replace("-", " ").split())
        metric = (draft.metric or "").lower().split()
        if names:
            named = names <= subject and any(deed in metric for deed in deeds) and draft.place not in places
        else:
            alike = draft.metric_code is not None and draft.metric_code == parts[0].metric_code
            named = alike and bool(nouns) and nouns[-1] in _WHOLES and nouns[-1] in subject
            times = (draft.period_end, parts[0].period_end)
            named = named and (times[0] == times[1] or None in times)
        if named:
            candidates.append(draft)
    if candidates and all(draft.value == candidates[0].value for draft in candidates):
        return candidates[0]
    return None


def named_before(reading: Reading, shape: Shape, last: int, share: int, part: int) -> int | None:
    """Return the level before whose figure the base is named ("the surplus grew 18% to 12 trillion")."""
    lower = reading.document.lower
    noun = lower[shape.tokens[last] - 1]
    for position in reversed(shape.figures):
        if (
            position < share
            and shape.classes[position] == "L"
            and same_measure(shape.draft(position), shape.draft(part))
            and noun in lower[max(shape.tokens[0], shape.tokens[position] - 8) : shape.tokens[position]]
        ):
            return position
    return None


def find_agreeing(nearby: list[Draft], share: Draft, changes: Changes) -> Relation | None:
    """Return a share with the two levels near it whose ratio it is, if there is one such pair.

    Only what agrees is taken, and only levels of one metric, measure and period: that they agree to the digit
    is the evidence.
    """
    if (
        share.value is None
        or share.unit != "percent"
        or not 0 < share.value < 100
        or share.status != "reported"
    ):
        return None
    step = share.granule if share.granule else Decimal(1)
    if share.value < 10 * step:
        return None  # one digit: too many pairs would do
    levels = [
        draft
        for draft in nearby
        if draft.kind in ("count", "money", "measure")
        and draft.metric_code is not None
        and draft.value is not None
        and draft.value > 0
        and is_current(draft, changes)
    ]
    fitting: list[tuple[Draft, Draft]] = []
    for part in levels[:_MOST]:
        for base in levels[:_MOST]:
            if part is base or part.metric_code != base.metric_code or part.period_end != base.period_end:
                continue
            if part.value is None or base.value is None or not may_be_part(part, base):
                continue
            if abs(part.value * 100 / base.value - share.value) <= step / 2:
                fitting.append((part, base))
    if not fitting or any(
        pair[0].value != fitting[0][0].value or pair[1].value != fitting[0][1].value for pair in fitting
    ):
        return None
    part, base = fitting[0]
    members = (Member("share", share), Member("part", part), Member("base", base))
    return related("share", "agrees", *members, told_by=share)


def with_member(relation: Relation, role: str, draft: Draft) -> Relation:
    """Return `relation` with a figure of another sentence added; the evidence stays where it was."""
    members = in_text_order((*relation.members, Member(role, draft)))
    return Relation(relation.kind, members, relation.is_complete, relation.start, relation.end, relation.rule)
