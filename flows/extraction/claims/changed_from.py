"""A change told with the level that it started from, and the new level that was told before.

"It has lost 3.5 percent since January, when it was at 2,269", "an increase of 2.05 million, or a half, on the
4.1 million of a year before", "That is $6,309, or 9 percent, dearer than the $70,001 of May": the words tie
the change to its former level; the new one is the nearest that was told before it, of the same measure.
"""

from bisect import bisect_left
from decimal import Decimal
from typing import Final, NamedTuple

from flows.extraction.claims.earlier_levels import words_of
from flows.extraction.claims.standing import WHOLES, Standing, growth_miss, is_alike_in_status, miss
from flows.extraction.claims.standing_growth import ADJUSTED, is_relative
from flows.extraction.figure import (
    Draft,
    Member,
    Relation,
    end_with_noun,
    figures_of,
    first_of,
    lacks_former,
    related,
)
from flows.extraction.implied.series import kindred, may_be_one
from flows.extraction.relations.likeness import opposed, same_level
from flows.extraction.relations.sums import rounding_of, spread
from flows.extraction.text.change_words import COMPARATIVES

_LINKS: Final = frozenset("from on over than since above below".split())
_STARTS: Final = frozenset(("than", "since", "on", "over"))
_LESS: Final = frozenset("less fewer lower cheaper smaller lighter shorter below".split())
_MORE: Final = frozenset("more higher dearer larger bigger greater heavier longer above".split())
_OR: Final = (["or"], ["("], [",", "or"])
_BREAKS: Final = frozenset(", ; : ( ) – — and but while to".split())
# What was expected or is usual is no former level.
_UNTOLD: Final = frozenset(
    """expected expectations forecast forecasts analysts estimate estimates planned budgeted usual average
    normal target guidance""".split()
)
_NAMED: Final = 7  # tokens between "from" and the level: "from a record high in May of 148"
_DATED: Final = 9  # tokens between "than" and "when": "than in the same month of 2012, when"
_WHEN: Final = 6  # tokens between "when" and the level: "when there were 239"
_APART: Final = 4  # tokens between an amount and its percentage
_BACK: Final = 2  # sentences back to the new level
_OFF: Final = 0.9  # by how much levels may miss a change and still be meant
_RELATIVE: Final = frozenset((*WHOLES, "times", "percentage point", "basis point"))
_KINDS: Final = frozenset(("count", "money", "measure"))
_ANAPHORS: Final = frozenset("it they that this he she we there".split())
# What is told once with and once without, or as so much a day.
_OTHERWISE: Final = ADJUSTED | frozenset(("basis", "average", "daily"))
_NOUN: Final = 4  # tokens between a level and "an increase of 23 percent"


class _Told(NamedTuple):
    """A change with its former level.

    Attributes:
        change: the change.
        twin: the same in percent, or as an amount.
        old: the former level.
        sign: the way it went.
    """

    change: Draft
    twin: Draft | None
    old: Draft
    sign: int


def with_changed_from(standing: Standing, drafts: list[Draft], found: list[Relation]) -> list[Relation]:
    """Return `found` with new and former level for changes that stand with the former one.

    Args:
        standing: the figures of the article.
        drafts: all of them.
        found: the relations so far; changes that are tied to a former level are left alone.
    """
    sentences = standing.sentences_with(_LINKS)
    tied = figures_of(one for one in found if one.kind == "sum" and one.is_complete)
    tied |= figures_of(
        (one for one in found if any(m.role in ("old", "base") for m in one.members)),
        "change", "growth", "share",
    )  # fmt: skip
    claims = [
        claim
        for place, draft in enumerate(drafts)
        if draft.sentence in sentences and draft.value
        if (claim := _told_from(standing, drafts, place)) is not None
    ]
    olds = {id(claim.old) for claim in claims}
    told: list[Relation] = []
    for claim in claims:
        loose = [one for one in (claim.change, claim.twin) if one is not None and id(one) not in tied]
        new = _new_of(standing, claim, olds) if loose else None
        if new is not None:
            told += [_tie(change, new, claim.old) for change in loose]
            tied |= set(map(id, loose))
    meant = figures_of(told, "growth", "change")
    kept = [
        one
        for one in found
        if not (lacks_former(one) and {id(m.draft) for m in one.members if m.role != "new"} & meant)
    ]
    return kept + told if told else found


def _told_from(standing: Standing, drafts: list[Draft], place: int) -> _Told | None:
    """Return a change with the level behind "from", "on the" or "than", if it stands with one."""
    lower, draft = standing.lower, drafts[place]
    _, last = standing.document.sentences[draft.sentence]
    if draft.kind not in _KINDS and draft.kind != "growth":
        return None
    end, twin = draft.last, None
    after = drafts[place + 1] if place + 1 < len(drafts) else None
    noun = end_with_noun(draft)
    if after is not None and after.sentence == draft.sentence and 0 < after.first - noun <= _APART:
        between = lower[noun : after.first]
        if between[:1] in _OR[:2] or between[:2] == _OR[2]:
            twin = after if (after.unit in WHOLES) != (draft.unit in WHOLES) else None
            if twin is None:
                return None
            end = after.last
            while end < last and lower[end] in (",", ")"):
                end += 1
            noun = end
    behind = lower[end : min(last, noun + 3)]
    at = next((at for at, word in enumerate(behind) if word in _LINKS), None)
    if at is None:
        return None
    before = behind[:at]
    if not (_BREAKS | {"."}).isdisjoint(before):
        return None
    sign = 1 if (draft.value or 0) > 0 else -1
    if draft.kind != "growth":
        words = {*before, behind[at]}
        is_compared = not words.isdisjoint(COMPARATIVES) or not words.isdisjoint(_LESS | _MORE)
        if not is_compared or (behind[at] not in ("than", "above", "below") and not before):
            return None
        sign = -1 if not words.isdisjoint(_LESS) else 1
        if draft.unit in _RELATIVE:
            return None
    old = _old_behind(standing, end + at, last)
    if old is None or old is draft:
        return None
    twin = twin or _apposed(standing, drafts, old)
    # "6,309, or 9 percent" says not which way it went, where it fell.
    is_signed = twin is None or twin.kind == "growth" or sign > 0
    return _Told(draft, twin if is_signed else None, old, sign)


def _apposed(standing: Standing, drafts: list[Draft], old: Draft) -> Draft | None:
    """Return a growth that tells a change again behind its former level: "..., an increase of 23 percent"."""
    place = bisect_left(drafts, old.last, key=first_of)
    twin = drafts[place] if place < len(drafts) else None
    if twin is None or twin.kind != "growth" or not is_relative(twin):
        return None
    end = end_with_noun(old)
    between = standing.lower[end : twin.first]
    is_apposed = between[:1] in ([","], ["–"], ["-"], ["("]) and len(between) <= _NOUN
    return twin if is_apposed and (between[-1] == "of" or between[1:] in (["or"], ["a"], ["an"])) else None


def _old_behind(standing: Standing, link: int, last: int) -> Draft | None:
    """Return the level that a link leads to: "from the 125 of May", "than in 2012, when there were 239"."""
    lower = standing.lower
    place = bisect_left(standing.told, link, key=first_of)
    old = standing.told[place] if place < len(standing.told) else None
    if old is None or old.first >= last or old.value is None:
        return None
    between = lower[link + 1 : old.first]
    if not _UNTOLD.isdisjoint(between) or not _UNTOLD.isdisjoint(lower[old.last : old.last + 2]):
        return None
    if "when" in between:
        at = between.index("when")
        dated, clause = between[: at - 1], between[at + 1 :]
        is_led = lower[link] in _STARTS and between[at - 1 : at] == [","]
        is_led = is_led and len(dated) <= _DATED and _BREAKS.isdisjoint(dated)
        is_told = is_led and 0 < len(clause) <= _WHEN and _BREAKS.isdisjoint(clause)
    else:
        is_told = len(between) <= _NAMED and _BREAKS.isdisjoint(between)
        is_told = is_told and (lower[link] not in ("above", "below", "than") or bool(between))
        is_told = is_told and lower[old.last : old.last + 1] != ["to"]
    # A figure between them is another one.
    return old if is_told and not any(at in standing.firsts for at in range(link + 1, old.first)) else None


def _new_of(standing: Standing, told: _Told, olds: set[int]) -> Draft | None:
    """Return the new level of a change: the nearest before it, or what makes it."""
    draft, old = told.change, told.old
    first = min(draft.start, told.twin.start) if told.twin else draft.start
    near = [
        level
        for level in standing.told_in(draft.sentence - _BACK, draft.sentence)
        if level.start < first
        and id(level) not in olds
        and level is not draft
        and _may_be_new(standing, told, level)
    ]
    if not near:
        return None
    holding = [level for level in near if _miss_of(told, level) == 0]
    if holding:
        return holding[-1]
    closest = [level for level in near if level.sentence == near[-1].sentence]
    if near[-1].sentence != draft.sentence:
        if len(closest) > 1:
            return None
        is_of_it = near[-1].entity_code == old.entity_code or old.entity_code is None
        if not (_goes_on(standing, draft) or (is_of_it and near[-1].sentence == draft.sentence - 1)):
            return None
    new = closest[-1]
    off = _miss_of(told, new)
    return new if off is not None and off <= _OFF else None


def _goes_on(standing: Standing, draft: Draft) -> bool:
    """Whether the sentence of a change begins with what was told before it."""
    return standing.lower[standing.document.sentences[draft.sentence][0]] in _ANAPHORS


def _may_be_new(standing: Standing, told: _Told, new: Draft) -> bool:
    old, draft = told.old, told.change
    is_bare = old.kind == "count" and old.unit is None and new.kind in ("count", "money", "measure")
    if not (same_level(new, old) or is_bare) or new.value is None:
        return False
    if draft.unit not in _RELATIVE and draft.unit not in (None, new.unit, old.unit):
        return False
    is_one = is_bare and _goes_on(standing, draft)
    is_one = is_one or new.metric_code == old.metric_code or kindred(new.metric_code, old.metric_code)
    is_one = is_one or (new.unit == old.unit is not None and new.kind != "money")
    return (
        is_one
        and may_be_one(new.entity_code, old.entity_code)
        and is_alike_in_status((new, old))
        and id(new) not in standing.changes.former
        and standing.lower[new.first - 1] != "from"
        and not (new.period_end and old.period_end and new.period_end < old.period_end)
        and "having" not in words_of(standing, new)
        and not opposed(standing.lower, new, old)
        and _OTHERWISE.isdisjoint(standing.words(draft))
    )


def _miss_of(told: _Told, new: Draft) -> float | None:
    """Return how far a change, or its twin, is from what levels make; None where they went another way."""
    draft, old = told.change, told.old
    if new.value is None or old.value is None or draft.value is None:
        return None
    if is_relative(draft):
        return growth_miss(draft, new, old)
    made = new.value - old.value
    if made * told.sign <= 0:
        return None
    slack = rounding_of(draft) + rounding_of(new) + rounding_of(old)
    return miss(abs(draft.value), abs(made), slack)


def _tie(change: Draft, new: Draft, old: Draft) -> Relation:
    if change.unit in WHOLES or change.unit == "times":
        return related(
            "growth", "changed_from", Member("growth", change), Member("new", new), Member("old", old)
        )
    if change.kind == "growth":
        return related(
            "growth", "changed_from", Member("change", change), Member("new", new), Member("old", old)
        )
    greater, lesser = (new, old) if (new.value or Decimal(0)) > (old.value or Decimal(0)) else (old, new)
    return spread("changed_from", greater, [lesser, change], True)
