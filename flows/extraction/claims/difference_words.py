"""What calls a figure the difference of two others: "a lead of 24", "24 votes ahead", "beat her by 24"."""

from typing import Final, NamedTuple

from flows.extraction.claims.standing import words_before
from flows.extraction.figure import Draft, end_with_noun

_BALANCES: Final = frozenset("deficit surplus shortfall".split())
_ERROR: Final = "error"
GAPS: Final = frozenset("difference gap margin majority lead advantage".split())
# What is beyond a plan, or less than before.
_EXCESSES: Final = frozenset("excess overrun overspend saving saved".split())
_NOUNS: Final = _BALANCES | GAPS | _EXCESSES
_DEFINITE: Final = frozenset(("the", "this", "that"))
_OWNING: Final = frozenset("a an the his her its their".split())
_LEAVING: Final = frozenset("left leaving leaves means makes making is was , - –".split())
# Before "a gap of" they make it one of other levels.
_COMPARED: Final = frozenset("compared comparing from against than versus to".split())
_COMPARATIVES: Final = frozenset(
    """more fewer less higher lower longer shorter taller deeper warmer colder hotter cooler milder
    older younger heavier lighter wider larger bigger smaller cheaper dearer faster slower greater
    richer poorer""".split()
)
_PLACED: Final = frozenset("ahead behind clear adrift".split())
_APART: Final = frozenset("separate separates separated separating".split())
OUTDOING: Final = frozenset(
    """beat beats beating beaten win wins won winning hold holds held kept retained lead leads led
    leading trail trails trailed trailing defeat defeats defeated lose loses lost exceed exceeds
    exceeded exceeding surpass surpasses surpassed surpassing outstrips outstripped outnumber outnumbers
    outnumbered outnumbering outweigh outweighs outweighed outpoll outpolls outpolled outsell outsells
    outsold outstretches outstretched outscored outran edged edges pipped topped tops overtook overtakes
    overtopped overtops differ differs differed""".split()
)
# Said of two sorts of things: "births outnumbered deaths by 214".
_OF_SORTS: Final = frozenset(
    """outnumber outnumbers outnumbered outnumbering outweigh outweighs outweighed exceed exceeds
    exceeded exceeding outstrips outstripped""".split()
)
_MOVING: Final = frozenset(
    "rose fell grew shrank increased decreased declined dropped climbed rise fall cut raised lowered".split()
)
_LEADING_TO: Final = frozenset("to is was at reached".split())
_SAYING: Final = frozenset("is are was were or , costs pays".split())
_ENDS: Final = frozenset(". , ; )".split())
_BEING: Final = frozenset("was is were are still now thus finished ended".split())
_BREAKS: Final = frozenset(", ; : ( – —".split())
_ON: Final = frozenset(("on", "than"))
# What was expected or is usual is told by nobody, or as something else.
_NEVER_TOLD: Final = frozenset(
    """expected expectations planned forecast forecasts predicted projected estimated plan plans
    expecting hoped hoping target targets budgeted needed required allowed necessary thought estimate
    estimates consensus analyst analysts""".split()
)
_TIMES: Final = frozenset(
    """year years month months week quarter season day decade earlier before ago last usual normal
    average""".split()
)
# What the levels of a difference are not, where another sentence tells them.
EXTREMES: Final = frozenset("maximum minimum record peak high low highest lowest target limit".split())
_YEAR: Final = 4  # digits
_BEFORE: Final = 5  # tokens from the noun to the figure
_FAR: Final = 18  # tokens from the verb to "by"
_THAN: Final = 3  # tokens behind "more" in which "than" stands
_TAIL: Final = 7  # tokens behind "than" that say with what is compared
WORDS: Final = _NOUNS | _COMPARATIVES | _PLACED | _APART | OUTDOING | {"down", "up"}


class Claim(NamedTuple):
    """What the words say of a difference.

    Attributes:
        draft: the difference.
        of_times: whether it is one of two times ("than last year").
        is_told: whether both levels may well be told; not of what was expected.
        of_sorts: whether what differs may be of two sorts ("births outnumbered deaths by", "the deficit of").
        is_definite: whether a noun points back: "the difference of", "this left a deficit of".
    """

    draft: Draft
    of_times: bool
    is_told: bool
    of_sorts: bool = False
    is_definite: bool = False


def claim_of(lower: list[str], draft: Draft, sentence: tuple[int, int]) -> Claim | None:
    """Return what calls a figure a difference, if anything does."""
    first, last = sentence
    beside = lower[draft.first - 1] if draft.first > first else ""
    after = end_with_noun(draft)
    if _ERROR in lower[max(first, draft.first - _BEFORE) : min(last, after + _THAN)]:
        return None  # "The margin of error is 3.4 points": of a poll, between no two figures
    behind = lower[draft.last : min(last, after + _THAN + 1)]
    for place, word in enumerate(behind):
        if word in _BREAKS or word[:1].isdigit():
            break
        if word in _COMPARATIVES and draft.last + place <= after:
            return _compared(lower, draft, draft.last + place, last, beside)
        if word in _PLACED and (word == "behind" or behind[place + 1 : place + 2] == ["of"]):
            if word == "behind" and beside == "and":
                return None  # "150 on the old dairy, and 90 behind the library"
            return Claim(draft, False, True)
        # "She was 388 ahead, 28,740 to 28,352"
        if word in ("ahead", "clear") and beside in _BEING and not _ENDS.isdisjoint(behind[place + 1 :][:1]):
            return Claim(draft, False, True)
        # "Her 24-vote majority"; not "24 tonnes of lead".
        is_gap = word in GAPS and draft.last + place <= after + 1 and beside in _OWNING
        if word in _APART or is_gap:
            return Claim(draft, False, True)
    if draft.value == 1:
        return None  # "lower on one basis"
    if draft.kind == "growth":
        return _told_of_times(lower, draft, after, last) if not _ON.isdisjoint(behind[:2]) else None
    *before, article = words_before(lower, draft, _NOUNS, _BEFORE) or [""]
    if article in _DEFINITE:
        return Claim(draft, False, True, of_sorts=True, is_definite=True)
    if article in ("a", "an"):
        noun = lower[max(first, draft.first - _BEFORE) : draft.first]
        is_gap = not (GAPS | _EXCESSES).isdisjoint(noun) and _COMPARED.isdisjoint(before[-2:])
        # "This left a deficit of"; one "compared with a deficit of" is another's.
        is_left = not _LEAVING.isdisjoint(before[-1:])
        return Claim(draft, False, True, is_left, is_left) if is_left or is_gap else None
    if beside in _LEADING_TO and lower[first] == "the" and lower[first + 1] in GAPS:
        return Claim(draft, False, True, of_sorts=True)  # "The gap between the two has widened to 24"
    if beside == "by":
        for word in reversed(lower[max(first, draft.first - _FAR) : draft.first - 1]):
            if word in _MOVING:
                return None
            # Not "beat them by 3 to 2", "by 18,452 votes to 17,165".
            is_score = "to" in lower[draft.last : draft.last + 1] or "to" in lower[after : after + 1]
            if word in OUTDOING and not is_score:
                is_told = _NEVER_TOLD.isdisjoint(lower[max(first, draft.first - _FAR) : draft.first])
                return Claim(draft, False, is_told, word in _OF_SORTS)
    return None


def _compared(lower: list[str], draft: Draft, place: int, last: int, beside: str) -> Claim | None:
    """Return the claim of "36 metres longer than", whose comparative stands at `place`."""
    behind = lower[place + 1 : min(last, place + 1 + _THAN)]
    if "than" in behind:
        return _told_of_times(lower, draft, place + 1 + behind.index("than"), last)
    # "A child pays 20, which is 28 less."; but "and 28 more." are further ones.
    is_said = beside in _SAYING and bool(behind) and behind[0] in _ENDS and lower[place] != "more"
    # "79 people died, 14 fewer": than when, is not told, unless beside it.
    return Claim(draft, False, beside != ",") if is_said else None


def _told_of_times(lower: list[str], draft: Draft, place: int, last: int) -> Claim:
    tail = lower[place : min(last, place + _TAIL)]
    of_times = any(word in _TIMES or (len(word) == _YEAR and word.isdigit()) for word in tail)
    if "when" in tail:
        # "five more than when it was counted last": how many that were, its own clause tells, or nobody.
        clause = lower[place : min(last, place + 2 * _TAIL)]
        return Claim(draft, True, any(word[0].isdigit() for word in clause))
    return Claim(draft, of_times, _NEVER_TOLD.isdisjoint(tail))
