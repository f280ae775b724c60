"""A change and the level that it led to measure the same: "output fell 3 percent to 467 tonnes".

Each of the two is first read for itself, and either may be led astray: the change by a word that no level of
its kind has, the level by the words behind it. What one of them has from words nearer by is then of both.
"""

from typing import Final

from flows.extraction.figure import Draft
from flows.extraction.metrics.levels import HEAD_LINKS, LevelFinder
from flows.extraction.metrics.metric_context import Level
from flows.extraction.text.level_words import HEDGE_WORDS, RELATIVE_WORDS
from flows.extraction.text.verb_words import is_adverb

LEADING: Final = frozenset(("to", "at"))
BETWEEN: Final = HEDGE_WORDS | {"a", "the", "record", "end", "close", "finish", "settle", "$", "£", "€", ","}
# A word beside the head of one noun phrase: "deliveries to customers".
_NEAR: Final = 6
# Hardly any share is dearer, and hardly any sum that a firm earns is less.
_DEAREST: Final = 2000
# A ticker in brackets.
_TICKER: Final = 8
TAKEN: Final = "as the change beside it"


def match_change(finder: LevelFinder, drafts: list[Draft], position: int) -> None:
    """Give the level at `position` of a sentence's drafts and the changes right before it one measure."""
    draft = drafts[position]
    if draft.kind in ("growth", "duration") or not position or drafts[position - 1].kind != "growth":
        return
    change = drafts[position - 1]
    if not _leads_to(finder.lower, change, draft):
        return
    changes = [change]
    for other in reversed(drafts[: position - 1]):
        if other.kind != "growth" or changes[-1].first - other.last > 3:
            break
        changes.append(other)
    of_change, of_level = finder.levels.get(id(change)), finder.levels.get(id(draft))
    if _is_price_of_firm(finder, of_change, change, draft):
        level = Level("", finder.lexicon.share_price, changes[-1].first, changes[-1].last, TAKEN, 0.7)
        for one in (*changes, draft):
            finder.levels[id(one)] = level
        return
    if of_change is None and of_level is None:
        return
    if of_change is not None and of_level is not None and _are_alike(of_change, of_level):
        return
    if of_change is not None and of_level is not None and _counts_its_own(finder, of_change, of_level, draft):
        return
    first = finder.document.sentences[draft.sentence][0]
    if of_change is not None and not _prefers_level(finder, of_change, of_level, change, draft, first):
        if of_level is None or of_change.source is None or of_level.first < first:
            finder.levels[id(draft)] = _given(finder, of_change, change, draft)
        return
    if of_level is not None:
        for one in changes:
            if finder.levels.get(id(one)) is of_change or one is change:
                finder.levels[id(one)] = _given(finder, of_level, draft, one)


def _leads_to(lower: list[str], change: Draft, draft: Draft) -> bool:
    """Whether nothing but "to" stands between a change and its level: "3 percent to about 40"."""
    between = lower[change.last : draft.first]
    return (
        not LEADING.isdisjoint(between)
        and all(word in LEADING or word in BETWEEN for word in between)
        and "".join(between[-1:]) != ","
    )


def _given(finder: LevelFinder, level: Level, source: Draft, draft: Draft) -> Level:
    """Return the level of one for the other, of whatever row where none permits its class of number."""
    cls = finder.class_of(draft)
    return Level(
        level.words,
        tuple(metric for metric in level.metrics if metric.permits(cls, draft.kind)) or level.metrics,
        level.first,
        level.last,
        TAKEN,
        min(level.confidence, 0.8),
        level.source or source,
    )


def _are_alike(one: Level, other: Level) -> bool:
    if one.metrics and other.metrics:
        return one.metrics[0] in other.metrics or other.metrics[0] in one.metrics
    return one.metrics == other.metrics and one.words == other.words


def _counts_its_own(finder: LevelFinder, of_change: Level, of_level: Level, draft: Draft) -> bool:
    """Whether a level counts things, where the change is of what people feel: "demand rose to 40 cars"."""
    return (
        finder.nouns[id(draft)] is not None
        and bool(of_level.metrics and of_level.metrics[0].counts)
        and bool(of_change.metrics and of_change.metrics[0].code == "demand")
    )


def _is_price_of_firm(finder: LevelFinder, of_change: Level | None, change: Draft, draft: Draft) -> bool:
    """Whether money is where the share of a firm moved to, whatever is spoken of beside it."""
    if draft.kind != "money" or not finder.share_price:
        return False
    code = of_change.metrics[0].code if of_change is not None and of_change.metrics else ""
    if code in ("stock_index", "~index"):
        return True
    size = draft.value if draft.value is not None else draft.high
    if size is None or abs(size) > _DEAREST:
        return False
    if code == "oil_price":
        return draft.entity_code in finder.lexicon.companies
    return (
        code not in ("price", "share_price")
        and " " not in (draft.unit or "")
        and _is_moved_itself(finder, change)
    )


def _is_moved_itself(finder: LevelFinder, change: Draft) -> bool:
    """Whether a name is what moved: "Hart Mills (HRT), which tumbled 3 percent", not "sales at Hart fell"."""
    frame = finder.changes.get(id(change))
    if frame is None or frame.first > change.first:
        return False
    lower = finder.lower
    index = frame.first - 1
    while index > 0 and is_adverb(lower[index]):
        index -= 1
    if lower[index] in RELATIVE_WORDS and lower[index - 1] == ",":
        index -= 2
    if lower[index] == ")":
        index = next((at - 1 for at in range(index, max(0, index - _TICKER), -1) if lower[at] == "("), index)
    if index not in finder.name_tokens or index in finder.place_tokens:
        return False
    is_relative = lower[frame.first - 1] in RELATIVE_WORDS
    while index > 0 and index in finder.name_tokens:
        index -= 1
    return is_relative or lower[index] == "with" or lower[index] not in HEAD_LINKS


def _prefers_level(
    finder: LevelFinder,
    of_change: Level,
    of_level: Level | None,
    change: Draft,
    draft: Draft,
    first: int,
) -> bool:
    """Whether the level's own words say better what both are."""
    if of_level is None or of_level.first >= change.last:
        # What stands behind the level is the text's business.
        return False
    cls = finder.class_of(draft)
    permitted = not of_change.metrics or any(row.permits(cls, draft.kind) for row in of_change.metrics)
    if of_level.source is not None or of_level.first < first:
        return of_change.source is not None and not permitted
    if of_level.metrics and not permitted:
        # "demand for oil rose 3 percent to 40 barrels": no price of it.
        return finder.figure_tokens.isdisjoint(range(of_level.last, change.first))
    if of_change.source is not None or of_change.first < first:
        return True
    codes = [level.metrics[0].code for level in (of_change, of_level) if level.metrics]
    if codes == ["share_price", "stock_index"]:
        return True
    if of_level.first == of_change.first:
        # "sales fell 3 percent to 40 tonnes", not "to 40 million" of whatever.
        return cls != "count" or finder.nouns[id(draft)] is not None
    between = finder.lower[of_level.last : of_change.first]
    return 0 < len(between) < _NEAR and between[0] in HEAD_LINKS
