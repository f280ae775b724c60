"""Which of two levels is told of an earlier time: by their periods, or by the words around each.

"Twelve months back the same loaf was sold for", "when she took over", "had been", "instead of", "the season
before": the words of a level are those from the level before it to the one behind it.
"""

from itertools import pairwise
from typing import Final

from flows.extraction.claims.standing import Standing
from flows.extraction.claims.standing_growth import came_before
from flows.extraction.figure import Draft, end_with_noun

# What tells that a level is of an earlier time than another.
_EARLIER: Final = frozenset(
    """earlier previous previously before ago back formerly originally once then initially predecessor former
    until beginning outset instead used yesteryear""".split()
)
# What tells that it is of the time of which the text speaks.
_NOW: Final = frozenset(
    """now today currently present presently meanwhile latest newest newly since recent recently lately soon
    left remain remaining remains""".split()
)
SPANS_OF_TIME: Final = frozenset(
    """year season month quarter week summer winter spring autumn decade january february march april may june
    july august september october november december century time""".split()
)
# "when the lockout began", "when she took over": a beginning.
_BEGINNINGS: Final = frozenset(
    """began begun started start opened founded took joined arrived came launched introduced bought moved
    inherited left elected appointed""".split()
)
_PLUPERFECT: Final = frozenset(("had", "having", "'d"))
_SET_AGAINST: Final = frozenset("after against from versus than instead compared".split())
_BEHIND: Final = 3  # tokens from such a word to the former level
_OF: Final = 5  # tokens from it to the level in "from a net profit of"
_DISTANCE: Final = 10  # tokens behind a claim that tell from when it is
_DISTANCES: Final = {"year": 12, "month": 1, "quarter": 3}
_HALF_A_YEAR: Final = 6  # months
_BREAKS: Final = frozenset(", ; : ( – — and while but whereas against from to than after".split())
_MONTH: Final = 7  # characters of a day that tell its month
_YEAR: Final = 4  # and its year
_FIRST: Final = frozenset(("first", "start", "beginning"))


def is_earlier(standing: Standing, old: Draft, new: Draft, claim: Draft) -> bool:
    """Whether periods or words put the one level before the other; a claim beside them may tell a time."""
    if old.sentence == new.sentence and new.first < old.first:
        behind = standing.lower[max(new.last, old.first - _BEHIND) : old.first]
        if not _SET_AGAINST.isdisjoint(behind):
            return True
    if old.sentence == new.sentence and _is_from_to(standing, old, new):
        return True
    then, now = _end(old, claim), _end(new, claim)
    if then is not None and now is not None and then != now:
        return then < now
    told = _score(standing, old) - _score(standing, new)
    if told:
        return told > 0
    if now is None and then is not None and then < standing.this_year:
        return True
    return came_before(standing, old, new) and not came_before(standing, new, old)


def is_at_its_distance(standing: Standing, claim: Draft, new: Draft, old: Draft) -> bool:
    """Whether a former level is as far back as a claim tells: "from a year earlier" is not of last month.

    A quarter or a month whose growth does not say from when is set against that of a year before.
    """
    if new.period_end is None or old.period_end is None:
        return True
    back = _months(new.period_end) - _months(old.period_end)
    told = told_distance(standing.lower[claim.first : claim.last + _DISTANCE])
    if told is not None:
        return abs(back - told) <= told // 2
    if new.period_start in (None, new.period_end):
        return True
    if max(_length(new), _length(old)) >= _HALF_A_YEAR:
        return True  # "this summer, fewer than in 2010"
    return (back + 1) % _DISTANCES["year"] <= 2


def _length(level: Draft) -> int:
    if level.period_start is None or level.period_end is None:
        return 0
    return _months(level.period_end) - _months(level.period_start)


def are_as_long(one: Draft, other: Draft) -> bool:
    """Whether two levels may be of spans of one length, not a month and a year; a day may be any."""
    if any(level.period_start in (None, level.period_end) for level in (one, other)):
        return True
    return abs(_length(one) - _length(other)) < _DISTANCES["quarter"]


def _months(day: str) -> int:
    return 12 * int(day[:_YEAR]) + int(day[_YEAR + 1 : _MONTH])


def told_distance(words: list[str]) -> int | None:
    """Return how many months back words tell: "from a year earlier", "on the month", "than last quarter"."""
    for before, word, after in zip(words, words[1:], words[2:], strict=False):
        if word in _DISTANCES and (
            before in ("on", "last", "previous")
            or (before == "the" and words[words.index(word) - 2] == "on")
            or (before in ("a", "one", "the") and after in _EARLIER)
        ):
            return _DISTANCES[word]
    return None


def is_set_against(standing: Standing, level: Draft) -> bool:
    """Whether a level is set against one of its own sentence: "2.03, up from 1.62", not "look after"."""
    first = max(standing.document.sentences[level.sentence][0], level.first - _OF)
    words = standing.lower[first : level.first]
    if any(one == "after" and other.endswith("ing") for one, other in pairwise(words)):
        return False  # "after pricing its shares at 5.50 euros each"
    return not _SET_AGAINST.isdisjoint(words) and not any(word.startswith("look") for word in words)


def _is_from_to(standing: Standing, old: Draft, new: Draft) -> bool:
    """Whether a sentence leads from one level to the other: "from 85,000 to 96,900"."""
    lower = standing.lower
    before = lower[max(0, old.first - _BEHIND) : old.first], lower[max(0, new.first - _BEHIND) : new.first]
    return old.first < new.first and "from" in before[0] and "to" in before[1]


def _end(level: Draft, claim: Draft) -> str | None:
    """Return the end of a level's period: "14,000, a third of what burnt in 2017" is not of that year."""
    reason = level.why.get("period")
    is_of_claim = reason is not None and level.end <= claim.start < reason.start
    return None if is_of_claim else level.period_end


def _score(standing: Standing, level: Draft) -> int:
    """Return 1 for a level told in words of an earlier time, -1 of the present, 0 of neither or both."""
    score = standing.told_times.get(id(level))
    if score is None:
        words = words_of(standing, level)
        score = standing.told_times[id(level)] = is_told_earlier(words) - _is_now(words)
    return score


def is_told_earlier(words: list[str]) -> bool:
    """Whether words tell of an earlier time than the text does: "ago", "had been", "last year"."""
    if not (_EARLIER | _PLUPERFECT).isdisjoint(words):
        return True
    if "when" in words and not _BEGINNINGS.isdisjoint(words[words.index("when") :]):
        return True
    if "last" not in words and "at" not in words:
        return False
    return any(
        (word == "last" and not SPANS_OF_TIME.isdisjoint(words[place + 1 : place + 2]))
        or (word == "at" and not _FIRST.isdisjoint(words[place + 1 : place + 3]))
        for place, word in enumerate(words)
    )


def _is_now(words: list[str]) -> bool:
    if not _NOW.isdisjoint(words):
        return True
    return "this" in words and any(
        word == "this" and not SPANS_OF_TIME.isdisjoint(words[place + 1 : place + 2])
        for place, word in enumerate(words)
    )


def words_of(standing: Standing, level: Draft) -> list[str]:
    """Return the words that tell of a level: those of its clause that no level before it takes.

    What stands between two levels belongs to the first one up to a break, and to the second one from there.
    """
    lower = standing.lower
    first, last = standing.document.sentences[level.sentence]
    for other in standing.told_in(level.sentence, level.sentence):
        if other.first < level.first:
            first = _break_behind(lower, end_with_noun(other), level.first)
        elif other.first > level.first:
            last = _break_behind(lower, end_with_noun(level), other.first)
            break
    return lower[first:last]


def _break_behind(lower: list[str], first: int, last: int) -> int:
    return next((place for place in range(first, last) if lower[place] in _BREAKS), max(first, last))
