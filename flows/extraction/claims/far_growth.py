"""A growth, or a multiple of what was, held against levels that an article tells far from it.

"Exports fell by 5.2 percent from a year earlier ... They were worth 41.5 billion ... In January of last year,
when phones still sold, they had come to 45.0 billion": what an article leads with, or gives the new level of,
is told again with its levels further on. Of all pairs of levels of which one is plainly of an earlier time,
and stands in a sentence of its own, one is named by most words of the claim. Any two levels of the article
that make the claim are the ones that are meant.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import permutations, product
from typing import Final, NamedTuple

from flows.extraction.claims.earlier_levels import (
    is_at_its_distance,
    is_earlier,
    is_plainly_earlier,
    is_set_against,
    tells_of_then,
    words_of,
)
from flows.extraction.claims.level_growth import (
    NO_FORMER,
    QUOTED,
    claims_of_levels,
    clash,
    is_expected,
    miss_of,
)
from flows.extraction.claims.naming import names_in, names_of
from flows.extraction.claims.standing import Standing, is_alike_in_status
from flows.extraction.claims.standing_growth import ADJUSTED
from flows.extraction.figure import Draft, Member, Relation, by_role, figures_of, in_text_order, lacks_former
from flows.extraction.implied.series import grown_metric, kindred, may_be_one, same_place
from flows.extraction.relations.likeness import PEOPLE, opposed, same_level
from schemas.reference import Reference

_MOST: Final = 40  # levels of an article beyond which nothing is certain
_LEAD: Final = 2  # the sentences that an article begins with
_NEAR: Final = 3  # sentences around a claim in which levels need no date to be its own
_OFF: Final = 0.75  # by how much levels may miss a claim and still be meant
_TIMES: Final = 20  # times a level that its former level may be
_SMALL: Final = 20  # bare numbers below it count anything
# What people do is counted as people are.
_HEADS: Final = PEOPLE | frozenset(
    """admission visit entry arrival booking ticket attendance sale abduction call journey trip stay
    birth""".split()
)
_AMOUNTING: Final = frozenset("amounted come came comes equal".split())
# Metrics that are called after any verb.
_VAGUE: Final = frozenset("payment costs price deal_value value amount spending funding".split())


class _Claim(NamedTuple):
    draft: Draft
    own: Draft | None  # the new level that it is told with
    is_growth: bool
    names: frozenset[str]
    is_alone: bool  # whether no other stands before or beside it


def with_far_growth(standing: Standing, drafts: list[Draft], found: list[Relation]) -> list[Relation]:
    """Return `found` with both levels for the claims that an article tells them far from.

    Args:
        standing: the figures of the article.
        drafts: all of them, for the claims among them.
        found: the relations so far; claims and levels that are tied are left alone.
    """
    claims = claims_of_levels(standing, drafts, found)
    if not claims or not 1 < len(standing.told) <= _MOST:
        return found
    new_of = {
        id(known["growth"]): known["new"] for one in found if lacks_former(one) and (known := by_role(one))
    }
    taken = figures_of(one for one in found if one.kind in ("growth", "order", "ratio", "share"))
    # Few articles tell any level of an earlier time in a sentence of its own.
    former = [
        level
        for level in standing.told
        if level.status == "reported"
        and id(level) not in taken
        and (level.period_end is not None or tells_of_then(standing, level))
        and _stands_alone(standing, level)
    ]
    told = []
    for draft, is_growth in claims if former else ():
        if not is_growth and draft.unit != "times":
            continue  # "one in nine of those"
        own = new_of.get(id(draft))
        olds = [
            old
            for old in former
            if old.sentence != draft.sentence
            and id(old) not in taken
            and (own is not None or draft.sentence <= _LEAD or _leads_to(draft, old))
        ]
        if not olds:
            continue
        names = names_in(standing.words(draft)) | names_in((grown_metric(draft)).split("_"))
        is_alone = sum(other.sentence <= max(1, draft.sentence) for other, _ in claims) == 1
        claim = _Claim(draft, own, is_growth, names, is_alone)
        news = [own] if own else [level for level in standing.told if id(level) not in taken]
        pair = _meant(standing, claim, news, olds)
        if pair is not None:
            roles = ("new", "old", "growth") if is_growth else ("numerator", "denominator", "ratio")
            members = [Member(role, draft) for role, draft in zip(roles, (*pair, draft), strict=True)]
            start, end = min(d.start for d in (*pair, draft)), max(d.end for d in (*pair, draft))
            kind = "growth" if is_growth else "ratio"
            told.append(Relation(kind, in_text_order(members), False, start, end, "dated_levels"))
            taken |= {id(draft), *map(id, pair)}
    claimed = figures_of(told, "growth")
    return [one for one in found if not (lacks_former(one) and id(by_role(one)["growth"]) in claimed)] + told


def _meant(
    standing: Standing, claim: _Claim, news: list[Draft], olds: list[Draft]
) -> tuple[Draft, Draft] | None:
    """Return the pair of levels that a claim can be of; none where any levels make it."""
    fitting = [
        (new, old)
        for new, old, off in _pairs(standing, claim, product(news, olds))
        if off <= _OFF
        and old.sentence != new.sentence
        and is_plainly_earlier(standing, old, new, claim.draft)
        and is_at_its_distance(standing, claim.draft, new, old)
        and _are_of_one_thing(standing, claim, new, old)
        and not _are_of_others(standing, claim, new, old)
    ]
    if not fitting:
        return None
    ranked = sorted(((_tie(standing, claim, *pair), pair) for pair in fitting), key=_first, reverse=True)
    tie, (new, old) = ranked[0]
    is_lone = len(ranked) == 1 and _is_led_with(standing, claim, new, old)
    if (tie < _wanted(standing, new, old) and not is_lone) or (len(ranked) > 1 and tie == ranked[1][0]):
        return None
    if any(
        not off and _may_be_its_own(standing, claim, new, old)
        for new, old, off in _pairs(standing, claim, permutations(standing.told, 2))
    ):
        return None
    return new, old


def _wanted(standing: Standing, new: Draft, old: Draft) -> int:
    """Return how many of two levels a claim has to name: of those that periods alone date apart both."""
    is_dated = None not in (new.period_end, old.period_end)
    return 1 if tells_of_then(standing, old) and (is_dated or not tells_of_then(standing, new)) else 2


def _first(item: tuple[int, tuple[Draft, Draft]]) -> int:
    return item[0]


def _leads_to(claim: Draft, old: Draft) -> bool:
    """Whether a former level stands right behind a claim."""
    return old.start > claim.start and old.sentence - claim.sentence <= 1


def _pairs(
    standing: Standing, claim: _Claim, pairs: Iterable[tuple[Draft, Draft]]
) -> Iterator[tuple[Draft, Draft, float]]:
    """Yield new and former level that went the way of a claim, with how far they are from making it."""
    for new, old in pairs:
        if new is old or not _are_alike(standing, claim, new, old) or not is_alike_in_status((new, old)):
            continue
        off = miss_of(claim.draft, new, old, is_growth=claim.is_growth)
        if off is not None and not opposed(standing.lower, new, old):
            yield new, old, off


def _are_alike(standing: Standing, claim: _Claim, one: Draft, other: Draft) -> bool:
    """Whether two levels may be of one thing at two times, as far as units, sizes and names say."""
    if not one.value or not other.value or not one.value / _TIMES <= other.value <= one.value * _TIMES:
        return False
    if one.kind == other.kind != "count":
        return same_level(one, other) or same_level(other, one)
    if not one.kind == other.kind == "count":
        return False
    if one.unit == other.unit:
        return one.unit is not None or min(one.value, other.value) >= _SMALL
    if _are_heads(one, other):
        return True
    if min(one.value, other.value) < _SMALL:
        return False
    if None in (one.unit, other.unit):
        bare, told = (one, other) if one.unit is None else (other, one)
        return not claim.names.isdisjoint(names_in(words_of(standing, bare)) | names_of(told))
    # "18,900 vacancies for registered nurses", "31,200 posts for registered nurses"
    return not names_of(one).isdisjoint(names_of(other))


def _stands_alone(standing: Standing, old: Draft) -> bool:
    """Whether a level is the only one of its unit in its sentence, and not what something came to or from."""
    others = standing.told_in(old.sentence, old.sentence)
    before = standing.lower[max(0, old.first - 3) : old.first]
    return (
        not is_set_against(standing, old)
        and (before[-1:] != ["to"] or not _AMOUNTING.isdisjoint(before))
        and all(level is old or level.unit not in (old.unit, None) for level in others)
    )


def _may_be_its_own(standing: Standing, claim: _Claim, new: Draft, old: Draft) -> bool:
    """Whether levels that make a claim may be meant: of several sentences near it, or dated apart."""
    is_near = all(abs(claim.draft.sentence - level.sentence) <= _NEAR for level in (new, old))
    if is_near and new.sentence != old.sentence and (new.unit == old.unit or None in (new.unit, old.unit)):
        return True
    if is_plainly_earlier(standing, old, new, claim.draft):
        return True
    return is_earlier(standing, old, new, claim.draft) and _tie(standing, claim, new, old) > 0


def _are_of_others(standing: Standing, claim: _Claim, new: Draft, old: Draft) -> bool:
    """Whether names, places, metrics or words tell claim and levels apart."""
    draft = claim.draft
    return (
        not same_place(new, old)
        or not _may_be_of_one(standing, new, old)
        or new.metric_code in QUOTED
        or (new.kind == "money" and grown_metric(draft) in QUOTED)
        or (claim.own is not None and new.kind == "money" and not kindred(new.metric_code, old.metric_code))
        or (not _are_heads(new, old) and _are_of_other_metrics(standing, claim, new, old))
        or is_expected(standing, draft)
        or any(not NO_FORMER.isdisjoint(words_of(standing, level)) for level in (new, old))
        or any(not ADJUSTED.isdisjoint(standing.words(one)) for one in (draft, new, old))
        or any(one.status != "reported" for one in (draft, new, old))
    )


def _are_of_other_metrics(standing: Standing, claim: _Claim, new: Draft, old: Draft) -> bool:
    return _clash(standing, new.metric_code, old.metric_code) or any(
        _clash(standing, grown_metric(claim.draft), level.metric_code)
        and not _is_named(standing, claim, level)
        for level in (new, old)
    )


def _clash(standing: Standing, one: str | None, other: str | None) -> bool:
    return one not in _VAGUE and other not in _VAGUE and clash(standing, one, other)


def _are_heads(one: Draft, other: Draft) -> bool:
    return one.kind == other.kind == "count" and one.unit in _HEADS and other.unit in _HEADS


def _may_be_of_one(standing: Standing, new: Draft, old: Draft) -> bool:
    """Whether two levels may be of one subject: one that its own sentence does not name is guessed."""
    if may_be_one(new.entity_code, old.entity_code):
        return True
    named = [names_in((level.subject or "").lower().split()) for level in (new, old)]
    return not named[0].isdisjoint(named[1]) or not all(
        _has_its_own_subject(standing, level) for level in (new, old)
    )


def _has_its_own_subject(standing: Standing, level: Draft) -> bool:
    reason = level.why.get("subject")
    first, _ = standing.document.sentences[level.sentence]
    return reason is not None and reason.start >= standing.document.starts[first]


def _tie(standing: Standing, claim: _Claim, new: Draft, old: Draft) -> int:
    """Return how many of two levels a claim names."""
    return sum(level is claim.own or _is_named(standing, claim, level) for level in (new, old))


def _is_named(standing: Standing, claim: _Claim, level: Draft) -> bool:
    """Whether a claim names a level, by its metric or by the words around it."""
    metric = grown_metric(claim.draft)
    if metric and metric == level.metric_code:
        return True
    is_beside = level.sentence == claim.draft.sentence
    return not is_beside and not claim.names.isdisjoint(_names(standing, level))


def _are_of_one_thing(standing: Standing, claim: _Claim, new: Draft, old: Draft) -> bool:
    """Whether the words of two levels name one thing, and the claim names it, too."""
    if _is_led_with(standing, claim, new, old):
        return True
    told = (
        names_of(new) | names_of(old) | names_in(f"{new.subject or ''} {old.subject or ''}".lower().split())
    )
    if claim.own is None and claim.names.isdisjoint(told):
        return False
    is_next = _are_heads(new, old) and abs(new.sentence - old.sentence) <= 1
    return is_next or not _names(standing, new).isdisjoint(_names(standing, old))


def _is_led_with(standing: Standing, claim: _Claim, new: Draft, old: Draft) -> bool:
    """Whether an article begins with a claim that may be of any levels, and tells but two plainly apart."""
    kinds = _kinds(standing.reference).get(grown_metric(claim.draft))
    return (
        claim.draft.sentence <= 1
        and claim.is_alone
        and (new.unit == old.unit is not None or _is_named_bare(claim, new, old) or _are_heads(new, old))
        and tells_of_then(standing, old)
        and (kinds is None or new.kind in kinds)
    )


def _is_named_bare(claim: _Claim, new: Draft, old: Draft) -> bool:
    """Whether a claim names what one of two levels counts, and the other leaves it out."""
    told = next((level for level in (new, old) if level.unit is not None), None)
    return told is not None and None in (new.unit, old.unit) and not claim.names.isdisjoint(names_of(told))


@lru_cache(maxsize=8)
def _kinds(reference: Reference) -> dict[str, str]:
    """Return what each listed metric is told in, by its code: "money", "count|measure"."""
    return {row["metric_code"]: row["kinds"] for row in reference.rows("metrics")}


def _names(standing: Standing, level: Draft) -> frozenset[str]:
    return names_of(level) | names_in(words_of(standing, level))
