"""Shares whose base their words name: "40 million, or 20 percent of the total", ", of an initial 85 billion".

The part is the level right before its share. The base stands behind it, or is a level told before that the
words of the base name: by their metric and the part's own subject, by all their nouns, or as the total.
"""

from typing import Final

from flows.extraction.claims.earlier_levels import words_of
from flows.extraction.claims.standing import Standing, is_share_of, with_one_part
from flows.extraction.figure import Draft, Member, Relation, by_role, end_with_noun, related
from flows.extraction.relations.likeness import listable
from flows.extraction.text.noun_words import CLOSED, VERBS, singular

_KINDS: Final = frozenset(("share", "percent"))
_UNITS: Final = frozenset(("percent", "fraction"))
_BACK: Final = 3  # sentences from a share to the level that is its base
_MARKET_BACK: Final = 6  # the same to a market, whose makers are told one after the other
_STAFF_NEAR: Final = 12  # the same to all who work for a company, before or behind
_BESIDE: Final = 6  # tokens from a part to its share
_WHICH: Final = 6  # tokens of ", which amounted to about"
_PHRASE: Final = 8  # tokens that may name a base
_MAKING: Final = frozenset(
    """accounting representing making taking up comprising constituting equal equivalent accounts accounted
    account represents represented represent makes made make corresponds corresponded corresponding amounts
    amounted amounting equals equalled is was or""".split()
)
_MARKS: Final = frozenset((",", "(", "-", "--", "–", "—"))
_FILLERS: Final = frozenset(
    """about around roughly nearly almost some just only approximately for which that to the a an well over
    more less under than slightly and now still again once already thus therefore together""".split()
)
_LINKS: Final = _MAKING | _MARKS
_JOINING: Final = _LINKS | _FILLERS
_TELLING: Final = frozenset(
    "represent represents represented constitute constitutes constituted equals".split()
)
_INSIDE: Final = frozenset(("'s", "’s", "-", "of", "and"))
_ALL: Final = frozenset("total overall all combined entire whole totalled totaled totalling totaling".split())
_WHOLE_WORDS: Final = frozenset(
    """annual yearly group net gross consolidated company full-year quarterly half-year year season record
    reported revenue sales own last whose""".split()
)
_PLAIN: Final = _ALL | frozenset("the its their his her our a an this that these those".split())
_APART: Final = frozenset("from to than . ; : while but".split())
_MARKET: Final = "market_share"
# What "a tenth of sales" is of, where the part is money.
_REVENUE: Final = {"sales": "revenue", "turnover": "revenue"}
# What "wages of 47 million, or 81 percent of income" are of, whatever the metric of the share.
_TAKEN_IN: Final = frozenset("sales turnover revenue revenues income takings receipts".split())
_STAFF: Final = "employees"
_WORKERS: Final = frozenset(("employee", "worker"))


def find_named_bases(standing: Standing, found: list[Relation]) -> list[Relation]:
    """Return shares with the part right before them and the base that stands behind or that words name.

    Args:
        standing: the figures of the article.
        found: the relations so far: a share that has part and base is left alone, and what is a part with a
            share of its own is no base.
    """
    shares = [share for share in standing.shares if share.kind in _KINDS and share.unit in _UNITS]
    if not shares:
        return []
    roles_of: dict[int, dict[str, Draft | None]] = {}
    parted: set[int] = set()
    for relation in found:
        if relation.kind == "share":
            parted |= {id(m.draft) for m in relation.members if m.role == "part"}
            roles = by_role(relation)
            if "share" in roles and len(roles) == len(relation.members):
                roles_of.setdefault(id(roles["share"]), {}).update(roles)
    parts: list[tuple[Draft, Draft, Draft | None]] = []
    for share in shares:
        roles = roles_of.get(id(share), {})
        part = roles.get("part") or _part_before(standing, share)
        if part is None:
            continue
        parted.add(id(part))
        if "part" not in roles or "base" not in roles:
            parts.append((share, part, roles.get("base")))
    told: list[Relation] = []
    for share, part, base in parts:
        rule = "of_the_base"
        if base is None:
            base = _base_behind(standing, share)
        if base is None:
            rule = "named_base"
            base = _named_base(standing, share, part, parted, found)
        if base is not None and base is not part and listable(part, base):
            members = (Member("part", part), Member("share", share), Member("base", base))
            told.append(related("share", rule, *members, told_by=share))
    return told


def _part_before(standing: Standing, share: Draft) -> Draft | None:
    """Return the level right before a share: "20 billion or about 40 percent of", "6 billion represents"."""
    lower, is_of_market = standing.lower, share.metric_code == _MARKET
    if not is_of_market and "of" not in lower[share.last : share.last + 2]:
        return None
    before = standing.levels_before(share, 0)
    between = lower[end_with_noun(before[-1]) : share.first] if before else []
    if not between:
        return None
    part = before[-1]
    if is_of_market:
        # "70 million in proceeds for a 14 percent market share"
        return part if len(between) <= _BESIDE and _APART.isdisjoint(between) else None
    if len(between) <= _BESIDE and _JOINING.issuperset(between):
        return None if _LINKS.isdisjoint(between) else part
    verbs = [word for word in between if word not in _FILLERS]
    is_subject = verbs[-1] in _TELLING and all(level.value == part.value for level in before)
    return part if is_subject and _MARKS.isdisjoint(between) else None


def _base_behind(standing: Standing, share: Draft) -> Draft | None:
    """Return the level of "of its overall sales of 51 billion", or of ", of an initial 85 billion loan"."""
    lower, opens = standing.lower, share.last
    if lower[opens : opens + 1] == [","]:
        opens += 1
    if lower[opens : opens + 1] != ["of"]:
        return None
    levels = standing.levels_in(share.sentence)
    base = next((level for level in levels if level.start > share.start), None)
    if base is None or base.first - opens > _PHRASE + _WHICH:
        return None
    between = lower[opens : base.first]
    # "3 percent of gross domestic product, which amounted to 620 billion"
    place = between.index(",") if "," in between else len(between)
    if between[place + 1 : place + 2] == ["which"] and len(between) - place <= _WHICH:
        between = between[:place]
    return base if len(between) <= _PHRASE and all(map(_is_of_phrase, between)) else None


def _is_of_phrase(word: str) -> bool:
    """Whether a word may stand in the phrase that names a base."""
    if word in _INSIDE or word in _PLAIN:
        return True
    return word[0].isalpha() and word not in CLOSED and word not in VERBS


def _phrase(standing: Standing, share: Draft) -> list[str]:
    """Return the words behind "of" that name the base of a share."""
    lower, ends = standing.lower, standing.document.sentences[share.sentence][1]
    if lower[share.last : share.last + 1] != ["of"]:
        return []
    last = share.last + 1
    while last < min(ends, share.last + 1 + _PHRASE) and _is_of_phrase(lower[last]):
        last += 1
    return lower[share.last + 1 : last]


def _named_base(
    standing: Standing, share: Draft, part: Draft, parted: set[int], found: list[Relation]
) -> Draft | None:
    """Return the level that the words of a base name.

    Of several the one that makes the share is meant, else the only one of the sentence that is nearest.
    """
    named = [
        level
        for level in _levels_named(standing, share, part)
        if id(level) not in parted and _may_hold(level, part)
    ]
    held = next((level for level in named if is_share_of(share, part, level)), None)
    if held is not None or not named or part.unit == "share":
        # "Will buy 172 million shares ... a stake of 83 million shares, or 12 percent": of all there are.
        return held
    nearest = [level for level in named if level.sentence == named[0].sentence]
    # "Sales of 2.6 billion, including 130 million from services": of which of the two is open.
    is_open = len(nearest) > 1 or any(whole is nearest[0] for whole, _ in with_one_part(found))
    return None if is_open else nearest[0]


def _levels_named(standing: Standing, share: Draft, part: Draft) -> list[Draft]:
    """Return the levels that the words of a base may name, the nearest before the share first."""
    phrase = _phrase(standing, share)
    metric = (share.metric_code or "").removeprefix("share_of_")
    metric = "revenue" if len(phrase) == 1 and phrase[0] in _TAKEN_IN else _REVENUE.get(metric, metric)
    if share.metric_code == _MARKET:
        before = standing.levels_before(share, _MARKET_BACK)
        return [level for level in reversed(before) if _is_market_of(level, part)]
    if not phrase:
        # "A total of 890 million, with the bank investing 55 percent, or 490 million"
        before = standing.levels_before(share, 0)
        return [level for level in before if not _ALL.isdisjoint(words_of(standing, level))]
    if metric == _STAFF:
        first, last = share.sentence - _STAFF_NEAR, share.sentence + _STAFF_NEAR
        near = [level for level in standing.levels if first <= level.sentence <= last]
        return [level for level in near if _is_staff(level, part)]
    is_of_all = not _ALL.isdisjoint(phrase)
    if not is_of_all and metric not in standing.listed_metrics:
        return []
    nouns = {singular(word) for word in phrase if word not in _PLAIN and word not in _INSIDE}
    # "Toll revenue was 114 million" is not "68 percent of total revenue".
    narrower = _narrowing(standing, nouns, share) if is_of_all else set()
    return [
        level
        for level in reversed(standing.levels_before(share, _BACK))
        if level.sentence not in narrower
        if _is_of_metric(level, share, part, metric if nouns else None)
        or (is_of_all and _is_all(standing, level, part, nouns))
    ]


def _narrowing(standing: Standing, nouns: set[str], share: Draft) -> set[int]:
    """Return the sentences before a share that name its base with a word before that makes it some of it."""
    narrower: set[int] = set()
    for number in range(max(0, share.sentence - _BACK), share.sentence + 1):
        first, last = standing.document.sentences[number]
        for place in range(first + 1, min(last, share.first)):
            before = standing.lower[place - 1]
            if (
                singular(standing.lower[place]) in nouns
                and before.isalpha()
                and standing.document.words[place].islower()
            ):
                is_plain = before in _PLAIN or before in _WHOLE_WORDS or before in CLOSED or before in VERBS
                if not is_plain and not before.endswith(("'s", "ly")):
                    narrower.add(number)
    return narrower


def _may_hold(level: Draft, part: Draft) -> bool:
    """Whether a level may be what a part is of: as large, of its measure and time, and no plan of its own."""
    if level is part or level.kind != part.kind or not level.value or not part.value:
        return False
    if level.value < part.value or not listable(part, level):
        return False
    if level.sentence != part.sentence and level.status not in (part.status, "reported"):
        return False
    return part.period_end is None or level.period_end in (None, part.period_end)


def _is_market_of(level: Draft, part: Draft) -> bool:
    """Whether a level told before counts the same things as a part, or is of its metric."""
    if level.sentence == part.sentence or level.value == part.value:
        return False
    is_counted = level.kind == "count" and level.unit is not None and level.unit == part.unit
    return is_counted or (level.metric_code is not None and level.metric_code == part.metric_code)


def _is_staff(level: Draft, part: Draft) -> bool:
    return _is_of_one(level, part) and (level.metric_code == _STAFF or level.unit in _WORKERS)


def _is_of_one(level: Draft, part: Draft) -> bool:
    """Whether two levels are of one subject, or the greater of none that is told."""
    if level.entity_code != part.entity_code:
        return False
    if level.entity_code is not None or level.sentence == part.sentence:
        return True
    # "Revenue" is whose the text is about.
    return level.subject in (None, part.subject) or level.subject in _TAKEN_IN


def _is_of_metric(level: Draft, share: Draft, part: Draft, metric: str | None) -> bool:
    """Whether a level right before is of the metric of the base and of the subject of the part."""
    if metric is None or level.metric_code != metric or level.sentence < share.sentence - 1:
        return False
    return _is_of_one(level, part)


def _is_all(standing: Standing, level: Draft, part: Draft, nouns: set[str]) -> bool:
    """Whether a level is all that "total sales" or "the total" may mean."""
    if not nouns and level.metric_code is not None and level.metric_code == part.metric_code:
        return True
    words = {singular(word) for word in words_of(standing, level)}
    if nouns and nouns <= words:
        return True
    return not _ALL.isdisjoint(words) and (not nouns or not nouns.isdisjoint(words))
