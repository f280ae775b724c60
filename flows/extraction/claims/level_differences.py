"""A difference held against the only two levels that it can be of, in whatever words it is told.

"8.31 metres, 14 centimetres beyond the 8.17 metres of 1995", "She is 1.64 m tall, her brother 1.79. He
has outgrown her by 15 centimetres": the level behind "beyond the" is one of the two; else they are the only
two of the difference's dimension in the nearest sentences. Any two levels of the article that differ so are
meant.
"""

from bisect import bisect_left
from decimal import Decimal
from itertools import combinations
from typing import Final, NamedTuple

from flows.extraction.claims.differences import are_of_a_part, are_of_a_stranger
from flows.extraction.claims.standing import WHOLES, Standing
from flows.extraction.figure import Draft, Relation, end_with_noun, figures_of, first_of
from flows.extraction.relations.likeness import PEOPLE, dimensions, factors, opposed
from flows.extraction.relations.sums import rounding_of, spread

COMPARATIVES: Final = frozenset(
    """higher lower longer shorter taller deeper shallower warmer colder hotter cooler older younger heavier
    lighter wider narrower cheaper dearer faster slower quicker richer poorer later earlier""".split()
)
_AMOUNTS: Final = frozenset("more less fewer".split())
_OVER: Final = frozenset("above below beyond short shy".split())
_NOUNS: Final = frozenset(
    "difference gap lead advantage margin deficit surplus shortfall excess majority".split()
)
# They are told as levels, too, where nothing says that they follow from others.
_BALANCES: Final = frozenset("deficit surplus shortfall excess".split())
_THUS: Final = frozenset("thus therefore hence so means meant leaves left leaving makes".split())
_THEY: Final = frozenset("it they she he we there".split())
_NEAR: Final = 6  # tokens behind a difference that may tell another time
_LEADING: Final = frozenset(
    "of is was at to reached reaches now widened narrowed grew thus put puts about".split()
)
_VERBS: Final = frozenset(
    """beat beats beating outgrown outgrew outgrows differ differs differed surpassed surpasses
    overtook overtopped outlived trails trailed missed won wins lost defeated
    ousted""".split()
)
_DEFINITE: Final = frozenset("the its his her their that a what".split())
_ENDS: Final = frozenset(". , ; : ) for which".split())
_SAYING: Final = frozenset(", is are was were or costs pays by".split())
WORDS: Final = COMPARATIVES | _AMOUNTS | _OVER | _NOUNS | _VERBS
# What is told by nobody, and words of other times that the levels may not be of.
UNTOLD: Final = frozenset(
    """expected expectations forecast forecasts analysts estimate estimates planned budgeted usual average
    accounted last previous ago earlier before""".split()
)
_RELATIVE: Final = frozenset((*WHOLES, "times", "percentage point", "basis point"))
_KINDS: Final = frozenset("count money measure duration".split())
_AROUND: Final = ((0, 0), (1, 0), (0, 1), (1, 1), (2, 0), (0, 2))
_FAR: Final = 5  # sentences in which two levels that differ so are the ones that are meant
_MOST: Final = 16
_REACH: Final = 12  # tokens from the words of a difference to a level or to the difference
_TIMES: Final = 6  # times a difference that the levels' own may be
_TABLE: Final = 30  # differences of a text beyond which it is a table
_CLOSE: Final = Decimal("0.03")  # by how much a difference may miss its levels and be read otherwise
_HALF: Final = Decimal("0.5")


# Two levels with their sizes in the units of a difference.
Pair = tuple[Draft, Draft, Decimal, Decimal]


class _Claim(NamedTuple):
    draft: Draft
    other: Draft | None


def find_level_differences(standing: Standing, drafts: list[Draft], found: list[Relation]) -> list[Relation]:
    """Return the greater of two levels with the lesser and the difference that is told of them.

    Args:
        standing: the figures of the article.
        drafts: all of them: ages and times are levels here.
        found: the relations so far; a difference that is tied is left alone.
    """
    sentences = standing.sentences_with(WORDS)
    if not sentences:
        return []
    tied = figures_of(one for one in found if one.kind == "sum")
    tied |= figures_of(
        (one for one in found if any(m.role == "old" for m in one.members)), "change", "growth"
    )
    levels = [d for d in drafts if d.kind in _KINDS and d.unit not in _RELATIVE and d.value and d.value > 0]
    claims = {
        id(draft): claim
        for draft in levels
        if draft.sentence in sentences
        and id(draft) not in tied
        and draft.qualifier in ("exact", "approximately", "nearly")
        if (claim := _claim_of(standing, draft, levels)) is not None
    }
    if len(claims) > _TABLE:
        return []
    told = []
    rest = [level for level in levels if id(level) not in claims]
    for claim in claims.values():
        pair = _meant(standing, claim, rest)
        if pair is not None:
            _share_unit(*pair)
            told.append(spread("difference", pair[0], [pair[1], claim.draft], True))
    return told


def _claim_of(standing: Standing, draft: Draft, levels: list[Draft]) -> _Claim | None:
    """Return what calls a figure a difference, with the level behind "above the", if there is one."""
    lower = standing.lower
    first, last = standing.document.sentences[draft.sentence]
    after = max(draft.last, end_with_noun(draft))
    behind = lower[draft.last : min(last, after + _REACH)]
    place = next((at for at, word in enumerate(behind[: after - draft.last + 2]) if word in WORDS), None)
    if place is not None and "," in behind[:place]:
        place = None  # "bidding only 12.2 billion, below the 14.9 billion"
    if place is not None and not UNTOLD.isdisjoint(behind[place + 1 : place + 6]):
        return None
    if place is not None:
        word, then = behind[place], behind[place + 1 : place + 3]
        if word in _OVER or then[:1] == ["than"]:
            ahead = draft.last + place + (1 if word in _OVER else 2)
            other = _at(levels, bisect_left(levels, ahead, key=first_of))
            if other is not None and (
                other.first > min(ahead + _REACH, last - 1) or "," in lower[ahead : other.first]
            ):
                other = None  # "180 flats above the garage, 140 on the old laundry"
            if other is None:
                return _Claim(draft, None) if then[:1] == ["than"] and then[-1] in _THEY else None
            return _Claim(draft, other) if lower[ahead] in _DEFINITE else None
        beside = lower[draft.first - 1]
        is_of_units = draft.kind != "count" or draft.unit is None
        if word in COMPARATIVES and (not then or then[0] in _ENDS or then[0] == "and"):
            is_said = beside in _SAYING or lower[draft.first - 2] in _SAYING
            if beside == "," and then[:1] == [","]:
                # "8.31 metres, 14 centimetres higher,"; not "the bridge, 14 metres lower, spans 88"
                is_said = any(end_with_noun(level) == draft.first - 1 for level in levels)
            is_thus = not _THUS.isdisjoint(lower[max(first, draft.first - 4) : draft.first])
            return _Claim(draft, None) if is_said or is_thus else None
        if word in ("more", "less") and is_of_units and beside == "," and then and then[0] in _ENDS:
            return _Claim(draft, None)
    before = lower[max(first, draft.first - _REACH) : draft.first]
    if before[-1:] == ["by"] and behind[:1] != ["to"]:
        is_told = not _VERBS.isdisjoint(before) and UNTOLD.isdisjoint(before)
        return _Claim(draft, None) if is_told else None  # not "beat the analysts' estimate by 2 cents"
    for at in range(len(before) - 1, -1, -1):
        if before[at - 1 : at] == ["of"]:
            continue  # "the output of lead"
        if before[at] in _NOUNS and not _DEFINITE.isdisjoint(before[max(0, at - 3) : at]):
            between = before[at + 1 :]
            is_led = bool(between) and between[-1] in _LEADING and not {",", ";", "and"} & set(between)
            is_own = before[at] not in _BALANCES or not _THUS.isdisjoint(before)
            is_told = UNTOLD.isdisjoint((*before, *behind[:_NEAR])) and "compared" not in before
            return _Claim(draft, None) if is_led and is_own and is_told else None
    return None


def _meant(standing: Standing, claim: _Claim, levels: list[Draft]) -> tuple[Draft, Draft] | None:
    draft = claim.draft
    far = [d for d in levels if d is not draft and abs(d.sentence - draft.sentence) <= _FAR]
    if len(far) > _MOST:
        return None
    pairs = [pair for one, other in combinations(far, 2) if (pair := sized(standing, draft, one, other))]
    if any(holds(draft, *pair) for pair in pairs):
        return None
    for back, ahead in _AROUND:
        first, last = draft.sentence - back, draft.sentence + ahead
        near = [pair for pair in pairs if all(first <= level.sentence <= last for level in pair[:2])]
        if claim.other is not None:
            near = [pair for pair in near if pair[1] is claim.other and pair[0].first < draft.first][-1:]
        if not near:
            continue
        if len(near) > 1:
            return None
        one, other, a, b = near[0]
        if not _may_be_meant(standing, draft, near[0]):
            return None
        return (one, other) if a > b else (other, one)
    return None


def _may_be_meant(standing: Standing, draft: Draft, pair: Pair) -> bool:
    """Whether a difference that two levels do not make may be of them all the same."""
    one, other, a, b = pair
    made, told = abs(a - b), abs(draft.value or Decimal(0))
    # A run or a seat is counted otherwise.
    return (
        abs(made - told) >= _CLOSE * made
        and told < max(a, b)
        and max(made, told) <= _TIMES * min(made, told)
        and not opposed(standing.lower, one, other)
        and not are_of_a_part(standing, draft, one, other)
        and not are_of_a_stranger(standing, draft, one, other)
    )


def sized(standing: Standing, draft: Draft, one: Draft, other: Draft) -> Pair | None:
    """Return two levels of the dimension of a difference, with their sizes in its units."""
    sizes = [_size(standing, level, draft) for level in (one, other)]
    if draft.unit is None:
        is_alike = (one.unit or "").partition(" per ")[0] == (other.unit or "").partition(" per ")[0]
        if None in (one.unit, other.unit):
            sides = (one, other) if one.unit is None else (other, one)
            is_alike = _may_be_bare(*sides) and (one.unit != other.unit or one.sentence == other.sentence)
    elif None in sizes:
        # "She is 1.64 metres tall, her brother 1.79": the bare one is in the unit of the other.
        bare, told = (one, other) if sizes[0] is None else (other, one)
        size = sizes[1] if sizes[0] is None else sizes[0]
        is_alike = size is not None and _may_be_bare(bare, told)
        if size is not None and told.value and bare.value:
            made = bare.value * size / told.value
            sizes = [made if own is None else own for own in sizes]
    else:
        is_alike = True
    a, b = sizes
    return (one, other, a, b) if is_alike and a is not None and b is not None else None


def _share_unit(one: Draft, other: Draft) -> None:
    """Let the bare one of two levels be in the unit of the other, and per what it is per."""
    for told, bare in ((one, other), (other, one)):
        is_bare = bare.unit is None and bare.kind == "count" and told.unit is not None
        if is_bare or (told.unit or "").startswith(f"{bare.unit} per "):
            bare.kind, bare.unit, bare.unit_code = told.kind, told.unit, told.unit_code


def _at(levels: list[Draft], place: int) -> Draft | None:
    return levels[place] if place < len(levels) else None


def _may_be_bare(one: Draft, other: Draft) -> bool:
    """Whether the unit of a bare level is that of the other: they stand side by side, and are of one size."""
    if one.kind != "count" or one.unit is not None or not one.value:
        return False
    if not other.value or abs(one.sentence - other.sentence) > 1:
        return False
    return max(one.value, other.value) < 3 * min(one.value, other.value)


def _size(standing: Standing, level: Draft, draft: Draft) -> Decimal | None:
    """Return a level in the units of a difference; None where it measures something else."""
    unit, own = draft.unit, level.unit
    if level.value is None or unit in (None, own):
        return level.value
    if own is None or unit is None:
        return None
    if (own.partition(" per ")[0] == unit and level.kind == draft.kind) or (own in PEOPLE and unit in PEOPLE):
        return level.value
    known, sizes = dimensions(standing.reference), factors(standing.reference)
    if own not in known or known[own] != known.get(unit) or known[own] == "temperature":
        return None
    return level.value * sizes[own] / sizes[unit]


def holds(draft: Draft, one: Draft, other: Draft, a: Decimal, b: Decimal) -> bool:
    """Whether two levels, with their sizes in the units of a difference, differ by so much."""
    if not one.value or not other.value or draft.value is None:
        return False
    slack = (
        (draft.granule or _HALF) / 2 + rounding_of(one) * a / one.value + rounding_of(other) * b / other.value
    )
    return abs(abs(a - b) - abs(draft.value)) <= slack
