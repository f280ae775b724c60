"""Parts that leave nothing out by what they are: the quarters of a year, what became of all aboard."""

from typing import Final

from flows.extraction.claims.standing import Standing
from flows.extraction.figure import Draft, end_with_noun

_QUARTERS: Final = {
    "first": 1,
    "opening": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "final": 4,
    "last": 4,
    "closing": 4,
}
_SPANS: Final = frozenset(("quarter", "three", "trimester"))
_SEASONS: Final = {"winter": 1, "spring": 2, "summer": 3, "autumn": 4, "fall": 4}
_MONTHS: Final = {
    ("january", "march"): 1, ("april", "june"): 2, ("july", "september"): 3, ("october", "december"): 4,
}  # fmt: skip
_JOINING: Final = frozenset(("and", "to", "through", "-", "–", "until"))
_PREPOSITIONS: Final = frozenset(("in", "during", "over", "for", "from", "between", "the", "of"))
# What became of people: at most one of these is true of anybody.
_DEAD: Final = frozenset("dead died killed drowned perished bodies lost fatalities deaths victims".split())
_SAFE: Final = frozenset("survived survivors rescued saved alive survive".split())
_MISSING: Final = frozenset(("missing", "unaccounted"))
_UNHURT: Final = frozenset("unhurt unharmed uninjured unscathed".split())
_HURT: Final = frozenset(
    "injured hurt injuries bruises bruised cuts broken burns wounded wounds fractures serious".split()
)
_FATES: Final = (_DEAD, _SAFE, _MISSING, _UNHURT, _HURT)
_ABOARD: Final = frozenset("aboard board carrying underground occupants inside crew party".split())
FATES: Final = _DEAD | _SAFE | _UNHURT | _HURT | _MISSING
STRETCHES: Final = frozenset(("quarter", "december", "autumn", "summer", "fall", "months"))
_REACH: Final = 24  # tokens from the words before a figure to it
_BEHIND: Final = 9
_FEWEST: Final = 3
_BREAKS: Final = frozenset((":", ";", "("))


def _clause(standing: Standing, draft: Draft, *, behind: int) -> list[str]:
    """Return the words from the figure before to a figure, and behind it up to the next one or a comma."""
    lower = standing.lower
    opens, ends = standing.document.sentences[draft.sentence]
    first, last = draft.first, end_with_noun(draft)
    begin = max(opens, first - _REACH)
    while first > begin and first - 1 not in standing.lasts and lower[first - 1] not in _BREAKS:
        first -= 1
    end = last
    while end < min(ends, last + behind) and end not in standing.firsts and lower[end] not in (";", ","):
        end += 1
    return [*lower[first : draft.first], ".", *lower[last:end]]


def stretch_of(standing: Standing, draft: Draft) -> int:
    """Return which quarter of a year words tell a figure of; 0 where they tell of none."""
    words = _clause(standing, draft, behind=_BEHIND)
    own = words[words.index(".") + 1 :]
    for some in (own, words):
        for at, word in enumerate(some):
            behind = some[at + 1 : at + 3]
            if word in _QUARTERS and behind[:1] != [] and (behind[0] in _SPANS or behind[0] in (".", "and")):
                return _QUARTERS[word]
            if word in _QUARTERS and not behind and some[at - 1 : at] == ["the"]:
                return _QUARTERS[word]  # "290 in the first quarter and 310 in the second"
            if word in _SEASONS and some[at - 1 : at] != [] and some[at - 1] in _PREPOSITIONS:
                return _SEASONS[word]
            if behind[:1] != [] and behind[0] in _JOINING and (word, *behind[1:]) in _MONTHS:
                return _MONTHS[word, behind[1]]
    return 0


def are_quarters(standing: Standing, whole: Draft | None, parts: list[Draft]) -> bool:
    """Whether parts are of three quarters of a year or more, each of another one, and their whole of none."""
    told = [stretch_of(standing, part) for part in parts]
    if len(told) < _FEWEST or 0 in told or sorted(told) != list(range(1, len(told) + 1)):
        return False
    return whole is None or not stretch_of(standing, whole)


def fate_of(standing: Standing, draft: Draft) -> frozenset[str] | None:
    """Return the words of what became of so many people; None where the clause tells nothing, or several."""
    words = _clause(standing, draft, behind=_BEHIND)
    fates = [fate for fate in _FATES if not fate.isdisjoint(words)]
    return fates[0] if len(fates) == 1 else None


def are_all_aboard(standing: Standing, whole: Draft, parts: list[Draft]) -> bool:
    """Whether parts tell of all who were aboard: the dead and the survivors, or the hurt and the unhurt."""
    first, last = standing.document.sentences[whole.sentence]
    if _ABOARD.isdisjoint(standing.lower[first:last]):
        return False
    fates = [fate_of(standing, part) for part in parts]
    if None in fates:
        return False
    is_of_survivors = _SAFE in fates and _DEAD in fates and _HURT not in fates and _UNHURT not in fates
    return is_of_survivors or (_UNHURT in fates and _HURT in fates and _SAFE not in fates)
