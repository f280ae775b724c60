"""Shares told apart from part and whole: "Seven in ten boxes were in use" beside "412 of the 950 boxes".

A part that words join with its whole ("412 of the 950", "of 184 judges, 31") is said in a share as well,
before or behind, by the same noun or by none. Any two levels that make the share are what it is of.
"""

from collections.abc import Iterator
from itertools import permutations
from typing import Final

from flows.extraction.claims.content import STEM, stems
from flows.extraction.claims.part_and_whole import told_pairs
from flows.extraction.claims.standing import (
    WHOLES,
    Standing,
    is_alike_in_status,
    is_share_of,
    scale_of,
    share_miss,
)
from flows.extraction.figure import Draft, Member, Relation, by_role, figures_of, is_whole_share, related
from flows.extraction.relations.likeness import are_kindred, listable, may_be_part
from flows.extraction.text.noun_words import CLOSED, singular

_NOUN: Final = 3  # words of a base among which its noun is
_FEW: Final = 2  # shares of a sentence beyond which they are of several wholes
_NEAR: Final = 4  # sentences between a share and its pair
_FAR: Final = 20  # the same to the only whole of an article that has a part
_WINDOW: Final = 8  # sentences in which any two levels may make it
_MOST: Final = 14  # levels of which two are tried
_ARTICLES: Final = frozenset("the its their his her our all of".split())
_NARROWING: Final = frozenset(
    "aged under over below above who that whose with without between taken from among younger older".split()
)
# Of another time or place, or of others: no share of what was counted.
_APART: Final = frozenset(
    """ago previously earlier formerly once then expected hoped hopes hope target targets goal aim forecast
    usually normally typically average national nationally nationwide elsewhere abroad other others another
    remaining rest compared than until""".split()
)
_THOSE: Final = frozenset("these those".split())
_CLOSES: Final = frozenset((",", ".", "!", ";", "”", '"', "—", "–", "-"))
_OPENS: Final = frozenset(
    ("“", '"', "that", "is", "that's", "'s", "nearly", "almost", "about", "some", "just")
)
_PARTING: Final = frozenset((",", ";", ":", "—", "–", '"', "“", "”"))
_HEDGES: Final = frozenset("about nearly almost some just only exactly around roughly over".split())
_MAKING: Final = frozenset("are were is was represent represented constitute constituted".split())
_LEAD: Final = 5  # tokens before a share in which a word says that it is a part's
_AMOUNTING: Final = frozenset(
    """equivalent equal representing represent represents represented corresponding corresponds amounting
    amounts or about""".split()
)
_SO: Final = frozenset("thus accordingly therefore hence so".split())


_SHORT: Final = 5  # letters of words in -est that are no superlatives: "rest", "west", "guest"
_NO_SUPERLATIVES: Final = frozenset(
    """contest protest request interest harvest forest invest suggest honest arrest conquest modest digest
    manifest inquest tempest bequest rainforest southwest northwest midwest attest detest behest""".split()
)
_PRONOUNS: Final = frozenset(("it", "them"))
_LAND: Final = frozenset("land area acreage surface farmland woodland estate property".split())
_AREAS: Final = frozenset(("hectare", "acre", "square kilometre", "square mile", "square metre"))


def find_pair_shares(standing: Standing, found: list[Relation]) -> list[Relation]:
    """Return shares with the only part and whole near them that are of their noun.

    Args:
        standing: the figures of the article.
        found: the relations so far; a share that has part and base is left alone.
    """
    if not standing.shares:
        return []
    settled = figures_of(filter(is_whole_share, found), "share") | figures_of(
        relation for relation in found if relation.kind == "sum"
    )
    pairs = told_pairs(standing, found)
    reach = _NEAR if len({id(whole) for whole, _ in pairs}) > 1 else _FAR
    told = [
        _relation(share, part, base)
        for part, base, share in _with_parts(standing, found)
        if id(share) not in settled
        and not any(made_otherwise(standing, share))
        and not _is_next(standing, share, part)
    ]
    for share in standing.shares if pairs else ():
        if len(standing.shares_in(share.sentence, share.sentence)) > _FEW:
            continue  # "late were 46% of trains, 44% and 39%": rates of others
        if id(share) in settled or share.unit not in WHOLES or not share.value or share.kind == "growth":
            continue
        near = [
            pair
            for pair in pairs
            if abs(pair[1].sentence - share.sentence) <= reach
            # "Nevada had the highest rate": of another place.
            and share.place_code in (None, pair[1].place_code, pair[0].place_code)
            and not any(map(_is_superlative, standing.words(share)))
        ]
        tied = [
            (whole, part)
            for whole, part in near
            if _is_of(standing, share, part, whole)
            and _may_say_it(standing, share, part)
            and not _is_next(standing, share, part)
        ]
        if len(tied) > 1:
            tied = _told_alike(standing, share, tied)
        if not tied:
            tied = [pair for pair in pairs if _is_of_that(standing, share, pair[1])]
        if len(tied) == 1 and not any(made_otherwise(standing, share)):
            whole, part = tied[0]
            told.append(_relation(share, part, whole))
    return told


def _is_superlative(word: str) -> bool:
    return word.endswith("est") and len(word) > _SHORT and word not in _NO_SUPERLATIVES


def _is_next(standing: Standing, share: Draft, part: Draft) -> bool:
    """Whether a share may be the next one: "two of the four are to be shut in June, and a third later"."""
    if share.form != "fraction" or share.sentence != part.sentence or not share.value or not part.value:
        return False
    return round(1 / share.value) == part.value + 1 and standing.lower[share.first - 1] == "and"


def _may_say_it(standing: Standing, share: Draft, part: Draft) -> bool:
    """Whether a share is beside a part, is no statistic to a decimal, or tells more in the part's words."""
    if abs(share.sentence - part.sentence) <= 1 or share.unit != "percent":
        return True
    base = {word[:STEM] for word in _base_of(standing, share)}
    return not (stems(standing, share) - base).isdisjoint(stems(standing, part))


def _told_alike(
    standing: Standing, share: Draft, pairs: list[tuple[Draft, Draft]]
) -> list[tuple[Draft, Draft]]:
    """Return the pair of which the most is said in the words of a share: "completed their homework"."""
    words = stems(standing, share)
    counts = [len(words & stems(standing, part)) for _, part in pairs]
    best = max(counts, default=0)
    return [pair for pair, count in zip(pairs, counts, strict=True) if count == best] if best else []


def _is_of_that(standing: Standing, share: Draft, part: Draft) -> bool:
    """Whether a share of "it" is told in words of the only pair: "two-thirds of it from lottery players"."""
    of = standing.lower[share.last : share.last + 2]
    if of[:1] != ["of"] or _PRONOUNS.isdisjoint(of[1:]) or not is_alike_in_status((share, part)):
        return False
    return share.sentence != part.sentence and bool(stems(standing, share) & stems(standing, part))


def _relation(share: Draft, part: Draft, whole: Draft) -> Relation:
    members = (Member("part", part), Member("base", whole), Member("share", share))
    return related("share", "of_a_pair", *members, told_by=share)


def _with_parts(standing: Standing, found: list[Relation]) -> Iterator[tuple[Draft, Draft, Draft]]:
    """Yield the shares that have a base alone, with it and the part that words set right before them.

    "Loans overdue stood at 3 million, equivalent to 8 percent of all lending of 38 million."
    """
    for relation in found:
        roles = by_role(relation)
        share, base = roles.get("share"), roles.get("base")
        if relation.kind != "share" or "part" in roles or share is None or base is None:
            continue
        opens = standing.document.sentences[share.sentence][0]
        lead = standing.lower[max(opens, share.first - _LEAD) : share.first]
        back = 1 if lead[:1] == ["the"] and "which" in lead else 0
        parts = [
            level
            for level in standing.levels_before(share, back)
            if listable(level, base) and level.kind == base.kind and level is not base
        ]
        said = standing.lower[opens : share.first]
        is_told = not _AMOUNTING.isdisjoint(lead) or _is_which(lead, said)
        before = standing.levels_before(share, 0)
        if len(before) == 1 and _is_subject(said, before[0].first - opens):
            parts, is_told = [part for part in before if may_be_part(part, base, said=True)], True
        if len(parts) == 1 and is_told and base.start > share.start:
            yield parts[0], base, share


def _is_subject(before: list[str], place: int) -> bool:
    """Whether a level opens a sentence whose verb tells its share: "The 18 women make up 40 percent of"."""
    words = [word for word in before if word not in _HEDGES]
    is_said = (words[-1:] and words[-1] in _MAKING) or words[-2:] in (["make", "up"], ["made", "up"])
    return bool(is_said) and place == 1 and before[0] in _ARTICLES and "," not in before


def _is_which(lead: list[str], before: list[str]) -> bool:
    """Whether words say what the level before them is: ", which is 45 percent of the 9,400"."""
    words = [word for word in lead if word not in _ARTICLES and word not in _HEDGES]
    return words[-2:] in (["which", "is"], ["that", "is"]) and "," in before


def _is_of(standing: Standing, share: Draft, part: Draft, whole: Draft) -> bool:
    if (
        not part.value
        or not whole.value
        or part.value >= whole.value
        or not is_alike_in_status((share, part))
    ):
        return False
    if share.period_end is not None and (part.period_end or share.period_end)[:4] != share.period_end[:4]:
        return False
    if share.sentence != part.sentence and not _APART.isdisjoint(_clause(standing, share)):
        return False
    behind = standing.lower[share.last : share.last + 2]
    if behind[:1] == ["of"] and not _THOSE.isdisjoint(behind[1:]):
        return False
    # "From 20 to 31 percent"; "open to four out of five homes".
    leads = ("from", "than", "by") if share.unit == "fraction" else ("from", "to", "than", "by")
    if standing.lower[share.first - 1] in leads:
        return False
    base = _base_of(standing, share)
    if base:
        told = {singular(word) for word in standing.document.vocabulary_of(whole.sentence)}
        return any(_is_same(base, unit, told) for unit in (whole.unit, part.unit))
    return 0 <= share.sentence - part.sentence <= 1 and _stands_alone(standing, share)


def _base_of(standing: Standing, share: Draft) -> list[str]:
    """Return the words for what a share is of. A base that is carried over says nothing: "I guess half"."""
    base = [word for word in (share.base or "").lower().split() if word not in _ARTICLES]
    if base and base[0] in standing.document.vocabulary_of(share.sentence):
        return base
    behind = standing.lower[share.last : share.last + _NOUN]
    is_named = behind[:1] == ["of"] and not _ARTICLES.isdisjoint(behind[1:2])
    return behind[2:] if is_named and behind[2:] and behind[2] not in CLOSED else []


def _clause(standing: Standing, share: Draft) -> list[str]:
    """Return the words of a sentence up to the comma or semicolon behind a share."""
    lower = standing.lower
    first, ends = standing.document.sentences[share.sentence]
    last = share.last
    while last < ends and lower[last] not in _PARTING:
        last += 1
    return lower[first:last]


def _is_same(base: list[str], unit: str | None, told: set[str]) -> bool:
    """Whether a base is what a count counts, or something of its kind, and nothing narrower.

    "Nest boxes" beside "the 950 nest boxes"; not "trainee judges", nor "people aged 18 to 34".
    """
    if unit is None:
        return False
    for place, word in enumerate(base[:_NOUN]):
        one = singular(word)
        if one == unit or are_kindred(unit, one) or (unit in _AREAS and one in _LAND):
            return base[place + 1 : place + 2] == [] or base[place + 1] not in _NARROWING
        if one not in told:
            return False
    return False


def _stands_alone(standing: Standing, share: Draft) -> bool:
    """Whether a share tells nothing but itself: '"A quarter, at best"', "That is a third."."""
    lower, opens = standing.lower, standing.document.sentences[share.sentence][0]
    before = lower[opens : share.first]
    is_closed = share.last >= len(lower) or lower[share.last] in _CLOSES
    return is_closed and (_OPENS.issuperset(before) or not _SO.isdisjoint(before))


def made_otherwise(standing: Standing, share: Draft, kind: str | None = None) -> Iterator[bool]:
    """Yield True where two levels around a share, of a kind if asked, make it or leave it over."""
    around = standing.told_in(share.sentence - _WINDOW, share.sentence + _WINDOW)
    near = [level for level in around if kind in (None, level.kind)][:_MOST]
    for part, base in permutations(near, 2):
        if not part.value or not base.value or part.value > base.value or not listable(part, base):
            continue
        # "Almost half": as the hedge leaves it.
        is_made = is_share_of(share, part, base) if share.hedge else not share_miss(share, part, base)
        if is_made:
            yield True
        rest = (scale_of(share) or 1) * (1 - part.value / base.value)
        if share.value is not None and abs(rest - share.value) <= share.granule / 2:
            yield True
