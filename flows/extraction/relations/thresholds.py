"""Orders of a level and a mark: "below 500, to 487", "broke the record of 40", "from 9, but below hopes"."""

from itertools import pairwise
from typing import Final

from flows.extraction.figure import Draft, Member, Relation, related
from flows.extraction.reading import Reading
from flows.extraction.relations.likeness import same_measure
from flows.extraction.relations.relating import Changes, is_current

_ABOVE: Final = frozenset(
    """above past beyond topped tops topping passed passing exceeded exceeds exceeding surpassed surpasses
    surpassing""".split()
)
_BELOW: Final = frozenset("below under beneath".split())
_REACHING: Final = frozenset("to at reaching hitting touching totalling totaling".split())
_BEATING: Final = frozenset(
    """beat beats beating break breaks breaking broke bettered bettering eclipsed eclipsing smashed smashing
    surpassed surpassing exceeded exceeding""".split()
)
_BEATER: Final = frozenset("better longer further farther higher deeper heavier".split())
_DENIED: Final = frozenset("not never no failed fails n't without nor neither cannot".split())
# Behind one of these, what is reached may be another's, or of another time.
_TURNS: Final = frozenset(
    """; : ( ) before but and or when which that who while after from with until than by though although if
    as""".split()
)
_BEFORE_NUMBER: Final = frozenset("the a an about around just nearly almost some only its".split())
_KINDS: Final = frozenset("count score measure money rate share".split())
_ESTIMATES: Final = frozenset(
    """estimate estimates expectation expectations expected forecast forecasts target guidance consensus
    prediction predictions""".split()
)
_BETTER: Final = frozenset(
    "above beating beat beats topping topped tops exceeding exceeded surpassing".split()
)
_WORSE: Final = frozenset("below missing missed misses".split())
# Of two words: "ahead of", "short of", "higher than".
_BETTER_FIRST: Final = frozenset("ahead higher more better stronger".split())
_WORSE_FIRST: Final = frozenset("short lower less weaker fewer".split())
# A loss is better when it is less; a rise to or by a number may be of another thing.
_LOSSES: Final = frozenset(
    "loss losses deficit charge charges decline drop fall gain rise increase growth by".split()
)
_ROOM: Final = 10  # words between a mark and the comma before what is reached
_LEAD: Final = 5  # words in which a denial is sought, and those between a verb and its record


def find_thresholds(reading: Reading, changes: Changes) -> list[Relation]:
    """Return the orders of a mark and what passed it, and of a record and what beat it."""
    lower = reading.document.lower
    drafts = sorted(reading.drafts, key=lambda draft: draft.start)
    found: list[Relation] = []
    for one, other in pairwise(drafts):
        if one.sentence != other.sentence or not _comparable(one, other, changes):
            continue
        between = lower[one.last : other.first]
        side = _side(lower, one)
        if side and _is_reached(between):
            members = (other, one) if side == "above" else (one, other)
            found.append(_order("passed_mark", *members))
        elif _is_record(between):
            found.append(_order("beat_record", one, other))
    return found + _estimates(lower, drafts, changes)


def _estimates(lower: list[str], drafts: list[Draft], changes: Changes) -> list[Relation]:
    """Return the orders of "rose to 52 from 48, but was below estimates of 55"."""
    found: list[Relation] = []
    for one, former, other in zip(drafts, drafts[1:], drafts[2:], strict=False):
        if id(former) not in changes.former or not one.sentence == former.sentence == other.sentence:
            continue
        if "range" in (one.form, other.form) or one.metric != other.metric:
            continue
        if not _comparable(one, other, changes):
            continue
        side = _against(lower[former.last : other.first], lower[other.last : other.last + 3])
        if side and _LOSSES.isdisjoint(lower[one.first - _LEAD : one.first]):
            members = (one, other) if side == "above" else (other, one)
            found.append(_order("against_estimate", *members))
    return found


def _against(between: list[str], after: list[str]) -> str:
    """Return the side of an estimate that words put a level on, or nothing."""
    sides = []
    for index, (word, behind) in enumerate(pairwise([*between, ""])):
        if word in _BETTER or (word in _BETTER_FIRST and behind in ("of", "than")):
            sides.append((index, "above"))
        elif word in _WORSE or (word in _WORSE_FIRST and behind in ("of", "than")):
            sides.append((index, "below"))
    if len(sides) != 1 or len(between) > 2 * _ROOM:
        return ""
    index, side = sides[0]
    rest = between[index:]
    is_estimate = not _ESTIMATES.isdisjoint(rest) or not _ESTIMATES.isdisjoint(after)
    is_plain = _LOSSES.isdisjoint(rest) and _DENIED.isdisjoint(between) and not {",", ";", "and"} & set(rest)
    return side if is_estimate and is_plain else ""


def _comparable(one: Draft, other: Draft, changes: Changes) -> bool:
    # "below 500 a week, to 487"
    is_regular = one.kind == "rate" and (one.unit or "").startswith("per ") and other.kind == "count"
    is_open = None in (one.unit, other.unit) or is_regular
    return (
        {one.kind, other.kind} <= _KINDS
        and (is_open or (one.unit == other.unit and same_measure(one, other)))
        and is_current(one, changes)
        and is_current(other, changes)
    )


def _side(lower: list[str], mark: Draft) -> str:
    """Return on which side of the mark before it the words put what they tell of, or nothing."""
    index = mark.first - 1
    while index > 0 and lower[index] in _BEFORE_NUMBER:
        index -= 1
    if index < 0 or not _DENIED.isdisjoint(lower[max(0, index - _LEAD) : index]):
        return ""
    return "above" if lower[index] in _ABOVE else "below" if lower[index] in _BELOW else ""


def _is_reached(between: list[str]) -> bool:
    """Whether the words between mark and number are "for the first time, to" or ", reaching"."""
    words = list(between)
    while words and words[-1] in _BEFORE_NUMBER:
        words.pop()
    if len(words) < 2 or words[-1] not in _REACHING or words[-2] != ",":
        return False
    words = words[:-2]
    return len(words) <= _ROOM and _TURNS.isdisjoint(words)


def _is_record(between: list[str]) -> bool:
    """Whether the words between two numbers are "to break the club record of"."""
    words = list(between)
    if len(words) < 3 or words[-1] != "of" or words[-2] not in ("record", "best"):
        return False
    verbs = [
        index
        for index, (word, behind) in enumerate(pairwise(words))
        if word in _BEATING or (word in _BEATER and behind == "than")
    ]
    if len(verbs) != 1 or len(words) - verbs[0] > _LEAD + 2 or verbs[0] > _LEAD:
        return False
    # "than" may only be the verb's own
    return _TURNS.isdisjoint(word for word in words if word != "than") and _DENIED.isdisjoint(words)


def _order(rule: str, greater: Draft, lesser: Draft) -> Relation:
    return related("order", rule, Member("greater", greater), Member("lesser", lesser))
