"""How far two figures are apart: "The difference of 311 votes", "2,400 flats, 600 fewer than in 2021"."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, pairwise
from typing import Final

from flows.extraction.claims.difference_words import EXTREMES, OUTDOING, WORDS, Claim, claim_of
from flows.extraction.claims.earlier_levels import (
    SPANS_OF_TIME,
    is_at_its_distance,
    words_of,
)
from flows.extraction.claims.holding import is_whole_number
from flows.extraction.claims.standing import WHOLES, Candidate, Standing, choose, is_alike_in_status, miss
from flows.extraction.claims.standing_growth import came_before
from flows.extraction.figure import Draft, Member, Relation, end_with_noun, figures_of, related
from flows.extraction.relations.likeness import BALLOTS, listable, opposed
from flows.extraction.relations.sums import rounding_of, spread

_AROUND: Final = 2  # sentences from the difference to what differs
_DIRECTIONS: Final = frozenset("north south east west northeast northwest southeast southwest away".split())
_MOST: Final = 6  # levels about a difference beyond which nothing is certain
_OFF: Final = 0.9  # by how much two figures may miss their difference and still be meant
_CLOSE: Final = 14  # tokens from a difference to the earlier level that "than in 2021, when" leads to
_MOVES: Final = frozenset(("to_from", "from_to", "to_against", "moved", "up_from"))
_OPENING: Final = 4  # tokens of a sentence that say of what time it is
_THEN: Final = frozenset("then that earlier before ago previously".split())
_YEAR: Final = 4  # digits
_COMPARES: Final = frozenset(("compares", "compared"))
_PERSONS: Final = frozenset("it they she he we his her its their rival".split())
_PUNCTUATION: Final = ([","], ["("], ["–"], ["-"], ["—"])
_TURNS: Final = frozenset("but though although yet still".split())
_LEADING: Final = frozenset(("when", "(", "from"))
_BOUNDS: Final = frozenset(("at_most", "at_least", "less_than", "more_than"))
_KINDS: Final = frozenset(("count", "money", "measure", "growth"))
_VOTERS: Final = frozenset(("person", "voter"))
RELATIVE: Final = frozenset((*WHOLES, "times", "percentage point", "basis point", "point"))


def find_differences(standing: Standing, drafts: list[Draft], found: list[Relation]) -> list[Relation]:
    """Return the greater of two levels with the lesser and the difference between them, as its parts.

    Args:
        standing: the figures of the article.
        drafts: all of them, for the differences among them.
        found: the relations so far; what is a part of a complete sum already, or a change between two
            levels, is left alone.
    """
    sentences = standing.sentences_with(WORDS)
    if not sentences:
        return []
    tied = figures_of(one for one in found if one.kind == "sum" and one.is_complete)
    tied |= figures_of(
        (one for one in found if any(member.role == "old" for member in one.members)), "change", "growth"
    )
    claims = {
        id(draft): claim
        for draft in drafts
        if draft.sentence in sentences
        and draft.kind in _KINDS
        and draft.value
        and draft.qualifier not in _BOUNDS
        and draft.unit not in RELATIVE
        and id(draft) not in tied
        and (claim := claim_of(standing.lower, draft, standing.document.sentences[draft.sentence]))
    }
    wholes = figures_of((one for one in found if one.kind in ("sum", "share")), "total", "base")
    moved = {
        frozenset(id(member.draft) for member in one.members)
        for one in found
        if one.kind == "order" and one.rule in _MOVES
    }
    beside = {
        id(draft): id(before)
        for before, draft in pairwise(drafts)
        if standing.lower[end_with_noun(before) : draft.first] in _PUNCTUATION
    }
    differences = []
    for claim in claims.values():
        levels = [
            level
            for level in standing.told_about(claim.draft, back=_AROUND, ahead=_AROUND)
            if id(level) not in claims
            and _may_differ(level, claim.draft)
            and not is_way(standing.lower, level)
            and (claim.of_times or not _is_another_of_its_kind(standing, claim.draft, level))
        ]
        pair = choose(_of_pairs(standing, claim, levels, wholes), within=_OFF)
        one = beside.get(id(claim.draft))
        if pair is not None and one is not None and one not in map(id, pair):
            continue  # "negative in 142 hours, 31 fewer than": fewer hours
        # "Staff rose to 288 from 284 ... cut 35 jobs ahead of": what a level moved by is told of it alone.
        if pair is not None and (claim.of_times or frozenset(map(id, pair)) not in moved):
            differences.append(_difference_of(claim.draft, *pair))
    return differences


def _is_another_of_its_kind(standing: Standing, difference: Draft, level: Draft) -> bool:
    """Whether a sentence sets a difference against one of before: "That compares with 655 in 2012"."""
    opening = standing.words(level)[:_OPENING]
    is_behind = level.sentence == difference.sentence + 1
    return is_behind and opening[:1] in (["that"], ["this"], ["it"]) and not _COMPARES.isdisjoint(opening)


def is_way(lower: list[str], level: Draft) -> bool:
    """Whether a length is a way to somewhere: "it lies 1,900 metres north of the terminal"."""
    return level.kind == "measure" and not _DIRECTIONS.isdisjoint(lower[level.last : level.last + 1])


def _may_differ(level: Draft, difference: Draft) -> bool:
    if level.qualifier in _BOUNDS:
        return False  # "is waiting for prices to fall below 700,000"
    if level.kind == difference.kind == "count" and is_whole_number(level) != is_whole_number(difference):
        return False  # "five more than": not an average of 5.8
    if difference.kind == "growth":
        is_level = difference.metric_code == f"growth_of_{level.metric_code}"
        return is_level and (difference.unit is None or difference.unit == level.unit)
    # "We lost by 92,000 votes ... 954,000 people supported the change and 1,046,000 were against it"
    return listable(level, difference) or (difference.unit in BALLOTS and level.unit in _VOTERS)


def _difference_of(difference: Draft, greater: Draft, lesser: Draft) -> Relation:
    """Return a difference with its levels: as parts of the greater one, or as the change that it reads as."""
    if difference.kind != "growth":
        return spread("difference", greater, [lesser, difference], True)
    falls = (difference.value or 0) < 0
    new, old = (lesser, greater) if falls else (greater, lesser)
    members = (Member("new", new), Member("old", old), Member("change", difference))
    return related("growth", "difference", *members)


def _of_pairs(standing: Standing, claim: Claim, levels: list[Draft], wholes: set[int]) -> Iterator[Candidate]:
    """Yield the pairs of levels around a difference that may differ so; first those that do."""
    told = abs(claim.draft.value or Decimal(0))
    if len(levels) <= _MOST:
        for one, other in combinations(reversed(levels), 2):
            is_beside = one.sentence == other.sentence == claim.draft.sentence
            candidate = _judged(standing, claim, told, one, other) if claim.is_told or is_beside else None
            if candidate is not None and not candidate.miss:
                yield candidate
    if not claim.is_told:
        return
    own = [level for level in levels if level.sentence == claim.draft.sentence]
    is_before = len(own) == 1 and own[0].start < claim.draft.start
    if is_before and id(own[0]) in wholes and claim.draft.unit in (None, own[0].unit):
        return  # "20,350 people, 1,250 more than in March. There are 11,700 men, compared with 9,800"
    levels = [level for level in levels if id(level) not in wholes]
    one_unit = [level for level in levels if level.unit is not None and level.unit == claim.draft.unit]
    # Another sort of thing that is fewer than the difference is none of the two.
    meant = _meant(claim, one_unit) or _meant(claim, [d for d in levels if (d.value or 0) > told])
    if meant is None or not _are_told_alike(standing, claim, *meant):
        return
    candidate = _judged(standing, claim, told, *meant)
    if candidate is not None:
        yield candidate


def _judged(standing: Standing, claim: Claim, told: Decimal, one: Draft, other: Draft) -> Candidate | None:
    if one.value is None or other.value is None or one.value == other.value:
        return None
    alike = listable(one, other) or (claim.of_sorts and one.kind == other.kind)
    if not alike or not is_alike_in_status((one, other)) or opposed(standing.lower, one, other):
        return None
    greater, lesser = (one, other) if one.value > other.value else (other, one)
    made = greater.value - lesser.value if greater.value is not None and lesser.value is not None else told
    if one.kind == "count" and abs(made - told) == 1:
        return None  # "set 380 to win, all out for 240, lost by 139": ends are counted in different ways
    slack = sum(map(rounding_of, (one, other)), rounding_of(claim.draft))
    return Candidate((greater, lesser), miss(told, abs(one.value - other.value), slack))


def _meant(claim: Claim, levels: list[Draft]) -> tuple[Draft, Draft] | None:
    """Return the only two levels that stand with a difference: in its sentence, else in one beside it."""
    sentence = claim.draft.sentence
    own = [level for level in levels if level.sentence == sentence]
    if len(own) > 2:
        # "Defeated by 218 votes to 193, a margin of 25, with the other 39 of the 450 absent"
        before = [level for level in own if level.last <= claim.draft.first]
        own = before if len(before) == 2 else own
    if len(own) == 2:
        return own[0], own[1]
    wanted = 2 - len(own)
    if wanted < 1:
        return None
    beside = []
    for side in (
        [level for level in levels if level.sentence < sentence],
        [level for level in levels if level.sentence > sentence],
    ):
        if side:
            nearest = min(abs(level.sentence - sentence) for level in side)
            close = [level for level in side if abs(level.sentence - sentence) == nearest]
            beside.append(side if claim.is_definite and len(close) < wanted else close)
    fitting = [side for side in beside if len(side) == wanted]
    if len(fitting) != 1:
        return None
    one, other = sorted((*own, *fitting[0]), key=lambda level: level.start)
    return one, other


def _are_told_alike(standing: Standing, claim: Claim, one: Draft, other: Draft) -> bool:
    """Whether two levels are so much of one sort that a difference that they do not make must be theirs."""
    units = {one.unit, other.unit}
    together = one.sentence == other.sentence == claim.draft.sentence
    # "Beat him by 1,287 votes, polling 18,452 to his 17,165": said once, of all three.
    is_of_another = claim.draft.unit is not None and not units & {claim.draft.unit, None if together else ""}
    # "By a margin of 337 votes. Returns showed 6,214 in favor and 5,877 against"
    are_votes = claim.draft.unit in BALLOTS and _are_beside(claim.draft, one, other)
    if (is_of_another and not are_votes) or (units == {None} and not together and not are_votes):
        # "Two swimmers could not be separated ... 34 ... 53.87": what it counts tells what it is of.
        return False
    apart = [level for level in (one, other) if level.sentence != claim.draft.sentence]
    if any(not EXTREMES.isdisjoint(words_of(standing, level)) for level in apart):
        return False
    if are_of_a_part(standing, claim.draft, one, other):
        return False
    if are_of_a_stranger(standing, claim.draft, one, other):
        return False
    one_metric = one.metric_code == other.metric_code or (one.unit == other.unit and one.kind != "money")
    # "19,622 votes to Moss's 17,305": the bare one is of the kind of the other.
    is_bare = None in (one.unit, other.unit) and one.sentence == other.sentence
    is_of_sorts = claim.of_sorts and (claim.is_definite or one.sentence == other.sentence)
    if not (one_metric or is_bare or is_of_sorts):
        return False
    if not claim.is_definite and "reported" not in (one.status, other.status):
        return False  # plans are told apart by their years
    if not claim.of_times:
        return True
    draft = claim.draft
    later, earlier = sorted((one, other), key=_end, reverse=True)
    if not is_at_its_distance(standing, draft, later, earlier):
        return False
    follows = [
        level
        for level in (one, other)
        if level.sentence == draft.sentence
        and 0 < level.first - draft.last <= _CLOSE
        and _leads_to(standing.lower[draft.last : level.first])
    ]
    years = {word for word in standing.lower[draft.last : draft.last + _CLOSE] if _is_year(word)}
    if years and not follows and years.isdisjoint((level.period_end or "")[:_YEAR] for level in (one, other)):
        return False  # "nine billion less than in March 1986": how many that were is not told
    return (
        len(follows) == 1
        or came_before(standing, one, other)
        or came_before(standing, other, one)
        or (draft.sentence in (one.sentence, other.sentence) and _is_told_of_then(standing, one, other))
    )


def _are_beside(difference: Draft, one: Draft, other: Draft) -> bool:
    """Whether two levels stand in one sentence that is next to their difference."""
    return one.sentence == other.sentence and abs(one.sentence - difference.sentence) <= 1


def _end(level: Draft) -> str:
    return level.period_end or ""


def are_of_a_part(standing: Standing, difference: Draft, one: Draft, other: Draft) -> bool:
    """Whether a sentence behind a difference tells both levels of a place: "In Hest she got 3,310"."""
    if not difference.sentence < one.sentence == other.sentence:
        return False
    first, _ = standing.document.sentences[one.sentence]
    opener, *words = standing.document.words[first : first + _OPENING]
    return opener in ("In", "At") and any(
        word[:1].isupper() and word.lower() not in SPANS_OF_TIME for word in words
    )


def are_of_a_stranger(standing: Standing, difference: Draft, one: Draft, other: Draft) -> bool:
    """Whether a sentence with a level does not tell of who is outdone by name: "trails Veltor by 611"."""
    for place in range(difference.first - 1, standing.document.sentences[difference.sentence][0], -1):
        if standing.lower[place] in OUTDOING:
            rival = standing.document.words[place + 1]
            return rival[:1].isupper() and any(
                level.sentence != difference.sentence
                and {rival.lower(), *_PERSONS}.isdisjoint(standing.words(level))
                for level in (one, other)
            )
    return False


def _is_year(word: str) -> bool:
    return len(word) == _YEAR and word.isdigit()


def _leads_to(between: list[str]) -> bool:
    """Whether "than" leads to an earlier level: "than in 2010, when 75,000", "than the 75,000"."""
    if not _TURNS.isdisjoint(between):
        return False  # "four more than the year before but well short of the 44 in 2004"
    return not _LEADING.isdisjoint(between) or between[-1:] in (["the"], ["than"], ["its"])


def _is_told_of_then(standing: Standing, one: Draft, other: Draft) -> bool:
    """Whether the later of two levels is told in a sentence that begins with a time: "Then it had 24"."""
    later = max(one, other, key=lambda level: level.start)
    opening = standing.words(later)[:_OPENING]
    return any(word in _THEN or _is_year(word) for word in opening)
