"""What is said to follow from two figures just told: "Rent thus takes a third of it", "Only 9,000 remain"."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, pairwise
from typing import Final

from flows.extraction.claims.standing import WHOLES, Candidate, Standing, choose, miss, with_one_part
from flows.extraction.figure import Draft, Member, Relation, end_with_noun, figures_of, related
from flows.extraction.relations.likeness import PEOPLE, listable
from flows.extraction.relations.relating import is_current
from flows.extraction.relations.sizes import is_size
from flows.extraction.relations.sums import rounding_of, spread
from flows.extraction.text.noun_words import CLOSED, singular

_THUS: Final = frozenset("thus hence therefore consequently accordingly means meaning".split())
_LEFT: Final = frozenset("left remain remains remained".split())
_CLAUSES: Final = frozenset((";", ":", ".", "but", "while"))
_FULL: Final = frozenset(("full", "filled", "occupied"))
_FILLED: Final = frozenset(("filled", "filling"))
_THESE: Final = frozenset(("these", "those", "them"))
# "Turnout including the spoiled papers": of more or less than what is told.
BESIDES: Final = frozenset(("including", "counting", "excluding", "without"))
_TELLING: Final = _THUS | _LEFT | _FULL | _FILLED | {"so"}
# What tells how much there is room for.
_SPACE: Final = frozenset(
    """capacity room seat bed berth place space storage hold cell car tank reservoir store pitch ticket
    stadium hall""".split()
)
_AGO: Final = frozenset(("ago", "earlier", "before"))
_BEHIND: Final = 4  # tokens behind a level that say of when it is
_THEN: Final = frozenset("last earlier before ago previous previously then".split())
_OPENING: Final = 6  # tokens of a sentence that say of what time it is
_PRONOUNS: Final = frozenset("it they this that these those which".split())
_EXTREMES: Final = frozenset("peak record high low maximum level average norm target".split())
_PEAKING: Final = frozenset("peak peaks peaked peaking maximum".split())
_BEFORE: Final = 3  # tokens before a level in which it is called a peak
_ROOM: Final = frozenset("seat bed berth place bunk cell".split())
_BY: Final = 2  # tokens before a figure in which "by" makes it a difference
_BACK: Final = 2  # sentences from a consequence to what it follows from
_PAIR: Final = 2
_MANY: Final = 4  # alike levels of which two may be meant; of more nothing follows
_OFF: Final = 0.7  # by how much the two may miss what follows from them
_FAR_OFF: Final = 0.9  # a difference is small beside what differs: a digit too many changes it tenfold
_RELATIVE: Final = frozenset(("share", "percent", "growth", "rate"))


def find_consequences(standing: Standing, drafts: list[Draft], found: list[Relation]) -> list[Relation]:
    """Return shares, growths and rests that words say to follow, with the two levels told before.

    The words do not say which operation; the figure does: a percentage is a share, or a growth where
    something rose, a level what is left of a whole after its part.

    Args:
        standing: the figures of the article.
        drafts: all of them.
        found: the relations so far; what has its two figures already is left alone.
    """
    sentences = standing.sentences_with(_TELLING)
    if not sentences:
        return []
    # "74.8 percent of the 95.5 terawatt-hours. A week earlier they were 73 percent full": of other levels.
    settled = [
        figures_of([one], "part", "base") for one in found if one.kind == "share" and len(one.members) > _PAIR
    ]
    complete = (one for one in found if len(one.members) > _PAIR)
    tied = figures_of(complete, "share", "growth", "change", "part", "rate", "amount")
    # "Revenue consequently rose by 42 percent to 335 million": of what is told of itself.
    tied |= figures_of((one for one in found if one.kind == "growth"), "growth", "change")
    wholes = with_one_part(found)
    told: list[Relation] = []
    for draft in drafts:
        if draft.sentence not in sentences or draft.value is None or id(draft) in tied:
            continue
        if not _follows(standing, draft):
            continue
        if draft.kind in _RELATIVE and draft.unit in WHOLES:
            pair = choose(_ratios(standing, draft), within=_OFF)
            if (
                pair is not None
                and set(map(id, pair)) not in settled
                and not _is_of_something_else(standing, draft, pair)
            ):
                told.append(_ratio(draft, *pair))
        else:
            by = "by" in standing.lower[draft.first - _BY : draft.first]
            pair = choose(_differences(standing, draft) if by else _rests(draft, wholes), within=_FAR_OFF)
            if pair is not None:
                told.append(spread("what_remains", pair[0], [pair[1], draft], True))
    return told


def _follows(standing: Standing, draft: Draft) -> bool:
    """Whether "thus" stands before a figure in its clause, or "left", "remain", "full" right behind it."""
    lower, opens = standing.lower, standing.document.sentences[draft.sentence][0]
    first = draft.first
    while first > opens and lower[first - 1] not in (",", ";", ":") and not lower[first - 1][0].isdigit():
        first -= 1
    after = end_with_noun(draft)
    if lower[after : after + 1] == ["of"] and not _EXTREMES.isdisjoint(lower[after + 1 : after + 3]):
        return False  # "so the flock is only a quarter of its peak"
    # "..., so they are 95 percent full"; not "So far 5 percent".
    thus = lower[first : draft.first]
    if not BESIDES.isdisjoint(thus):
        return False  # "so turnout including the spoiled papers was 41.6 percent"
    if ("real", "terms") in pairwise(thus):
        return False  # "so in real terms growth came to 8 percent"
    is_so = thus[:1] == ["so"] and lower[first - 1] == "," and "far" not in thus
    if is_so or not _THUS.isdisjoint(thus):
        return draft.kind in _RELATIVE or "by" in lower[draft.first - _BY : draft.first]
    if draft.kind not in _RELATIVE:
        # "96 joined; 177 left": who left is no rest.
        is_verb = lower[after : after + 1] == ["left"] and lower[draft.first - 1] in _CLAUSES
        is_amount = draft.kind in ("count", "money", "measure")
        return is_amount and not is_verb and _is_left(lower[after : after + 2])
    behind = lower[after : after + 2]
    if behind[:1] == ["of"] and behind[1:] != [] and behind[1] in _THESE:
        return False  # "26 seats, and has filled half of these with women"
    is_full = not _FULL.isdisjoint(behind[:1]) and behind[1:] != ["-"]
    return draft.kind != "growth" and (
        is_full or not _FILLED.isdisjoint(lower[draft.first - 2 : draft.first])
    )


def _is_of_something_else(standing: Standing, share: Draft, pair: tuple[Draft, ...]) -> bool:
    """Whether what is full was not told of right before, by its name or by the room that there is."""
    lower, first = standing.lower, standing.document.sentences[share.sentence][0]
    is_full = not _FULL.isdisjoint(lower[share.last : share.last + 1])
    if not is_full or any(level.sentence == share.sentence for level in pair):
        return False
    if not _THEN.isdisjoint(lower[first : first + _OPENING]):
        return True  # "At the same point last year they were 68 percent full"
    told = {singular(word) for level in pair for word in standing.words(level)}
    who = {singular(word) for word in lower[first : share.first]}
    return _SPACE.isdisjoint(told | who) and told.isdisjoint(who - CLOSED) and _PRONOUNS.isdisjoint(who)


def _is_left(behind: list[str]) -> bool:
    """Whether so many are left; "4,000 remain to be inspected", "20 left with a diploma" are no rest."""
    return not _LEFT.isdisjoint(behind[:1]) and behind[1:] not in (["to"], ["with"], ["for"])


def _pairs(standing: Standing, draft: Draft) -> Iterator[list[tuple[Draft, Draft]]]:
    """Yield the pairs of levels before a figure, (greater, lesser), from ever further back."""
    for back in range(_BACK + 1):
        levels = [level for level in standing.told_about(draft, back=back, ahead=0) if level is not draft]
        pairs = [
            (one, other) if (one.value or 0) > (other.value or 0) else (other, one)
            for one, other in combinations(levels[-_MANY:], _PAIR)
            if one.value != other.value
            and (listable(one, other) or _may_sit(one, other))
            and _is_peak(standing, one) == _is_peak(standing, other)
        ]
        if pairs:
            yield pairs


def _is_peak(standing: Standing, level: Draft) -> bool:
    """Whether a level was reached for a moment: no average of another time is set against it."""
    return not _PEAKING.isdisjoint(standing.lower[max(0, level.first - _BEFORE) : level.first])


def _may_sit(one: Draft, other: Draft) -> bool:
    """Whether those whom one level counts may fill the other's seats or beds."""
    return (one.unit in _ROOM and other.unit in PEOPLE) or (other.unit in _ROOM and one.unit in PEOPLE)


def _ratios(standing: Standing, draft: Draft) -> Iterator[Candidate]:
    told, scale = draft.value or Decimal(0), WHOLES[draft.unit or "percent"]
    is_of = standing.lower[draft.last : draft.last + 1] == ["of"]
    is_full = standing.lower[draft.last : draft.last + 1] == ["full"]
    for pairs in _pairs(standing, draft):
        near = []
        for greater, lesser in pairs:
            if not greater.value or not lesser.value:
                continue
            if is_size(standing.document, greater) or is_size(standing.document, lesser):
                continue  # "four- and five-star hotels"
            if draft.kind != "growth" and not all(is_current(d, standing.changes) for d in (greater, lesser)):
                continue  # "11.9 million guests, up from 11.2 million, and filled 81 percent of its seats"
            rounding = (greater.granule / greater.value + lesser.granule / lesser.value) / 2
            if draft.kind == "growth":
                new, old = (greater, lesser) if told > 0 else (lesser, greater)
                if not _AGO.isdisjoint(standing.lower[new.last : new.last + _BEHIND]):
                    continue  # "24 this year and 27 a year ago, so that the daily rate was up 18 percent"
                ratio = (new.value or Decimal(0)) / (old.value or Decimal(1))
                made, order = (ratio - 1) * scale, (new, old)
            else:
                # What is filled to 120 percent holds more than it has room for.
                over = told > scale
                ratio = greater.value / lesser.value if over else lesser.value / greater.value
                made, order = ratio * scale, (greater, lesser) if over else (lesser, greater)
            off = miss(told, made, draft.granule / 2 + ratio * scale * rounding)
            if off and is_full and (greater.unit is None or greater.unit in PEOPLE):
                continue  # who came is no room for others
            # Of what is more than all of it, either level may be the one of now.
            if not off or (off <= _OFF and (told <= scale or draft.kind == "growth")):
                near.append(Candidate(order, off))
        # "25 percent of its flock": what makes nothing near it, three farms among millions, is no rival.
        # Of "it has lost 30 percent of its vines" the level before may be those lost, or those left.
        is_only = len(pairs) == 1 and not (is_of and draft.kind == "growth")
        alone = len(near) == 1 and (is_only or (is_of and draft.kind != "growth"))
        yield from (one for one in near if not one.miss or alone)


def _differences(standing: Standing, draft: Draft) -> Iterator[Candidate]:
    """Yield the pairs of levels just told that may differ by so much; others must be the only ones."""
    told = draft.value or Decimal(0)
    for pairs in _pairs(standing, draft):
        for greater, lesser in pairs:
            if listable(draft, greater):
                slack = sum(map(rounding_of, (greater, lesser)), rounding_of(draft))
                off = miss(told, (greater.value or Decimal(0)) - (lesser.value or 0), slack)
                if not off or len(pairs) == 1:
                    yield Candidate((greater, lesser), off)


def _rests(draft: Draft, wholes: list[tuple[Draft, Draft]]) -> Iterator[Candidate]:
    """Yield the wholes that were told with one part just before what is left."""
    told = draft.value or Decimal(0)
    for whole, part in wholes:
        if not 0 <= draft.sentence - part.sentence <= 1 or part.start > draft.start:
            continue
        if listable(draft, whole) and told < (whole.value or 0):
            slack = sum(map(rounding_of, (whole, part)), rounding_of(draft))
            yield Candidate((whole, part), miss(told, (whole.value or Decimal(0)) - (part.value or 0), slack))


def _ratio(draft: Draft, one: Draft, other: Draft) -> Relation:
    kind, roles = ("growth", ("new", "old")) if draft.kind == "growth" else ("share", ("part", "base"))
    members = (Member(roles[0], one), Member(roles[1], other), Member(kind, draft))
    return related(kind, "follows", *members, told_by=draft)
