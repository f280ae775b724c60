"""Who outdid whom by the words around two figures: "At 80 metres the mast dwarfs the mill, which has 31"."""

from typing import Final

from flows.extraction.claims.standing import Standing, is_alike_in_status
from flows.extraction.figure import Draft, Member, Relation, end_with_noun, related
from flows.extraction.relations.likeness import listable, opposed

_VERBS: Final = frozenset(
    """outsold outsell outsells outselling outpolled outpolls outpolling outscored outscores outspent
    outspends outearned outearns overtook overtakes overtaken overtaking surpassed surpasses
    surpassing surpass exceeds exceeded exceeding dwarf dwarfs dwarfed dwarfing eclipsed eclipses
    eclipsing outstripped outstrips outstripping outstretches outnumber outnumbers outnumbered beat
    beats beating defeated defeats outgrew outweighs outperformed outdid outbid""".split()
)
_COMPARATIVES: Final = {
    **dict.fromkeys(
        "longer taller deeper warmer hotter heavier larger bigger older wider higher dearer busier".split(),
        True,
    ),
    **dict.fromkeys(
        "shorter shallower colder cooler lighter smaller younger narrower lower cheaper poorer".split(), False
    ),
}
WORDS: Final = frozenset((*_VERBS, *_COMPARATIVES))
_UNTOLD: Final = frozenset(
    """not n't may might could would if whether to nearly almost never cannot failed hopes wants by
    when unless risks risk being""".split()
)
# What leads from the one outdone to its figure, and from the figure of the one to that of the other.
_LEADING: Final = frozenset("which with ( at whose who".split())
_TURNS: Final = frozenset("yet but although though whereas".split())
_ANYTHING: Final = frozenset("everything everyone everybody anything all any others rivals".split())
_AGAINST: Final = frozenset("to against versus and compared while".split())
_EVEN: Final = frozenset("line level par roughly similar comparable".split())
_PRONOUNS: Final = frozenset("he she it they his her former".split())
_EMPTY: Final = frozenset("the and with that this from have were been their first last".split())
_BESIDE: Final = 4  # words around the verb that name the two
_REACH: Final = 14  # tokens from the verb to the figure of the one outdone
_LETTERS: Final = 3


def find_outdoing(standing: Standing) -> list[Relation]:
    """Return orders between two figures of one sentence, or of the one behind, whose words say who leads."""
    found: list[Relation] = []
    for number in sorted(standing.sentences_with(WORDS)):
        first, last = standing.document.sentences[number]
        lower = standing.lower
        for index in range(first + 1, last):
            if lower[index] not in WORDS or not _UNTOLD.isdisjoint(lower[max(first, index - 3) : index]):
                continue
            if lower[index + 1 : index + 2] == ["by"]:
                continue  # "is overtaken by": the other way round, and mostly a fear
            is_more = _COMPARATIVES.get(lower[index], True)
            if lower[index] in _COMPARATIVES and lower[index + 1 : last][:1] != ["than"]:
                continue
            own = standing.levels_in(number)
            pair = _beside(standing, index, own)
            if pair is None and not own and lower[index] in _VERBS:
                pair = _named(standing, index, standing.levels_in(number + 1))
            if pair is not None and _comparable(standing, *pair):
                greater, lesser = pair if is_more else pair[::-1]
                members = (Member("greater", greater), Member("lesser", lesser))
                found.append(related("order", "outdoing", *members))
            break
    return found


def _comparable(standing: Standing, one: Draft, other: Draft) -> bool:
    bare = None in (one.unit, other.unit)
    return (
        (listable(one, other) or one.kind == other.kind == "count")
        and (bare or one.kind == other.kind)
        and is_alike_in_status((one, other))
        and not opposed(standing.lower, one, other)
    )


def _beside(standing: Standing, index: int, levels: list[Draft]) -> tuple[Draft, Draft] | None:
    """Return the two levels around a verb: of the one who outdoes, and of the one outdone."""
    if len(levels) != 2:
        return None
    one, other = levels
    lower = standing.lower
    if lower[index] in _COMPARATIVES and end_with_noun(one) == index:
        return None  # "260 metres deeper than the old one, which": a difference
    if not _EVEN.isdisjoint(lower[one.last : other.first]):
        return None  # "15.6 times, roughly in line with the average of 16.2 times"
    if one.last <= index < other.first:
        between = lower[index + 1 : other.first]
        # "Olivia with 39; Maria outstrips everything with 177"
        # "2.6, a tenth higher than in July, yet that for the whole year was left at 2.7"
        if not _TURNS.isdisjoint(between):
            return None
        if ";" in lower[one.last : index] or not _ANYTHING.isdisjoint(between[:1]):
            return None
        leads = not _LEADING.isdisjoint(between[1:]) and "by" not in between
        return (one, other) if leads and len(between) <= _REACH else None
    if index < one.first and lower[one.first - 1] == "with":
        # "outsold B with 4,310 to 3,980"
        between = lower[end_with_noun(one) : other.first]
        return (one, other) if between and between[0] in _AGAINST and len(between) <= _BESIDE else None
    return None


def _named(standing: Standing, index: int, levels: list[Draft]) -> tuple[Draft, Draft] | None:
    """Return the two levels of a sentence that names the two around a verb, or tells of them in order."""
    if len(levels) != 2:
        return None
    one, other = levels
    lower = standing.lower
    if not _EVEN.isdisjoint(lower[one.last : other.first]):
        return None
    begin, end = standing.document.sentences[one.sentence]
    split = end_with_noun(one)
    sides = (
        lower[begin : one.first] + lower[one.last : split],
        lower[split : other.first] + lower[other.last : min(end, other.noun_last or other.last)],
    )
    before = _content(lower[max(0, index - _BESIDE) : index])
    after = _content(lower[index + 1 : index + 1 + _BESIDE])
    told = [(not before.isdisjoint(_content(side)), not after.isdisjoint(_content(side))) for side in sides]
    if told in (
        [(True, False), (False, True)],
        [(True, False), (False, False)],
        [(False, False), (False, True)],
    ):
        return one, other
    if told == [(False, True), (True, False)]:
        return other, one
    pronouns = all(not _PRONOUNS.isdisjoint(side) for side in sides)
    return (one, other) if pronouns and told == [(False, False), (False, False)] else None


def _content(words: list[str]) -> set[str]:
    """Return the words that name something, without the plural's "s"."""
    return {
        word.rstrip("s") for word in words if len(word) > _LETTERS and word.isalpha() and word not in _EMPTY
    }
