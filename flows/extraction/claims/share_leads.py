"""How many points two shares of the vote are apart: "It has 38 percent, against 31: seven points more"."""

from itertools import combinations
from typing import Final

from flows.extraction.claims.difference_words import GAPS, WORDS, claim_of
from flows.extraction.claims.made_of import size_of
from flows.extraction.claims.standing import Standing, is_alike_in_status
from flows.extraction.figure import Draft, Member, Relation, end_with_noun, figures_of, related
from flows.extraction.relations.relating import is_current
from flows.extraction.relations.sums import makes

_VOTING: Final = frozenset(
    "poll polls survey surveys pollster pollsters vote votes voters electorate".split()
)
_POINTS: Final = frozenset(("point", "percentage point"))
_KINDS: Final = frozenset(("count", "percent"))
# Said of a lead of another time.
_FORMERLY: Final = frozenset("earlier before ago previously last previous had was".split())
_SINCE: Final = frozenset("earlier before ago previously last previous in than since from".split())
_MOVES: Final = frozenset(("to_from", "to_against", "moved", "up_from"))
_AGAINST: Final = frozenset(("of", "over", "behind", "on"))
_AROUND: Final = 3  # sentences from a lead to its shares
_BESIDE: Final = 6  # tokens beside a lead that tell of its time or of whom it is over
_NAMED: Final = 8  # tokens before a share in which its party is named
_BOTH: Final = 2


def find_share_leads(standing: Standing, found: list[Relation]) -> list[Relation]:
    """Return the greater of two shares of the vote with the lesser and the points between them.

    Args:
        standing: the figures of the article.
        found: the relations so far; a lead that is tied is left alone, and former shares are none of now.
    """
    sentences = standing.sentences_with(WORDS)
    if not sentences or not standing.sentences_with(_VOTING):
        return []
    tied = figures_of(found, "change", "part", "growth")
    former = figures_of(found, "old")
    for one in found:
        if one.rule in _MOVES:
            drafts = [member.draft for member in one.members if member.draft is not None]
            former.add(id(max(drafts, key=lambda draft: draft.start)))
    told: list[Relation] = []
    for gap in standing.told_in(min(sentences), max(sentences)):
        if gap.sentence not in sentences or gap.unit not in _POINTS or gap.kind not in _KINDS:
            continue
        if not gap.value or id(gap) in tied or not _is_of_now(standing, gap):
            continue
        shares = [
            share
            for share in standing.shares_in(gap.sentence - _AROUND, gap.sentence + _AROUND)
            if share.unit == "percent"
            and share.value
            and share is not gap
            and id(share) not in former
            and is_current(share, standing.changes)
        ]
        pair = _meant(standing, gap, shares)
        if pair is not None:
            gap.unit = "percentage point"  # "seven points ahead", of shares in percent
            members = (Member("new", pair[0]), Member("old", pair[1]), Member("change", gap))
            told.append(related("growth", "share_lead", *members))
    return told


def _is_of_now(standing: Standing, gap: Draft) -> bool:
    """Whether words call a figure a lead, and no time before is told with it."""
    lower = standing.lower
    span = standing.document.sentences[gap.sentence]
    claim = claim_of(lower, gap, span)
    if claim is None or claim.of_times or not claim.is_told:
        return False
    after = end_with_noun(gap)
    before = lower[max(span[0], gap.first - _BESIDE) : gap.first]
    if before[-1:] == ["by"] and (gap.unit == "point" or not GAPS.isdisjoint(before)):
        return False  # "won by twelve points", "widened its lead by two percentage points"
    behind = lower[after : min(span[1], after + _BESIDE)]
    return _FORMERLY.isdisjoint(before) and _SINCE.isdisjoint(behind)


def _meant(standing: Standing, gap: Draft, shares: list[Draft]) -> tuple[Draft, Draft] | None:
    """Return the two shares that a lead lies between: those that make it, else those that stand with it."""
    for one, other in combinations(shares, _BOTH):
        pair = _in_order(one, other)
        if makes([pair[1], gap], pair[0]):
            return pair
    own = [share for share in shares if share.sentence == gap.sentence]
    near = [share for share in shares if abs(share.sentence - gap.sentence) == 1]
    if len(own) == _BOTH:
        told = own
    elif len(own) == 1 and len(near) == 1:
        told = [*own, *near]
    elif not own:
        told = [share for share in shares if share.sentence < gap.sentence]
        if len(told) < _BOTH or sorted(told, key=size_of, reverse=True)[:_BOTH] != told[:_BOTH]:
            return None
    else:
        return None
    pair = _in_order(told[0], told[1])
    if pair[0].value == pair[1].value or (not is_alike_in_status(pair) and len(own) == _BOTH):
        return None
    names = _names(standing, gap)
    is_of_them = not names or any(
        not names.isdisjoint(standing.document.words[max(0, one.first - _NAMED) : one.first]) for one in pair
    )
    return pair if is_of_them else None


def _in_order(one: Draft, other: Draft) -> tuple[Draft, Draft]:
    return (one, other) if size_of(one) >= size_of(other) else (other, one)


def _names(standing: Standing, gap: Draft) -> set[str]:
    """Return the words of the name that a lead is over: "seven points ahead of the Liberals"."""
    after = end_with_noun(gap)
    last = standing.document.sentences[gap.sentence][1]
    words = standing.document.words[after : min(last, after + _BESIDE)]
    places = [place for place, word in enumerate(words) if word in _AGAINST]
    return {word for word in words[places[0] :] if word[:1].isupper()} if places else set()
