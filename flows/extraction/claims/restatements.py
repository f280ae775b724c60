"""Counts told again: "62 trams ... the first of the 62 trams on order", "23 were killed ... all 23 bodies".

"The", "its" or "all" before a count says that it was told before. Where it was not, and only one other count
of the noun was told, that one is meant if a digit is mistaken; else the two are of different things. Those
who are told by what they did ("the 2,300 who struck") are people, and bodies are those who died. Of an
amount before a noun ("the 8.6 million pound project"), before a verb ("the 8.6 million would go to") or
behind what it is ("the profit of 8.6 million") the only one told before with two of its digits swapped
is meant; of the last the one of its metric and time with a digit mistaken, too; of a measure the only other
one of the article, told of the same noun ("a mirror of 3.6 metres").
"""

from typing import Final

from flows.extraction.claims.standing import Standing
from flows.extraction.figure import Draft, Member, Relation, end_with_noun, figures_of, related
from flows.extraction.relations.likeness import PEOPLE, are_kindred
from flows.extraction.relations.misprints import wrong_digits

_DEFINITE: Final = frozenset("the all its their his her our these those both".split())
_NAMING: Final = frozenset("the its their his her this that".split())
_NO_NOUNS: Final = frozenset(
    """of in for to from and or at on by that which who it he she they was is were are had has would will
    a an the more less""".split()
)
_AT_NOUN: Final = 3  # tokens between a measure and the noun of what it measures
_LEAST: Final = 10  # below which a digit says nothing
_NARROWING: Final = 6  # tokens behind a count in which "in the other boat" stands
_COMPARING: Final = frozenset("than against from to over under above below".split())
_RELATIVE: Final = frozenset(("that", "who", "which", "whose"))
_OTHERS: Final = frozenset("other remaining others rest first last next final additional".split())
_DEAD: Final = frozenset("dead body fatality death".split())
# What counts things of any noun.
_ANY_NOUN: Final = frozenset(("unit", "vehicle", "item"))
# Behind "the 8.6 million": no noun that it belongs to.
_VERBS: Final = frozenset("would will was were is are had has went goes came comes should".split())
# What is told of another time, on another's word, or of one of many.
_ELSEWHERE: Final = frozenset(
    """previous former earlier old new record average median mean expected planned proposed original initial
    projected estimated budgeted total maximum minimum forecast forecasts estimate estimates expectation
    expectations target goal limit offer bid price value worth fine sentence group survey poll sample panel
    number index rate yield share high low peak distance speed height length depth width weight age score
    half year quarter month week day season period most one part each any""".split()
)
_SMALL: Final = frozenset("two three four five six seven eight nine ten eleven twelve".split())
_PART: Final = 4  # tokens from "and" to the count of another part
_MANY: Final = 3  # digits of which two are hardly swapped by chance
_NAME_ROOM: Final = 4  # words from "the" to the noun before "of"


def find_restatements(standing: Standing, found: list[Relation]) -> list[Relation]:
    """Return definite counts that no other figure tells, with the one that they repeat but for a digit.

    Args:
        standing: the figures of the article.
        found: the relations so far; two that are related otherwise are left alone.
    """
    told: list[Relation] = []
    for number, level in enumerate(standing.told):
        if _names_again(standing, level):
            told += _swapped(standing, number)
            continue
        is_count = _points_back(standing, level)
        if not is_count and not _is_told_again(standing, level):
            continue
        if any(one is not level and one.value == level.value for one in standing.told):
            continue
        before = [one for one in standing.told[:number] if one.sentence < level.sentence]
        before = _counts_meant(standing, before, level) if is_count else _amounts_meant(before, level)
        if len({one.value for one in before}) != 1:
            continue
        pair = {id(before[0]), id(level)}
        if not any(pair <= figures_of([relation]) for relation in found):
            members = (Member("from", before[0]), Member("to", level))
            told.append(related("conversion", "told_again", *members))
    return told


def _counts_meant(standing: Standing, before: list[Draft], level: Draft) -> list[Draft]:
    """Return the counts that a definite one may repeat but for a digit; none where others have its noun."""
    listed = standing.listed_metrics
    before = [one for one in before if _is_of_its_noun(one, level)]
    if len({one.value for one in before}) > 1 and level.unit in PEOPLE:
        # 51 were on board, 23 of them hurt: by what happened to them.
        before = [one for one in before if one.metric_code == level.metric_code]
    if len({one.value for one in before}) != 1 or not _differ_by_a_digit(before[0], level):
        return []
    is_swapped = _are_swapped(before[0], level) and len(_digits(level)) >= _MANY
    if _is_narrowed(standing, level) and not is_swapped:
        return []
    codes = {before[0].metric_code or "", level.metric_code or ""}
    return [] if len(codes) > 1 and codes <= listed else before  # the dead and the injured


def _amounts_meant(before: list[Draft], level: Draft) -> list[Draft]:
    """Return what a definite amount repeats but for two digits, or for one in its own metric and time."""
    return [
        one
        for one in before
        if one.kind == level.kind
        and level.unit is not None
        and (one.unit == level.unit or (one.unit in PEOPLE and level.unit in PEOPLE))
        and one.qualifier == "exact"
        and _is_of_one_time(one, level)
        and (
            (_are_swapped(one, level) and _is_no_chance(one, level))
            or (_is_one_figure(one, level) and _differ_by_a_digit(one, level))
        )
    ]


def _is_no_chance(one: Draft, level: Draft) -> bool:
    """Whether two numbers with their digits swapped have three of them, or are of one time."""
    return len(_digits(level).strip("0.")) >= _MANY or one.period_end == level.period_end is not None


def _is_of_one_time(one: Draft, level: Draft) -> bool:
    is_of_another = one.period_end and level.period_end and one.period_end != level.period_end
    return not is_of_another and one.status == level.status


def _is_one_figure(one: Draft, level: Draft) -> bool:
    return (
        one.metric_code is not None
        and one.metric_code == level.metric_code
        and one.entity_code == level.entity_code
        and one.period_end == level.period_end is not None
        and one.scope == level.scope
    )


def _is_told_again(standing: Standing, level: Draft) -> bool:
    """Whether "the 8.6 million would go to" or "the profit of 8.6 million" names what was told."""
    lower, first = standing.lower, level.first
    if level.qualifier != "exact" or (level.value or 0) < _LEAST or first < 2:
        return False
    if lower[first - 1] == "the" and level.kind in ("money", "measure"):
        return lower[first - 2] not in _COMPARING and not _VERBS.isdisjoint(
            lower[level.last : level.last + 1]
        )
    if lower[first - 1] != "of" or level.first - 1 in standing.lasts:
        return False
    start = max(0, first - 2 - _NAME_ROOM)
    words = lower[start : first - 1]
    places = [place for place, word in enumerate(words) if word in _NAMING]
    if not places or places[-1] == len(words) - 1 or lower[start + places[-1] - 1] in _COMPARING:
        return False
    return all(word.isalpha() and word not in _ELSEWHERE for word in words[places[-1] + 1 :])


def _names_again(standing: Standing, level: Draft) -> bool:
    """Whether an amount stands between "the" and a noun that it names again: "the 8.6 million project"."""
    lower, behind = standing.lower, standing.lower[level.last : level.last + 1]
    if level.kind not in ("money", "measure") or level.qualifier != "exact" or level.first < 1:
        return False
    is_definite = lower[level.first - 1] in _NAMING and lower[level.first - 2] not in _COMPARING
    return is_definite and bool(behind) and behind[0].isalpha() and behind[0] not in _NO_NOUNS


def _swapped(standing: Standing, number: int) -> list[Relation]:
    """Return an amount with the only one before it that has two of its digits swapped, where none has all."""
    level = standing.told[number]
    alike = [one for one in standing.told if one is not level and one.unit == level.unit]
    if any(one.value == level.value for one in alike):
        return []
    before = [one for one in alike if one.sentence < level.sentence and _are_swapped(one, level)]
    if level.kind == "measure":
        before = [one for one in before if not _is_of_another_thing(standing, one, level)]
        before = before or _of_its_thing(standing, level, alike)
    if len({one.value for one in before}) != 1:
        return []
    members = (Member("from", before[0]), Member("to", level))
    return [related("conversion", "told_again", *members)]


def _is_of_another_thing(standing: Standing, one: Draft, level: Draft) -> bool:
    """Whether "a span of 64 metres" says what a measure is of, and the later one is of something else."""
    lower = standing.lower
    return lower[one.first - 1] == "of" and lower[one.first - 2] != lower[level.last]


def _of_its_thing(standing: Standing, level: Draft, alike: list[Draft]) -> list[Draft]:
    """Return the one measure told before that stands at the noun of a later one: "a mirror of 3.6 metres"."""
    noun = standing.lower[level.last]
    around = [standing.lower[max(0, one.first - _AT_NOUN) : one.last + _AT_NOUN] for one in alike]
    named = [one for one, words in zip(alike, around, strict=True) if noun in words]
    return named if len(named) == 1 == len(alike) and named[0].sentence < level.sentence else []


def _points_back(standing: Standing, level: Draft) -> bool:
    """Whether "the" or "all" stands before a count with its noun, and nothing that narrows it."""
    lower = standing.lower
    is_told_by_deed = level.unit is None and lower[level.last : level.last + 1] == ["who"]
    is_count = level.kind == "count" and not level.modifiers and (level.unit is not None or is_told_by_deed)
    if not is_count or (level.value or 0) < _LEAST or level.qualifier != "exact":
        return False
    if standing.lower[level.last : level.last + 1] == ["-"]:
        return False  # "the 17-nation euro area"
    words = standing.lower[level.first - 1 : level.first] if level.first else []
    # "More than the 123 that they need"
    is_of_another = lower[level.first - 2] in _COMPARING or _is_one_of_two(standing, level)
    return (
        not is_of_another
        and not _DEFINITE.isdisjoint(words)
        and _OTHERS.isdisjoint(standing.lower[level.last : level.last + _NARROWING])
    )


def _is_one_of_two(standing: Standing, level: Draft) -> bool:
    """Whether a count is a part: "all 108 passengers and the ten crew"."""
    end = end_with_noun(level)
    behind = standing.lower[end : end + 1]
    if behind != ["and"]:
        return False
    others = standing.lower[end + 1 : end + _PART]
    return not standing.firsts.isdisjoint(range(end + 1, end + _PART)) or not _SMALL.isdisjoint(others)


def _is_narrowed(standing: Standing, level: Draft) -> bool:
    """Whether a count may be told for the first time: "ten of the 19 banks", "the 19 banks that failed"."""
    lower = standing.lower
    is_whole = lower[level.first - 2] == "of" and level.first - 3 in standing.lasts
    behind = lower[level.last : end_with_noun(level) + 1]
    return is_whole or (level.unit is not None and not _RELATIVE.isdisjoint(behind))


def _is_of_its_noun(one: Draft, level: Draft) -> bool:
    if one.kind != level.kind:
        return False
    if level.unit in _DEAD:
        return one.metric_code == "deaths" or one.unit in _DEAD
    if level.unit is None:
        return one.unit in PEOPLE
    if one.unit == level.unit or one.unit in _ANY_NOUN or are_kindred(one.unit, level.unit):
        return True
    return one.unit in PEOPLE and level.unit in PEOPLE


def _are_swapped(one: Draft, other: Draft) -> bool:
    """Whether two numbers have the same digits, two neighbours swapped."""
    return _differ_by_a_digit(one, other) and sorted(_digits(one)) == sorted(_digits(other))


def _digits(draft: Draft) -> str:
    return f"{(draft.value or 0):f}"


def _differ_by_a_digit(one: Draft, other: Draft) -> bool:
    """Whether two numbers have all digits but one in common, or the same ones with two neighbours swapped."""
    if one.value is None or other.value is None:
        return False
    return wrong_digits(f"{one.value.normalize():f}", f"{other.value.normalize():f}") > 0
