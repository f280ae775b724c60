"""Shares of all that was told: "6,900 of them went to children, or 37 percent of the total".

The part is the only level of the share's sentence before it, however far. The whole is any level of the
article that makes the share; where none does, the only one of its noun, or the amount told right before.
"""

from typing import Final

from flows.extraction.claims.standing import Standing, is_share_of
from flows.extraction.figure import (
    Draft,
    Member,
    Relation,
    end_with_noun,
    figures_of,
    is_whole_share,
    related,
)
from flows.extraction.relations.likeness import SECURITIES, listable
from flows.extraction.text.noun_words import CLOSED, singular

_SHARES: Final = frozenset(("share", "percent"))
_UNITS: Final = frozenset(("percent", "fraction"))
_TOTAL: Final = frozenset("total whole lot sum tally amount".split())
_ALL: Final = frozenset(("all", "them"))
_THE: Final = frozenset("the that this its their his her".split())
# What says a level of the same clause again: right before the share, but for its hedge.
_SAYING: Final = (
    [",", "or"],
    ["which", "is"],
    ["which", "was"],
    ["that", "is"],
    ["is", "to", "say"],
    ["in", "other", "words"],
    ["in", "other", "words", ","],
    ["which", "represents"],
    ["which", "makes"],
    ["which", "equals"],
    ["equal", "to"],
    ["equivalent", "to"],
    ["corresponding", "to"],
    ["amounts", "to"],
    ["accounts", "for"],
    ["accounted", "for"],
    ["makes", "up"],
    ["made", "up"],
    ["corresponds", "to"],
    [",", "representing"],
    ["("],
    ["-"],
    ["–"],
    ["—"],
)
_VAGUE: Final = frozenset("business trade trades trading activity money".split())
_HEDGES: Final = frozenset(
    """about around some roughly nearly almost just only over under more less than exactly well slightly a an
    at""".split()
)
_EXPECTED: Final = frozenset("expected expecting forecast estimates estimated targeted budgeted".split())
_BESIDE: Final = 3  # tokens from a level to a share of its own


def find_shares_of_all(standing: Standing, found: list[Relation]) -> list[Relation]:
    """Return shares of "the total" or "all business" with the part of their clause and the whole told before.

    Args:
        standing: the figures of the article.
        found: the relations so far: a share that has part and base is left alone; what is a part with a
            share, or a former level, is no whole.
    """
    claims = [share for share in standing.shares if _is_of_all(standing, share)]
    if not claims:
        return []
    settled = figures_of(filter(is_whole_share, found), "share")
    apart = figures_of(found, "old", "growth") | figures_of(
        (one for one in found if one.kind == "share"), "part"
    )
    told: list[Relation] = []
    for share in claims:
        if id(share) in settled or (part := _part_before(standing, share)) is None:
            continue
        whole = _whole_of(standing, share, part, apart)
        if whole is not None:
            members = (Member("part", part), Member("base", whole), Member("share", share))
            told.append(related("share", "of_all", *members, told_by=share))
    return told


def _is_of_all(standing: Standing, share: Draft) -> bool:
    """Whether a share is "of the total" or "of all business"; not "of the total outstanding"."""
    if share.kind not in _SHARES or share.unit not in _UNITS:
        return False
    behind = standing.lower[share.last : share.last + 4]
    if behind[:1] != ["of"]:
        return False
    if not _ALL.isdisjoint(behind[1:2]):
        return True
    after = behind[2:] if not _THE.isdisjoint(behind[1:2]) else behind[1:]
    is_closed = after[1:2] == [] or not after[1][0].isalpha() or after[1] in CLOSED
    return not _TOTAL.isdisjoint(after[:1]) and is_closed


def _part_before(standing: Standing, share: Draft) -> Draft | None:
    """Return the only level before a share in its sentence, where words say it again as the share."""
    before = [one for one in standing.told_in(share.sentence, share.sentence) if one.start < share.start]
    if len(before) != 1:
        return None
    between = standing.lower[end_with_noun(before[0]) : share.first]
    while between and between[-1] in _HEDGES:
        between.pop()
    is_said = any(between[-len(words) :] == words for words in _SAYING)
    others = standing.shares_between(before[0].end, share.start)
    return before[0] if is_said and not others and ";" not in between else None


def _whole_of(standing: Standing, share: Draft, part: Draft, apart: set[int]) -> Draft | None:
    wholes = [
        level
        for level in standing.levels
        if level is not part
        and id(level) not in apart
        and level.kind == part.kind
        and (level.value or 0) > (part.value or 0)
        and (level.unit == part.unit if part.kind != "count" else listable(part, level))
    ]
    made = next((whole for whole in reversed(wholes) if is_share_of(share, part, whole)), None)
    if made is not None:
        return made
    before = [whole for whole in wholes if whole.start < share.start]
    if part.kind != "count":
        beside = standing.told_in(share.sentence - 1, share.sentence - 1)
        beside = [level for level in beside if level.unit == part.unit]
        is_alone = len(beside) == 1 and any(beside[0] is whole for whole in before)
        is_told = is_alone and _is_told_of_all(standing, beside[0])
        return beside[0] if is_told and _may_be_called(standing, share, beside[0]) else None
    nouns = {part.unit} if part.unit is not None else set(map(singular, standing.words(part)))
    # What somebody holds is not all the shares that there are.
    named = [whole for whole in before if whole.unit in nouns - SECURITIES]
    is_one = len({whole.value for whole in named}) == 1
    return named[0] if is_one and _may_be_called(standing, share, named[0]) else None


def _may_be_called(standing: Standing, share: Draft, whole: Draft) -> bool:
    """Whether a whole may be "all business" or "all the parcels"; debt is not "all deposits"."""
    behind = standing.lower[share.last + 1 : share.last + 3]
    if behind[:1] != ["all"] or behind[1:2] == [] or behind[1] in CLOSED or behind[1] in _VAGUE:
        return True
    return singular(behind[1]) in {singular(word) for word in standing.words(whole)} | {whole.unit}


def _is_told_of_all(standing: Standing, level: Draft) -> bool:
    """Whether an amount is no forecast, and has no share of its own."""
    if not _EXPECTED.isdisjoint(standing.words(level)):
        return False
    shares = standing.shares_in(level.sentence, level.sentence)
    return not any(0 <= share.first - level.last <= _BESIDE for share in shares)
